"""Where lines and words stand on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLine

from reindreader.desktop.reading.typesetting import PITCH_PROPERTY


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on one line: ``left`` to ``right``, ``top`` and ``pitch`` of the line, its ``baseline``; document pixels."""

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


def settle(block: QTextBlock) -> None:
    """Put every line of a block on its pitch by its baseline: a fallback font must not push lines apart."""
    pitch = block.blockFormat().property(PITCH_PROPERTY)
    layout = block.layout()
    if not pitch or layout is None or not layout.lineCount():
        return
    metrics = QFontMetricsF(block.charFormat().font())
    baseline = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        wanted = index * pitch + round(baseline) - line.ascent()
        if abs(line.position().y() - wanted) > 0.01:
            line.setPosition(QPointF(line.position().x(), wanted))


def stretches(document: QTextDocument, first: int, last: int) -> Iterator[Stretch]:
    """The words between two positions, a piece a line; several where a line changes its direction."""
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        yield from _in_block(
            document, block, max(first, block.position()), min(last, block.position() + block.length() - 1)
        )
        block = block.next()


def _in_block(document: QTextDocument, block: QTextBlock, first: int, last: int) -> Iterator[Stretch]:
    frame = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    settle(block)
    pitch = float(block.blockFormat().property(PITCH_PROPERTY) or 0)
    start, end = first - block.position(), last - block.position()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        begin, stop = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if begin >= stop:
            continue
        height = pitch or line.height()
        top = frame.top() + (index * pitch if pitch else line.y())
        baseline = frame.top() + line.y() + line.ascent()
        for left, right in _pieces(block.text(), line, begin, stop):
            yield Stretch(frame.left() + left, frame.left() + right, top, height, baseline)


def _pieces(text: str, line: QTextLine, begin: int, stop: int) -> list[tuple[float, float]]:
    while stop > begin and stop == line.textStart() + line.textLength() and text[stop - 1].isspace():
        stop -= 1
    if stop <= begin:
        return []
    if text.isascii():
        return [_ordered(_x(line, begin), _x(line, stop))]
    return _merged([_ordered(_x(line, at), _x(line, at, trailing=True)) for at in range(begin, stop)])


def _x(line: QTextLine, at: int, *, trailing: bool = False) -> float:
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    found: Any = line.cursorToX(at, edge)  # the stubs say float or object; it is (x, position)
    return float(found[0])


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _merged(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if merged and left <= merged[-1][1] + 1.5:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        elif right > left:
            merged.append((left, right))
    return merged
