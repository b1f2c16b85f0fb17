"""Which theme is on: the user's, or what the system asks for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reindreader.desktop.preferences import Preferences
from reindreader.desktop.theme import CONTROL, Theme, apply_theme, load_theme, theme_names, ui_font


class Looks(QObject):
    """Dresses the application."""

    changed = Signal(object)
    """The ``Theme`` that is on now."""

    def __init__(self, app: QApplication, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._preferences = app, preferences
        self.theme: Theme = load_theme(self._name())
        app.setFont(ui_font(CONTROL))  # parts measure themselves by it
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.refresh())
        accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
        if accessibility is not None and accessibility() is not None:
            accessibility().contrastPreferenceChanged.connect(lambda _contrast: self.refresh())

    def put_on(self) -> None:
        """Dress the window, once it is made: each of its parts would be dressed anew whenever it is put into another."""
        apply_theme(self._app, self.theme)

    def choose(self, name: str) -> None:
        """Put a theme on, or ``system``."""
        self._preferences.theme = name
        self.refresh()

    def refresh(self) -> None:
        """Put on what is wanted now."""
        theme = load_theme(self._name())
        if theme.name != self.theme.name:
            self.theme = theme
            apply_theme(self._app, theme)
            self.changed.emit(theme)

    def _name(self) -> str:
        if high_contrast():
            return "high-contrast"
        name = self._preferences.theme
        if name in theme_names():
            return name
        return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def high_contrast() -> bool:
    """Whether the system asks for high contrast, which wins over our themes."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    hints = accessibility() if accessibility is not None else None
    return hints is not None and hints.contrastPreference() is Qt.ContrastPreference.HighContrast
