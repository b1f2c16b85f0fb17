"""The facts of a record that a format may have no room for, each with its values in the record's own words.

Kinds (``Fact``) and their values:

- ``appearance``: appearances of unstated relation, outlet and date; ``other-appearance``: reprints and further ones;
- ``year``: dates without a year; ``date-range``: ranges; ``day``: the day of the publication;
- ``translator``; ``role``: names of those in other roles, ``role:name``; ``role-title``: positions and honorifics;
- ``original-title``, ``original-outlet``, ``original-date``, ``original-author``, ``original-language``;
- ``language``: the record's; ``name-form`` and ``title-form``: forms beside the one cited with;
- ``link``: versions it comes from, beside its original; ``translation``: who answers for it; ``license``;
- ``archived``: addresses of kept copies; ``accessed``; ``url``; ``variable``: names of CSL variables;
- ``script``: letters that the format cannot hold.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

from reindreader.citing.phrases import Words, date_words, phrases
from reindreader.citing.versions import original_authors, original_of, outlets, yearless
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date, DateRange
from reindreader.model.records import Appearance, LinkKind, Original, Record, Title, TranslationKind


class Fact(StrEnum):
    """A kind of fact."""

    APPEARANCE = "appearance"
    YEAR = "year"
    TRANSLATOR = "translator"
    ORIGINAL_TITLE = "original-title"
    ORIGINAL_OUTLET = "original-outlet"
    ORIGINAL_DATE = "original-date"
    ORIGINAL_AUTHOR = "original-author"
    ORIGINAL_LANGUAGE = "original-language"
    OTHER_APPEARANCE = "other-appearance"
    LINK = "link"
    ROLE = "role"
    ROLE_TITLE = "role-title"
    NAME_FORM = "name-form"
    TITLE_FORM = "title-form"
    LANGUAGE = "language"
    DATE_RANGE = "date-range"
    DAY = "day"
    URL = "url"
    ACCESSED = "accessed"
    ARCHIVED = "archived"
    TRANSLATION = "translation"
    LICENSE = "license"
    VARIABLE = "variable"
    SCRIPT = "script"

    __hash__ = str.__hash__  # see ``Role``: every record is asked for each of them


Values = tuple[str, ...]
Finder = Callable[[Record], Values]


def _known(values: Iterable[str | None]) -> Values:
    return tuple(value for value in values if value)


def date_text(date: Date) -> str:
    """A date in its printed words, or spelled out."""
    return date_words(date, _spelling())


@cache
def _spelling() -> Words:
    return Words({**phrases(), "yearless": "{date}"})


def _told(appearances: Iterable[Appearance]) -> Values:
    """Each appearance as "outlet, date"."""
    return _known(
        ", ".join(_known((a.publication or a.place or a.url, date_text(a.date) if a.date else None)))
        for a in appearances
    )


def _dates(record: Record) -> list[Date]:
    return [a.date for a in record.appearances if a.date]


def _names(contributors: Iterable[Contributor]) -> Values:
    return tuple(c.name.form.text for c in contributors)


def _original_appearance(record: Record) -> Appearance:
    return outlets(record).original or Appearance()


def _own(record: Record) -> Appearance:
    return outlets(record).own or Appearance()


def _everyone(record: Record) -> tuple[Contributor, ...]:
    return record.contributors + original_of(record).contributors


def _forms(title: Title | None) -> Values:
    return tuple(form.text for form in title.forms) if title else ()


def _links(record: Record) -> Values:
    shown = original_of(record)
    rest = (k for k in record.links if not (k.kind is LinkKind.TRANSLATION_OF and k.target is shown))
    return tuple(
        f"{link.kind.value}: {_original_text(link.target) if isinstance(link.target, Original) else link.key or link.target}"
        for link in rest
    )


def _original_text(original: Original) -> str:
    return original.title.text if original.title else original.language or "?"


def _translation(record: Record) -> Values:
    translation = record.translation
    known = translation.kind is not TranslationKind.UNKNOWN
    return _known(
        (
            translation.kind.value if known else None,
            None if translation.authorised is None else "authorised" if translation.authorised else "not authorised",
            translation.tool,
        )
    )


def unspoken_translation(record: Record) -> Values:
    """The same, without a machine's share, where a format says that in words."""
    machine = record.translation.kind is TranslationKind.MACHINE
    return () if machine else _translation(record)


