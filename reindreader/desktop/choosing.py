"""The palette's entries: commands that can be done now, articles that hold the words, styles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.desktop.commands import commands
from reindreader.desktop.jobs import Job
from reindreader.desktop.key_sheet import shown_keys
from reindreader.desktop.menus import theme_words
from reindreader.desktop.palette import Entry
from reindreader.library import Library, ShelfRow, Sort
from reindreader.workflows.style_names import COMMON
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_MOST_ARTICLES = 12


class Choosing(QObject):
    """Fills the palette, and does what was chosen."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._styles: Sequence[tuple[str, str]] = tuple(COMMON.items())
        self._asked: Job | None = None
        window.palette_panel.chosen.connect(self._do)
        window.palette_panel.words_changed.connect(self._look_up)

    def take_styles(self, styles: Sequence[tuple[str, str]]) -> None:
        """Offer these styles."""
        self._styles = styles

    def ask(self) -> None:
        """Open the palette."""
        menus = self._window.menus
        usable = [command for command in commands() if menus.action(command.name).isEnabled()]
        entries = [
            Entry("command", command.name, command.words.replace("&", "").rstrip("…"), shown_keys(command))
            for command in usable
            if command.name != "palette"
        ]
        entries += [
            Entry("theme", name, _("Theme: {name}").format(name=words)) for name, words in theme_words().items()
        ]
        entries += [Entry("style", style, words, _("style")) for style, words in self._styles]
        self._window.palette_panel.show_entries(entries)

    def _look_up(self, words: str) -> None:
        if self._asked is not None:
            self._asked.cancel()

        def rows(library: Library) -> list[ShelfRow]:
            return library.shelf_rows(library.shelf_ids(query=words, sort=Sort.READ)[:_MOST_ARTICLES])

        self._asked = self._window.jobs.submit(rows, self._take, lambda _error: None)

    def _take(self, rows: Sequence[ShelfRow]) -> None:
        entries = [Entry("article", row.id, row.title or row.key, row.authors) for row in rows]
        self._window.palette_panel.show_articles(entries)

    def _do(self, entry: Entry) -> None:
        match entry.kind, entry.key:
            case "article", int(record):
                self._window.current.open(record)
            case "style", str(style):
                self._window.citing.choose_style(style)
            case "theme", str(theme):
                self._window.looks.choose(theme)
            case _, str(name):
                self._window.menus.action(name).trigger()
