"""Our own icons: small line drawings (``resources/icons/*.svg``) inked in a colour of the theme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from reindreader.desktop.fonts import scaled
from reindreader.resources import resource_text

if TYPE_CHECKING:
    from reindreader.desktop.theme import Theme

_RATIOS = (1, 2, 3)
"""The device pixel ratios that an icon is drawn for."""


def icon(name: str, theme: "Theme", size: int = 16, token: str = "quiet") -> QIcon:
    """The icon ``resources/icons/name.svg`` in the colour of a token; paler while disabled. It grows with the text.

    Raises MissingResourceError for a name that is not shipped.
    """
    drawn = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, token), (QIcon.Mode.Active, "text"), (QIcon.Mode.Disabled, "edge")):
        inked = colour if token == "quiet" or mode is QIcon.Mode.Disabled else token
        for ratio in _RATIOS:
            drawn.addPixmap(pixmap(name, theme.hex(inked), scaled(size), ratio), mode)
    return drawn


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1) -> QPixmap:
    """The icon as a picture ``size`` logical pixels wide for a screen of that pixel ratio. It is drawn once, as long as
    Qt's own store has room for it: some are asked for at every painting.
    """
    known = f"{name}/{colour}/{size}/{ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(known, picture):
        picture = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(known, picture)
    return picture


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resource_text(f"icons/{name}.svg").replace("currentColor", colour)
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    box = drawing.viewBoxF()
    picture = QPixmap(round(size * ratio), round(size * ratio * box.height() / box.width()))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
