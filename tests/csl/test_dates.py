"""Dates: what is read, and every way of printing it."""

from __future__ import annotations

from typing import Any

import pytest

from reindreader.csl import ItemError
from tests.csl import mini

FULL = (
    '<date variable="issued" delimiter=" "><date-part name="year"/><date-part name="month" form="short"/>'
    '<date-part name="day"/></date>'
)


def dated(value: Any, layout: str = FULL, language: str | None = None, **parts: str) -> str:
    return mini.cited(mini.style(layout, language, **parts), mini.item(issued=value))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ({"date-parts": [[2015, 12, 3]]}, "2015 Dec. 3"),
        ({"date-parts": [["2015", "12"]]}, "2015 Dec."),
        ({"date-parts": [[2015.0]]}, "2015"),
        ({"date-parts": [2015, 5]}, "2015 May"),
        ({"date-parts": [[2015, 0, 3]]}, "2015"),
        ({"date-parts": [[2015, 21]]}, "2015 Spring"),
        ({"date-parts": [[2015, 14]]}, "2015 Summer"),
        ({"date-parts": [[2015, 18]]}, "2015"),
        ({"date-parts": [[2015, -3]]}, "2015 Autumn"),
        ({"date-parts": [[2015, -9]]}, "2015"),
        ({"date-parts": [[2015]], "season": 4}, "2015 Winter"),
        ({"date-parts": [[2015]], "season": "Fall"}, "2015 Autumn"),
        ({"date-parts": [[2015]], "season": 22}, "2015 Summer"),
        ({"date-parts": [[2015, 3]], "season": 2}, "2015 Mar."),
        ({"date-parts": [[2015]], "season": "monsoon"}, "2015"),
        ({"date-parts": [[79]]}, "79 AD"),
        ({"date-parts": [[-44, 3, 15]]}, "44 BC Mar. 15"),
        ({"date-parts": [["", ""]]}, ""),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": []}, ""),
        ({"literal": "n.d."}, "n.d."),
        ({"raw": "2015-12-03"}, "2015 Dec. 3"),
        ({"raw": "2015-12-03T10:00:00Z"}, "2015 Dec. 3"),
        ({"raw": "3 December 2015"}, "2015 Dec. 3"),
        ({"raw": "Dec. 3, 2015"}, "2015 Dec. 3"),
        ({"raw": "Summer 1999"}, "1999 Summer"),
        ({"raw": "100 BC"}, "100 BC"),
        ({"raw": "AD 350"}, "350 AD"),
        ({"raw": "12/3/2015"}, "2015 Dec. 3"),
        ({"raw": "23/3/2015"}, "2015 Mar. 23"),
        ({"raw": "3/2015"}, "2015 Mar."),
        ({"raw": "2015/3/2"}, "2015 Mar. 2"),
        ({"raw": "2015-22"}, "2015 Summer"),
        ({"raw": "2015-15"}, "2015-15"),
        ({"raw": "once upon a time"}, "once upon a time"),
        ({"raw": "3 May 12 2015 1999"}, "3 May 12 2015 1999"),
        ({"raw": "May"}, "May"),
        ({"raw": "  "}, ""),
        ({"raw": "²"}, "²"),
        ({"raw": "٣ مايو ٢٠١٥"}, "٣ مايو ٢٠١٥"),
        ({"raw": "1999/2001"}, "1999–2001"),
        ({"raw": "1999/"}, "1999–"),
        ({"raw": "1999/.."}, "1999–"),
        ({"raw": "1999 - 2001"}, "1999–2001"),
        ({"raw": "May 1999–June 2001"}, "1999 May–2001 June"),
        ({"raw": "May - June 2001"}, "2001 May–June"),
        ({"edtf": "2015-12"}, "2015 Dec."),
        ({"raw": "y-50"}, "50 BC"),
        ({}, ""),
        ("2015-12", "2015 Dec."),
        (2015, "2015"),
        ({"date-parts": [[2015, 12, 3], [2015, 12, 5]]}, "2015 Dec. 3–5"),
        ({"date-parts": [[2015, 12, 3], [2015, 12, 3]]}, "2015 Dec. 3"),
        ({"date-parts": [[2015, 11, 3], [2015, 12, 5]]}, "2015 Nov. 3–Dec. 5"),
        ({"date-parts": [[2014], [2015]]}, "2014–2015"),
        ({"date-parts": [[2014], [0]]}, "2014–"),
        ({"date-parts": [[0]]}, ""),
    ],
)
def test_reading(value: Any, printed: str) -> None:
    assert dated(value) == printed


@pytest.mark.parametrize(
    "value",
    [
        {"date-parts": "2015"},
        {"date-parts": [["x"]]},
        {"date-parts": [[2015.5]]},
        {"date-parts": [[True]]},
        {"date-parts": [[{}]]},
        [2015],
        True,
    ],
)
def test_refused(value: Any) -> None:
    with pytest.raises(ItemError, match="issued"):
        dated(value)


