"""The people in the words of a byline or a meta tag. Better none than a section's, a site's or a machine's name."""

import re
from collections.abc import Iterable

from reindreader.model.names import Name, NameForm, parse_name

_BY = re.compile(
    r"^(?:(?:written|posted|published|reported|story|words|text|article)\s+)?(?:by|von|par|por|di|door|av|af|od|autor[ae]?|auteur|"
    r"author|reporter|文|作者|撰文|記者|记者)(?:\s*[:：/／|]\s*|\s+)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||•|·\s|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|ii+)\b)|、|\s(?:and|und|et|og|och|y|e|&)\s|\s&\s)\s*", re.IGNORECASE
)
_CUT = re.compile(r"\s+(?:[–—|-]\s+|@|\d|on\s+[A-Z0-9]).*$")
_BRACKET = re.compile(r"\s*[(（\[][^)）\]]*(?:[)）\]]|$)")
_TAIL = re.compile(r"(?<=\w)(?:\s+[a-zß-ÿě-ž]+)+$")
"""Small words after a name are not of it ("Jan Novák před hodinou")."""
_NO_NAME = re.compile(
    r"https?:|www\.|[@<>{}=_\\]|\d|\.(?:com|org|net|de|uk|co)\b|^(?:an?|the|our|your|this|all|more|view|read|see|follow|about|"
    r"posted|updated|published|last|by|author|authors|contact|share|image|photo|photograph|source)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {"admin", "administrator", "staff", "editor", "editors", "editorial", "redaktion", "redacción", "rédaction", "webmaster", "unknown",
     "anonymous", "guest", "user", "author", "authors", "root", "none", "null", "undefined", "n/a", "na", "newsroom", "news",
     "staff reporter", "staff writer", "web desk", "news desk", "contributor", "contributors", "correspondent",
     "reporter", "editorial team", "editorial staff", "admin admin"}
)  # fmt: skip
_AND = re.compile(r"^(?:and|und|et|og|och|y|&)\s+", re.IGNORECASE)
_DATED = re.compile(
    r"\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|"
    r"december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s+\d|(?:updated|published|posted|last modified))\b.*$",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_INVERTED = re.compile(r"citation_(?:author|editor|translator)|JSON-LD|dc\.|dcterms\.", re.IGNORECASE)


def people(words: str, where: str, outlets: Iterable[str] = ()) -> list[Name]:
    """The names in the words. ``where``: their place; ``outlets``: in small letters, no people."""
    shown = where.startswith("[")
    words = (_DATED.sub("", words.partition("|")[0]) if shown else words).strip(" \t,;|–—-")
    if words.isupper() and len(words) > 5 and _LATIN.search(words) and " " in words:
        words = words.title()
    bare = _BY.sub("", words).strip()
    if _INVERTED.search(where) and bare.count(",") == 1 and len(bare.split(",")[0].split()) <= 2:
        return [parse_name(bare)] if _is_name(bare.replace(",", ""), outlets) else []
    parts = (_trimmed(part, shown=shown) for part in _SPLIT.split(_BRACKET.sub("", bare)))
    named = [part for part in parts if part]
    return [_name(part) for part in named if _is_name(part, outlets)]


def _trimmed(part: str, *, shown: bool) -> str:
    words = _CUT.sub("", _BY.sub("", _AND.sub("", part.strip()))).strip(" ,:")
    words = words if re.search(r"(?:^|[\s.])\w\.$", words) else words.rstrip(".")
    return _TAIL.sub("", words) if shown and words[:1].isupper() else words


def _is_name(part: str, outlets: Iterable[str]) -> bool:
    plain = part.casefold()
    if plain in _NOBODY or plain in outlets or _NO_NAME.search(part) or len(part) > 60:
        return False
    words = part.split()
    if not _LATIN.search(part):
        return 2 <= len(part.replace(" ", "")) <= 30
    return len(words) <= 6 and part[0].isupper() | (words[-1][0].isupper()) and len(part) > 2


def _name(part: str) -> Name:
    return Name(part, (NameForm(part),))
