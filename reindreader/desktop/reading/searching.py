"""Find in the text: the bar, the hits, and which of them is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reindreader.desktop.reading.find_bar import FindBar
from reindreader.desktop.reading.finding import find_all
from reindreader.desktop.theme import Theme
from reindreader.model.text import Span

if TYPE_CHECKING:
    from reindreader.desktop.reading.pane import ReadingPane


class Searching(QObject):
    """Belongs to a reading pane."""

    def __init__(self, pane: "ReadingPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._hits: tuple[Span, ...] = ()
        self._bar = FindBar(theme, pane)
        self._bar.words_changed.connect(self._find)
        self._bar.next_wanted.connect(self.go)
        self._bar.closed.connect(self.close)

    @property
    def hits(self) -> tuple[Span, ...]:
        """Where the words stand."""
        return self._hits

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
        self._hits = ()
        self._pane.page.show_scene(replace(self._pane.page.scene, hits=(), current=-1))
        if had_focus:
            self._pane.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """To the next hit, or the one before; opens the bar where nothing is looked for."""
        if self._hits:
            self._show((self._pane.page.scene.current + step) % len(self._hits))
        else:
            self._pane.show_find()

    def place(self) -> None:
        """Stand at the top right."""
        self._bar.adjustSize()
        self._bar.move(max(8, self._pane.width() - self._bar.width() - 24), 8)

    def _find(self, words: str) -> None:
        text = self._pane.article.text if self._pane.article else ""
        self._hits = tuple(hit for hit in find_all(text, words) if self._pane.ranges((hit,)))
        here = self._pane.top_offset()
        self._show(next((n for n, hit in enumerate(self._hits) if hit.start >= here), 0))

    def _show(self, number: int) -> None:
        where = self._pane.ranges(self._hits)
        page = self._pane.page
        page.show_scene(replace(page.scene, hits=where, current=number if where else -1))
        self._bar.show_hits(number, len(where))
        if where:
            page.bring_into_sight(where[number])
