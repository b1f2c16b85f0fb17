"""What is marked on the pages, as spans of the text; each page takes from it what stands on it."""

from dataclasses import dataclass, replace

from reindreader.anchoring.printed import PrintedText
from reindreader.desktop.printed.painting import Mark, PageScene
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """``text``: None as long as the document has no text; ``chosen``: the id of a highlight; ``current``: one of the hits."""

    text: PrintedText | None = None
    highlights: tuple[Highlight, ...] = ()
    evidence: tuple[Span, ...] = ()
    hits: tuple[Span, ...] = ()
    current: int = -1
    selection: Span | None = None
    chosen: int | None = None

    def on(self, page: PageScene, theme: Theme) -> PageScene:
        """The page with its part of all marks."""
        text = self.text
        if text is None or page.page >= len(text):
            return page
        area = text.span_of(page.page)
        shown = [(h, place) for h in self._placed() if (place := h.quote.position) and place.overlaps(area)]
        marks = tuple(
            Mark(text.on(page.page, place), theme.inks[own.colour], own.id is not None and own.id == self.chosen)
            for own, place in shown
        )
        current = self.hits[self.current] if 0 <= self.current < len(self.hits) else None
        return replace(
            page,
            marks=marks,
            evidence=self._boxes(page.page, area, self.evidence),
            hits=self._boxes(page.page, area, self.hits),
            current=self._boxes(page.page, area, (current,) if current else ()),
            selection=self._boxes(page.page, area, (self.selection,) if self.selection else ()),
        )

    def at(self, offset: int | None) -> Highlight | None:
        """The highlight on a letter; of several the shortest."""
        placed = [(h, h.quote.position) for h in self._placed() if h.quote.position]
        holding = [
            (len(place), n, h) for n, (h, place) in enumerate(placed) if offset is not None and place.contains(offset)
        ]
        return min(holding)[2] if holding else None

    def by_id(self, identity: int | None) -> Highlight | None:
        """The highlight of that id."""
        return next((h for h in self._placed() if identity is not None and h.id == identity), None)

    def next_after(self, offset: int, step: int) -> Highlight | None:
        """The next highlight after a place (``step`` 1), or the last that begins before it (-1)."""
        starts = sorted(
            (h.quote.position.start, n)
            for n, h in enumerate(self.highlights)
            if h.quote.position and h.state is not AnchorState.LOST
        )
        wanted = [n for at, n in starts if at > offset][:1] if step > 0 else [n for at, n in starts if at < offset][-1:]
        return self.highlights[wanted[0]] if wanted else None

    def _placed(self) -> list[Highlight]:
        return [h for h in self.highlights if h.quote.position is not None and h.state is not AnchorState.LOST]

    def _boxes(self, page: int, area: Span, spans: tuple[Span, ...]) -> list[tuple[float, float, float, float]]:
        text = self.text
        return [box for span in spans if text and span.overlaps(area) for box in text.on(page, span)]
