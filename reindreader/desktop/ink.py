"""How a highlight is drawn: a fill behind the words, and a line in a pattern that tells the colours apart.

The same pattern stands under the words, in the gutter, beside the note and beside the quotation.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


class Pattern(StrEnum):
    """The pattern of a highlight's line."""

    SOLID = "solid"
    DOTS = "dots"
    DASHES = "dashes"
    DOUBLE = "double"
    DASH_DOT = "dash-dot"


@dataclass(frozen=True, slots=True)
class Ink:
    """``fill``: the colour behind the words, None for a bare underline; both as ``#RRGGBB``."""

    fill: str | None
    line: str
    pattern: Pattern


_RHYTHM: dict[Pattern, tuple[float, ...]] = {
    Pattern.DOTS: (1.5, 2.5),
    Pattern.DASHES: (6, 3),
    Pattern.DASH_DOT: (7, 2.5, 1.5, 2.5),
}
"""Ink and gap in pixels, for the patterns that are broken, along a line 1.5 px thick."""


def paint_line(painter: QPainter, ink: Ink, start: QPointF, end: QPointF, width: float = 1.5) -> None:
    """Draw the ink's line from ``start`` to ``end``; a double line keeps its second stroke on the far side."""
    painter.save()
    painter.setPen(_pen(ink, width))
    if ink.pattern is Pattern.DOUBLE:
        thin = max(1.0, width * 0.66)
        painter.setPen(_pen(ink, thin))
        along_x = abs(end.x() - start.x()) >= abs(end.y() - start.y())
        apart = QPointF(0, thin + 1.25) if along_x else QPointF(thin + 1.25, 0)
        painter.drawLine(QLineF(start - apart / 2, end - apart / 2))
        painter.drawLine(QLineF(start + apart / 2, end + apart / 2))
    else:
        painter.drawLine(QLineF(start, end))
    painter.restore()


def paint_bar(painter: QPainter, ink: Ink, bar: QRectF) -> None:
    """Fill a standing bar (3 wide by the design) with the ink's pattern from top to bottom."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = bar.center().x()
    if ink.pattern is Pattern.DOUBLE:
        for side in (bar.left(), bar.right() - 1):
            painter.fillRect(QRectF(side, bar.top(), 1, bar.height()), QColor(ink.line))
    else:
        painter.setPen(_pen(ink, bar.width()))
        painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
    painter.restore()


def _pen(ink: Ink, width: float) -> QPen:
    pen = QPen(QColor(ink.line), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    rhythm = _RHYTHM.get(ink.pattern)
    if rhythm:
        # Qt counts a dash pattern in pen widths: a wider bar gets larger marks, at half the growth.
        growth = (1 + (width / 1.5 - 1) / 2) / width
        pen.setDashPattern([part * growth for part in rhythm])
    return pen
