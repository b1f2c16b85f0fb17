"""Records: their claims, keys, tags and places, and many of them at once, in and out."""

import json
import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

from reindreader.errors import TakenKeyError, UnknownKeyError
from reindreader.library.history import History, told
from reindreader.library.linking import linked, merged
from reindreader.library.rows import claims_of, facts_row, iso, made_of, shelf_columns
from reindreader.library.schema import facts, newest_article, next_id, records, tags
from reindreader.library.serial import dumps
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.highlights import Highlight
from reindreader.model.records import Link, LinkKind, Record

KeyMaker = Callable[[Record, Callable[[str], bool]], str]
"""Makes a citation key for a record; the second argument tells whether a key is taken."""

_CHUNK = 500
"""How many records are read or written in one go: enough to be quick, few enough to be held."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to be added. ``key``: wished for; ``collections``: each by the names on its way down; ``links``: to the
    citation key of a record of the same file or of the library; ``article``: its text, with the bytes of its source
    (None: they are in ``files`` already).
    """

    claims: tuple[Claim, ...]
    key: str | None = None
    tags: tuple[str, ...] = ()
    collections: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[LinkKind, str], ...] = ()
    article: Article | None = None
    data: bytes | None = None
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A record of the library.

    ``place``: where reading stopped, in code points; ``article``: None without a text; ``links``: to other records,
    with their keys; ``originals``: what these links' targets are, where they are originals; ``beside``: the record
    whose text is read beside this one's; ``pinned``: the user chose the key.
    """

    id: int
    key: str
    work: str
    claims: tuple[Claim, ...]
    tags: tuple[str, ...]
    article: int | None
    place: int
    progress: float
    links: tuple[Link, ...] = ()
    originals: tuple[Record, ...] = ()
    beside: int | None = None
    starred: bool = False
    pinned: bool = False
    binned: str | None = None

    @property
    def record(self) -> Record:
        """What the claims add up to, with what the linked original knows."""
        return merged(record_of(self.claims), self.links, self.originals)


class Records(History):
    """The part of a library that keeps records."""

    def add_records(self, entries: Iterable[Entry], make_key: KeyMaker) -> list[int]:
        """Add records, all or none of them; return their ids in the order of the entries.

        A wished key that is taken, without regard to case, is replaced by ``make_key``'s. Links to keys that nobody
        has are left out.
        """
        ids: list[int] = []
        keys: dict[str, int] = {}
        wanted: list[tuple[int, tuple[tuple[LinkKind, str], ...]]] = []
        with self._writing() as connection:
            for some in _chunks(entries, _CHUNK):
                made = self._insert(connection, some, make_key)
                ids += made
                for record, entry in zip(made, some, strict=True):
                    if entry.key:
                        keys.setdefault(entry.key.casefold(), record)
                    if entry.links:
                        wanted.append((record, entry.links))
                self._insert_organised(connection, made, some)
                self._insert_texts(connection, made, some)
                self._index(connection, made)
            for record, own in wanted:
                found = [(kind, keys.get(key.casefold()) or _id_of(connection, key)) for kind, key in own]
                known = [Link(kind, target) for kind, target in found if target and target != record]
                self._set_links(connection, record, known)
        return ids

    def _insert(self, connection: sa.Connection, entries: Sequence[Entry], make_key: KeyMaker) -> list[int]:
        """Insert the rows of records and their claims; return their ids."""
        first, now = next_id(connection, records), iso()
        wished = [entry.key.casefold() for entry in entries if entry.key]
        taken = set(connection.scalars(sa.select(records.c.key_folded).where(records.c.key_folded.in_(wished))))
        rows: list[dict[str, Any]] = []
        own_facts: list[dict[str, Any]] = []
        for record, entry in enumerate(entries, first):
            made = record_of(entry.claims)
            key = _free_key(connection, entry, made, make_key, taken)
            taken.add(key.casefold())
            row = {"id": record, "uid": uuid.uuid4().hex, "work": uuid.uuid4().hex, "key": key}
            row |= {"key_folded": key.casefold(), "added": now, "changed": now, "read_sort": now}
            rows.append(row | shelf_columns(made))
            own_facts.append({"record": record} | facts_row(entry.claims, made))
        if rows:
            connection.execute(sa.insert(records), rows)
            connection.execute(sa.insert(facts), own_facts)
        return [row["id"] for row in rows]

    def _insert_organised(self, connection: sa.Connection, ids: Sequence[int], entries: Sequence[Entry]) -> None:
        """Insert tags and collections of new records."""
        pairs = [(record, tag) for record, entry in zip(ids, entries, strict=True) for tag in entry.tags]
        if pairs:
            connection.execute(
                sa.insert(tags), [{"record": record, "tag": tag} for record, tag in dict.fromkeys(pairs)]
            )
        for record, entry in zip(ids, entries, strict=True):
            for path in entry.collections:
                self._collect_by_path(connection, record, path)

    def _collect_by_path(self, connection: sa.Connection, record: int, path: tuple[str, ...]) -> None:
        raise NotImplementedError

    def _set_links(self, connection: sa.Connection, record: int, new: Sequence[Link]) -> None:
        raise NotImplementedError

    def _insert_texts(self, connection: sa.Connection, ids: Sequence[int], entries: Sequence[Entry]) -> None:
        raise NotImplementedError

    def set_claims(self, record: int, new: Sequence[Claim]) -> None:
        """Replace the claims about a record. Raises UnknownKeyError where it is gone."""
        with self._writing() as connection:
            self._set_claims(connection, record, tuple(new))

    def _set_claims(self, connection: sa.Connection, record: int, new: tuple[Claim, ...]) -> None:
        old = connection.scalar(sa.select(facts.c.claims).where(facts.c.record == record))
        if old is None:
            raise UnknownKeyError(str(record))
        made = record_of(new)
        self._update(connection, record, shelf_columns(made) | {"changed": iso()})
        connection.execute(sa.update(facts).where(facts.c.record == record).values(facts_row(new, made)))
        before = claims_of(old)
        gone, come = [c for c in before if c not in new], [c for c in new if c not in before]
        told(connection, [(record, _plain(gone), _plain(come))], "claims", self.by)
        self._index(connection, (record,))

    def set_key(self, record: int, key: str, *, pinned: bool = True) -> None:
        """Give a record another citation key. Raises TakenKeyError where another record has it, UnknownKeyError."""
        with self._writing() as connection:
            row = connection.execute(sa.select(records.c.key).where(records.c.id == record)).first()
            other = _id_of(connection, key)
            if row is None:
                raise UnknownKeyError(str(record))
            if other not in {None, record}:
                raise TakenKeyError(key)
            values = {"key": key, "key_folded": key.casefold(), "pinned": int(pinned), "changed": iso()}
            self._update(connection, record, values)
            told(connection, [(record, row.key, key)], "key", self.by)
            self._index(connection, (record,))

    def get(self, record: int) -> Stored:
        """The record of the id. Raises UnknownKeyError."""
        return self._get(records.c.id == record, str(record))

    def by_key(self, key: str) -> Stored:
        """The record of the citation key, whatever its case. Raises UnknownKeyError with keys that look like it."""
        return self._get(records.c.key_folded == key.casefold(), key)

    def _get(self, condition: sa.ColumnElement[bool], key: str) -> Stored:
        with self._reading() as connection:
            wanted = sa.select(records, facts.c.claims).join(facts, facts.c.record == records.c.id).where(condition)
            row = connection.execute(wanted).first()
            if row is None:
                raise UnknownKeyError(key, _near(connection, key))
            article = connection.scalar(newest_article(row.id))
            own_tags = connection.scalars(sa.select(tags.c.tag).where(tags.c.record == row.id).order_by(tags.c.tag))
            own_links, originals = linked(connection, (row.id,)).get(row.id, ((), ()))
            return Stored(
                row.id,
                row.key,
                row.work,
                claims_of(row.claims),
                tuple(own_tags),
                article,
                row.place,
                row.progress,
                own_links,
                originals,
                row.beside,
                bool(row.starred),
                bool(row.pinned),
                row.binned,
            )

    def all_ids(self) -> "array[int]":
        """The ids of all records that are not in the bin, by their citation keys."""
        with self._reading() as connection:
            kept = sa.select(records.c.id).where(records.c.binned.is_(None)).order_by(records.c.key_folded)
            return array("q", connection.scalars(kept))

    def entries(self, ids: Sequence[int]) -> Iterator[tuple[str, Record]]:
        """Citation key and record of each id, in their order, some hundreds at a time; ids that are gone are left out."""
        wanted = sa.select(records.c.id, records.c.key, facts.c.made).join(facts, facts.c.record == records.c.id)
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            with self._reading() as connection:
                found = {row[0]: row for row in connection.execute(wanted.where(records.c.id.in_(some)))}
                others = linked(connection, some)
            for one in some:
                if row := found.get(one):
                    own = others.get(one)
                    record = made_of(row[2])
                    yield row[1], merged(record, *own) if own else record

    def set_tags(self, record: int, new: Iterable[str]) -> None:
        """Replace the tags of a record."""
        with self._writing() as connection:
            self._set_tags(connection, record, new)
            self._index(connection, (record,))

    def _set_tags(self, connection: sa.Connection, record: int, new: Iterable[str]) -> None:
        own = sa.select(tags.c.tag).where(tags.c.record == record).order_by(tags.c.tag)
        before, after = list(connection.scalars(own)), sorted(set(new))
        connection.execute(sa.delete(tags).where(tags.c.record == record))
        if after:
            connection.execute(sa.insert(tags), [{"record": record, "tag": tag} for tag in after])
        told(connection, [(record, before, after)], "tags", self.by)

    def set_place(self, record: int, place: int, progress: float) -> None:
        """Keep where reading stopped: ``place`` in code points, ``progress`` from 0 to 1; it counts as read now."""
        now = iso()
        with self._writing() as connection:
            values = {"place": place, "progress": progress, "opened": now, "read_sort": now}
            self._update(connection, record, values)

    def _update(self, connection: sa.Connection, record: int, values: dict[str, Any]) -> None:
        if not connection.execute(sa.update(records).where(records.c.id == record).values(values)).rowcount:
            raise UnknownKeyError(str(record))

    def versions(self, record: int) -> tuple[int, ...]:
        """The ids of all records (not in the bin) of the same work, this one among them, in the order they were added."""
        with self._reading() as connection:
            work = sa.select(records.c.work).where(records.c.id == record).scalar_subquery()
            same = sa.select(records.c.id).where(records.c.work == work, records.c.binned.is_(None))
            return tuple(connection.scalars(same.order_by(records.c.id)))

    def join_works(self, one: int, other: int) -> None:
        """Say that two records, with all their versions, are versions of one work."""
        with self._writing() as connection:
            self._join_works(connection, one, other)

    def _join_works(self, connection: sa.Connection, one: int, other: int) -> None:
        found = sa.select(records.c.id, records.c.work).where(records.c.id.in_((one, other)))
        works = {row.id: row.work for row in connection.execute(found)}
        if len({one, other} - set(works)):
            raise UnknownKeyError(str(other if one in works else one))
        connection.execute(sa.update(records).where(records.c.work == works[other]).values(work=works[one]))

    def part_work(self, record: int) -> None:
        """Say that a record is a work of its own."""
        with self._writing() as connection:
            self._update(connection, record, {"work": uuid.uuid4().hex})


def _chunks(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while some := list(islice(rest, size)):
        yield some


def _plain(claims: Sequence[Claim]) -> Any:
    return json.loads(dumps(tuple(claims))) or None


def _free_key(connection: sa.Connection, entry: Entry, made: Record, make_key: KeyMaker, taken: set[str]) -> str:
    """The wished key where nobody has it (``taken`` holds all that are wished and had), else a new one."""

    def is_taken(key: str) -> bool:
        return key.casefold() in taken or _id_of(connection, key) is not None

    return entry.key if entry.key and entry.key.casefold() not in taken else make_key(made, is_taken)


def _id_of(connection: sa.Connection, key: str) -> int | None:
    return connection.scalar(sa.select(records.c.id).where(records.c.key_folded == key.casefold()))


def _near(connection: sa.Connection, key: str) -> tuple[str, ...]:
    like = records.c.key_folded.startswith(key.casefold()[:4], autoescape=True)
    return tuple(connection.scalars(sa.select(records.c.key).where(like).order_by(records.c.key).limit(5)))
