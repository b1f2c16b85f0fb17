"""A PDF's outline on its text: what an entry names and stands on its page as a paragraph of its own is a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reindreader.model.articles import Article
from reindreader.model.text import Block, BlockKind

Entry = tuple[str, int, int]
"""Title, page from 0, depth from 0."""

_NUMBERING = re.compile(
    r"^(?:(?:chapter|section|part|kapitel|chapitre)\s+)?[\divxlc]+(?:\.\d+)*[.):]?\s+", re.IGNORECASE
)
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})
_LONGEST = 250


def with_outline(article: Article, outline: Sequence[Entry]) -> Article:
    """The article with the headings that its outline names; the levels of all headings are then the outline's."""
    levels = dict(_headings(article, outline))
    if not levels:
        return article
    blocks = tuple(
        replace(block, kind=BlockKind.HEADING, level=levels[number], label=None) if number in levels else block
        for number, block in enumerate(article.blocks)
    )
    return replace(article, blocks=blocks)


def _headings(article: Article, outline: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """The numbers of the blocks that entries name, with their levels. The title stays the title."""
    by_page: dict[int, list[tuple[str, int, Block]]] = {}
    for number, block in enumerate(article.blocks):
        if block.kind in _PLAIN and len(block.span) <= _LONGEST:
            words = _folded(block.span.slice(article.text))
            by_page.setdefault(_page_of(article, block), []).append((words, number, block))
    for title, page, depth in outline:
        wanted = _folded(title)
        own = next((one for one in by_page.get(page, ()) if wanted and one[0] == wanted), None)
        if own is not None and not (own[2].kind is BlockKind.HEADING and own[2].level == 0):
            yield own[1], min(6, depth + 1)


def _page_of(article: Article, block: Block) -> int:
    return next((n for n, page in enumerate(article.pages) if block.span.start < page.span.end), len(article.pages))


def _folded(words: str) -> str:
    folded = " ".join(words.casefold().split())
    return _NUMBERING.sub("", folded) or folded
