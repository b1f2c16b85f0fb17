"""Numbers: what counts as numeric, how it is read, ordinals, Roman numerals (CSL 1.0.2, Number and Choose)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .locales import Locale

_NUMBER = r"[^\W\d_]{0,8}\d+[^\W\d_]*"
_NUMERIC = re.compile(rf"\s*{_NUMBER}(?:\s*(?:[,&–—-]|\\-)\s*{_NUMBER})*\s*$")
_PIECES = re.compile(rf"({_NUMBER})|(\s*(?:[,&–—-]|\\-)\s*)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_NUMERAL = re.compile(r"(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number variable's text as parts: (is a number, text) in order, and whether it speaks of several things."""

    parts: tuple[tuple[bool, str], ...]
    plural: bool


@lru_cache(maxsize=100_000)
def numeric(text: str) -> Numeric | None:
    """The text's parts if it is numeric; None if any of it is not."""
    if not _NUMERIC.match(text):
        return None
    parts = tuple((bool(match[1]), match[1] or _separator(match[2])) for match in _PIECES.finditer(text))
    return Numeric(parts, sum(1 for is_number, _ in parts if is_number) > 1 and "\\-" not in text)


def _separator(text: str) -> str:
    mark = text.strip()
    if mark == ",":
        return ", "
    if mark == "&":
        return " & "
    return mark


@lru_cache(maxsize=4000)
def roman(number: int) -> str:
    """Lower-case Roman numerals for 1–3999; other numbers in digits."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out


def is_roman(text: str) -> bool:
    """Whether the text is one Roman numeral."""
    return bool(_ROMAN_NUMERAL.match(text))


def ordinal(number: int, locale: Locale, gender: str) -> str:
    """The number with its ordinal suffix (Ordinal Suffixes), in the noun's gender where the locale knows it."""
    return f"{number}{_suffix(number, locale, gender)}"


def _suffix(number: int, locale: Locale, gender: str) -> str:
    ordinals = locale.ordinals
    if ("ordinal", "") not in ordinals and ("ordinal-01", "") in ordinals and ("ordinal-04", "") in ordinals:
        return _old_suffix(number, ordinals)
    last, two = number % 10, number % 100
    for name in (f"ordinal-{two:02d}", f"ordinal-{last:02d}"):
        for form in dict.fromkeys((gender, "")):
            found = ordinals.get((name, form))
            if found is not None and _matches(number, int(name[-2:]), found[1]):
                return found[0]
    for form in dict.fromkeys((gender, "")):
        if ("ordinal", form) in ordinals:
            return ordinals["ordinal", form][0]
    return ""


def _matches(number: int, wanted: int, match: str) -> bool:
    if match == "whole-number":
        return number == wanted
    if match == "last-two-digits" or wanted > 9:
        return number % 100 == wanted
    return number % 10 == wanted


def _old_suffix(number: int, ordinals: dict[tuple[str, str], tuple[str, str]]) -> str:
    last, two = number % 10, number % 100
    name = f"ordinal-0{last}" if last in (1, 2, 3) and two not in (11, 12, 13) else "ordinal-04"
    return ordinals.get((name, ""), ("", ""))[0]


def long_ordinal(number: int, locale: Locale, gender: str) -> str:
    """ "first" to "tenth"; other numbers as `ordinal` has them (Long Ordinals)."""
    if 1 <= number <= 10:
        name = f"long-ordinal-{number:02d}"
        for form in dict.fromkeys((gender, "")):
            term = locale.terms.get((name, "gender:" + form))
            if term is not None:
                return term[0]
    return ordinal(number, locale, gender)
