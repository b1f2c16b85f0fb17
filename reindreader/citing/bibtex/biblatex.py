"""A record as a BibLaTeX entry (biblatex manual, 2.1–2.3; biblatex-apa for the APA profile).

A date without a year is left out and said in ``addendum``: an EDTF date with an unknown year prints "Mok ([a])", or
stops TeX. What is known of the original stands in the ``orig…`` fields, which keep it, and again in ``addendum``, since
the standard styles print only that. Where the original is a record of the same file, ``related`` links the two, but only
words are printed: biblatex-mla passes ``related`` over, and biblatex-chicago prints an original that it links to with
empty brackets where one of the two has no date, or two.
"""

from reindreader.citing.bibtex.as_in_file import as_in_file
from reindreader.citing.bibtex.case import protect
from reindreader.citing.bibtex.entry_keys import entry_key
from reindreader.citing.bibtex.fields import (
    STANDARD,
    Fields,
    Settings,
    add_publishers,
    blank,
    field_value,
    filled,
    sentences,
    unknown_fields,
    variable_fields,
)
from reindreader.citing.bibtex.people import Escape, name_value
from reindreader.citing.bibtex.tables import (
    APA_SUBTYPES,
    BIBLATEX_NAMES,
    BIBLATEX_TYPES,
    BIBLATEX_VARIABLES,
    DATED_IN_BRACKETS,
    NO_DATE,
    OUTLETS,
    SUBTYPES,
    TITLE_IN_BRACKETS,
    UNPRINTED,
    WORDED_ROLES,
    langid,
    origlanguage,
)
from reindreader.citing.bibtex.values import escape as escape_plain
from reindreader.citing.bibtex.values import escape_ascii, escape_letters, escape_name, escape_often, verbatim
from reindreader.citing.phrases import statements, title_words
from reindreader.citing.versions import Outlets, linked_original, original_of, outlets
from reindreader.model.dates import Date
from reindreader.model.records import Link, Record


def biblatex_entry(record: Record, settings: Settings = STANDARD) -> tuple[str, Fields]:
    """The entry type and the fields, in order, values escaped and without their outer braces."""
    kind = BIBLATEX_TYPES.get(record.kind, "misc")
    if kind in TITLE_IN_BRACKETS and not record.title:
        kind = "misc"
    found = outlets(record)
    escape = escape_ascii if settings.ascii else escape_often
    fields = blank()
    _people(record, escape_ascii if settings.ascii else escape_name, fields)
    _title(record, settings, fields)
    _own(found, kind, escape, fields)
    _original(record, found, escape, fields)
    add_publishers(record, fields, escape)
    fields |= variable_fields(record, BIBLATEX_VARIABLES, escape_ascii if settings.ascii else escape_plain, fields)
    if fields["eprint"]:
        fields["eprinttype"] = "pubmed"
    if kind in DATED_IN_BRACKETS and settings.profile != "apa" and not (fields["date"] or _dated(record)):
        fields["issue"] = NO_DATE
    _kind(record, settings, fields)
    link = linked_original(record, settings.there) if record.links else None
    printed = "related" in record.unknown  # so the file has it that the record came from
    if link:
        fields |= _related(link, settings, printed=printed)
    fields["addendum"] = _addendum(record, found, settings, linked=link is not None, printed=printed)
    fields |= unknown_fields(record, escape_plain, fields)
    return as_in_file(record, kind, filled(fields), ascii_only=bool(settings.ascii))


def _dated(record: Record) -> bool:
    """Whether the file that it came from has a date that we do not read ("1985a")."""
    return "date" in record.unknown or "year" in record.unknown


def edtf(date: Date | None) -> str:
    """The date as biblatex reads it (EDTF levels 0 and 1); "" where no year is known."""
    return date.edtf if date else ""


def _people(record: Record, escape: Escape, fields: Fields) -> None:
    for contributor in record.contributors:
        name = BIBLATEX_NAMES.get(contributor.role)
        if name:
            value = name_value(contributor.name, escape)
            fields[name] = f"{fields[name]} and {value}" if fields[name] else value


def _title(record: Record, settings: Settings, fields: Fields) -> None:
    escape = escape_ascii if settings.ascii else escape_plain
    letters = escape_ascii if settings.ascii else escape_letters
    title, original = record.title, original_of(record).title
    if title and settings.protect:
        fields["title"] = protect(title.text, title.tag or record.language, letters)
    elif title:
        fields["title"] = escape(title.text)
    if original and settings.profile != "apa":
        fields["origtitle"] = escape(original.text)


def _own(found: Outlets, kind: str, escape: Escape, fields: Fields) -> None:
    own = found.own
    if own is None:
        return
    if own.publication:
        fields[OUTLETS[kind]] = field_value(OUTLETS[kind], own.publication, escape)
    if own.place:
        fields["location"] = field_value("location", own.place, escape)
    if own.url:
        fields["url"] = verbatim(own.url)
    fields["date"], fields["urldate"] = edtf(own.date), edtf(own.accessed)


def _original(record: Record, found: Outlets, escape: Escape, fields: Fields) -> None:
    there = found.original
    fields["origlanguage"] = origlanguage(original_of(record).language)
    if there is not None:
        fields["origdate"] = edtf(there.date)
        fields["origpublisher"] = field_value("origpublisher", there.publication or "", escape)
        fields["origlocation"] = field_value("origlocation", there.place or "", escape)


def _kind(record: Record, settings: Settings, fields: Fields) -> None:
    subtypes = APA_SUBTYPES if settings.profile == "apa" else SUBTYPES
    fields["entrysubtype"] = subtypes.get(record.kind, "")
    fields["langid"] = langid(record.language)


def _related(link: Link, settings: Settings, *, printed: bool) -> Fields:
    """The link to the original's entry: for programs, unless it is to be printed."""
    fields = {"related": entry_key(link.key or "", safe=settings.safe_keys), "relatedtype": "translationof"}
    return fields if printed else fields | {"execute": UNPRINTED}


def _addendum(record: Record, found: Outlets, settings: Settings, *, linked: bool, printed: bool) -> str:
    """``linked``, ``printed``: the original is an entry of the file, and is printed as such: then words would say it twice."""
    said = statements(record, settings.phrases, WORDED_ROLES, original=not (linked and printed), found=found)
    if not (linked and printed) and (linked or settings.profile == "apa"):
        said.insert(0, title_words(record, settings.phrases))
    if not said:
        return ""
    return (escape_ascii if settings.ascii else escape_plain)(sentences(said))
