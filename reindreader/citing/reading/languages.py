"""Names of languages in bibliography files -> BCP 47: biblatex's identifiers, codes of ISO 639, English names."""

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_OTHERS = {
    "ngerman": "de", "nswissgerman": "de-CH", "naustrian": "de-AT", "usenglish": "en-US", "ukenglish": "en-GB", "uk": "en-GB",
    "us": "en-US", "francais": "fr", "frenchb": "fr", "canadien": "fr-CA", "acadian": "fr-CA", "portuges": "pt",
    "brazil": "pt-BR", "norsk": "nb", "magyar": "hu", "latin": "la", "japanese": "ja", "chinese": "zh", "korean": "ko",
    "arabic": "ar", "hebrew": "he", "hindi": "hi", "persian": "fa", "farsi": "fa", "malay": "ms", "bahasa": "id",
    "polutonikogreek": "grc", "ancient greek": "grc", "simplified chinese": "zh-Hans", "traditional chinese": "zh-Hant",
    "classical chinese": "lzh", "american english": "en-US", "british english": "en-GB", "deutsch": "de", "中文": "zh",
    "日本語": "ja", "langenglish": "en", "langgerman": "de", "langfrench": "fr", "serbianc": "sr-Cyrl", "chi": "zh", "zho": "zh",
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "jpn": "ja", "kor": "ko", "rus": "ru", "spa": "es",
    "ita": "it", "por": "pt", "ara": "ar", "dut": "nl", "nld": "nl", "swe": "sv", "pol": "pl", "cze": "cs", "ces": "cs",
    "gre": "el", "ell": "el", "lat": "la", "heb": "he", "tur": "tr", "ukr": "uk", "hun": "hu", "dan": "da", "fin": "fi",
    "nor": "no", "vie": "vi", "tha": "th", "hin": "hi", "per": "fa", "fas": "fa",
}  # fmt: skip


@lru_cache(maxsize=512)
def _tag(words: str, table: tuple[tuple[str, str], ...]) -> str | None:
    folded = " ".join(words.split()).casefold()
    named = {name: tag for tag, name in reversed(table)}
    found = named.get(folded) or _OTHERS.get(folded) or _english().get(folded)
    if found:
        return _canonical(found)
    return _canonical(words.strip()) if _TAG.fullmatch(words.strip()) and _known(words.strip()) else None


def tag_of(words: str, table: Mapping[str, str]) -> str | None:
    """The tag for a name or a tag; None for what is neither, and for two languages. ``table``: BCP 47 -> name."""
    return _tag(words, tuple(table.items()))


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return {name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}


def _known(tag: str) -> bool:
    return tag.replace("_", "-").split("-")[0].lower() in Locale("en").languages


def _canonical(tag: str) -> str:
    """Case as BCP 47 has it (RFC 5646, 2.1.1)."""
    first, *rest = tag.replace("_", "-").split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part.lower()