@pytest.mark.parametrize(
    ("value", "uncertain"),
    [
        ({"date-parts": [[1999]], "circa": True}, True),
        ({"date-parts": [[1999]], "circa": "0"}, False),
        ({"raw": "1999~"}, True),
        ({"raw": "1999?"}, True),
        ({"raw": "ca. 1999"}, True),
        ({"raw": "1999", "circa": 1}, True),
        ({"raw": "1999"}, False),
    ],
)
def test_circa(value: Any, uncertain: bool) -> None:
    layout = '<choose><if is-uncertain-date="issued"><text value="yes"/></if></choose>'
    assert dated(value, layout) == ("yes" if uncertain else "")


@pytest.mark.parametrize(
    ("language", "attributes", "value", "printed"),
    [
        ("en-US", 'form="text"', [[2008, 5, 4]], "May 4, 2008"),
        ("en-US", 'form="text" date-parts="year-month"', [[2008, 5, 4]], "May 2008"),
        ("en-US", 'form="text" date-parts="year"', [[2008, 5, 4]], "2008"),
        ("en-US", 'form="numeric"', [[2008, 5, 4]], "05/04/2008"),
        ("en-US", 'form="text"', [[2008]], "2008"),
        ("en-US", 'form="text" text-case="uppercase" prefix="(" suffix=")"', [[2008, 5]], "(MAY 2008)"),
        ("en-GB", 'form="text"', [[2008, 5, 4]], "4 May 2008"),
        ("fr-FR", 'form="text"', [[2008, 5, 1]], "1 mai 2008"),
        ("fr-FR", 'form="text"', [[2008, 5, 2]], "2 mai 2008"),
        ("zh-CN", 'form="text"', [[2008, 5]], "2008年5月"),
        ("sv-SE", 'form="numeric"', [[2008]], "2008"),
        ("en-US", 'form="text"', [[2008, 5, 4], [2008, 5, 6]], "May 4–6, 2008"),
        ("en-US", 'form="text"', [[2008, 5, 4], [2008, 6, 6]], "May 4–June 6, 2008"),
        ("en-US", 'form="text"', [[2008, 5, 4], [2009, 6, 6]], "May 4, 2008–June 6, 2009"),
        ("en-US", 'form="text" date-parts="year"', [[2008, 5, 4], [2008, 6, 6]], "2008"),
    ],
)
def test_localized(language: str, attributes: str, value: Any, printed: str) -> None:
    assert dated({"date-parts": value}, f'<date variable="issued" {attributes}/>', language) == printed


def test_parts_of_the_style_lie_over_those_of_the_locale() -> None:
    layout = (
        '<date variable="issued" form="text"><date-part name="month" form="short" strip-periods="true" text-case="uppercase"/>'
        '<date-part name="year" font-weight="bold" prefix="never"/></date>'
    )
    printed = mini.cited(mini.style(layout), mini.item(issued={"date-parts": [[2008, 12, 4]]}), html=True)
    assert printed == "DEC 4, <b>2008</b>"


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        ('name="year" form="short"', "07"),
        ('name="month"', "May"),
        ('name="month" form="numeric"', "5"),
        ('name="month" form="numeric-leading-zeros"', "05"),
        ('name="day" form="numeric-leading-zeros"', "04"),
        ('name="day" form="ordinal"', "4th"),
        ('name="day" prefix="(" suffix=")"', "(4)"),
    ],
)
def test_parts(part: str, printed: str) -> None:
    layout = f'<date variable="issued"><date-part {part}/></date>'
    assert dated({"date-parts": [[2007, 5, 4]]}, layout) == printed
    assert dated({"date-parts": [[0]]}, layout) == ""


def test_range_delimiters_and_orders_that_do_not_collapse() -> None:
    layout = (
        '<date variable="issued"><date-part name="month" form="numeric" suffix="."/>'
        '<date-part name="year" suffix="." range-delimiter="/"/><date-part name="day" range-delimiter="-"/></date>'
    )
    assert dated({"date-parts": [[2007, 5, 4], [2007, 5, 6]]}, layout) == "5.2007.4-6"
    assert dated({"date-parts": [[2007, 5, 4], [2007, 6, 6]]}, layout) == "5.2007.4–6.2007.6"


def test_a_year_suffix_follows_the_first_year() -> None:
    layout = '<names variable="author"/><date variable="issued" form="text" prefix=" "/>'
    style = mini.style(layout, citation='disambiguate-add-year-suffix="true"')
    author = [mini.name("Lund")]
    issued = {"date-parts": [[2007, 5], [2008, 5]]}
    two = [mini.item(one, author=author, issued=issued) for one in ("a", "b")]
    assert mini.each(style, *two) == ["Lund May 2007–May 2008a", "Lund May 2007–May 2008b"]
    literal = [mini.item(one, author=author, issued={"literal": "long ago"}) for one in ("a", "b")]
    assert mini.each(style, *literal) == ["Lund long agoa", "Lund long agob"]
