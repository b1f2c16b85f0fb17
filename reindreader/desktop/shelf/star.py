"""A star of five points."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from reindreader.desktop.theme import Theme

_INNER = 0.44


def paint_star(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw it filled, in the accent."""
    radius = box.width() / 2
    points = []
    for number in range(10):
        angle, reach = number * pi / 5, radius * (_INNER if number % 2 else 1)
        points.append(box.center() + QPointF(reach * sin(angle), -reach * cos(angle)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawPolygon(QPolygonF(points))
