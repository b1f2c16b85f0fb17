"""Collections: their tree, and which records lie in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reindreader.errors import UnknownKeyError
from reindreader.library.connected import Connected
from reindreader.library.history import Before, told
from reindreader.library.rows import parts
from reindreader.library.schema import BINNED, collections, members, next_id


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection. ``parent``: the one it lies in; ``position``: among its siblings; ``count``: records (not binned)."""

    id: int
    parent: int | None
    name: str
    position: int
    count: int


class Collecting(Connected):
    """The part of a library that keeps collections."""

    def collections(self) -> tuple[Collection, ...]:
        """All collections: parents before what lies in them, siblings in their order."""
        counted = (
            sa.select(members.c.collection, sa.func.count().label("size"))
            .where(members.c.record.not_in(BINNED))
            .group_by(members.c.collection)
            .subquery()
        )
        wanted = sa.select(collections, counted.c.size).join(
            counted, counted.c.collection == collections.c.id, isouter=True
        )
        with self._reading() as connection:
            rows = connection.execute(wanted.order_by(collections.c.position, collections.c.id)).all()
        found = [Collection(row.id, row.parent, row.name, row.position, row.size or 0) for row in rows]
        return tuple(_in_order(found, None))

    def add_collection(self, name: str, parent: int | None = None) -> int:
        """Make a collection, the last one in its parent; return its id."""
        with self._writing() as connection:
            return _add_collection(connection, name, parent)

    def rename_collection(self, collection: int, name: str) -> None:
        """Give a collection another name."""
        with self._writing() as connection:
            _update_collection(connection, collection, {"name": name})

    def move_collection(self, collection: int, parent: int | None, position: int) -> None:
        """Put a collection into another (None: none), before what is at the position there.

        Raises ValueError where that would put it into itself.
        """
        with self._writing() as connection:
            if parent in inside(connection, collection):
                raise ValueError("a collection cannot lie in itself")
            _update_collection(connection, collection, {"parent": parent})
            siblings = sa.select(collections.c.id).where(collections.c.parent.is_not_distinct_from(parent))
            others = siblings.where(collections.c.id != collection).order_by(collections.c.position, collections.c.id)
            order = list(connection.scalars(others))
            order.insert(position, collection)
            for number, one in enumerate(order):
                _update_collection(connection, one, {"position": number})

    def remove_collection(self, collection: int) -> None:
        """Take a collection away, with those that lie in it; the records stay. It can be taken back."""
        with self._writing() as connection:
            name = connection.scalar(sa.select(collections.c.name).where(collections.c.id == collection))
            if name is None:
                return
            gone = inside(connection, collection)
            before = Before(connection)
            before.keep(collections, collections.c.id.in_(gone))
            before.keep(members, members.c.collection.in_(gone))
            before.write("remove-collection", name=name)
            connection.execute(sa.delete(collections).where(collections.c.id == collection))

    def collect(self, collection: int, ids: Sequence[int]) -> list[int]:
        """Put records into a collection; return those that were not in it."""
        with self._writing() as connection:
            return _collect(connection, collection, ids)

    def uncollect(self, collection: int, ids: Sequence[int]) -> list[int]:
        """Take records out of a collection; return those that were in it."""
        gone: list[int] = []
        with self._writing() as connection:
            for some in parts(dict.fromkeys(ids)):
                before = _collections_of(connection, some)
                held = [record for record in some if collection in before.get(record, ())]
                own = sa.and_(members.c.collection == collection, members.c.record.in_(held))
                connection.execute(sa.delete(members).where(own))
                after = {record: [one for one in before[record] if one != collection] for record in held}
                told(connection, ((one, before[one], after[one] or None) for one in held), "collections")
                gone += held
        return gone

    def collections_of(self, record: int) -> tuple[int, ...]:
        """The ids of the collections that a record is in."""
        with self._reading() as connection:
            return tuple(_collections_of(connection, [record]).get(record, ()))


def _add_collection(connection: sa.Connection, name: str, parent: int | None) -> int:
    positions = sa.select(sa.func.max(collections.c.position)).where(collections.c.parent.is_not_distinct_from(parent))
    last = connection.scalar(positions)
    own = next_id(connection, collections)
    row = {"id": own, "name": name, "parent": parent, "position": 0 if last is None else last + 1}
    connection.execute(sa.insert(collections).values(row))
    return own


def _update_collection(connection: sa.Connection, collection: int, values: dict[str, Any]) -> None:
    changed = sa.update(collections).where(collections.c.id == collection).values(values)
    if not connection.execute(changed).rowcount:
        raise UnknownKeyError(str(collection))


def inside(connection: sa.Connection, collection: int) -> set[int]:
    """A collection and all that lie in it, however deep."""
    rows = connection.execute(sa.select(collections.c.id, collections.c.parent)).all()
    return within([collection], {row.id: row.parent for row in rows})


def within(wanted: Iterable[int], parents: Mapping[int, int | None]) -> set[int]:
    """Collections and all that lie in them, however deep. ``parents``: what each collection lies in."""
    found, before = set(wanted), -1
    while len(found) != before:
        before = len(found)
        found |= {one for one, parent in parents.items() if parent in found}
    return found


def _collect(connection: sa.Connection, collection: int, ids: Iterable[int]) -> list[int]:
    come: list[int] = []
    for some in parts(dict.fromkeys(ids)):
        before = _collections_of(connection, some)
        new = [record for record in some if collection not in before.get(record, ())]
        if new:
            connection.execute(sa.insert(members), [{"collection": collection, "record": one} for one in new])
        after = {record: [*before.get(record, ()), collection] for record in new}
        told(connection, ((one, before.get(one), after[one]) for one in new), "collections")
        come += new
    return come


def _collections_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, list[int]]:
    """The collections that records are in, of those that are in any."""
    own = sa.select(members.c.record, members.c.collection).where(members.c.record.in_(ids))
    found: dict[int, list[int]] = {}
    for record, collection in connection.execute(own.order_by(members.c.record, members.c.collection)):
        found.setdefault(record, []).append(collection)
    return found


def collect_by_path(connection: sa.Connection, record: int, path: Sequence[str]) -> None:
    """Put a record into the collection of that path, made where it is not there. No path: into none."""
    parent: int | None = None
    for name in path:
        same = sa.and_(collections.c.name == name, collections.c.parent.is_not_distinct_from(parent))
        here = connection.scalar(sa.select(collections.c.id).where(same))
        parent = _add_collection(connection, name, parent) if here is None else here
    if parent is not None:
        _collect(connection, parent, [record])


def _in_order(found: Sequence[Collection], parent: int | None) -> Iterator[Collection]:
    for one in found:
        if one.parent == parent:
            yield one
            yield from _in_order(found, one.id)
