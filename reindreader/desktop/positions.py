"""The only place that knows UTF-16: code points of an article <-> positions in a Qt text document.

Qt counts UTF-16 units, so a character beyond the Basic Multilingual Plane (𠮷, 😀) takes two positions; an article
counts code points. A document shows an article's blocks one after the other, with one position between two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reindreader.model.text import Span


class Units:
    """Code points <-> UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._second = [point + n + 1 for n, point in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def unit(self, point: int) -> int:
        """The unit at which the code point begins."""
        return point + bisect_left(self._astral, point)

    def point(self, unit: int) -> int:
        """The code point that the unit is part of."""
        return unit - bisect_right(self._second, unit)


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of the article as it stands in a document. ``start``: its first position there."""

    span: Span
    start: int
    units: Units

    @property
    def end(self) -> int:
        """The position after its last character."""
        return self.start + self.units.length


class Positions:
    """Code points of an article <-> positions in the document that shows its blocks in order."""

    def __init__(self, shown: Iterable[Shown]) -> None:
        self._shown = tuple(shown)
        self._points = [one.span.start for one in self._shown]
        self._starts = [one.start for one in self._shown]

    def position(self, offset: int) -> int | None:
        """The position of a code point; of one that is not shown, the end of what is shown before it.

        None where nothing is shown at all.
        """
        if not self._shown:
            return None
        one = self._shown[max(0, bisect_right(self._points, offset) - 1)]
        inside = min(max(offset, one.span.start), one.span.end) - one.span.start
        return one.start + one.units.unit(inside)

    def offset(self, position: int) -> int | None:
        """The code point at a position; between two blocks the end of the first. None where nothing is shown."""
        if not self._shown:
            return None
        one = self._shown[max(0, bisect_right(self._starts, position) - 1)]
        inside = min(max(position, one.start), one.end) - one.start
        return one.span.start + one.units.point(inside)

    def range(self, span: Span) -> tuple[int, int] | None:
        """The first and the last position of a span. None where nothing of it is shown."""
        shown = [one for one in self._shown if one.span.overlaps(span)]
        if not shown:
            return None
        first, last = self.position(max(span.start, shown[0].span.start)), self.position(span.end)
        return (first, last) if first is not None and last is not None and first < last else None

    def span(self, first: int, last: int) -> Span | None:
        """The stretch of the article between two positions. None where it holds nothing of the article."""
        touched = [one for one in self._shown if one.start < last and first < one.end]
        if not touched:
            return None
        start, end = self.offset(max(first, touched[0].start)), self.offset(min(last, touched[-1].end))
        return Span(start, end) if start is not None and end is not None and start < end else None
