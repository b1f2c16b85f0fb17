"""What the keyboard is about: a ring around it, 2 px in the accent, 2 px off; and Enter presses it where it is a button."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QToolButton, QWidget

from reindreader.desktop.theme import Theme

_RINGED = (QAbstractButton, QComboBox)
"""Fields and lists show the focus themselves."""

_PRESSED = (QPushButton, QToolButton)

_BY_KEYS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.ParentChange}


class FocusRing(QWidget):
    """One a window. It takes no mouse events."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's accent."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus, and what has it. In a window that is no dialog Qt's buttons know the space bar alone."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(watched, _PRESSED) and self.window() is watched.window():
            return _press(watched, event)
        if kind == QEvent.Type.FocusIn and isinstance(watched, _RINGED) and self.window() is watched.window():
            self._follow(watched if event.reason() in _BY_KEYS else None)  # type: ignore[attr-defined]
        elif kind == QEvent.Type.FocusOut and watched is self._target:
            self._follow(None)
        elif kind in _MOVES and self._target is not None and _holds(watched, self._target):
            self._place()
        return False

    def _follow(self, target: QWidget | None) -> None:
        self._target = target
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible() or target.window() is not self.window():
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


def _holds(watched: QObject, target: QWidget) -> bool:
    return watched is target or (isinstance(watched, QWidget) and watched.isAncestorOf(target))
