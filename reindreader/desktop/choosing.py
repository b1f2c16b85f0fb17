"""The palette's entries: commands that can be done now, articles that hold the words, styles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.desktop.commands import commands
from reindreader.desktop.jobs import Job
from reindreader.desktop.key_sheet import shown_keys
from reindreader.desktop.menus import theme_words
from reindreader.desktop.palette import Entry
from reindreader.desktop.shelf.words import title
from reindreader.library import Library, ShelfRow, Sort
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_MOST_ARTICLES = 12


class Choosing(QObject):
    """Fills the palette, and does what was chosen."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._asked: Job | None = None
        self._headings_alone = False
        window.palette_panel.chosen.connect(self._do)
        window.palette_panel.words_changed.connect(self._look_up)
        window.choices.came.connect(self._show_styles)

    def ask(self) -> None:
        """Open the palette."""
        self._headings_alone = False
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
        entries += [Entry("heading", at, words, _("heading")) for at, _level, words in self._window.pane.outline()]
        self._show_styles()
        self._window.palette_panel.show_entries(entries)
        self._window.choices.want()

    def _show_styles(self) -> None:
        self._window.palette_panel.show_styles(() if self._headings_alone else self._window.choices.styles)

    def ask_heading(self) -> None:
        """Open the palette with the article's headings alone."""
        outline = self._window.pane.outline()
        numbers = _("heading {level}")
        entries = [
            Entry(
                "heading",
                offset,
                "\u2003" * max(0, level - 1) + words,
                numbers.format(level=level) if level else _("title"),
            )
            for offset, level, words in outline
        ]
        self._headings_alone = True
        self._show_styles()
        self._window.palette_panel.show_entries(entries)

    def _look_up(self, words: str) -> None:
        if self._headings_alone:
            self._window.palette_panel.show_articles(())
            return
        if self._asked is not None:
            self._asked.cancel()

        def rows(library: Library) -> list[ShelfRow]:
            return library.shelf_rows(library.shelf_ids(query=words, sort=Sort.READ)[:_MOST_ARTICLES])

        self._asked = self._window.jobs.submit(rows, self._take, lambda _error: None)

    def _take(self, rows: Sequence[ShelfRow]) -> None:
        entries = [Entry("article", row.id, title(row), row.authors) for row in rows]
        self._window.palette_panel.show_articles(entries)

    def _do(self, entry: Entry) -> None:
        match entry.kind, entry.key:
            case "article", int(record):
                self._window.current.open(record)
            case "heading", int(offset):
                self._window.pane.show_place(offset)
                self._window.pane.setFocus()
            case "style", str(style):
                self._window.citing.choose_style(style)
            case "theme", str(theme):
                self._window.looks.choose(theme)
            case _, str(name):
                self._window.menus.action(name).trigger()
