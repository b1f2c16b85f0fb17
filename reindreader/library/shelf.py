"""The shelf: which articles there are, in which order, and what a row shows. Ids first, rows when they are in sight."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from reindreader.library.organising import ReadingState
from reindreader.library.schema import records, tags
from reindreader.library.search import matches


class Sort(StrEnum):
    """The order of the shelf."""

    READ = "read"
    ADDED = "added"
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One row. ``authors``, ``translators``: family names, joined by ``; ``; ``progress``: 0…1; times ISO 8601 UTC."""

    id: int
    key: str
    title: str
    authors: str
    translators: str
    language: str | None
    original_language: str | None
    progress: float
    added: str
    read: str | None
    outlet: str = ""
    year: int | None = None
    starred: bool = False
    state: ReadingState = ReadingState.UNREAD
    tags: tuple[str, ...] = ()
    binned: str | None = None


_ORDERS: dict[Sort, tuple[sa.ColumnElement[Any], ...]] = {
    Sort.READ: (records.c.read_sort.desc(), records.c.id.desc()),
    Sort.ADDED: (records.c.added.desc(), records.c.id.desc()),
    Sort.TITLE: (records.c.title_sort, records.c.id),
    Sort.AUTHOR: (records.c.authors_sort, records.c.title_sort, records.c.id),
    Sort.YEAR: (records.c.year_sort, records.c.title_sort, records.c.id),
}
"""What is not known comes last. Each is read from an index alone, forwards or backwards."""


def shelf_ids(connection: sa.Connection, *, query: str = "", sort: Sort = Sort.ADDED) -> "array[int]":
    """The record ids of the shelf in order; those that hold all words of the query."""
    wanted = sa.select(records.c.id).where(records.c.binned.is_(None))
    for condition in matches(query):
        wanted = wanted.where(condition)
    return array("q", connection.scalars(wanted.order_by(*_ORDERS[sort])))


def shelf_rows(connection: sa.Connection, ids: Sequence[int]) -> list[ShelfRow]:
    """The rows of the given ids, in their order; ids that are gone are left out."""
    wanted = sa.select(*_SHOWN).where(records.c.id.in_(ids))
    named: dict[int, tuple[str, ...]] = {}
    for own in connection.execute(sa.select(tags).where(tags.c.record.in_(ids)).order_by(tags.c.tag)):
        named[own.record] = (*named.get(own.record, ()), own.tag)
    rows = {row.id: _row(row, named.get(row.id, ())) for row in connection.execute(wanted)}
    return [rows[one] for one in ids if one in rows]


_SHOWN = (
    *(records.c[name] for name in ("id", "key", "title", "authors", "translators", "language", "original_language")),
    *(records.c[name] for name in ("progress", "added", "outlet", "year", "starred", "state", "binned")),
    records.c.opened.label("read"),
)


def _row(row: sa.Row[Any], own_tags: tuple[str, ...]) -> ShelfRow:
    values = dict(row._mapping)
    state = ReadingState.of(values.pop("state"), row.progress)
    return ShelfRow(**values | {"state": state, "starred": bool(row.starred), "tags": own_tags})
