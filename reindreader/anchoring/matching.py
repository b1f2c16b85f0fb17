"""Which stretches of one text stand unchanged and in order in another: a patience difference over words.

Runs of words that are unique in both texts hold the two together, longest runs first; what lies between is compared
again with shorter runs, and the small rest word by word. The time grows with the texts, not with their product.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel

_RUNS = (8, 4, 2, 1)
"""How many words the runs have that are looked for, one round after the other."""
_SMALL = 4_000_000
"""Up to how many pairs of words a gap is compared word by word."""


@dataclass(frozen=True, slots=True)
class Match:
    """``size`` code points from ``old`` in the one text and from ``new`` in the other are the same."""

    old: int
    new: int
    size: int


class Matching:
    """The stretches in which two texts, cut into tokens, agree; in order in both."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        old_at, new_at = ([0, *accumulate(map(len, tokens))] for tokens in (old, new))
        self._lengths = old_at[-1], new_at[-1]
        self.matches: list[Match] = []
        for a, b, size in sorted(_agreeing(old, new)):
            self._add(Match(old_at[a], new_at[b], old_at[a + size] - old_at[a]))
        self._starts = [match.old for match in self.matches]
        self._new_starts = [match.new for match in self.matches]

    def _add(self, match: Match) -> None:
        last = self.matches[-1] if self.matches else Match(0, 0, 0)
        if self.matches and (last.old + last.size, last.new + last.size) == (match.old, match.new):
            self.matches[-1] = Match(last.old, last.new, last.size + match.size)
        else:
            self.matches.append(match)

    def around(self, start: int, end: int) -> Match | None:
        """The match that holds all of a stretch of the old text; None where there is none."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or end > self.matches[index].old + self.matches[index].size:
            return None
        return self.matches[index]

    def widest(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the new text that stands between the neighbours of a stretch of the old one."""
        index = bisect_right(self._starts, start) - 1
        low = 0
        if index >= 0:
            match = self.matches[index]
            low = match.new + min(start - match.old, match.size)
        index = bisect_left(self._starts, end)
        high = self.matches[index].new if index < len(self.matches) else self._lengths[1]
        if index and (match := self.matches[index - 1]).old + match.size >= end:
            high = match.new + end - match.old
        return low, max(low, high)

    def unchanged(self, start: int, end: int) -> int:
        """How many code points of a stretch of the new text stand in the old one as they are, in their order."""
        index = max(0, bisect_right(self._new_starts, start) - 1)
        count = 0
        while index < len(self.matches) and self.matches[index].new < end:
            match = self.matches[index]
            count += max(0, min(end, match.new + match.size) - max(start, match.new))
            index += 1
        return count


_Gap = tuple[int, int, int, int]


def _agreeing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    gaps: list[tuple[_Gap, int]] = [((0, len(old), 0, len(new)), 0)]
    while gaps:
        gap, level = gaps.pop()
        inner, ends = _ends(old, new, gap)
        yield from ends
        a0, a1, b0, b1 = inner
        if a0 == a1 or b0 == b1:
            continue
        if level == len(_RUNS):
            yield from _word_by_word(old, new, inner)
            continue
        gaps += [(part, level + 1) for part in _parts(old, new, inner, _RUNS[level])]


def _ends(old: Sequence[str], new: Sequence[str], gap: _Gap) -> tuple[_Gap, list[tuple[int, int, int]]]:
    a0, a1, b0, b1 = gap
    head = 0
    while a0 + head < a1 and b0 + head < b1 and old[a0 + head] == new[b0 + head]:
        head += 1
    tail = 0
    while a1 - tail > a0 + head and b1 - tail > b0 + head and old[a1 - tail - 1] == new[b1 - tail - 1]:
        tail += 1
    found = [(a0, b0, head)] if head else []
    if tail:
        found.append((a1 - tail, b1 - tail, tail))
    return (a0 + head, a1 - tail, b0 + head, b1 - tail), found


def _parts(old: Sequence[str], new: Sequence[str], gap: _Gap, run: int) -> Iterator[_Gap]:
    """The gap cut where unique runs agree: each part begins with one, so that its beginning is found equal."""
    a0, a1, b0, b1 = gap
    first, second = _unique(old, a0, a1, run), _unique(new, b0, b1, run)
    pairs = sorted((at, second[key]) for key, at in first.items() if at >= 0 and second.get(key, -1) >= 0)
    for a, b in _rising(pairs):
        yield a0, a, b0, b
        a0, b0 = a, b
    yield a0, a1, b0, b1


def _unique(tokens: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Where each run of tokens begins; -1 for one that is there more than once."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(start, end - run + 1):
        key = tuple(tokens[at : at + run])
        places[key] = -1 if key in places else at
    return places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises in both."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, b) in enumerate(pairs):
        place = bisect_left(tops, b)
        tops[place : place + 1] = [b]
        last[place : place + 1] = [index]
        before.append(last[place - 1] if place else -1)
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _word_by_word(old: Sequence[str], new: Sequence[str], gap: _Gap) -> Iterator[tuple[int, int, int]]:
    a0, a1, b0, b1 = gap
    if (a1 - a0) * (b1 - b0) > _SMALL:
        return
    for code in Indel.opcodes(old[a0:a1], new[b0:b1]):
        if code.tag == "equal":
            yield a0 + code.src_start, b0 + code.dest_start, code.src_end - code.src_start
