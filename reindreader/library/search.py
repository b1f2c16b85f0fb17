"""The search index: SQLite's FTS5 over texts, and over what is known of records. It changes with what it is made from.

Two tables: ``found_text`` holds each record's text and, beside it, the single letters of scripts without spaces;
without its content, since the text is kept once. ``found_facts`` holds the rest, small, so that a note or a tag is
indexed at once whatever the length of the text.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

import sqlalchemy as sa

from reindreader.library.asking import WEIGHTS
from reindreader.library.derived import made_of_all
from reindreader.library.mark import read_mark
from reindreader.library.rows import outlets_of
from reindreader.library.schema import articles, highlights, newest_articles, tags
from reindreader.library.tokens import cut, indexed
from reindreader.model.contributors import Contributor, Role
from reindreader.model.records import Record, Relation, Title

_TOKENS = "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\""
_MAKE = (
    "DROP TABLE IF EXISTS found_facts",
    "DROP TABLE IF EXISTS found_text",
    f"CREATE VIRTUAL TABLE found_facts USING fts5({', '.join(WEIGHTS)}, prefix='1 2 3', {_TOKENS})",
    f"CREATE VIRTUAL TABLE found_text USING fts5(text, letters, content='', prefix='3 4', {_TOKENS})",
)
"""Beginnings of words have an index of their own (FTS5, "Prefix Indexes"): without it, each that is asked for is put
together from all words that begin so, which takes ten times as long as a word. Longer ones have few words."""

_INSERT_FACTS = f"INSERT INTO found_facts (rowid, {', '.join(WEIGHTS)}) VALUES (?{', ?' * len(WEIGHTS)})"
_INSERT_TEXT = "INSERT INTO found_text (rowid, text, letters) VALUES (?, ?, ?)"
_DELETE_TEXT = "INSERT INTO found_text (found_text, rowid, text, letters) VALUES ('delete', ?, ?, ?)"
_CHUNK = 200
_CLEARED = 3000
"""Pages of an index that are deleted in one go."""


def make_tables(connection: sa.Connection) -> None:
    """Make an index that holds nothing, in place of what there is."""
    for statement in _MAKE:
        connection.exec_driver_sql(statement)


def put_aside(connection: sa.Connection) -> None:
    """Give the index another name: a large one takes seconds to delete, which ``clear_piece`` does by and by."""
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    for table in ("found_facts", "found_text"):
        if table in there:
            free = next(name for number in count(1) if (name := f"gone_{number}") not in there)
            connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {free}")
            there.add(free)


def clear_piece(connection: sa.Connection) -> bool:
    """Delete some of what was put aside; whether there was any."""
    asides = "SELECT name FROM sqlite_master WHERE name GLOB 'gone_*' AND sql LIKE 'CREATE VIRTUAL TABLE%' LIMIT 1"
    table = connection.exec_driver_sql(asides).scalar()
    if table is None:
        return False
    # The first ten are what the engine must know of the table to drop it (FTS5, fts5_index.c).
    some = f"SELECT id FROM {table}_data WHERE id > 10 LIMIT {_CLEARED}"
    try:
        left = connection.exec_driver_sql(f"DELETE FROM {table}_data WHERE id IN ({some})").rowcount
    except sa.exc.OperationalError:  # a build that lets nobody do this (SQLITE_DBCONFIG_DEFENSIVE)
        left = 0
    if not left:
        connection.exec_driver_sql(f"DROP TABLE {table}")
    return True


def integrity(connection: sa.Connection) -> str:
    """``ok``, or what is wrong with the index (FTS5, "The 'integrity-check' Command")."""
    try:
        for table in ("found_facts", "found_text"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    except sa.exc.DatabaseError as error:
        return f"search index: {error.orig}"
    return "ok"


def index(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Take in what is known of some records, in place of what was known."""
    for start in range(0, len(ids), _CHUNK):
        some = list(ids[start : start + _CHUNK])
        connection.exec_driver_sql(f"DELETE FROM found_facts WHERE rowid IN ({_listed(some)})")
        rows = list(_documents(connection, some))
        if rows:
            connection.exec_driver_sql(_INSERT_FACTS, rows)


