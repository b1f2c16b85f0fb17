"""Where the quotations of a text stand in a changed version of it: on the very words, or asked about, or lost.

Words are the same when they are the same after folding (``anchoring.folding``), as whole words: a quotation of ``can``
does not stand in ``can't``. Where the words stand more than once, in the old text or in the new, their surroundings
must say which is which; where they do not, a person is asked.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reindreader.anchoring.folding import Folded, cover, joined, trimmed
from reindreader.anchoring.likeness import SMALLEST, Finder, context, like
from reindreader.anchoring.matching import Matching
from reindreader.model.text import Span


class AnchorChange(StrEnum):
    """What became of a quotation: see ``Verdict``."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a quotation.

    ``same``: the same words in the same surroundings, wherever these now begin. ``moved``: the same words in other
    surroundings. ``changed``: a person is to be asked: the words at ``span`` are not those of the quotation, or
    (``ambiguous``) they are, and stand more than once with nothing to say which was meant. ``lost``: ``span`` is None.
    """

    state: AnchorChange
    span: Span | None = None
    ambiguous: bool = False


_LOST = Verdict(AnchorChange.LOST)
_SURE = 24
"""So many code points unchanged on both sides of a quotation are enough to know it by."""
_MARGIN = 0.15
"""By how much the better one of two places must be better, of a context's whole likeness of 2."""
_KEPT = 0.6
"""From this likeness on the surroundings are the same ones."""
_IN_ORDER = 0.2
"""What it adds that all that is unchanged stands there in its old order."""
_TELLING = 8
"""So many Latin letters (half as many Chinese characters) are seldom said twice by chance."""
_MANY = 64


def reanchor(old: str, new: str, span: Span) -> Verdict:
    """What became of one quotation; for several of one text make a ``Reanchoring``."""
    return Reanchoring(old, new).verdict(span)


