"""A panel that floats over the page, and the swatches on it."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGraphicsDropShadowEffect, QWidget

from reindreader.desktop.ink import paint_line
from reindreader.desktop.theme import CONTROL, Theme, ui_font
from reindreader.model.highlights import Colour
from reindreader.workflows.wording import _

COLOURS = (Colour.YELLOW, Colour.BLUE, Colour.GREEN, Colour.ROSE, Colour.ORANGE)
"""The colours in the order of their keys, 1 to 5."""


def colour_name(colour: Colour) -> str:
    """A highlight's colour and pattern in words."""
    return {
        Colour.YELLOW: _("Yellow, solid line"),
        Colour.BLUE: _("Blue, dots"),
        Colour.GREEN: _("Green, dashes"),
        Colour.ROSE: _("Rose, double line"),
        Colour.ORANGE: _("Orange, dashes and dots"),
        Colour.UNDERLINE: _("Underline"),
    }[colour]


class Popover(QFrame):
    """A raised panel with a border and a shadow. It is a child of what it floats over."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("surface", "popover")
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(24)
        self._shadow.setOffset(0, 4)
        self.setGraphicsEffect(self._shadow)
        self.show_shadow(theme)
        self.hide()

    def show_shadow(self, theme: Theme) -> None:
        """A darker shadow on dark paper."""
        self._shadow.setColor(QColor(0, 0, 0, 150 if theme.dark else 50))

    def place(self, words: QRect, gap: int, *, above: bool) -> None:
        """Stand ``gap`` above or below the words, on the other side where there is no room, never outside."""
        self.adjustSize()
        room = self._over.rect().adjusted(8, 8, -8, -8)
        over, under = words.top() - gap - self.height(), words.bottom() + gap
        first, second = (over, under) if above else (under, over)
        top = first if room.top() <= first <= room.bottom() - self.height() else second
        left = words.center().x() - self.width() // 2
        left = max(room.left(), min(left, room.right() - self.width()))
        self.move(QPoint(left, max(room.top(), min(top, room.bottom() - self.height()))))


class Swatch(QAbstractButton):
    """A colour to choose: its fill, its digit and its pattern. ``colour``: never the underline."""

    def __init__(self, colour: Colour, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour, self._theme = colour, theme
        digit = COLOURS.index(colour) + 1
        self.setText(str(digit))
        self.setToolTip(_("{colour} ({key})").format(colour=colour_name(colour), key=digit))
        self.setAccessibleName(colour_name(colour))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(False)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The swatch with room for the ring of the chosen one."""
        return QSize(34, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, digit and line; a ring around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.inks[self._colour]
        box = QRectF(3, 3, 28, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.fill or self._theme.hex("raised")))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(ui_font(CONTROL, 600))
        painter.drawText(box.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter, self.text())
        paint_line(painter, ink, QPointF(9, 26), QPointF(25, 26))
        if self.isChecked() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("text" if self.isChecked() else "edge"), 1.5))
            painter.drawRoundedRect(QRectF(1, 1, 32, 32), 8, 8)
