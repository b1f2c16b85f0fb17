"""Names that begin with the family name: in characters, kana and Hangul, and romanised Chinese, Korean, Vietnamese and
Japanese ones."""

import re
from collections.abc import Sequence
from functools import cache

from reindreader.attribution.name_tables import name_table, names, plain, surnames
from reindreader.attribution.western_names import WHOLE, Parts

_HAN = "\u3400-\u9fff\uf900-\ufaff々〆ヶ"
_HAN_NAME = re.compile(rf"[{_HAN}]{{2,6}}")
_HAN_WITH_KANA = re.compile(rf"[{_HAN}]{{1,4}}[\u3040-\u30ff]{{1,5}}")
_HANGUL_NAME = re.compile(r"[\uac00-\ud7a3]{2,4}")
_TWO_WORDS = re.compile(rf"[{_HAN}]{{1,4}}[ \u3000][{_HAN}\u3040-\u30ff]{{1,4}}")
_UNCASED = re.compile(rf"[{_HAN}\u3040-\u30ff\uac00-\ud7a3\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_GIVEN_HYPHEN = re.compile(r"[A-Z][a-z']+-[A-Za-z][a-z']*")
_SMALL_AFTER_HYPHEN = re.compile(r"[A-Z][a-z']+-[a-z]+")
_ROMAJI = re.compile(r"(?:(?:[kgsztdnhbpmyrw]|sh|ch|ts|j|f|[kgnhbpmr]y)?[aiueo]|n(?![aiueo]))+", re.IGNORECASE)
_VIETNAMESE = re.compile("[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯ]")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*", re.IGNORECASE)
_UNMISTAKABLE = re.compile(r"(?:X|Zh|Q[a-z]|Hs|Ts|Sz|Ng$|Kw|Cheung|Leung|Wong|Nguy)")


def characters(words: str, tag: str | None) -> tuple[Parts, str | None] | None:
    """A name in characters, kana, Hangul or Thai, with the language that its script shows; None for other scripts."""
    if not _UNCASED.search(words):
        return None
    if _TWO_WORDS.fullmatch(words):
        family, given = words.split()
        return Parts(given, family), "ja" if tag == "ja" else None
    if _HAN_NAME.fullmatch(words) or _HAN_WITH_KANA.fullmatch(words):
        return _japanese_or_chinese(words, tag)
    return (_hangul(words), "ko") if re.fullmatch(r"[\uac00-\ud7a3 ]+", words) else (WHOLE, None)


def _japanese_or_chinese(words: str, tag: str | None) -> tuple[Parts, str | None]:
    if tag == "ja":
        return _japanese(words), "ja"
    chinese = _chinese(words)
    return (chinese or _japanese(words, guessed=True)), None


def _japanese(words: str, *, guessed: bool = False) -> Parts:
    """The longest known surname that leaves a given name; of one character it is a guess. Others stay whole."""
    spelt = words.translate(_variants())
    known = names("japanese", "surnames")
    sizes = (size for size in (4, 3, 2, 1) if size < len(words) and {words[:size], spelt[:size]} & known)
    size = next((size for size in sizes if len(words) - size <= 5 and not (guessed and size == 1)), 0)
    if size == 0:
        return WHOLE if guessed else _unlisted(words)
    unsure = size == 1 and len(words) != 3 and "子" not in words[-1]
    return Parts(words[size:], words[:size], guessed=guessed or unsure)


def _unlisted(words: str) -> Parts:
    """By where kana begin, or by a second character that surnames end with; else it stays whole."""
    kana = next((at for at, letter in enumerate(words) if "\u3040" <= letter <= "\u30ff"), 0)
    two = len(words) > 3 or (len(words) == 3 and words[0] not in names("japanese", "surnames"))
    placed = two and words[1] in name_table("japanese")["second"]
    size = kana or (2 if placed else 0)
    return Parts(words[size:], words[:size], guessed=True) if size else WHOLE


@cache
def _variants() -> dict[int, str]:
    return str.maketrans(dict(name_table("japanese")["variants"]))


def _chinese(words: str) -> Parts | None:
    """One character of family name, or two where they are known as one, or are two surnames of a married woman."""
    if not re.fullmatch(rf"[{_HAN}]{{2,4}}", words):
        return None
    if words[:2] in surnames("han_compound") and len(words) > 2:
        return Parts(words[2:], words[:2])
    known = surnames("han")
    if words[0] not in known:
        return None
    if len(words) < 4:
        return Parts(words[1:], words[0])
    return Parts(words[2:], words[:2], guessed=True) if words[1] in known else None


def _hangul(words: str) -> Parts:
    """A known surname; other names in Hangul are foreign ones, whose order nothing tells."""
    tokens = words.split()
    if len(tokens) == 2 and tokens[0] in _hangul_surnames() and len(tokens[1]) < 4:
        return Parts(tokens[1], tokens[0])
    if not _HANGUL_NAME.fullmatch(words):
        return WHOLE
    if len(words) > 2 and words[:2] in surnames("hangul_two"):
        return Parts(words[2:], words[:2])
    return Parts(words[1:], words[0], guessed=len(words) > 3) if words[0] in _hangul_surnames() else WHOLE


def _hangul_surnames() -> frozenset[str]:
    return surnames("hangul") | surnames("hangul_two")


def romanised(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Chan Ka-ming, Mo Yan, Nguyễn Văn An, Murakami Haruki; None where nothing says that the first is a surname."""
    return _vietnamese(tokens, tag) or _chinese_or_korean(tokens) or _romaji(tokens, tag)


def _first(tokens: Sequence[str], *, guessed: bool) -> Parts:
    return Parts(" ".join(tokens[1:]), tokens[0], guessed=guessed)


def _vietnamese(tokens: Sequence[str], tag: str | None) -> Parts | None:
    written = any(map(_VIETNAMESE.search, tokens)) or tag == "vi"
    if tokens[0] in surnames("romanised_vietnamese"):
        if written:
            return _first(tokens, guessed=False)
        return (
            _first(tokens, guessed=True)
            if tokens[1] in names("romanising", "vietnamese_middle") and len(tokens) > 2
            else None
        )
    foreign = any(re.search(r"[fjwz]|[bcdghklmnpqrstvx]{4}", plain(token)) for token in tokens)
    return WHOLE if any(map(_VIETNAMESE.search, tokens)) and not foreign and len(tokens) < 5 else None


@cache
def romanised_surnames() -> frozenset[str]:
    """Chinese and Korean ones of one syllable."""
    more = names("romanising", "chinese") | names("romanising", "korean")
    return surnames("romanised_chinese") | surnames("romanised_korean") | more


def _chinese_or_korean(tokens: Sequence[str]) -> Parts | None:
    first, rest = tokens[0], tokens[1:]
    if first in names("romanising", "compound") and len(rest) < 3:
        return _first(tokens, guessed=False)
    known = first in romanised_surnames()
    if len(rest) == 1 and _GIVEN_HYPHEN.fullmatch(rest[0]):
        if known:
            return _first(tokens, guessed=False)
        small = _SMALL_AFTER_HYPHEN.fullmatch(rest[0]) and _ONE_SYLLABLE.fullmatch(first)
        return _first(tokens, guessed=True) if small else None
    if not known or len(rest) > 2 or not all(map(_is_syllables, rest)):
        return None
    return _first(tokens, guessed=not _UNMISTAKABLE.match(first))


def _romaji(tokens: Sequence[str], tag: str | None) -> Parts | None:
    known = names("japanese", "romanised")
    first, last = (plain(token).capitalize() for token in (tokens[0], tokens[-1]))
    if len(tokens) != 2 or first not in known or last in known or not _ROMAJI.fullmatch(last):
        return None
    return _first(tokens, guessed=tag != "ja")


@cache
def _syllable() -> re.Pattern[str]:
    """Syllables of romanised Chinese: pinyin, Wade-Giles, and how Hong Kong writes Cantonese; and of Korean."""
    initials, finals = (name_table("romanising")[kind] for kind in ("initials", "finals"))
    one = rf"(?:(?:{'|'.join(initials.split())})?(?:{'|'.join(finals.split())})|ng)"
    return re.compile(f"{one}{{1,2}}", re.IGNORECASE)


def _is_syllables(token: str) -> bool:
    return bool(_syllable().fullmatch(token)) and "." not in token
