"""Dates as credits state them, in the words of a language. A part that is not written is never filled in.

Digits of any script count (Unicode's decimal digits), and Chinese numerals; years of other calendars are turned into
ours where the words state which year that is (see ``calendars``).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reindreader.attribution.calendars import BUDDHIST, IRANIAN_MONTHS, iranian_day, thai_year
from reindreader.attribution.phrases import Language, Sought, phrase_book, shared_words
from reindreader.attribution.spelling import fold, spelt
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.text import Span

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "元": 1}
_HAN_DIGITS = "〇零○一二三四五六七八九十百廿卅元"
_S = r"[\s\u00a0]"
_ISO = (
    r"(?P<iso>(?<![\d/.-])(?P<iy>\d{4})(?:(?P<is>[-/.])(?P<im>\d{1,2})(?:(?P=is)(?P<id>\d{1,2}))?"
    r"|\.\s(?P<im2>\d{1,2})\.\s(?P<id2>\d{1,2}))(?![\d/-]))"
)
_NUMERIC = (
    rf"(?P<num>(?<![\d/.-])(?P<na>\d{{1,2}})(?P<ns>[/.-]){_S}?(?P<nb>\d{{1,2}})(?P=ns){_S}?(?P<ny>\d{{4}})(?!\d))"
)
_MONTH_YEAR = r"(?P<slash>(?<![\d/.-])(?P<xm>0?[1-9]|1[0-2])/(?P<xy>(?:1[5-9]|20)\d\d)(?![\d/]))"
_YEAR = r"(?P<alone>(?<![\d/.,-])(?:1[5-9]\d\d|20\d\d)(?![\d/]|[.,-]\d))"
_ISSUE = re.compile(
    r"(?:№|#|\b(?:nr?|no|nos|issue|heft|núm|num|n[º°]|č|бр|број|št|sz|numer|numéro|nummer|número|numero|ausgabe|číslo|число|номер|выпуск|вып|брой|zv|vol|τεύχος))\.?\s*$",
    re.IGNORECASE,
)
_BUDDHIST_ERA = r"(?P<be>พ\.?\s?ศ\.?\s*(?P<by>\d{4}))"
_VIETNAMESE = (
    rf"(?P<viet>(?:(?:ngày{_S}+)?(?P<wd>\d{{1,2}}){_S}+)?tháng{_S}+(?P<wm>\d{{1,2}})"
    rf"(?:(?:{_S}*[,/-]{_S}*|{_S}+năm{_S}+|{_S}+)(?P<wy>(?:1[5-9]|20)\d\d))?(?!\d))"
)
_BETWEEN = r"(?:of|de|ng|del|de\sl['’]|d['’]|di|da|do|den|van|dne|na)"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ª|\.?º|\.|°|-?(?:го|е|a|an|én|án|ja|jän|ta))?"
_AFTER_YEAR = rf"(?:\.|{_S}?m\.|{_S}?թ\.|{_S}?թվականի|{_S}წლის|{_S}жылғы|{_S}оны|\.?{_S}?gada|\.?{_S}?g\.|{_S}?г\.|{_S}?год\w*|ko|eko|,|年)?"
_CJK = frozenset({"zh", "ja", "ko"})


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
    own = _dates(text, start, end, _pattern(words), words)
    if any(has_month(found.date) for found in own):
        return own
    others = _dates(text, start, end, _pattern(_all_months()), _with_all_months(words))
    return others if any(has_month(found.date) for found in others) else own


def may_name_month(words: str) -> bool:
    """False where the words cannot hold a date with its month: they have no number, or one alone without a month's name."""
    numbers = _NUMBERS.findall(words)
    return len(numbers) > 1 or (bool(numbers) and bool(_month_words().within(words)))


_NUMBERS = re.compile(rf"(?:\d|[{_HAN_DIGITS}])+")


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


@cache
def _pattern(words: Language) -> re.Pattern[str]:
    parts = [*_season(words), _cjk(), _BUDDHIST_ERA, _VIETNAMESE, _ISO, _NUMERIC, _MONTH_YEAR, *_spelt(words), _YEAR]
    return re.compile("|".join(parts), re.IGNORECASE)


