"""Languages for people: BCP 47 tags and their names, from CLDR (through Babel)."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

_TAG = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*"
)
"""A language tag (RFC 5646, section 2.1), without extensions and private use."""

_OWN_NAMES = {
    "traditional chinese": "zh-Hant",
    "simplified chinese": "zh-Hans",
    "chinese, traditional": "zh-Hant",
    "chinese, simplified": "zh-Hans",
    "mandarin": "zh",
    "cantonese": "yue",
    "中文": "zh",
    "繁體中文": "zh-Hant",
    "简体中文": "zh-Hans",
    "deutsch": "de",
    "français": "fr",
    "español": "es",
    "italiano": "it",
    "português": "pt",
    "nederlands": "nl",
    "polski": "pl",
    "čeština": "cs",
    "русский": "ru",
    "українська": "uk",
    "日本語": "ja",
    "한국어": "ko",
    "العربية": "ar",
    "עברית": "he",
    "türkçe": "tr",
    "svenska": "sv",
    "dansk": "da",
    "suomi": "fi",
}
"""Names that CLDR does not give in English, in small letters: of languages in themselves."""


def tag_of(words: str) -> str | None:
    """The tag that a user means by a tag or by a language's name in English or in itself; None if there is none."""
    words = " ".join(words.split())
    named = _OWN_NAMES.get(words.casefold()) or _names().get(words.casefold())
    if named or not _TAG.fullmatch(words):
        return named
    language, *rest = words.split("-")
    return "-".join([language.lower(), *(_cased(part) for part in rest)])


def language_name(tag: str) -> str:
    """The name of a language in English: ``Chinese, traditional``, ``English``, ``Portuguese (Brazil)``; else the tag."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return tag
    language = Locale("en").languages.get(locale.language, locale.language)
    script = locale.script if f"-{locale.script}".casefold() in tag.casefold() else None
    if locale.language == "zh" and script in {"Hant", "Hans"}:
        return f"{language}, {'traditional' if script == 'Hant' else 'simplified'}"
    details = [Locale("en").scripts.get(script or "")] if script else []
    details += [Locale("en").territories.get(locale.territory)] if f"-{locale.territory}" in tag else []
    known = ", ".join(detail for detail in details if detail)
    return f"{language} ({known})" if known else str(language)


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}


def _cased(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag.lower()
