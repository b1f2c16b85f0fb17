"""A library: articles with their source bytes, records with their claims, highlights, tags. All SQL is in this room.

A Library belongs to the thread that opened it. Each method that changes something is one transaction: when it
returns, the change is on the disk; when it raises, nothing was changed.
"""

import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from reindreader.errors import NoTextError, UnknownKeyError, UnwritableError
from reindreader.library import migrations, rows, shelf, sqlite, whole
from reindreader.library.files import Files
from reindreader.library.schema import articles, claims, highlights, records, tags
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.highlights import Highlight
from reindreader.model.records import Record

KeyMaker = Callable[[Record, Callable[[str], bool]], str]
"""Makes a citation key for a record; the second argument tells whether a key is taken."""

_CHUNK = 500
"""How many records are read in one go: enough to be quick, few enough to be held."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record of the library. ``place``: where reading stopped, in code points; ``article``: None without a text."""

    id: int
    key: str
    work: str
    claims: tuple[Claim, ...]
    tags: tuple[str, ...]
    article: int | None
    place: int
    progress: float

    @property
    def record(self) -> Record:
        """What the claims add up to."""
        return record_of(self.claims)


class Library:
    """An open library. Close it, or use it in a ``with`` statement."""

    def __init__(self, path: Path, engine: sa.Engine, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.files = Files(path.with_suffix(".files"))
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._seen: int | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the library at the path; a new one is made where none is, an older one is migrated.

        Raises NewerLibraryError (it is left untouched), NotALibraryError, UnwritableError, LibraryBusyError.
        """
        path = path.absolute()
        with whole.told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        read_only = not sqlite.may_write(path)
        if read_only and not path.exists():
            raise UnwritableError(path, "read-only")
        if path.exists() and path.stat().st_size:
            _refuse_what_is_not_ours(path)
        library = cls(path, sqlite.open_engine(path, read_only=read_only), read_only=read_only)
        try:
            if not read_only:
                with library._writing() as connection:
                    migrations.bring_up_to_date(connection, path)
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with sqlite.told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self.read_only:
            raise UnwritableError(self.path, "read-only")
        with sqlite.told(self.path), self._writer.begin() as connection:
            yield connection

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the library since this was last asked."""
        with self._reading() as connection:
            now = sqlite.data_version(connection)
        before, self._seen = self._seen, now
        return before is not None and before != now

    def check(self) -> str:
        """``ok``, or the storage engine's words on what is damaged."""
        with self._reading() as connection:
            return sqlite.integrity(connection)

    # Records

    def add(self, article: Article, data: bytes, found: Sequence[Claim], make_key: KeyMaker) -> int:
        """Keep an article with its source bytes and the claims about it; return the record's id."""
        if not self.read_only:  # the bytes first: a file without a row is harmless, a row without its file is a loss
            self.files.add(data)
        with self._writing() as connection:
            record = self._insert_record(connection, tuple(found), make_key)
            row = rows.article_row(article) | {"record": record, "added": _now()}
            connection.execute(sa.insert(articles).values(row))
            return record

    def _insert_record(self, connection: sa.Connection, found: tuple[Claim, ...], make_key: KeyMaker) -> int:
        key = make_key(record_of(found), lambda key: _taken(connection, key))
        now = _now()
        row = {"uid": uuid.uuid4().hex, "work": uuid.uuid4().hex, "key": key, "key_folded": key.casefold()}
        inserted = connection.execute(
            sa.insert(records).values(row | rows.shelf_columns(found) | {"added": now, "changed": now})
        )
        record = int(inserted.inserted_primary_key[0])  # type: ignore[index]
        _insert_claims(connection, record, found)
        return record

    def set_claims(self, record: int, new: Sequence[Claim]) -> None:
        """Replace the claims about a record. Raises UnknownKeyError where it is gone."""
        with self._writing() as connection:
            values = rows.shelf_columns(tuple(new)) | {"changed": _now()}
            self._update_record(connection, record, values)
            connection.execute(sa.delete(claims).where(claims.c.record == record))
            _insert_claims(connection, record, new)

    def get(self, record: int) -> Stored:
        """The record of the id. Raises UnknownKeyError."""
        return self._get(records.c.id == record, str(record))

    def by_key(self, key: str) -> Stored:
        """The record of the citation key, whatever its case. Raises UnknownKeyError with keys that look like it."""
        return self._get(records.c.key_folded == key.casefold(), key)

    def _get(self, condition: sa.ColumnElement[bool], key: str) -> Stored:
        with self._reading() as connection:
            row = connection.execute(sa.select(records).where(condition)).first()
            if row is None:
                raise UnknownKeyError(key, _near(connection, key))
            article = connection.scalar(_newest_article(row.id))
            own_tags = connection.scalars(sa.select(tags.c.tag).where(tags.c.record == row.id).order_by(tags.c.tag))
            found = rows.claims_by_record(connection, (row.id,)).get(row.id, ())
            return Stored(row.id, row.key, row.work, found, tuple(own_tags), article, row.place, row.progress)

    def all_ids(self) -> "array[int]":
        """The ids of all records that are not in the bin, by their citation keys."""
        with self._reading() as connection:
            kept = sa.select(records.c.id).where(records.c.binned.is_(None)).order_by(records.c.key_folded)
            return array("q", connection.scalars(kept))

    def entries(self, ids: Sequence[int]) -> Iterator[tuple[str, Record]]:
        """Citation key and record of each id, in their order, some hundreds at a time; ids that are gone are left out."""
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            with self._reading() as connection:
                named = connection.execute(sa.select(records.c.id, records.c.key).where(records.c.id.in_(some)))
                keys = {row.id: row.key for row in named}
                found = rows.claims_by_record(connection, some)
            yield from ((keys[one], record_of(found.get(one, ()))) for one in some if one in keys)

    def set_tags(self, record: int, new: Iterable[str]) -> None:
        """Replace the tags of a record."""
        with self._writing() as connection:
            connection.execute(sa.delete(tags).where(tags.c.record == record))
            wanted = [{"record": record, "tag": tag} for tag in sorted(set(new))]
            if wanted:
                connection.execute(sa.insert(tags), wanted)

    def set_place(self, record: int, place: int, progress: float) -> None:
        """Keep where reading stopped: ``place`` in code points, ``progress`` from 0 to 1; it counts as read now."""
        with self._writing() as connection:
            self._update_record(connection, record, {"place": place, "progress": progress, "opened": _now()})

    def bin(self, record: int) -> None:
        """Put a record in the bin; nothing of it is lost."""
        with self._writing() as connection:
            self._update_record(connection, record, {"binned": _now()})

    def restore(self, record: int) -> None:
        """Take a record out of the bin."""
        with self._writing() as connection:
            self._update_record(connection, record, {"binned": None})

    def _update_record(self, connection: sa.Connection, record: int, values: dict[str, Any]) -> None:
        if not connection.execute(sa.update(records).where(records.c.id == record).values(values)).rowcount:
            raise UnknownKeyError(str(record))

    # Articles

    def article(self, record: int) -> Article:
        """The text of a record. Raises NoTextError where it has none."""
        with self._reading() as connection:
            wanted = sa.select(articles).where(articles.c.id == _newest_article(record).scalar_subquery())
            row = connection.execute(wanted).first()
        if row is None:
            raise NoTextError(str(record))
        return rows.article_of(row)

    def holding(self, sha256: str) -> int | None:
        """The record (not in the bin) that was read from a file of these bytes, None where there is none."""
        with self._reading() as connection:
            held = sa.select(records.c.id).join(articles).where(articles.c.sha256 == sha256, records.c.binned.is_(None))
            return connection.scalar(held.order_by(records.c.id))

    # Highlights

    def highlights(self, record: int) -> tuple[Highlight, ...]:
        """The highlights of a record's text, by their place; lost ones last."""
        with self._reading() as connection:
            wanted = sa.select(highlights).where(highlights.c.article == _newest_article(record).scalar_subquery())
            found = [rows.highlight_of(row) for row in connection.execute(wanted.order_by(highlights.c.id))]
        return tuple(sorted(found, key=_place_of))

    def add_highlight(self, record: int, highlight: Highlight) -> Highlight:
        """Keep a new highlight, or one that was removed (it has its id and times); return it as stored."""
        now = datetime.now(UTC)
        kept = replace(highlight, created=highlight.created or now, modified=highlight.modified or now)
        with self._writing() as connection:
            article = connection.scalar(_newest_article(record))
            if article is None:
                raise NoTextError(str(record))
            row = rows.highlight_row(kept) | {"article": article, "id": kept.id}
            row |= {"created": _iso(kept.created), "modified": _iso(kept.modified)}
            inserted = connection.execute(sa.insert(highlights).values(row))
            return replace(kept, id=inserted.inserted_primary_key[0])  # type: ignore[index]

    def update_highlight(self, highlight: Highlight) -> Highlight:
        """Replace a stored highlight; return it with its new time. Raises UnknownKeyError where it is gone."""
        kept = replace(highlight, modified=datetime.now(UTC))
        with self._writing() as connection:
            row = rows.highlight_row(kept) | {"modified": _iso(kept.modified)}
            if not connection.execute(sa.update(highlights).where(highlights.c.id == kept.id).values(row)).rowcount:
                raise UnknownKeyError(str(kept.id))
        return kept

    def remove_highlight(self, highlight: int) -> None:
        """Take a highlight out. It is no error where it is gone already."""
        with self._writing() as connection:
            connection.execute(sa.delete(highlights).where(highlights.c.id == highlight))

    # The shelf

    def shelf_ids(self, *, query: str = "", sort: shelf.Sort = shelf.Sort.ADDED) -> "array[int]":
        """The ids of the records to show, in order: those that hold all words of the query."""
        with self._reading() as connection:
            return shelf.shelf_ids(connection, query=query, sort=sort)

    def shelf_rows(self, ids: Sequence[int]) -> list[shelf.ShelfRow]:
        """What the shelf shows of these records, in their order."""
        with self._reading() as connection:
            return shelf.shelf_rows(connection, ids)


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look before opening for writing: a newer library, or a file of another kind, is not touched at all."""
    engine = sqlite.open_untouched(path)
    try:
        with sqlite.told(path), engine.connect() as connection:
            number = migrations.schema_of(connection, path)
            migrations.refuse_newer(path, number)
    finally:
        engine.dispose()


def _insert_claims(connection: sa.Connection, record: int, new: Sequence[Claim]) -> None:
    if new:
        connection.execute(sa.insert(claims), [rows.claim_row(record, claim) for claim in new])


def _newest_article(record: int) -> "sa.Select[Any]":
    return sa.select(articles.c.id).where(articles.c.record == record).order_by(articles.c.id.desc()).limit(1)


def _taken(connection: sa.Connection, key: str) -> bool:
    return connection.scalar(sa.select(records.c.id).where(records.c.key_folded == key.casefold())) is not None


def _near(connection: sa.Connection, key: str) -> tuple[str, ...]:
    like = records.c.key_folded.startswith(key.casefold()[:4], autoescape=True)
    return tuple(connection.scalars(sa.select(records.c.key).where(like).order_by(records.c.key).limit(5)))


def _place_of(highlight: Highlight) -> tuple[bool, int, int]:
    place = highlight.quote.position
    return (place is None, place.start if place else 0, highlight.id or 0)


def _now() -> str:
    return _iso(datetime.now(UTC))


def _iso(time: datetime | None) -> str:
    return (time or datetime.now(UTC)).isoformat(timespec="microseconds")
