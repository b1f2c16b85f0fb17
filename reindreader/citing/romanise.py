"""Words in plain ASCII letters and digits, for citation keys and safe file names."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_NOT_KEY = re.compile(r"[^a-z0-9]+")
_UNSPACED = re.compile(r"[\u2e80-\u303b\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Han and kana, which put no space between words."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The text romanised (anyascii), in lower case, without all but ``[a-z0-9]``; "" where nothing is left."""
    if not text.isascii():
        text = anyascii(unicodedata.normalize("NFC", text))
    return _NOT_KEY.sub("", text.lower())


def words(text: str) -> list[str]:
    """The words of a text, romanised; of Han and kana each two characters count as a word."""
    spaced = _UNSPACED.sub(lambda run: f" {_pairs(run.group())} ", text)
    found = (letters(word) for word in _WORD.findall(spaced))
    return [word for word in found if word]


def _pairs(run: str) -> str:
    return " ".join(run[at : at + 2] for at in range(0, len(run), 2))


def latin(text: str) -> bool:
    """Whether every letter of the text is of the Latin script."""
    return text.isascii() or all(
        unicodedata.name(char, "").startswith(("LATIN", "MODIFIER LETTER")) for char in text if char.isalpha()
    )
