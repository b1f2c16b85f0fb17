"""Answering a query: which records it finds, in which order they answer it best, and what was wrong with it."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reindreader.library import asking, sqlite
from reindreader.library.collecting import within
from reindreader.library.hits import Hits, never
from reindreader.library.mark import read_mark
from reindreader.library.organising import ALL_BUT_READ, ReadingState
from reindreader.library.query import Field, Mistake, Query, QueryProblem, Term
from reindreader.library.schema import articles, collections, highlights, images, links, members, records, tags
from reindreader.library.tokens import folded, has_letters
from reindreader.model.records import LinkKind

_SMALL = 2000
"""A library of so many texts is looked through letter by letter where the index finds nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """``ids``: the records that hold the query, None where it asks for nothing; ``ranks``: smaller is better."""

    ids: Set[int] | None
    ranks: Mapping[int, float]
    problems: tuple[QueryProblem, ...]


def find(
    connection: sa.Connection, query: Query, *, ranked: bool = False, given_up: Callable[[], bool] = never
) -> Found:
    """What the query finds among all records, those in the bin too."""
    return _Finder(connection, query, given_up).find(ranked=ranked)


def asks_for_bin(query: Query) -> bool:
    """Whether the query asks for what is in the bin."""
    return any(term.field is Field.IS and term.words == "binned" and not term.negated for term in query.terms)


class _Finder:
    def __init__(self, connection: sa.Connection, query: Query, given_up: Callable[[], bool]) -> None:
        self._connection = connection
        self._query = query
        self._problems = list(query.problems)
        self._everything: set[int] | None = None
        self._hits = Hits(connection, given_up=given_up)

    def find(self, *, ranked: bool) -> Found:
        groups = [tuple(filter(self._can_be_found, group)) for group in self._query.groups]
        plain = [group[0] for group in groups if _is_plain(group)]
        ids = (self._hits.of_all(plain) or self._anywhere(plain)) if plain else None
        for group in groups:
            if group and not _is_plain(group):
                ids = self._narrowed(ids, group)
        ranks = self._hits.ranks(plain, ids) if ranked and plain and ids else {}
        self._tell_half()
        return Found(ids, ranks, tuple(self._problems))

    def _can_be_found(self, term: Term) -> bool:
        indexed = term.field in asking.INDEXED
        if not indexed or has_letters(term.words) or (term.field is Field.ANY and self._small()):
            return True
        self._tell(Mistake.NO_LETTERS, term)
        return False

    def _tell_half(self) -> None:
        asked = [term for term in self._query.terms if term.field in asking.INDEXED]
        mark = read_mark(self._connection) if asked else None
        if mark is not None:
            self._problems.append(QueryProblem(Mistake.HALF_INDEXED, asked[0].place, f"{mark.done}/{mark.total}"))

    def _tell(self, kind: Mistake, term: Term) -> None:
        self._problems.append(QueryProblem(kind, term.place, term.words))

    def _narrowed(self, ids: set[int] | None, group: tuple[Term, ...]) -> set[int]:
        if len(group) == 1:
            own = self._one(group[0], ids)
            if group[0].negated:
                return (self._all() if ids is None else ids) - own
            return own if ids is None else ids & own
        found: set[int] = set()
        for term in group:
            own = self._one(term, ids)
            found |= ((self._all() if ids is None else ids) - own) if term.negated else own
        return found if ids is None else ids & found

    def _all(self) -> set[int]:
        if self._everything is None:
            self._everything = self._ids(sa.true())
        return self._everything

    def _ids(self, condition: sa.ColumnElement[bool]) -> set[int]:
        return self._of(sa.select(records.c.id).where(condition))

    def _of(self, wanted: "sa.Select[Any]") -> set[int]:
        """Of a select of one column."""
        return set(sqlite.ids(self._connection, wanted))

    # Words

    def _anywhere(self, terms: list[Term]) -> set[int]:
        """Nothing holds all: of each term that the index does not know at all, any part of a word will do."""
        unknown = [term for term in terms if not self._hits.any_of(term)]
        if not unknown:
            return set()
        found = set[int].intersection(*map(self._infix, unknown))
        for term in terms:
            found = found if term in unknown else self._hits.of(term, found)
        return found

    def _infix(self, term: Term) -> set[int]:
        words = folded(term.words)
        found = self._ids(records.c.found_by.contains(words, autoescape=True)) if len(words) > 1 else set()
        if self._small():
            newest = sa.select(sa.func.max(articles.c.id)).group_by(articles.c.record)
            holds = sa.and_(articles.c.text.icontains(term.words, autoescape=True), articles.c.id.in_(newest))
            found |= self._of(sa.select(articles.c.record).where(holds))
        return found

    def _small(self) -> bool:
        last = self._connection.scalar(sa.select(sa.func.max(articles.c.id)))
        return (last or 0) <= _SMALL

    # Fields

    def _one(self, term: Term, among: set[int] | None) -> set[int]:
        """The records that hold a term; ``among``: only these are of interest."""
        if term.field in asking.INDEXED:
            return self._words(term, among)
        return _ANSWERS[term.field](self, term)

    def _words(self, term: Term, among: set[int] | None) -> set[int]:
        found = self._hits.of(term, among)
        if found or term.field is not Field.ANY or self._hits.any_of(term):
            return found
        return self._infix(term)

    def _years(self, term: Term) -> set[int]:
        first, last = term.years
        year = records.c.year
        return self._ids(
            sa.and_(year >= (first if first is not None else -9999), year <= (9999 if last is None else last))
        )

    def _language(self, term: Term) -> set[int]:
        column = records.c.language if term.field is Field.LANGUAGE else records.c.original_language
        tag = sa.func.lower(column)
        words = term.words.casefold()
        return self._ids(sa.or_(tag == words, tag.startswith(f"{words}-", autoescape=True)))

    def _tagged(self, term: Term) -> set[int]:
        wanted = _named(self._connection.scalars(sa.select(tags.c.tag).distinct()), term)
        if not wanted:
            self._tell(Mistake.NO_SUCH_TAG, term)
        return self._of(sa.select(tags.c.record).where(tags.c.tag.in_(wanted)))

    def _collected(self, term: Term) -> set[int]:
        rows = self._connection.execute(sa.select(collections.c.id, collections.c.parent, collections.c.name)).all()
        names = _named((row.name for row in rows), term)
        if not names:
            self._tell(Mistake.NO_SUCH_COLLECTION, term)
        return inside(self._connection, [row.id for row in rows if row.name in names])

    def _key(self, term: Term) -> set[int]:
        key, words = records.c.key_folded, term.words.casefold()
        return self._ids(key == words if term.phrase else key.contains(words, autoescape=True))

    def _has(self, term: Term) -> set[int]:
        return self._of(_HAS[term.words])

    def _is(self, term: Term) -> set[int]:
        return self._ids(_IS[term.words])


