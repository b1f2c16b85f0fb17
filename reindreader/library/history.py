"""What changed, when, by whom; and the log from which destructive acts are taken back, also after a restart."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reindreader.library import derived, search
from reindreader.library.connected import Connected
from reindreader.library.rows import claims_of, iso
from reindreader.library.schema import articles, facts, highlights, history, metadata, never_again, records, undo

_KEPT = 200
"""How many acts can be taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a record. ``before``, ``after``: what it was and became, None: nothing; of ``claims`` those that went
    and came, of ``links`` pairs of kind and key, of the others plain values.

    ``what``: ``added``, ``claims``, ``tags``, ``collections``, ``key``, ``links``, ``binned``, ``restored``, ``text``,
    ``merged``, ``taken-back``.
    """

    record: int
    at: str
    what: str
    before: Any = None
    after: Any = None
    by: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Undoable:
    """A destructive act that can be taken back.

    ``what``: ``bin``, ``empty-bin``, ``merge``, ``remove-collection``, ``remove-tag``, ``rename-tag``,
    ``remove-search``, ``remove-highlight``, ``rekey``; ``facts``: what it was done to, for the sentence.
    """

    id: int
    at: str
    what: str
    facts: Mapping[str, Any]


def plain(value: Any) -> str | None:
    """A value of the history as its column has it."""
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def told(connection: sa.Connection, changes: Iterable[tuple[int, Any, Any]], what: str, at: str | None = None) -> None:
    """Write changes (record, before, after) into the history; what stayed as it was is no change. Who makes them is
    known of the transaction (``Connected.by``).
    """
    now, by = at or iso(), connection.get_execution_options().get("by", "")
    rows = [
        {"record": record, "at": now, "by": by, "what": what, "before": plain(before), "after": plain(after)}
        for record, before, after in changes
        if before != after
    ]
    if rows:
        connection.execute(sa.insert(history), rows)


class Before:
    """What is about to be changed or deleted, gathered so that it can be put back."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._rows: list[tuple[str, list[dict[str, Any]]]] = []
        self._born: list[tuple[str, dict[str, Any]]] = []

    def keep(self, table: sa.Table, condition: sa.ColumnElement[bool], *columns: sa.Column[Any]) -> None:
        """Keep the rows, or of these rows the given columns (those that will be changed)."""
        wanted = (*table.primary_key.columns, *columns) if columns else tuple(table.c)
        found = [dict(row._mapping) for row in self._connection.execute(sa.select(*wanted).where(condition))]
        if found:
            self._rows.append((table.name, found))

    def keep_records(self, ids: Sequence[int]) -> None:
        """Keep records with all that hangs on them."""
        own_articles = sa.select(articles.c.id).where(articles.c.record.in_(ids))
        self.keep(records, records.c.id.in_(ids))
        for table in metadata.sorted_tables:
            for key in table.foreign_keys:
                if key.column is records.c.id:
                    self.keep(table, key.parent.in_(ids))
                elif key.column is articles.c.id:
                    self.keep(table, key.parent.in_(own_articles))

    def born(self, table: sa.Table, **key: Any) -> None:
        """A row of this key is about to be made: taking back deletes it."""
        self._born.append((table.name, key))

    def write(self, what: str, **facts: Any) -> None:
        """Write it into the log."""
        for name, rows in self._rows:
            if "id" in metadata.tables[name].c:
                never_again(self._connection, metadata.tables[name], max(row["id"] for row in rows))
        row = {"at": iso(), "what": what, "facts": plain(facts), "rows": plain(self._rows), "born": plain(self._born)}
        self._connection.execute(sa.insert(undo).values(row))
        oldest = sa.select(undo.c.id).order_by(undo.c.id.desc()).offset(_KEPT).limit(1).scalar_subquery()
        self._connection.execute(sa.delete(undo).where(undo.c.id <= oldest))


def forget(connection: sa.Connection, what: str, name: str, gone: set[int]) -> None:
    """Drop acts from the log that were taken back by other means: those whose ``facts[name]`` are all of ``gone``."""
    for row in connection.execute(sa.select(undo.c.id, undo.c.facts).where(undo.c.what == what)).all():
        if set(json.loads(row.facts)[name]) <= gone:
            connection.execute(sa.delete(undo).where(undo.c.id == row.id))


def _put_back(connection: sa.Connection, row: Any) -> list[int]:
    """Undo one act; returns the ids of the records that it touched."""
    order = {table.name: number for number, table in enumerate(metadata.sorted_tables)}
    kept = sorted(json.loads(row.rows), key=lambda one: order[one[0]])
    touched = sorted({*_records_in(kept), *json.loads(row.facts).get("records", ())})
    texts = any(name == articles.name for name, _ in kept)
    if texts:
        search.unindex(connection, touched)
    for name, key in json.loads(row.born):
        connection.execute(sa.delete(metadata.tables[name]).where(_same(metadata.tables[name], key)))
    for name, rows in kept:
        _put_rows(connection, metadata.tables[name], rows)
    derived.make(connection, [own["record"] for name, rows in kept if name == facts.name for own in rows])
    if texts:
        search.index_texts(connection, touched)
    return touched


