"""Find in the text: the bar, the hits, and which of them is shown."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reindreader.desktop.reading.find_bar import FindBar
from reindreader.desktop.reading.finding import Finder, finder
from reindreader.desktop.reading.scene import Hits
from reindreader.desktop.theme import Theme
from reindreader.model.text import Span

if TYPE_CHECKING:
    from reindreader.desktop.reading.pane import ReadingPane

_SLICE_S = 0.008
"""How long the search goes on before the window may do something else."""


class Searching(QObject):
    """Belongs to a reading pane. A long text is searched a slice at a time."""

    def __init__(self, pane: "ReadingPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._hits = Hits()
        self._here = self._side = 0
        self._current = -1
        self._work: Iterator[Span] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._bar = FindBar(theme, pane)
        self._bar.words_changed.connect(self._find)
        self._bar.next_wanted.connect(self.go)
        self._bar.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self._bar.isHidden()

    def show_theme(self, theme: Theme) -> None:
        """Draw the bar in the theme's colours."""
        self._bar.show_theme(theme)

    def open(self, words: str) -> None:
        """Open the bar; words of one line are looked for, else those looked for before."""
        self._bar.open_with(words if words and "\n" not in words else None)
        self.place()
        self._find(self._bar.words)

    def close(self) -> None:
        """Close the bar; the page has the focus again, if the bar had it."""
        focus = self._pane.focusWidget()
        had_focus = focus is not None and self._bar.isAncestorOf(focus)
        self._bar.hide()
        self._stop()
        self._hits, self._current = Hits(), -1
        self._pane.page.show_hits(self._hits, -1)
        if had_focus:
            self._pane.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """To the next hit, or the one before; opens the bar where nothing is looked for."""
        if len(self._hits):
            self._show((self._current + step) % len(self._hits))
        else:
            self._pane.show_find()

    def place(self) -> None:
        """Stand at the top right."""
        self._bar.adjustSize()
        self._bar.move(max(8, self._pane.width() - self._bar.width() - 24), 8)

    def _find(self, words: str) -> None:
        self._stop()
        self._hits, self._current = Hits(), -1
        spread = self._pane.page.spread
        self._side = spread.in_view[0].number if spread.in_view else 0
        self._here = self._pane.page.top_offset(self._side)
        self._work = self._search(finder(words)) if words.strip() else None
        self._go_on()

    def _search(self, find: Finder) -> Iterator[Span]:
        """All hits in order; an empty span after each paragraph, so that one can pause there."""
        sides = self._pane.page.spread.sides
        folio = sides[self._side].folio if sides else None
        for number in range(len(folio) if folio else 0):
            assert folio is not None
            if folio.blocks[number] is not None:
                start = folio.starts[number]
                yield from (hit.shifted(start) for hit in find(folio.words(number)))
                yield Span(start, start)

    def _go_on(self) -> None:
        end = time.monotonic() + _SLICE_S
        while self._work is not None:
            hit = next(self._work, None)
            if hit is None:
                self._stop()
            elif len(hit):
                self._hits.add(hit)
            elif time.monotonic() > end:
                self._timer.start()
                break
        self._tell()

    def _tell(self) -> None:
        """Show the first hit from here on as soon as it is known."""
        count = len(self._hits)
        if self._current < 0 and count and (self._work is None or self._hits.from_on(self._here) < count):
            first = self._hits.from_on(self._here)
            self._show(first if first < count else 0)
            return
        self._bar.show_hits(self._current, count, going_on=self._work is not None)
        self._pane.page.show_hits(self._hits, self._current, self._side)

    def _stop(self) -> None:
        self._work = None
        self._timer.stop()

    def _show(self, number: int) -> None:
        self._current = number
        self._pane.page.show_hits(self._hits, number, self._side)
        self._bar.show_hits(number, len(self._hits), going_on=self._work is not None)
        self._pane.page.bring_into_sight(self._hits.span(number), self._side)