def _is_plain(group: tuple[Term, ...]) -> bool:
    return len(group) == 1 and group[0].field is Field.ANY and not group[0].negated


_ANSWERS: dict[Field, Callable[[_Finder, Term], set[int]]] = {
    Field.YEAR: _Finder._years,
    Field.LANGUAGE: _Finder._language,
    Field.ORIGINAL_LANGUAGE: _Finder._language,
    Field.TAG: _Finder._tagged,
    Field.COLLECTION: _Finder._collected,
    Field.KEY: _Finder._key,
    Field.HAS: _Finder._has,
    Field.IS: _Finder._is,
}


def _named(names: Iterable[str], term: Term) -> set[str]:
    """The names that a term means: those that it spells whole, else, while it is typed, those that begin so."""
    folds = {name: folded(name) for name in names}
    words = folded(term.words)
    whole = {name for name, own in folds.items() if own == words}
    return whole or {name for name, own in folds.items() if term.prefix and own.startswith(words)}


def inside(connection: sa.Connection, wanted: Iterable[int]) -> set[int]:
    """The records of collections, and of those that lie in them."""
    rows = connection.execute(sa.select(collections.c.id, collections.c.parent)).all()
    found = within(wanted, {row.id: row.parent for row in rows})
    return set(connection.scalars(sa.select(members.c.record).where(members.c.collection.in_(found))))


def state_is(state: ReadingState) -> sa.ColumnElement[bool]:
    """The condition that records are in a reading state, told by hand or by the progress."""
    progress = records.c.progress
    told: dict[ReadingState, sa.ColumnElement[bool]] = {
        ReadingState.UNREAD: progress <= 0,
        ReadingState.READING: sa.and_(progress > 0, progress < ALL_BUT_READ),
        ReadingState.READ: progress >= ALL_BUT_READ,
    }
    return sa.or_(records.c.state == state.value, sa.and_(records.c.state.is_(None), told[state]))


_marked = sa.select(articles.c.record).join(highlights, highlights.c.article == articles.c.id)
_HAS: dict[str, "sa.Select[Any]"] = {
    "highlight": _marked,
    "note": _marked.where(highlights.c.note != ""),
    "original": sa.union(  # type: ignore[dict-item]
        sa.select(links.c.record).where(links.c.kind == LinkKind.TRANSLATION_OF.value),
        sa.select(records.c.id).where(sa.or_(records.c.original_language.is_not(None), records.c.original_title != "")),
    ),
    "text": sa.select(articles.c.record),
    "tag": sa.select(tags.c.record),
    "translator": sa.select(records.c.id).where(records.c.translators != ""),
    "link": sa.select(links.c.record),
    "beside": sa.select(records.c.id).where(records.c.beside.is_not(None)),
    "collection": sa.select(members.c.record),
    "image": sa.select(articles.c.record).join(images, images.c.article == articles.c.id),
}
_IS: dict[str, sa.ColumnElement[bool]] = {
    "starred": records.c.starred == 1,
    "binned": records.c.binned.is_not(None),
    "translation": records.c.translators != "",
    **{state.value: state_is(state) for state in ReadingState},
}
