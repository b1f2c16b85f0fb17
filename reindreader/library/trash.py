"""The bin, and records that become one."""

from collections.abc import Sequence

import sqlalchemy as sa

from reindreader.errors import UnknownKeyError
from reindreader.library import search
from reindreader.library.connected import Connected
from reindreader.library.history import Before, forget, told
from reindreader.library.records import replace_claims
from reindreader.library.rows import iso, parts
from reindreader.library.schema import articles, links, members, records, tags
from reindreader.model.claims import Claim


class Trash(Connected):
    """The part of a library that throws away and brings back."""

    def bin(self, ids: int | Sequence[int]) -> None:
        """Put records in the bin; nothing of them is lost. It can be taken back. Raises UnknownKeyError for one id."""
        wanted = [ids] if isinstance(ids, int) else list(ids)
        now = iso()
        with self._writing() as connection:
            kept: list[int] = []
            before = Before(connection)
            for some in parts(wanted):
                there = sa.and_(records.c.id.in_(some), records.c.binned.is_(None))
                kept += connection.scalars(sa.select(records.c.id).where(there))
                before.keep(records, there, records.c.binned)
                connection.execute(sa.update(records).where(there).values(binned=now))
            if isinstance(ids, int) and not kept:
                _must_be_there(connection, ids)
            if kept:
                before.write("bin", records=kept)
            told(connection, ((record, None, now) for record in kept), "binned", now)

    def restore(self, ids: int | Sequence[int]) -> None:
        """Take records out of the bin. Raises UnknownKeyError for one id."""
        wanted = [ids] if isinstance(ids, int) else list(ids)
        with self._writing() as connection:
            if isinstance(ids, int):
                _must_be_there(connection, ids)
            for some in parts(wanted):
                there = sa.and_(records.c.id.in_(some), records.c.binned.is_not(None))
                binned = {row.id: row.binned for row in connection.execute(sa.select(records).where(there))}
                connection.execute(sa.update(records).where(there).values(binned=None))
                told(connection, ((one, when, None) for one, when in binned.items()), "restored")
            forget(connection, "bin", "records", set(wanted))

    def binned(self) -> tuple[int, ...]:
        """The ids of the records in the bin, those put there last first."""
        with self._reading() as connection:
            wanted = sa.select(records.c.id).where(records.c.binned.is_not(None))
            return tuple(connection.scalars(wanted.order_by(records.c.binned.desc(), records.c.id.desc())))

    def empty_bin(self, only: Sequence[int] | None = None) -> int:
        """Delete what is in the bin (``only``: of these records), and return how many that were. It can be taken back.

        Source files stay: another record, a backup or what takes this back may need them.
        """
        with self._writing() as connection:
            ids = list(connection.scalars(sa.select(records.c.id).where(records.c.binned.is_not(None))))
            if only is not None:
                ids = sorted(set(ids).intersection(only))
            if ids:
                forget(connection, "bin", "records", set(ids))
                _delete(connection, ids)
            return len(ids)

    def merge(self, kept: int, other: int, claims: Sequence[Claim]) -> None:
        """Make one of two records: ``kept`` gets the claims, and the other's tags, collections and links to it.

        A text moves over where ``kept`` has none. The other goes to the bin. It can be taken back. Raises
        UnknownKeyError.
        """
        with self._writing() as connection:
            for record in (kept, other):
                _must_be_there(connection, record)
            before = Before(connection)
            before.keep_records([kept, other])
            _take_over_sets(connection, before, kept, other)
            if connection.scalar(sa.select(articles.c.id).where(articles.c.record == kept)) is None:
                _move_text(connection, kept, other)
            moved = sa.and_(links.c.target == other, links.c.record != kept)
            connection.execute(sa.update(links).where(moved).values(target=kept))
            replace_claims(connection, kept, tuple(claims))
            now = iso()
            connection.execute(sa.update(records).where(records.c.id == other).values(binned=now))
            before.write("merge", records=[kept, other])
            told(connection, [(kept, None, other), (other, None, kept)], "merged", now)
            search.index(connection, (kept, other))


def _must_be_there(connection: sa.Connection, record: int) -> None:
    if connection.scalar(sa.select(records.c.id).where(records.c.id == record)) is None:
        raise UnknownKeyError(str(record))


def _delete(connection: sa.Connection, ids: list[int]) -> None:
    before = Before(connection)
    search.unindex(connection, ids)
    for some in parts(ids):
        before.keep_records(some)
    for some in parts(ids):
        connection.execute(sa.delete(records).where(records.c.id.in_(some)))
    before.write("empty-bin", records=ids)


def _take_over_sets(connection: sa.Connection, before: Before, kept: int, other: int) -> None:
    for table, column in ((tags, tags.c.tag), (members, members.c.collection)):
        own = set(connection.scalars(sa.select(column).where(table.c.record == kept)))
        more = set(connection.scalars(sa.select(column).where(table.c.record == other))) - own
        for value in sorted(more, key=str):
            before.born(table, **{"record": kept, column.name: value})
            connection.execute(sa.insert(table).values({"record": kept, column.name: value}))


def _move_text(connection: sa.Connection, kept: int, other: int) -> None:
    search.unindex(connection, (other,))
    connection.execute(sa.update(articles).where(articles.c.record == other).values(record=kept))
    search.index_texts(connection, (kept,))
