"""Patterns of citation keys: ``[auth][year][title:1]``, the default, makes ``lam2016clock``.

A token stands in brackets, its modifiers after colons: a number of words (of ``title``, ``origtitle``, ``journal``) or of people
(``authors``), ``(3)`` the first letters, ``lower``, ``upper``, ``cap``, ``abbr`` (the first letter of each word). Outside of
brackets may stand what any BibTeX program takes in a key: letters, figures, ``:``, ``_`` and ``-``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reindreader.citing.keys import LONGEST, NAMELESS, NO_YEAR, NOBODY, family_letters, significant_words, surnames
from reindreader.citing.versions import is_translation, original_authors, original_of, outlets, year_of
from reindreader.model.contributors import Role
from reindreader.model.dates import Date
from reindreader.model.records import Record

DEFAULT = "[auth][year][title:1]"
_PART = re.compile(r"\[([^\[\]]*)\]|([A-Za-z0-9:_-]+)|(.)", re.DOTALL)
_LETTERS = re.compile(r"\((\d{1,2})\)")


class Fault(StrEnum):
    """What is wrong in a pattern: a token or a modifier that there is not, a sign that no key may have, a bracket that is
    not closed, nothing to tell records by."""

    TOKEN = "token"
    MODIFIER = "modifier"
    SIGN = "sign"
    BRACKET = "bracket"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class PatternMistake:
    """``start``, ``end``: its place in the pattern, in code points; ``words``: what stands there."""

    fault: Fault
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Token:
    name: str
    count: int | None = None
    first: int | None = None
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern that was understood."""

    text: str
    parts: tuple[str | _Token, ...]

    def base_key(self, record: Record) -> str:
        """The key without a suffix; ``item`` where neither people nor words can be told."""
        values = {part: _words(record, part) for part in self.parts if isinstance(part, _Token)}
        if not any(words for token, words in values.items() if token.name not in _DATED):
            return NAMELESS
        made = "".join(part if isinstance(part, str) else _styled(part, values[part]) for part in self.parts)
        return made or NAMELESS


def parse_pattern(text: str) -> tuple[KeyPattern, tuple[PatternMistake, ...]]:
    """The pattern, and its mistakes by their place; parts with a mistake are left out of it."""
    parts: list[str | _Token] = []
    mistakes: list[PatternMistake] = []
    for match in _PART.finditer(text):
        inner, literal, strange = match.groups()
        if inner is not None:
            found = _token(inner, match.start() + 1)
            (parts if isinstance(found, _Token) else mistakes).append(found)  # type: ignore[arg-type]
        elif literal:
            parts.append(literal)
        else:
            fault = Fault.BRACKET if strange in "[]" else Fault.SIGN
            mistakes.append(PatternMistake(fault, match.start(), match.end(), strange))
    if not mistakes and not any(isinstance(part, _Token) for part in parts):
        mistakes.append(PatternMistake(Fault.EMPTY, 0, len(text), text))
    return KeyPattern(text, tuple(parts)), tuple(mistakes)


def _token(inner: str, start: int) -> _Token | PatternMistake:
    name, *modifiers = inner.split(":")
    if name not in TOKENS:
        return PatternMistake(Fault.TOKEN, start, start + len(name), name)
    at = start + len(name) + 1
    count = first = None
    styles: list[str] = []
    for modifier in modifiers:
        letters = _LETTERS.fullmatch(modifier)
        if letters:
            first = int(letters[1])
        elif modifier.isascii() and modifier.isdigit() and 0 < len(modifier) < 3:
            count = int(modifier)
        elif modifier in _STYLES:
            styles.append(modifier)
        else:
            return PatternMistake(Fault.MODIFIER, at, at + len(modifier), modifier)
        at += len(modifier) + 1
    return _Token(name, count, first, tuple(styles))


def _words(record: Record, token: _Token) -> list[str]:
    words = TOKENS[token.name](record)
    return words[: token.count or _USUAL.get(token.name)]


def _styled(token: _Token, words: list[str]) -> str:
    if not words and token.name in _EMPTY:
        words = [_EMPTY[token.name]]
    for style in token.styles:
        words = [_STYLES[style](word) for word in words]
    return "".join(words)[: token.first]


_STYLES: Mapping[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "cap": str.capitalize,
    "abbr": lambda word: word[:1],
}
_USUAL = {"title": 1, "shorttitle": 3, "origtitle": 1, "journal": 3, "outlet": 3}
"""How many words a token has where no number is given."""

_EMPTY = {"auth": NOBODY, "authors": NOBODY, "authEtAl": NOBODY, "year": NO_YEAR, "origyear": NO_YEAR}
_DATED = frozenset({"year", "origyear", "lang"})
"""Tokens that do not tell one record from another by themselves."""


def _first(names: list[str]) -> list[str]:
    return names[:1]


def _et_al(names: list[str]) -> list[str]:
    return names if len(names) < 3 else [names[0], "etal"]


def _year(date: Date | None) -> list[str]:
    year = year_of(date)
    return [] if year is None else [str(abs(year))]


def _own_year(record: Record) -> list[str]:
    own = outlets(record).own
    return _year(own.date if own else None)


def _original_year(record: Record) -> list[str]:
    there = outlets(record).original
    return _year(there.date) if there else [] if is_translation(record) else _own_year(record)


def _title(record: Record) -> list[str]:
    return [word[:LONGEST] for word in significant_words(record.title, record.language)]


def _original_title(record: Record) -> list[str]:
    original = original_of(record)
    title = original.title or (None if is_translation(record) else record.title)
    return [word[:LONGEST] for word in significant_words(title, original.language or record.language)]


def _outlet(record: Record) -> list[str]:
    own = outlets(record).own
    from_title = own.publication if own else None
    return significant_words(from_title, record.language) if from_title else []


def _original_people(record: Record) -> list[str]:
    return [found for c in original_authors(record) if (found := family_letters(c.name))] or surnames(record)


TOKENS: Mapping[str, Callable[[Record], list[str]]] = {
    "auth": lambda record: _first(surnames(record)),
    "authors": surnames,
    "authEtAl": lambda record: _et_al(surnames(record)),
    "year": _own_year,
    "title": _title,
    "shorttitle": _title,
    "translator": lambda record: [n for c in record.by_role(Role.TRANSLATOR) if (n := family_letters(c.name))][:1],
    "origauth": lambda record: _first(_original_people(record)),
    "origyear": _original_year,
    "origtitle": _original_title,
    "journal": _outlet,
    "outlet": _outlet,
    "lang": lambda record: [record.language.split("-")[0].lower()] if record.language else [],
}
"""Token -> its words for a record: romanised, in small letters, ``[a-z0-9]``."""
