"""Names of items: parts, particles, suffixes, scripts (CSL 1.0.2, Name and Name Particles)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_APOSTROPHES = "'’‘ʼ"
_SUFFIX = re.compile(r"^(?:jr|sr|[ivx]+|esq|ph\.?\s*d|m\.?\s*d)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One name, ready to be formatted. `literal` is set for a name without parts; `asian` puts the family first
    without a space (with one if `spaced`); `comma_suffix` puts a comma before the suffix of an uninverted name."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    asian: bool = False
    comma_suffix: bool = False
    spaced: bool = False

    key: tuple[str, ...] = ()
    hashed: int = 0

    def __post_init__(self) -> None:
        key = (self.family, self.given, self.dropping, self.non_dropping, self.suffix, self.literal)
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "hashed", hash(key))

    def __hash__(self) -> int:
        return self.hashed

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Person) and self.key == other.key)

    def __bool__(self) -> bool:
        return bool(self.family or self.literal or self.given)


def read(value: Any) -> Person:
    """A CSL-JSON name as a Person. Raises ValueError where it is no mapping of texts."""
    if not isinstance(value, Mapping):
        raise ValueError(f"a name is a mapping, not {type(value).__name__}")
    parts = [_text(value, part) for part in _PARTS]
    return _person(
        *parts,
        _true(value.get("comma-suffix")),
        _true(value.get("static-particles")),
        _true(value.get("static-ordering")),
    )


def _true(value: Any) -> bool:
    return bool(value) and str(value).lower() not in ("0", "false")


def _text(value: Mapping[str, Any], part: str) -> str:
    text = value.get(part)
    if text is None:
        return ""
    if not isinstance(text, (str, int, float)) or isinstance(text, bool):
        raise ValueError(f"a name's {part} is text, not {type(text).__name__}")
    return " ".join(str(text).split(" ")).strip(" \t\r\n").replace("'", "’")


@lru_cache(maxsize=100_000)
def _person(
    family: str,
    given: str,
    dropping: str,
    non_dropping: str,
    suffix: str,
    literal: str,
    comma: bool,
    static: bool,
    ordered: bool,
) -> Person:
    if literal and not family:
        return Person(literal=literal)
    if not family:
        return Person(literal=given) if given else Person()
    if len(family) > 1 and family[0] == family[-1] == '"':
        return Person(family=family[1:-1], given=given, asian=not western(family[1:-1] + given))
    if not (dropping or non_dropping or static):
        family, non_dropping = _split_family(family)
        if not suffix:
            given, suffix, comma = _split_suffix(given, comma)
        given, dropping = _split_given(given)
    asian = ordered or (not western(family + given) and not suffix)
    spaced = ordered and western(family + given)
    return Person(family, given, dropping, non_dropping, suffix, "", asian, comma, spaced)


def _split_family(family: str) -> tuple[str, str]:
    """`van der Berg` gives `Berg` and `van der`; `d'Aubignac` gives `Aubignac` and `d’`."""
    at = 0
    while True:
        step = _particle_end(family, at)
        if step <= at or not family[step:].strip():
            break
        at = step
    if not at or not any(ch.isupper() or not ch.islower() for ch in family[at : at + 1]):
        return family, ""
    particle = family[:at]
    return family[at:], particle if particle.rstrip()[-1] in _APOSTROPHES else particle.strip()


def _particle_end(family: str, at: int) -> int:
    match = re.compile(r"([^\W\d_]+)(\s+|[-‐]\s*|[’‘ʼ]\s*)").match(family, at)
    if match is None or not match[1].islower() or not _latin(match[1][0]):
        return at
    if match[2][0] in "-‐" and match[1].lower() not in _ARABIC:
        return at
    return match.end()


_ARABIC = frozenset(["al", "el", "as", "ad", "an", "ar", "at", "ash", "az", "ud", "ul", "bil"])


def _latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "") or "CYRILLIC" in unicodedata.name(char, "")


def _split_suffix(given: str, comma: bool) -> tuple[str, str, bool]:
    """`John, Jr.` gives `John` and `Jr.`; `!,` asks for the comma to be printed."""
    head, found, tail = given.partition(",")
    if not found:
        return given, "", comma
    tail = tail.strip()
    forced = tail.startswith("!")
    tail = tail.lstrip("! ")
    if not tail or not (forced or _SUFFIX.match(tail)):
        return given, "", comma
    return head.strip(), tail, comma or forced or bool(re.match(r"[js]r", tail, re.IGNORECASE))


def _split_given(given: str) -> tuple[str, str]:
    """`Ludwig van` gives `Ludwig` and `van`; `abbé d'` after a comma stays given but for the last word."""
    words = given.split(" ")
    at = len(words)
    while at > 1 and _is_particle(words[at - 1]) and not words[at - 2].endswith(","):
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def _is_particle(word: str) -> bool:
    return bool(word) and word.rstrip(_APOSTROPHES + "-").isalpha() and word.islower() and _latin(word[0])


_WESTERN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN", "DEVANAGARI", "BENGALI",
                    "THAI", "ETHIOPIC", "TAMIL", "MONGOLIAN")  # fmt: skip


@lru_cache(maxsize=100_000)
def western(text: str) -> bool:
    """Whether a name so written has its given name first: any letter of a script that does so."""
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    return not letters or any(unicodedata.name(char, "LATIN").startswith(_WESTERN_SCRIPTS) for char in letters)
