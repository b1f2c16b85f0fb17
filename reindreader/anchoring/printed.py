"""A text on its printed pages: from a span to the boxes of its words, and from a point to a place in the text.

All points and boxes are in points from the top left corner of a page as it is shown. A line whose letters have not been
measured yet is taken to be set in a common typeface.
"""

from collections.abc import Sequence
from itertools import pairwise

from reindreader.model.boxes import letter_edges
from reindreader.model.text import Box, Page, Span
from reindreader.pages.values import Letters

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class _Line:
    """A line of the text with the rectangles of its letters."""

    def __init__(self, span: Span, letters: Sequence[Rectangle]) -> None:
        self.span, self.letters = span, letters
        self.area = _around(letters)
        left, top, right, bottom = self.area
        self.upright = bottom - top > right - left and len(letters) > 2
        """It runs down the page as shown: a turned page, or vertical writing."""

    def pieces(self, span: Span) -> list[Rectangle]:
        """The parts of the line that a span covers, as high as the line. Letters in a row make one piece."""
        first = max(span.start, self.span.start) - self.span.start
        last = min(span.end, self.span.end) - self.span.start
        along = sorted(self._along(box) for box in self.letters[first:last])
        merged: list[tuple[float, float]] = []
        for begin, end in along:
            if merged and begin - merged[-1][1] <= self._gap:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((begin, end))
        return [self._across(begin, end) for begin, end in merged]

    def offset(self, x: float, y: float) -> int:
        """The place between two letters that is nearest to a point."""
        at = y if self.upright else x
        ends = [self._along(box) for box in self.letters]
        number = min(range(len(ends)), key=lambda n: _distance(at, *ends[n]))
        begin, end = ends[number]
        backwards = ends[-1][1] < ends[0][0]
        after = (at > (begin + end) / 2) != backwards
        return self.span.start + number + after

    def letter(self, x: float, y: float) -> int | None:
        """The letter below a point, None beside the line."""
        left, top, right, bottom = self.area
        if not (left - 2 <= x <= right + 2 and top - 2 <= y <= bottom + 2):
            return None
        at = y if self.upright else x
        return self.span.start + min(
            range(len(self.letters)), key=lambda n: _distance(at, *self._along(self.letters[n]))
        )

    def distance(self, x: float, y: float) -> tuple[float, float]:
        """How far a point is from the line: across its direction first."""
        left, top, right, bottom = self.area
        over, beside = _distance(y, top, bottom), _distance(x, left, right)
        return (beside, over) if self.upright else (over + (beside if beside > 40 else 0), beside)

    @property
    def _gap(self) -> float:
        left, top, right, bottom = self.area
        return 1.5 * min(right - left, bottom - top)

    def _along(self, box: Rectangle) -> tuple[float, float]:
        return (box[1], box[3]) if self.upright else (box[0], box[2])

    def _across(self, begin: float, end: float) -> Rectangle:
        left, top, right, bottom = self.area
        return (left, begin, right, end) if self.upright else (begin, top, end, bottom)


class PrintedText:
    """The lines of an article's pages. ``know`` tells of letters that were measured; till then places are near guesses."""

    def __init__(self, text: str, pages: Sequence[Page]) -> None:
        self._text, self._pages = text, pages
        self._lines: dict[int, list[_Line]] = {}
        self._known: set[int] = set()

    def __len__(self) -> int:
        return len(self._pages)

    def knows(self, page: int) -> bool:
        """Whether the letters of a page have been measured."""
        return page in self._known

    def know(self, page: int, letters: Sequence[Letters]) -> None:
        """The measured letters of a page, from 0. Lines that the text has no words of are left out."""
        if page >= len(self._pages):
            return
        measured = {_key(own.line): own for own in letters}
        self._lines[page] = [self._line(box, measured.get(_key(_edges(box)))) for box in self._boxes(page)]
        self._known.add(page)

    def boxes(self, span: Span) -> dict[int, list[Rectangle]]:
        """The boxes of a span's words by their pages, from 0."""
        found: dict[int, list[Rectangle]] = {}
        for number, page in enumerate(self._pages):
            if page.span.overlaps(span):
                pieces = [p for line in self._of(number) if line.span.overlaps(span) for p in line.pieces(span)]
                if pieces:
                    found[number] = pieces
        return found

    def on(self, page: int, span: Span) -> list[Rectangle]:
        """The boxes of a span's words on one page."""
        if page >= len(self._pages) or not self._pages[page].span.overlaps(span):
            return []
        return [p for line in self._of(page) if line.span.overlaps(span) for p in line.pieces(span)]

    def span_of(self, page: int) -> Span:
        """What a page holds of the text."""
        return self._pages[page].span

    def label(self, page: int) -> str | None:
        """What is printed on a page as its number, None where that is not known."""
        return self._pages[page].label if page < len(self._pages) else None

    def page_at(self, offset: int) -> int | None:
        """The page that holds a place of the text; of several the first. None where no page does."""
        return next((n for n, page in enumerate(self._pages) if self._on_page(page, offset)), None)

    def offset_at(self, page: int, x: float, y: float) -> int | None:
        """The place between two letters that is nearest to a point, None on a page without words."""
        lines = self._of(page)
        if not lines:
            return None
        return min(lines, key=lambda line: line.distance(x, y)).offset(x, y)

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """The letter below a point, None where no words stand."""
        return next((at for line in self._of(page) if (at := line.letter(x, y)) is not None), None)

    def _on_page(self, page: Page, offset: int) -> bool:
        return page.span.contains(offset) and any(box.span.start <= offset <= box.span.end for box in page.boxes)

    def _of(self, page: int) -> list[_Line]:
        if page >= len(self._pages):
            return []
        if page not in self._lines:
            self._lines[page] = [self._line(box, None) for box in self._boxes(page)]
        return self._lines[page]

    def _boxes(self, page: int) -> list[Box]:
        return [box for box in self._pages[page].boxes if len(box.span)]

    def _line(self, box: Box, measured: Letters | None) -> _Line:
        words = box.span.slice(self._text)
        if measured is not None and measured.text == words:
            flat = measured.places
            return _Line(box.span, [(flat[i], flat[i + 1], flat[i + 2], flat[i + 3]) for i in range(0, len(flat), 4)])
        edges = pairwise(letter_edges(words, box))
        return _Line(box.span, [(left, box.top, right, box.bottom) for left, right in edges])


def _around(boxes: Sequence[Rectangle]) -> Rectangle:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _distance(at: float, begin: float, end: float) -> float:
    return max(begin - at, at - end, 0.0)


def _edges(box: Box) -> Rectangle:
    return box.left, box.top, box.right, box.bottom


def _key(line: Rectangle) -> tuple[int, ...]:
    return tuple(round(edge * 10) for edge in line)
