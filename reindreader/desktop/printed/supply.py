"""The pictures and letters of pages: asked of the press as the pages come into sight, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reindreader.desktop.printed.gallery import Gallery
from reindreader.desktop.printed.press import Drawing, Press, Reading

_AHEAD, _BEHIND = 2, 1
"""How many pages are drawn before they come into sight."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be drawn: the pages in sight, of how many, at which scale (device pixels a point) and turned how far.

    ``down``: whether one leafs towards the end.
    """

    pages: range = range(0)
    count: int = 0
    scale: float = 1.0
    turned: int = 0
    down: bool = True


class Supply(QObject):
    """Wants the pages in sight, then their letters, then the pages to come."""

    came = Signal(int)
    """Something of this page is there, or never will be."""

    def __init__(self, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press, self._gallery = press, Gallery()
        self._failed: set[int] = set()
        self._read: set[int] = set()
        self._sight = Sight()
        press.drawn.connect(self._take_picture)
        press.page_failed.connect(self._take_failure)

    def clear(self) -> None:
        """Keep nothing: another document is shown."""
        self._gallery.clear()
        self._failed, self._read = set(), set()

    def forget_letters(self) -> None:
        """Ask for the letters of pages in sight again."""
        self._read.clear()
        self.ask(self._sight)

    def take_letters(self, page: int) -> None:
        """The letters of a page have come: they need not be asked for again."""
        self._read.add(page)
        self.came.emit(page)

    def picture(self, page: int) -> QImage | None:
        """The picture of a page, which may be of another scale; None where there is none, or it is turned otherwise."""
        found = self._gallery.picture(page)
        return found[1] if found and found[0].turned == self._sight.turned else None

    def failed(self, page: int) -> bool:
        """Whether a page cannot be drawn."""
        return page in self._failed

    def holds(self, page: int) -> bool:
        """Whether a page's picture is there, as large as it is shown."""
        return not self._drawings([page])

    def ask(self, sight: Sight) -> None:
        """Want what is in sight now."""
        self._sight = sight
        pages = list(sight.pages)
        if not pages:
            return
        later = range(pages[-1] + 1, pages[-1] + 1 + (_AHEAD if sight.down else _BEHIND))
        earlier = range(pages[0] - 1, pages[0] - 1 - (_BEHIND if sight.down else _AHEAD), -1)
        near = [page for page in (*later, *earlier) if 0 <= page < sight.count]
        letters = [Reading(page) for page in pages if page not in self._read]
        self._press.want([*self._drawings(pages), *letters, *self._drawings(near)])

    def _drawings(self, pages: Sequence[int]) -> list[Drawing]:
        sight = self._sight
        wanted = [Drawing(page, sight.scale, sight.turned) for page in pages if page not in self._failed]
        return [drawing for drawing in wanted if not self._gallery.holds(drawing)]

    def _take_picture(self, drawing: Drawing, picture: QImage) -> None:
        if not drawing.small:
            self._gallery.keep(drawing, picture, self._sight.pages)
            self.came.emit(drawing.page)

    def _take_failure(self, page: int) -> None:
        self._failed.add(page)
        self.came.emit(page)
