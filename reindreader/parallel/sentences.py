"""Where sentences end, by rules for scripts with and without spaces. Enough to lay two texts side by side."""

import re

from reindreader.model.text import Span

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sr",
        "jr",
        "vs",
        "etc",
        "no",
        "nos",
        "vol",
        "vols",
        "pp",
        "p",
        "ed",
        "eds",
        "fig",
        "cf",
        "ca",
        "al",
        "art",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "gen",
        "gov",
        "sen",
        "rep",
        "hon",
        "rev",
        "capt",
        "col",
        "lt",
        "sgt",
        "mt",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "bzw",
        "evtl",
        "ggf",
        "inkl",
        "usw",
        "vgl",
        "nr",
        "bd",
        "hrsg",
        "str",
        "geb",
        "gest",
        "sog",
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "s",
        "o",
        "m",
        "mm",
        "mme",
        "mlle",
        "mgr",
        "av",
        "env",
        "chap",
        "éd",
        "trad",
        "sra",
        "srta",
        "ud",
        "uds",
        "pág",
        "cap",
        "núm",
        "dott",
        "sig",
        "г",
        "гг",
        "в",
        "вв",
        "т",
        "д",
        "е",
        "п",
        "тыс",
        "млн",
        "руб",
        "ул",
        "стр",
        "рис",
        "им",
    ]
)
"""Words after which a point ends no sentence, folded."""
_CLOSING = "\"'”’»›」』）)\\]】〉》"
_END = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSING}]*)|(?P<point>(?:[.!?…؟۔।॥]+)(?:[{_CLOSING}]|[ \u00a0\u202f]»)*)(?=\s|$)|(?P<blank>\n\s*\n)"
)
_OPENING = re.compile(r"[\s\"'“‘«‹„「『（(\[—–-]*")
_WORD_BEFORE = re.compile(r"([^\W_]+)$")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, without the white space between them; a text without words has none.

    A point ends no sentence after an abbreviation, an initial or an ordinal (``9. September``), nor before a small
    letter; in Chinese and Japanese closing quotation marks belong to the sentence before them.
    """
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if not match["point"] or _ends(text, match):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    if not words.strip():
        return
    span = Span(start + lead, start + len(words.rstrip()))
    if found and not any(mark.isalnum() for mark in words):
        span = Span.around(found.pop(), span)
    found.append(span)


def _ends(text: str, match: re.Match[str]) -> bool:
    after = _OPENING.match(text, match.end())
    following = text[after.end() : after.end() + 1] if after else ""
    if following.islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if match["point"] != "." or before is None:
        return True
    word = before[1]
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    ordinal = word.isdecimal() and len(word) < 3
    return not (initial or ordinal or word.casefold() in _ABBREVIATIONS) or not following
