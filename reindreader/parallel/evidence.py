"""How much the words of two sentences speak for each other: the likelihood of one given the other, beside chance.

After R. C. Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora" (AMTA 2002): a word is either drawn from
the words that those of the other sentence become, or by chance; a bead's evidence is the sum of the logarithms of how
much likelier its words are than by chance. Here both directions are added, and a pair of sentences is counted once and
reused in every bead that holds it.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from reindreader.parallel.words import Sentence, vocabulary

Links = Mapping[str, Mapping[str, tuple[float, float]]]
"""A word of the one text -> the words of the other that it may be, with the probability of each direction."""


Gain = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """``pairs[i][j]``: for the sentences i and j the gain that their linked words give in both directions, as
    ``(gain there, words there, gain back, words back)``; pairs without a link are left out.

    ``first``, ``second``: how many words each sentence has.
    """

    pairs: Sequence[Mapping[int, Gain]]
    first: tuple[int, ...]
    second: tuple[int, ...]


Window = tuple[int, int]
"""From which sentence of the other text up to and without which one is looked at."""
_COMMON = 0.06
"""Words that are linked in so many of all pairs of sentences say nothing of where a sentence belongs."""


def evidence(
    first: Sequence[Sentence], second: Sequence[Sentence], links: Links, trust: float, windows: Sequence[Window]
) -> Evidence:
    """What the links say of pairs of sentences, each of the first text with those in its window.

    ``trust``: the share of words that a link may explain, 0 … 1.
    """
    odds = trust / (1 - trust)
    counts = vocabulary(first), vocabulary(second)
    totals = sum(counts[0].values()), sum(counts[1].values())
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, each in enumerate(second):
        for word, times in Counter(each.words).items():
            places[word].append((j, times))
    spread = Counter(word for each in first for word in set(each.words))
    most = max(100, _COMMON * len(first) * len(second))
    ratios = {
        word: [
            (other, odds * there * totals[1] / counts[1][other], odds * back * totals[0] / counts[0][word])
            for other, (there, back) in others.items()
            if other in places and spread[word] * len(places[other]) <= most
        ]
        for word, others in links.items()
        if word in counts[0]
    }
    sizes = tuple(len(each.words) for each in second)
    pairs = [_row(each, ratios, places, sizes, window) for each, window in zip(first, windows, strict=True)]
    return Evidence(pairs, tuple(len(each.words) for each in first), sizes)


def _row(
    each: Sentence,
    ratios: Mapping[str, list[tuple[str, float, float]]],
    places: Mapping[str, list[tuple[int, int]]],
    sizes: tuple[int, ...],
    window: Window,
) -> dict[int, Gain]:
    there: dict[tuple[int, str], list[float]] = {}
    back: dict[tuple[int, str], list[float]] = {}
    low, high = window
    for word, times in Counter(each.words).items():
        for other, forth, home in ratios.get(word, ()):
            found = places[other]
            for j, often in found[bisect_left(found, (low, 0)) : bisect_left(found, (high, 0))]:
                tally = there.setdefault((j, other), [0.0, often])
                tally[0] += forth * times
                tally = back.setdefault((j, word), [0.0, times])
                tally[0] += home * often
    size = len(each.words) + 1
    row: dict[int, list[float]] = {}
    for (j, _), (gain, words) in there.items():
        own = row.setdefault(j, [0.0, 0.0, 0.0, 0.0])
        own[0] += words * log(size + gain)
        own[1] += words
    for (j, _), (gain, words) in back.items():
        own = row[j]
        own[2] += words * log(sizes[j] + 1 + gain)
        own[3] += words
    return {j: (a, b, c, d) for j, (a, b, c, d) in row.items()}
