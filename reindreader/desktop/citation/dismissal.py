"""How a floating panel ends: by Esc, by a click elsewhere, by its window changing size."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (Qt.Key.Key_Escape,)


class Dismissal(QObject):
    """Watches the application while a panel is open."""

    dismissed = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel

    def start(self) -> None:
        """The panel is open."""
        if app := QApplication.instance():
            app.installEventFilter(self)

    def stop(self) -> None:
        """The panel is closed."""
        if app := QApplication.instance():
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Esc is used up; a click goes on to where it went."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self._end()
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            place = self._panel.mapFromGlobal(event.globalPosition().toPoint())
            if not self._panel.rect().contains(place):
                self._end()
        elif event.type() == QEvent.Type.Resize and watched is self._panel.parentWidget():
            self._end()
        return False

    def _end(self) -> None:
        self.stop()
        self.dismissed.emit()
