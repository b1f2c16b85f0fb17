"""The shelf: ids, rows, search and order, asked for in the library's thread; the last question alone is answered."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from reindreader.desktop.jobs import Job, Jobs
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.shelf import ShelfPane
from reindreader.library import Library, ShelfRow, Sort

_SEARCH_AFTER_MS = 80


class Shelving(QObject):
    """Connects the shelf with the library."""

    counted = Signal(int)
    """How many articles there are, the search left aside. Told when a list without a search has come."""

    def __init__(self, shelf: ShelfPane, jobs: Jobs, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._jobs, self._preferences = shelf, jobs, preferences
        self._ids: array[int] = array("q")
        self._asked: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        shelf.show_sort(preferences.sort)
        shelf.search_changed.connect(lambda _words: self._timer.start())
        shelf.sort_changed.connect(self._sort)
        shelf.rows_wanted.connect(self._want_rows)

    @property
    def ids(self) -> "array[int]":
        """The articles that are listed."""
        return self._ids

    def refresh(self) -> None:
        """List anew."""
        if self._asked is not None:
            self._asked.cancel()
        words, sort = self._shelf.search_words, self._preferences.sort
        self._asked = self._jobs.submit(
            lambda library: library.shelf_ids(query=words, sort=sort), self._take(whole=not words), lambda _error: None
        )

    def refresh_row(self, record: int) -> None:
        """Show the row of a record as it now is, where it stands."""
        if record in self._ids:
            place = self._ids.index(record)
            self._want_rows(place, place)

    def _take(self, *, whole: bool) -> Callable[["array[int]"], None]:
        def take(ids: "array[int]") -> None:
            self._ids = ids
            self._shelf.show_ids(ids)
            if whole:
                self.counted.emit(len(ids))

        return take

    def _sort(self, sort: Sort) -> None:
        self._preferences.sort = sort
        self.refresh()

    def _want_rows(self, first: int, last: int) -> None:
        wanted = list(self._ids[first : last + 1])

        def rows(library: Library) -> list[ShelfRow]:
            return library.shelf_rows(wanted)

        def take(found: list[ShelfRow]) -> None:
            if list(self._ids[first : last + 1]) == wanted:
                self._shelf.show_rows(first, found)

        self._jobs.submit(rows, take, lambda _error: None)
