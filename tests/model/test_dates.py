"""Partial dates: what is written is what is known, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.model.dates import DateRange, PartialDate, parse_iso


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2015-11-30", PartialDate(2015, 11, 30)),
        ("2015-11", PartialDate(2015, 11)),
        ("2015", PartialDate(2015)),
        ("--11-30", PartialDate(None, 11, 30)),
        ("--11", PartialDate(None, 11)),
        ("--02-29", PartialDate(None, 2, 29)),
        ("-0044-03-15", PartialDate(-44, 3, 15)),
        ("2015-22", PartialDate(2015, season=2)),
    ],
)
def test_reads_and_writes_iso(written: str, date: PartialDate) -> None:
    assert parse_iso(written) == date
    assert date.iso == written


@pytest.mark.parametrize(
    "words", ["", "Nov. 30", "2015-13", "2015-02-29", "1900-02-29", "2015-11-31", "--00-01", "15", "/", "/.."]
)
def test_refuses_what_no_calendar_has(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_iso(words)


def test_refuses_a_day_without_a_month_and_a_season_beside_one() -> None:
    for wrong in ({"day": 3}, {"season": 5}, {"month": 3, "season": 1}, {"month": 0}):
        with pytest.raises(ValueError, match=r"day|month|season"):
            PartialDate(2015, **wrong)


def test_marks_are_edtf() -> None:
    assert parse_iso("2015~").edtf == "2015~"
    assert parse_iso("2015?") == PartialDate(2015, uncertain=True)
    assert parse_iso("2015-03%").edtf == "2015-03%"
    assert PartialDate(None, 11, 30).edtf == ""


def test_ranges() -> None:
    assert parse_iso("2015/2016") == DateRange(PartialDate(2015), PartialDate(2016), "2015/2016")
    open_end = parse_iso("2015-03/")
    assert isinstance(open_end, DateRange)
    assert (open_end.iso, open_end.edtf, open_end.year) == ("2015-03/", "2015-03/", 2015)
    assert DateRange(None, PartialDate(2016)).year == 2016
    assert DateRange(PartialDate(None, 3), PartialDate(2016)).edtf == ""
    with pytest.raises(ValueError, match="without"):
        DateRange(None, None)


def test_what_is_known() -> None:
    assert not PartialDate().known
    assert PartialDate().iso == ""
    assert PartialDate(season=3).known
    assert PartialDate(2015, printed="in 2015").without_words() == PartialDate(2015)


dates = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else None),
    st.none() | st.integers(-9999, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
)


@given(dates.filter(lambda date: date.known))
def test_iso_round_trip(date: PartialDate) -> None:
    assert parse_iso(date.iso) == date
