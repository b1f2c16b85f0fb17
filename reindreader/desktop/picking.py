"""One thing picked out of many by typing: the original of an article, the collection to add to."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.desktop.jobs import Job
from reindreader.desktop.palette import Entry, Palette
from reindreader.desktop.shelf import words
from reindreader.desktop.theme import Theme
from reindreader.library import Library, ShelfRow, Sort
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_MOST = 12


class Picking(QObject):
    """A field and a list, as the palette has them."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._panel = Palette(window.looks.theme, window)
        self._panel.chosen.connect(self._choose)
        self._panel.words_changed.connect(self._look_up)
        self._asked: Job | None = None
        self._but: int | None = None
        self._take: Callable[[int], object] = lambda _one: None
        self._take_new: Callable[[], object] = lambda: None

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._panel.show_theme(theme)

    def ask_collection(self, paths: Mapping[int, str], take: Callable[[int | None], object]) -> None:
        """Pick a collection; None: a new one."""
        self._take, self._take_new, self._but = take, lambda: take(None), None
        self._panel.show_prompt(_("Add to which collection?"), _("Collection to add to"))
        entries = [Entry("collection", one, path) for one, path in paths.items()]
        self._panel.show_entries([*entries, Entry("new", "new", _("New collection"))])

    def ask_article(self, prompt: str, but: int, take: Callable[[int], object]) -> None:
        """Pick an article; ``but``: not this one."""
        self._take, self._but = take, but
        self._panel.show_prompt(prompt, prompt)
        self._panel.show_entries([])

    def _look_up(self, typed: str) -> None:
        but = self._but
        if but is None:
            return
        if self._asked is not None:
            self._asked.cancel()

        def rows(library: Library) -> list[ShelfRow]:
            ids = [one for one in library.shelf_ids(query=typed, sort=Sort.READ)[: _MOST + 1] if one != but]
            return library.shelf_rows(ids)

        self._asked = self._window.jobs.submit(rows, self._show, lambda _error: None)

    def _show(self, rows: Sequence[ShelfRow]) -> None:
        told = [(row, ", ".join(filter(None, (words.people(row), words.direction(row))))) for row in rows]
        self._panel.show_articles([Entry("article", row.id, words.title(row), hint) for row, hint in told])

    def _choose(self, entry: Entry) -> None:
        if isinstance(entry.key, int):
            self._take(entry.key)
        else:
            self._take_new()
