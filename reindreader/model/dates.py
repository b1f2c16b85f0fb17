"""Dates as a text states them: any part may be unknown, and none is ever filled in.

The written form is ISO 8601 where the year is known (``2015``, ``2015-11``, ``2015-11-30``) and XML Schema's
gMonth and gMonthDay where it is not (``--11``, ``--11-30``; XSD 1.1 part 2, 3.3.12 and 3.3.14).
"""

import re
from dataclasses import dataclass, replace
from typing import Self

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(?P<year>-?\d{4,})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)")
_NO_YEAR = re.compile(r"--(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?P<mark>[~?%]?)")
_MARKS = {(True, True): "%", (True, False): "~", (False, True): "?"}
"""EDTF's marks, by whether a date is approximate, and whether it is uncertain."""

_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
"""EDTF level 1 season codes (Library of Congress, EDTF specification) -> CSL seasons."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which any part may be unknown (None).

    ``year`` is astronomical (0 is 1 BC). ``season``: 1 spring … 4 winter. ``approximate``: "about 2015";
    ``uncertain``: "2015?". ``printed``: the words of the text. ``ambiguous``: day and month could be exchanged
    ("3/4/2015"). Raises ValueError for a date that no calendar has, and for a day without its month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    approximate: bool = False
    uncertain: bool = False
    ambiguous: bool = False
    printed: str = ""

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without its month")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")
        if self.day is not None and not 1 <= self.day <= self._last_day():
            raise ValueError(f"no day {self.day} in month {self.month}")
        if self.season is not None and (self.month is not None or not 1 <= self.season <= 4):
            raise ValueError(f"no season {self.season}")

    def _last_day(self) -> int:
        year = self.year
        if self.month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
            return 28
        return _DAYS[(self.month or 1) - 1]

    @property
    def known(self) -> bool:
        """Whether any part is known."""
        return self.year is not None or self.month is not None or self.season is not None

    @property
    def iso(self) -> str:
        """``2015-11-30``, ``2015-11``, ``2015``, ``--11-30``, ``--11``; a season as EDTF's 21…24; "" if unknown."""
        month = self.month if self.season is None else self.season + 20
        tail = "" if month is None else f"-{month:02d}" if self.day is None else f"-{month:02d}-{self.day:02d}"
        if self.year is None:
            return f"-{tail}" if tail else ""
        return f"{self.year:04d}{tail}" if self.year >= 0 else f"-{-self.year:04d}{tail}"

    @property
    def edtf(self) -> str:
        """The same with EDTF's marks: ``~`` approximate, ``?`` uncertain, ``%`` both. "" without a year."""
        if self.year is None:
            return ""
        marked = self.approximate or self.uncertain
        return self.iso + _MARKS[self.approximate, self.uncertain] if marked else self.iso

    def without_words(self) -> Self:
        """The date alone, for comparing: the printed words dropped."""
        return replace(self, printed="")


@dataclass(frozen=True, slots=True)
class DateRange:
    """From ``start`` to ``end``; None is an open end. Raises ValueError where both are None."""

    start: PartialDate | None
    end: PartialDate | None
    printed: str = ""

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a range without start and end")

    @property
    def iso(self) -> str:
        """``2015/2016``; an open end is empty (``2015/``)."""
        return f"{self.start.iso if self.start else ''}/{self.end.iso if self.end else ''}"

    @property
    def edtf(self) -> str:
        """The same with EDTF's marks; "" where an end that is known has no year."""
        ends = [end.edtf if end else "" for end in (self.start, self.end)]
        known = [end is not None for end in (self.start, self.end)]
        return "/".join(ends) if all(bool(text) == there for text, there in zip(ends, known, strict=True)) else ""

    @property
    def year(self) -> int | None:
        """The year it begins, or where that is open the year it ends."""
        first = self.start or self.end
        return first.year if first else None


Date = PartialDate | DateRange


def parse_iso(text: str) -> Date:
    """Read ``2015-11-30``, ``2015-11``, ``2015``, ``--11-30``, ``2015~``, ``2015/2016``, ``2015/``.

    Raises ValueError for anything else, and for a day that no calendar has.
    """
    words = text.strip()
    if "/" in words:
        start, _, end = words.partition("/")
        first, last = (None if part in {"", ".."} else _single(part) for part in (start, end))
        return DateRange(first, last, words)
    return _single(words)


def _single(words: str) -> PartialDate:
    match = _ISO.fullmatch(words) or _NO_YEAR.fullmatch(words)
    if match is None:
        raise ValueError(f"not an ISO date: {words!r}")
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"] else None
    season = _SEASONS.get(month) if month else None
    return PartialDate(
        year=int(parts["year"]) if parts.get("year") else None,
        month=None if season else month,
        day=int(parts["day"]) if parts["day"] else None,
        season=season,
        approximate=parts["mark"] in {"~", "%"},
        uncertain=parts["mark"] in {"?", "%"},
    )
