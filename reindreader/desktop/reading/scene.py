"""What is drawn around the words of a text: highlights, evidence, hits of a search, the selection. In code points."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import is_

from reindreader.desktop.reading.folio import SpanIndex
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight at its place. ``lane``: 0, or higher where it overlaps earlier ones."""

    highlight: Highlight
    span: Span
    lane: int = 0


class Highlights:
    """The highlights of a text that have a place, in its order; lost ones have none."""

    def __init__(self, highlights: Sequence[Highlight] = ()) -> None:
        self._given = highlights
        kept = highlights
        spans = [own.quote.position for own in highlights]
        lost = AnchorState.LOST
        if [1 for own in highlights if own.state is lost] or [1 for span in spans if span is None]:
            kept = [own for own in highlights if own.quote.position is not None and own.state is not lost]
            spans = [own.quote.position for own in kept]
        self._starts = [span.start for span in spans]  # type: ignore[union-attr]
        self._all: list[Highlight] = list(kept)
        self._spans: list[Span] = spans  # type: ignore[assignment]
        if self._starts != (ordered := sorted(self._starts)):
            order = sorted(range(len(spans)), key=self._starts.__getitem__)
            self._all, self._spans = [kept[n] for n in order], [self._spans[n] for n in order]
            self._starts = ordered
        self._index = SpanIndex(self._spans, self._starts)

    def with_new(self, highlights: Sequence[Highlight]) -> "Highlights":
        """These highlights; where they are the same things and one more, without looking at all of them again."""
        same = list(map(is_, self._given, highlights))
        at = same.index(False) if False in same else len(same)
        own = highlights[at] if len(highlights) == len(self._given) + 1 else None
        if own is None or own.quote.position is None or own.state is AnchorState.LOST:
            return Highlights(highlights)
        if not all(map(is_, self._given[at:], highlights[at + 1 :])):
            return Highlights(highlights)
        return self._with_one(own, own.quote.position, highlights)

    def _with_one(self, own: Highlight, span: Span, given: Sequence[Highlight]) -> "Highlights":
        made = Highlights()
        made._given = given
        at = bisect_right(self._starts, span.start)
        for name, new in (("_all", own), ("_spans", span), ("_starts", span.start)):
            old = getattr(self, name)
            setattr(made, name, [*old[:at], new, *old[at:]])
        made._index = self._index.with_one(span, made._starts)
        return made

    def __len__(self) -> int:
        return len(self._all)

    @property
    def spans(self) -> Sequence[Span]:
        """Their places, in order."""
        return self._spans

    @property
    def starts(self) -> Sequence[int]:
        """Where they begin, in order."""
        return self._starts

    @property
    def all(self) -> Sequence[Highlight]:
        """All of them, in order."""
        return self._all

    def touching(self, span: Span) -> list[Placed]:
        """Those that touch a stretch, each in its lane."""
        numbers = self._index.touching(span.start, span.end)
        if not len(numbers):
            return []
        first = self._index.cluster(numbers[0])
        return [p for p in self._laned(range(first, numbers[-1] + 1)) if p.span.overlaps(span)]

    def at(self, offset: int) -> Placed | None:
        """The last one that holds a code point."""
        found = self.touching(Span(offset, offset + 1))
        return found[-1] if found else None

    def by_id(self, identity: int | None) -> Placed | None:
        """The one of that id."""
        at = next((n for n, own in enumerate(self._all) if own.id == identity), None) if identity is not None else None
        if at is None:
            return None
        return next(p for p in self.touching(self._spans[at]) if p.highlight.id == identity)

    def next_after(self, offset: int, step: int) -> Placed | None:
        """The next one that begins after a code point (``step`` 1), or the last that begins before it (-1)."""
        at = bisect_right(self._starts, offset) if step > 0 else bisect_left(self._starts, offset) - 1
        if not 0 <= at < len(self._all):
            return None
        return next(p for p in self.touching(self._spans[at]) if p.highlight is self._all[at])

    def _laned(self, numbers: range) -> list[Placed]:
        made: list[Placed] = []
        going_on: list[Placed] = []
        for number in numbers:
            span = self._spans[number]
            going_on = [placed for placed in going_on if placed.span.end > span.start]
            taken = {placed.lane for placed in going_on}
            lane = next(n for n in range(len(taken) + 1) if n not in taken)
            going_on.append(Placed(self._all[number], span, lane))
            made.append(going_on[-1])
        return made


class Hits:
    """Where the words that are looked for stand; it grows while the search goes on."""

    def __init__(self) -> None:
        self._starts, self._ends = array("q"), array("q")

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, span: Span) -> None:
        """One more, behind all others."""
        self._starts.append(span.start)
        self._ends.append(span.end)

    def span(self, number: int) -> Span:
        """One of them, from 0."""
        return Span(self._starts[number], self._ends[number])

    def from_on(self, offset: int) -> int:
        """The first that begins at a code point or after it."""
        return bisect_left(self._starts, offset)

    def touching(self, span: Span) -> range:
        """The numbers of those that touch a stretch."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def starts(self) -> Sequence[int]:
        """Where all of them begin."""
        return self._starts


@dataclass(slots=True)
class Scene:
    """``chosen``: the id of the highlight that N, P or a click chose; ``current``: which of the hits is shown, -1: none."""

    highlights: Highlights = field(default_factory=Highlights)
    evidence: tuple[Span, ...] = ()
    hits: Hits = field(default_factory=Hits)
    current: int = -1
    selection: Span | None = None
    chosen: int | None = None
    bead: Span | None = None

    def evidence_in(self, span: Span) -> list[Span]:
        """The evidence that touches a stretch."""
        return [own for own in self.evidence if own.overlaps(span)]
