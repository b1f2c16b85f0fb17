"""Our dates as CSL-JSON has them (csl-data schema 1.0.2, "date-variable")."""

from typing import Any

from reindreader.model.dates import Date, DateRange, PartialDate


def csl_date(date: Date | None) -> dict[str, Any] | None:
    """``{"date-parts": [[2015, 12, 3]]}``, with ``season`` and ``circa``; None without a year.

    CSL counts 1 BC as -1; a range that stays open ends with the part 0. A range whose beginning is not known is
    written as its end alone, since CSL has no such range.
    """
    if isinstance(date, DateRange):
        return _range(date)
    if date is None or date.year is None:
        return None
    return {"date-parts": [_parts(date)], **_marks(date)}


def _range(date: DateRange) -> dict[str, Any] | None:
    ends = [end for end in (date.start, date.end) if end is not None]
    if any(end.year is None for end in ends):
        return None
    parts = [_parts(end) for end in ends]
    if date.end is None:
        parts.append([0])
    marks: dict[str, Any] = {}
    for end in reversed(ends):
        marks |= _marks(end)
    if len(ends) == 2 and "season" in marks and ends[0].season != ends[1].season:
        return {"date-parts": [_season_parts(end) for end in ends], **{k: v for k, v in marks.items() if k != "season"}}
    return {"date-parts": parts, **marks}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (_year(date), date.month, date.day) if part is not None]


def _season_parts(date: PartialDate) -> list[int]:
    """Two seasons have no room in one ``season``: each is written as the month that EDTF gives it."""
    return [_year(date), date.season + 20] if date.season else _parts(date)


def _year(date: PartialDate) -> int:
    year = date.year or 0
    return year if year > 0 else year - 1


def _marks(date: PartialDate) -> dict[str, Any]:
    marks: dict[str, Any] = {"season": date.season} if date.season else {}
    return marks | ({"circa": True} if date.approximate or date.uncertain else {})