def _cjk() -> str:
    eras = "|".join(map(re.escape, shared_words()["eras"]))
    number = rf"(?:\d{{1,4}}|[{_HAN_DIGITS}]{{1,4}})"
    small = rf"(?:\d{{1,2}}|[{_HAN_DIGITS}]{{1,3}})"
    month, day = rf"(?P<cm>{small}){_S}*[月월]", rf"(?P<cd>{small}){_S}*[日號号일]"
    month2, day2 = month.replace("cm", "cm2"), day.replace("cd", "cd2")
    beside = rf"(?:[（(](?:{eras}){_S}*{number}年?[）)])?"
    year = rf"(?:(?P<era>{eras})?{_S}*(?P<cy>{number}){beside}{_S}*[年년]{beside}|(?P<era2>Heisei|Reiwa|Sh[oō]wa|Taish[oō]|Meiji){_S}+(?P<cy2>\d{{1,2}}))"
    return rf"(?P<cjk>{year}(?:{_S}*{month}(?:{_S}*{day})?)?|{month2}(?:{_S}*{day2})?)"


def _names(names: Iterable[str]) -> str:
    own = sorted({name.rstrip(".") for name in names}, key=len, reverse=True)
    return "|".join(map(spelt, own))


def _spelt(words: Language) -> Iterator[str]:
    """Month names before and after the day and the year: "Nov. 30, 2015", "le 30 novembre 2015", "2015. november 30."."""
    own = words.month_names + tuple(IRANIAN_MONTHS if words.tag == "fa" else ())
    names = _names(name for name in own if not name[:1].isdigit())
    if not names or words.tag in _CJK:
        return
    edge = "" if words.tag == "th" else r"(?![^\W\d_])"
    begin = "" if words.tag == "th" else r"(?<!\w)"
    day = rf"(?P<{{0}}>\d{{{{1,2}}}}){_ORDINAL}"
    link = rf"{_S}*" if words.tag == "th" else rf"{_S}+(?:{_BETWEEN}{_S}*)?"
    year = r"(?P<{0}>(?:1[2-9]|2[0-6])\d\d|(?<=\D)['’]\d\d)(?!\d)"
    month = r"(?P<{0}>" + names + rf"){edge}\.?"
    before_year = rf"[,،]?{_S}+(?:{_BETWEEN}{_S}+|พ\.?ศ\.?{_S}*|ค\.?ศ\.?{_S}*)?"
    until = rf"(?:{_S}?[-–—/]{_S}?{month.format('um2')})?"
    first = rf"{begin}{month.format('sm')}{_S}+{day.format('sd')}(?![\d:]|\w)(?:{before_year}{year.format('sy')})?"
    twice = rf"(?:{_S}?/{_S}?{month.format('tm2')})?"
    second = rf"(?<![\d\w.]){day.format('td')}{link}{month.format('tm')}{twice}(?:{before_year}{year.format('ty')})?"
    third = rf"{begin}{month.format('um')}{until}{before_year}{year.format('uy')}"
    fourth = (
        rf"(?<!\w)(?P<ly>(?:1[4-9]|20)\d\d){_AFTER_YEAR}{_S}+{month.format('lm')}(?:{_S}+(?P<ld>\d{{1,2}})(?![\d:]))?"
    )
    fifth = rf"(?<!\w)(?P<ky>(?:1[4-9]|20)\d\d)\.?{_S}(?:gada|წლის|жылғы|жылы){_S}+(?P<kd>\d{{1,2}})\.?{_S}*{month.format('km')}"
    sixth = rf"(?<![\d\w])(?P<py>(?:1[4-9]|20)\d\d),{_S}+{day.format('pd')}{link}{month.format('pm')}"
    yield from (
        rf"(?P<sixth>{sixth})",
        rf"(?P<fifth>{fifth})",
        rf"(?P<fourth>{fourth})",
        rf"(?P<first>{first})",
        rf"(?P<second>{second})",
        rf"(?P<third>{third})",
    )


def _season(words: Language) -> Iterator[str]:
    names = _names(words.season_names)
    if names and words.tag not in _CJK:
        yield rf"(?P<season>(?<!\w)(?P<vs>{names})[,]?{_S}+(?:de{_S}+|del{_S}+)?(?P<vy>(?:1[5-9]|20)\d\d)(?!\d))"
    elif names:
        yield rf"(?P<season>(?P<vy>(?:1[5-9]|20)\d\d)年?{_S}?(?P<vs>{names})[号號]?)"


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
