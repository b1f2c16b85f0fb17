"""The search index: SQLite's FTS5 over texts, and over what is known of records. It changes with what it is made from.

Two tables: ``found_text`` holds each record's text and, beside it, the single letters of scripts without spaces;
without its content, since the text is kept once. ``found_facts`` holds the rest, small, so that a note or a tag is
indexed at once whatever the length of the text.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import count

import sqlalchemy as sa

from reindreader.library import sqlite
from reindreader.library.derived import made_of_all
from reindreader.library.mark import read_mark
from reindreader.library.query import Field, Term
from reindreader.library.rows import outlets_of
from reindreader.library.schema import articles, highlights, newest_articles, tags
from reindreader.library.tokens import cut, has_letters, indexed, sought
from reindreader.model.contributors import Contributor, Role
from reindreader.model.records import Record, Relation, Title

_WEIGHTS = {
    "title": 10.0,
    "original": 5.0,
    "author": 8.0,
    "translator": 8.0,
    "people": 4.0,
    "outlet": 3.0,
    "tags": 6.0,
    "notes": 4.0,
    "quotes": 3.0,
}
"""The columns of ``found_facts``, and what a word in each is worth beside one in the text."""

_COLUMNS: dict[Field, str] = {
    Field.TITLE: "{title}",
    Field.AUTHOR: "{author}",
    Field.TRANSLATOR: "{translator}",
    Field.PEOPLE: "{author translator people}",
    Field.OUTLET: "{outlet}",
    Field.ORIGINAL: "{original}",
    Field.NOTE: "{notes}",
    Field.QUOTE: "{quotes}",
}
INDEXED = frozenset(_COLUMNS) | {Field.ANY, Field.TEXT}
"""The fields that the index answers."""

_TOKENS = "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\""
_MAKE = (
    "DROP TABLE IF EXISTS found_facts",
    "DROP TABLE IF EXISTS found_text",
    f"CREATE VIRTUAL TABLE found_facts USING fts5({', '.join(_WEIGHTS)}, prefix='1 2 3', {_TOKENS})",
    f"CREATE VIRTUAL TABLE found_text USING fts5(text, letters, content='', prefix='3 4', {_TOKENS})",
)
"""Beginnings of words have an index of their own (FTS5, "Prefix Indexes"): without it, each that is asked for is put
together from all words that begin so, which takes ten times as long as a word. Longer ones have few words."""

_INSERT_FACTS = f"INSERT INTO found_facts (rowid, {', '.join(_WEIGHTS)}) VALUES (?{', ?' * len(_WEIGHTS)})"
_INSERT_TEXT = "INSERT INTO found_text (rowid, text, letters) VALUES (?, ?, ?)"
_DELETE_TEXT = "INSERT INTO found_text (found_text, rowid, text, letters) VALUES ('delete', ?, ?, ?)"
_CHUNK = 200
_CLEARED = 3000
"""Pages of an index that are deleted in one go."""


# Keeping it


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


# Asking it


class Part(StrEnum):
    """A part of the index: what is known of records, or their texts."""

    FACTS = "found_facts"
    TEXTS = "found_text"


def holding(connection: sa.Connection, part: Part, term: Term, among: Collection[int] | None = None) -> set[int]:
    """The records of which this part holds the term's words; ``among``: only these are of interest."""
    expression = _asked(part, term)
    if not expression or (among is not None and not among):
        return set()
    return _matching(connection, part, expression, "" if among is None else f" AND {_is_among(among)}")


def few_holding(connection: sa.Connection, part: Part, term: Term, limit: int) -> set[int] | None:
    """The same, None where there are more than these: as quick for a common word as for a rare one."""
    expression = _asked(part, term)
    found = _matching(connection, part, expression, f" LIMIT {limit + 1}") if expression else set()
    return found if len(found) <= limit else None


def count_holding(connection: sa.Connection, part: Part, term: Term) -> int:
    """How many records these are."""
    query = f"SELECT count(*) FROM {part} WHERE {part} MATCH ?"
    expression = _asked(part, term)
    return int(connection.exec_driver_sql(query, (expression,)).scalar_one()) if expression else 0


def holding_all(connection: sa.Connection, terms: Sequence[Term]) -> set[int]:
    """The records whose texts hold the words of all the terms."""
    expressions = [_text_expression(term) for term in terms]
    return _matching(connection, Part.TEXTS, " AND ".join(expressions)) if all(expressions) else set()


def _matching(connection: sa.Connection, part: Part, expression: str, more: str = "") -> set[int]:
    hits = f"SELECT rowid AS id FROM {part} WHERE {part} MATCH ?{more}"
    query = f"SELECT json_group_array(id) FROM ({hits})"
    return set(json.loads(connection.exec_driver_sql(query, (expression,)).scalar_one()))


def _is_among(ids: Collection[int]) -> str:
    """A few are looked up one by one; to find many, all hits are gone through (the plus keeps the engine from it)."""
    return f"{'' if len(ids) <= _FEW else '+'}rowid IN ({_listed(ids)})"


_FEW = 200


def ranks(connection: sa.Connection, *, known: Sequence[Term], texts: Sequence[Term]) -> dict[int, float]:
    """How well records answer terms, the smaller the better (bm25): of ``known`` any that something known of them holds,
    of ``texts`` all, in their texts.
    """
    found: dict[int, float] = {}
    weights = ", ".join(map(str, _WEIGHTS.values()))
    any_of = " OR ".join(filter(None, map(_expression, known)))
    all_of = [_text_expression(term) for term in texts]
    if any_of:
        _add_ranks(connection, "found_facts", any_of, f"bm25(found_facts, {weights})", found)
    if all_of and all(all_of):
        _add_ranks(connection, "found_text", " AND ".join(all_of), "bm25(found_text)", found)
    return found


def _add_ranks(connection: sa.Connection, table: str, expression: str, rank: str, found: dict[int, float]) -> None:
    query = f"SELECT rowid, {rank} FROM {table} WHERE {table} MATCH ?"
    for record, own in sqlite.pairs(connection, query, (expression,)):
        found[record] = found.get(record, 0.0) + own


def _asked(part: Part, term: Term) -> str:
    if part is Part.TEXTS:
        return _text_expression(term)
    expression = _expression(term)
    return f"{_COLUMNS[term.field]} : {expression}" if expression and term.field in _COLUMNS else expression


def _expression(term: Term) -> str:
    """The term as FTS5 wants it ("Full-text Query Syntax"), "" where it has no letter that could be found."""
    words, opened = sought(term.words)
    star = " *" if opened or term.prefix else ""
    return f'"{words}"{star}' if has_letters(words) else ""


def _text_expression(term: Term) -> str:
    words, opened = sought(term.words)
    if not has_letters(words):
        return ""
    if opened and len(words.strip()) == 1:
        return f'letters : "{words}"'
    whole = len(words.strip()) < _SHORTEST_BEGINNING
    return f'text : "{words}"' + (" *" if opened or (term.prefix and not whole) else "")


_SHORTEST_BEGINNING = 3
"""Shorter beginnings of words stand in nearly every text: there, only titles, people, tags and notes are looked through."""
