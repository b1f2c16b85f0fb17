"""The icons of the card, each drawn once for a theme and a screen."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from reindreader.desktop.fonts import scaled
from reindreader.desktop.icons import pixmap
from reindreader.desktop.theme import Theme


class Marks:
    """Keeps what it has drawn; another theme is another ``Marks``."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def draw(self, painter: QPainter, name: str, place: QRect, token: str = "quiet") -> None:
        """Draw the icon in the middle of a place, as large as its shorter side allows, and no larger than text has it."""
        size = min(place.width(), place.height(), scaled(16))
        key = name, token, size, painter.device().devicePixelRatioF()
        if key not in self._drawn:
            self._drawn[key] = pixmap(name, self._theme.hex(token), size, key[3])
        corner = QRect(0, 0, size, size)
        corner.moveCenter(place.center())
        painter.drawPixmap(corner.topLeft(), self._drawn[key])
