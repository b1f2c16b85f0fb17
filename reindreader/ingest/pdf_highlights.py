"""Highlights that readers left in a PDF, found again in the article's text by where they stand on the page."""

import colorsys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reindreader.model.articles import Article
from reindreader.model.boxes import letter_edges
from reindreader.model.highlights import Colour
from reindreader.model.text import Box, Span
from reindreader.pages.values import PdfHighlight

Quad = tuple[float, float, float, float]


COLOURS: dict[Colour, tuple[int, int, int]] = {
    Colour.YELLOW: (255, 224, 80),
    Colour.BLUE: (90, 170, 255),
    Colour.GREEN: (140, 220, 90),
    Colour.ROSE: (255, 120, 170),
    Colour.ORANGE: (255, 160, 60),
}
"""A colour of the kind that programs mark with, for each of ours: the nearest hue is taken."""
LINES = frozenset({"underline", "squiggly", "strike-out"})


@dataclass(frozen=True, slots=True)
class FoundHighlight:
    """``span``: whole words of the article's text; None where no words stand below the mark."""

    highlight: PdfHighlight
    span: Span | None

    @property
    def colour(self) -> Colour:
        """The nearest of ours."""
        return Colour.UNDERLINE if self.highlight.kind in LINES else nearest(self.highlight.colour)


def found_highlights(highlights: Iterable[PdfHighlight], article: Article) -> tuple[FoundHighlight, ...]:
    """The highlights on the words of the article, in the file's order."""
    return tuple(FoundHighlight(highlight, span_of(article, highlight)) for highlight in highlights)


def nearest(colour: str | None) -> Colour:
    """Our colour of the nearest hue to ``#rrggbb``; yellow where there is none, or where it is a grey."""
    if colour is None:
        return Colour.YELLOW
    hue, saturation, _ = colorsys.rgb_to_hsv(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    if saturation < 0.08:
        return Colour.YELLOW
    return min(COLOURS, key=lambda own: _apart(hue, COLOURS[own]))


def _apart(hue: float, colour: tuple[int, int, int]) -> float:
    far = abs(hue - colorsys.rgb_to_hsv(*(part / 255 for part in colour))[0])
    return min(far, 1 - far)


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