def make_room(connection: sa.Connection, ids: Iterable[int]) -> None:
    """Take the citation keys of records away until they get others, that they can exchange them."""
    for record in ids:
        values = {"key_folded": f"\0{record}"}
        connection.execute(sa.update(records).where(records.c.id == record).values(values))


def _put_rows(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if table is records:
        make_room(connection, (own["id"] for own in rows if "key" in own))
    for own in rows:
        values = _with_free_key(connection, own) if table is records else own
        if connection.execute(sa.select(sa.literal(1)).select_from(table).where(_same(table, own))).first():
            connection.execute(sa.update(table).where(_same(table, own)).values(values))
        else:
            connection.execute(sa.insert(table).values(values))


def _same(table: sa.Table, row: Mapping[str, Any]) -> sa.ColumnElement[bool]:
    names = [column.name for column in table.primary_key.columns if column.name in row] or list(row)
    return sa.and_(*(table.c[name] == row[name] for name in names))


def _with_free_key(connection: sa.Connection, row: dict[str, Any]) -> dict[str, Any]:
    """The row of a record under its key, or the next one where that was given to another record meanwhile."""
    key, number = row.get("key"), 1
    while key is not None and _other_has(connection, key, row["id"]):
        number += 1
        key = f"{row['key']}-{number}"
    return row if key is None else row | {"key": key, "key_folded": key.casefold()}


def _other_has(connection: sa.Connection, key: str, record: int) -> bool:
    other = sa.select(records.c.id).where(records.c.key_folded == key.casefold(), records.c.id != record)
    return connection.scalar(other) is not None


def _records_in(kept: Iterable[tuple[str, list[dict[str, Any]]]]) -> Iterator[int]:
    for name, rows in kept:
        for own in rows:
            if name == "records":
                yield own["id"]
            elif isinstance(own.get("record"), int):
                yield own["record"]


def _highlights_mark() -> tuple[sa.ColumnElement[Any], ...]:
    return (sa.func.count(highlights.c.id), sa.func.max(highlights.c.modified))


class History(Connected):
    """The part of a library that remembers."""

    def history(self, record: int) -> tuple[Change, ...]:
        """What changed of a record, the oldest first; the first is that it was added."""
        with self._reading() as connection:
            added = connection.scalar(sa.select(records.c.added).where(records.c.id == record))
            rows = connection.execute(sa.select(history).where(history.c.record == record).order_by(history.c.id)).all()
        first = (Change(record, added, "added"),) if added else ()
        return first + tuple(Change(row.record, row.at, row.what, *_values(row), row.by, row.id) for row in rows)

    def mark(self) -> tuple[object, ...]:
        """Another one whenever a record, its order or its highlights have changed, by whomever; reading changes none."""
        newest = (
            sa.func.max(history.c.id),
            sa.func.max(undo.c.id),
            sa.func.max(records.c.id),
            sa.func.count(records.c.id),
        )
        with self._reading() as connection:
            row = connection.execute(
                sa.select(*(sa.select(one).scalar_subquery() for one in (*newest, *_highlights_mark())))
            ).one()
        return tuple(row)

    def undoable(self) -> tuple[Undoable, ...]:
        """The destructive acts that can be taken back, the last one first."""
        with self._reading() as connection:
            rows = connection.execute(
                sa.select(undo.c.id, undo.c.at, undo.c.what, undo.c.facts).order_by(undo.c.id.desc())
            )
            return tuple(Undoable(row.id, row.at, row.what, json.loads(row.facts)) for row in rows)

    def undo_last(self) -> Undoable | None:
        """Take the last destructive act back and return it; None where there is none."""
        with self._writing() as connection:
            row = connection.execute(sa.select(undo).order_by(undo.c.id.desc()).limit(1)).first()
            if row is None:
                return None
            touched = _put_back(connection, row)
            connection.execute(sa.delete(undo).where(undo.c.id == row.id))
            told(connection, ((record, row.what, None) for record in touched), "taken-back")
            search.index(connection, touched)
            return Undoable(row.id, row.at, row.what, json.loads(row.facts))


def _values(row: Any) -> tuple[Any, Any]:
    read: Callable[[str], Any] = claims_of if row.what == "claims" else json.loads
    before, after = (None if text is None else read(text) for text in (row.before, row.after))
    return before, after
