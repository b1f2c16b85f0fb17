"""What follows a phrase and is no person: outlets with their dates, quoted titles, addresses."""

import re
from functools import cache

from reindreader.attribution.credits import Words
from reindreader.attribution.dates import FoundDate, find_dates
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.spelling import fold
from reindreader.attribution.vocabulary import Language
from reindreader.model.text import Span

_QUOTES = {
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "“": "”",
    "«": "»",
    "„": "“”",
    "»": "«",
    "”": "“”",
    "״": "״",
    '"': '"',
    "‘": "’",
    "‹": "›",
    "'": "'",
    "_": "_",
    "*": "*",
}

_BEFORE_ADDRESS = re.compile(r"[\s,<(（\[:：]*(?:[^\W\d_]{1,3}\s+)?")
_URL = re.compile(r"https?://[^\s<>（）()\[\]，。；、]+|www\.[^\s<>（）()，。；、]+")

_TRAILING = re.compile(r"[\s,，、.。:：;；*_~»”\"]+$")

_HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]+")

_HIRAGANA = re.compile(r"[\u3041-\u309f]")

_ISSUE_NUMBER = r"\s(?:(?i:no|nr|vol|issue|heft|núm|č)\.?|n[º°]|№|#)\s?\d"

TIME = re.compile(r"\d{1,2}(?:[.:]\d{2}(?!\d)|\s?h\s?(?:\d{2})?(?!\w)|\s?[Uu]hr(?!\w))")
_LETTER = re.compile(r"[^\W\d_]")


def trimmed(line: str, start: int, end: int) -> Span:
    """The stretch without blanks, brackets and commas around it."""
    while start < end and (line[start].isspace() or line[start] in ",，、،:：;；*_~/／|｜"):
        start += 1
    match = _TRAILING.search(line, start, end)
    return Span(start, max(start, match.start() if match else end))


def has_case(char: str) -> bool:
    """Whether its script tells names by a capital: Georgian has capitals, and does not use them so."""
    return char.lower() != char.upper() and not "\u10d0" <= char <= "\u10ff"


def begins_small(word: str) -> bool:
    """Whether a word begins with a small letter where a name would have a capital."""
    return word[:1].islower() and has_case(word[0])


def is_city(text: str) -> bool:
    """Whether it is a place on the map."""
    return fold(text) in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(map(fold, shared_words()["cities"]))


def url_at(line: str, start: int, end: int) -> Words | None:
    """An address that begins at ``start`` (a colon or bracket before it allowed)."""
    match = _URL.search(line, start, end)
    if match is None or not _BEFORE_ADDRESS.fullmatch(line, start, match.start()):
        return None
    text = match[0].rstrip(".,;:!?'\"”’")
    return Words(text, Span(match.start(), match.start() + len(text)))


def quoted_at(line: str, start: int, end: int) -> Words | None:
    """Words in quotation marks or title marks that begin at ``start``."""
    while start < end and line[start].isspace():
        start += 1
    close = _QUOTES.get(line[start : start + 1])
    stops = [line.find(char, start + 1, end) for char in close or ""]
    stop = min((place for place in stops if place >= 0), default=-1)
    return within_marks(line, Span(start + 1, stop)) if line[start + 1 : max(stop, 0)].strip() else None


def within_marks(line: str, span: Span) -> Words:
    """The words within quotation marks, without the blanks that French sets inside them."""
    text = span.slice(line)
    start = span.start + len(text) - len(text.lstrip())
    return Words(text.strip(), Span(start, start + len(text.strip())))


def article_length(text: str, words: Language) -> int:
    """The length of a small article in front: only a body's name has one ("by the Harbour Collective")."""
    if text[:2] in {"l'", "l’"} and text[2:3].islower():
        return 2
    first, blank, _ = text.partition(" ")
    return len(first) + 1 if blank and first in words.articles else 0


def outlet(line: str, start: int, end: int, words: Language) -> tuple[Words | None, FoundDate | None, int]:
    """A publication with its date before or after it, and the offset after both."""
    start, early = leading_date(line, start, end, words)
    start = _skip_words(line, start, end, words)
    name = quoted_at(line, start, end)
    if name:
        after = name.span.end + 1
    else:
        name = _bare_outlet(line, start, end, words)
        after = name.span.end if name else start
    late = _date_after(line, after, end, words) if name and not early else None
    stop = max(after, late.span.end if late else 0)
    return name, early or late, stop


