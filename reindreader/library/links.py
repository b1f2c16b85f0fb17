"""Versions of works: links between records, texts side by side and their alignments, pairs that are no duplicates."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from reindreader.errors import UnknownKeyError
from reindreader.library import search
from reindreader.library.connected import Connected
from reindreader.library.history import told
from reindreader.library.linking import link_row, linked
from reindreader.library.records import update_record
from reindreader.library.rows import iso
from reindreader.library.schema import alignments, distinct, links, records
from reindreader.model.records import Link, LinkKind

_SAME_WORK = frozenset(LinkKind) - {LinkKind.ADAPTED_FROM}
"""A link of these kinds says that both records are versions of one work; an adaptation is a work of its own."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two texts go together. ``rows``: JSON text, as who aligns them wrote it; ``edited``: by the user's hand."""

    rows: str
    edited: bool


def replace_links(connection: sa.Connection, record: int, new: Sequence[Link]) -> None:
    """Put these links of a record in place of the old ones, and join the works that they say are one."""
    connection.execute(sa.delete(links).where(links.c.record == record))
    if new:
        rows = [link_row(record, position, link) for position, link in enumerate(new)]
        connection.execute(sa.insert(links), rows)
    for link in new:
        if isinstance(link.target, int) and link.kind in _SAME_WORK:
            _join_works(connection, link.target, record)


def _join_works(connection: sa.Connection, one: int, other: int) -> None:
    found = sa.select(records.c.id, records.c.work).where(records.c.id.in_((one, other)))
    works = {row.id: row.work for row in connection.execute(found)}
    if len({one, other} - set(works)):
        raise UnknownKeyError(str(other if one in works else one))
    connection.execute(sa.update(records).where(records.c.work == works[other]).values(work=works[one]))


class Links(Connected):
    """The part of a library that knows what belongs together."""

    def set_links(self, record: int, new: Sequence[Link]) -> None:
        """Replace the links of a record to others; both become versions of one work, save for adaptations.

        What the record itself states of its original is a claim, and no link here. Raises UnknownKeyError.
        """
        with self._writing() as connection:
            update_record(connection, record, {"changed": iso()})
            before = linked(connection, (record,)).get(record, ((), ()))[0]
            replace_links(connection, record, new)
            after = linked(connection, (record,)).get(record, ((), ()))[0]
            told(connection, [(record, _plain(before), _plain(after))], "links")
            search.index(connection, (record,))

    def versions(self, record: int) -> tuple[int, ...]:
        """The ids of all records (not in the bin) of the same work, this one among them, in the order they were added."""
        with self._reading() as connection:
            work = sa.select(records.c.work).where(records.c.id == record).scalar_subquery()
            same = sa.select(records.c.id).where(records.c.work == work, records.c.binned.is_(None))
            return tuple(connection.scalars(same.order_by(records.c.id)))

    def join_works(self, one: int, other: int) -> None:
        """Say that two records are versions of one work, such as two translations whose original is not here.

        Raises UnknownKeyError.
        """
        with self._writing() as connection:
            _join_works(connection, one, other)

    def part_work(self, record: int) -> None:
        """Say that a record is a work of its own."""
        with self._writing() as connection:
            update_record(connection, record, {"work": uuid.uuid4().hex})

    def linking_to(self, record: int) -> tuple[tuple[int, LinkKind], ...]:
        """The records that are linked to this one: its translations, reprints, excerpts."""
        with self._reading() as connection:
            wanted = sa.select(links.c.record, links.c.kind).where(links.c.target == record).order_by(links.c.record)
            return tuple((row.record, LinkKind(row.kind)) for row in connection.execute(wanted))

    def beside(self, record: int) -> int | None:
        """The record whose text is read beside this one's, None where there is none."""
        with self._reading() as connection:
            return connection.scalar(sa.select(records.c.beside).where(records.c.id == record))

    def set_beside(self, record: int, other: int | None) -> None:
        """Read another record's text beside this one's. Raises UnknownKeyError."""
        with self._writing() as connection:
            update_record(connection, record, {"beside": other})

    def alignment(self, first: int, second: int) -> Alignment | None:
        """How the texts of two records go together, None where nobody has aligned them (in this direction)."""
        with self._reading() as connection:
            own = sa.and_(alignments.c.first == first, alignments.c.second == second)
            row = connection.execute(sa.select(alignments.c.rows, alignments.c.edited).where(own)).first()
        return None if row is None else Alignment(row.rows, bool(row.edited))

    def set_alignment(self, first: int, second: int, rows: str, *, edited: bool) -> None:
        """Keep how two texts go together, in place of what was kept."""
        with self._writing() as connection:
            own = sa.and_(alignments.c.first == first, alignments.c.second == second)
            connection.execute(sa.delete(alignments).where(own))
            row = {"first": first, "second": second, "rows": rows, "edited": int(edited), "changed": iso()}
            connection.execute(sa.insert(alignments).values(row))

    def set_distinct(self, one: int, other: int, *, distinct_: bool = True) -> None:
        """Say that two records are no duplicates of each other, or take that back."""
        first, second = sorted((one, other))
        with self._writing() as connection:
            own = sa.and_(distinct.c.first == first, distinct.c.second == second)
            connection.execute(sa.delete(distinct).where(own))
            if distinct_:
                connection.execute(sa.insert(distinct).values(first=first, second=second))

    def distinct_pairs(self) -> frozenset[tuple[int, int]]:
        """The pairs that are no duplicates, the smaller id first."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(distinct.c.first, distinct.c.second))
            return frozenset((row.first, row.second) for row in rows)


def _plain(own: Sequence[Link]) -> list[list[object]] | None:
    return [[link.kind.value, link.key or str(link.target)] for link in own] or None
