"""The search field of the shelf: a lens before the words, a key hint or a way to clear them behind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from reindreader.desktop.theme import Theme, icon
from reindreader.workflows.wording import _

_ICON = 16


class SearchField(QLineEdit):
    """A line for words. Esc clears it; Down and Enter leave it for the list."""

    left_for_list = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search"))
        self.setAccessibleName(_("Search the library"))
        self._lens = QLabel(self)
        self._hint = QLabel(_("Ctrl+K"), self)
        self._hint.setProperty("role", "hint")
        self._clear = QToolButton(self)
        self._clear.setToolTip(_("Clear"))
        self._clear.setAccessibleName(_("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._show_ends)

    def show_theme(self, theme: Theme) -> None:
        """Ink the icons."""
        self._lens.setPixmap(icon("search", theme, _ICON).pixmap(_ICON))
        self._clear.setIcon(icon("close", theme, 12))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep both ends in place."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc, Down and Enter are ours."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)

    def _show_ends(self, words: str) -> None:
        self._hint.setVisible(not words)
        self._clear.setVisible(bool(words))
        self._place()

    def _place(self) -> None:
        behind = self._hint.sizeHint().width() if not self.text() else 24
        self.setTextMargins(_ICON + 8, 0, behind + 4, 0)
        self._lens.setGeometry(9, 0, _ICON, self.height())
        self._hint.setGeometry(self.width() - behind - 10, 0, behind, self.height())
        self._clear.setGeometry(self.width() - 28, (self.height() - 24) // 2, 24, 24)
