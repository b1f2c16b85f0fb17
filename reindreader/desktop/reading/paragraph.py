"""A paragraph that has been set: its runs of words, its picture, what stands beside and below them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from reindreader.desktop.reading.faces import Face
from reindreader.desktop.reading.lines import Line, Run, Stretch
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Ruby:
    """The reading of a stretch, set small above it."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A list item's bullet or number, or a footnote's label. ``edge``: where it ends, from the column's near edge."""

    words: str
    edge: float


@dataclass(slots=True)
class Paragraph:
    """All pixels count from the paragraph's top left corner in its column; the room above it is not part of it.

    ``notes``: footnotes that are open below it; ``rules``: where the rows of a table are ruled; ``dots``: emphasis.
    """

    number: int
    face: Face
    span: Span
    above: float
    pitch: float
    baseline: float
    width: float
    mirrored: bool
    runs: list[Run] = field(default_factory=list)
    notes: list[Run] = field(default_factory=list)
    picture: tuple[str, QRectF] | None = None
    marker: Marker | None = None
    rules: tuple[float, ...] = ()
    dots: tuple[Span, ...] = ()
    rubies: tuple[Ruby, ...] = ()
    height: float = 0

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """The words of a span of the article, a piece a line; nothing where there are none here."""
        for run in self.runs:
            if run.start is None:
                continue
            first, last = max(span.start, run.start), min(span.end, run.start + run.length)
            if first < last:
                yield from run.stretches(first - run.start, last - run.start)

    def point(self, x: float, y: float) -> tuple[int, bool]:
        """The nearest code point of the article, and whether a caret there ends the line above."""
        run = self._nearest(x, y)
        if run is None or run.start is None:
            return self.span.start, False
        point, is_end = run.point(x, y)
        return run.start + point, is_end

    def letter(self, x: float, y: float) -> int | None:
        """The code point under a place; None beside the words."""
        if self.picture and not self.runs:
            return self.span.start if self.picture[1].contains(x, y) and self.span.end > self.span.start else None
        run = self._nearest(x, y)
        point = run.letter(x, y) if run is not None and run.start is not None else None
        return None if point is None or run is None or run.start is None else run.start + point

    def caret(self, offset: int, *, before: bool = False) -> tuple[float, float]:
        """Where a caret before a code point stands: its x, and the top of its line."""
        run = self.run_at(offset)
        if run is None or run.start is None or not run.lines:
            return 0.0, 0.0
        x, line = run.x(min(max(offset - run.start, 0), run.length), before=before)
        return x, run.top + line.top

    def run_at(self, offset: int) -> Run | None:
        """The run that holds a code point, else the last before it."""
        inside = [run for run in self.runs if run.start is not None and run.start <= offset]
        return inside[-1] if inside else next(iter(self.runs), None)

    def line_ends(self, offset: int, *, before: bool = False) -> tuple[int, int]:
        """The first code point of a place's line, and the one that a caret at its end stands before."""
        run = self.run_at(offset)
        if run is None or run.start is None or not run.lines:
            return self.span.start, self.span.end
        number = run.line_of(run.units.unit(min(max(offset - run.start, 0), run.length)), before=before)
        line: Line = run.lines[number]
        return run.start + run.point_at(line.first, number)[0], run.start + run.point_at(line.last, number)[0]

    def _nearest(self, x: float, y: float) -> Run | None:
        """The run whose box is nearest; the cells of a table stand beside each other."""
        found, least = None, 0.0
        for run in self.runs:
            down = max(run.top - y, y - run.top - run.height, 0.0)
            across = abs(x - run.left) if len(self.runs) > 1 and x < run.left else 0.0
            beside = abs(x - run.left) / 1e4 if len(self.runs) > 1 else 0.0
            if found is None or down * 1e3 + across + beside < least:
                found, least = run, down * 1e3 + across + beside
        return found
