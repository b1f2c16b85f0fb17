"""Dates as credits state them, in the words of a language. A part that is not written is never filled in.

Digits of any script count (Unicode's decimal digits), and Chinese numerals; years of other calendars are turned into
ours where the words state which year that is (see ``calendars``).
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reindreader.attribution.calendars import BUDDHIST, IRANIAN_MONTHS, iranian_day, thai_year
from reindreader.attribution.date_forms import HAN_DIGITS, date_pattern
from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.attribution.sought import Sought
from reindreader.attribution.spelling import fold
from reindreader.attribution.vocabulary import Language
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.text import Span

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "元": 1}
_ISSUE = re.compile(
    r"(?:№|#|\b(?:nr?|no|nos|issue|heft|núm|num|n[º°]|č|бр|број|št|sz|numer|numéro|nummer|número|numero|ausgabe|číslo|число|номер|выпуск|вып|брой|zv|vol|τεύχος))\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where its words stand."""

    date: Date
    span: Span


def find_dates(text: str, start: int, end: int, words: Language) -> list[FoundDate]:
    """The dates between two offsets of a text, in order.

    ``words``: whose month names count. Where they give no month, and those of another language do (a label such as
    *Kilde* is of two), these count, unless languages differ on what they mean.
    """
    own = _dates(text, start, end, date_pattern(words), words)
    if any(has_month(found.date) for found in own):
        return own
    others = _dates(text, start, end, date_pattern(_all_months()), _with_all_months(words))
    return others if any(has_month(found.date) for found in others) else own


def may_name_month(words: str) -> bool:
    """False where the words cannot hold a date with its month: they have no number, or one alone without a month's name."""
    numbers = _NUMBERS.findall(words)
    return len(numbers) > 1 or (bool(numbers) and bool(_month_words().within(words)))


_NUMBERS = re.compile(rf"(?:\d|[{HAN_DIGITS}])+")


@cache
def _month_words() -> Sought:
    """Of every name of a month its longest word."""
    names = (
        *IRANIAN_MONTHS,
        "月",
        "월",
        "tháng",
        *(n for w in phrase_book().languages.values() for n in w.month_names),
    )
    return Sought({max(re.findall(r"\w+", fold(name)), key=len) for name in names})


def has_month(date: Date) -> bool:
    """Whether a month is stated."""
    return isinstance(date, DateRange) or date.month is not None


def _dates(text: str, start: int, end: int, pattern: re.Pattern[str], words: Language) -> list[FoundDate]:
    found = (_found(text, match, words) for match in pattern.finditer(folded_digits(text), start, end))
    return [date for date in found if date is not None]


@lru_cache(maxsize=4)
def folded_digits(text: str) -> str:
    """The text with every decimal digit as ASCII, of the same length."""
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


@cache
def _all_months() -> Language:
    """The month names of all languages on which none contradicts another."""
    meant: dict[str, set[int]] = {}
    for words in phrase_book().languages.values():
        for name in words.month_names:
            meant.setdefault(fold(name).rstrip("."), set()).add(words.months[fold(name).rstrip(".")])
    agreed = {name: next(iter(numbers)) for name, numbers in meant.items() if len(numbers) == 1 and len(name) > 2}
    names = tuple(
        n for own in phrase_book().languages.values() for n in own.month_names if fold(n).rstrip(".") in agreed
    )
    return Language("und", months=agreed, month_names=names)


@cache
def _with_all_months(words: Language) -> Language:
    return replace(words, months=_all_months().months)


def _found(text: str, match: re.Match[str], words: Language) -> FoundDate | None:
    try:
        date = _READERS[match.lastgroup or "alone"](match, words)
    except ValueError:
        return None
    span = Span(match.start(), match.end() - _closes_sentence(match[0], words))
    return FoundDate(_qualified(date, text, span, words), span)


def _closes_sentence(printed: str, words: Language) -> bool:
    """Whether the last full stop ends the sentence ("14 March.") and no abbreviation ("14 Mar.")."""
    if re.search(r"\d\.$", printed):
        return True
    last = re.search(r"([^\W\d_]{3,})\.$", printed)
    name = fold(last[1]) if last else ""
    month = words.months.get(name)
    return month is not None and not any(
        number == month and longer.startswith(name) and longer != name for longer, number in words.months.items()
    )


