"""Dates of .bib files: EDTF in ``date`` (biblatex, 2.3.8), ``year``, ``month`` and ``day`` in the older way."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from reindreader.citing.bibtex.decoding import plain
from reindreader.model.dates import Date, DateRange, PartialDate, parse_iso

_TIME = re.compile(r"T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
_BLANKS = re.compile(r"[\s{}]+")
_LOOSE = re.compile(r"(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?([~?%]?)", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|/)\s*(\d{4})", re.ASCII)
_YEAR = re.compile(r"-?\d{1,4}[~?%]?", re.ASCII)
_ABOUT = re.compile(r"(?:c(?:a|irca)?\.?|about|um|vers)\s*(\d{3,4})", re.IGNORECASE | re.ASCII)
_DOUBTED = re.compile(r"\[?(\d{4})\]?\s*\?|\[(\d{4})\]", re.ASCII)
_DAY = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([^\W\d_]{3,})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?\Z", re.ASCII)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def date_of(value: str) -> Date | None:
    """The date of a ``date`` field; None for what has no year in numbers (``XXXX-11-30``, ``in press``)."""
    words = _TIME.sub("", _BLANKS.sub("", value))
    if not words:
        return None
    if "/" in words:
        start, _, end = words.partition("/")
        return _range(start, end)
    return _single(words)


def _range(start: str, end: str) -> Date | None:
    first, last = (_single(part) if part and part != ".." else None for part in (start, end))
    known = [part for part in (start, end) if part and part != ".."]
    if not known or len([d for d in (first, last) if d]) < len(known):
        return None
    return DateRange(first, last)


def _single(words: str) -> PartialDate | None:
    loose = _LOOSE.fullmatch(words)
    if loose:
        year, month, day, mark = loose.groups()
        words = "-".join([year, *(part.zfill(2) for part in (month, day) if part)]) + mark
    with suppress(ValueError):
        date = parse_iso(words)
        return date if isinstance(date, PartialDate) and date.year is not None else None
    return _year(words)


def _year(words: str) -> PartialDate | None:
    """A year of fewer figures (``800``), an approximate (``c. 1850``) or a doubtful one (``[1850?]``)."""
    if _YEAR.fullmatch(words):
        mark = words[-1] if words[-1] in "~?%" else ""
        year = int(words.rstrip("~?%"))
        return PartialDate(year, approximate=mark in set("~%") - {""} and bool(mark), uncertain=mark in {"?", "%"})
    about = _ABOUT.fullmatch(words)
    if about:
        return PartialDate(int(about[1]), approximate=True)
    doubted = _DOUBTED.fullmatch(words.strip("[]") if words.endswith("?]") else words)
    return PartialDate(int(doubted[1] or doubted[2]), uncertain=True) if doubted else None


def date_of_parts(fields: Mapping[str, str]) -> tuple[Date | None, set[str]]:
    """The date of ``year``, ``month`` and ``day``, and which of the three it says all of."""
    words = " ".join(plain(fields.get("year", ""), ligatures=True).split())
    years = _YEARS.fullmatch(words)
    if years:
        return DateRange(PartialDate(int(years[1])), PartialDate(int(years[2]))), {"year"}
    date = _single(words.replace(" ", "")) or _year(words) if words else None
    if date is None:
        return None, set()
    return _dated(date, fields)


def _dated(date: PartialDate, fields: Mapping[str, str]) -> tuple[Date | None, set[str]]:
    if date.month is not None or "month" not in fields:
        return date, {"year"}
    month, day, season = _month(plain(fields["month"], ligatures=True), plain(fields.get("day", "")).strip())
    used = {"year", "month"} | ({"day"} if day and "day" in fields else set())
    with suppress(ValueError):
        if month or season:
            return replace(date, month=month, day=day, season=season), used
    with suppress(ValueError):
        return replace(date, month=month), {"year", "month"} if month else {"year"}
    return date, {"year"}


def _month(words: str, day: str) -> tuple[int | None, int | None, int | None]:
    """Month, day and season of ``nov``, ``November 30``, ``30 nov``, ``11``, ``Spring``; nothing for ``May/June``."""
    words = " ".join(words.split())
    number = int(day) if day.isascii() and day.isdigit() else None
    if words.isascii() and words.isdigit():
        return int(words) or None, number, None
    if words.lower() in _SEASONS:
        return None, None, _SEASONS[words.lower()]
    match = _DAY.match(words)
    name = match[2].lower()[:3] if match else ""
    if match is None or name not in _NAMES:
        return None, None, None
    said = match[1] or match[3]
    return _NAMES.index(name) + 1, int(said) if said else number, None
