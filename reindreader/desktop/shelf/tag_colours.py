"""The colours of tags: those of highlights, by their names, so that they suit every theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour
from reindreader.workflows.wording import _

COLOURS = (Colour.YELLOW, Colour.BLUE, Colour.GREEN, Colour.ROSE, Colour.ORANGE)


def colour_words() -> dict[Colour, str]:
    """The colours for people."""
    return {
        Colour.YELLOW: _("Yellow"),
        Colour.BLUE: _("Blue"),
        Colour.GREEN: _("Green"),
        Colour.ROSE: _("Rose"),
        Colour.ORANGE: _("Orange"),
    }


def ink_of(colour: str | None, theme: Theme) -> QColor | None:
    """A tag's colour on the shelf; None for a tag without one, or with one that nobody can read."""
    if colour is None:
        return None
    if colour in {own.value for own in COLOURS}:
        return QColor(theme.inks[Colour(colour)].line)
    made = QColor(colour)
    return made if made.isValid() else None


def paint_dot(painter: QPainter, box: QRectF, colour: str | None, theme: Theme) -> None:
    """A dot in the tag's colour; a ring where it has none."""
    ink = ink_of(colour, theme)
    painter.setPen(QPen(theme.colour("edge"), 1.25) if ink is None else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if ink is None else ink)
    painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75) if ink is None else box)
