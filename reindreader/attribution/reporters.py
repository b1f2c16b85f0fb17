"""Reporters whom news texts of East Asia name by habit: in brackets where the first paragraph begins, or in a line of
their own. （記者陳冠宇／台北報導）, 北京11月17日电（记者陈芳、胡喆）, (서울=…) 이지은 기자 =, 【ロンドン＝田中美咲】."""

import re
from collections.abc import Iterator

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.people import is_chinese_name, is_korean_name, name_of
from reindreader.attribution.phrases import phrase_book
from reindreader.model.text import Span

_NAME = r"[\u3400-\u9fff]{2,4}"
_JUNIOR = r"\s+(?:实习生|實習生|实习记者|見習記者|通讯员|通訊員)\s*"
_NAMES = rf"{_NAME}(?:(?:\s*[、，,]\s*|{_JUNIOR}|[ \u3000]){_NAME})*"
_HANGUL = r"[\uac00-\ud7a3]{2,4}(?:\s*[·,]\s*[\uac00-\ud7a3]{2,4})*"
_REPORTER = r"(?:(?:特派|駐外|驻外)?(?:記者|记者)|特派員|特派员|通訊員|通讯员)"
_PLACE = (
    r"(?:台北|臺北|新北|基隆|桃園|新竹|苗栗|台中|臺中|彰化|南投|雲林|嘉義|台南|臺南|高雄|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門|綜合|香港|澳門|"
    r"北京|上海|天津|重庆|广州|深圳|南京|武汉|成都|杭州|西安|沈阳|东京|東京|华盛顿|華盛頓|纽约|紐約|洛杉磯|洛杉矶|伦敦|倫敦|巴黎|柏林|莫斯科|首爾|首尔|"
    r"新加坡|曼谷|河內|馬尼拉|雪梨|布魯塞爾|布鲁塞尔|日内瓦|日內瓦|联合国|聯合國)"
)
_SENT = r"[／/\s]*\S{0,8}?(?:\d{1,2}日)?(?:外|專|专|綜合)?(?:報導|報道|报道|電|电|專訪|连线|連線)?"
_OPENINGS = tuple(
    map(
        re.compile,
        (
            rf"[（(〔\[【][^（）()〔〕\[\]【】]{{0,10}}?{_REPORTER}\s*(?P<names>{_NAMES})(?:[／/]{_SENT}|(?={_PLACE}){_SENT}|報導|報道|报道|專訪)?[）)〕\]】]",
            rf"[（(〔\[【][^（）()〔〕\[\]【】]{{0,10}}?{_REPORTER}\s*(?P<names>[\u3400-\u9fff]{{2,3}})(?={_PLACE}){_SENT}[）)〕\]】]",
            rf"(?:^|[)\]】])\s*(?P<names>{_HANGUL})\s*(?:기자|특파원)\s*[=＝]",
        ),
    )
)
_ABROAD = re.compile(r"【[^=＝【】]{2,12}[=＝](?P<names>[\u3400-\u9fff々]{3,5})】")
_LINES = (
    re.compile(
        rf"(?:[\u3400-\u9fff]{{2,8}}\s?)?{_REPORTER}\s*[:：／/]?\s*(?P<names>{_NAMES})"
        rf"(?:\s*[／/]\s*\S{{1,8}}(?:報導|報道|报道))?"
    ),
    re.compile(rf"(?P<names>{_HANGUL})\s*(?:선임|수석|인턴)?\s*(?:기자|특파원)(?:\s+\S+@\S+)?"),
)
_BEGINNING = 90
"""Code points within which a text names its reporter."""
_AGENCIES = frozenset({"共同", "時事", "共同通信", "時事通信", "新華社", "聯合社"})


def opening_credit(text: str, span: Span) -> Credit | None:
    """The reporters whom the beginning of a paragraph names, None for most paragraphs."""
    end = min(span.end, span.start + _BEGINNING)
    for form in _OPENINGS:
        match = form.search(text[span.start : end])
        credit = _credit(match, span.start) if match else None
        if credit:
            return credit
    match = _ABROAD.match(text[span.start : end])
    return _credit(match, span.start, known=False) if match else None


def line_credit(text: str, span: Span) -> Credit | None:
    """The reporters in a line that says no more than that, None for other lines."""
    matches = (form.fullmatch(span.slice(text).strip()) for form in _LINES)
    match = next(filter(None, matches), None)
    return _credit(match, span.start) if match and len(span) <= _BEGINNING else None


def _credit(match: re.Match[str], start: int, *, known: bool = True) -> Credit | None:
    people = tuple(_people(match, start))
    named = all(is_chinese_name(p.name.literal) or is_korean_name(p.name.literal) for p in people)
    if not people or (known and not named) or any(p.name.literal in _AGENCIES for p in people):
        return None
    span = Span(start + match.start(), start + match.end())
    return Credit("author", span, people, inferred=not known)


def _people(match: re.Match[str], start: int) -> Iterator[Person]:
    words = phrase_book().languages
    for group, names in match.groupdict().items():
        own = re.sub(_JUNIOR, lambda match: "、" * len(match[0]), names or "")
        for name in re.finditer(r"[^\s、，,·]{2,}", own):
            tag = "ja" if match.re is _ABROAD else "ko" if name[0] >= "\uac00" else "zh"
            yield Person(name_of(name[0], words[tag]), Span(*name.span()).shifted(start + match.start(group)))
