"""Dates as credits state them, in the words of a language. A part that is not written is never filled in.

Digits of any script count (Unicode's decimal digits), and Chinese numerals; the eras of East Asia and the Buddhist
year are turned into ours, which the words state.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reindreader.attribution.phrases import Language, shared_words
from reindreader.model.dates import PartialDate
from reindreader.model.text import Span

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "元": 1}
_HAN_DIGITS = "〇零○一二三四五六七八九十百廿卅元"
_SPACE = r"[\s\u00a0]*"
_ISO = r"(?P<iso>(?<![\d/.-])(?P<iy>\d{4})(?P<is>[-/.])(?P<im>\d{1,2})(?:(?P=is)(?P<id>\d{1,2}))?(?![\d/-]))"
_NUMERIC = r"(?P<num>(?<![\d/.-])(?P<na>\d{1,2})(?P<ns>[/.-])(?P<nb>\d{1,2})(?P=ns)(?P<ny>\d{4})(?!\d))"
_YEAR = r"(?P<alone>(?<![\d/.,-])(?:1[5-9]\d\d|20\d\d)(?![\d/]|[.,-]\d))"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where its words stand."""

    date: PartialDate
    span: Span


def find_dates(text: str, start: int, end: int, words: Language) -> list[FoundDate]:
    """The dates between two offsets of a text, in order. ``words``: whose month names count besides numerals."""
    folded = folded_digits(text)
    found = (_found(text, match, words) for match in _pattern(words).finditer(folded, start, end))
    return [date for date in found if date is not None]


def folded_digits(text: str) -> str:
    """The text with every decimal digit as ASCII, of the same length."""
    return "".join(str(unicodedata.decimal(char)) if char > "\x7f" and char.isdecimal() else char for char in text)


@cache
def _pattern(words: Language) -> re.Pattern[str]:
    parts = [_cjk(), _ISO, _NUMERIC, *_spelt(words), *_season(words), _YEAR]
    return re.compile("|".join(parts), re.IGNORECASE)


def _cjk() -> str:
    eras = "|".join(map(re.escape, shared_words()["eras"]))
    number = rf"(?:\d{{1,4}}|[{_HAN_DIGITS}]{{1,4}})"
    small = rf"(?:\d{{1,2}}|[{_HAN_DIGITS}]{{1,3}})"
    month, day = rf"(?P<cm>{small}){_SPACE}[月월]", rf"(?P<cd>{small}){_SPACE}[日號号일]"
    month2, day2 = month.replace("cm", "cm2"), day.replace("cd", "cd2")
    year = rf"(?P<era>{eras})?{_SPACE}(?P<cy>{number}){_SPACE}[年년]"
    return rf"(?P<cjk>{year}(?:{_SPACE}{month}(?:{_SPACE}{day})?)?|{month2}(?:{_SPACE}{day2})?)"


def _names(names: Iterator[str] | tuple[str, ...]) -> str:
    own = sorted({name.rstrip(".") for name in names}, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in own)


def _spelt(words: Language) -> Iterator[str]:
    """Month names before and after the day: "Nov. 30, 2015", "30 November", "le 30 novembre 2015", "November 2015"."""
    names = _names(tuple(name for name in words.months if not name[:1].isdigit()))
    if not names or words.tag in {"zh", "ja", "ko"}:
        return
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|re|\.?º|ª|\.)?"
    link = r"[\s\u00a0]+(?:(?:of|de|del|d'|di|da)[\s\u00a0]+)?"
    year = r"(?P<{0}>(?:1[4-9]|2[0-6])\d\d|(?<=\D)['’]\d\d)(?!\d)"
    month = r"(?P<{0}>" + names + r")(?![^\W\d_])\.?"
    after = rf"(?:,?[\s\u00a0]+(?:(?:de|del|of)[\s\u00a0]+)?{year})?"
    first = (
        rf"(?<!\w){month.format('sm')}[\s\u00a0]+{day.format('sd')}(?![\d:]|\w)(?:,?[\s\u00a0]+{year.format('sy')})?"
    )
    second = rf"(?<![\d\w.]){day.format('td')}{link}{month.format('tm')}{after.format('ty')}"
    third = rf"(?<!\w){month.format('um')},?[\s\u00a0]+(?:(?:de|del|of)[\s\u00a0]+)?{year.format('uy')}"
    yield from (rf"(?P<first>{first})", rf"(?P<second>{second})", rf"(?P<third>{third})")


