"""The drawings that are kept: the newest of each page, within a bound of memory."""

from collections import OrderedDict
from collections.abc import Collection

from PySide6.QtGui import QImage

from reindreader.desktop.printed.press import Drawing

MOST_BYTES = 24_000_000


class Gallery:
    """Pictures of pages by their number. What was looked at longest ago goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._pictures: OrderedDict[int, tuple[Drawing, QImage]] = OrderedDict()

    def keep(self, drawing: Drawing, picture: QImage, needed: Collection[int] = ()) -> None:
        """Keep a picture; those of pages that are ``needed`` stay whatever their size."""
        self._pictures[drawing.page] = drawing, picture
        self._pictures.move_to_end(drawing.page)
        size = sum(own.sizeInBytes() for _, own in self._pictures.values())
        for page in [page for page in self._pictures if page not in needed and page != drawing.page]:
            if size <= self._most:
                return
            size -= self._pictures.pop(page)[1].sizeInBytes()

    def picture(self, page: int) -> tuple[Drawing, QImage] | None:
        """The picture of a page, which may be of another scale or turned otherwise."""
        found = self._pictures.get(page)
        if found is not None:
            self._pictures.move_to_end(page)
        return found

    def holds(self, drawing: Drawing) -> bool:
        """Whether just this drawing is there."""
        found = self._pictures.get(drawing.page)
        return found is not None and found[0] == drawing

    def clear(self) -> None:
        """Keep nothing."""
        self._pictures.clear()
