"""The rows of the shelf: an array of ids, and only those rows in memory that were lately in sight."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from reindreader.desktop.shelf import words
from reindreader.library import Snippet
from reindreader.library.shelf import ShelfRow

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role of the whole ``ShelfRow``; None while it is on its way."""
SNIPPET = ROW + 1
"""The role of the ``Snippet`` of a row that was found; None where there is none."""

PAGE = 50
"""Rows are asked for by the page."""

_PAGES_KEPT = 32


class ShelfModel(QAbstractListModel):
    """A list of any length. It asks for the rows it lacks by ``rows_wanted`` and gets them by ``show_rows``."""

    rows_wanted = Signal(int, int)
    """The first and the last position of rows that came into sight; asked once."""
    snippets_wanted = Signal(object)
    """The ids of found articles that came into sight without the words around their hits; asked once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = array("q")
        self._rows: dict[int, ShelfRow] = {}
        self._held: list[int] = []  # pages with fresh rows, oldest first
        self._asked: set[int] = set()
        self._unasked: list[int] = []
        self._snippets: dict[int, Snippet] = {}
        self._searching = False
        self._known_of: set[int] = set()  # whose words were asked for or came
        self._unknown: list[int] = []
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_more)

    def show_ids(
        self,
        ids: Sequence[int],
        rows: Sequence[ShelfRow] = (),
        snippets: Mapping[int, Snippet] = MappingProxyType({}),
        *,
        searching: bool = False,
    ) -> None:
        """Show these articles in this order. Rows known from before stand in until they come afresh.

        ``rows``, ``snippets``: the first ones, where they are at hand, so that nothing is laid out twice; ``searching``:
        they were found by words, so that the words around the hits are wanted of what is in sight.
        """
        self.beginResetModel()
        self._ids = array("q", ids)
        self._held.clear()
        self._asked.clear()
        self._snippets.clear()
        self._searching = searching
        self._known_of.clear()
        self._unknown.clear()
        self._keep(0, rows)
        self._snippets.update(snippets)
        self._known_of.update(snippets)
        self.endResetModel()

    def show_rows(self, first: int, rows: Sequence[ShelfRow]) -> None:
        """Take the rows from position ``first`` on."""
        self._keep(first, rows)
        last = min(first + len(rows), len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _keep(self, first: int, rows: Sequence[ShelfRow]) -> None:
        if rows:
            self._rows.update((row.id, row) for row in rows)
            pages = range(first // PAGE, (first + len(rows) - 1) // PAGE + 1)
            self._held = [held for held in self._held if held not in pages] + [*pages]
            self._asked.difference_update(pages)
            self._forget()

    def show_changed(self, rows: Sequence[ShelfRow]) -> None:
        """Take rows as they now are; those that are out of memory stay out."""
        changed = {row.id: row for row in rows if row.id in self._rows}
        self._rows.update(changed)
        if changed and len(self._ids):
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def show_snippets(self, snippets: Mapping[int, Snippet]) -> None:
        """Take words around hits, by the ids of their articles."""
        self._snippets.update(snippets)
        self._known_of.update(snippets)
        if snippets and len(self._ids):
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def rows_of(self, ids: Sequence[int]) -> list[ShelfRow]:
        """Those rows of the articles that are in memory."""
        return [self._rows[one] for one in ids if one in self._rows]

    def id_at(self, position: int) -> int:
        """The id of the article at a position."""
        return self._ids[position]

    def position_of(self, article: int) -> int | None:
        """Where an article stands, None where it is not listed."""
        try:
            return self._ids.index(article)
        except ValueError:
            return None

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what an index shows. Wanting a row is asking for it."""
        row = self._row(index.row()) if index.isValid() else None
        if role == ROW or row is None:
            return row if role == ROW else None
        if role == SNIPPET:
            return self._snippet(row.id)
        wording = _WORDINGS.get(role)
        return wording(row) if wording else None

    def _row(self, position: int) -> ShelfRow | None:
        page = position // PAGE
        if page not in self._held and page not in self._asked:
            self._asked.add(page)
            self._unasked.append(page)
            self._ask.start()  # later: a painter must not wait for a database
        return self._rows.get(self._ids[position])

    def _snippet(self, article: int) -> Snippet | None:
        if self._searching and article not in self._known_of:
            self._known_of.add(article)
            self._unknown.append(article)
            self._ask.start()
        return self._snippets.get(article)

    def _ask_for_more(self) -> None:
        self._ask_for_pages()
        unknown, self._unknown = self._unknown, []
        if unknown:
            self.snippets_wanted.emit(unknown)

    def _ask_for_pages(self) -> None:
        unasked, self._unasked = sorted(set(self._unasked)), []
        for page in unasked:
            first = page * PAGE
            if first < len(self._ids):
                self.rows_wanted.emit(first, min(first + PAGE, len(self._ids)) - 1)

    def _forget(self) -> None:
        if len(self._held) <= _PAGES_KEPT:
            return
        self._held = self._held[-_PAGES_KEPT:]
        kept = {one for page in self._held for one in self._ids[page * PAGE : (page + 1) * PAGE]}
        self._rows = {one: row for one, row in self._rows.items() if one in kept}


_WORDINGS: dict[int, Callable[[ShelfRow], str]] = {
    Qt.ItemDataRole.DisplayRole: words.title,
    Qt.ItemDataRole.ToolTipRole: words.whole,
    Qt.ItemDataRole.AccessibleTextRole: words.spoken,
}
