"""The best beads of two texts: a banded dynamic programme over length and evidence.

Length: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics
19, 1993): the square root of a length times a constant is the deviation of its translation's length.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import erfc, log, sqrt

from reindreader.parallel.evidence import Evidence

Shape = tuple[int, int]
Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices in the one text and in the other; one side may be empty. All beads together hold every index once."""

SHAPES: dict[Shape, float] = {
    (1, 1): 0.0,
    (1, 2): 2.5,
    (2, 1): 2.5,
    (1, 0): 4.5,
    (0, 1): 4.5,
    (2, 2): 4.5,
    (1, 3): 4.0,
    (3, 1): 4.0,
    (1, 4): 5.2,
    (4, 1): 5.2,
    (2, 3): 6.0,
    (3, 2): 6.0,
    (1, 5): 6.2,
    (5, 1): 6.2,
}
"""What a bead of each shape costs against one of 1–1, as the negative logarithm of how much rarer it is."""


@dataclass(frozen=True, slots=True)
class Weights:
    """``trust``: the share of words that links may explain; ``deviation``: of lengths, squared, a letter;
    ``length``, ``words``: what a unit of each is worth; ``tilt``: how much shapes follow the numbers of sentences.
    """

    trust: float = 0.3
    deviation: float = 6.8
    length: float = 1.0
    words: float = 0.22
    tilt: float = 1.0


_STEPS = 16
_UNLIKELY = [-log(max(erfc(step / _STEPS / sqrt(2)), 1e-9)) for step in range(7 * _STEPS)]
"""The cost of a deviation of so many sixteenths of the standard one."""


def shapes(first: int, second: int, tilt: float) -> dict[Shape, float]:
    """The costs of shapes where the one text has so many sentences and the other so many: if one has twice as many,
    beads of 1–2 are no surprise.
    """
    lean = log(second / first) if first and second else 0.0
    return {
        (a, b): cost + (tilt * (abs(log(b / a) - lean) - abs(lean)) if a and b else 0.0)
        for (a, b), cost in SHAPES.items()
    }


class Measure:
    """Two texts by the lengths of their sentences, in letters of the more talkative one."""

    def __init__(self, first: Sequence[float], second: Sequence[float]) -> None:
        ratio = sum(second) / sum(first)
        up, down = (ratio, 1.0) if ratio > 1 else (1.0, 1 / ratio)
        self.first = [0.0, *accumulate(length * up for length in first)]
        self.second = [0.0, *accumulate(length * down for length in second)]

    def centres(self) -> list[int]:
        """For each end of a sentence of the first text the end in the second that is as far on."""
        return [bisect_left(self.second, offset - 1e-6) for offset in self.first[:-1]] + [len(self.second) - 1]


class Programme:
    """Two texts by the lengths of their sentences and the evidence of their words."""

    def __init__(self, measure: Measure, found: Evidence, weights: Weights) -> None:
        self._first, self._second = measure.first, measure.second
        self._found, self._weights = found, weights
        self._words = [0, *accumulate(found.first)], [0, *accumulate(found.second)]
        self._unlinked = log(1 - weights.trust)
        self._logs = [log(n + 1) for n in range(max(self._words[0][-1], self._words[1][-1]) + 1)]

    def beads(self, costs: Mapping[Shape, float], centres: Sequence[int], band: int) -> list[Bead]:
        """The cheapest beads. ``centres``: around which sentence of the second text to look, for each of the first."""
        n, m = len(self._first) - 1, len(self._second) - 1
        best: list[dict[int, float]] = [{0: 0.0}]
        back: list[dict[int, Shape]] = [{}]
        order = sorted(costs.items())
        for i in range(n + 1):
            low, high = max(0, centres[i] - band), min(m, centres[i] + band)
            low, high = (0, high) if i == 0 else (low, m if i == n else high)
            row: dict[int, float] = {0: 0.0} if i == 0 else {}
            steps: dict[int, Shape] = {}
            best[i:] = [row]
            back[i:] = [steps]
            for j in range(low, high + 1):
                if i or j:
                    self._cell(i, j, order, best, row, steps)
        return _traced(back, n, m)

    def _cell(
        self,
        i: int,
        j: int,
        order: Sequence[tuple[Shape, float]],
        best: Sequence[dict[int, float]],
        row: dict[int, float],
        steps: dict[int, Shape],
    ) -> None:
        cheapest = float("inf")
        for shape, cost in order:
            a, b = shape
            if a > i or (before := best[i - a].get(j - b)) is None:
                continue
            total = before + cost
            if a and b and total < cheapest + 12:
                total += self.cost(i - a, i, j - b, j)
            if total < cheapest:
                cheapest, row[j], steps[j] = total, total, shape

    def cost(self, i: int, end: int, j: int, stop: int) -> float:
        """What it costs to put the sentences ``i … end`` and ``j … stop`` into one bead, its shape apart."""
        one, other = self._first[end] - self._first[i], self._second[stop] - self._second[j]
        step = int(_STEPS * abs(one - other) / sqrt(self._weights.deviation * (one + other) / 2))
        cost = self._weights.length * _UNLIKELY[min(step, len(_UNLIKELY) - 1)]
        return cost - self._weights.words * self.gain(i, end, j, stop)

    def words(self, i: int, end: int, j: int, stop: int) -> int:
        """How many words the sentences have."""
        return self._words[0][end] - self._words[0][i] + self._words[1][stop] - self._words[1][j]

    def gain(self, i: int, end: int, j: int, stop: int) -> float:
        """How much likelier the words are than by chance, as a logarithm; both directions together."""
        first, second = self._words[0][end] - self._words[0][i], self._words[1][stop] - self._words[1][j]
        there = there_words = back = back_words = 0.0
        for row in self._found.pairs[i:end]:
            for column in range(j, stop):
                found = row.get(column)
                if found:
                    there += found[0]
                    there_words += found[1]
                    back += found[2]
                    back_words += found[3]
        linked = max(0.0, there - there_words * self._logs[first]) + max(0.0, back - back_words * self._logs[second])
        return linked + (first + second) * self._unlinked


def centres(beads: Sequence[Bead], first: int) -> list[int]:
    """For each end of a sentence of the first text the end in the second that the beads lead to."""
    ends = [0] * (first + 1)
    i = j = 0
    for one, other in beads:
        for _ in one:
            i += 1
            ends[i] = j + len(other)
        j += len(other)
        ends[i] = j
    return ends


def _traced(back: Sequence[Mapping[int, Shape]], n: int, m: int) -> list[Bead]:
    beads: list[Bead] = []
    while n or m:
        a, b = back[n][m]
        beads.append((tuple(range(n - a, n)), tuple(range(m - b, m))))
        n, m = n - a, m - b
    return beads[::-1]


def reachable(marks: Sequence[int]) -> int:
    """The widest step between neighbours, which a band must hold for a way to exist."""
    return max((abs(b - a) for a, b in pairwise(marks)), default=0)
