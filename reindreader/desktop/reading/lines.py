"""Words set in lines: where each code point stands, and which code point stands at a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from reindreader.desktop.positions import Units
from reindreader.model.text import Span

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``first`` up to ``last``: its units; ``top`` of its pitch and its ``baseline``, from the run's top."""

    first: int
    last: int
    top: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on one line: ``left`` to ``right``, ``top`` and ``pitch`` of the line, its ``baseline``; in pixels."""

    left: float
    right: float
    top: float
    pitch: float
    baseline: float

    @property
    def line(self) -> QRectF:
        """All of the line's height behind the words."""
        return QRectF(self.left, self.top, self.right - self.left, self.pitch)

    @property
    def fill(self) -> QRectF:
        """What a highlight fills: 82 % of the pitch, about the words, a pixel beyond them on either side."""
        height = round(self.pitch * 0.82)
        return QRectF(self.left - 1.5, self.baseline - height * 0.75, self.right - self.left + 3, height)

    def moved(self, x: float, y: float) -> "Stretch":
        """The same elsewhere."""
        return Stretch(self.left + x, self.right + x, self.top + y, self.pitch, self.baseline + y)


@dataclass(slots=True)
class Run:
    """Words that are set in one piece. ``start``: the article's code point of the first, None for words of ours.

    ``left``, ``top``: of the piece, from those of its paragraph; ``length``: of the article's words, in code points;
    ``shown``: what is set, one character a unit; ``simple``: nothing in it changes its direction.
    """

    layout: QTextLayout
    shown: str
    length: int
    units: Units
    start: int | None
    pitch: float
    left: float = 0
    top: float = 0
    lines: list[Line] = field(default_factory=list)
    simple: bool = True

    @property
    def height(self) -> float:
        """Of all the lines, in pixels."""
        return len(self.lines) * self.pitch

    @property
    def span(self) -> Span | None:
        """What it shows of the article."""
        return None if self.start is None else Span(self.start, self.start + self.length)

    def line_of(self, unit: int, *, before: bool = False) -> int:
        """The line that a unit stands on; ``before``: at a break the end of the line above."""
        firsts = [line.first for line in self.lines]
        found = max(0, bisect_right(firsts, unit) - 1)
        return found - 1 if before and found and firsts[found] == unit else found

    def stretches(self, first: int, last: int) -> Iterator[Stretch]:
        """The words between two code points of the text, a piece a line; several where a line changes its direction."""
        start, end = self.units.unit(first), self.units.end(last)
        for number in range(self.line_of(start), len(self.lines)):
            line = self.lines[number]
            if line.first >= end:
                return
            begin, stop = max(start, line.first), min(end, line.last)
            for left, right in self._pieces(number, begin, stop) if begin < stop else ():
                top = self.top + line.top
                yield Stretch(self.left + left, self.left + right, top, self.pitch, self.top + line.baseline)

    def _pieces(self, number: int, begin: int, stop: int) -> list[tuple[float, float]]:
        set_line, line = self.layout.lineAt(number), self.lines[number]
        if stop == line.last:
            stop = max(begin, begin + len(self.shown[begin:stop].rstrip()))
        if stop <= begin:
            return []
        if self.simple:
            hyphenated = stop == line.last and self.shown[stop - 1] == "\u00ad"  # Qt now and then forgets the hyphen
            right = set_line.naturalTextRect().right() if hyphenated else x_of(set_line, stop)
            return [_ordered(x_of(set_line, begin), right)]
        return _merged([_ordered(x_of(set_line, at), x_of(set_line, at, trailing=True)) for at in range(begin, stop)])

    def x(self, point: int, *, before: bool = False) -> tuple[float, Line]:
        """How far from the paragraph's left a caret before the code point stands, and its line."""
        unit = self.units.unit(point)
        number = self.line_of(unit, before=before)
        return self.left + x_of(self.layout.lineAt(number), unit), self.lines[number]

    def point(self, x: float, y: float) -> tuple[int, bool]:
        """The code point of the text that is nearest, and whether a caret there ends the line above it."""
        number = min(len(self.lines) - 1, max(0, int((y - self.top) // self.pitch)))
        unit: Any = self.layout.lineAt(number).xToCursor(x - self.left)
        return self.point_at(unit, number)

    def point_at(self, unit: int, number: int) -> tuple[int, bool]:
        """The same for a unit of a line."""
        line = self.lines[number]
        unit = min(max(unit, line.first), line.last)
        is_end = unit == line.last and number + 1 < len(self.lines)
        if is_end and self.shown[unit - 1 : unit].isspace():
            unit, is_end = unit - 1, False
        return min(self.units.point(unit), self.length), is_end

    def letter(self, x: float, y: float) -> int | None:
        """The code point whose letter is under a place; None beside the letters."""
        number = int((y - self.top) // self.pitch)
        if not 0 <= number < len(self.lines):
            return None
        line = self.layout.lineAt(number)
        unit: Any = line.xToCursor(x - self.left, QTextLine.CursorPosition.CursorOnCharacter)
        edges = sorted((x_of(line, unit), x_of(line, unit, trailing=True)))
        inside = edges[0] <= x - self.left <= edges[1] and unit < self.lines[number].last
        return min(self.units.point(unit), self.length - 1) if inside else None


def has_right_to_left(text: str) -> bool:
    """Whether some of the text runs from right to left."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))


def x_of(line: QTextLine, at: int, *, trailing: bool = False) -> float:
    """Where a unit stands on its line."""
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    found: Any = line.cursorToX(at, edge)  # the stubs say float or object; it is (x, position)
    return float(found[0])


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _merged(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if merged and left <= merged[-1][1] + 3.5:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        elif right > left:
            merged.append((left, right))
    return merged
