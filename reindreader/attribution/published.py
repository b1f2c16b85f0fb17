"""When a page says that it was published: a date in a line below its title, beside nothing but what goes with a date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reindreader.attribution.calendars import counted_in
from reindreader.attribution.credits import Credit
from reindreader.attribution.dates import FoundDate, find_dates, has_month, may_name_month
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.vocabulary import Language
from reindreader.model.text import Span

_LONGEST = 160
"""Code points: what is longer says more than when and by whom."""
_FIELDS = re.compile(r"\s*[|｜•·▪●■◆]\s*|\s+[/–—-]\s+|\u3000+|\s+(?=[^\s\d：:]{1,8}[：:]\s*)|[（(](?=[^)）]*更新)")
_TIME = re.compile(
    r"\b\d{1,2}\s?[:.：hH時时点點]\s?\d{2}(?:\s?[:.：分]\s?\d{2})?(?:\s?[秒分])?|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|uhr\b|h\b|時|时)|"
    r"[+-]\d{2}:?\d{2}\b|(?:오전|오후|上午|下午|午前|午後)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?-i:\b(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|in|under)\s+(?:[A-ZÀ-Þ][\w.’'-]+\s?){1,4}(?:\s*(?:,|and|und|et|y|en)\s+(?:[A-ZÀ-Þ][\w.’'-]+\s?){2,4})*)|\b(?:\d+|no|leave a)\s+comments?\b|"
    r"^\s*[-–—]?\s*(?:press release|pressemitteilung|communiqué(?: de presse)?|nota de prensa|comunicato stampa|afp|dpa|ap|reuters|efe|ansa|pap|čtk|mti)\b|"
    r"(?-i:^\s*[A-ZÀ-Þ][\w-]+,?\s+(?=den\s|le\s))|\bby admin\b|\b(?:released?|issued|diffusé|resmî|resmi|ilan|ngày|thứ\s\w+|chủ nhật|hỏi bởi)\b|発行|發行|"
    r"\b(?:[ap]\.?\s?m\.?|uhr|gmt|utc|cet|cest|[ecmp][sd]t|[ecmp]t|bst|ist|hkt|jst|kst|msk|aest|aedt|at|on|the|by|le|à|a|h|am|um|den|der|el|"
    r"las|às|as|alle|ore|om|o|klo|kl|godz|saat|dne|v|в|от|submitted|added|written|date|datum|fecha|data|tarih|дата|published|posted|first|publication|online|publié|"
    r"mis|en|ligne|paru|veröffentlicht|erschienen|vom|publicado|publicada|pubblicato|il|gepubliceerd|op|opublikowano|dodano|publicerad|"
    r"julkaistu|publisert|offentliggjort|udgivet|опубликовано|publikováno|megjelent|yayınlan\w+|giriş|tarihi|diterbitkan|đăng|lúc|"
    r"نشر|نُشر|تاريخ|النشر|في|الساعة|\d+\s?min(?:ute)?s?(?:\s(?:read|de lecture|lesezeit))?)\b\.?|"
    r"发布(?:时间|日期|于)?|發布(?:時間|日期|於)?|發佈(?:時間|日期|於)?|刊登(?:日期)?|出版(?:日期)?|时间|時間|日期|发表于|發表於|公開日?|配信日?|掲載日?|投稿日?|"
    r"登録日?|입력|등록|작성(?:일)?|게시|승인|기사|日付|[日月火水木金土]曜日?|星期.|[週周][一二三四五六日]|[월화수목금토일]요일",
    re.IGNORECASE,
)
"""What goes with a date of publication: the word for it, prepositions, zones, how long the reading takes."""
_CHANGED = re.compile(
    r"updated?|modified|edited|revised|aktualisiert|geändert|\bstand\b|mis(?:e)? à jour|modifié|actuali[zs]a|atualiza|modificad|aggiorna|"
    r"bijgewerkt|gewijzigd|uppdatera|oppdatert|opdateret|päivitet|aktuali[zs]|обновл|измен[её]н|оновлен|güncelle|更新|修改|修訂|修订|"
    r"수정|업데이트|تحديث|به‌روز|עודכן|cập nhật|diperbarui|accessed|abgerufen|consulté",
    re.IGNORECASE,
)


def published_credit(text: str, span: Span, language: str | None) -> Credit | None:
    """The credit of the date that a line gives as that of publication; None for other lines, and for later changes."""
    if len(span) > _LONGEST or not may_name_month(span.slice(text)):
        return None
    words = _words(language)
    for field in _fields(text, span):
        dates = find_dates(text, field.start, field.end, words)
        own = _counted(dates[0], language) if len(dates) == 1 else None
        if own and has_month(own.date) and not _says_more(text, field, own):
            return Credit("appearance", own.span, date=own, relation="translation", inferred=True)
    return None


def _counted(own: FoundDate, language: str | None) -> FoundDate | None:
    date = counted_in(own.date, language)
    return replace(own, date=date) if date else None


def _words(language: str | None) -> Language:
    languages = phrase_book().languages
    return languages.get((language or "en").partition("-")[0], languages["en"])


def _fields(text: str, span: Span) -> Iterator[Span]:
    """The parts of a line that bars, dots and labels divide, each up to where it tells of a change."""
    start = span.start
    for divider in (*_FIELDS.finditer(text, span.start, span.end), None):
        end = divider.start() if divider else span.end
        changed = _CHANGED.search(text, start, end)
        yield Span(start, changed.start() if changed else end)
        start = divider.end() if divider else end


def _says_more(text: str, field: Span, own: FoundDate) -> bool:
    rest = f"{text[field.start : own.span.start]} {text[own.span.end : field.end]}"
    left = _BESIDE.sub(" ", _TIME.sub(" ", rest))
    return any(word.casefold() not in _days() for word in re.findall(r"\w+", left))


@cache
def _days() -> frozenset[str]:
    return frozenset(day.casefold().strip(".") for words in phrase_book().languages.values() for day in words.days)
