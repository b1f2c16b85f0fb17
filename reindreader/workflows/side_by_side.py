"""Two texts of the library side by side: which is read beside a record's own, and which paragraphs say the same."""

from contextlib import suppress
from dataclasses import dataclass

from reindreader import parallel
from reindreader.errors import NoTextError, UnknownKeyError, UnwritableError
from reindreader.library import Library
from reindreader.model.articles import Article
from reindreader.model.contributors import Role
from reindreader.model.records import Record
from reindreader.parallel import Alignment, rows_from_text, rows_to_text
from reindreader.workflows.languages import language_name
from reindreader.workflows.wording import _


@dataclass(frozen=True, slots=True)
class Pair:
    """A record and the one whose text is read beside it. ``edited``: the rows are the user's."""

    first: int
    second: int
    alignment: Alignment
    heads: tuple[tuple[str, str], tuple[str, str]]
    edited: bool = False


def pair_of(library: Library, record: int, article: Article, known: Article | None = None) -> Pair | None:
    """The text beside a record's, in the rows that are kept; where none are, they are found and kept.

    ``known``: the other text, where it has been read before. None where no other text is read beside it.
    """
    other = library.beside(record)
    if other is None:
        return None
    try:
        second = known or library.article(other)
    except (NoTextError, UnknownKeyError):
        return None
    kept = library.alignment(record, other)
    alignment = rows_from_text(kept.rows, article, second) if kept else None
    if alignment is None:
        alignment = parallel.align_articles(article, second)
        with suppress(UnwritableError):  # it is found again the next time
            library.set_alignment(record, other, rows_to_text(alignment), edited=False)
    heads = (
        _head(library.get(record).record, article.language, _("translation")),
        _head(library.get(other).record, second.language, _("original")),
    )
    return Pair(record, other, alignment, heads, bool(kept and kept.edited))


def _head(record: Record, tag: str | None, otherwise: str) -> tuple[str, str]:
    translators = ", ".join(person.name.literal for person in record.by_role(Role.TRANSLATOR))
    role = _("translated by {translators}").format(translators=translators) if translators else otherwise
    return language_name(tag) if tag else _("Language not stated"), role
