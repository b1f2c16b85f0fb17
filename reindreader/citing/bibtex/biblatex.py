"""A record as a BibLaTeX entry (biblatex manual, 2.1–2.3; biblatex-apa for the APA profile).

A date without a year is left out and said in ``addendum``: an EDTF date with an unknown year prints "Mok ([a])", or
stops TeX. What is known of the original stands in the ``orig…`` fields, which keep it, and again in ``addendum``, since
the standard styles print only that; where the original is a record of the same file, ``related`` links the two instead
of words, for styles print both.
"""

from reindreader.citing.bibtex.as_in_file import as_in_file
from reindreader.citing.bibtex.case import protect
from reindreader.citing.bibtex.fields import (
    STANDARD,
    Fields,
    Settings,
    field_value,
    ordered,
    sentences,
    unknown_fields,
    variable_fields,
    with_publishers,
)
from reindreader.citing.bibtex.people import name_list
from reindreader.citing.bibtex.tables import (
    APA_SUBTYPES,
    BIBLATEX_NAMES,
    BIBLATEX_TYPES,
    BIBLATEX_VARIABLES,
    LANGIDS,
    ORIGLANGUAGES,
    OUTLETS,
    SUBTYPES,
    WORDED_ROLES,
    by_language,
)
from reindreader.citing.bibtex.values import escape, verbatim
from reindreader.citing.phrases import statements, title_words
from reindreader.citing.versions import Outlets, linked_original, original_of, outlets
from reindreader.model.dates import Date
from reindreader.model.records import Record


def biblatex_entry(record: Record, settings: Settings = STANDARD) -> tuple[str, Fields]:
    """The entry type and the fields, in order, values escaped and without their outer braces."""
    kind = BIBLATEX_TYPES.get(record.kind, "misc")
    found = outlets(record)
    fields = _people(record) | _title(record, settings) | _own(found, kind) | _original(record, found)
    fields = with_publishers(record, fields, escape)
    fields |= variable_fields(record, BIBLATEX_VARIABLES, escape, fields)
    if "eprint" in fields:
        fields["eprinttype"] = "pubmed"
    fields |= _kind(record, settings) | _links(record, settings)
    fields["addendum"] = escape(_addendum(record, settings))
    return as_in_file(record, kind, ordered(fields | unknown_fields(record, escape, fields)))


def edtf(date: Date | None) -> str:
    """The date as biblatex reads it (EDTF levels 0 and 1); "" where no year is known."""
    return date.edtf if date else ""


def _people(record: Record) -> Fields:
    return {name: name_list(record.by_role(role), escape) for role, name in BIBLATEX_NAMES.items()}


def _title(record: Record, settings: Settings) -> Fields:
    original = original_of(record).title
    title = record.title
    return {
        "title": protect(title.text, title.tag or record.language, escape) if title else "",
        "origtitle": escape(original.text) if original and settings.profile != "apa" else "",
    }


def _own(found: Outlets, kind: str) -> Fields:
    own = found.own
    if own is None:
        return {}
    return {
        OUTLETS[kind]: field_value(OUTLETS[kind], own.publication or "", escape),
        "location": field_value("location", own.place or "", escape),
        "date": edtf(own.date),
        "url": verbatim(own.url or ""),
        "urldate": edtf(own.accessed),
    }


def _original(record: Record, found: Outlets) -> Fields:
    original, there = original_of(record), found.original
    fields = {"origlanguage": by_language(ORIGLANGUAGES, original.language) or ""}
    if there is None:
        return fields
    return fields | {
        "origdate": edtf(there.date),
        "origpublisher": field_value("origpublisher", there.publication or "", escape),
        "origlocation": field_value("origlocation", there.place or "", escape),
    }


def _kind(record: Record, settings: Settings) -> Fields:
    subtypes = APA_SUBTYPES if settings.profile == "apa" else SUBTYPES
    return {"entrysubtype": subtypes.get(record.kind, ""), "langid": by_language(LANGIDS, record.language) or ""}


def _related(record: Record, settings: Settings) -> str:
    target = linked_original(record)
    return settings.keys.get(target, "") if target is not None else ""


def _links(record: Record, settings: Settings) -> Fields:
    key = _related(record, settings)
    return {"related": key, "relatedtype": "translationof"} if key else {}


def _addendum(record: Record, settings: Settings) -> str:
    said = statements(record, settings.phrases, WORDED_ROLES, original=not _related(record, settings))
    if settings.profile == "apa":
        said.insert(0, title_words(record, settings.phrases))
    return sentences(said)
