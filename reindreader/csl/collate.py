"""Keys that sort text as readers of a language expect: letters, then accents, then case (in the manner of UTS #10)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from . import languages

Key = tuple[tuple[str, ...], tuple[str, ...], str]

# Letters that are letters of their own, after or before the one they look like.
_TAILORED = {
    "sv": {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"},
    "fi": {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"},
    "da": {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"},
    "nb": {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"},
    "nn": {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"},
    "is": {"á": "a1", "ð": "d1", "é": "e1", "í": "i1", "ó": "o1", "ú": "u1", "ý": "y1", "þ": "z1", "æ": "z2", "ö": "z3"},
    "et": {"š": "s1", "z": "s2", "ž": "s3", "õ": "w1", "ä": "w2", "ö": "w3", "ü": "w4"},
    "cs": {"č": "c1", "ř": "r1", "š": "s1", "ž": "z1"},
    "sk": {"ä": "a1", "č": "c1", "ô": "o1", "š": "s1", "ž": "z1"},
    "sl": {"č": "c1", "š": "s1", "ž": "z1"},
    "hr": {"č": "c1", "ć": "c2", "đ": "d1", "š": "s1", "ž": "z1"},
    "pl": {"ą": "a1", "ć": "c1", "ę": "e1", "ł": "l1", "ń": "n1", "ó": "o1", "ś": "s1", "ź": "z1", "ż": "z2"},
    "hu": {"ö": "o1", "ő": "o1", "ü": "u1", "ű": "u1"},
    "es": {"ñ": "n1"},
    "tr": {"ç": "c1", "ğ": "g1", "ı": "h1", "ö": "o1", "ş": "s1", "ü": "u1"},
    "ro": {"ă": "a1", "â": "a2", "î": "i1", "ș": "s1", "ţ": "t1", "ț": "t1"},
    "lt": {"č": "c1", "š": "s1", "ž": "z1"},
    "lv": {"č": "c1", "ģ": "g1", "ķ": "k1", "ļ": "l1", "ņ": "n1", "š": "s1", "ž": "z1"},
}  # fmt: skip
_LIKE = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}


# Scripts that come before Latin in their languages (CLDR, reorder).
_FIRST = {
    "zh": ("CJK", "BOPOMOFO"), "ja": ("HIRAGANA", "KATAKANA", "CJK"), "ko": ("HANGUL", "CJK"), "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC",), "bg": ("CYRILLIC",), "sr": ("CYRILLIC",), "mk": ("CYRILLIC",), "be": ("CYRILLIC",),
    "mn": ("CYRILLIC",), "el": ("GREEK",), "he": ("HEBREW",), "ar": ("ARABIC",), "fa": ("ARABIC",),
    "th": ("THAI",), "hi": ("DEVANAGARI",), "hy": ("ARMENIAN",), "km": ("KHMER",), "ka": ("GEORGIAN",),
}  # fmt: skip


@lru_cache(maxsize=100000)
def key(text: str, lang: str) -> Key:
    """The key of a text in a language."""
    tailored = _TAILORED.get(languages.base(lang), {})
    primary: list[str] = []
    secondary: list[str] = []
    first = () if text.isascii() else _FIRST.get(languages.base(lang), ())
    for char in unicodedata.normalize("NFC", text.casefold() if "ß" not in text else text.lower()):
        if char in tailored:
            primary.append("4" + tailored[char])
        elif first and unicodedata.name(char, "").startswith(first):
            primary.append("35" + char)
        else:
            _plain_char(char, primary, secondary)
    return tuple(primary), tuple(secondary), text.swapcase()


def _plain_char(char: str, primary: list[str], secondary: list[str]) -> None:
    for part in unicodedata.normalize("NFKD", _LIKE.get(char, char)):
        if unicodedata.combining(part):
            secondary.append(f"{len(primary):04d}{part}")
        else:
            weight = _weight(part)
            if weight:
                primary.append(weight)


@lru_cache(maxsize=100_000)
def _weight(char: str) -> str:
    if char.isspace():
        return "0" + " "
    kind = unicodedata.category(char)
    if char in "'’-‐":
        return "1" + char
    if kind[0] == "P":
        return ""
    if kind[0] == "N":
        return "3" + char
    return ("4" if kind[0] == "L" else "2") + char
