"""Citation keys: romanised surname + year or ``nd`` + first significant word of the title (``lamndclock``).

Keys are ``[a-z0-9]``, and unique without regard to case, since BibTeX drops the second of two that differ only by
case as a "Repeated entry". A key is made once, at the first use, and stored; nothing here recomputes it.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import count
from string import ascii_lowercase

from anyascii import anyascii

from reindreader.citing.romanise import latin, letters, words
from reindreader.citing.versions import year_in
from reindreader.model.contributors import Role
from reindreader.model.names import Name
from reindreader.model.records import Record, Title
from reindreader.resources import resource_text

NO_YEAR = "nd"
NOBODY = "anon"
NAMELESS = "item"
_WHO = (Role.AUTHOR, Role.INTERVIEWEE, Role.EDITOR, Role.COMPILER, Role.TRANSLATOR)
"""The roles whose first name may open a key, the best first."""

LONGEST = 24
"""Letters that a name or a word gives to a key."""

_SAFE = re.compile(r"[A-Za-z0-9:_-]*[A-Za-z0-9][A-Za-z0-9:_-]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9:_-]+")


def make_key(record: Record, taken: Callable[[str], bool]) -> str:
    """A key for the record that is not taken; ``taken`` is asked for keys in lower case."""
    base = base_key(record)
    if base == NAMELESS:
        return next(key for number in count(1) if not taken(key := f"{NAMELESS}{number}"))
    return unique_key(base, taken)


def base_key(record: Record) -> str:
    """The key without a suffix; ``item`` where neither a name nor a title can be romanised."""
    who = _surname(record)
    word = _title_word(record.title, record.language)
    if not who and not word:
        return NAMELESS
    year = year_in(record)
    return f"{who or NOBODY}{NO_YEAR if year is None else abs(year)}{word}"


def unique_key(base: str, taken: Callable[[str], bool]) -> str:
    """The base, or the base with the first free suffix a…z, aa…. ``taken`` is asked for keys in lower case."""
    if not taken(base):
        return base
    return next(base + suffix for suffix in suffixes() if not taken(base + suffix))


def assign_keys(records: Iterable[Record], taken: Iterable[str] = ()) -> Iterator[str]:
    """A key for each record, in order, that none of ``taken`` and none before has."""
    used = {key.casefold() for key in taken}
    for record in records:
        key = make_key(record, used.__contains__)
        used.add(key)
        yield key


def suffixes() -> Iterator[str]:
    """a…z, aa, ab … zz, aaa …"""
    for length in count(1):
        yield from _of_length(length)


def _of_length(length: int) -> Iterator[str]:
    if length == 0:
        yield ""
        return
    for head in _of_length(length - 1):
        for letter in ascii_lowercase:
            yield head + letter


def surnames(record: Record) -> list[str]:
    """The family names of those who open a key, romanised: all of the first role that has any."""
    roles = ([c.name for c in record.by_role(role)] for role in _WHO)
    found = ([letters for name in names if (letters := family_letters(name))] for names in roles)
    return next((names for names in found if names), [])


def _surname(record: Record) -> str:
    return next(iter(surnames(record)), "")


def family_letters(name: Name) -> str:
    """The family name in its first Latin form; of an organisation of more than three words the initials."""
    form = next((form for form in name.forms if latin(form.family or form.text)), name.form)
    parts = words(form.text)
    if name.organisation:
        return ("".join(part[0] for part in parts) if len(parts) > 3 else "".join(parts))[:LONGEST]
    return letters(form.family or form.text)[:LONGEST]


def significant_words(title: Title | str | None, language: str | None) -> list[str]:
    """The words of a title, romanised, without articles and prepositions; all of them where nothing else is left."""
    if title is None:
        return []
    text, tag = (title, None) if isinstance(title, str) else (title.text, title.tag)
    parts = words(text)
    skipped = _stop_words((tag or language or "en").split("-")[0].lower())
    return [part for part in parts if part not in skipped] or parts


def _title_word(title: Title | None, language: str | None) -> str:
    return next(iter(significant_words(title, language)), "")[:LONGEST]


@cache
def _stop_words(language: str) -> frozenset[str]:
    table = tomllib.loads(resource_text("citing/stopwords.toml"))
    return frozenset(table.get(language, "").split())


def safe_key(key: str) -> str:
    """A key that every BibTeX program reads: ``[A-Za-z0-9:_-]``, the rest romanised or dropped; ``item`` if none is left."""
    if _SAFE.fullmatch(key):
        return key
    kept = _UNSAFE.sub("", key if key.isascii() else anyascii(key))
    return kept if kept.strip(":_-") else NAMELESS