def _qualified(date: Date, text: str, span: Span, words: Language) -> Date:
    printed = span.slice(text)
    if isinstance(date, DateRange):
        return replace(date, printed=printed)
    before = text[max(0, span.start - 12) : span.start].casefold().rstrip()
    return replace(date, printed=printed, approximate=any(before.endswith(word) for word in words.approximate))


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
    year, era = _number(match["cy"] or match["cy2"]), match["era"] or match["era2"]
    if year is not None and era:
        year += _eras()[fold(era)]
    elif year is not None and year < 100:
        raise ValueError("two figures are no year")
    return PartialDate(year, _number(match["cm"] or match["cm2"]), _number(match["cd"] or match["cd2"]))


@cache
def _eras() -> dict[str, int]:
    return {fold(name): before for name, before in shared_words()["eras"].items()}


def _read_iso(match: re.Match[str], words: Language) -> PartialDate:
    month, day = match["im"] or match["im2"], match["id"] or match["id2"]
    if match["is"] == "/" and not day and not month.startswith("0"):
        return PartialDate(int(match["iy"]))  # "2014/5" may be an issue's number
    return PartialDate(int(match["iy"]), int(month), _number(day))


def _read_numeric(match: re.Match[str], words: Language) -> PartialDate:
    """Day and month in figures. Which is which follows the language's habit unless only one order is a date."""
    first, second, year = int(match["na"]), int(match["nb"]), int(match["ny"])
    day, month = (second, first) if words.date_order == "mdy" else (first, second)
    if month > 12:
        day, month = month, day
    # Whoever writes full stops puts the day first (Unicode CLDR, "dd.MM.y").
    ambiguous = max(day, month) <= 12 and day != month and match["ns"] != "."
    return PartialDate(thai_year(year), month, day, ambiguous=ambiguous)


def _read_slash(match: re.Match[str], words: Language) -> PartialDate:
    """ "05/2014" is a month; behind "no." it is an issue of that year."""
    issue = _ISSUE.search(match.string, 0, match.start()) or _numbers_issue(match)
    return PartialDate(int(match["xy"]), None if issue else int(match["xm"]))


def _numbers_issue(match: re.Match[str]) -> bool:
    """Whether "2/2004" stands right behind a name in marks: then it is an issue's number, and no month is stated."""
    return not match["xm"].startswith("0") and match.string[: match.start()].rstrip()[-1:] in set('”“»«"’』」》')


def _read_buddhist(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["by"]) - BUDDHIST)


def _read_vietnamese(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(_number(match["wy"]), int(match["wm"]), _number(match["wd"]))


def _month(name: str, words: Language) -> int:
    folded = " ".join(fold(name).split()).rstrip(".")
    return words.months.get(folded, 0) or IRANIAN_MONTHS[folded]


def _read_spelt(match: re.Match[str], words: Language) -> Date:
    year, name, day = next(
        (match[y], match[m], match[d] if d else None)
        for y, m, d in (
            ("sy", "sm", "sd"),
            ("ty", "tm", "td"),
            ("uy", "um", None),
            ("ly", "lm", "ld"),
            ("ky", "km", "kd"),
            ("py", "pm", "pd"),
        )
        if match[m]
    )
    # "'15" names a year without its century: that is not a year.
    full = int(year) if year and year.isdecimal() else None
    if full and full < 1500 and fold(name).rstrip(".") in IRANIAN_MONTHS:
        return iranian_day(full, _month(name, words), int(day or 0))
    if full and words.tag == "th":
        full = thai_year(full)
    if match["tm2"] and _month(match["tm2"], words) != _month(name, words):
        raise ValueError("a day in two months")
    last = match["um2"]
    if last and _month(last, words) == _month(name, words):  # "تموز/يوليو": in the words of two calendars
        last = None
    found = PartialDate(full, _month(name, words), _number(day))
    return DateRange(found, PartialDate(full, _month(last, words))) if last else found


def _read_season(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["vy"]), season=words.seasons[fold(match["vs"])])


def _read_year(match: re.Match[str], words: Language) -> PartialDate:
    return PartialDate(int(match["alone"]))


_READERS = {
    "cjk": _read_cjk,
    "be": _read_buddhist,
    "viet": _read_vietnamese,
    "iso": _read_iso,
    "num": _read_numeric,
    "slash": _read_slash,
    "first": _read_spelt,
    "second": _read_spelt,
    "third": _read_spelt,
    "fourth": _read_spelt,
    "fifth": _read_spelt,
    "sixth": _read_spelt,
    "season": _read_season,
    "alone": _read_year,
}
