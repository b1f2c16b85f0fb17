"""Sentences as an aligner sees them: their words made comparable, their length and their marks."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u309f\u30a1-\u30ff"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,:’']\d+)*)|(?P<han>[{HAN}]+)|(?P<kana>[{KANA}]+)"
    rf"|(?P<word>[^\W\d_{HAN}{KANA}]+)|(?P<mark>[?？؟!！:：;；()（）\"“”„«»「」『』<>])"
)
_MARKS = str.maketrans("？؟！：；（）“”„«»「」『』<>", "??!:;()" + '"' * 11)
_STEM = 6
"""So many first letters of a word tell what it is about; the rest is mostly inflection."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """``words``: folded and cut to their stems, Chinese by characters and pairs of them, numbers as ``#12``, marks.

    ``names``: the capitalised words that do not begin the sentence, whole and folded. ``length``: in letters.
    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    length: float


def sentence(text: str, known: frozenset[str] = frozenset()) -> Sentence:
    """The words of a sentence. ``known``: Chinese and Japanese words of a lexicon, which are kept whole."""
    words: list[str] = []
    names: list[str] = []
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match[0]
        if kind == "word":
            words.append(stem(token))
            if token[0].isupper() and match.start():
                names.append(folded(token))
        elif kind == "number":
            words.append("#" + re.sub(r"\D", "", token).lstrip("0"))
        elif kind == "mark":
            words.append(token.translate(_MARKS))
        else:
            words += _characters(token, known)
    length = sum(1 for mark in text if mark.isalnum()) + 1.0
    return Sentence(tuple(words), tuple(names), length)


@lru_cache(20_000)
def folded(word: str) -> str:
    """A word without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def stem(word: str) -> str:
    """The folded beginning of a word, which all of its forms share."""
    return folded(word)[:_STEM]


_DIGITS = {
    mark: n
    for n, marks in enumerate(
        ["零〇", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
    )
    for mark in marks
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_NUMERAL = re.compile(f"[{''.join(_DIGITS)}{''.join(_UNITS)}{''.join(_MYRIADS)}]{{2,}}")


def numeral(words: str) -> int:
    """The number that Chinese or Japanese numerals say: 二十三 23, 一九八九 1989."""
    if not any(mark in _UNITS or mark in _MYRIADS for mark in words):
        return int("".join(str(_DIGITS[mark]) for mark in words))
    total = part = digit = 0
    for mark in words:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[mark], 0
        else:
            total, part, digit = (total + part + digit) * _MYRIADS[mark], 0, 0
    return total + part + digit


def _characters(run: str, known: frozenset[str]) -> Iterator[str]:
    for match in _NUMERAL.finditer(run):
        yield f"#{numeral(match[0])}"
    at = 0
    while at < len(run):
        size = next((n for n in (4, 3, 2) if run[at : at + n] in known and at + n <= len(run)), 1)
        yield run[at : at + size]
        if size == 1 and at + 1 < len(run):
            yield run[at : at + 2]
        at += size


def vocabulary(sentences: Sequence[Sentence]) -> dict[str, int]:
    """How often each word is there."""
    counts: dict[str, int] = {}
    for each in sentences:
        for word in each.words:
            counts[word] = counts.get(word, 0) + 1
    return counts
