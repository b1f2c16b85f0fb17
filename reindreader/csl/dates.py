"""Dates of items: date-parts, literal, raw and EDTF-like text, seasons, ranges, circa (csl-data schema, "date")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_SEASONS = {
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
    "printemps": 1, "été": 2, "automne": 3, "hiver": 4,
}  # fmt: skip
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a date: year (None: not given; 0 and below: BC), month 1–12, season 1–4, day 1–31."""

    year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0

    def sort_key(self, parts: int = 3) -> str:
        """YYYYMMDD with zeros for what is missing, inverted before the year 0 (Sorting Variables)."""
        year = self.year or 0
        head = f"{year + 100000:07d}"
        return head + f"{self.month if parts > 1 else 0:02d}{self.day if parts > 2 else 0:02d}"


@dataclass(frozen=True, slots=True)
class Date:
    """A date of an item. `end` is None for a single date; `open_end` a range without end; `literal` replaces it all."""

    start: Day
    end: Day | None = None
    circa: bool = False
    literal: str = ""
    open_end: bool = False

    def __bool__(self) -> bool:
        return bool(self.literal) or self.start != Day()


def read(value: Any) -> Date | None:
    """A CSL-JSON date (mapping, EDTF string or number) as a Date; None where it says nothing. Raises ValueError."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return parse(str(value))
    if not isinstance(value, Mapping):
        raise ValueError(f"a date is a mapping or text, not {type(value).__name__}")
    return _read_mapping(value)


def _read_mapping(value: Mapping[str, Any]) -> Date | None:
    circa = _true(value.get("circa"))
    parts = value.get("date-parts")
    if parts:
        date = _from_parts(parts, value.get("season"), circa)
        if date is not None:
            return date
    if value.get("literal"):
        return Date(Day(), literal=str(value["literal"]), circa=circa)
    raw = value.get("raw") or value.get("edtf")
    if raw is None:
        return None
    date = parse(str(raw))
    return Date(date.start, date.end, True, date.literal, date.open_end) if date and circa else date


def _true(value: Any) -> bool:
    return bool(value) and str(value).lower() not in ("0", "false")


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(f"a date part is a number, not {value!r}")
    if isinstance(value, float) and value != value // 1:
        raise ValueError(f"a date part is a whole number, not {value!r}")
    text = str(int(value)) if isinstance(value, float) else str(value).strip()
    if not text:
        return 0
    if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
        raise ValueError(f"a date part is a number, not {value!r}")
    return int(text)


def _from_parts(parts: Any, season: Any, circa: bool) -> Date | None:
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        raise ValueError("date-parts is a list of lists")
    if not isinstance(parts[0], Sequence) or isinstance(parts[0], str):
        parts = [parts]
    days = [_day([_number(value) for value in part if value is not None]) for part in parts[:2]]
    if not days or days[0] == Day():
        return None
    start = _with_season(days[0], season)
    if len(days) == 1:
        return Date(start, circa=circa)
    end = days[1]
    if end == Day() or end.year == 0:
        return Date(start, circa=circa, open_end=True)
    return Date(start, None if end == start else end, circa)


def _day(numbers: list[int]) -> Day:
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not numbers:
        return Day()
    season = 0
    if month > 12:
        season, month = _month_season(month)
    if month < 0:
        season, month = -month, 0
    if season > 4:
        season = 0
    return Day(year, month, day if 0 < day < 32 and month else 0, season)


def _month_season(month: int) -> tuple[int, int]:
    """EDTF's 21–24 and the older 13–16 are seasons."""
    if 21 <= month <= 24:
        return month - 20, 0
    return (month - 12, 0) if month <= 16 else (0, 0)


def _with_season(day: Day, season: Any) -> Day:
    if not season or day.month:
        return day
    text = str(season).strip().lower()
    number = int(text) if text.isascii() and text.isdigit() else _SEASONS.get(text, 0)
    number = number - 20 if number > 20 else number
    return Day(day.year, season=number) if 0 < number < 5 else day


