"""One of several things to choose: words at the left, a number or a suffix at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, scaled, ui_font

_ROW, _PAD = 28, 8


class OptionRow(QAbstractButton):
    """Words at the left, a number or a suffix at the right; with a dot before it, or tinted as a whole."""

    def __init__(self, words: str, behind: str, theme: Theme, *, dot: bool = False) -> None:
        super().__init__()
        self._theme, self._behind, self._dot = theme, behind, dot
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(behind)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_state(self, behind: str, refusal: str = "", tip: str = "") -> None:
        """``behind``: at the right; ``refusal``: why it cannot be chosen, "" where it can."""
        self._behind = behind
        self.setEnabled(not refusal)
        self.setToolTip(refusal or tip)
        self.setAccessibleName(", ".join(part for part in (self.text(), behind, tip) if part))
        self.setAccessibleDescription(refusal)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: one row."""
        return QSize(200, scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: tint or dot, words, what stands behind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = _PAD + (26 if self._dot else 0)
        if self._dot:
            self._paint_dot(painter, QRect(_PAD, (self.height() - 16) // 2, 16, 16))
        self._paint_words(painter, self.rect().adjusted(left, 0, -_PAD, 0))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(ui_font(look.LABEL))
        behind = painter.fontMetrics().horizontalAdvance(self._behind)
        painter.setPen(self._theme.colour("quiet" if self.isEnabled() else "edge"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._behind)
        strong = self.isChecked() and not self._dot
        painter.setFont(ui_font(look.CONTROL, 600 if strong else 400))
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "edge"))
        width = room.width() - behind - 8
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.rect().adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        tinted = self.isChecked() and not self._dot
        if tinted or (self.underMouse() and self.isEnabled()):
            painter.setBrush(self._theme.colour("select" if tinted else "hover"))
            painter.drawRoundedRect(ground, look.FIELD_CORNER, look.FIELD_CORNER)

    def _paint_dot(self, painter: QPainter, place: QRect) -> None:
        token = "edge" if not self.isChecked() or not self.isEnabled() else "accent"
        painter.setPen(QPen(self._theme.colour(token), 1.5))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(token))
            painter.drawEllipse(place.adjusted(5, 5, -5, -5))
