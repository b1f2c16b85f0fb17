"""Reading what a user types to find something. Nothing raises: each mistake is told with its place, and the rest counts.

``ferry lamp``: both; ``ferry OR lamp``: either; ``-lamp``: not; ``"the ferry"``: a phrase; ``fer``, while it is typed, and
``fer*``: a beginning; ``translator:lee``, ``year:2010-2015``, ``in:"To read"``: fields.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from reindreader.model.text import Span


class Mistake(StrEnum):
    """What is wrong with a part of a query."""

    UNCLOSED_QUOTE = "unclosed-quote"
    UNKNOWN_FIELD = "unknown-field"
    NO_VALUE = "no-value"
    BAD_YEAR = "bad-year"
    UNKNOWN_VALUE = "unknown-value"
    LONELY_MINUS = "lonely-minus"
    LONELY_OR = "lonely-or"
    NO_LETTERS = "no-letters"
    NO_SUCH_TAG = "no-such-tag"
    NO_SUCH_COLLECTION = "no-such-collection"
    HALF_INDEXED = "half-indexed"
    """The search index is being made anew; the words say of how many of how many records it holds the words."""


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A mistake of a query. ``place``: in the query, code points; ``words``: what stands there."""

    kind: Mistake
    place: Span
    words: str


class Field(StrEnum):
    """What a part of a query is about."""

    ANY = ""
    TITLE = "title"
    AUTHOR = "author"
    TRANSLATOR = "translator"
    PEOPLE = "people"
    OUTLET = "outlet"
    ORIGINAL = "orig"
    ORIGINAL_LANGUAGE = "origlang"
    LANGUAGE = "lang"
    YEAR = "year"
    TAG = "tag"
    COLLECTION = "in"
    HAS = "has"
    IS = "is"
    KEY = "key"
    TEXT = "text"
    NOTE = "note"
    QUOTE = "quote"


FIELDS: Mapping[str, Field] = MappingProxyType(
    {field.value: field for field in Field if field.value}
    | {
        "by": Field.PEOPLE,
        "person": Field.PEOPLE,
        "original": Field.ORIGINAL,
        "language": Field.LANGUAGE,
        "origlanguage": Field.ORIGINAL_LANGUAGE,
        "collection": Field.COLLECTION,
        "source": Field.OUTLET,
        "publication": Field.OUTLET,
        "notes": Field.NOTE,
        "tags": Field.TAG,
        "date": Field.YEAR,
    }
)
"""The names of fields as they are typed, before a colon."""

HAS = frozenset({"highlight", "note", "original", "text", "tag", "translator", "link", "beside", "collection", "image"})
IS = frozenset({"starred", "unread", "reading", "read", "binned", "translation"})
_VALUES: Mapping[Field, frozenset[str]] = MappingProxyType({Field.HAS: HAS, Field.IS: IS})


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query. ``phrase``: it was quoted; ``prefix``: words that begin so count too."""

    words: str
    place: Span
    field: Field = Field.ANY
    phrase: bool = False
    prefix: bool = False
    negated: bool = False

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and the last year of a ``year:`` term; None: open."""
        found = _YEARS.fullmatch(self.words)
        if not found:
            return None, None
        first, dash, last = found["first"], found["dash"], found["last"]
        return (int(first) if first else None, int(last if dash else first) if last or not dash else None)


