"""Where words, lines and sentences of a text begin and end, for the caret and the mouse."""

import re
from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

from reindreader.desktop.positions import Units
from reindreader.model.text import Span

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_ALONE = frozenset(
    "的了是在和也就都不我你他她它們们這这那有與与及或而但被把將将從从到為为之其以于於很更最又再呢嗎吗吧啊"
)
"""Characters that mostly are a word of their own."""

_LONGEST = 4


def word_at(text: str, offset: int, known: str = "") -> Span:
    """The word that holds a code point of a paragraph. ``known``: all of the text, for words without spaces between."""
    offset = min(max(offset, 0), max(0, len(text) - 1))
    run = next((m for m in _HAN.finditer(text) if m.start() <= offset < m.end()), None)
    if run is not None:
        return _han_word(run[0], offset - run.start(), known or text).shifted(run.start())
    starts = _boundaries(text)
    first = max((b for b in starts if b <= offset), default=0)
    last = min((b for b in starts if b > offset), default=len(text))
    return Span(first, last)


def next_word(text: str, offset: int, known: str = "") -> int:
    """Where the next word begins; the end of the text where there is none."""
    at = offset
    if at < len(text):
        at = word_at(text, at, known).end
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at


def previous_word(text: str, offset: int, known: str = "") -> int:
    """Where the word before begins; 0 where there is none."""
    at = offset
    while at > 0 and not text[at - 1].isalnum():
        at -= 1
    return word_at(text, at - 1, known).start if at > 0 else 0


def next_character(text: str, offset: int) -> int:
    """The end of the character (as readers count them: with its accents, or an emoji of several parts) that begins there."""
    units = Units(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(units.unit(offset))
    following = finder.toNextBoundary()
    return len(text) if following < 0 else units.point(following)


def previous_character(text: str, offset: int) -> int:
    """The beginning of the character that ends there."""
    units = Units(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(units.unit(offset))
    before = finder.toPreviousBoundary()
    return 0 if before < 0 else units.point(before)


def _boundaries(text: str) -> list[int]:
    units = Units(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    found = [0]
    while (at := finder.toNextBoundary()) >= 0:
        found.append(units.point(at))
    return found


def _han_word(run: str, at: int, known: str) -> Span:
    """The stretch of up to four characters that the text uses most as a whole, longer ones counting for more."""
    if run[at] in _ALONE:
        return Span(at, at + 1)
    counts = _counts(known)
    best, most = Span(at, at + 1), 0
    for first in range(max(0, at - _LONGEST + 1), at + 1):
        for last in range(max(at + 1, first + 2), min(len(run), first + _LONGEST) + 1):
            words = run[first:last]
            uses = counts[words]
            worth = uses * (len(words) - 1) ** 2
            if uses > 1 and not _ALONE.intersection(words) and worth > most:
                best, most = Span(first, last), worth
    return best if most else _pair(run, at)


def _pair(run: str, at: int) -> Span:
    """Most words have two characters: the pair that does not begin or end with a word of its own."""
    if at + 1 < len(run) and run[at + 1] not in _ALONE:
        return Span(at, at + 2)
    if at > 0 and run[at - 1] not in _ALONE:
        return Span(at - 1, at + 1)
    return Span(at, at + 1)


@lru_cache(maxsize=2)
def _counts(text: str) -> "Counter[str]":
    counts: Counter[str] = Counter()
    for match in _HAN.finditer(text[:200_000]):
        run = match[0]
        for size in range(2, _LONGEST + 1):
            counts.update(run[n : n + size] for n in range(len(run) - size + 1))
    return counts
