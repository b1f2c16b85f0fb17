"""The menu bar, made of the table of commands."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from reindreader.desktop.commands import FILE, VIEW, commands, menu_names
from reindreader.desktop.theme import theme_names
from reindreader.workflows.wording import _


def theme_words() -> dict[str, str]:
    """The themes for people; ``system`` follows the system."""
    names = {"light": _("Light"), "sepia": _("Sepia"), "dark": _("Dark"), "high-contrast": _("High contrast")}
    return {"system": _("As the system"), **{name: names.get(name, name) for name in theme_names()}}


class Menus(QMenu):
    """Makes the menus of a window, and holds the actions by the names of their commands."""

    theme_chosen = Signal(str)
    file_chosen = Signal(object)
    """A path of the recent files."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.actions_by_name: dict[str, QAction] = {}
        self._menus = {name: window.menuBar().addMenu(words) for name, words in menu_names().items()}
        self.recent = QMenu(_("Open &recent"), window)
        self.themes = QMenu(_("&Theme"), window)
        self._theme_group = QActionGroup(self)
        self._fill(window)
        self._fill_themes()

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return self.actions_by_name[name]

    def enable(self, names: Sequence[str], *, on: bool) -> None:
        """What can be done now."""
        for name in names:
            self.actions_by_name[name].setEnabled(on)

    def show_theme(self, name: str) -> None:
        """Tick the theme that is on."""
        for action in self._theme_group.actions():
            action.setChecked(action.data() == name)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the files opened last."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.file_chosen.emit(path))
        self.recent.setEnabled(bool(paths))

    def _fill(self, window: QMainWindow) -> None:
        last: tuple[str, int] | None = None
        for command in commands():
            menu = self._menus[command.menu]
            if last and last[0] == command.menu and last[1] != command.group:
                menu.addSeparator()
            last = (command.menu, command.group)
            action = QAction(command.words + (f"\t{command.single}" if command.single else ""), window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(command.checkable)
            action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
            menu.addAction(action)
            self.actions_by_name[command.name] = action
            if command.name == "paste_article":
                menu.addMenu(self.recent)
        self._menus[VIEW].addSeparator()
        self._menus[VIEW].addMenu(self.themes)
        self._menus[FILE].setToolTipsVisible(True)
        self._menus[VIEW].setToolTipsVisible(True)
        self.recent.setToolTipsVisible(True)

    def _fill_themes(self) -> None:
        for name, words in theme_words().items():
            action = self.themes.addAction(words)
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(lambda _=False, name=name: self.theme_chosen.emit(name))
            self._theme_group.addAction(action)


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
