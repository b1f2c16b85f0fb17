"""What a citation leaves out: a triangle and a sentence; the other sentences one click away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.citation.dismissal import Dismissal
from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.workflows.wording import _, ngettext

_ICON, _GAP, _WIDTH = 16, 6, 440


class WarningLine(QAbstractButton):
    """One line: the first sentence, and how many more there are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._warnings: tuple[str, ...] = ()
        self.clicked.connect(self.open_all)
        self.show_warnings(())

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Show these, the gravest first."""
        self._warnings = tuple(warnings)
        self.setAccessibleName(_("Warning: {sentences}").format(sentences=" ".join(self._warnings)))
        self.setToolTip("\n".join(self._warnings))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._warnings else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(self._warnings))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def open_all(self) -> None:
        """Open a panel with every sentence, whole."""
        window = self.window()
        panel = WarningPanel(self._warnings, self._theme, window)
        corner = (self.parentWidget() or self).mapTo(window, QPoint(0, 0))  # what is warned of stays in sight
        panel.place(QRect(corner, QSize(_WIDTH, self.height())), 6, above=True)
        panel.open_for(self)

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(200, scaled(look.CONTROL_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: triangle, sentence, how many more."""
        painter = QPainter(self)
        size = scaled(_ICON)
        icon("warning", self._theme, _ICON, "warn").paint(painter, QRect(0, (self.height() - size) // 2, size, size))
        more, first = self._more(), self._warnings[0] if self._warnings else ""
        plain, link = ui_font(look.CONTROL), ui_font(look.CONTROL, 500)
        behind = QFontMetrics(link).horizontalAdvance(more) + 2 * _GAP if more else 0
        room = self.width() - size - _GAP - behind
        shown = QFontMetrics(plain).elidedText(first, Qt.TextElideMode.ElideRight, room)
        self._draw(painter, shown, plain, "warn", size + _GAP)
        left = size + _GAP + QFontMetrics(plain).horizontalAdvance(shown) + _GAP
        link.setUnderline(self.underMouse())
        self._draw(painter, more, link, "accent", left)

    def _draw(self, painter: QPainter, words: str, font: QFont, token: str, left: int) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _more(self) -> str:
        count = len(self._warnings) - 1
        return ngettext("and {count} more", "and {count} more", count).format(count=count) if count > 0 else ""


class WarningPanel(Popover):
    """All sentences. Esc, Enter and a click anywhere close it."""

    def __init__(self, warnings: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(" ".join(warnings))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(min(scaled(_WIDTH), parent.width() - 32))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for sentence in warnings:
            column.addLayout(_sentence(sentence, theme))
        self.setFixedHeight(column.totalHeightForWidth(self.width()))
        self._dismissal = Dismissal(self)
        self._dismissal.dismissed.connect(self.deleteLater)

    def open_for(self, owner: QWidget) -> None:
        """Show it; the focus goes back to its owner."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._dismissal.dismissed.connect(lambda: owner.setFocus(Qt.FocusReason.PopupFocusReason))
        self._dismissal.start()


def _sentence(sentence: str, theme: Theme) -> QHBoxLayout:
    mark = QLabel()
    mark.setPixmap(icon("warning", theme, _ICON, "warn").pixmap(scaled(_ICON)))
    words = QLabel(sentence)
    words.setProperty("role", "sentence")
    words.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
