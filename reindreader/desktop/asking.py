"""A popover that asks for something to be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reindreader.desktop.reading.popover import Popover

_TOP = 12


class Asking(Popover):
    """Stands at the top of what it floats over; Esc closes it."""

    closed = Signal()

    def open_with(self, field: QLineEdit) -> None:
        """Open; what is typed goes into the field."""
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, _TOP)
        self.show()
        self.raise_()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
