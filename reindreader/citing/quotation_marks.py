"""Quotation marks around words that may hold marks themselves: levels alternate, and no word is changed.

The marks inside take those of the other level where they would be the same as the marks that enclose them; others, such
as corner brackets inside English marks, stay as the source has them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Pair = tuple[str, str]
_CLOSERS = {"“": "”", "‘": "’", "«": "»", "‹": "›", "„": "“", "‚": "‘", "「": "」", "『": "』", '"': '"'}
_LATIN = frozenset('“‘«‹„‚"')
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation inside a text: the offsets of its marks, and how many others enclose it."""

    start: int
    end: int
    depth: int


def marked(words: str) -> list[Marked]:
    """The quotations inside a text, by where they begin. Apostrophes and marks without a partner are none."""
    found: list[Marked] = []
    opened: list[int] = []
    closing: list[int] = []
    for at, char in enumerate(words):
        if opened and at == closing[-1]:
            closing.pop()
            start = opened.pop()
            found.append(Marked(start, at, len(opened)))
        elif char in _CLOSERS:
            end = _end(words, at, closing[-1] if closing else len(words))
            if end is not None:
                opened.append(at)
                closing.append(end)
    return sorted(found, key=lambda one: one.start)


def _end(words: str, start: int, limit: int) -> int | None:
    """Where the quotation that begins at ``start`` ends, before ``limit``."""
    opener = words[start]
    if opener == _STRAIGHT and words[start - 1 : start].isalnum():
        return None
    ends = list(_ends(words, start, limit))
    if opener in "‘‚" and len(ends) > 1:
        ends = [at for at in ends if words[at - 1] not in "sS"] or ends[-1:]
    return ends[0] if ends else None


def _ends(words: str, start: int, limit: int) -> Iterator[int]:
    """The closing marks that could end it. One inside a word is an apostrophe; nested marks of the kind are passed."""
    opener, closer = words[start], _CLOSERS[words[start]]
    depth = 0
    for at in range(start + 1, limit):
        char = words[at]
        if char == closer and not (closer in "’‘" and words[at + 1 : at + 2].isalnum()):
            if depth == 0:
                yield at
            else:
                depth -= 1
        elif char == opener:
            depth += 1


def alternated(words: str, outer: Pair, inner: Pair) -> str:
    """The words as they stand between ``outer`` marks."""
    new: dict[int, str] = {}
    around: list[tuple[int, Pair]] = []
    for one in marked(words):
        while around and around[-1][0] < one.start:
            around.pop()
        enclosing = around[-1][1] if around else outer
        pair = _pair(words[one.start], words[one.end], enclosing, outer, inner)
        new[one.start], new[one.end] = pair
        around.append((one.end, pair))
    return "".join(new.get(at, char) for at, char in enumerate(words))


def _pair(opener: str, closer: str, enclosing: Pair, outer: Pair, inner: Pair) -> Pair:
    if opener == _STRAIGHT or opener == enclosing[0].strip():
        return inner if enclosing == outer else outer
    return opener, closer


def quoted(words: str, outer: Pair, inner: Pair) -> str:
    """The words between marks."""
    return f"{outer[0]}{alternated(words, outer, inner)}{outer[1]}"


def split_marks(words: str) -> list[str]:
    """The words cut at the Latin marks of the quotations inside: marks stand alone, as ``<`` where one begins and ``>``
    where it ends, so that LaTeX's ``\\enquote`` can set them."""
    cuts = {
        at: sign
        for one in marked(words)
        if words[one.start] in _LATIN
        for at, sign in ((one.start, "<"), (one.end, ">"))
    }
    parts = re.split("(\0)", "".join("\0" if at in cuts else char for at, char in enumerate(words)))
    signs = iter(cuts[at] for at in sorted(cuts))
    return [next(signs) if part == "\0" else part for part in parts if part]
