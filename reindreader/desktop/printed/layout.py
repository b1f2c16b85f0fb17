"""Where each page stands: sizes in points become places in pixels. It only computes."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Self

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 16
"""Between pages, and around them."""
SMALLEST, LARGEST = 0.1, 8.0
STEP = 2**0.25
"""What one step of zooming multiplies by."""
PIXELS_A_POINT = 96 / 72
"""At a hundred per cent."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the page as the file has it turned."""


class Fit(StrEnum):
    """What the zoom follows when the view changes its size."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Zoom:
    """``factor``: 1.0 shows a page as large as it is printed; it counts only where ``fit`` is free."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    def stepped(self, steps: int, now: float) -> Self:
        """Larger or smaller than ``now``, the factor that is shown."""
        return replace(self, fit=Fit.FREE, factor=min(LARGEST, max(SMALLEST, now * STEP**steps)))


@dataclass(frozen=True)
class Layout:
    """``sizes``: of the pages in points; ``view``: in pixels; ``turned``: by the reader, degrees clockwise.

    ``single``: each page has at least all of the view's height to itself.
    """

    sizes: Sequence[tuple[float, float]]
    view: QSizeF
    zoom: Zoom = Zoom()
    turned: int = 0
    single: bool = False

    @cached_property
    def scale(self) -> float:
        """Pixels a point."""
        widest, highest = self._largest
        across = max(80.0, self.view.width() - 2 * GAP) / widest
        down = max(80.0, self.view.height() - 2 * GAP) / highest
        wanted = {Fit.WIDTH: across, Fit.PAGE: min(across, down), Fit.FREE: self.zoom.factor * PIXELS_A_POINT}
        return min(LARGEST * PIXELS_A_POINT, max(SMALLEST, wanted[self.zoom.fit]))

    @property
    def factor(self) -> float:
        """How large pages are shown, 1.0 as printed."""
        return self.scale / PIXELS_A_POINT

    @cached_property
    def size(self) -> QSizeF:
        """Of all pages together."""
        width = self._largest[0] * self.scale + 2 * GAP
        return QSizeF(max(width, self.view.width()), self._tops[-1])

    def rect(self, page: int) -> QRectF:
        """Where a page stands, from the top left corner of all pages; in whole pixels."""
        width, height = self._shown(page)
        left = (self.size.width() - width) / 2
        slot = self._tops[page + 1] - self._tops[page]
        top = self._tops[page] + (max(GAP, (slot - height) / 2) if self.single else GAP)
        return QRectF(round(left), round(top), round(width), round(height))

    def slot(self, page: int) -> tuple[float, float]:
        """The upper and lower end of what belongs to a page."""
        return self._tops[page], self._tops[page + 1]

    def page_at(self, y: float) -> int:
        """The page at a height, the nearest one between pages."""
        return max(0, min(len(self.sizes) - 1, bisect_right(self._tops, y) - 1))

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages that are in sight between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.sizes else range(0)

    def to_view(self, page: int, box: Box) -> QRectF:
        """A box of a page in pixels, from the top left corner of all pages."""
        wide, high = self.sizes[page]
        left, top, right, bottom = box
        turned = {
            0: (left, top, right, bottom),
            90: (high - bottom, left, high - top, right),
            180: (wide - right, high - bottom, wide - left, high - top),
            270: (top, wide - right, bottom, wide - left),
        }[self.turned]
        at, scale = self.rect(page).topLeft(), self.scale
        corners = [value * scale for value in turned]
        return QRectF(QPointF(corners[0], corners[1]), QPointF(corners[2], corners[3])).translated(at)

    def to_page(self, page: int, point: QPointF) -> tuple[float, float]:
        """A point in points of the page."""
        wide, high = self.sizes[page]
        x, y = ((point - self.rect(page).topLeft()) / self.scale).toTuple()
        return {0: (x, y), 90: (y, high - x), 180: (wide - x, high - y), 270: (wide - y, x)}[self.turned]

    @cached_property
    def _largest(self) -> tuple[float, float]:
        wide = max((width for width, _ in self.sizes), default=1.0)
        high = max((height for _, height in self.sizes), default=1.0)
        return (high, wide) if self.turned % 180 else (wide, high)

    @cached_property
    def _tops(self) -> "array[float]":
        tops, at = array("d", [0.0]), 0.0
        for page in range(len(self.sizes)):
            high = self._shown(page)[1]
            at += max(self.view.height(), high + 2 * GAP) if self.single else high + GAP
            tops.append(at)
        if not self.single:
            tops[-1] += GAP
        return tops

    def _shown(self, page: int) -> tuple[float, float]:
        width, height = self.sizes[page]
        wide, high = (height, width) if self.turned % 180 else (width, height)
        return wide * self.scale, high * self.scale
