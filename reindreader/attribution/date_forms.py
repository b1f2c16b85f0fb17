"""How dates are written: one expression a language, which finds the parts of a date by name (see ``dates``)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reindreader.attribution.calendars import IRANIAN_MONTHS
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.spelling import spelt
from reindreader.attribution.vocabulary import Language

HAN_DIGITS = "〇零○一二三四五六七八九十百廿卅元"
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
_BUDDHIST_ERA = r"(?P<be>พ\.?\s?ศ\.?\s*(?P<by>\d{4}))"
_VIETNAMESE = (
    rf"(?P<viet>(?:(?:ngày{_S}+)?(?P<wd>\d{{1,2}}){_S}+)?tháng{_S}+(?P<wm>\d{{1,2}})"
    rf"(?:(?:{_S}*[,/-]{_S}*|{_S}+năm{_S}+|{_S}+)(?P<wy>(?:1[5-9]|20)\d\d))?(?!\d))"
)
_BETWEEN = r"(?:of|de|ng|del|de\sl['’]|d['’]|di|da|do|den|van|dne|na|του)"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ª|\.?º|\.|°|-?(?:го|е|a|an|én|án|ja|jän|ta))?"
_AFTER_YEAR = rf"(?:\.|{_S}?m\.|{_S}?թ\.|{_S}?թվականի|{_S}წლის|{_S}жылғы|{_S}оны|\.?{_S}?gada|\.?{_S}?g\.|{_S}?г\.|{_S}?год\w*|ko|eko|,|年)?"
_CJK = frozenset({"zh", "ja", "ko"})


@cache
def date_pattern(words: Language) -> re.Pattern[str]:
    """What finds the dates that are written with the month names of ``words``."""
    parts = [*_season(words), _cjk(), _BUDDHIST_ERA, _VIETNAMESE, _ISO, _NUMERIC, _MONTH_YEAR, *_spelt(words), _YEAR]
    return re.compile("|".join(parts), re.IGNORECASE)


def _cjk() -> str:
    eras = "|".join(map(re.escape, shared_words()["eras"]))
    number = rf"(?:\d{{1,4}}|[{HAN_DIGITS}]{{1,4}})"
    small = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"
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
