"""A library: articles with their source bytes, records with their claims, highlights, order. All SQL is in this room.

A Library belongs to the thread that opened it. Each method that changes something is one transaction: when it
returns, the change is on the disk; when it raises, nothing was changed.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Self

import sqlalchemy as sa

from reindreader.errors import UnwritableError
from reindreader.library import migrations, schema, sqlite, whole
from reindreader.library.adding import Adding
from reindreader.library.articles import Articles
from reindreader.library.collecting import Collecting
from reindreader.library.connected import Opened
from reindreader.library.highlights import Highlights
from reindreader.library.history import History
from reindreader.library.hits import never
from reindreader.library.identities import Identities
from reindreader.library.keeping import Keeping
from reindreader.library.links import Links
from reindreader.library.mark import is_whole
from reindreader.library.organising import Organising
from reindreader.library.presence import Presence
from reindreader.library.query import parse
from reindreader.library.records import Records
from reindreader.library.remaking import Remaking, begin, make_whole
from reindreader.library.shelf import Orders, Shelf, ShelfRow, Sort, View, shelf, shelf_rows
from reindreader.library.snippets import Snippet, snippets
from reindreader.library.trash import Trash

Told = Callable[[int, int], None]
"""Is told how many of how many records are done."""


class Library(
    Adding, Records, Identities, Articles, Highlights, Links, Collecting, Organising, Trash, History, Keeping, Remaking
):
    """An open library. Close it, or use it in a ``with`` statement."""

    def __init__(self, opened: Opened, by: str = "") -> None:
        super().__init__(opened, by)
        self._orders = Orders()

    @classmethod
    def open(cls, path: Path, *, by: str = "", told: Told | None = None, patience: float | None = None) -> Self:
        """Open the library at the path; a new one is made where none is, an older one is migrated.

        ``by``: who changes it, for the history. What an older program made of claims and texts is made anew, for as many
        seconds as ``patience`` says (None: until it is done, or another program is at it); ``remake`` goes on with it.
        ``told``: is told how much is done. Raises NewerLibraryError (it is left untouched), NotALibraryError,
        UnwritableError, LibraryBusyError.
        """
        path = path.absolute()
        with whole.told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        medium = sqlite.medium_of(path)
        read_only = medium is sqlite.Medium.READ_ONLY
        if read_only and not path.exists():
            raise UnwritableError(path, "read-only")
        presence = Presence(path, path.with_suffix(".files"), make=not read_only)  # before anything tidies up
        try:
            if path.exists() and path.stat().st_size:
                _refuse_what_is_not_ours(path)
            engine = sqlite.open_engine(path, read_only=read_only, network=medium is sqlite.Medium.NETWORK)
        except BaseException:
            presence.end()
            raise
        library = cls(Opened(path, engine, medium, presence), by)
        try:
            library._make_ready(told or (lambda _done, _total: None), patience)
        except BaseException:
            library.close()
            raise
        return library

    def _make_ready(self, told: Told, patience: float | None) -> None:
        with self._reading() as connection:
            same = migrations.is_up_to_date(connection, self.path)
            ready = same and is_whole(connection)
        if ready:
            return
        if self.read_only:
            self._use_a_copy()
        with self._making() as connection:
            if migrations.bring_up_to_date(connection, self.path):
                make_whole(connection)
            begin(connection)
        end = None if patience is None else monotonic() + patience
        for done, total in self.remake(wait=False):
            told(done, total)
            if end is not None and monotonic() > end:
                break

    def shelf(self, view: View, given_up: Callable[[], bool] = never) -> Shelf:
        """What the view shows: ids in order, groups, and what was wrong with the query.

        ``given_up``: whether nobody waits for it any more; then SearchGivenUpError is raised.
        """
        with self._reading() as connection:
            return shelf(connection, view, self._orders, given_up)

    def shelf_ids(self, *, query: str = "", sort: Sort = Sort.ADDED) -> "array[int]":
        """The ids of the records to show, in order: those that the query finds."""
        return self.shelf(View(query, sort)).ids

    def shelf_rows(self, ids: Sequence[int]) -> list[ShelfRow]:
        """What the shelf shows of these records, in their order."""
        with self._reading() as connection:
            return shelf_rows(connection, ids)

    def snippets(self, ids: Sequence[int], query: str) -> dict[int, Snippet]:
        """Of the records in sight, the words around the first place that answers the query, where there is one."""
        with self._reading() as connection:
            return snippets(connection, parse(query), ids)

    @contextmanager
    def snapshot(self) -> Iterator[sa.Connection]:
        """One state of the library to read from, whatever others write meanwhile."""
        with self._reading() as connection:
            yield connection

    def fill(self, rows: Iterable[tuple[sa.Table, Sequence[Mapping[str, Any]]]]) -> None:
        """Put these rows in place of all that the library holds, in one transaction; ``remake`` does the rest."""
        with self._writing() as connection:
            sqlite.defer_references(connection)
            for table in reversed(schema.metadata.sorted_tables):
                connection.execute(sa.delete(table))
            for table, some in rows:
                connection.execute(sa.insert(table), some)
            migrations.say_newest(connection)
            begin(connection, anew=True)


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look before opening for writing: a newer library, or a file of another kind, is not touched at all."""
    engine = sqlite.open_untouched(path)
    try:
        with sqlite.told(path), engine.connect() as connection:
            number = migrations.schema_of(connection, path)
            migrations.refuse_newer(path, number)
    finally:
        engine.dispose()
