"""The shelf: which records to show, in which order and groups, and what is shown of each that is in sight."""

from array import array
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, groupby
from typing import Any

import sqlalchemy as sa

from reindreader.library import sqlite
from reindreader.library.finding import Found, asks_for_bin, find, inside, state_is
from reindreader.library.hits import never
from reindreader.library.organising import ReadingState
from reindreader.library.query import QueryProblem, parse
from reindreader.library.rows import parts
from reindreader.library.schema import BINNED, LAST, LAST_YEAR, articles, records, tags
from reindreader.model.articles import Source
from reindreader.model.serial import loads


class Sort(StrEnum):
    """The order of the shelf. ``relevance``: how well a query is answered; without one, by when it was added."""

    READ = "read"
    ADDED = "added"
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"
    RELEVANCE = "relevance"


class Grouping(StrEnum):
    """What the shelf is grouped by."""

    NONE = "none"
    WORK = "work"
    OUTLET = "outlet"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class View:
    """What to show, and how. ``collection``: with those that lie in it; ``binned``: what is in the bin, instead."""

    query: str = ""
    sort: Sort = Sort.ADDED
    reverse: bool = False
    group: Grouping = Grouping.NONE
    collection: int | None = None
    tag: str | None = None
    state: ReadingState | None = None
    starred: bool = False
    binned: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of the shelf. ``label``: the work's title, the outlet or the language tag, "" where it is not known."""

    label: str
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The ids in order; ``groups``: in their order (by work: only works of several versions are named)."""

    ids: "array[int]"
    groups: tuple[Group, ...] = ()
    problems: tuple[QueryProblem, ...] = ()


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
    original_title: str = ""
    starred: bool = False
    state: ReadingState = ReadingState.UNREAD
    tags: tuple[str, ...] = ()
    binned: str | None = None
    file: str = ""
    """The name of the file, asked for where there is no title."""


_c = records.c
_ORDERS: dict[Sort, tuple[sa.Column[Any], ...]] = {
    Sort.READ: (_c.read_sort, _c.id),
    Sort.ADDED: (_c.added, _c.id),
    Sort.TITLE: (_c.title_sort, _c.id),
    Sort.AUTHOR: (_c.authors_sort, _c.title_sort, _c.id),
    Sort.YEAR: (_c.year_sort, _c.title_sort, _c.id),
}
"""Each is read from an index alone, forwards or backwards."""

_UNKNOWN: dict[Sort, Any] = {Sort.TITLE: LAST, Sort.AUTHOR: LAST, Sort.YEAR: LAST_YEAR}
_NEWEST_FIRST = frozenset({Sort.READ, Sort.ADDED})
_FEW = 1000
"""So few records are sorted for themselves, rather than picked from the order of all."""
_SOME = 20_000
"""So few are sorted by their ids."""


class Orders:
    """The orders of all records, as long as nothing changes: who types a query asks for the same one at each letter."""

    def __init__(self) -> None:
        self._stamp: object = None
        self._kept: dict[tuple[Sort, bool, bool], array[int]] = {}

    def of(self, connection: sa.Connection, sort: Sort, *, reverse: bool, binned: bool) -> "array[int]":
        """All ids in order, not to be changed."""
        stamp = sqlite.stamp(connection)
        if stamp != self._stamp:
            self._stamp, self._kept = stamp, {}
        key = (sort, reverse, binned)
        if key not in self._kept:
            self._kept[key] = array("q", _all_ordered(connection, sort, reverse=reverse, binned=binned))
        return self._kept[key]


def shelf(connection: sa.Connection, view: View, orders: Orders, given_up: Callable[[], bool] = never) -> Shelf:
    """What the view shows. Raises SearchGivenUpError once ``given_up`` says so."""
    query = parse(view.query)
    ranked = view.sort is Sort.RELEVANCE
    found = (
        find(connection, query, ranked=ranked, given_up=given_up)
        if query.groups or query.problems
        else Found(None, {}, ())
    )
    only = _filtered(connection, view, found.ids)
    binned = view.binned or asks_for_bin(query)
    sort = Sort.ADDED if ranked else view.sort
    if ranked and only is not None and len(only) <= _SOME:
        ids: Sequence[int] = _newest_first(connection, only, binned=binned)
    else:
        ids = _ordered(connection, orders, sort, only, reverse=view.reverse and not ranked, binned=binned)
    if ranked and found.ranks:
        ids = _best_first(ids, found.ranks)
    if view.group is Grouping.NONE:
        return Shelf(array("q", ids), (), found.problems)
    listed = [*ids]
    groups = _GROUPED[view.group](connection, listed)
    return Shelf(array("q", listed), tuple(groups), found.problems)


def _newest_first(connection: sa.Connection, only: Set[int], *, binned: bool) -> list[int]:
    """By when they were added, as their ids tell: without going through the order of all."""
    away = set(connection.scalars(BINNED))
    return sorted(only & away if binned else only - away, reverse=True)


def _best_first(ids: Sequence[int], ranks: Mapping[int, float]) -> Sequence[int]:
    best = sorted((one for one in ids if one in ranks), key=ranks.__getitem__)
    return best + [one for one in ids if one not in ranks] if len(best) < len(ids) else best


def _filtered(connection: sa.Connection, view: View, ids: Set[int] | None) -> Set[int] | None:
    filters = []
    if view.collection is not None:
        filters.append(inside(connection, [view.collection]))
    if view.tag is not None:
        filters.append(set(connection.scalars(sa.select(tags.c.record).where(tags.c.tag == view.tag))))
    if view.state is not None:
        filters.append(set(sqlite.ids(connection, sa.select(_c.id).where(state_is(view.state)))))
    if view.starred:
        filters.append(set(sqlite.ids(connection, sa.select(_c.id).where(_c.starred == 1))))
    for own in filters:
        ids = own if ids is None else ids & own
    return ids


def _ordered(
    connection: sa.Connection, orders: Orders, sort: Sort, only: Set[int] | None, *, reverse: bool, binned: bool
) -> Sequence[int]:
    """The ids (of ``only``) in order, not to be changed. What is not known comes last, in either direction."""
    if only is not None and len(only) <= _FEW:
        return _few_ordered(connection, sort, only, reverse=reverse, binned=binned)
    ids = orders.of(connection, sort, reverse=reverse, binned=binned)
    return ids if only is None else [one for one in ids if one in only]


def _is_backwards(sort: Sort, *, reverse: bool) -> bool:
    return reverse is not (sort in _NEWEST_FIRST)


def _all_ordered(connection: sa.Connection, sort: Sort, *, reverse: bool, binned: bool) -> list[int]:
    columns, backwards = _ORDERS[sort], _is_backwards(sort, reverse=reverse)
    wanted = sa.select(_c.id).where(_c.binned.is_not(None) if binned else _c.binned.is_(None))
    order = [column.desc() if backwards else column for column in columns]
    if not (backwards and sort in _UNKNOWN):
        return sqlite.ids(connection, wanted.order_by(*order))
    known = sqlite.ids(connection, wanted.where(columns[0] < _UNKNOWN[sort]).order_by(*order))
    return known + sqlite.ids(connection, wanted.where(columns[0] == _UNKNOWN[sort]).order_by(*order))


def _few_ordered(connection: sa.Connection, sort: Sort, only: Set[int], *, reverse: bool, binned: bool) -> list[int]:
    """The same for few records, which are looked up: the engine would go through the order of all."""
    columns, backwards = _ORDERS[sort], _is_backwards(sort, reverse=reverse)
    rows = [
        tuple(row[1:])
        for some in parts(sorted(only))
        for row in connection.execute(sa.select(_c.binned, *columns).where(_c.id.in_(some)))
        if (row[0] is not None) is binned
    ]
    rows.sort(reverse=backwards)
    if backwards and sort in _UNKNOWN:
        rows.sort(key=lambda row: row[0] == _UNKNOWN[sort])
    return [row[-1] for row in rows]


# Groups


def _by_column(
    connection: sa.Connection, ids: list[int], sorted_by: sa.Column[Any], shown: sa.Column[Any]
) -> list[Group]:
    """Bring the ids into groups, in place: by a column, the groups in its order, what is not known last."""
    place: dict[int, int] = {}
    for number, own in enumerate(_gathered(connection, sorted_by)):
        place.update(dict.fromkeys(own, number))
    ids.sort(key=place.__getitem__)
    groups = [(number, len(list(own))) for number, own in groupby(map(place.__getitem__, ids))]
    starts = list(accumulate((count for _, count in groups), initial=0))
    firsts = [ids[start] for start in starts[:-1]]
    labels: dict[int, str | None] = {}
    for some in parts(firsts):
        labels |= {row[0]: row[1] for row in connection.execute(sa.select(_c.id, shown).where(_c.id.in_(some)))}
    return [
        Group(labels.get(ids[start]) or "", start, count) for start, (_, count) in zip(starts, groups, strict=False)
    ]


def _gathered(connection: sa.Connection, column: sa.Column[Any]) -> list[list[int]]:
    """The ids of each value of a column, in its order, those without a value last: from an index alone."""
    found: list[tuple[Any, list[int]]] = []
    for binned in (_c.binned.is_(None), _c.binned.is_not(None)):
        query = sa.select(column, sqlite.gathered(_c.id)).where(binned).group_by(column)
        found += [(LAST if row[0] is None else row[0], sqlite.scattered(row[1])) for row in connection.execute(query)]
    found.sort(key=lambda own: own[0])
    return [[one for _, own in some for one in own] for _, some in groupby(found, key=lambda own: own[0])]


def _by_outlet(connection: sa.Connection, ids: list[int]) -> list[Group]:
    return _by_column(connection, ids, _c.outlet_sort, _c.outlet)


def _by_language(connection: sa.Connection, ids: list[int]) -> list[Group]:
    return _by_column(connection, ids, _c.language, _c.language)


def _by_work(connection: sa.Connection, ids: list[int]) -> list[Group]:
    """Bring versions of a work together, in place: where the first of them stands."""
    several = sa.select(_c.work).group_by(_c.work).having(sa.func.count() > 1)
    own = sa.select(_c.id, _c.work, _c.title).where(_c.work.in_(several))
    works = {row.id: row for row in connection.execute(own)}
    together: dict[str, list[int]] = {}
    for one in ids:
        if one in works:
            together.setdefault(works[one].work, []).append(one)
    grouped: list[int] = []
    groups: list[Group] = []
    for one in ids:
        versions = together.get(works[one].work, []) if one in works else [one]
        if versions[:1] != [one]:
            continue
        if len(versions) > 1:
            groups.append(Group(works[one].title, len(grouped), len(versions)))
        grouped += versions
    ids[:] = grouped
    return groups


_GROUPED = {Grouping.WORK: _by_work, Grouping.OUTLET: _by_outlet, Grouping.LANGUAGE: _by_language}


# Rows


def shelf_rows(connection: sa.Connection, ids: Sequence[int]) -> list[ShelfRow]:
    """The rows of the given ids, in their order; ids that are gone are left out."""
    rows: dict[int, ShelfRow] = {}
    for some in parts(ids):
        named: dict[int, tuple[str, ...]] = {}
        for own in connection.execute(sa.select(tags).where(tags.c.record.in_(some)).order_by(tags.c.tag)):
            named[own.record] = (*named.get(own.record, ()), own.tag)
        for row in connection.execute(sa.select(*_SHOWN).where(_c.id.in_(some))):
            rows[row[0]] = _row(row, named.get(row[0], ()))
    return _with_files(connection, [rows[one] for one in ids if one in rows])


_SHOWN = (
    *(_c.id, _c.key, _c.title, _c.authors, _c.translators, _c.language, _c.original_language, _c.progress, _c.added),
    *(_c.opened, _c.outlet, _c.year, _c.original_title, _c.starred, _c.state, _c.binned),
)
"""In the order of the fields of ``ShelfRow``."""


def _row(row: Sequence[Any], own_tags: tuple[str, ...]) -> ShelfRow:
    *shown, starred, state, binned = row
    values: Sequence[Any] = (*shown, bool(starred), ReadingState.of(state, shown[7]), own_tags, binned)
    return ShelfRow(*values)


def _with_files(connection: sa.Connection, rows: list[ShelfRow]) -> list[ShelfRow]:
    """What has no title is known by the name of its file."""
    untitled = [row.id for row in rows if not row.title]
    if not untitled:
        return rows
    query = sa.select(articles.c.record, articles.c.source).where(articles.c.record.in_(untitled))
    names = {row.record: loads(row.source, Source).name for row in connection.execute(query)}
    return [replace(row, file=names.get(row.id, "")) for row in rows]
