"""An article as it is kept and sent from one process to another: what stands in its text is JSON, made and read once."""

from dataclasses import dataclass

from reindreader.model.articles import Article, Image, Problem, Source
from reindreader.model.claims import Claim
from reindreader.model.serial import dumps, loads
from reindreader.model.text import Block, Mark, Page


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """The fields of an ``Article``; ``blocks``, ``marks``, ``pages`` and ``declared`` as ``serial`` writes them."""

    text: str
    source: Source
    blocks: str
    marks: str
    pages: str
    declared: str
    language: str | None = None
    problems: tuple[Problem, ...] = ()
    images: tuple[Image, ...] = ()
    reader: int = 0

    @classmethod
    def of(cls, article: Article) -> "WrittenArticle":
        """The article, written."""
        return cls(
            article.text,
            article.source,
            dumps(article.blocks),
            dumps(article.marks),
            dumps(article.pages),
            dumps(article.declared),
            article.language,
            article.problems,
            article.images,
            article.reader,
        )

    def read(self) -> Article:
        """The article again. Raises ValueError where it was not written by ``of``."""
        return Article(
            self.text,
            loads(self.blocks, tuple[Block, ...]),
            self.source,
            loads(self.marks, tuple[Mark, ...]),
            loads(self.pages, tuple[Page, ...]),
            self.language,
            loads(self.declared, tuple[Claim, ...]),
            self.problems,
            self.images,
            self.reader,
        )
