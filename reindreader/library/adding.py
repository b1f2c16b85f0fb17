"""Adding records: one or thousands, with their texts, in one transaction."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import sqlalchemy as sa

from reindreader.library import search
from reindreader.library.articles import insert_articles, insert_highlight
from reindreader.library.collecting import collect_by_path
from reindreader.library.connected import Connected
from reindreader.library.derived import facts_row
from reindreader.library.files import Files
from reindreader.library.linking import linked
from reindreader.library.links import replace_links
from reindreader.library.records import change_tags, id_of, replace_claims
from reindreader.library.rows import Row, iso, parts, shelf_columns
from reindreader.library.schema import LAST, facts, next_id, records, tags
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.highlights import Highlight
from reindreader.model.records import Link, LinkKind, Record
from reindreader.model.written import WrittenArticle

KeyMaker = Callable[[Record, Callable[[str], bool]], str]
"""Makes a citation key for a record; the second argument tells whether a key is taken."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to be added. ``key``: wished for; ``collections``: each by the names on its way down; ``links``: to the
    citation key of a record of the same file or of the library; ``article``: its text, with the bytes of its source
    (None: they are in ``files`` already); ``rows``: made by ``prepared``.
    """

    claims: tuple[Claim, ...]
    key: str | None = None
    tags: tuple[str, ...] = ()
    collections: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[LinkKind, str], ...] = ()
    article: Article | WrittenArticle | None = None
    data: bytes | None = None
    highlights: tuple[Highlight, ...] = ()
    rows: "Rows | None" = None

    def prepared(self) -> Self:
        """The same with its rows made, which takes longest: for who has many to add, and others to answer meanwhile."""
        return self if self.rows else replace(self, rows=Rows.of(self.claims))


@dataclass(frozen=True, slots=True)
class Rows:
    """What is kept of claims. ``record``: what they add up to; ``shown``, ``facts``: columns of ``records`` and ``facts``."""

    record: Record
    shown: Row
    facts: Row

    @classmethod
    def of(cls, claims: tuple[Claim, ...]) -> Self:
        """The rows of these claims."""
        record = record_of(claims)
        return cls(record, shelf_columns(record), facts_row(claims, record))


class Adding(Connected):
    """The part of a library that takes records in."""

    def add(
        self,
        article: Article,
        data: bytes,
        found: Sequence[Claim],
        make_key: KeyMaker,
        *,
        highlights: Sequence[Highlight] = (),
    ) -> int:
        """Keep an article with its source bytes, images, highlights and the claims about it; return the record's id."""
        entry = Entry(tuple(found), article=article, data=data, highlights=tuple(highlights))
        return self.add_records([entry], make_key)[0]

    def add_records(self, entries: Iterable[Entry], make_key: KeyMaker) -> list[int]:
        """Add records, all or none of them; return their ids in the order of the entries.

        A wished key that is taken, without regard to case, is replaced by ``make_key``'s. Links to keys that nobody
        has are left out.
        """
        ids: list[int] = []
        keys: dict[str, int] = {}
        wanted: list[tuple[int, tuple[tuple[LinkKind, str], ...]]] = []
        with self._writing() as connection:
            for some in parts(entries):
                made = _insert(connection, some, make_key)
                ids += made
                for record, entry in zip(made, some, strict=True):
                    if entry.key:
                        keys.setdefault(entry.key.casefold(), record)
                    if entry.links:
                        wanted.append((record, entry.links))
                _insert_organised(connection, made, some)
                _insert_texts(connection, self.files, made, some)
                search.index(connection, made)
            for record, own in wanted:
                found = [(kind, keys.get(key.casefold()) or id_of(connection, key)) for kind, key in own]
                known = [Link(kind, target) for kind, target in found if target and target != record]
                replace_links(connection, record, known)
        return ids

    def add_to(self, record: int, entry: Entry) -> None:
        """Put an entry's claims in place of those of a record that is there, and its tags, collections and links beside its
        own. Raises UnknownKeyError."""
        with self._writing() as connection:
            replace_claims(connection, record, entry.claims)
            change_tags(connection, [record], lambda own: own | set(entry.tags))
            for path in entry.collections:
                collect_by_path(connection, record, path)
            own = linked(connection, (record,)).get(record, ((), ()))[0]
            wanted = ((kind, id_of(connection, key)) for kind, key in entry.links)
            new = [Link(kind, target) for kind, target in wanted if target and target != record]
            there = {(link.kind, link.target) for link in own}
            if more := [link for link in new if (link.kind, link.target) not in there]:
                replace_links(connection, record, (*own, *more))
            search.index(connection, (record,))


