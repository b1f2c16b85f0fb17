"""Records as RIS. A value is one line, since readers take a line that is no tag for the rest of the one before, or skip it."""

import re
from collections.abc import Iterable, Iterator

from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.phrases import Words, phrases
from reindreader.citing.ris.tables import FIELDS, NAMES, TYPES, WORDED_ROLES
from reindreader.citing.sheets import Sheet, first_date, keywords, one_line, sheet
from reindreader.model.dates import Date
from reindreader.model.names import Name
from reindreader.model.records import Record

_TAG = re.compile(r"[A-Z][A-Z0-9]")
_NOT_OURS = frozenset({"TY", "ER"})


def write_ris(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A RIS file, a record a piece."""
    words = phrases(job.options.words)
    for key, record in entries:
        lines = (f"{tag}  - {value}" for tag, value in _lines(sheet(key, record), words))
        yield "\n".join(lines) + "\nER  - \n\n"


def _lines(own: Sheet, words: Words) -> Iterator[tuple[str, str]]:
    """The record's lines: those that say something."""
    yield "TY", TYPES.get(own.record.kind, "GEN")
    yield "ID", one_line(own.key)
    for tag, role in NAMES:
        for name in own.names(role):
            yield tag, ris_name(name)
    for tag, text in FIELDS:
        if value := one_line(_dates(own, text) if text in _DATES else own.text(text)):
            yield tag, value
    yield from (("N1", one_line(sentence)) for sentence in own.said(words, WORDED_ROLES, original=False))
    yield from _further(own)


def _further(own: Sheet) -> Iterator[tuple[str, str]]:
    """The keywords, and lines of another RIS file that we have no place for."""
    for keyword in keywords(own.text("keyword")):
        yield "KW", one_line(keyword)
    for tag, value in sorted(own.record.unknown.items()):
        if _TAG.fullmatch(tag) and tag not in _NOT_OURS and (line := one_line(value)):
            yield tag, line


def ris_name(name: Name) -> str:
    """``Family, Given, Suffix``; an organisation and an unsplit name as they are, their commas not taken for a split."""
    form = name.form
    if name.organisation or form.family is None:
        return one_line(form.text.replace(",", " "))
    return one_line(", ".join(part for part in (form.surname, form.forenames, form.suffix) if part))


def slashed(date: Date | None) -> str:
    """``2015/11/30/``: year, month, day and further words, each slash there whatever is known; "" without a year."""
    first = first_date(date)
    if first is None:
        return ""
    month, day = (f"{part:02d}" if part is not None else "" for part in (first.month, first.day))
    return f"{first.year:04d}/{month}/{day}/"


_DATES = frozenset({"slashed-date", "slashed-accessed"})


def _dates(own: Sheet, name: str) -> str:
    return slashed(own.own.accessed if name == "slashed-accessed" else own.own.date)
