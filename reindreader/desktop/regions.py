"""The regions of the window, gone to by keys: shelf, article, card, citation bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Regions(QObject):
    """Goes to a region by its number, or to the next one."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._places: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            (window.shelf, self._go_shelf),
            (window.side, self._go_article),
            (window.card, self._go_card),
            (window.bar, self._go_bar),
        )

    def go(self, number: int) -> None:
        """To region 0 … 3."""
        self._places[number][1]()

    def step(self, step: int) -> None:
        """To the next region that is shown, or the one before."""
        shown = [place for place in self._places if place[0].isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, (region, _) in enumerate(shown) if focus and region.isAncestorOf(focus)), -1)
        if shown:
            shown[(here + step) % len(shown)][1]()

    def _go_shelf(self) -> None:
        self._window.frame.show_pane(self._window.shelf, shown=True)
        self._window.shelf.focus_list()

    def _go_article(self) -> None:
        self._window.frame.slide_away()
        self._window.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_card(self) -> None:
        self._window.frame.show_pane(self._window.card, shown=True)
        self._window.card.focus_facts()

    def _go_bar(self) -> None:
        self._window.bar.focus_style()
