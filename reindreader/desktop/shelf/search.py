"""The search field of the shelf: a lens before the words, a key hint or a way to clear them behind."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.workflows.wording import _

_ICON = 16


class SearchField(QLineEdit):
    """A line for words. Esc clears it; Down and Enter leave it for the list."""

    left_for_list = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search"))
        self.setAccessibleName(_("Search the library"))
        self._lens = QLabel(self)
        self._hint = QLabel(_("Ctrl+K"), self)
        self._hint.setProperty("role", "hint")
        self._clear = self._button(_("Clear"), _("Clear the search"))
        self._clear.clicked.connect(self.clear)
        self._help = self._button(_("How to search (Alt+Down)"), _("How to search"))
        self._help.setText("?")
        self._help.clicked.connect(self.help_wanted)
        self.textChanged.connect(self._show_ends)
        self._show_ends()

    def show_theme(self, theme: Theme) -> None:
        """Ink the icons."""
        self._lens.setPixmap(icon("search", theme, _ICON).pixmap(scaled(_ICON)))
        self._clear.setIcon(icon("close", theme, 12))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep both ends in place."""
        super().resizeEvent(event)
        self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: help is at hand while one types."""
        super().focusInEvent(event)
        self._show_ends()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: and the key hint is there again."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._show_ends)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc, Down and Enter are ours."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.help_wanted.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: the ends follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_help"):
            self._place()

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc and Alt+Down do the same
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def _show_ends(self, _words: str = "") -> None:
        words, here = self.text(), self.hasFocus()
        self._hint.setVisible(not words and not here)
        self._help.setVisible(here)
        self._clear.setVisible(bool(words))
        self._place()

    def _place(self) -> None:
        words, here = bool(self.text()), self.hasFocus()
        end = scaled(24)
        behind = end * (words + here) if words or here else self._hint.sizeHint().width()
        self.setTextMargins(scaled(_ICON) + 8, 0, behind + 4, 0)
        self._lens.setGeometry(9, 0, scaled(_ICON), self.height())
        self._hint.setGeometry(self.width() - behind - 10, 0, behind, self.height())
        top = (self.height() - end) // 2
        self._clear.setGeometry(self.width() - end - 4, top, end, end)
        self._help.setGeometry(self.width() - (2 if words else 1) * end - 4, top, end, end)
