"""What the keyboard is about: a ring around it, 2 px in the accent, 2 px off; and Enter presses it where it is a button."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from reindreader.desktop.theme import Theme

_RINGED = (QAbstractButton, QComboBox)
"""Fields and lists show the focus themselves."""

_PRESSED = (QPushButton, QToolButton)

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.ParentChange}


class FocusRing(QWidget):
    """One a window. It takes no mouse events, and sees the events of what it stands around, and of no other widget."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._left: QWidget | None = None
        self._away = True
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._take_focus)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's accent."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with what has the focus. In a window that is no dialog Qt's buttons know the space bar alone."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, _PRESSED):
            return _press(watched, event)
        if event.type() in _MOVES:
            self._place()
        return False

    def _take_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A click gives the focus without a ring; a window that comes to the front has the ring that it had, at first none."""
        if new is None:
            self._away = not self.window().isActiveWindow()
            self._left = self._target
        returned = self._away and new is not None
        self._away = self._away and new is None
        by_keys = new is self._left if returned else not QGuiApplication.mouseButtons()
        ours = isinstance(new, _RINGED) and new.window() is self.window()
        self._watch(new if ours else None)
        self._target = new if ours and by_keys else None
        self._place()

    def _watch(self, target: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        while target is not None and target is not self.window():
            self._watched.append(target)
            target.installEventFilter(self)
            target = target.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or target.window() is not self.window():
            self.hide()
            return
        top_left = target.mapTo(self.window(), target.rect().topLeft())
        self.setGeometry(QRect(top_left, target.size()).adjusted(-4, -4, 4, 4))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _press(button: QAbstractButton, event: QEvent) -> bool:
    entered = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if entered:
        button.click()
    return entered
