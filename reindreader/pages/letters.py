"""Letters that PDF files give for others of the same shape: a font has one glyph for both, and its table names the rarer.

The radicals of Chinese characters stand in no text but a dictionary's; the word that was printed has the character
(Unicode 16, 18.1 and EquivalentUnifiedIdeograph).
"""

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻯⻰⻱⻳"
_CHARACTERS = "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿竜龙龜龟"
_EQUAL = str.maketrans(
    {
        **dict(zip(_RADICALS, _CHARACTERS, strict=True)),
        **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    }
)
_RADICAL = re.compile(r"[\u2e80-\u2fd5]")


def as_printed(text: str) -> str:
    """The text without characters that no reader sees, radicals as the characters of their shape. One for one else."""
    text = text if text.isprintable() else _CONTROLS.sub("", text)
    return text.translate(_EQUAL) if not text.isascii() and _RADICAL.search(text) else text
