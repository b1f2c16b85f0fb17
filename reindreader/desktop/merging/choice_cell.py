"""One side's words for a fact, to be chosen: a radio mark and as many lines as the words need."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.wording import _

_LEFT, _PAD, _MARK = 32, 8, 8
_WIDE = 10_000


class ChoiceCell(QAbstractButton):
    """``words``: "" where this side does not state the fact; then it cannot be chosen."""

    def __init__(self, words: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setCheckable(True)
        self.setEnabled(bool(words))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip("" if words else _("This record does not say."))

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt: lines need room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: how much of it."""
        self.ensurePolished()
        room = QRect(0, 0, max(20, width - _LEFT - _PAD), _WIDE)
        words = self.fontMetrics().boundingRect(room, self._wrap(room.width()), self._shown)
        return max(scaled(look.FACT_LINE), words.height()) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Qt: a column's width."""
        return QSize(180, self.heightForWidth(180))

    def minimumSizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(80, scaled(look.FACT_LINE) + 2 * _PAD)

    def _wrap(self, width: int) -> int:
        """Words are broken within only where one alone is wider than the room."""
        whole = Qt.TextFlag.TextWordWrap
        needed = self.fontMetrics().boundingRect(QRect(0, 0, width, _WIDE), int(whole), self._shown).width()
        return int(whole if needed <= width else whole | Qt.TextFlag.TextWrapAnywhere)

    @property
    def _shown(self) -> str:
        return self.text() or _("not stated")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: ground, mark, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        chosen = self.isChecked()
        if self.isEnabled():
            hovered = self.underMouse() and not chosen
            painter.setPen(QPen(self._theme.colour("accent" if chosen else "line"), 1.5 if chosen else 1))
            painter.setBrush(self._theme.colour("hover" if hovered else "select" if chosen else "raised"))
            painter.drawRoundedRect(ground, look.FIELD_CORNER, look.FIELD_CORNER)
            self._paint_mark(painter, chosen=chosen)
        font = ui_font(look.CONTROL)
        font.setItalic(not self.isEnabled())
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "quiet"))
        left = _LEFT if self.isEnabled() else _PAD + 2
        room = self.rect().adjusted(left, _PAD, -_PAD, -_PAD)
        painter.drawText(room, self._wrap(room.width()) | int(Qt.AlignmentFlag.AlignVCenter), self._shown)

    def _paint_mark(self, painter: QPainter, *, chosen: bool) -> None:
        centre = QPointF(_PAD + _MARK, self.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "edge"), 1.5))
        painter.drawEllipse(centre, 7, 7)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(centre, 3.5, 3.5)
