"""How like two stretches of text are: surroundings, and words that were changed."""

import re
from collections import Counter, defaultdict

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from reindreader.anchoring.folding import WIDE, cover, joined
from reindreader.model.text import Span

SMALLEST = 0.6
"""Words that are less like the quotation than this are no changed form of it."""
_WINDOW = 64
_WORD = re.compile(rf"[^\W{WIDE}]+|(?=([{WIDE}][{WIDE}]))")
_RARE = 40
"""A word that stands more often tells too little of the place."""


def context(old: str, place: Span, new: str, at: int) -> float:
    """How like the surroundings of two places are, 0 … 2: half of it by what is alike without a gap."""
    end = at + len(place)
    befores = old[max(0, place.start - _WINDOW) : place.start][::-1], new[max(0, at - _WINDOW) : at][::-1]
    afters = old[place.end : place.end + _WINDOW], new[end : end + _WINDOW]
    return _side(*befores) + _side(*afters)


def _side(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    if not longest:
        return 1.0
    run = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return 0.5 * run / longest + 0.5 * float(Indel.normalized_similarity(one, other))


def like(words: str, text: str, low: int, high: int) -> tuple[Span | None, float]:
    """The stretch between two offsets of a text that is most like the words, in whole words, and how like it is."""
    found = cover(text, Span(low, high))
    if not len(found):
        return None, 0.0
    if len(found) > 1.3 * len(words):
        best = partial_ratio_alignment(words, found.slice(text))
        if best is None:
            return None, 0.0
        part = Span(found.start + best.dest_start, found.start + best.dest_end)
        found = _trimmed(text, cover(text, part), words)
    return found, float(Indel.normalized_similarity(words, found.slice(text)))


def _trimmed(text: str, found: Span, words: str) -> Span:
    """The stretch up to the mark that ends the words, if that stands right behind."""
    tail = words[-1:]
    if tail and not tail.isalnum() and not found.slice(text).endswith(tail):
        at = text.find(tail, found.end, found.end + len(words) // 2)
        return Span(found.start, at + 1) if at >= 0 else found
    return found


class Finder:
    """The words of a text (pairs of characters in Chinese and Japanese) by their places, to find many quotations in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(text):
            self._places[match[1] or match[0]].append(match.start())

    def places(self, words: str) -> list[int]:
        """Where the words stand to the letter, as whole words, in the order of the text."""
        parts = [(self._places.get(m[1] or m[0], []), m.start()) for m in _WORD.finditer(words)]
        if not parts:
            return [at for at in self._all(words) if self._whole(at, len(words))]
        starts, shift = min(parts, key=lambda part: len(part[0]))
        text = self._text
        return [
            at - shift
            for at in starts
            if at >= shift and text.startswith(words, at - shift) and self._whole(at - shift, len(words))
        ]

    def _all(self, words: str) -> list[int]:
        found, at = [], self._text.find(words)
        while at >= 0:
            found.append(at)
            at = self._text.find(words, at + 1)
        return found

    def _whole(self, at: int, length: int) -> bool:
        return not joined(self._text, at) and not joined(self._text, at + length)

    def nearest(self, words: str) -> tuple[Span, float] | None:
        """The stretch that has most of the words' rare words in their order, and how like the words it is."""
        votes: Counter[int] = Counter()
        step = len(words) // 2 + 16
        for match in _WORD.finditer(words):
            places = self._places.get(match[1] or match[0], ())
            if len(places) <= _RARE:
                votes.update({(at - match.start()) // step for at in places})
        if not votes:
            return None
        bucket = max(votes, key=lambda key: votes[key] + votes.get(key + 1, 0))
        low, high = max(0, bucket * step), min(len(self._text), (bucket + 2) * step + len(words))
        found, likeness = like(words, self._text, low, high)
        return (found, likeness) if found else None
