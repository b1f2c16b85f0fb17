"""Records as a source list of Word (``Sources.xml``, ECMA-376 part 1, 22.6)."""

import uuid
from collections.abc import Iterable, Iterator

from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.phrases import Words, phrases, title_words
from reindreader.citing.sheets import Sheet, first_date, sheet
from reindreader.citing.xml.elements import Lines, as_text, document, element, within
from reindreader.citing.xml.word_tables import CONTAINERS, FIELDS, NAMES, TYPES, WORDED_ROLES
from reindreader.model.contributors import Role
from reindreader.model.dates import Date
from reindreader.model.names import Name
from reindreader.model.records import Record

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_OPENING = (f'<b:Sources xmlns:b="{_SPACE}" xmlns="{_SPACE}" SelectedStyle="">',)
_OURS = uuid.UUID("5f0f5a1c-2f6e-5d0a-9f0e-6e1d7c1b8a40")
"""The name space of the sources' GUIDs, which are made from the citation keys."""

_TAG_LONGEST = 30


def write_word(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A source list, a source a piece."""
    words = phrases(job.options.words)
    records = (as_text(_source(sheet(key, record), words)) for key, record in entries)
    return document(_OPENING, records, ("</b:Sources>",), ascii_only=bool(job.options.ascii))


def _source(own: Sheet, words: Words) -> Lines:
    kind = TYPES.get(own.record.kind, "Misc")
    lines = [*element("b:Tag", own.key[:_TAG_LONGEST]), *element("b:SourceType", kind)]
    lines += element("b:Guid", f"{{{str(uuid.uuid5(_OURS, own.key)).upper()}}}")
    lines += within("b:Author", _people(own))
    lines += element(f"b:{CONTAINERS.get(kind, 'PublicationTitle')}", own.text("container-title"))
    for tag, name in FIELDS:
        lines += element(f"b:{tag}", _text(own, name))
    lines += _date(own.own.date, "")
    lines += _date(own.own.accessed, "Accessed")
    lines += element("b:Comments", _comments(own, words))
    return within("b:Source", lines)


def _text(own: Sheet, name: str) -> str:
    if name == "standard-number":
        return own.text("DOI") or own.text("ISBN") or own.text("ISSN")
    return own.text(name)


def _people(own: Sheet) -> Lines:
    for tag, role in NAMES:
        names = own.names(role)
        whole = [name for name in names if name.organisation]
        if whole and role is Role.AUTHOR and len(names) == len(whole):
            yield from within(f"b:{tag}", element("b:Corporate", "; ".join(name.form.text for name in whole)))
        else:
            people = (line for name in names for line in _person(name))
            yield from within(f"b:{tag}", within("b:NameList", people))


def _person(name: Name) -> Lines:
    form = name.form
    if name.organisation or form.family is None:
        return within("b:Person", element("b:Last", form.text))
    last = ", ".join(part for part in (form.surname, form.suffix) if part)
    return within("b:Person", [*element("b:Last", last), *element("b:First", form.forenames)])


def _date(date: Date | None, suffix: str) -> Lines:
    first = first_date(date)
    if first is None:
        return
    for name, part in (("Year", first.year), ("Month", first.month), ("Day", first.day)):
        if part is not None:
            yield from element(f"b:{name}{suffix}", str(part))


def _comments(own: Sheet, words: Words) -> str:
    """The note, and what Word has no element for, in words."""
    said = own.said(words, WORDED_ROLES, original=True)
    return " ".join(f"{s.rstrip('.')}." for s in (own.text("note"), title_words(own.record, words), *said) if s)
