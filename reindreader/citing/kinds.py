"""Which kinds of facts a record has, told in one pass: most have few, and whole libraries are asked about."""

from collections.abc import Iterable

from reindreader.citing.facts import Fact
from reindreader.citing.versions import Outlets, original_of, outlets, yearless
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange
from reindreader.model.records import Appearance, Original, Record, Translation

SOMETIMES = frozenset({Fact.SCRIPT, Fact.URL, Fact.DATE_RANGE})
"""Kinds of which the formats count different things: letters, addresses, dates that are more than a day."""

_FIELDED = frozenset({Role.AUTHOR, Role.EDITOR, Role.PUBLISHER})
_UNTOLD = Translation()
_NOBODY = Original()


def kinds_in(record: Record) -> set[Fact]:
    """The kinds of facts that the record has; those of ``SOMETIMES`` also where it may be that it has none."""
    found = {Fact.SCRIPT}
    if record.contributors:
        _add_people(record.contributors, found)
    if record.appearances:
        _add_appearances(record.appearances, found)
        _add_outlets(outlets(record), found)
    if record.links:
        _add_original(record, original_of(record), found)
    if record.language:
        found.add(Fact.LANGUAGE)
    if record.title and record.title.forms:
        found.add(Fact.TITLE_FORM)
    return _add_rest(record, found)


def _add_rest(record: Record, found: set[Fact]) -> set[Fact]:
    if record.variables:
        found.add(Fact.VARIABLE)
    if record.license:
        found.add(Fact.LICENSE)
    if record.translation is not _UNTOLD and record.translation != _UNTOLD:
        found.add(Fact.TRANSLATION)
    return found


def _add_people(people: Iterable[Contributor], found: set[Fact]) -> None:
    for person in people:
        if person.role is Role.TRANSLATOR:
            found.add(Fact.TRANSLATOR)
        elif person.role not in _FIELDED:
            found.add(Fact.ROLE)
        _add_name(person, found)


def _add_name(person: Contributor, found: set[Fact]) -> None:
    if len(person.name.forms) > 1:
        found.add(Fact.NAME_FORM)
    if person.title or person.name.honorific:
        found.add(Fact.ROLE_TITLE)


def _add_original(record: Record, original: Original, found: set[Fact]) -> None:
    if len(record.links) > 1 or record.links[0].target is not original:
        found.add(Fact.LINK)
    if original.title:
        found.add(Fact.ORIGINAL_TITLE)
        if original.title.forms:
            found.add(Fact.TITLE_FORM)
    if original.language:
        found.add(Fact.ORIGINAL_LANGUAGE)
    for person in original.contributors:
        if person.role is Role.AUTHOR:
            found.add(Fact.ORIGINAL_AUTHOR)
        _add_name(person, found)


def _add_appearances(appearances: Iterable[Appearance], found: set[Fact]) -> None:
    for one in appearances:
        if one.url:
            found.add(Fact.URL)
        if one.archived:
            found.add(Fact.ARCHIVED)
        if one.date and yearless(one.date):
            found.add(Fact.YEAR)


def _add_outlets(where: Outlets, found: set[Fact]) -> None:
    if where.own:
        _add_own(where.own, found)
    if where.original:
        _add_there(where.original, found)
    if where.unstated and any(map(_told, where.unstated)):
        found.add(Fact.APPEARANCE)
    if where.others and any(map(_told, where.others)):
        found.add(Fact.OTHER_APPEARANCE)


def _told(one: Appearance) -> bool:
    return bool(one.publication or one.place or one.url or one.date)


def _add_own(own: Appearance, found: set[Fact]) -> None:
    date = own.date
    if own.accessed:
        found.add(Fact.ACCESSED)
    if isinstance(date, DateRange):
        found.add(Fact.DATE_RANGE)
    elif date:
        if date.day:
            found.add(Fact.DAY)
        if date.approximate or date.uncertain or date.season:
            found.add(Fact.DATE_RANGE)


def _add_there(original: Appearance, found: set[Fact]) -> None:
    if original.publication or original.place:
        found.add(Fact.ORIGINAL_OUTLET)
    if original.date:
        found.add(Fact.ORIGINAL_DATE)