class Reanchoring:
    """Two versions of a text, compared once for all quotations.

    Raises nothing; a stretch that leaves the old text, or holds no more than white space, is lost.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = Folded(old), Folded(new)
        self._same = old == new

    @cached_property
    def _matching(self) -> Matching:
        return Matching(self._old.tokens, self._new.tokens)

    @cached_property
    def _in_old(self) -> Finder:
        return Finder(self._old.text)

    @cached_property
    def _in_new(self) -> Finder:
        return Finder(self._new.text)

    def verdict(self, span: Span) -> Verdict:
        """What became of the quotation at a stretch of the old text."""
        if span.end > len(self._old.original):
            return _LOST
        bare = Span(self._old.folded(span.start), self._old.folded(span.end))
        place = cover(self._old.text, bare)
        if not len(place):
            return _LOST
        if self._same:
            return Verdict(AnchorChange.SAME, span)
        kept = self._kept(place)
        if kept is not None:
            return Verdict(AnchorChange.SAME, self._unfolded(span, place, kept))
        for words in (place, trimmed(self._old.text, bare)):
            places = self._in_new.places(words.slice(self._old.text))
            if places:
                return self._chosen(span, words, places)
        return self._changed(place)

    def _kept(self, place: Span) -> int | None:
        """Where the words stand in the new text, if enough around them is unchanged with them."""
        match = self._matching.around(place.start, place.end)
        if match is None:
            return None
        before, after = place.start - match.old, match.old + match.size - place.end
        begins = match.old == match.new == 0
        ends = (match.old + match.size, match.new + match.size) == (len(self._old.text), len(self._new.text))
        new = match.new + before
        whole = not joined(self._new.text, new) and not joined(self._new.text, new + len(place))
        return new if whole and (before >= _SURE or begins) and (after >= _SURE or ends) else None

    def _chosen(self, span: Span, place: Span, places: list[int]) -> Verdict:
        """The one of several places with the same words that is the quotation's own."""
        rivals = [at for at in self._in_old.places(place.slice(self._old.text)) if at != place.start]
        if len(places) > _MANY or len(rivals) > _MANY:
            expected = self._matching.widest(place.start, place.end)[0]
            return self._doubtful(place, min(places, key=lambda at: abs(at - expected)))
        ranked = sorted(((self._context(place, at), at) for at in places), reverse=True)
        own = [(score, at) for score, at in ranked if not self._claimed(place, rivals, at, score + _MARGIN)]
        if not own:
            return self._changed(place)
        score, at = own[0]
        tied = len(own) > 1 and own[1][0] + _MARGIN > score
        if tied or self._claimed(place, rivals, at, score - _MARGIN):
            return self._doubtful(place, at)
        return self._found(span, place, at, score)

    def _found(self, span: Span, place: Span, at: int, score: float) -> Verdict:
        """The words stand there and nowhere else, in surroundings of that likeness."""
        if score >= _KEPT:
            return Verdict(AnchorChange.SAME, self._unfolded(span, place, at))
        if self._rewritten(place, at):
            return self._changed(place)
        if _weight(place.slice(self._old.text)) < _TELLING:
            return self._doubtful(place, at)
        return Verdict(AnchorChange.MOVED, self._unfolded(span, place, at))

    def _context(self, place: Span, at: int) -> float:
        likeness = context(self._old.text, place, self._new.text, at)
        match = self._matching.around(place.start, place.end)
        return likeness + (_IN_ORDER if match and place.start - match.old + match.new == at else 0)

    def _claimed(self, place: Span, rivals: list[int], at: int, least: float) -> bool:
        """Whether the words stand elsewhere in the old text in surroundings that are at least so like those."""
        return any(self._context(Span(other, other + len(place)), at) > least for other in rivals)

    def _rewritten(self, place: Span, at: int) -> bool:
        """Whether words very like them stand in their own place, while the words themselves stand at another."""
        found, likeness = self._in_place(place)
        return found is not None and likeness >= 0.8 and not found.overlaps(Span(at, at + len(place)))

    def _doubtful(self, place: Span, at: int) -> Verdict:
        return Verdict(AnchorChange.CHANGED, self._new.unfolded(Span(at, at + len(place))), ambiguous=True)

    def _changed(self, place: Span) -> Verdict:
        """The words that the quotation may have become: between its old neighbours, or where most of it stands."""
        found, likeness = self._in_place(place)
        elsewhere = self._in_new.nearest(place.slice(self._old.text))
        if elsewhere is not None and elsewhere[1] > likeness and not self._was_there(elsewhere[0]):
            found, likeness = elsewhere
        if found is None or likeness < SMALLEST:
            return _LOST
        return Verdict(AnchorChange.CHANGED, self._new.unfolded(found))

    def _was_there(self, found: Span) -> bool:
        """Whether a stretch of the new text stood in the old one too: then it is no changed form of anything."""
        return self._matching.unchanged(found.start, found.end) > 0.8 * len(found)

    def _in_place(self, place: Span) -> tuple[Span | None, float]:
        low, high = self._matching.widest(place.start, place.end)
        return like(place.slice(self._old.text), self._new.text, low, high)

    def _unfolded(self, span: Span, place: Span, at: int) -> Span:
        """The quotation itself within its whole words, with the white space at its ends where that is the same."""
        old, new = self._old, self._new
        start, end = span.start, span.end
        while old.original[start:end][:1].isspace():
            start += 1
        while old.original[start:end][-1:].isspace():
            end -= 1
        first, last = old.folded(start), max(old.folded(end), old.folded(start) + 1)
        found = new.unfolded(Span(at + max(0, first - place.start), at + min(len(place), last - place.start)))
        lead, tail = old.original[span.start : start], old.original[end : span.end]
        if new.original[: found.start].endswith(lead) and new.original.startswith(tail, found.end):
            return Span(found.start - len(lead), found.end + len(tail))
        return found


def _weight(words: str) -> int:
    return sum(1 if mark < "\u2e80" else 2 for mark in words if mark.isalnum())
