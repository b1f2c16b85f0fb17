"""Dates of credits: what is written is read, and no part is ever added."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.attribution.dates import find_dates, folded_digits, has_month, may_name_month
from reindreader.attribution.phrases import phrase_book


def dates(text: str, language: str = "en") -> list[str]:
    return [found.date.iso for found in find_dates(text, 0, len(text), phrase_book().languages[language])]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Nov. 30", "--11-30"),
        ("November 30", "--11-30"),
        ("30 November", "--11-30"),
        ("30th November, 2015", "2015-11-30"),
        ("Nov. 30, 2015", "2015-11-30"),
        ("the 3rd of May 2011", "2011-05-03"),
        ("Sept. 2015", "2015-09"),
        ("September, 2015", "2015-09"),
        ("in 1995 already", "1995"),
        ("2015-11-30", "2015-11-30"),
        ("2015/11/30", "2015-11-30"),
        ("2015.11", "2015-11"),
        ("Spring 2016", "2016-21"),
        ("fall 2016", "2016-23"),
        ("31.12.2015", "2015-12-31"),
        ("12/31/2015", "2015-12-31"),
        ("3 May ’15", "--05-03"),
    ],
)
def test_english_dates(text: str, iso: str) -> None:
    assert dates(text) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2015年11月30日", "2015-11-30"),
        ("２０１５年１１月３０日", "2015-11-30"),
        ("二〇一五年十一月三十日", "2015-11-30"),
        ("十一月三十日", "--11-30"),
        ("11月30日", "--11-30"),
        ("廿三日十二月", "--12"),
        ("十二月廿三日", "--12-23"),
        ("民國104年11月30日", "2015-11-30"),
        ("民國一百零四年十一月", "2015-11"),
        ("民国元年", "1912"),
        ("中華民國六十年", "1971"),
        ("平成26年5月", "2014-05"),
        ("2015 年 11 月", "2015-11"),
        ("5月3號", "--05-03"),
        ("一九九八年", "1998"),
    ],
)
def test_chinese_dates(text: str, iso: str) -> None:
    assert dates(text, "zh") == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "no date",
        "issue 12",
        "19(9)",
        "February 30",
        "13月40日",
        "in October’s light",
        "1.2.3.4",
        "15年",
        "12:30",
        "may be",
        "5 marches",
        "百十百年",
        "十十年",
    ],
)
def test_no_date_is_made_of_other_words(text: str) -> None:
    assert not [iso for iso in dates(text) + dates(text, "zh") if iso.count("-") > 1 or iso[:1].isdigit()]


def test_day_and_month_that_could_be_exchanged_are_marked() -> None:
    words = phrase_book().languages["en"]
    (mixed,) = find_dates("on 3/4/2015", 0, 11, words)
    (plain,) = find_dates("on 13/4/2015", 0, 12, words)
    (same,) = find_dates("on 4/4/2015", 0, 11, words)
    assert (mixed.date.iso, mixed.date.ambiguous) == ("2015-04-03", True)
    assert (plain.date.iso, plain.date.ambiguous) == ("2015-04-13", False)
    assert not same.date.ambiguous


def test_about_makes_a_date_approximate() -> None:
    (found,) = find_dates("written around 1995", 0, 19, phrase_book().languages["en"])
    assert found.date.approximate
    assert found.date.printed == "1995"


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 28), st.sampled_from(["{m} {d}", "{d} {m}", "{m} {d}th", "on {m} {d}."]))
def test_a_year_that_is_not_written_stays_unknown(month: int, day: int, form: str) -> None:
    names = ["Jan.", "February", "March", "Apr.", "May", "June", "July", "Aug.", "Sept.", "October", "Nov.", "December"]
    text = form.format(m=names[month - 1], d=day)
    assert dates(text) == [f"--{month:02d}-{day:02d}"]


@settings(deadline=None)
@given(st.text(alphabet="0123456789./-年月日 十一三民國NovMay,０３٣", max_size=24))
def test_every_part_of_a_date_stands_in_its_words(text: str) -> None:
    for tag, words in phrase_book().languages.items():
        for found in find_dates(text, 0, len(text), words):
            said = found.span.slice(text)
            assert found.date.printed == said
            figures = folded_digits(said)
            if found.date.year is not None and not re.search("[民一三十]", said):
                assert str(found.date.year) in figures, tag
            if found.date.day is not None:
                assert re.search(r"\d|[一三十]", figures)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("on 14 March.", "14 March"), ("on 14 Mar.", "14 Mar."), ("on Nov. 30.", "Nov. 30")],
)
def test_the_full_stop_of_the_sentence_is_none_of_the_date(text: str, printed: str) -> None:
    found = find_dates(text, 0, len(text), phrase_book().languages["en"])
    assert [(one.date.printed, one.span.slice(text)) for one in found] == [(printed, printed)]


@pytest.mark.parametrize("form", ["14 {} 2012", "{} 14, 2012", "{} 2012", "{} 14", "2012. {} 14.", "2012年{}"])
def test_what_holds_no_month_is_told_before_dates_are_sought(form: str) -> None:
    for words in phrase_book().languages.values():
        for name in words.month_names:
            line = form.format(name)
            stated = any(has_month(found.date) for found in find_dates(line, 0, len(line), words))
            assert may_name_month(line) or not stated
    assert not may_name_month("The Lamp 1984")
