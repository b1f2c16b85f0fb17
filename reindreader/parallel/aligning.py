"""Two texts, sentence by sentence or paragraph by paragraph, into beads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, sqrt

from reindreader.parallel.evidence import Links, evidence
from reindreader.parallel.learning import learned_links
from reindreader.parallel.lexicon import characters, known_links
from reindreader.parallel.links import Linked, shared_words
from reindreader.parallel.programme import SHAPES, Bead, Measure, Programme, Weights, centres, reachable, shapes
from reindreader.parallel.words import Sentence, sentence

_BAND = 12
_WIDEST = 120
_FEW = 30
"""From so few lines nothing is learned."""
_LONG = 60
"""Lines of more words than this are paragraphs, of which length and known words say enough."""
WEIGHTS = Weights()
_UNLEARNED = {"trust": 0.05, "words": 0.5}
"""Where nothing can be learned few words are linked: that a word has no link says little, that it has one says more."""


@dataclass(frozen=True, slots=True)
class _Aligned:
    beads: list[Bead]
    programme: Programme
    learned: bool


def align_lines(source: Sequence[str], target: Sequence[str], weights: Weights = WEIGHTS) -> list[Bead]:
    """The beads of two texts, a sentence (or a paragraph) a line; every line is in one bead, in order."""
    if not source or not target:
        return _one_sided(source, target)
    return _aligned(_read(source), _read(target), weights, learning=True).beads


def align_sentences(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """The same for the few sentences of a paragraph, of which nothing can be learned."""
    if not source or not target:
        return _one_sided(source, target)
    return _aligned(_read(source), _read(target), WEIGHTS, learning=False).beads


def align_rated(source: Sequence[str], target: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """The beads of two texts, each with its confidence, 0 … 1."""
    if not source or not target:
        return [(*bead, 1.0) for bead in _one_sided(source, target)]
    found = _aligned(_read(source), _read(target), WEIGHTS, learning=True)
    return [(*bead, _confidence(found, bead)) for bead in found.beads]


def _one_sided(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    return [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]


def _read(lines: Sequence[str]) -> list[Sentence]:
    return [sentence(line, characters()) for line in lines]


def _aligned(first: Sequence[Sentence], second: Sequence[Sentence], weights: Weights, *, learning: bool) -> _Aligned:
    links: Links = _joined(shared_words(first, second), known_links(first, second))
    costs = shapes(len(first), len(second), weights.tilt)
    measure = Measure([each.length for each in first], [each.length for each in second])
    marks = measure.centres()
    wide = max(_BAND * 2, min(_WIDEST, len(second) // 8), reachable(marks) + _BAND)
    if not learning or not _teaching(first, second):
        programme = _programme(first, second, links, replace(weights, **_UNLEARNED), measure, marks, wide)
        return _Aligned(programme.beads(costs, marks, wide), programme, learned=False)
    beads = _programme(first, second, links, weights, measure, marks, wide).beads(costs, marks, wide)
    marks = centres(beads, len(first))
    narrow = max(_BAND, reachable(marks) + 2)
    links = learned_links(first, second, beads, links)
    programme = _programme(first, second, links, weights, measure, marks, narrow)
    return _Aligned(programme.beads(costs, marks, narrow), programme, learned=True)


def _teaching(first: Sequence[Sentence], second: Sequence[Sentence]) -> bool:
    """Whether two texts are long enough for their words to be learned, and their lines sentences."""
    words = min(sum(len(each.words) for each in text) / len(text) for text in (first, second))
    return min(len(first), len(second)) >= _FEW and words <= _LONG


def _programme(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    links: Links,
    weights: Weights,
    measure: Measure,
    marks: Sequence[int],
    band: int,
) -> Programme:
    widest = max(b for _, b in SHAPES)
    windows = [(min(a, b) - band - widest, max(a, b) + band + widest) for a, b in pairwise(marks)]
    return Programme(measure, evidence(first, second, links, weights.trust, windows), weights)


def _joined(links: Linked, others: Linked) -> Linked:
    for word, found in others.items():
        for other, (there, back) in found.items():
            old = links[word].get(other, (0.0, 0.0))
            links[word][other] = max(there, old[0]), max(back, old[1])
    return links


def _confidence(found: _Aligned, bead: Bead) -> float:
    """How often beads of such length and words were right: 0.57 where these say nothing, 0.92 where they agree well.

    Of words that could not be learned, less agreement is as good a sign.
    """
    ones, others = bead
    if not ones or not others:
        return 0.5
    i, end, j, stop = ones[0], ones[-1] + 1, others[0], others[-1] + 1
    agreement = -found.programme.cost(i, end, j, stop) / sqrt(found.programme.words(i, end, j, stop) + 1)
    base, slope = (0.3, 1.8) if found.learned else (1.0, 3.0)
    plain = len(ones) == len(others) == 1
    return 1 / (1 + exp(-base + (0.0 if plain else 0.6) - slope * max(-10.0, min(10.0, agreement))))
