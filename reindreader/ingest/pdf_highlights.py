"""Highlights that readers left in a PDF, found again in the article's text by where they stand on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reindreader.errors import UnreadableFileError
from reindreader.ingest.pdf import INFO_LIMITS
from reindreader.model.articles import Article
from reindreader.model.boxes import letter_edges
from reindreader.model.text import Box, Span
from reindreader.pages import WorkerFailedError, in_worker
from reindreader.pages.info import PdfHighlight, document_info

Quad = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class FoundHighlight:
    """``span``: whole words of the article's text; None where no words stand below the mark."""

    highlight: PdfHighlight
    span: Span | None


def pdf_highlights(data: bytes, article: Article) -> tuple[FoundHighlight, ...]:
    """The highlights of the file that the article was read from, in its order. Raises UnreadableFileError."""
    try:
        info = in_worker(INFO_LIMITS, document_info, data)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(article.source.name), error.reason) from error
    return tuple(FoundHighlight(highlight, span_of(article, highlight)) for highlight in info.highlights)


def span_of(article: Article, highlight: PdfHighlight) -> Span | None:
    """The words of the text that the highlight's boxes cover, None where there are none."""
    if highlight.page >= len(article.pages):
        return None
    lines = article.pages[highlight.page].boxes
    spans = [span for quad in highlight.boxes for line in lines if (span := _covered(article.text, line, quad))]
    return Span.around(*spans) if spans else None


def _covered(text: str, line: Box, quad: Quad) -> Span | None:
    left, top, right, bottom = quad
    middle = (line.top + line.bottom) / 2
    if not top <= middle <= bottom or right <= line.left or left >= line.right:
        return None
    words = [span for span, begin, end in _words(text, line) if left <= (begin + end) / 2 <= right]
    return Span.around(*words) if words else None


def _words(text: str, line: Box) -> Iterator[tuple[Span, float, float]]:
    """The words of a line, with the places where they begin and end."""
    words = line.span.slice(text)
    places = letter_edges(words, line)
    edges = [-1, *(at for at, char in enumerate(words) if char.isspace()), len(words)]
    for before, after in pairwise(edges):
        if after - before > 1:
            span = Span(line.span.start + before + 1, line.span.start + after)
            yield span, places[before + 1], places[after]
