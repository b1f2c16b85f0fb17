"""The shelf: which articles there are, in which order, and what a row shows. Ids first, rows when they are in sight."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from reindreader.library.schema import records
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


_TITLE = (records.c.title_sort == "", records.c.title_sort)
_ORDERS: dict[Sort, tuple[sa.ColumnElement[Any], ...]] = {
    Sort.READ: (sa.func.coalesce(records.c.opened, records.c.added).desc(),),
    Sort.ADDED: (records.c.added.desc(),),
    Sort.TITLE: _TITLE,
    Sort.AUTHOR: (records.c.authors_sort == "", records.c.authors_sort, *_TITLE),
    Sort.YEAR: (records.c.year.is_(None), records.c.year.desc(), *_TITLE),
}
"""What is not known comes last."""


def shelf_ids(connection: sa.Connection, *, query: str = "", sort: Sort = Sort.ADDED) -> "array[int]":
    """The record ids of the shelf in order; those that hold all words of the query."""
    wanted = sa.select(records.c.id).where(records.c.binned.is_(None))
    for condition in matches(query):
        wanted = wanted.where(condition)
    return array("q", connection.scalars(wanted.order_by(*_ORDERS[sort], records.c.id.desc())))


def shelf_rows(connection: sa.Connection, ids: Sequence[int]) -> list[ShelfRow]:
    """The rows of the given ids, in their order; ids that are gone are left out."""
    c = records.c
    wanted = sa.select(
        c.id,
        c.key,
        c.title,
        c.authors,
        c.translators,
        c.language,
        c.original_language,
        c.progress,
        c.added,
        c.opened.label("read"),
    ).where(c.id.in_(ids))
    rows = {row.id: ShelfRow(**row._mapping) for row in connection.execute(wanted)}
    return [rows[one] for one in ids if one in rows]
