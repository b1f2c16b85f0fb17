"""One word in its spellings: capitals, accents left off in capitals, vowel signs, composed and decomposed letters.

``fold`` is for looking up, ``spelt`` gives a regular expression that matches every spelling in a text left as it is.
"""

import re
import unicodedata

_APOSTROPHES = "'’ʼ`´"
_ARABIC_SIGNS = "[\u064b-\u0652\u0670\u0640]*"
_ALIKE = {char: f"[{chars}]" for chars in ("يیى", "كک", "أاإآ", "ةه") for char in chars}
_NUKTA = "\u093c"
_WITH_NUKTA = dict(zip("कखगजडढफय", "\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", strict=True))
_SAME = str.maketrans({"ı": "i", "ی": "ي", "ى": "ي", "ک": "ك", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "\u0640": None})
_CHANGED = frozenset(map(chr, _SAME))
_JOINERS = "\u200c\u200d\u200e\u200f"


def fold(text: str) -> str:
    """The text for looking up: no capitals, no accents, no vowel signs, letters of one value the same, single blanks."""
    if text.isascii():
        return text.casefold()
    bare = unicodedata.normalize("NFD", text.casefold())
    letters = set(bare)
    for char in letters:
        if char > "\x7f" and (unicodedata.category(char) == "Mn" or char in _JOINERS):
            bare = bare.replace(char, "")
    composed = unicodedata.normalize("NFC", bare)
    return composed if _CHANGED.isdisjoint(letters) else composed.translate(_SAME)


def spelt(text: str) -> str:
    """A regular expression (to be compiled with IGNORECASE) that matches the text in all its spellings."""
    composed = unicodedata.normalize("NFC", " ".join(re.split(r"\s+", text))).replace(_NUKTA, "")
    return "".join(map(_character, composed))


def _character(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char == "\u200c":
        return r"[\u200c ]?"
    if char in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    if "\u0600" <= char <= "\u06ff":
        return _ALIKE.get(char, re.escape(char)) + _ARABIC_SIGNS
    if "\u0904" <= char <= "\u0939":
        own = _WITH_NUKTA.get(char)
        return f"(?:{char}{_NUKTA}?|{own})" if own else f"{char}{_NUKTA}?"
    return _accented(char)


def _accented(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    if len(parts) == 1 or not char.isalpha() or "\uac00" <= char <= "\ud7a3" or "\u3040" <= char <= "\u30ff":
        return re.escape(char)
    greek = f"|{parts[0]}|{unicodedata.normalize('NFC', parts[:2])}" if "\u0370" <= parts[0] <= "\u03ff" else ""
    return f"(?:{char}|{parts}{greek})"
