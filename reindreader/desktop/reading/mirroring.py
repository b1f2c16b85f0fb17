"""One highlight in two texts: the words of the other column that answer to it, and sentences that say the same."""

from collections.abc import Callable, Iterable, Sequence

from reindreader.desktop.reading.painting import Mirror
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.spread import Shown, Side
from reindreader.model.text import Span

Counterpart = Callable[[Span], Span | None]
"""Words of one text -> the words of the other that say the same; None where there are none."""

Beads = Callable[[int], Sequence[tuple[Span, Span]]]
"""A row -> its sentences: words of the first text, words of the second."""


class Mirroring:
    """Knows what answers to what, and asks for each highlight once."""

    def __init__(self) -> None:
        self._forth: Counterpart | None = None
        self._back: Counterpart | None = None
        self._beads: Beads | None = None
        self._kept: dict[Span, Span | None] = {}

    def show(self, forth: Counterpart | None, back: Counterpart | None, beads: Beads | None) -> None:
        """Other answers: from the first text to the second, back, and by sentences."""
        self._forth, self._back, self._beads = forth, back, beads
        self._kept.clear()

    def of(self, span: Span, side: int) -> Span | None:
        """What answers to words of a side."""
        answer = self._back if side else self._forth
        return answer(span) if answer else None

    def pairs(self, shown: Iterable[Shown]) -> list[tuple[Placed, Mirror]]:
        """The highlights of the first text in sight, each with the words that answer to it."""
        if self._forth is None:
            return []
        found: dict[int | Span, tuple[Placed, Mirror]] = {}
        for own in shown:
            for placed in own.side.scene.highlights.touching(own.paragraph.span) if own.side.number == 0 else ():
                answer = self._answer(placed.span)
                if answer is not None:
                    key = placed.highlight.id if placed.highlight.id is not None else placed.span
                    found[key] = placed, Mirror(placed.highlight, answer)
        return list(found.values())

    def point(self, sides: Sequence[Side], row: int | None, letter: tuple[int, int] | None) -> bool:
        """Show the sentences that say the same as the one under the mouse; whether that is a change."""
        found: tuple[Span | None, Span | None] = (None, None)
        if self._beads is not None and row is not None and letter is not None:
            found = next((own for own in self._beads(row) if own[letter[0]].contains(letter[1])), found)
        changed = False
        for side, span in zip(sides, found, strict=False):
            changed = changed or side.scene.bead != span
            side.scene.bead = span
        return changed

    def _answer(self, span: Span) -> Span | None:
        if span not in self._kept and self._forth is not None:
            self._kept[span] = self._forth(span)
        return self._kept.get(span)
