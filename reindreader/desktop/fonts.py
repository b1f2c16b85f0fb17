"""Which font a text is set in: by its script and language, from what the system has. No font is shipped."""

import sys
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

_DESIGNED_FOR = 14.7
"""Pixels of the system's font (11 pt at 96 dpi) up to which the sizes of the design hold; larger ones scale them."""

_FAMILIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Latn": {
        "darwin": ("Iowan Old Style", "Charter", "Georgia"),
        "win32": ("Sitka Text", "Georgia"),
        "linux": ("Source Serif 4", "Noto Serif", "DejaVu Serif"),
    },
    "Hant": {
        "darwin": ("Songti TC",),
        "win32": ("Noto Serif TC", "Microsoft JhengHei"),
        "linux": ("Noto Serif CJK TC", "Noto Serif CJK HK", "Noto Sans CJK TC"),
    },
    "Hans": {
        "darwin": ("Songti SC",),
        "win32": ("Noto Serif SC", "Microsoft YaHei"),
        "linux": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
    },
    "Jpan": {
        "darwin": ("Hiragino Mincho ProN",),
        "win32": ("Yu Mincho",),
        "linux": ("Noto Serif CJK JP", "Noto Sans CJK JP"),
    },
    "Kore": {"darwin": ("AppleMyungjo",), "win32": ("Batang",), "linux": ("Noto Serif CJK KR", "Noto Sans CJK KR")},
    "Arab": {"darwin": ("Geeza Pro",), "win32": ("Sakkal Majalla",), "linux": ("Noto Naskh Arabic", "DejaVu Sans")},
    "Hebr": {"darwin": ("Arial Hebrew",), "win32": ("David",), "linux": ("Noto Serif Hebrew", "DejaVu Sans")},
    "Deva": {"darwin": ("Kohinoor Devanagari",), "win32": ("Nirmala UI",), "linux": ("Noto Serif Devanagari",)},
}
"""Script -> platform -> families, best first. Greek and Cyrillic are set as Latin is."""

_SCRIPTS: dict[str, str] = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "Arab"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    "zh": "Hans",
    "yue": "Hant",
    "ja": "Jpan",
    "ko": "Kore",
}
"""The script a language is written in where its tag names none and it is not Latin, Greek or Cyrillic."""

_LETTERS: dict[str, str] = {
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽơưđ",
    "cs": "ěščřžďťňů",
    "pl": "ąćęłńśźż",
    "tr": "ğışİ",
    "ro": "șță",
    "hu": "őű",
    "el": "αβγωάέήϊΰ",
    "ru": "жщъыэюя",
    "uk": "ґєії",
    "sr": "ђћџљњ",
    "kk": "әғқңөұүһі",
    "yo": "ẹọṣ",
}
"""Letters that a font for the language must have; a family that lacks one is skipped whole."""

_SAMPLES: dict[str, str] = {
    "Latn": "aé",
    "Hant": "說這",
    "Hans": "说这",
    "Jpan": "のカ",
    "Kore": "한글",
    "Arab": "عش",
    "Hebr": "אש",
    "Deva": "कष",
}

_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_EAST_ASIAN = ("Hans", "Hant", "Jpan", "Kore")


def ui_font(size: int = 13, weight: int = 400) -> QFont:
    """The system's own font at a size of the design (pixels)."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(scaled(size))
    font.setWeight(QFont.Weight(weight))
    return font


def code_font(size: int = 13) -> QFont:
    """The system's font of fixed width."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(scaled(size))
    return font


def text_font(tag: str | None, size: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """The font to read a text of a language (BCP 47; None: unknown) in, in pixels. East Asian text is never slanted."""
    script = script_of(tag)
    font = QFont()
    font.setFamilies(list(text_families(tag)))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic and not is_upright(script))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def text_families(tag: str | None) -> tuple[str, ...]:
    """The families for a language, best first: its script's best, Latin, its others, then East Asian ones for names."""
    script = script_of(tag)
    language = (tag or "").split("-")[0].lower()
    own = [family for family in _of(script) if has_letters(family, _SAMPLES[script] + _LETTERS.get(language, ""))]
    rest = [family for other in ("Latn", *_EAST_ASIAN) if other != script for family in _of(other)]
    known = [family for family in rest if family not in own and has_letters(family, "")]
    latin = [family for family in known if family in _of("Latn")]
    return (*own[:1], *latin, *own[1:], *(family for family in known if family not in latin), "serif")


def script_of(tag: str | None) -> str:
    """The script (ISO 15924) that a language tag is set in; ``Latn`` for the unknown, for Greek and for Cyrillic."""
    parts = (tag or "").replace("_", "-").split("-")
    named = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    if named:
        return named if named in _FAMILIES else "Latn"
    if parts[0].lower() == "zh" and _TRADITIONAL_REGIONS.intersection(part.upper() for part in parts[1:]):
        return "Hant"
    return _SCRIPTS.get(parts[0].lower(), "Latn")


def is_upright(script: str) -> bool:
    """Whether the script has no slanted form: emphasis is then shown by weight."""
    return script in _EAST_ASIAN or script in {"Arab", "Hebr", "Deva"}


def is_right_to_left(tag: str | None) -> bool:
    """Whether a text of the language runs from right to left."""
    return script_of(tag) in {"Arab", "Hebr"}


def scaled(size: float) -> int:
    """A size of the design in pixels, enlarged where the user enlarged the system's font."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return round(size * max(1.0, system / _DESIGNED_FOR))


def has_letters(family: str, letters: str) -> bool:
    """Whether the system has the family, with each of the letters."""
    return family in installed_families() and (not letters or _supports(family, letters))


def _supports(family: str, letters: str) -> bool:
    """Opens the font, which is kept: 2 MB for one of East Asia."""
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(letter)) for letter in letters)


@cache
def installed_families() -> frozenset[str]:
    """The families that the system has."""
    return frozenset(QFontDatabase.families())


def _of(script: str) -> tuple[str, ...]:
    return MappingProxyType(_FAMILIES[script]).get(sys.platform, _FAMILIES[script]["linux"])