def _date_after(line: str, start: int, end: int, words: Language) -> FoundDate | None:
    """The first date after the outlet: in a list of volume and pages a year alone counts as well."""
    return next(iter(find_dates(line, start, end, words)), None)


def leading_date(line: str, start: int, end: int, words: Language) -> tuple[int, FoundDate | None]:
    """The offset after the date that begins at ``start``, small words before it allowed; ``start`` and None without."""
    dates = find_dates(line, start, end, words)
    if not dates or re.search(r"\w", without_small_words(line[start : dates[0].span.start], words)):
        return start, None
    return dates[0].span.end, dates[0]


def without_small_words(text: str, words: Language) -> str:
    """The words that say anything, folded, beside prepositions, articles and days."""
    tokens = re.findall(r"\w+", text.casefold())
    known = {*words.prepositions, *words.days, *words.articles, *words.approximate}
    return "" if text.strip() in words.prepositions else " ".join(token for token in tokens if token not in known)


def _skip_words(line: str, start: int, end: int, words: Language) -> int:
    """Past prepositions, small articles and common nouns: in *the newspaper* Die Zeit."""
    skipped = True
    while skipped:
        while start < end and (line[start].isspace() or line[start] in ",，،:："):
            start += 1
        skipped = False
        for word in sorted((*words.prepositions, *words.articles, *words.outlet_nouns), key=len, reverse=True):
            stop = start + len(word)
            if (
                line[start:stop] == word
                and stop < end
                and (_word_ends(line, stop, word) or _particle_of_date(line, start, word))
                and (word not in words.outlet_nouns or _noun_before_name(line, stop, end, words))
            ):
                start, skipped = stop, True
                break
    return start


def _word_ends(line: str, stop: int, word: str) -> bool:
    return bool(_HAN_RUN.match(word[-1])) or word[-1] in "'’" or not line[stop].isalnum()


def _particle_of_date(line: str, start: int, word: str) -> bool:
    """Whether a Japanese particle belongs to the date before it: 2015年5月3日*に*灯台新聞."""
    return bool(_HIRAGANA.fullmatch(word)) and line[max(0, start - 1) : start] in {"年", "月", "日", "号", "付"}


def _noun_before_name(line: str, stop: int, end: int, words: Language) -> bool:
    """Whether a name follows the noun at once, or after small words: the pages *of the* Valley Courier."""
    rest = line[stop:end].split()
    small = {*words.articles, *words.prepositions}
    name = next((word for word in rest[:4] if word not in small), "")
    return bool(name) and (name[0] in _QUOTES or not name[0].islower())


def _bare_outlet(line: str, start: int, end: int, words: Language) -> Words | None:
    dates = find_dates(line, start, end, words)
    cut = dates[0].span.start if dates else end
    match = re.compile(rf"[,，、،(（\[【“《«]|\s[–—-]\s|\s*https?:|{_ISSUE_NUMBER}").search(line, start, end)
    cut = min(cut, match.start()) if match else cut
    cut = min((place for word in words.outlet_cuts if (place := line.find(word, start, cut)) > start), default=cut)
    text = _without_last_words(line[start:cut], words)
    if line[cut : cut + 1] in {"(", "（"}:
        text = re.sub(r"\s\d{1,4}$", "", text)  # a volume with its year
    span = trimmed(line, start, start + len(text))
    return Words(span.slice(line), span) if _is_outlet(span.slice(line), words) else None


def _without_last_words(text: str, words: Language) -> str:
    """Cut "on", "on Monday", "in its" and the like from the end, where a date was."""
    last = {*words.prepositions, *words.articles, *words.days, *words.approximate}
    while True:
        bare = text.rstrip(" ,，\u3000")
        token = re.search(r"(?:(?<=\s)|^)[^\s]+$", bare)
        han = next(
            (p for p in words.prepositions if _HAN_RUN.match(p) and bare.endswith(p) and len(bare) > len(p)), None
        )
        if token and token[0].lower() in last:
            text = bare[: token.start()]
        elif han:
            text = bare[: -len(han)]
        else:
            return bare


def _is_outlet(text: str, words: Language) -> bool:
    if not _LETTER.search(text) or len(text) > 90 or TIME.match(text):
        return False
    first = next(char for char in text if char.isalnum())
    domain = bool(re.fullmatch(r"[\w.-]+\.[a-z]{2,}", text))
    small = sum(begins_small(token) for token in text.split())
    return domain or (not begins_small(first) and small <= 4 and words.tag_of(text) is None)
