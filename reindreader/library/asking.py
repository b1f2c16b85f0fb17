"""Asking the search index that ``search`` keeps: which records hold a term's words, and how well."""

import json
from collections.abc import Collection, Sequence
from enum import StrEnum

import sqlalchemy as sa

from reindreader.library import sqlite
from reindreader.library.query import Field, Term
from reindreader.library.tokens import has_letters, sought

WEIGHTS = {
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
    return f"{'' if len(ids) <= _FEW else '+'}rowid IN ({','.join(map(str, ids))})"


_FEW = 200


def ranks(connection: sa.Connection, *, known: Sequence[Term], texts: Sequence[Term]) -> dict[int, float]:
    """How well records answer terms, the smaller the better (bm25): of ``known`` any that something known of them holds,
    of ``texts`` all, in their texts.
    """
    found: dict[int, float] = {}
    weights = ", ".join(map(str, WEIGHTS.values()))
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
