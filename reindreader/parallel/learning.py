"""Which words become which, learned from the beads of the two texts themselves.

The first model of P. F. Brown et al., "The Mathematics of Statistical Machine Translation" (Computational Linguistics
19, 1993), in both directions; only what both of them hold is kept.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from reindreader.parallel.evidence import Links
from reindreader.parallel.links import Linked
from reindreader.parallel.programme import Bead
from reindreader.parallel.words import Sentence

_ROUNDS = 3
_LEAST = 0.02
"""Less probable than this is noise."""

_Pair = tuple[list[str], list[str]]
_Table = dict[str, dict[str, float]]


def learned_links(first: Sequence[Sentence], second: Sequence[Sentence], beads: Sequence[Bead], links: Links) -> Linked:
    """The links given, and those that the beads teach."""
    pairs = [
        ([word for i in ones for word in first[i].words], [word for j in others for word in second[j].words])
        for ones, others in beads
        if ones and others
    ]
    given = {(one, other): there for one, found in links.items() for other, (there, _) in found.items()}
    there = _trained(pairs, given)
    back = _trained([(other, one) for one, other in pairs], {(b, a): weight for (a, b), weight in given.items()})
    found: Linked = defaultdict(dict)
    for word, others in there.items():
        for other, probability in others.items():
            if (home := back.get(other, {}).get(word, 0.0)) > 0:
                found[word][other] = probability, home
    for one, others_given in links.items():
        for other, (forth, home) in others_given.items():
            old = found[one].get(other, (0.0, 0.0))
            found[one][other] = max(forth, old[0]), max(home, old[1])
    return found


def _trained(pairs: Sequence[_Pair], given: Mapping[tuple[str, str], float]) -> _Table:
    table = _begun(pairs, given)
    totals = Counter(word for words, _ in pairs for word in words)
    chance = Counter(word for _, words in pairs for word in words)
    every = sum(chance.values()) or 1
    for _ in range(_ROUNDS):
        expected: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for words, others in pairs:
            for other in others:
                found = [(word, p) for word in words if (p := table.get(word, {}).get(other))]
                whole = len(words) * chance[other] / every + sum(p for _, p in found)
                for word, p in found:
                    expected[word][other] += p / whole
        table = {
            word: {other: p / (totals[word] + 1) for other, p in others.items() if p > _LEAST * (totals[word] + 1)}
            for word, others in expected.items()
        }
    return table


def _begun(pairs: Sequence[_Pair], given: Mapping[tuple[str, str], float]) -> _Table:
    """Dice's coefficient of every two words that meet twice, and what is given."""
    ones: Counter[str] = Counter()
    others: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for words, theirs in pairs:
        mine, yours = set(words), set(theirs)
        ones.update(mine)
        others.update(yours)
        both.update(product(mine, yours))
    table: _Table = defaultdict(dict)
    for (one, other), times in both.items():
        known = given.get((one, other), 0.0)
        if times > 1 or known:
            table[one][other] = 2 * times / (ones[one] + others[other]) + 3 * known
    return table
