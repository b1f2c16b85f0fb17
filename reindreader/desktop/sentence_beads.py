"""The sentences of two texts that say the same, found row by row in the library's thread when they are asked for."""

from bisect import bisect_right

from PySide6.QtCore import QObject, QTimer, Signal

from reindreader import parallel
from reindreader.desktop.jobs import Jobs
from reindreader.model.text import Span
from reindreader.parallel import Alignment, SentenceBead

_TOGETHER_MS = 30


class SentenceBeads(QObject):
    """What is not known yet is None, and ``changed`` tells when it is."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._alignment: Alignment | None = None
        self._known: dict[int, tuple[SentenceBead, ...]] = {}
        self._asked: set[int] = set()
        self._rows: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._starts: tuple[list[int], list[int]] = ([], [])
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self.changed)

    def show(self, alignment: Alignment | None) -> None:
        """Other texts, or other rows; None: no second text."""
        self._alignment = alignment
        self._known, self._asked = {}, set()
        self._rows, self._starts = ({}, {}), ([], [])
        if alignment is not None:
            first, second = (
                {block: n for n, row in enumerate(alignment.rows) for block in row.side(first=own)}
                for own in (True, False)
            )
            self._rows = first, second
            self._starts = (
                [block.span.start for block in alignment.first.blocks],
                [block.span.start for block in alignment.second.blocks],
            )

    def forth(self, span: Span) -> Span | None:
        """The sentences of the second text that answer to words of the first."""
        return self._answer(span, side=0)

    def back(self, span: Span) -> Span | None:
        """The sentences of the first text that answer to words of the second."""
        return self._answer(span, side=1)

    def of_row(self, row: int) -> list[tuple[Span, Span]]:
        """The sentences of a row, those of both texts that belong together."""
        return [(b.first, b.second) for b in self._beads(row) or () if b.first is not None and b.second is not None]

    def _answer(self, span: Span, *, side: int) -> Span | None:
        starts = self._starts[side]
        blocks = range(
            max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, max(span.start, span.end - 1))
        )
        rows = sorted({self._rows[side][block] for block in blocks if block in self._rows[side]})
        found = []
        for row in rows:
            for bead in self._beads(row) or ():
                own, other = bead.side(first=side == 0), bead.side(first=side == 1)
                if own is not None and other is not None and own.overlaps(span):
                    found.append(other)
        return Span.around(*found) if found else None

    def _beads(self, row: int) -> tuple[SentenceBead, ...] | None:
        known = self._known.get(row)
        alignment = self._alignment
        if known is None and alignment is not None and row not in self._asked:
            self._asked.add(row)
            self._jobs.submit(
                lambda _library: parallel.beads(alignment, row), lambda found: self._take(alignment, row, found)
            )
        return known

    def _take(self, alignment: Alignment, row: int, found: tuple[SentenceBead, ...]) -> None:
        if alignment is self._alignment:
            self._known[row] = found
            self._soon.start()
