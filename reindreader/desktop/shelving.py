"""The shelf: ids, rows, search and order, asked for in the library's thread; the last question alone is answered."""

from array import array
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from reindreader.desktop.jobs import Job, Jobs
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.shelf import ShelfPane
from reindreader.desktop.shelf.model import PAGE
from reindreader.desktop.shelf.rows import MEASURED
from reindreader.desktop.shelf.sources import ALL, BIN, Source, Sources, load_sources
from reindreader.desktop.shelf.words import group_label
from reindreader.library import Grouping, Library, Shelf, ShelfRow, Snippet, Sort, View
from reindreader.workflows.finding import mistake_words

_SEARCH_AFTER_MS = 30
_FIRST, _SOME = 10, 40
"""Words around hits come with the first rows, and then as rows come into sight, for some at a time."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is shown at once: all ids, the first rows, and the words around hits of the very first."""

    shelf: Shelf
    rows: list[ShelfRow]
    snippets: dict[int, Snippet]


class Shelving(QObject):
    """Connects the shelf with the library."""

    counted = Signal(int)
    """How many articles there are, the search left aside. Told when a list of all without a search has come."""
    listed = Signal()
    """A list has come and is shown."""

    def __init__(self, shelf: ShelfPane, jobs: Jobs, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._jobs, self._preferences = shelf, jobs, preferences
        self._ids: array[int] = array("q")
        self._source, self._sources = ALL, Sources()
        self._asked: list[Job] = []
        self._superseded = Event()
        """Set once something else is asked for: who is still searching stops."""
        self._found_once = False
        self._to_name: Source | None = None
        self._shown: View | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        self._show_order()
        shelf.show_group(preferences.group)
        shelf.search_changed.connect(self._take_words)
        shelf.sort_changed.connect(self.sort)
        shelf.turned.connect(self.turn)
        shelf.grouped.connect(self.group)
        shelf.rows_wanted.connect(self._want_rows)
        shelf.snippets_wanted.connect(self._want_snippets)
        shelf.source_chosen.connect(self.choose)
        shelf.sources_wanted.connect(self.show_sources)

    @property
    def ids(self) -> "array[int]":
        """The articles that are listed."""
        return self._ids

    @property
    def source(self) -> Source:
        """What is listed."""
        return self._source

    @property
    def sources(self) -> Sources:
        """What there is to list."""
        return self._sources

    @property
    def view(self) -> View:
        """What is shown, and how."""
        words = self._shelf.search_words
        return self._source.view(words, self._sort, reverse=self._reverse, group=self._preferences.group)

    def refresh(self) -> None:
        """List anew."""
        self._timer.stop()
        for job in self._asked:
            job.cancel()
        self._superseded.set()
        self._superseded = superseded = Event()
        view, source = self.view, self._source

        def ask(library: Library) -> _Answer:
            found = library.shelf(view, superseded.is_set)
            for own in found.groups:  # names of languages are made here: the first one takes longer than a frame
                group_label(view.group, own.label)
            rows = library.shelf_rows(found.ids[: PAGE if len(found.ids) > MEASURED else MEASURED])
            snippets = library.snippets(found.ids[:_FIRST], view.query) if view.query else {}
            return _Answer(found, rows, snippets)

        self._asked = [self._jobs.submit(ask, lambda answer: self._take(answer, view, source), self._refuse)]

    def refresh_row(self, record: int) -> None:
        """Show the row of a record as it now is, where it stands."""
        self.refresh_rows((record,))

    def refresh_rows(self, records: tuple[int, ...]) -> None:
        """Show rows as they now are, where they stand."""
        if len(records) >= MEASURED:
            self.refresh()
        elif records:
            self._jobs.submit(lambda library: library.shelf_rows(records), self._shelf.show_changed, self._refuse)

    def refresh_sources(self) -> None:
        """List collections, searches and tags anew."""
        self._jobs.submit(load_sources, self._take_sources, self._refuse)

    def choose(self, source: Source) -> None:
        """List another source."""
        self._source = source
        self._shelf.sources.show_current(source)
        self._show_order()
        self.refresh()

    def choose_bin(self) -> None:
        """List what is in the bin."""
        self.show_sources(True)
        self.choose(BIN)

    def show_sources(self, shown: bool) -> None:
        """Show the sources above the list, or put them away; it is remembered."""
        self._shelf.show_sources_list(shown=shown)
        self._preferences.set_flag("sources", on=shown)
        self._preferences.set_flag("sources-chosen", on=True)

    def rename_when_listed(self, source: Source) -> None:
        """Let the name of what was just made be typed, once it is listed."""
        self._to_name = source

    def toggle_sources(self) -> None:
        """Show the sources where they are away, and the other way round."""
        self.show_sources(not self._shelf.sources.isVisibleTo(self._shelf))

    def sort(self, order: Sort) -> None:
        """Another order, from its usual end."""
        if self._searching:
            self._preferences.found_sort = order
        else:
            self._preferences.sort = order
        self.turn(False)

    def turn(self, reverse: bool) -> None:
        """Turn the order round, or back."""
        self._preferences.set_flag("reverse", on=reverse)
        self._show_order()
        self.refresh()

    def group(self, by: Grouping) -> None:
        """Group by something else."""
        self._preferences.group = by
        self._shelf.show_group(by)
        self.refresh()

    @property
    def _searching(self) -> bool:
        return bool(self._shelf.search_words or self._source.query)

    @property
    def _sort(self) -> Sort:
        own = self._preferences.found_sort if self._searching else self._preferences.sort
        return own if self._searching or own is not Sort.RELEVANCE else Sort.ADDED

    @property
    def _reverse(self) -> bool:
        return self._preferences.flag("reverse", default=False)

    def _show_order(self) -> None:
        self._shelf.show_sort(self._sort, reverse=self._reverse)

    def _take_words(self, words: str) -> None:
        self._show_order()
        self._timer.start()
        if not words:
            self._shelf.show_mistakes(())

    def _take(self, answer: _Answer, view: View, source: Source) -> None:
        self._ids = answer.shelf.ids
        self._shelf.show_ids(
            self._ids, answer.shelf.groups, view.group, source, rows=answer.rows, snippets=answer.snippets
        )
        if self._shown is not None and view != self._shown:
            self._shelf.show_top()
        self._shown = view
        self._shelf.show_mistakes(tuple(dict.fromkeys(map(mistake_words, answer.shelf.problems))))
        if source == ALL and not view.query:
            self.counted.emit(len(self._ids))
        self.listed.emit()

    def _take_sources(self, sources: Sources) -> None:
        self._sources = sources
        there = sources.find(self._source)
        self._shelf.show_sources(sources, there or ALL)
        own = bool(sources.collections or sources.searches or sources.tags)
        if not self._found_once:
            self._found_once = True
            shown = self._preferences.flag("sources", default=own)
            self._shelf.show_sources_list(
                shown=shown if self._preferences.flag("sources-chosen", default=False) else own
            )
        if there != self._source:
            self.choose(there or ALL)
        made = sources.find(self._to_name) if self._to_name else None
        if made is not None:
            self._to_name = None
            self._shelf.sources.rename(made)

    def _want_rows(self, first: int, last: int) -> None:
        wanted = list(self._ids[first : last + 1])

        def take(found: list[ShelfRow]) -> None:
            if list(self._ids[first : last + 1]) == wanted:
                self._shelf.show_rows(first, found)

        self._jobs.submit(lambda library: library.shelf_rows(wanted), take, self._refuse)

    def _want_snippets(self, ids: list[int]) -> None:
        query = self.view.query
        if not query:
            return
        for start in range(0, len(ids), _SOME):
            act = partial(Library.snippets, ids=ids[start : start + _SOME], query=query)
            self._asked.append(self._jobs.submit(act, self._shelf.show_snippets, self._refuse))

    def _refuse(self, _error: Exception) -> None:
        """The list stays as it is; what is wrong with the library is told where it was opened."""