def _season(words: Language) -> Iterator[str]:
    names = _names(tuple(words.seasons))
    if names and words.tag not in {"zh", "ja", "ko"}:
        yield rf"(?P<season>(?<!\w)(?P<vs>{names})[\s\u00a0]+(?P<vy>(?:1[5-9]|20)\d\d)(?!\d))"


def _found(text: str, match: re.Match[str], words: Language) -> FoundDate | None:
    try:
        date = _READERS[match.lastgroup or "alone"](match, words)
    except ValueError:
        return None
    span = Span(*match.span())
    return FoundDate(replace(_qualified(date, text, span, words), printed=span.slice(text)), span)


def _qualified(date: PartialDate, text: str, span: Span, words: Language) -> PartialDate:
    before = text[max(0, span.start - 12) : span.start].casefold().rstrip()
    return replace(date, approximate=any(before.endswith(word) for word in words.approximate))


def _number(words: str | None) -> int | None:
    """A number in digits or Chinese numerals (十一, 廿三, 二〇一五), None for none."""
    if not words:
        return None
    if words.isdecimal():
        return int(words)
    words = words.replace("廿", "二十").replace("卅", "三十")
    if not set(words) & set("十百"):
        return int("".join(str(_HAN[char]) for char in words))
    hundreds, hundred, rest = words.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _digit(hundreds, 1) * 100 if hundred else 0
    return value + (_digit(tens, 1) * 10 if ten else 0) + _digit(ones, 0)


def _digit(words: str, absent: int) -> int:
    """One numeral, with or without a zero before it (一百零五). Raises ValueError for more."""
    words = words.lstrip("零〇○")
    if len(words) > 1 or words in {"十", "百"}:
        raise ValueError(f"no numeral: {words}")
    return _HAN[words] if words else absent


def _read_cjk(match: re.Match[str], words: Language) -> PartialDate:
    year = _number(match["cy"])
    if year is not None and match["era"]:
        year += shared_words()["eras"][match["era"]]
    elif year is not None and year < 100:
        raise ValueError("two figures are no year")
    return PartialDate(year, _number(match["cm"] or match["cm2"]), _number(match["cd"] or match["cd2"]))


def _read_iso(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["iy"]), int(match["im"]), _number(match["id"]))


def _read_numeric(match: re.Match[str], words: Language) -> PartialDate:
    """Day and month in figures. Which is which follows the language's habit unless only one order is a date."""
    first, second, year = int(match["na"]), int(match["nb"]), int(match["ny"])
    day, month = (second, first) if words.date_order == "mdy" else (first, second)
    if month > 12:
        day, month = month, day
    return PartialDate(year, month, day, ambiguous=max(day, month) <= 12 and day != month)


def _month(name: str, words: Language) -> int:
    folded = " ".join(name.casefold().split())
    return words.months.get(folded) or words.months[folded + "."]


def _read_spelt(match: re.Match[str], words: Language) -> PartialDate:
    year, month, day = next(
        (match[y], match[m], match[d] if d else None)
        for y, m, d in (("sy", "sm", "sd"), ("ty", "tm", "td"), ("uy", "um", None))
        if match[m]
    )
    # "'15" names a year without its century: that is not a year.
    full = int(year) if year and year.isdecimal() else None
    return PartialDate(full, _month(month, words), _number(day))


def _read_season(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["vy"]), season=words.seasons[match["vs"].casefold()])


def _read_year(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["alone"]))


_READERS = {
    "cjk": _read_cjk,
    "iso": _read_iso,
    "num": _read_numeric,
    "first": _read_spelt,
    "second": _read_spelt,
    "third": _read_spelt,
    "season": _read_season,
    "alone": _read_year,
}
