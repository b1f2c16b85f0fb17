"""Dates of other calendars and habits, as credits print them. Nothing is read that the words leave open."""

import pytest

from reindreader.attribution.calendars import iranian_day
from reindreader.attribution.dates import find_dates
from reindreader.attribution.phrases import phrase_book


def iso(text: str, language: str) -> list[str]:
    found = find_dates(text, 0, len(text), phrase_book().languages[language])
    assert all(one.date.printed == one.span.slice(text) for one in found)
    return [one.date.iso for one in found]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("th", "3 พฤษภาคม พ.ศ. 2557", ["2014-05-03"]),
        ("th", "๓ พ.ค. ๒๕๕๗", ["2014-05-03"]),
        ("th", "พ.ศ. 2557", ["2014"]),
        ("th", "3 พฤษภาคม 2014", ["2014-05-03"]),
        ("ja", "平成26年5月号", ["2014-05"]),
        ("ja", "令和元年5月1日", ["2019-05-01"]),
        ("ja", "2014（平成26）年5月3日", ["2014-05-03"]),
        ("en", "Heisei 26", ["2014"]),
        ("zh", "民國一百零四年十一月三十日", ["2015-11-30"]),
        ("ar", "٣ أيار ٢٠١٤", ["2014-05-03"]),
        ("ar", "3 تشرين الثاني 2014", ["2014-11-03"]),
        ("ar", "كانون الأول 2014", ["2014-12"]),
        ("fa", "۱۲ خرداد ۱۳۹۳", ["2014-06-02"]),
        ("fa", "۳ مه ۲۰۱۴", ["2014-05-03"]),
        ("fa", "خرداد ۱۳۹۳", []),
        ("fa", "۳۰ اسفند ۱۴۰۲", []),
        ("he", "ב-3 במאי 2014", ["2014-05-03"]),
        ("hi", "३ मई २०१४", ["2014-05-03"]),
        ("hu", "2015. november 30-án", ["2015-11-30"]),
        ("hu", "2015. november", ["2015-11"]),
        ("lt", "2015 m. lapkričio 30 d.", ["2015-11-30"]),
        ("lv", "2014. gada 3. maijā", ["2014-05-03"]),
        ("eu", "2014ko maiatzaren 3a", ["2014-05-03"]),
        ("vi", "ngày 3 tháng 5 năm 2014", ["2014-05-03"]),
        ("vi", "tháng 5/2014", ["2014-05"]),
        ("cs", "3. 5. 2014", ["2014-05-03"]),
        ("en", "05/2014", ["2014-05"]),
        ("pl", "nr 5/2014", ["2014"]),
        ("en", "May–June 2014", ["2014-05/2014-06"]),
        ("en", "Spring 1987", ["1987-21"]),
        ("zh", "2014年春季號", ["2014-21"]),
        ("no", "3. mai 2014", ["2014-05-03"]),
        ("da", "3. mai 2014", ["2014-05-03"]),
        ("el", "3 ΜΑΪΟΥ 2014", ["2014-05-03"]),
        ("tr", "3 HAZİRAN 2014", ["2014-06-03"]),
        ("fr", "3 mai", ["--05-03"]),
        ("en", "May 3, ’14", ["--05-03"]),
        ("en", "31 February 2014", []),
    ],
)
def test_dates_as_credits_print_them(language: str, text: str, dates: list[str]) -> None:
    assert iso(text, language) == dates


@pytest.mark.parametrize(("text", "ambiguous"), [("03/04/2015", True), ("03.04.2015", False), ("13/04/2015", False)])
def test_day_and_month_that_could_be_exchanged_are_marked(text: str, ambiguous: bool) -> None:
    (found,) = find_dates(text, 0, len(text), phrase_book().languages["en"])
    assert getattr(found.date, "ambiguous", None) is ambiguous


@pytest.mark.parametrize(
    ("day", "ours"), [((1400, 1, 1), "2021-03-21"), ((1403, 12, 30), "2025-03-20"), ((1357, 11, 22), "1979-02-11")]
)
def test_iranian_days(day: tuple[int, int, int], ours: str) -> None:
    assert iranian_day(*day).iso == ours


@pytest.mark.parametrize("day", [(1402, 12, 30), (1000, 1, 1), (1400, 13, 1), (1400, 7, 31)])
def test_no_iranian_day(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Iranian day"):
        iranian_day(*day)
