"""The line in which a fact is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reindreader.desktop.stylesheet import restyle

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FactEditor(QLineEdit):
    """Enter, Tab and a click elsewhere commit; Esc leaves."""

    committed = Signal(str)
    left = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._done = False
        self._refused: str | None = None

    def show_invalid(self, sentence: str) -> None:
        """Mark the words as refused, and say why. Left as they are, they are given up."""
        self._refused = self.text().strip()
        self.setProperty("invalid", "true")
        self.setAccessibleDescription(sentence)
        restyle(self)

    def put_away(self, back: QWidget) -> None:
        """Close, and give up what was typed; the keyboard goes to ``back`` where it was here."""
        held = self.hasFocus()
        self.give_up()
        self.hide()
        self.deleteLater()
        if held:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Commit nothing any more."""
        self._done = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Esc are ours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: words that were typed are not thrown away."""
        super().focusOutEvent(event)
        if event.reason() in _PASSING:
            return
        if self.text().strip() == self._refused:
            self._leave()
        else:
            self._commit()

    def _commit(self) -> None:
        if not self._done:
            self._done = True
            self.committed.emit(self.text().strip())

    def _leave(self) -> None:
        if not self._done:
            self._done = True
            self.left.emit()
