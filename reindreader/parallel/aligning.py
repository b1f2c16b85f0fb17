"""Two texts, sentence by sentence or paragraph by paragraph, into beads."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from reindreader.parallel.evidence import Links, evidence
from reindreader.parallel.learning import learned
from reindreader.parallel.lexicon import characters, known_links
from reindreader.parallel.links import Linked, shared_words
from reindreader.parallel.programme import Bead, Programme, Weights, centres, reachable, shapes
from reindreader.parallel.words import Sentence, sentence

_BAND = 12
_WIDEST = 120
WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class _Aligned:
    beads: list[Bead]
    programme: Programme


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
    return [(*bead, _confidence(found.programme, bead)) for bead in found.beads]


def _one_sided(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    return [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]


def _read(lines: Sequence[str]) -> list[Sentence]:
    return [sentence(line, characters()) for line in lines]


def _aligned(first: Sequence[Sentence], second: Sequence[Sentence], weights: Weights, *, learning: bool) -> _Aligned:
    links: Links = _joined(shared_words(first, second), known_links(first, second))
    costs = shapes(len(first), len(second), weights.tilt)
    programme = _programme(first, second, links, weights)
    marks = programme.by_length()
    wide = max(_BAND * 2, min(_WIDEST, len(second) // 8), reachable(marks) + _BAND)
    beads = programme.beads(costs, marks, wide)
    if not learning:
        return _Aligned(beads, programme)
    programme = _programme(first, second, learned(first, second, beads, links), weights)
    marks = centres(beads, len(first))
    return _Aligned(programme.beads(costs, marks, max(_BAND, reachable(marks) + 2)), programme)


def _programme(first: Sequence[Sentence], second: Sequence[Sentence], links: Links, weights: Weights) -> Programme:
    found = evidence(first, second, links, weights.trust)
    return Programme([each.length for each in first], [each.length for each in second], found, weights)


def _joined(links: Linked, others: Linked) -> Linked:
    for word, found in others.items():
        for other, (there, back) in found.items():
            old = links[word].get(other, (0.0, 0.0))
            links[word][other] = max(there, old[0]), max(back, old[1])
    return links


def _confidence(programme: Programme, bead: Bead) -> float:
    """How sure a bead is, from what it would cost to take it apart."""
    ones, others = bead
    if not ones or not others:
        return 0.5
    cost = programme.cost(ones[0], ones[-1] + 1, others[0], others[-1] + 1)
    return 1 / (1 + exp(cost / 2))
