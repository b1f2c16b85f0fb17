"""The scroll bar with a small mark for each highlight and hit, where it stands in the whole of the text."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from reindreader.desktop.theme import Theme, scaled

_MARK, _WIDE = 5, 4
_MARGIN = 2
_COMPLEX = QStyle.ComplexControl.CC_ScrollBar
_SLIDER = QStyle.SubControl.SC_ScrollBarSlider


class Ribbon(QScrollBar):
    """A vertical scroll bar. Its marks are drawn over it, at its left edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._places: tuple[tuple[float, str], ...] = ()
        self._drawn: QPixmap | None = None

    def show_theme(self, theme: Theme) -> None:
        """Draw the handle in the theme's colours."""
        self._theme = theme
        self.update()

    def show_marks(self, places: Iterable[tuple[float, str]]) -> None:
        """Mark these places: how far down (0 to 1), and in which colour (``#RRGGBB``)."""
        self._places, self._drawn = tuple(places), None
        self.update()

    @property
    def marks(self) -> tuple[tuple[float, str], ...]:
        """The places that are marked."""
        return self._places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks keep their places."""
        super().resizeEvent(event)
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks, and the handle as the style sheet has it; drawn here, since that takes the style four milliseconds."""
        painter = QPainter(self)
        if self._places:
            self._drawn = self._drawn or self._draw()
            painter.drawPixmap(0, 0, self._drawn)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(_COMPLEX, option, _SLIDER, self)
        if self.maximum() > self.minimum():
            active = self.underMouse() or self.isSliderDown()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("quiet" if active else "edge"))
            inset = scaled(2 if active else 3)
            painter.drawRoundedRect(QRectF(handle).adjusted(inset + 1, 2, 1 - inset, -2), 2, 2)
        painter.end()

    def _draw(self) -> QPixmap:
        """All marks once; thousands of them fall on the same few hundred pixels."""
        room = self.height() - 2 * _MARGIN - _MARK
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(_WIDE * ratio), round(self.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        for y, colour in {int(place * room): colour for place, colour in self._places}.items():
            painter.fillRect(QRectF(0, y + _MARGIN, _WIDE, _MARK), QColor(colour))
        painter.end()
        return made
