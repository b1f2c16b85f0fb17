"""Which words at the beginning of a stretch are a name, by script and language."""

import re

from reindreader.attribution.name_tables import names
from reindreader.attribution.nobodies import is_nobody
from reindreader.attribution.people import (
    is_chinese_name,
    is_organisation,
    position_words,
)
from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.attribution.spelling import fold
from reindreader.attribution.vocabulary import Language

_TRAILING = re.compile(r"[\s,，、.。:：;；*_~»”\"]+$")

_OPEN_MARK = re.compile("«[^»]*$|[“„][^”]*$")

_HOUSE = re.compile(r"[A-Z][a-z]+[A-Z]{2,}\w*")
"""How a house writes its name and nobody else: LampMD, HarbourTV."""

HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]+")

_UNCASED = re.compile(r"[\u0590-\u0dff\u0e00-\u10ff\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

_STOPPED = re.compile(r"[^\W\d_]{2,}\s[A-ZА-ЯΑ-Ω]$|[^\W\d_]\.[\s-]?[^\W\d_]$|[\s,](?:Jr|Sr|Jnr|Snr)$|,\s.*\s[^\W\d_]$")
"""What a full stop belongs to."""

_DIGIT = re.compile(r"\d")

_YEAR_IN_WORDS = re.compile("[〇○零一二三四五六七八九]{2,}年")

_HIRAGANA = re.compile(r"[\u3041-\u309f]")

_TITLE_MARK = re.compile(r"[《》〈〉「」『』]|[“„«‹][^”“»›]*$|^[^“„«‹]*[»›]")
"""What titles are set in, and no name: a nickname stands in both of its marks."""

_AND = frozenset(
    [
        "y",
        "e",
        "i",
        "a",
        "et",
        "und",
        "and",
        "og",
        "och",
        "en",
        "ja",
        "és",
        "și",
        "eta",
        "un",
        "ir",
        "ve",
        "и",
        "та",
        "і",
    ]
)
"""No name begins with such a word."""

LETTER = re.compile(r"[^\W\d_]")

_HANGUL_SENTENCE = re.compile(r"[\uac00-\ud7a3]+(?:\s[\uac00-\ud7a3]+)*\s[\uac00-\ud7a3]{2,}다|[\uac00-\ud7a3]+니다")


def name_at_start(text: str, words: Language, *, strict: bool, staff: bool = False) -> str:
    """The words at the beginning of ``text`` that are a name, "" where there are none. ``staff``: a group's name counts."""
    text = _TRAILING.sub("", text) if not text.endswith(".") else text
    text = text.strip("'’‘")
    if not _may_be_name(text, words) or (is_nobody(text) and not (staff and is_organisation(text))):
        return ""
    if any(fold(token).strip(".,") in words.not_names for token in text.split()[1:]) and _UNCASED.match(text):
        return ""
    if strict and (
        _HANGUL_SENTENCE.fullmatch(text.rstrip("."))
        or text.startswith("ال")
        or _HIRAGANA.match(text)
        or words.tag_of(text.split()[0])
    ):
        return ""
    if HAN_RUN.search(text):
        return text if not _DIGIT.search(text) and _is_han_name(text, words, strict=strict) else ""
    if _small_body(text) or (not strict and _fits_label(text, words)):
        return _without_stop(text)
    return _without_stop(_capitalised(text, words))


def _may_be_name(text: str, words: Language) -> bool:
    return (
        bool(LETTER.search(text))
        and len(text) <= 80
        and not re.search("[:：]", text)
        and (not _TITLE_MARK.search(text) or _small_body(text))
        and text.split(maxsplit=1)[0] not in {*_AND, *words.joiners}
    )


def _small_body(text: str) -> bool:
    """Whether a body's common noun in small letters begins its name: equipo de Puente Sur, коллектив «Причал»."""
    first, _, rest = text.partition(" ")
    named = rest.rpartition(" ")[2].lstrip('«“„"')[:1].isupper() and len(rest.split()) <= 6
    return first.islower() and named and is_organisation(text)


def stop_of(line: str, start: int, name: str) -> str:
    """What belongs to a name behind it: the full stop of the last of several initials ("Roe J. M.") or of "Jr.", the mark
    that closes what a body is called."""
    behind = line[start + len(name) : start + len(name) + 1]
    if _OPEN_MARK.search(name):
        return behind if behind in set("»”") else ""
    return "." if behind == "." and _STOPPED.search(name) else ""


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


def _is_han_name(text: str, words: Language, *, strict: bool) -> bool:
    han = "".join(HAN_RUN.findall(text))
    han = han[:-1] if len(han) > 2 and han.endswith("也") else han  # 拓也, 哲也
    characters = _not_name_characters()
    if _YEAR_IN_WORDS.search(text):
        return False
    if is_organisation(text) and len(text) <= 20:
        return not set(han) & (characters - set("中集"))
    if strict and HAN_RUN.fullmatch(text):
        longest, known = (6, len(text) > 2) if words.tag == "ja" else (4, is_chinese_name(text))
        return 2 <= len(text) <= longest and not set(han) & characters and known
    if strict and _HIRAGANA.search(text):
        return bool(re.fullmatch(rf"[\u3400-\u9fff々]{{1,3}}(?:{'|'.join(shared_words()['kana_given'])})", text))
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
        elif word.casefold() not in shared_words()["particles"] and word not in names("particles", "only_in_names"):
            break
        if (
            not taken
            or index >= 7
            or (index > 0 and index + 1 < len(tokens) and _HOUSE.fullmatch(tokens[index + 1][0]))
        ):
            break
    name = text[:taken]
    alone = fold(name).strip(".,")
    single = " " not in name and alone in {*words.months, *words.days, *words.not_names}
    return "" if single else name


def _capital(word: str) -> bool:
    word = re.sub(r"^(?:al|el|ad|ar|as|at|az|an|ash|ad|[dl]['’])[-‐]?(?=[A-ZÀ-Þ])|^['’][ts]-", "", word)
    letter = next((char for char in word if char.isalpha()), "")
    return bool(letter) and (
        letter.isupper() or letter.istitle() or bool(_UNCASED.match(letter)) or word[:1].isdecimal()
    )
