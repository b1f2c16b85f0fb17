"""Snippets: the words around the first place that answers a query, for the rows that are in sight."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from reindreader.library.query import Field, Query, Term
from reindreader.library.schema import articles, highlights, newest_articles, records
from reindreader.library.tokens import UNSPACED, folded, has_letters
from reindreader.model.text import Span

_BEFORE, _LENGTH = 40, 180
"""Letters before the first hit, and of the whole."""

_AROUND = " #*="
"""What Markdown puts around a title."""

_FIELDS = {
    Field.ANY: frozenset({"text", "note", "quote"}),
    Field.TEXT: frozenset({"text"}),
    Field.NOTE: frozenset({"note"}),
    Field.QUOTE: frozenset({"quote"}),
}
"""Where the words of a field are looked for; titles, people and tags are seen on the shelf anyway."""


class Origin(StrEnum):
    """Where a snippet is from."""

    TEXT = "text"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a text, a note or a quotation on one line, ``…`` where it was cut; ``hits``: places in ``text``."""

    text: str
    hits: tuple[Span, ...]
    origin: Origin


def snippets(connection: sa.Connection, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
    """A snippet of each of those of the records whose text, notes or quotations hold words of the query."""
    patterns = _patterns(query)
    found: dict[int, Snippet] = {}
    if any(patterns.values()):
        titles = _titles(connection, ids)
        for record, origin, words in _places(connection, ids):
            if record not in found and patterns[origin]:
                made = _snippet(words, patterns[origin], origin, titles[record])
                found |= {record: made} if made else {}
    return found


def _titles(connection: sa.Connection, ids: Sequence[int]) -> dict[int, str]:
    """What stands on the shelf anyway, and need not be said again."""
    wanted = sa.select(records.c.id, records.c.title).where(records.c.id.in_(ids))
    return {record: folded(title or "").strip() for record, title in connection.execute(wanted)}


def _places(connection: sa.Connection, ids: Sequence[int]) -> Iterator[tuple[int, Origin, str]]:
    wanted = sa.select(articles.c.record, highlights.c.quote, highlights.c.note)
    marked = wanted.join(articles, articles.c.id == highlights.c.article).where(articles.c.record.in_(ids))
    for row in connection.execute(marked.order_by(highlights.c.id)):
        yield row.record, Origin.NOTE, row.note
        yield row.record, Origin.QUOTE, json.loads(row.quote)["exact"]
    texts = sa.select(articles.c.record, articles.c.text).where(articles.c.id.in_(newest_articles(ids)))
    for record, text in connection.execute(texts):
        yield record, Origin.TEXT, text


def _patterns(query: Query) -> dict[Origin, list[re.Pattern[str]]]:
    terms = [term for term in query.terms if not term.negated and term.field in _FIELDS and has_letters(term.words)]
    return {origin: [_pattern(term) for term in terms if origin.value in _FIELDS[term.field]] for origin in Origin}


_PIECE = re.compile(f"[{UNSPACED}]+|(?:[^\\W_{UNSPACED}]|[\\u0300-\\u036f\\u0591-\\u0e00])+")


def _pattern(term: Term) -> re.Pattern[str]:
    """What finds the words in a folded text: whole words, and any letters of scripts without spaces."""
    pieces = _PIECE.findall(folded(term.words)) or [folded(term.words)]
    first, last = pieces[0][0], pieces[-1][-1]
    spaced = not re.match(f"[{UNSPACED}]", first), not re.match(f"[{UNSPACED}]", last)
    before = r"(?<!\w)" if spaced[0] and first.isalnum() else ""
    after = r"(?!\w)" if spaced[1] and last.isalnum() and not term.prefix else ""
    return re.compile(before + r"[\W_]*".join(map(re.escape, pieces)) + after)


def _snippet(words: str, patterns: Sequence[re.Pattern[str]], origin: Origin, title: str = "") -> Snippet | None:
    """The line of the text that holds the first hit but for its title, and all hits on what is shown of it."""
    for line in words.splitlines():
        plain = folded(line)
        if plain.strip(_AROUND) == title:
            continue
        firsts = [hit.start() for pattern in patterns if (hit := pattern.search(plain))]
        if firsts:
            places = _places_in(line, plain)
            start, end = _window(line, places[min(firsts)])
            return _cut(line, start, end, _hits(plain, places, patterns), origin)
    return None


def _places_in(line: str, plain: str) -> list[int]:
    """Where each letter of the folded line stands in the line."""
    if len(line) == len(plain) and line.isascii():
        return list(range(len(line) + 1))
    places = [at for at, letter in enumerate(line) for _ in folded(letter)]
    places += [len(line)] * (len(plain) + 1 - len(places))
    return places


def _hits(plain: str, places: Sequence[int], patterns: Sequence[re.Pattern[str]]) -> list[Span]:
    found = [hit.span() for pattern in patterns for hit in pattern.finditer(plain) if hit.end() > hit.start()]
    return sorted({Span(places[start], max(places[end - 1] + 1, places[start])) for start, end in found})


def _window(line: str, first: int) -> tuple[int, int]:
    start = max(0, first - _BEFORE)
    if start:
        space = line.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(line), start + _LENGTH)
    if end < len(line):
        space = line.rfind(" ", first, end)
        end = space if space > first + _BEFORE else end
    return start, end


def _cut(line: str, start: int, end: int, hits: Sequence[Span], origin: Origin) -> Snippet:
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shown = tuple(hit.shifted(len(before) - start) for hit in hits if start <= hit.start and hit.end <= end)
    return Snippet(before + line[start:end] + after, shown, origin)
