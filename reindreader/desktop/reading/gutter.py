"""What stands beside the words: paragraph numbers, bars of highlights, gaps and doubts between two texts."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reindreader.desktop.fonts import ui_font
from reindreader.desktop.ink import paint_bar
from reindreader.desktop.reading.painting import Inks, Mirror, placed_in
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.spread import Shown
from reindreader.desktop.reading.style import BAR_LEFT, BAR_WIDTH, NUMERAL_END
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

DOUBT = 24
"""Across the circle that marks a row which is not sure."""


def paint_gutter(painter: QPainter, shown: Shown, inks: Inks) -> None:
    """The paragraph's number, and a bar for each of its highlights."""
    number = shown.side.folio.number(shown.paragraph.number)
    if number is not None:
        _paint_number(painter, shown, str(number), inks)
    chosen = shown.side.scene.chosen
    for placed in placed_in(shown, inks):
        _paint_bar(painter, shown, placed, inks.theme, chosen=placed.highlight.id == chosen is not None)


def _paint_number(painter: QPainter, shown: Shown, number: str, inks: Inks) -> None:
    painter.setFont(inks.label)
    painter.setPen(inks.theme.colour("quiet"))
    width = painter.fontMetrics().horizontalAdvance(number)
    column = shown.side.column
    x = column.right + NUMERAL_END if column.mirrored else column.left - NUMERAL_END - width
    painter.drawText(QPointF(x, shown.y + shown.paragraph.baseline), number)


def _paint_bar(painter: QPainter, shown: Shown, placed: Placed, theme: Theme, *, chosen: bool) -> None:
    pieces = list(shown.stretches(placed.span))
    if not pieces:
        return
    top, bottom = min(p.fill.top() for p in pieces), max(p.fill.bottom() for p in pieces)
    away = BAR_LEFT + min(placed.lane, 1) * (BAR_WIDTH + 2)
    column = shown.side.column
    x = column.right + away - BAR_WIDTH if column.mirrored else column.left - away
    paint_bar(painter, theme.inks[placed.highlight.colour], QRectF(x, top, BAR_WIDTH, bottom - top))
    if chosen:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - 3, top - 3, BAR_WIDTH + 6, bottom - top + 6), 4, 4)


def paint_gap(painter: QPainter, box: QRectF, words: str, theme: Theme, *, hovered: bool) -> QRectF:
    """A paragraph that one text lacks; the box of the words that pair it by hand."""
    painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inside = box.adjusted(16, 0, -16, 0)
    font = ui_font()
    font.setItalic(True)
    painter.setFont(font)
    painter.setPen(theme.colour("quiet"))
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    font = ui_font(13, 600)
    font.setUnderline(hovered)
    painter.setFont(font)
    painter.setPen(theme.colour("accent"))
    action = _("Pair by hand")
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, action)
    width = painter.fontMetrics().horizontalAdvance(action)
    return QRectF(inside.right() - width - 6, box.center().y() - 14, width + 12, 28)


def paint_doubt(painter: QPainter, box: QRectF, theme: Theme, *, hovered: bool) -> None:
    """The circle between two columns that asks whether they say the same."""
    painter.setPen(QPen(theme.colour("accent" if hovered else "edge"), 1.5 if hovered else 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawEllipse(box)
    painter.setFont(ui_font(13, 600))
    painter.setPen(theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def paint_curves(
    painter: QPainter, shown: Sequence[Shown], mirrors: Sequence[tuple[Placed, Mirror]], theme: Theme
) -> None:
    """A curve from each highlight to the words that answer to it in the other column."""
    for placed, mirror in mirrors:
        ends = [_end(shown, 0, placed), _end(shown, 1, Placed(mirror.highlight, mirror.span))]
        start, end = ends
        if start is None or end is None:
            continue
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = theme.inks[placed.highlight.colour].line
        painter.setPen(QPen(QColor(colour), 1.5))
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.drawPath(path)
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(start, 2.5, 2.5)
        painter.drawEllipse(end, 2.5, 2.5)


def _end(shown: Sequence[Shown], side: int, placed: Placed) -> QPointF | None:
    """Where a curve begins: beside the column, at the middle of the words that are in sight."""
    pieces = [p for own in shown if own.side.number == side for p in own.stretches(placed.span)]
    if not pieces:
        return None
    column = next(own.side.column for own in shown if own.side.number == side)
    y = (pieces[0].fill.top() + pieces[-1].fill.bottom()) / 2
    return QPointF(column.right + 8 if side == 0 else column.left - 8, y)
