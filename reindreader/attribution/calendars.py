"""Years and days of other calendars, turned into ours where the words leave no choice.

East Asian eras and the Buddhist year have our months and days. A day of the Iranian calendar is one day of ours; its
month or year alone lies in two of ours, and is left unread.
"""

from dataclasses import replace
from datetime import date, timedelta

from reindreader.attribution.spelling import fold
from reindreader.model.dates import Date, PartialDate

_FIRST_YEAR = 1000
_TAIWAN, _TAIWAN_YEARS = 1911, range(38, 140)
BUDDHIST = 543
_BUDDHIST_YEARS = range(2400, 2643)
IRANIAN_MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            ("فروردین",),
            ("اردیبهشت",),
            ("خرداد",),
            ("تیر",),
            ("مرداد", "امرداد"),
            ("شهریور",),
            ("مهر",),
            ("آبان",),
            ("آذر",),
            ("دی",),
            ("بهمن",),
            ("اسفند",),
        ),
        1,
    )
    for name in names
}
_LEAP_IN_33 = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_IRANIAN_YEARS = range(1178, 1634)
"""Within these the 33-year cycle gives the civil calendar's leap years (K. M. Borkowski, 1996)."""


def thai_year(year: int) -> int:
    """The year of our calendar that a year in a Thai text is: Buddhist where it is far ahead of ours."""
    return year - BUDDHIST if year in _BUDDHIST_YEARS else year


def counted_in(own: Date, language: str | None) -> Date | None:
    """A date of publication with a year of two or three figures, which in Taiwan is counted from 1912; None elsewhere."""
    if not isinstance(own, PartialDate) or own.year is None or own.year >= _FIRST_YEAR:
        return own
    taiwan = (language or "").startswith("zh") and language not in {"zh-Hans", "zh-CN"} and own.year in _TAIWAN_YEARS
    return replace(own, year=own.year + _TAIWAN) if taiwan else None


def iranian_day(year: int, month: int, day: int) -> PartialDate:
    """The day of the Iranian civil calendar as one of ours. Raises ValueError for a day or year it does not know."""
    lengths = [31] * 6 + [30] * 5 + [30 if _leap(year) else 29]
    if year not in _IRANIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        raise ValueError(f"no Iranian day {year}-{month}-{day}")
    leaps = sum(_leap(own) for own in range(_IRANIAN_YEARS.start, year))
    days = (year - _IRANIAN_YEARS.start) * 365 + leaps + sum(lengths[: month - 1]) + day - 1
    found = date(1799, 3, 21) + timedelta(days)
    return PartialDate(found.year, found.month, found.day)


def _leap(year: int) -> bool:
    return year % 33 in _LEAP_IN_33