def index_texts(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Take in the texts of records that have none in the index."""
    own = sa.select(articles.c.record, articles.c.text).where(articles.c.id.in_(newest_articles(ids)))
    add_texts(connection, ((row.record, row.text) for row in connection.execute(own)))


def add_texts(connection: sa.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Take in texts of records that have none in the index."""
    held = _held(connection)
    rows = [(record, *indexed(text)) for record, text in texts if held(record)]
    if rows:
        connection.exec_driver_sql(_INSERT_TEXT, rows)


def replace_text(connection: sa.Connection, record: int, old: str | None, new: str | None) -> None:
    """Take in a text in place of the one that was taken in before (None: there was none, there is none any more)."""
    if not _held(connection)(record):
        return
    if old is not None:
        connection.exec_driver_sql(_DELETE_TEXT, (record, *indexed(old)))
    if new is not None:
        connection.exec_driver_sql(_INSERT_TEXT, (record, *indexed(new)))


def unindex(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Take records out that are about to be deleted."""
    for start in range(0, len(ids), _CHUNK):
        some = list(ids[start : start + _CHUNK])
        connection.exec_driver_sql(f"DELETE FROM found_facts WHERE rowid IN ({_listed(some)})")
        own = sa.select(articles.c.record, articles.c.text).where(articles.c.id.in_(newest_articles(some)))
        for row in connection.execute(own).all():
            replace_text(connection, row.record, row.text, None)


def _held(connection: sa.Connection) -> Callable[[int], bool]:
    """Whose texts the index holds: of all, or, while it is made anew, of those down to the mark."""
    mark = read_mark(connection)
    return (lambda _record: True) if mark is None else (lambda record: record <= mark.upto)


def _listed(ids: Iterable[int]) -> str:
    return ",".join(map(str, ids))


def _documents(connection: sa.Connection, ids: Sequence[int]) -> Iterator[tuple[object, ...]]:
    named: dict[int, list[str]] = {one: [] for one in ids}
    notes: dict[int, list[str]] = {one: [] for one in ids}
    quotes: dict[int, list[str]] = {one: [] for one in ids}
    for row in connection.execute(sa.select(tags).where(tags.c.record.in_(ids))):
        named[row.record].append(row.tag)
    wanted = sa.select(articles.c.record, highlights.c.quote, highlights.c.note, highlights.c.tags)
    marked = wanted.join(articles, articles.c.id == highlights.c.article).where(articles.c.record.in_(ids))
    for row in connection.execute(marked):
        quotes[row.record].append(json.loads(row.quote)["exact"])
        notes[row.record].append(row.note)
        named[row.record] += json.loads(row.tags)
    for one, record in made_of_all(connection, ids).items():
        yield one, *map(_cut_all, (*_known(record), named[one], notes[one], quotes[one]))


def _cut_all(words: Sequence[str]) -> str:
    return cut("\n".join(words)) if words else ""


def _known(record: Record) -> tuple[list[str], ...]:
    """The words of a record for the first six columns."""
    original = record.original
    first = (_titles(original.title), _names(original.contributors), _original_outlets(record))
    return (
        _titles(record.title),
        [words for some in first for words in some],
        _names((*record.by_role(Role.AUTHOR), *(c for c in original.contributors if c.role is Role.AUTHOR))),
        _names(record.by_role(Role.TRANSLATOR)),
        _names(tuple(c for c in record.contributors if c.role not in {Role.AUTHOR, Role.TRANSLATOR})),
        outlets_of(record),
    )


def _titles(title: Title | None) -> list[str]:
    return [title.text, *(form.text for form in title.forms)] if title else []


def _names(people: Sequence[Contributor]) -> list[str]:
    names = (words for person in people for words in (person.name.literal, *(f.text for f in person.name.forms)))
    return list(dict.fromkeys(names))


def _original_outlets(record: Record) -> list[str]:
    return [a.publication for a in record.appearances if a.publication and a.relation is Relation.ORIGINAL]
