"""The values that follow or precede a phrase: lists of people, outlets, quoted titles."""

import re
from collections.abc import Iterator

from reindreader.attribution.credits import Person, Words
from reindreader.attribution.dates import FoundDate, find_dates
from reindreader.attribution.people import is_chinese_name, is_organisation, name_of, position_words, take_honorific
from reindreader.attribution.phrases import Language, phrase_book, shared_words
from reindreader.model.text import Span

_QUOTES = {
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "“": "”",
    "«": "»",
    "„": "“",
    '"': '"',
    "‘": "’",
    "‹": "›",
    "'": "'",
    "_": "_",
    "*": "*",
}
_ORIGIN = re.compile(r"[\[［〔(（【]\s?[^\[\]［］〔〕()（）【】]{1,4}\s?[\]］〕)）】]\s*")
_TRAILING = re.compile(r"[\s,，、.。:：;；*_~»”\"]+$")
_AFTER_NAME = re.compile(r"\s(?:via|/|@|from|for|–|—|-)\s.*$|\s?[(（\[［<].*$|\s+@\w+$|\s*https?://.*$")
_URL = re.compile(r"https?://[^\s<>（）()\[\]，。；、]+|www\.[^\s<>（）()，。；、]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]+")
_UNCASED = re.compile(r"[\u0590-\u0dff\u0e00-\u10ff\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARED_SPLIT = r"\s*[、，,;；&＆＋]\s*|\s*[/／+]\s*"
_CASELESS_JOINERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def trimmed(line: str, start: int, end: int) -> Span:
    """The stretch without blanks, brackets and commas around it."""
    while start < end and (line[start].isspace() or line[start] in ",，、:：;；*_~"):
        start += 1
    match = _TRAILING.search(line, start, end)
    return Span(start, max(start, match.start() if match else end))


def people(line: str, start: int, end: int, words: Language, *, strict: bool) -> tuple[tuple[Person, ...], int]:
    """The names in a list that begins at ``start``, and the offset after the last of them.

    ``strict``: nothing but the phrase says that these are names, so each has to look like one; otherwise, after a
    colon, a pseudonym in small letters is a name too.
    """
    found: list[Person] = []
    stop = start
    for span in _parts(line, start, end, words):
        if found and _is_position(line, span, words):
            found[-1] = Person(found[-1].name, found[-1].span, span.slice(line))
            stop = span.end
            break
        person = _person(line, span, words, strict=strict and not _handle(line, span))
        if person is None:
            break
        found.append(person)
        stop = person.span.end
        if person.span.end < _visible_end(line, span):
            break
    return tuple(found), stop


def _handle(line: str, span: Span) -> bool:
    return span.slice(line).startswith("@")


def _visible_end(line: str, span: Span) -> int:
    bare = _AFTER_NAME.sub("", span.slice(line))
    return span.start + len(bare.rstrip())


def _parts(line: str, start: int, end: int, words: Language) -> Iterator[Span]:
    last = start
    for match in _splitter(words).finditer(line, start, end):
        if _inside_brackets(line, start, match.start()) or _belongs(line, match, end):
            continue
        yield trimmed(line, last, match.start())
        last = match.end()
    yield trimmed(line, last, end)


def _inside_brackets(line: str, start: int, offset: int) -> bool:
    before = line[start:offset]
    return sum(before.count(char) for char in "([（［") > sum(before.count(char) for char in ")]）］")


def _belongs(line: str, match: re.Match[str], end: int) -> bool:
    """A comma before "Jr." or "Inc." separates nothing."""
    following = line[match.end() : end].split()
    return (
        match[0].strip() == ","
        and bool(following)
        and following[0].strip(",") in {*shared_words()["suffixes"], "Inc.", "Ltd.", "Ltd", "Inc", "LLC"}
    )


_SPLITTERS: dict[Language, re.Pattern[str]] = {}


def _splitter(words: Language) -> re.Pattern[str]:
    if words not in _SPLITTERS:
        joiners = [re.escape(word) for word in words.joiners]
        tight = [word for word in joiners if _CASELESS_JOINERS.search(word)]
        spaced = [word for word in joiners if not _CASELESS_JOINERS.search(word)]
        parts = [_SHARED_SPLIT]
        parts += [rf"\s*,?\s+(?:{'|'.join(spaced)})\s+"] if spaced else []
        parts += [rf"\s*(?:{'|'.join(tight)})\s*"] if tight else []
        _SPLITTERS[words] = re.compile("|".join(reversed(parts)), re.IGNORECASE)
    return _SPLITTERS[words]


def _person(line: str, span: Span, words: Language, *, strict: bool) -> Person | None:
    start = span.start
    origin = _ORIGIN.match(line, start, span.end)
    if origin and origin.end() < span.end:
        start = origin.end()
    visible = Span(start, start + len(_AFTER_NAME.sub("", line[start : span.end]).rstrip()))
    text = visible.slice(line)
    prefix, text_start = _position_prefix(text)
    rest, honorific = take_honorific(text[text_start:])
    offset = visible.start + text.index(rest, text_start) if rest else visible.start
    article = _article(rest, words)
    name = _name_words(rest[article:], words, strict=strict)
    offset += article
    if not name or (article and not is_organisation(name)):
        return None
    bare = _without_position_after(name, words)
    own = Span(visible.start, offset + len(name))
    return Person(name_of(bare, words, honorific), own, prefix)


def _article(text: str, words: Language) -> int:
    """The length of a small article in front: only a body's name has one ("by the Harbour Collective")."""
    first, blank, _ = text.partition(" ")
    return len(first) + 1 if blank and first in words.articles else 0


def _position_prefix(text: str) -> tuple[str | None, int]:
    """The position in front of a Chinese name (中央社記者王大明), and where the name begins."""
    for word in position_words():
        index = text.find(word)
        if index >= 0 and _HAN_RUN.fullmatch(text[index + len(word) :].strip()) and _HAN_RUN.match(word):
            after = index + len(word)
            while after < len(text) and text[after].isspace():
                after += 1
            if 2 <= len(text) - after <= 4:
                return text[: index + len(word)], after
    return None, 0


def _without_position_after(name: str, words: Language) -> str:
    head, _, last = name.rpartition(" ")
    return head if head and last in words.positions else name


def _name_words(text: str, words: Language, *, strict: bool) -> str:
    """The words at the beginning of ``text`` that are a name, "" where there are none."""
    text = _TRAILING.sub("", text) if not text.endswith(".") else text
    text = text.strip("'’‘")
    if not _LETTER.search(text) or len(text) > 80:
        return ""
    if _HAN_RUN.search(text):
        return text if _is_han_name(text, strict=strict) else ""
    if not strict and _fits_label(text, words):
        return _without_stop(text)
    return _without_stop(_capitalised(text, words))


def _without_stop(name: str) -> str:
    last = name.rpartition(" ")[2]
    if (
        name.endswith(".")
        and len(last) > 2
        and last not in {*shared_words()["suffixes"], *position_words("organisations")}
        and last.count(".") < 2
    ):
        return name[:-1]
    return name


def _is_han_name(text: str, *, strict: bool) -> bool:
    han = "".join(_HAN_RUN.findall(text))
    characters = _not_name_characters()
    if is_organisation(text) and len(text) <= 20:
        return not set(han) & (characters - set("中"))
    if strict and _HAN_RUN.fullmatch(text):
        return 2 <= len(text) <= 4 and not set(text) & characters and is_chinese_name(text)
    return len(han) <= 8 and len(text) <= 30 and not set(han) & characters


def _not_name_characters() -> frozenset[str]:
    return frozenset().union(*(words.not_name_characters for words in phrase_book().languages.values()))


def _fits_label(text: str, words: Language) -> bool:
    tokens = text.split()
    small = sum(token[:1].islower() for token in tokens)
    return (
        len(tokens) <= 6
        and not any(t.casefold() in words.not_names for t in tokens)
        and (small <= 1 or len(tokens) <= 2)
    )


def _capitalised(text: str, words: Language) -> str:
    """The leading words that begin with a capital or are particles, cut where a small word follows."""
    taken, tokens = 0, list(re.finditer(r"\S+", text))
    for index, match in enumerate(tokens):
        word = match[0]
        if _capital(word):
            taken = match.end() if word.casefold().strip(".,") not in words.not_names or index else 0
        elif word.casefold() not in shared_words()["particles"]:
            break
        if not taken or index >= 7:
            break
    name = text[:taken]
    single = " " not in name and name.casefold().strip(".,") in {*words.months, *words.days, *words.not_names}
    return "" if single else name


def _capital(word: str) -> bool:
    letter = next((char for char in word if char.isalpha()), "")
    return bool(letter) and (
        letter.isupper() or letter.istitle() or bool(_UNCASED.match(letter)) or word[:1].isdecimal()
    )


def _is_position(line: str, span: Span, words: Language) -> bool:
    folded = span.slice(line).casefold()
    if _HAN_RUN.fullmatch(folded):
        return folded in position_words() or (len(folded) > 4 and folded.endswith(position_words()))
    return 0 < len(folded) <= 80 and any(
        re.search(rf"(?<!\w){re.escape(p.casefold())}(?!\w)", folded) for p in words.positions
    )


def url_at(line: str, start: int, end: int) -> Words | None:
    """An address that begins at ``start`` (a colon or bracket before it allowed)."""
    match = _URL.search(line, start, end)
    if match is None or line[start : match.start()].strip(" \u3000<(（[:："):
        return None
    text = match[0].rstrip(".,;:!?'\"”’")
    return Words(text, Span(match.start(), match.start() + len(text)))


def quoted_at(line: str, start: int, end: int) -> Words | None:
    """Words in quotation marks or title marks that begin at ``start``."""
    while start < end and line[start].isspace():
        start += 1
    close = _QUOTES.get(line[start : start + 1])
    stop = line.find(close, start + 1, end) if close else -1
    return Words(line[start + 1 : stop], Span(start + 1, stop)) if stop > start + 1 else None


def outlet(line: str, start: int, end: int, words: Language) -> tuple[Words | None, FoundDate | None, int]:
    """A publication with its date before or after it, and the offset after both."""
    start, early = _leading_date(line, start, end, words)
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


def _leading_date(line: str, start: int, end: int, words: Language) -> tuple[int, FoundDate | None]:
    dates = find_dates(line, start, end, words)
    if not dates or re.search(r"\w", _without_prepositions(line[start : dates[0].span.start], words)):
        return start, None
    return dates[0].span.end, dates[0]


def _without_prepositions(text: str, words: Language) -> str:
    tokens = re.findall(r"\w+", text.casefold())
    known = {*words.prepositions, *words.days, *words.articles, *words.approximate}
    return "" if text.strip() in words.prepositions else " ".join(token for token in tokens if token not in known)


def _skip_words(line: str, start: int, end: int, words: Language) -> int:
    """Past prepositions, small articles and common nouns: in *the newspaper* Die Zeit."""
    skipped = True
    while skipped:
        while start < end and (line[start].isspace() or line[start] in ",，:："):
            start += 1
        skipped = False
        for word in sorted((*words.prepositions, *words.articles, *words.outlet_nouns), key=len, reverse=True):
            stop = start + len(word)
            if (
                line[start:stop] == word
                and stop < end
                and _word_ends(line, stop, word)
                and (word not in words.outlet_nouns or _noun_before_name(line, stop, end, words))
            ):
                start, skipped = stop, True
                break
    return start


def _word_ends(line: str, stop: int, word: str) -> bool:
    return bool(_HAN_RUN.match(word[-1])) or word[-1] in "'’" or not line[stop].isalnum()


def _noun_before_name(line: str, stop: int, end: int, words: Language) -> bool:
    rest = line[stop:end].lstrip()
    rest = rest[_article(rest, words) :]
    return bool(rest) and (rest[0] in _QUOTES or rest[0].isupper() or not rest[0].islower())


def _bare_outlet(line: str, start: int, end: int, words: Language) -> Words | None:
    dates = find_dates(line, start, end, words)
    cut = dates[0].span.start if dates else end
    match = re.compile(r"[,，、(（\[【“《«]|\s[–—-]\s").search(line, start, cut)
    cut = match.start() if match else cut
    text = _without_last_words(line[start:cut], words)
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
        if token and token[0].casefold() in last:
            text = bare[: token.start()]
        elif han:
            text = bare[: -len(han)]
        else:
            return bare


def _is_outlet(text: str, words: Language) -> bool:
    if not _LETTER.search(text) or len(text) > 90:
        return False
    first = next(char for char in text if char.isalnum())
    domain = bool(re.fullmatch(r"[\w.-]+\.[a-z]{2,}", text))
    small = sum(token[:1].islower() for token in text.split())
    return domain or ((not first.islower()) and small <= 4 and words.tag_of(text) is None)
