"""What is drawn around the words of a page: highlights, evidence, hits of a search, the selection."""

from dataclasses import dataclass

from reindreader.desktop.positions import Positions
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.model.text import Span

Range = tuple[int, int]
"""First and last position in the document."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight at its place in the document. ``lane``: 0, or higher where it overlaps earlier ones."""

    highlight: Highlight
    first: int
    last: int
    lane: int = 0

    def holds(self, position: int) -> bool:
        """Whether the position lies within."""
        return self.first <= position < self.last


@dataclass(frozen=True, slots=True)
class Scene:
    """``chosen``: the id of the highlight that N, P or a click chose; ``current``: which of the hits is shown."""

    highlights: tuple[Placed, ...] = ()
    evidence: tuple[Range, ...] = ()
    hits: tuple[Range, ...] = ()
    current: int = -1
    selection: Range | None = None
    chosen: int | None = None

    def at(self, position: int) -> Placed | None:
        """The highlight at a position; of several the shortest."""
        holding = [placed for placed in self.highlights if placed.holds(position)]
        return min(holding, key=lambda placed: placed.last - placed.first, default=None)

    def by_id(self, identity: int | None) -> Placed | None:
        """The highlight of that id."""
        return next((p for p in self.highlights if identity is not None and p.highlight.id == identity), None)

    def next_after(self, position: int, step: int) -> Placed | None:
        """The next highlight after a position (``step`` 1), or the last that begins before it (-1)."""
        if step > 0:
            return next((p for p in self.highlights if p.first > position), None)
        return next((p for p in reversed(self.highlights) if p.first < position), None)


def placed(highlights: tuple[Highlight, ...], positions: Positions) -> tuple[Placed, ...]:
    """The highlights that have a place, in the order of the text, each in the lowest lane that is free there."""
    made: list[Placed] = []
    for highlight in sorted(highlights, key=_order):
        where = positions.range(highlight.quote.position) if highlight.quote.position else None
        if where and highlight.state is not AnchorState.LOST:
            taken = {p.lane for p in made if p.first < where[1] and where[0] < p.last}
            lane = next(n for n in range(len(made) + 1) if n not in taken)
            made.append(Placed(highlight, *where, lane))
    return tuple(made)


def ranges(spans: tuple[Span, ...], positions: Positions) -> tuple[Range, ...]:
    """The spans that are shown, as ranges of the document."""
    return tuple(found for span in spans if (found := positions.range(span)))


def _order(highlight: Highlight) -> tuple[int, int]:
    position = highlight.quote.position or Span(0, 0)
    return position.start, -position.end
