"""A list of names cut at its commas, its words for "and", and where names stand side by side."""

import re
from collections.abc import Iterator
from functools import cache

from reindreader.attribution.name_tables import is_given_name
from reindreader.attribution.outlets import trimmed
from reindreader.attribution.people import (
    is_chinese_name,
    is_korean_name,
)
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.templates import is_unspaced
from reindreader.attribution.vocabulary import Language
from reindreader.model.text import Span

_SHARED_SPLIT = r"\s*[、，,،;；؛&＆＋]\s*|\s*[/／+]\s*"

_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{2,4})+")

_JAPANESE_NAMES = re.compile(r"[\u3400-\u9fff々]{3,5}(?:・[\u3400-\u9fff々]{3,5})+")

_HANGUL_NAMES = re.compile(r"[\uac00-\ud7a3]{2,4}(?:·[\uac00-\ud7a3]{2,4})+")

_CASELESS_JOINERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_NEXT = re.compile(r"[,;]|\s(?:and|und|et|y|e|i|og|och|en|&)\s")

_PAIR = re.compile(r"[^\W\d_][^\s,;]*(?:\s[^\s,;]+){0,2},\s*[^\W\d_][^\s,;]*(?:\s[^\s,;]+){0,2}\.?")

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
"""A particle for "and", written on to the name before it."""

_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")

_TWO_WRITTEN = re.compile(r"[\u3400-\u9fff々]{2}|[\u30a1-\u30fa]{2}|[^\u3040-\u9fff]")
_ONE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\s*(?:$|[,;.(])")

_SPLITTERS: dict[Language, re.Pattern[str]] = {}


def parts_of(line: str, start: int, end: int, words: Language) -> Iterator[Span]:
    """The stretches between the joiners of a list, each with one name."""
    last = start
    if line[:start].endswith("- "):  # a list with dashes: "translators: - A - B"
        yield from (
            trimmed(line, m.start(), m.end()) for m in re.compile(r"(?:(?!\s-\s).)+").finditer(line, start, end)
        )
        return
    for match in _splitter(words).finditer(line, start, end):
        if (
            _inside_brackets(line, start, match.start())
            or _belongs(line, match, end)
            or _turned(line, last, match, end)
            or _within_name(line, last, match, end)
            or _compound(line, last, match, end, words)
        ):
            continue
        yield from _unmarked(line, trimmed(line, last, match.start()), words)
        last = match.end()
    yield from _unmarked(line, trimmed(line, last, end), words)


def rest_of_list(line: str, start: int, end: int) -> re.Match[str] | None:
    """What stands at the end of a list for those who are not named: "et al.", "и др.", 等."""
    return _others().search(line, start, end)


@cache
def _others() -> re.Pattern[str]:
    words = sorted(shared_words()["others"], key=len, reverse=True)
    spaced = "|".join(re.escape(word.rstrip(".")) for word in words if not is_unspaced(word))
    joined = "|".join(re.escape(word) for word in words if is_unspaced(word))
    return re.compile(rf"(?:,?\s+(?:{spaced})\.?|\s?(?:{joined}))\s*(?=$|[;；,，。)）])", re.IGNORECASE)


def _unmarked(line: str, span: Span, words: Language) -> Iterator[Span]:
    """Names of East Asia side by side without a comma (溫若瑜 林牧之, 김하늘·박바다), each with a known surname."""
    text = span.slice(line)
    if _JAPANESE_NAMES.fullmatch(text) or (words.tag == "ja" and _HAN_NAMES.fullmatch(text)):
        yield from [Span(span.start + p.start(), span.start + p.end()) for p in re.finditer(r"[^・]+", text)]
        return
    if not (_HAN_NAMES.fullmatch(text) or _HANGUL_NAMES.fullmatch(text)):
        yield span
        return
    parts = list(re.finditer(r"[^ \u3000·]+", text))
    known = all(is_chinese_name(part[0]) or is_korean_name(part[0]) for part in parts)
    yield from [Span(span.start + p.start(), span.start + p.end()) for p in parts] if known else [span]


def _inside_brackets(line: str, start: int, offset: int) -> bool:
    before = line[start:offset]
    return sum(before.count(char) for char in "([（［") > sum(before.count(char) for char in ")]）］")


def _belongs(line: str, match: re.Match[str], end: int) -> bool:
    """A comma before "Jr." or "Inc." separates nothing."""
    following = line[match.end() : end].split()
    return (
        match[0].strip() == ","
        and bool(following)
        and following[0].strip(",") in {*shared_words()["suffixes"], "Inc.", "Ltd.", "Ltd", "Inc", "LLC"}
    )


def _within_name(line: str, last: int, match: re.Match[str], end: int) -> bool:
    """Whether an "and" written without blanks is a character of a name: 林*和*立, 天野ひ*と*み."""
    if not _CASELESS_JOINERS.search(match[0]) or match[0][0].isspace():
        return False
    before, behind = line[last : match.start()].strip(), line[match.end() : end].strip()
    return len(before) < 2 or not _TWO_WRITTEN.match(behind)


def _compound(line: str, last: int, match: re.Match[str], end: int, words: Language) -> bool:
    """Whether an "and" joins the two surnames of one person: Sastre *i* Gual, Ortega *y* Gasset."""
    joins = match[0].strip().casefold() in words.compound_joiners
    return joins and " " in line[last : match.start()].strip() and bool(_ONE_WORD.match(line, match.end(), end))


def _turned(line: str, last: int, match: re.Match[str], end: int) -> bool:
    """The comma of "Roe, Jane": nothing but given names and initials behind it, or semicolons between such pairs."""
    if match[0].strip() != ",":
        return False
    family = line[last : match.start()].strip()
    rest = line[match.end() : end]
    given = _NEXT.split(rest, maxsplit=1)[0].split()
    if not given or not family[:1].isalpha() or len(given) > 3:
        return False
    if ";" in line[:end] and all(_PAIR.fullmatch(pair.strip()) for pair in line[:end].split(";")[1:]):
        return _PAIR.fullmatch(f"{family}, {' '.join(given)}") is not None
    alone = "," not in rest and " " not in family and not is_given_name(family)
    return alone and all(is_given_name(word) or _INITIAL.fullmatch(word) for word in given) and is_given_name(given[0])


def _splitter(words: Language) -> re.Pattern[str]:
    if words not in _SPLITTERS:
        joiners = [re.escape(word) for word in words.joiners]
        tight = [word for word in joiners if _CASELESS_JOINERS.search(word)]
        spaced = [word for word in joiners if not _CASELESS_JOINERS.search(word)]
        parts = [_SHARED_SPLIT]
        parts += [rf"\s*,?\s+(?:{'|'.join(spaced)})\s+"] if spaced else []
        parts += [rf"\s*(?:{'|'.join(tight)})\s*"] if tight else []
        parts += [_prefixed(words)] if words.joiner_prefixes else []
        parts += [rf"(?<=[\uac00-\ud7a3]{{3}}){word}\s+" for word in joiners if _HANGUL.fullmatch(word)]
        _SPLITTERS[words] = re.compile("|".join(reversed(parts)), re.IGNORECASE)
    return _SPLITTERS[words]


def _prefixed(words: Language) -> str:
    """An "and" that is written on to the next word, which is no name that begins with that letter."""
    names = "|".join(re.escape(name) for name in words.begins_with_joiner)
    return rf"\s+(?!(?:{names or '(?!)'})(?!\w))(?:{'|'.join(words.joiner_prefixes)})(?=\w{{2}})"