_ISO = re.compile(r"([+-]?\d{1,6}|y-?\d+)(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d.*)?)?)?$", re.ASCII | re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(?:(\d{1,2})/)?(\d{3,4})$|(\d{3,4})/(\d{1,2})(?:/(\d{1,2}))?$", re.ASCII)
_WORDED = re.compile(r"[^\W\d_]+\.?|\d+", re.UNICODE)


def parse(text: str) -> Date | None:
    """Raw or EDTF text as a Date; what is not understood becomes the literal. None for blank text."""
    source = text.strip()
    if not source:
        return None
    bare, circa = _without_doubt(source)
    for separator in (r"\s*/\s*", r"\s*[–—]\s*|\s+-\s+", r"\s*-\s*"):
        ends = re.split(separator, bare)
        if len(ends) == 2:
            found = _range(ends[0], ends[1], circa)
            if found:
                return found
    day = _one(bare)
    return Date(day, circa=circa) if day else Date(Day(), literal=source)


def _without_doubt(source: str) -> tuple[str, bool]:
    bare = re.sub(r"[?~%]", "", source)
    bare, count = re.subn(r"^(?:c\.|ca\.?|circa)\s*", "", bare.strip(), flags=re.IGNORECASE)
    return bare, bool(count) or bare != source


def _range(first: str, last: str, circa: bool) -> Date | None:
    start = _one(first)
    if start is None:
        start = _borrowed(first, last)
    if start is None:
        return None
    if last in ("", "..", "open"):
        return Date(start, circa=circa, open_end=True)
    end = _one(last)
    if end is None or len(last) < 3 or len(first) < 3:
        return None
    return Date(start, end, circa)


def _borrowed(first: str, last: str) -> Day | None:
    """`Aug - Sep 2003`: the year is said once, at the end."""
    year = re.search(r"\b(\d{4})$", last)
    return _one(f"{first} {year[1]}") if year and re.search(r"[^\W\d]", first) else None


def _one(text: str) -> Day | None:
    text = text.strip()
    match = _ISO.match(text)
    if match:
        year, month, day = int(match[1].lstrip("yY")), int(match[2] or 0), int(match[3] or 0)
        if month <= 12 or 21 <= month <= 24:
            return _day([year, month, day])
        return None
    match = _SLASHED.match(text)
    if match:
        if match[3]:
            first, second = int(match[1]), int(match[2] or 0)
            month, day = (first, second) if first <= 12 else (second, first)
            return _day([int(match[3]), month, day])
        return _day([int(match[4]), int(match[5]), int(match[6] or 0)])
    return _worded(text)


class _Words:
    """Reads `3 May 2003`, `Summer 1999`, `100 BC` word by word."""

    def __init__(self) -> None:
        self.year = self.month = self.day = self.season = 0
        self.sign = 1

    def number(self, text: str) -> bool:
        if len(text) > 9:
            return False
        if len(text) > 2 and not self.year:
            self.year = int(text)
        elif len(text) <= 2 and not self.day and int(text) < 32:
            self.day = int(text)
        else:
            return False
        return True

    def word(self, text: str) -> bool:
        if text[:3] in _MONTHS and not self.month:
            self.month = _MONTHS.index(text[:3]) + 1
        elif text in _SEASONS:
            self.season = _SEASONS[text]
        elif text in ("bc", "bce"):
            self.sign = -1
        else:
            return text in ("ad", "ce", "st", "nd", "rd", "th", "of")
        return True

    def result(self) -> Day | None:
        if not self.year and self.sign < 0:
            self.year, self.day = self.day, 0
        if not self.year:
            return None
        if self.month:
            return Day(self.sign * self.year, self.month, self.day)
        return Day(self.sign * self.year, season=self.season)


def _worded(text: str) -> Day | None:
    words = _Words()
    for match in _WORDED.findall(text):
        low = match.lower().rstrip(".")
        if not (words.number(low) if low.isascii() and low.isdigit() else words.word(low)):
            return None
    return words.result()
