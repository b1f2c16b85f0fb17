"""An original beside its translation: rows of paragraphs, highlights that reach both, and copying both."""

from pathlib import Path

from reindreader.anchoring import quote_of
from reindreader.errors import UnreadableFileError
from reindreader.model.articles import Article
from reindreader.model.highlights import Quote
from reindreader.model.text import Span
from reindreader.parallel import Alignment, align_articles, align_lines, counterpart, rows_from_text
from reindreader.parallel.programme import Bead


def beside(first: Article, second: Article, kept: str | None = None) -> Alignment:
    """Two articles in rows: those that were kept for them where they still fit, else aligned anew."""
    found = rows_from_text(kept, first, second) if kept else None
    return found or align_articles(first, second)


def paired(alignment: Alignment, span: Span, *, from_first: bool = True) -> Quote | None:
    """The quotation of the other text that belongs to a highlighted place of one; None where nothing stands beside."""
    place = counterpart(alignment, span, from_first=from_first)
    return quote_of(alignment.article(first=not from_first).text, place) if place else None


def both_words(alignment: Alignment, span: Span, *, from_first: bool = True) -> str:
    """The words of a place with those that belong to them: ``original … [translation …]``; alone where none do.

    The first text stands first, on whichever side the place is.
    """
    other = counterpart(alignment, span, from_first=from_first)
    own = _words(alignment, span, first=from_first)
    if other is None:
        return own
    theirs = _words(alignment, other, first=not from_first)
    return f"{own} [{theirs}]" if from_first else f"{theirs} [{own}]"


def _words(alignment: Alignment, span: Span, *, first: bool) -> str:
    return " ".join(span.slice(alignment.article(first=first).text).split())


def aligned_files(source: Path, target: Path) -> list[Bead]:
    """The beads of two files (UTF-8), a sentence or a paragraph a line. Raises UnreadableFileError."""
    return align_lines(_lines(source), _lines(target))


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8-sig")
    except IsADirectoryError as error:
        raise UnreadableFileError(path, "folder") from error
    except FileNotFoundError as error:
        raise UnreadableFileError(path, "missing") from error
    except PermissionError as error:
        raise UnreadableFileError(path, "permission") from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, "damaged" if isinstance(error, ValueError) else "system") from error
    return text.removesuffix("\n").split("\n") if text else []
