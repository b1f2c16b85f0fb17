"""Tags with colours, saved searches, stars and reading state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from reindreader.library import search
from reindreader.library.connected import Connected
from reindreader.library.history import Before
from reindreader.library.records import change_tags
from reindreader.library.rows import parts
from reindreader.library.schema import BINNED, next_id, records, searches, tag_colours, tags


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


ALL_BUT_READ = 0.98
"""What stands below the last paragraph is seldom scrolled to."""


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


class Organising(Connected):
    """The part of a library that puts records in order."""

    # Tags

    def tags(self) -> tuple[Tag, ...]:
        """All tags by their names, those that only have a colour too."""
        counted = (
            sa.select(tags.c.tag, sa.func.count().label("size"))
            .where(tags.c.record.not_in(BINNED))
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
            change_tags(connection, ids, lambda own: (own | more) - less)
            search.index(connection, ids)

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
            if new is not None and _colour(connection, new) is None:
                before.born(tag_colours, tag=new)
            before.write(what, name=old, new=new, records=having)
            come = {new} if new is not None else set()
            change_tags(connection, having, lambda own: (own - {old}) | come)
            _recolour(connection, old, new)
            search.index(connection, having)

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


def _colour(connection: sa.Connection, tag: str) -> str | None:
    return connection.scalar(sa.select(tag_colours.c.colour).where(tag_colours.c.tag == tag))


def _recolour(connection: sa.Connection, old: str, new: str | None) -> None:
    own = tag_colours.c.tag == old
    if new is None or _colour(connection, new) is not None:
        connection.execute(sa.delete(tag_colours).where(own))
    else:
        connection.execute(sa.update(tag_colours).where(own).values(tag=new))


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"
