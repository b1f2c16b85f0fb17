"""Settings: a menu of type and theme for now, below the button Aa."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Setting(QObject):
    """Changes the preferences."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Offer type and theme."""
        window = self._window
        menu = QMenu(window)
        for name in ("zoom_in", "zoom_out", "zoom_reset", "wider", "narrower"):
            menu.addAction(window.menus.action(name))
        menu.addSeparator()
        menu.addActions(window.menus.themes.actions())
        button = window.side.header.type
        menu.aboutToHide.connect(partial(menu.deleteLater))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
