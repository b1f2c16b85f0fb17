"""A record laid out for a writer: each text under one name, for the tables that say where a format puts it.

Names are CSL's (appendix IV) where CSL has one; beside them ``original-language``, ``original-words`` (the original's
title and where it appeared, on one line), ``year``, ``iso-date``, ``keywords`` and others of ``TEXTS``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reindreader.citing.csl_tables import PUBLISHED_ALONE
from reindreader.citing.phrases import Words, date_words, phrases, statements
from reindreader.citing.versions import Outlets, original_of, outlets, yearless
from reindreader.model.contributors import Role
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.names import Name
from reindreader.model.records import Appearance, Original, Record

_NOWHERE = Appearance()
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 and no text file may hold, and C1 controls."""

_BLANK = re.compile(r"\s+")
_PAGES = re.compile(r"\s*([^-–—,\s]+)\s*[-–—]\s*([^-–—,\s]+)\s*")
_KEYWORD_BREAK = re.compile(r"\s*[;；\n]\s*")
_COMMA_BREAK = re.compile(r"\s*[,，、]\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``own`` and ``there``: where this version and its original appeared, empty where nobody knows."""

    key: str
    record: Record
    found: Outlets
    own: Appearance
    there: Appearance
    original: Original

    @property
    def yearless_original(self) -> bool:
        """Whether the original's date has no year, so that no field may show it."""
        return yearless(self.there.date)

    def text(self, name: str) -> str:
        """One fact as text, "" where it is not known."""
        own = TEXTS.get(name)
        return (own(self) if own else self.record.variables.get(name)) or ""

    def names(self, role: Role) -> list[Name]:
        """The names in a role; an interview's author is who was interviewed."""
        found = [c.name for c in self.record.contributors if c.role is role]
        if self.record.kind == "interview":
            there = self.record.by_role(Role.INTERVIEWEE)
            if role is Role.AUTHOR:
                found += [c.name for c in there]
            elif role is Role.INTERVIEWEE:
                return []
        return found

    def said(self, words: Words, roles: Iterable[Role], *, original: bool, marked: bool = False) -> list[str]:
        """The sentences for what a format has no field for; also a date that its fields do not hold whole.

        ``marked``: the format's dates have marks, seasons and ranges.
        """
        told = statements(self.record, words, roles, original=original, found=self.found)
        date = None if marked else self.own.date
        if date is not None and date.year is not None and not plain_date(date):
            told.insert(0, words["published_date"].format(date=date_words(date, words)))
        return told


def sheet(key: str, record: Record) -> Sheet:
    """Lay out a record."""
    found = outlets(record)
    return Sheet(key, record, found, found.own or _NOWHERE, found.original or _NOWHERE, original_of(record))


def one_line(text: str) -> str:
    """The text on one line, without what no file may hold."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANK.sub(" ", _UNWRITABLE.sub("", text)).strip()


def writable(text: str) -> str:
    """The text, its lines as they are, without what no file may hold."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def first_date(date: Date | None) -> PartialDate | None:
    """The date, or a range's beginning; None where its year is not known: no format may show it as a date."""
    if isinstance(date, DateRange):
        date = date.start or date.end
    return date if date is not None and date.year is not None else None


def plain_date(date: Date) -> bool:
    """Whether year, month and day say all of it: no range, no season, neither approximate nor uncertain."""
    return isinstance(date, PartialDate) and not (date.approximate or date.uncertain or date.season)


def iso_date(date: Date | None) -> str:
    """``2015-11-30`` of a date or of a range's beginning, marks and seasons dropped; "" without a year."""
    first = first_date(date)
    if first is None:
        return ""
    year = PartialDate(first.year).iso
    return "-".join([year, *(f"{part:02d}" for part in (first.month, first.day) if part is not None)])


def year_text(date: Date | None) -> str:
    """The year alone, as it is counted in ISO 8601 (0 is 1 BC); "" where it is not known."""
    first = first_date(date)
    return str(first.year) if first else ""


def page_ends(pages: str) -> tuple[str, str]:
    """First and last page; the last is "" of a single page, and of what is no simple range, which stays whole."""
    match = _PAGES.fullmatch(pages)
    return (match[1], match[2]) if match else (pages, "")


def keywords(text: str) -> list[str]:
    """The single keywords: parted by semicolons or lines, else by commas."""
    parts = _KEYWORD_BREAK.split(text)
    if len(parts) == 1:
        parts = _COMMA_BREAK.split(text)
    return [part for part in parts if part.strip()]


def original_words(sheet: Sheet) -> str:
    """The original's title and where it appeared, on one line: "渡輪留下的鐘. 港城晚報, 1999"."""
    there = sheet.there
    words = phrases()
    outlet = ", ".join(part for part in (there.publication, there.place) if part)
    date = date_words(there.date, words) if there.date and there.date != PartialDate() else ""
    title = sheet.original.title.text if sheet.original.title else ""
    return ". ".join(part for part in (title, ", ".join(p for p in (outlet, date) if p)) if part)


def _publisher(sheet: Sheet) -> str:
    """The outlet of what stands in no container, else the publisher."""
    named = [c.name.form.text for c in sheet.record.contributors if c.role is Role.PUBLISHER]
    first = sheet.own.publication if sheet.record.kind in PUBLISHED_ALONE else None
    listed = [*([first] if first else []), *(n for n in named if n != first)]
    return "; ".join(listed) or sheet.record.variables.get("publisher", "")


def _container(sheet: Sheet) -> str | None:
    alone = sheet.record.kind in PUBLISHED_ALONE
    return sheet.record.variables.get("container-title") if alone else sheet.own.publication


TEXTS: dict[str, Callable[[Sheet], str | None]] = {
    "key": lambda s: s.key,
    "type": lambda s: s.record.kind,
    "title": lambda s: s.record.title.text if s.record.title else None,
    "language": lambda s: s.record.language,
    "container-title": _container,
    "publisher": _publisher,
    "publisher-place": lambda s: s.own.place or s.record.variables.get("publisher-place"),
    "year": lambda s: year_text(s.own.date),
    "iso-date": lambda s: iso_date(s.own.date),
    "URL": lambda s: s.own.url,
    "accessed": lambda s: iso_date(s.own.accessed),
    "original-title": lambda s: s.original.title.text if s.original.title else None,
    "original-language": lambda s: s.original.language,
    "original-publisher": lambda s: s.there.publication,
    "original-publisher-place": lambda s: s.there.place,
    "original-date": lambda s: iso_date(s.there.date),
    "original-words": original_words,
    "license": lambda s: s.record.license,
    "first-page": lambda s: page_ends(s.record.variables.get("page", ""))[0],
    "last-page": lambda s: page_ends(s.record.variables.get("page", ""))[1],
}
