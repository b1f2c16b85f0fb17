"""Whether two printed names of an article are one person's: "JANE ROE", "Roe, Jane", "J. M. Roe", "Jane Roe"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from reindreader.attribution.name_tables import plain
from reindreader.model.claims import Claim, Value
from reindreader.model.contributors import Contributor
from reindreader.model.names import Name, NameForm

_LETTERS = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s-]+|(?<=\.)(?=\w)")


def same_person(one: Name, other: Name) -> bool:
    """By the words, or by the family name and given names of which one may be an initial of the other or missing.

    Meant for names in one role in one article: elsewhere J. Roe may be many.
    """
    if _letters(one.literal) == _letters(other.literal):
        return True
    if one.organisation or other.organisation:
        return False
    return any(_same_form(first, second) for first in one.forms for second in other.forms)


def _same_form(one: NameForm, other: NameForm) -> bool:
    if one.family is None or other.family is None:
        return _letters(one.text) == _letters(other.text)
    return _letters(one.surname) == _letters(other.surname) and _agree(_given(one), _given(other))


def same_fact(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same field. Two whom one credit lists are two."""
    if one.key != other.key:
        return False
    if one.evidence != other.evidence and isinstance(one.value, Contributor) and isinstance(other.value, Contributor):
        return same_person(one.value.name, other.value.name)
    return one.value == other.value


def told_of_both(one: Claim, other: Claim) -> Value | None:
    """The value of two claims of one fact; of a person all that either says."""
    if isinstance(one.value, Contributor) and isinstance(other.value, Contributor):
        return fuller(one.value, other.value)
    return one.value


def fuller(one: Contributor, other: Contributor) -> Contributor:
    """What the two claims say of one person: the fuller name, and all that is said of it."""
    first, second = sorted((one, other), key=_fullness, reverse=True)
    name = first.name if _words(first) >= _words(second) else second.name
    name = replace(name, honorific=name.honorific or first.name.honorific or second.name.honorific)
    return Contributor(first.role, name, first.qualifier or second.qualifier, first.title or second.title)


def _fullness(person: Contributor) -> int:
    return sum(part is not None for part in (person.title, person.qualifier, person.name.honorific))


def _words(person: Contributor) -> tuple[int, int, bool, bool, bool]:
    """How well the name is written out: in two scripts, in full, in small letters, in its own order, with its accents."""
    words = person.name.literal
    return len(person.name.forms), len(_letters(words)), not words.isupper(), "," not in words, not words.isascii()


def _letters(words: str) -> str:
    return "".join(_LETTERS.findall(plain(words)))


def _given(form: NameForm) -> list[str]:
    return [plain(part).strip(".") for part in _BETWEEN.split(form.given or "") if part]


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Jane agrees with J. and with Jane M., not with Joan."""
    pairs = zip_longest(one, other, fillvalue="")
    return bool(one and other) and all(
        not a or not b or a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in pairs
    )
