"""What a style leaves out of a record, as facts; the sentences are made at the edge.

Kinds, and what ``values`` and ``parts`` hold:

- ``translator-not-printed``: the translators' names;
- ``original-not-printed``: ``parts`` that the record has and the style left out (``author``, ``title``, ``publication``,
  ``place``, ``date``), ``values`` in the same order;
- ``appearance-not-printed``: an appearance of unstated relation: its outlet (or place, or address), and its date in its
  printed words;
- ``other-appearance-not-printed``: a further appearance, a reprint for example: the same;
- ``year-not-stated``: the date that has no year, in its printed words; ``parts``: ``published`` or ``original``;
- ``equal-years``: the year that original and translation share, where both stand in the citation: (Mok, 2015/2015);
- ``nothing-printed``: the style has no reference for this type of record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reindreader.citing.csl_json import csl_item
from reindreader.citing.facts import date_text
from reindreader.citing.versions import outlets, year_of, yearless
from reindreader.model.contributors import Role
from reindreader.model.records import Appearance, Record


class WarningKind(StrEnum):
    """What is warned of."""

    APPEARANCE = "appearance-not-printed"
    TRANSLATOR = "translator-not-printed"
    ORIGINAL = "original-not-printed"
    OTHER_APPEARANCE = "other-appearance-not-printed"
    YEAR = "year-not-stated"
    EQUAL_YEARS = "equal-years"
    NOTHING = "nothing-printed"


@dataclass(frozen=True, slots=True)
class CitationWarning:
    """One warning. ``style``: the style's id; ``key``: the record's citation key."""

    kind: WarningKind
    style: str
    key: str
    values: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


_ORIGINAL_PARTS: dict[str, str] = {
    "original-author": "author",
    "original-title": "title",
    "original-publisher": "publication",
    "original-publisher-place": "place",
    "original-date": "date",
}
"""CSL variable -> the part of the original that it carries."""


def citation_warnings(
    record: Record, key: str, style: str, printed: frozenset[str] | None, citation: str = ""
) -> tuple[CitationWarning, ...]:
    """The warnings of one record in one style, the gravest first.

    ``printed``: the variables that the style printed of the record, None where it printed nothing at all;
    ``citation``: the citation's text.
    """
    found = [*_kinds(record, key, printed or frozenset(), citation)]
    if printed is None:
        found.insert(0, (WarningKind.NOTHING, (), ()))
    return tuple(CitationWarning(kind, style, key, values, parts) for kind, values, parts in found)


Found = tuple[WarningKind, tuple[str, ...], tuple[str, ...]]


def _kinds(record: Record, key: str, printed: frozenset[str], citation: str) -> Iterator[Found]:
    places = outlets(record)
    for appearance in places.unstated:
        yield WarningKind.APPEARANCE, _told(appearance), ()
    translators = tuple(c.name.form.text for c in record.by_role(Role.TRANSLATOR))
    if translators and "translator" not in printed:
        yield WarningKind.TRANSLATOR, translators, ()
    yield from _original(csl_item(record, key), printed)
    for appearance in places.others:
        yield WarningKind.OTHER_APPEARANCE, _told(appearance), ()
    for part, place in (("published", places.own), ("original", places.original)):
        if place and place.date and yearless(place.date):
            yield WarningKind.YEAR, (date_text(place.date),), (part,)
    yield from _equal_years(places.own, places.original, citation)


def _told(appearance: Appearance) -> tuple[str, ...]:
    where = appearance.publication or appearance.place or appearance.url or ""
    return tuple(told for told in (where, date_text(appearance.date) if appearance.date else "") if told)


def _original(item: dict[str, Any], printed: frozenset[str]) -> Iterator[Found]:
    missing = [variable for variable in _ORIGINAL_PARTS if variable in item and variable not in printed]
    if missing:
        values = tuple(_value(item[variable]) for variable in missing)
        yield WarningKind.ORIGINAL, values, tuple(_ORIGINAL_PARTS[variable] for variable in missing)


def _value(value: Any) -> str:
    """A CSL value in words: a text, the names of a list, the first parts of a date."""
    if isinstance(value, list):
        return "; ".join(
            name.get("literal") or " ".join((name.get("given", ""), name["family"])).strip() for name in value
        )
    if isinstance(value, dict):
        return "-".join(f"{part:02d}" for part in value["date-parts"][0])
    return str(value)


def _equal_years(own: Appearance | None, original: Appearance | None, citation: str) -> Iterator[Found]:
    year = year_of(own.date) if own else None
    if year is None or original is None or year != year_of(original.date):
        return
    if re.search(rf"\b{abs(year)}\b[^\w]{{1,3}}{abs(year)}\b", citation):
        yield WarningKind.EQUAL_YEARS, (str(year),), ()
