"""The printed pages of a record: where its file is, and a copy of it that carries the highlights."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reindreader.anchoring.printed import PrintedText
from reindreader.errors import NoTextError, UnreadableFileError
from reindreader.library import Library
from reindreader.library.whole import write_whole
from reindreader.model.articles import Article
from reindreader.model.highlights import AnchorState, Colour, Highlight
from reindreader.pages import Limits, WorkerFailedError, in_worker
from reindreader.pages.values import Markup, PdfRefusedError
from reindreader.pages.viewing import marked_up, page_letters, printed_document
from reindreader.resources import resource_text
from reindreader.workflows.highlighting import anchored
from reindreader.workflows.progress import Progress, Work

PDF = "application/pdf"
_LIMITS = Limits(seconds=60.0)
Tone = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Saved:
    """``written``: how many marks are new in the copy; ``there``: how many the file had already; ``placeless``: those
    whose words stand on no page; ``signed``: the file has a signature, which covers only what was there before.
    """

    written: int
    there: int
    placeless: int
    signed: bool


def printed_file(library: Library, article: Article) -> Path | None:
    """The kept PDF that an article was read from, None where it was read from something else."""
    return library.files.path(article.source.sha256) if article.source.media_type == PDF else None


def save_marked_up(
    library: Library, record: int, target: Path, *, author: str = "", password: str | None = None
) -> Work[Saved]:
    """Write a copy of a record's PDF with its highlights as annotations; the kept file stays as it is.

    Raises NoTextError where the record has no PDF, UnreadableFileError (``encrypted``, ``broken``, …), UnwritableError.
    """
    article = library.article(record)
    path = printed_file(library, article)
    if path is None:
        raise NoTextError(library.get(record).key)
    highlights = [own for own in anchored(library, record, article) if own.state is not AnchorState.LOST]
    text = PrintedText(article.text, article.pages)
    try:
        signed = in_worker(_LIMITS, printed_document, str(path), password).signed
        pages = sorted({page for own in highlights for page in _pages(text, own)})
        for number, page in enumerate(pages):
            yield Progress(number, len(pages) + 1, article.source.name)
            text.know(page, in_worker(_LIMITS, page_letters, str(path), password, page))
        marks = [mark for own in highlights for mark in _markups(text, own, author)]
        data, written = in_worker(_LIMITS, marked_up, str(path), password, marks)
    except (PdfRefusedError, WorkerFailedError) as error:
        raise UnreadableFileError(Path(article.source.name), error.reason) from error
    write_whole(target, data)
    placeless = sum(not _pages(text, own) for own in highlights)
    return Saved(written, len(marks) - written, placeless, signed)


def _pages(text: PrintedText, highlight: Highlight) -> list[int]:
    return sorted(text.boxes(highlight.quote.position)) if highlight.quote.position else []


def _markups(text: PrintedText, highlight: Highlight, author: str) -> list[Markup]:
    """One mark a page; the note stands on the first."""
    position = highlight.quote.position
    found = text.boxes(position) if position else {}
    fill, line = _tones()[highlight.colour]
    date = highlight.modified.strftime("D:%Y%m%d%H%M%SZ") if highlight.modified else ""
    return [
        Markup(
            page,
            tuple(boxes),
            fill,
            line,
            underline=highlight.colour is Colour.UNDERLINE,
            note="" if number else highlight.note,
            author=author,
            name=f"reindreader-{highlight.id}-{page}",
            date=date,
        )
        for number, (page, boxes) in enumerate(sorted(found.items()))
    ]


@cache
def _tones() -> Mapping[Colour, tuple[Tone, Tone]]:
    """Fill and line of each colour as the light theme has them: paper is white."""
    inks = tomllib.loads(resource_text("themes/light.toml"))["highlights"]
    return {Colour(name): (_tone(own.get("fill", own["line"])), _tone(own["line"])) for name, own in inks.items()}


def _tone(words: str) -> Tone:
    red, green, blue = (int(words[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
