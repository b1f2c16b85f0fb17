"""Language tags: the fallback chain of locales, and which languages an item may be in (CSL 1.0.2, Locale Fallback)."""

from __future__ import annotations

_PRIMARY_DIALECT = {
    "af": "af-ZA", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB",
    "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU",
    "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR",
    "lij": "lij-IT", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "no": "nb-NO", "pa": "pa-PK", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU",
    "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Latn-RS", "sv": "sv-SE", "th": "th-TH", "tl": "tl-PH", "tr": "tr-TR",
    "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_TRADITIONAL_CHINESE = {"TW", "HK", "MO", "Hant"}


def normal(tag: str) -> str:
    """A BCP 47 tag in its usual case: `DE_at` gives `de-AT`; "" stays ""."""
    parts = tag.strip().replace("_", "-").split("-")
    return "-".join([parts[0].lower(), *(_normal_subtag(part) for part in parts[1:])])


def _normal_subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 else part.lower()


def base(tag: str) -> str:
    """The language alone: `pt-BR` gives `pt`."""
    return tag.partition("-")[0].lower()


def fallbacks(tag: str) -> list[str]:
    """Tags to look for, nearest first, without en-US: dialect, its script's or language's primary dialect, language."""
    tag = normal(tag)
    parts = tag.split("-")
    chain = [tag]
    if parts[0] == "zh" and _TRADITIONAL_CHINESE & set(parts[1:]):
        chain.append("zh-TW")
    if len(parts) == 3:
        chain.append("-".join(parts[:2]))
    chain += [_PRIMARY_DIALECT.get(parts[0], ""), parts[0]]
    return list(dict.fromkeys(part for part in chain if part))
