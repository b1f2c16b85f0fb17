"""Find in the pages: the same bar as in the text, and the hits in a list beside the pages."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from reindreader.desktop.reading.find_bar import FindBar
from reindreader.desktop.reading.finding import find_all
from reindreader.desktop.theme import Theme
from reindreader.model.text import Span

if TYPE_CHECKING:
    from reindreader.desktop.printed.pane import PrintedPane

_SOON_MS = 120


class PageSearching(QObject):
    """Belongs to a printed pane."""

    def __init__(self, pane: "PrintedPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._hits: tuple[Span, ...] = ()
        self._bar = FindBar(theme, pane)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._find)
        self._bar.words_changed.connect(lambda _: self._soon.start())
        self._bar.next_wanted.connect(self.go)
        self._bar.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self._bar.isHidden()

    def show_theme(self, theme: Theme) -> None:
        """Draw the bar in the theme's colours."""
        self._bar.show_theme(theme)

    def open(self, words: str = "") -> None:
        """Open the bar and the list of hits."""
        self._bar.open_with(words if words and "\n" not in words else None)
        self._pane.bar.show_side(shown=True)
        self._pane.side.show_list(2)
        self.place()
        self._soon.stop()
        self._find()

    def close(self) -> None:
        """Close the bar; the pages have the focus again."""
        self._bar.hide()
        self._hits = ()
        self._show_scene(-1)
        self._pane.side.show_hits("", (), str, "")
        self._pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """To the next hit, or the one before."""
        if self._soon.isActive():
            self._soon.stop()
            self._find()
        elif self._hits:
            self.show((self._pane.view.scene.current + step) % len(self._hits))

    def show(self, number: int) -> None:
        """Bring a hit into sight."""
        self._show_scene(number if self._hits else -1)
        self._bar.show_hits(number, len(self._hits))
        self._pane.side.show_hit(number)
        if self._hits:
            self._pane.show_span(self._hits[number])

    def place(self) -> None:
        """Stand at the top right, below the strip."""
        self._bar.adjustSize()
        corner = self._pane.view.mapTo(self._pane, QPoint(self._pane.view.width(), 0))
        self._bar.move(max(8, corner.x() - self._bar.width() - 24), corner.y() + 8)

    def _find(self) -> None:
        article, text = self._pane.article, self._pane.view.scene.text
        found = find_all(article.text, self._bar.words) if article else ()
        self._hits = tuple(hit for hit in found if text is not None and text.page_at(hit.start) is not None)
        self._pane.side.show_hits(article.text if article else "", self._hits, self._label, self._bar.words)
        page = self._pane.view.page
        here = text.span_of(page).start if text and page < len(text) else 0
        self.show(next((n for n, hit in enumerate(self._hits) if hit.start >= here), 0))

    def _label(self, offset: int) -> str:
        text = self._pane.view.scene.text
        page = text.page_at(offset) if text else None
        return self._pane.view.label(page) if page is not None else ""

    def _show_scene(self, number: int) -> None:
        scene = self._pane.view.scene
        self._pane.view.show_scene(replace(scene, hits=self._hits, current=number))
