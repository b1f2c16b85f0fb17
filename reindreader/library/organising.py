"""Collections, tags with colours, saved searches, stars and reading state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from reindreader.errors import UnknownKeyError
from reindreader.library.history import Before, told
from reindreader.library.links import Links
from reindreader.library.schema import collections, members, next_id, records, searches, tag_colours, tags

T = TypeVar("T")


class ReadingState(StrEnum):
    """How far the user is. Told by the progress, unless set by hand."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"

    @classmethod
    def of(cls, by_hand: str | None, progress: float) -> "ReadingState":
        """The state by what was set and how far reading came."""
        if by_hand:
            return cls(by_hand)
        return cls.READ if progress >= ALL_BUT_READ else cls.READING if progress > 0 else cls.UNREAD


_BINNED = sa.select(records.c.id).where(records.c.binned.is_not(None))

ALL_BUT_READ = 0.98
"""What stands below the last paragraph is seldom scrolled to."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection. ``parent``: the one it lies in; ``position``: among its siblings; ``count``: records (not binned)."""

    id: int
    parent: int | None
    name: str
    position: int
    count: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many records (not in the bin) have it. ``colour``: ``#rrggbb`` or a name, as it was given."""

    name: str
    colour: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name."""

    id: int
    name: str
    query: str


class Organising(Links):
    """The part of a library that puts records in order."""

    # Collections

    def collections(self) -> tuple[Collection, ...]:
        """All collections: parents before what lies in them, siblings in their order."""
        counted = (
            sa.select(members.c.collection, sa.func.count().label("size"))
            .where(members.c.record.not_in(_BINNED))
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
            return self._add_collection(connection, name, parent)

    def _add_collection(self, connection: sa.Connection, name: str, parent: int | None) -> int:
        inside = sa.select(sa.func.max(collections.c.position)).where(collections.c.parent.is_not_distinct_from(parent))
        last = connection.scalar(inside)
        own = next_id(connection, collections)
        row = {"id": own, "name": name, "parent": parent, "position": 0 if last is None else last + 1}
        connection.execute(sa.insert(collections).values(row))
        return own

    def rename_collection(self, collection: int, name: str) -> None:
        """Give a collection another name."""
        with self._writing() as connection:
            self._update_collection(connection, collection, {"name": name})

    def move_collection(self, collection: int, parent: int | None, position: int) -> None:
        """Put a collection into another (None: none), before what is at the position there.

        Raises ValueError where that would put it into itself.
        """
        with self._writing() as connection:
            if parent in self._inside(connection, collection):
                raise ValueError("a collection cannot lie in itself")
            self._update_collection(connection, collection, {"parent": parent})
            siblings = sa.select(collections.c.id).where(collections.c.parent.is_not_distinct_from(parent))
            others = siblings.where(collections.c.id != collection).order_by(collections.c.position, collections.c.id)
            order = list(connection.scalars(others))
            order.insert(position, collection)
            for number, one in enumerate(order):
                self._update_collection(connection, one, {"position": number})

    def _update_collection(self, connection: sa.Connection, collection: int, values: dict[str, Any]) -> None:
        changed = sa.update(collections).where(collections.c.id == collection).values(values)
        if not connection.execute(changed).rowcount:
            raise UnknownKeyError(str(collection))

    def _inside(self, connection: sa.Connection, collection: int) -> list[int]:
        """The collection and all that lie in it, however deep."""
        rows = connection.execute(sa.select(collections.c.id, collections.c.parent)).all()
        found, number = [collection], 0
        while number < len(found):
            found += [row.id for row in rows if row.parent == found[number] and row.id not in found]
            number += 1
        return found

    def remove_collection(self, collection: int) -> None:
        """Take a collection away, with those that lie in it; the records stay. It can be taken back."""
        with self._writing() as connection:
            name = connection.scalar(sa.select(collections.c.name).where(collections.c.id == collection))
            if name is None:
                return
            inside = self._inside(connection, collection)
            before = Before(connection)
            before.keep(collections, collections.c.id.in_(inside))
            before.keep(members, members.c.collection.in_(inside))
            before.write("remove-collection", name=name)
            connection.execute(sa.delete(collections).where(collections.c.id == collection))

    def collect(self, collection: int, ids: Sequence[int]) -> None:
        """Put records into a collection."""
        with self._writing() as connection:
            for record in ids:
                self._collect(connection, collection, record)

    def _collect(self, connection: sa.Connection, collection: int, record: int) -> None:
        before = self._collections_of(connection, record)
        if collection not in before:
            connection.execute(sa.insert(members).values(collection=collection, record=record))
            told(connection, [(record, before or None, [*before, collection])], "collections", self.by)

    def _collect_by_path(self, connection: sa.Connection, record: int, path: tuple[str, ...]) -> None:
        parent: int | None = None
        for name in path:
            same = sa.and_(collections.c.name == name, collections.c.parent.is_not_distinct_from(parent))
            here = connection.scalar(sa.select(collections.c.id).where(same))
            parent = self._add_collection(connection, name, parent) if here is None else here
        if parent is not None:
            self._collect(connection, parent, record)

    def uncollect(self, collection: int, ids: Sequence[int]) -> None:
        """Take records out of a collection."""
        with self._writing() as connection:
            for record in ids:
                before = self._collections_of(connection, record)
                own = sa.and_(members.c.collection == collection, members.c.record == record)
                connection.execute(sa.delete(members).where(own))
                after = self._collections_of(connection, record)
                told(connection, [(record, before, after or None)], "collections", self.by)

    def collections_of(self, record: int) -> tuple[int, ...]:
        """The ids of the collections that a record is in."""
        with self._reading() as connection:
            return tuple(self._collections_of(connection, record))

    def _collections_of(self, connection: sa.Connection, record: int) -> list[int]:
        own = sa.select(members.c.collection).where(members.c.record == record).order_by(members.c.collection)
        return list(connection.scalars(own))

    # Tags

    def tags(self) -> tuple[Tag, ...]:
        """All tags by their names, those that only have a colour too."""
        counted = (
            sa.select(tags.c.tag, sa.func.count().label("size"))
            .where(tags.c.record.not_in(_BINNED))
            .group_by(tags.c.tag)
        )
        with self._reading() as connection:
            counts = {row.tag: row.size for row in connection.execute(counted)}
            colours = {row.tag: row.colour for row in connection.execute(sa.select(tag_colours))}
        return tuple(Tag(name, colours.get(name), counts.get(name, 0)) for name in sorted({*counts, *colours}))

    def set_tag_colour(self, tag: str, colour: str | None) -> None:
        """Give a tag a colour, or none."""
        with self._writing() as connection:
            connection.execute(sa.delete(tag_colours).where(tag_colours.c.tag == tag))
            if colour is not None:
                connection.execute(sa.insert(tag_colours).values(tag=tag, colour=colour))

    def tag(self, ids: Sequence[int], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add tags to records, and take others away."""
        more, less = set(add), set(remove)
        with self._writing() as connection:
            for record in ids:
                own = set(connection.scalars(sa.select(tags.c.tag).where(tags.c.record == record)))
                self._set_tags(connection, record, (own | more) - less)
            self._index(connection, ids)

    def rename_tag(self, old: str, new: str) -> None:
        """Give a tag another name; one that is there already takes its records in. It can be taken back."""
        self._change_tag("rename-tag", old, new)

    def remove_tag(self, tag: str) -> None:
        """Take a tag away from all records. It can be taken back."""
        self._change_tag("remove-tag", tag, None)

    def _change_tag(self, what: str, old: str, new: str | None) -> None:
        with self._writing() as connection:
            having = list(connection.scalars(sa.select(tags.c.record).where(tags.c.tag == old).order_by(tags.c.record)))
            before = Before(connection)
            before.keep(tags, tags.c.tag == old)
            before.keep(tag_colours, tag_colours.c.tag == old)
            there = set(connection.scalars(sa.select(tags.c.record).where(tags.c.tag == new)))
            for record in having:
                if new is not None and record not in there:
                    before.born(tags, record=record, tag=new)
            if new is not None and self._colour(connection, new) is None:
                before.born(tag_colours, tag=new)
            before.write(what, name=old, new=new, records=having)
            for record in having:
                own = set(connection.scalars(sa.select(tags.c.tag).where(tags.c.record == record)))
                self._set_tags(connection, record, (own - {old}) | ({new} if new is not None else set()))
            self._recolour(connection, old, new)
            self._index(connection, having)

    def _colour(self, connection: sa.Connection, tag: str) -> str | None:
        return connection.scalar(sa.select(tag_colours.c.colour).where(tag_colours.c.tag == tag))

    def _recolour(self, connection: sa.Connection, old: str, new: str | None) -> None:
        own = tag_colours.c.tag == old
        if new is None or self._colour(connection, new) is not None:
            connection.execute(sa.delete(tag_colours).where(own))
        else:
            connection.execute(sa.update(tag_colours).where(own).values(tag=new))

    # Saved searches

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches in their order."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(searches).order_by(searches.c.position, searches.c.id))
            return tuple(SavedSearch(row.id, row.name, row.query) for row in rows)

    def save_search(self, name: str, query: str) -> int:
        """Keep a query under a name, in place of the one that has the name; return its id."""
        with self._writing() as connection:
            here = connection.scalar(sa.select(searches.c.id).where(searches.c.name == name))
            if here is not None:
                connection.execute(sa.update(searches).where(searches.c.id == here).values(query=query))
                return int(here)
            last = connection.scalar(sa.select(sa.func.max(searches.c.position)))
            own = next_id(connection, searches)
            row = {"id": own, "name": name, "query": query, "position": 0 if last is None else last + 1}
            connection.execute(sa.insert(searches).values(row))
            return own

    def rename_search(self, search: int, name: str) -> None:
        """Give a saved search another name, with a number where another search has it; one that is gone stays gone."""
        with self._writing() as connection:
            taken = set(connection.scalars(sa.select(searches.c.name).where(searches.c.id != search)))
            free = next(own for number in range(1, len(taken) + 2) if (own := _numbered(name, number)) not in taken)
            connection.execute(sa.update(searches).where(searches.c.id == search).values(name=free))

    def remove_search(self, search: int) -> None:
        """Take a saved search away. It can be taken back."""
        with self._writing() as connection:
            name = connection.scalar(sa.select(searches.c.name).where(searches.c.id == search))
            if name is not None:
                before = Before(connection)
                before.keep(searches, searches.c.id == search)
                before.write("remove-search", name=name)
                connection.execute(sa.delete(searches).where(searches.c.id == search))

    # Stars and reading state

    def set_starred(self, ids: Sequence[int], starred: bool = True) -> None:
        """Put a star on records, or take it off."""
        self._set_on_each(ids, {"starred": int(starred)})

    def set_state(self, ids: Sequence[int], state: ReadingState | None) -> None:
        """Say how far the user is with records; None leaves it to the progress again."""
        self._set_on_each(ids, {"state": state.value if state else None})

    def _set_on_each(self, ids: Sequence[int], values: dict[str, Any]) -> None:
        with self._writing() as connection:
            for some in parts(ids):
                connection.execute(sa.update(records).where(records.c.id.in_(some)).values(values))


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"


def parts(ids: Sequence[T], size: int = 500) -> Iterator[list[T]]:
    """The ids, some hundreds at a time."""
    rest = iter(ids)
    while some := list(islice(rest, size)):
        yield some


def _in_order(found: Sequence[Collection], parent: int | None) -> Iterator[Collection]:
    for one in found:
        if one.parent == parent:
            yield one
            yield from _in_order(found, one.id)