def _insert(connection: sa.Connection, entries: Sequence[Entry], make_key: KeyMaker) -> list[int]:
    """Insert the rows of records and their claims; return their ids."""
    first, now = next_id(connection, records), iso()
    taken = _Taken(connection, [entry.key for entry in entries if entry.key])
    rows: list[dict[str, Any]] = []
    own_facts: list[dict[str, Any]] = []
    for record, entry in enumerate(entries, first):
        made = entry.rows or Rows.of(entry.claims)
        key = entry.key if entry.key and not taken.has(entry.key) else make_key(made.record, taken.would_be)
        taken.add(key)
        row = {"id": record, "uid": uuid.uuid4().hex, "work": uuid.uuid4().hex, "key": key}
        row |= {"key_folded": key.casefold(), "added": now, "changed": now, "read_sort": now}
        rows.append(row | made.shown)
        own_facts.append({"record": record} | made.facts)
    if rows:
        connection.execute(sa.insert(records), rows)
        connection.execute(sa.insert(facts), own_facts)
    return [row["id"] for row in rows]


def _insert_organised(connection: sa.Connection, ids: Sequence[int], entries: Sequence[Entry]) -> None:
    """Insert tags and collections of new records."""
    pairs = [(record, tag) for record, entry in zip(ids, entries, strict=True) for tag in entry.tags]
    if pairs:
        connection.execute(sa.insert(tags), [{"record": record, "tag": tag} for record, tag in dict.fromkeys(pairs)])
    for record, entry in zip(ids, entries, strict=True):
        for path in entry.collections:
            collect_by_path(connection, record, path)


def _insert_texts(connection: sa.Connection, files: Files, ids: Sequence[int], entries: Sequence[Entry]) -> None:
    texts = [(record, entry) for record, entry in zip(ids, entries, strict=True) if entry.article]
    new = insert_articles(connection, files, [(record, entry.article, entry.data) for record, entry in texts])
    for own, (_record, entry) in zip(new, texts, strict=True):
        for highlight in entry.highlights:
            insert_highlight(connection, own, highlight)
    search.add_texts(connection, ((record, entry.article.text) for record, entry in texts if entry.article))


_folded = records.c.key_folded
_BEGINNING = sa.select(_folded).where(_folded >= sa.bindparam("first"), _folded < sa.bindparam("end"))


class _Taken:
    """The citation keys that records have or got just now, without regard to case."""

    def __init__(self, connection: sa.Connection, wished: Sequence[str]) -> None:
        self._connection = connection
        folded = [key.casefold() for key in wished]
        self._keys = set(connection.scalars(sa.select(records.c.key_folded).where(records.c.key_folded.in_(folded))))
        self._known: set[str] = set()

    def add(self, key: str) -> None:
        """A record gets the key."""
        self._keys.add(key.casefold())

    def has(self, wished: str) -> bool:
        """Whether a record has one of the wished keys."""
        return wished.casefold() in self._keys

    def would_be(self, key: str) -> bool:
        """Whether a record has the key. All that begin with it are looked up at once, since they are asked for next."""
        own = key.casefold()
        if own not in self._keys and not any(own[:end] in self._known for end in range(1, len(own) + 1)):
            self._keys.update(self._connection.scalars(_BEGINNING, {"first": own, "end": own + LAST}))
            self._known.add(own)
        return own in self._keys