@dataclass(frozen=True, slots=True)
class Query:
    """All groups must hold; of a group, one term."""

    groups: tuple[tuple[Term, ...], ...] = ()
    problems: tuple[QueryProblem, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms in their order."""
        return tuple(term for group in self.groups for term in group)


_YEARS = re.compile(r"(?P<first>\d{1,4})?(?:(?P<dash>-|–|\.\.)(?P<last>\d{1,4})?)?", re.ASCII)
_PART = re.compile(
    r"""(?P<minus>-?)(?P<name>(?:[A-Za-z]+[:：])?)
    (?:["“”„](?P<phrase>[^"“”„]*)(?P<end>["“”„]|$) | (?P<bare>[^\s"“”„]*))""",
    re.VERBOSE,
)


def parse(text: str) -> Query:
    """The query of the words that a user typed."""
    problems: list[QueryProblem] = []
    groups: list[tuple[Term, ...]] = []
    pending: Span | None = None  # of an OR that waits for its right side
    for part in _parts(text):
        if part is None or isinstance(part, QueryProblem):
            problems.extend([part] if part else [])
        elif isinstance(part, Span):
            if pending or not groups:
                problems.append(QueryProblem(Mistake.LONELY_OR, part, "OR"))
            else:
                pending = part
        else:
            problems += _mistakes(part)
            if term := _mended(part):
                groups[-1:] = [(*groups[-1], term)] if pending else [*groups[-1:], (term,)]
                pending = None
    if pending:
        problems.append(QueryProblem(Mistake.LONELY_OR, pending, "OR"))
    return Query(tuple(groups), tuple(problems))


def _parts(text: str) -> Iterator[Term | Span | QueryProblem | None]:
    """Terms as they were typed, the places of ORs, and mistakes of spelling."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _PART.match(text, at)
        assert found
        end = max(found.end(), at + 1)
        yield from _read(found, Span(at, end), text)
        at = end


def _read(found: re.Match[str], place: Span, text: str) -> Iterator[Term | Span | QueryProblem | None]:
    words, bare = place.slice(text), found["bare"]
    if bare is not None and not bare and not found["name"]:
        yield QueryProblem(Mistake.LONELY_MINUS, place, words)
    elif words == "OR":
        yield place
    else:
        if found["phrase"] is not None and not found["end"]:
            yield QueryProblem(Mistake.UNCLOSED_QUOTE, place, words)
        yield _term(found, place, text)


def _term(found: re.Match[str], place: Span, text: str) -> Term:
    name, phrase, bare = found["name"][:-1], found["phrase"], found["bare"] or ""
    field = FIELDS.get(name.casefold(), Field.ANY)
    if name and field is Field.ANY:  # not a field: the words as they stand, a colon among them
        bare = "" if phrase is not None else f"{name}:{bare}"
        phrase = None if phrase is None else f"{name}:{phrase}"
    star = phrase is None and bare.endswith("*")
    typing = phrase is None and place.end == len(text) and bool(bare)
    words = phrase if phrase is not None else bare.rstrip("*")
    return Term(words, place, field, phrase is not None, star or typing, bool(found["minus"]))


def _mistakes(term: Term) -> Iterator[QueryProblem]:
    found = None
    if not term.words.strip():
        found = Mistake.NO_VALUE
    elif term.field is Field.ANY and _claims_a_field(term):
        found = Mistake.UNKNOWN_FIELD
    elif term.field is Field.YEAR and not _year_holds(term):
        found = Mistake.BAD_YEAR
    elif term.field in _VALUES and not _value_of(term):
        found = Mistake.UNKNOWN_VALUE
    if found:
        yield QueryProblem(found, term.place, term.words)


def _claims_a_field(term: Term) -> bool:
    name, colon, rest = term.words.partition(":")
    return bool(colon) and name.isascii() and name.isalpha() and not rest.startswith("//")


def _year_holds(term: Term) -> bool:
    found = _YEARS.fullmatch(term.words)
    if not found or not (found["first"] or found["last"]):
        return False
    first, last = term.years
    return first is None or last is None or first <= last


def _value_of(term: Term) -> str | None:
    """The value that is meant: as it stands, or the only one that begins so while it is typed."""
    values, words = _VALUES[term.field], term.words.casefold()
    if words in values or words.removesuffix("s") in values:
        return words if words in values else words.removesuffix("s")
    begun = [value for value in values if term.prefix and value.startswith(words)]
    return begun[0] if len(begun) == 1 else None


def _mended(term: Term) -> Term | None:
    """The term to search for, None where nothing of it can be."""
    wrong = {problem.kind for problem in _mistakes(term)}
    if wrong & {Mistake.NO_VALUE, Mistake.BAD_YEAR, Mistake.UNKNOWN_VALUE}:
        return None
    return replace(term, words=_value_of(term) or term.words) if term.field in _VALUES else term
