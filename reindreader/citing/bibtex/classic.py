"""A record as a classic BibTeX entry (btxdoc, 3.1 and 3.2), for bibtex and pdfLaTeX.

plain, abbrv, alpha, apalike and plainnat ignore a translator, the original and any date but year and month: those are
said in ``note``. An entry without author and editor has its title as ``key``, which styles sort by and make labels of: from
their citation keys apalike makes so many equal ones that it stops. Names and titles are written in ASCII with TeX's accents as far as TeX has them.
"""

from reindreader.citing.bibtex.as_in_file import classic_as_in_file
from reindreader.citing.bibtex.case import protect
from reindreader.citing.bibtex.fields import (
    STANDARD,
    Fields,
    Settings,
    add_publishers,
    blank,
    filled,
    sentences,
    unknown_fields,
    variable_fields,
)
from reindreader.citing.bibtex.people import Escape, name_list
from reindreader.citing.bibtex.tables import (
    CLASSIC_NAMES,
    CLASSIC_OUTLETS,
    CLASSIC_TYPES,
    CLASSIC_VARIABLES,
    CLASSIC_WORDED_ROLES,
    MONTHS,
)
from reindreader.citing.bibtex.values import escape as escape_unicode
from reindreader.citing.bibtex.values import escape_classic, verbatim
from reindreader.citing.phrases import Words, date_words, role_words, statements, title_words
from reindreader.citing.versions import Outlets, outlets
from reindreader.model.contributors import Role
from reindreader.model.dates import Date, DateRange
from reindreader.model.records import Record

MACROS = frozenset({"month"})
"""Fields whose value is the name of a macro, written without braces."""


def classic_entry(record: Record, settings: Settings = STANDARD) -> tuple[str, Fields]:
    """The entry type and the fields, in order, values escaped and without their outer braces."""
    kind = CLASSIC_TYPES.get(record.kind, "misc")
    found = outlets(record)
    escape = escape_unicode if settings.ascii is False else escape_classic
    fields = blank() | _people(record, escape) | _title(record, settings, escape) | _own(found, kind, escape)
    add_publishers(record, fields, escape)
    fields |= variable_fields(record, CLASSIC_VARIABLES, escape, fields)
    fields["note"] = _note(record, found, settings.phrases, escape)
    if record.title and not (fields["author"] or fields["editor"]):
        fields["key"] = escape(record.title.text)
    fields |= unknown_fields(record, escape, fields)
    return classic_as_in_file(record, kind, filled(fields), ascii_only=settings.ascii is not False)


def _people(record: Record, escape: Escape) -> Fields:
    return {name: name_list(record.by_role(role), escape, latin_first=True) for role, name in CLASSIC_NAMES.items()}


def _title(record: Record, settings: Settings, escape: Escape) -> Fields:
    title = record.title
    if title is None:
        return {}
    if not settings.protect:
        return {"title": escape(title.text)}
    return {"title": protect(title.text, title.tag or record.language, escape, every_capital=True)}


def _own(found: Outlets, kind: str, escape: Escape) -> Fields:
    own = found.own
    if own is None:
        return {}
    return {
        CLASSIC_OUTLETS[kind]: escape(own.publication or ""),
        "address": escape(own.place or ""),
        "url": verbatim(own.url or ""),
        **_date(own.date),
    }


def _date(date: Date | None) -> Fields:
    """Year, month and day; of a range the years alone."""
    if date is None or date.year is None:
        return {}
    if isinstance(date, DateRange):
        ends = [str(end.year) for end in (date.start, date.end) if end and end.year is not None]
        return {"year": "--".join(dict.fromkeys(ends))}
    month = MONTHS[date.month - 1] if date.month else ""
    return {"year": str(date.year), "month": month, "day": str(date.day or "")}


def _note(record: Record, found: Outlets, words: Words, escape: Escape) -> str:
    said = statements(record, words, CLASSIC_WORDED_ROLES[1:], original=True, found=found)
    translated = _translated(record, words)
    own = found.own.date if found.own else None
    if isinstance(own, DateRange) and own.year is not None:
        said.insert(0, words["published_date"].format(date=date_words(own, words)))
    own_note = record.variables.get("note", "")
    note = escape(sentences(words for words in (*translated, *said) if words not in own_note))
    kept = escape(own_note)
    return sentences([kept, note])


def _translated(record: Record, words: Words) -> list[str]:
    """Who translated it, and the title that it had: no classic style prints them otherwise."""
    return [role_words(record, Role.TRANSLATOR, words), title_words(record, words)]