def lost_addresses(record: Record) -> Values:
    """Addresses of appearances other than the record's own."""
    appearances, own = record.appearances, outlets(record).own
    if len(appearances) == 1 and own:
        return ()
    return tuple([a.url for a in appearances if a is not own and a.url])


def further_addresses(record: Record) -> Values:
    """Addresses of appearances other than the record's own and its original's."""
    return _known([a.url for a in _further(record)])


def further_copies(record: Record) -> Values:
    """Addresses of kept copies, of the same appearances."""
    return _known([a.archived for a in _further(record)])


def _further(record: Record) -> tuple[Appearance, ...]:
    found = outlets(record)
    return found.unstated + found.others


def roles_but(*carried: Role) -> Finder:
    """The names in all roles but those that a format carries."""
    return lambda record: tuple(
        [f"{c.role.value}:{c.name.form.text}" for c in record.contributors if c.role not in carried]
    )


def variables_but(carried: Iterable[str]) -> Finder:
    """The names of the CSL variables that a format has no field for."""
    kept = frozenset(carried)
    return lambda record: tuple([name for name, value in record.variables.items() if value and name not in kept])


FINDERS: dict[Fact, Finder] = {
    Fact.APPEARANCE: lambda r: _told(outlets(r).unstated),
    Fact.YEAR: lambda r: tuple(date_text(d) for d in _dates(r) if yearless(d)),
    Fact.TRANSLATOR: lambda r: _names(r.by_role(Role.TRANSLATOR)),
    Fact.ORIGINAL_TITLE: lambda r: (t.text,) if (t := original_of(r).title) else (),
    Fact.ORIGINAL_OUTLET: lambda r: _known((_original_appearance(r).publication, _original_appearance(r).place)),
    Fact.ORIGINAL_DATE: lambda r: (date_text(d),) if (d := _original_appearance(r).date) else (),
    Fact.ORIGINAL_AUTHOR: lambda r: _names(original_authors(r)),
    Fact.ORIGINAL_LANGUAGE: lambda r: _known((original_of(r).language,)),
    Fact.OTHER_APPEARANCE: lambda r: _told(outlets(r).others),
    Fact.LINK: _links,
    Fact.ROLE: roles_but(Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.PUBLISHER),
    Fact.ROLE_TITLE: lambda r: _known(word for c in _everyone(r) for word in (c.title, c.name.honorific)),
    Fact.NAME_FORM: lambda r: tuple(form.text for c in _everyone(r) for form in c.name.forms[1:]),
    Fact.TITLE_FORM: lambda r: _forms(r.title) + _forms(original_of(r).title),
    Fact.LANGUAGE: lambda r: _known((r.language,)),
    Fact.DATE_RANGE: lambda r: (date_text(d),) if isinstance(d := _own(r).date, DateRange) else (),
    Fact.DAY: lambda r: (date_text(d),) if (d := _own(r).date) and not isinstance(d, DateRange) and d.day else (),
    Fact.URL: lambda r: _known((_own(r).url,)),
    Fact.ACCESSED: lambda r: (date_text(d),) if (d := _own(r).accessed) else (),
    Fact.ARCHIVED: lambda r: _known(a.archived for a in r.appearances),
    Fact.TRANSLATION: _translation,
    Fact.LICENSE: lambda r: _known((r.license,)),
    Fact.VARIABLE: lambda r: tuple(name for name, value in r.variables.items() if value),
    Fact.SCRIPT: lambda r: (),
}
