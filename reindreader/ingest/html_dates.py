"""Dates as metadata give them: ISO 8601 whole or in part, RFC 5322, and a few that programs print. No part is added."""

import re

from reindreader.model.dates import PartialDate

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?!\d)")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:\d{4,6})?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})\s+{_NAME},?\s+(?P<year>\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?{_NAME}\s+(?:(?P<day>\d{{1,2}}),?\s+)?(?:[\d:]+\s+(?:[A-Z]+\s+)?)?(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_FORMS = (_COMPACT, _ISO, _DAY_FIRST, _MONTH_FIRST)

_PRINTED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[. ]\s?[^\W\d]{3,}\.?,?\s(?:de\s)?(?:19|20)\d\d\b|\b[^\W\d]{3,}\.?\s\d{1,2},?\s(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?[-/.年년]\s?\d"
)
_LONGEST_DATE = 40


def dated_words(words: str) -> bool:
    """Whether a whole date, with its year, is printed among the words."""
    return bool(_PRINTED.search(words))


def is_date(words: str) -> bool:
    """Whether the words are a printed date and hardly more."""
    return len(words) <= _LONGEST_DATE and any(map(str.isdigit, words)) and dated_words(words)


def declared_date(words: str) -> PartialDate | None:
    """The date in the words of a meta tag, a document's properties or the like; None where they are none.

    ``01/02/2020`` says not which part is the day, and is not read. A zero month or day is unknown.
    """
    words = words.strip()
    for form in _FORMS:
        match = form.match(words)
        if match:
            return _date(match, words)
    return None


def _date(match: re.Match[str], words: str) -> PartialDate | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(parts.get("month") or 0) or None
    day = (int(parts.get("day") or 0) or None) if month else None
    year = int(parts["year"])
    if not 1400 <= year <= 2200:
        return None  # "0001-01-01" and the like are empty fields of a database
    try:
        return PartialDate(year, month, day, printed=words[:100])
    except ValueError:
        return None
