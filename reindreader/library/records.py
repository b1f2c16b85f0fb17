"""Records: their claims, keys, tags and places, and many of them at once."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reindreader.errors import TakenKeyError, UnknownKeyError
from reindreader.library import search
from reindreader.library.connected import Connected
from reindreader.library.derived import facts_row, made_of, made_of_older
from reindreader.library.history import Before, make_room, told
from reindreader.library.linking import linked, merged
from reindreader.library.rows import claims_of, iso, parts, shelf_columns
from reindreader.library.schema import facts, newest_article, records, tags
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.records import Link, Record
from reindreader.model.serial import dumps

_CHUNK = 200
"""How many records are read in one go: enough to be quick, few enough to be held."""

_ENTRIES = (
    sa.select(records.c.id, records.c.key, facts.c.made)
    .join(facts, facts.c.record == records.c.id)
    .where(records.c.id.in_(sa.bindparam("ids", expanding=True)))
)


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


def replace_claims(connection: sa.Connection, record: int, new: tuple[Claim, ...]) -> None:
    """Put these claims about a record in place of the old ones. Raises UnknownKeyError where it is gone."""
    old = connection.scalar(sa.select(facts.c.claims).where(facts.c.record == record))
    if old is None:
        raise UnknownKeyError(str(record))
    made = record_of(new)
    update_record(connection, record, shelf_columns(made) | {"changed": iso()})
    connection.execute(sa.update(facts).where(facts.c.record == record).values(facts_row(new, made)))
    before = claims_of(old)
    gone, come = [c for c in before if c not in new], [c for c in new if c not in before]
    told(connection, [(record, _plain(gone), _plain(come))], "claims")
    search.index(connection, (record,))


def change_tags(connection: sa.Connection, ids: Iterable[int], changed: Callable[[set[str]], set[str]]) -> None:
    """Change the tags of records: ``changed`` gets those of each and returns those that it has from now on."""
    for some in parts(dict.fromkeys(ids)):
        before: dict[int, set[str]] = {record: set() for record in some}
        for record, tag in connection.execute(sa.select(tags.c.record, tags.c.tag).where(tags.c.record.in_(some))):
            before[record].add(tag)
        after = {record: changed(own) for record, own in before.items()}
        other = [record for record in some if after[record] != before[record]]
        rows = [{"record": record, "tag": tag} for record in other for tag in sorted(after[record])]
        connection.execute(sa.delete(tags).where(tags.c.record.in_(other)))
        if rows:
            connection.execute(sa.insert(tags), rows)
        told(connection, ((one, sorted(before[one]), sorted(after[one])) for one in other), "tags")


def update_record(connection: sa.Connection, record: int, values: dict[str, Any]) -> None:
    """Set columns of a record. Raises UnknownKeyError where it is gone."""
    if not connection.execute(sa.update(records).where(records.c.id == record).values(values)).rowcount:
        raise UnknownKeyError(str(record))


class Records(Connected):
    """The part of a library that keeps records."""

    def set_claims(self, record: int, new: Sequence[Claim]) -> None:
        """Replace the claims about a record. Raises UnknownKeyError where it is gone."""
        with self._writing() as connection:
            replace_claims(connection, record, tuple(new))

    def set_key(self, record: int, key: str, *, pinned: bool = True) -> None:
        """Give a record another citation key. Raises TakenKeyError where another record has it, UnknownKeyError."""
        with self._writing() as connection:
            row = connection.execute(sa.select(records.c.key).where(records.c.id == record)).first()
            other = id_of(connection, key)
            if row is None:
                raise UnknownKeyError(str(record))
            if other not in {None, record}:
                raise TakenKeyError(key)
            values = {"key": key, "key_folded": key.casefold(), "pinned": int(pinned), "changed": iso()}
            update_record(connection, record, values)
            told(connection, [(record, row.key, key)], "key")
            search.index(connection, (record,))

    def set_keys(self, keys: Mapping[int, str]) -> None:
        """Give records other citation keys, all of them or none; it can be taken back. What the user chose counts as chosen
        still. Raises TakenKeyError where a record that is not among them has one of the keys, UnknownKeyError.
        """
        with self._writing() as connection:
            before = Before(connection)
            held: dict[int, str] = {}
            for some in parts(keys):
                chosen = records.c.id.in_(some)
                before.keep(records, chosen, records.c.key, records.c.key_folded)
                held |= {
                    row.id: row.key for row in connection.execute(sa.select(records.c.id, records.c.key).where(chosen))
                }
                make_room(connection, some)
            if gone := keys.keys() - held.keys():
                raise UnknownKeyError(str(min(gone)))
            before.write("rekey", records=list(keys))
            for record, key in keys.items():
                if id_of(connection, key) is not None:
                    raise TakenKeyError(key)
                update_record(connection, record, {"key": key, "key_folded": key.casefold(), "changed": iso()})
            told(connection, [(record, held[record], key) for record, key in keys.items()], "key")
            for some in parts(keys):
                search.index(connection, some)

    def chosen_keys(self, ids: Iterable[int]) -> set[int]:
        """Those of the records whose key the user chose."""
        with self._reading() as connection:
            pinned = sa.select(records.c.id).where(records.c.pinned == 1)
            return {one for some in parts(ids) for one in connection.scalars(pinned.where(records.c.id.in_(some)))}

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

    def keys_of(self, ids: Iterable[int]) -> dict[int, str]:
        """The citation keys of records; ids that are gone are left out."""
        found: dict[int, str] = {}
        with self._reading() as connection:
            for some in parts(ids):
                wanted = sa.select(records.c.id, records.c.key).where(records.c.id.in_(some))
                found |= {row.id: row.key for row in connection.execute(wanted)}
        return found

    def claims_about(self, ids: Iterable[int]) -> dict[int, tuple[Claim, ...]]:
        """What is claimed about records; ids that are gone are left out."""
        found: dict[int, tuple[Claim, ...]] = {}
        with self._reading() as connection:
            for some in parts(ids):
                wanted = sa.select(facts.c.record, facts.c.claims).where(facts.c.record.in_(some))
                found |= {row.record: claims_of(row.claims) for row in connection.execute(wanted)}
        return found

    def all_ids(self) -> "array[int]":
        """The ids of all records that are not in the bin, by their citation keys."""
        with self._reading() as connection:
            kept = sa.select(records.c.id).where(records.c.binned.is_(None)).order_by(records.c.key_folded)
            return array("q", connection.scalars(kept))

    def entries(self, ids: Sequence[int]) -> Iterator[tuple[str, Record]]:
        """Citation key and record of each id, in their order, some hundreds at a time; ids that are gone are left out."""
        for start in range(0, len(ids), _CHUNK):
            some = list(ids[start : start + _CHUNK])
            with self._reading() as connection:
                rows = connection.execute(_ENTRIES, {"ids": some}).all()
                older = made_of_older(connection, ((row[0], row[2]) for row in rows))
                others = linked(connection, some)
            found = {row[0]: row for row in rows}
            for one in some:
                if row := found.get(one):
                    own, record = others.get(one), made_of(row[2]) or older[one]
                    yield row[1], merged(record, *own) if own else record

    def set_tags(self, record: int, new: Iterable[str]) -> None:
        """Replace the tags of a record."""
        with self._writing() as connection:
            wanted = set(new)
            change_tags(connection, [record], lambda _before: wanted)
            search.index(connection, (record,))

    def set_place(self, record: int, place: int, progress: float) -> None:
        """Keep where reading stopped: ``place`` in code points, ``progress`` from 0 to 1; it counts as read now."""
        now = iso()
        with self._writing() as connection:
            values = {"place": place, "progress": progress, "opened": now, "read_sort": now}
            update_record(connection, record, values)


def _plain(claims: Sequence[Claim]) -> Any:
    return json.loads(dumps(tuple(claims))) or None


def id_of(connection: sa.Connection, key: str) -> int | None:
    """The record that has a citation key, whatever its case."""
    return connection.scalar(sa.select(records.c.id).where(records.c.key_folded == key.casefold()))


def _near(connection: sa.Connection, key: str) -> tuple[str, ...]:
    like = records.c.key_folded.startswith(key.casefold()[:4], autoescape=True)
    return tuple(connection.scalars(sa.select(records.c.key).where(like).order_by(records.c.key).limit(5)))
