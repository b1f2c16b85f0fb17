"""Two ways to say where something is on a PDF page.

A page's own space has its origin at the lower left, and knows nothing of turning (ISO 32000-2, 8.3.2.3). The page as
shown is cropped and turned, with its origin at the upper left. Both in points.
"""

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Space:
    """``left``, ``bottom``, ``right``, ``top``: of the crop box in the page's own space; ``turned``: degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turned % 180 else (wide, high)

    def shown(self, own: Box) -> Box:
        """Left, top, right, bottom as shown of a left, bottom, right, top in the page's own space."""
        left, bottom, right, top = own
        if self.turned == 0:  # nearly always
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        xs, ys = zip(self._shown(left, bottom), self._shown(right, top), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def own(self, shown: Box) -> Box:
        """Left, bottom, right, top in the page's own space of a left, top, right, bottom as shown."""
        left, top, right, bottom = shown
        xs, ys = zip(self._own(left, top), self._own(right, bottom), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        match self.turned % 360:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def _own(self, across: float, down: float) -> tuple[float, float]:
        match self.turned % 360:
            case 90:
                return down + self.left, across + self.bottom
            case 180:
                return self.right - across, down + self.bottom
            case 270:
                return self.right - down, self.top - across
            case _:
                return across + self.left, self.top - down
