"""Where the columns of text stand on the page, and how much room is beside them."""

from dataclasses import dataclass

from reindreader.desktop.fonts import scaled
from reindreader.desktop.reading.style import GUTTER, NOTE_GAP, NOTE_MAX, NOTE_MIN, RIGHT_MARGIN, ReadingStyle

BETWEEN = 80
"""Between two columns."""

_OUTER = 64
"""Beside two columns, for numbers and bars."""

_EDGE = 20
"""Between a note and the edge of the page."""

_NARROWEST = 120
_INDENT = 12


@dataclass(frozen=True, slots=True)
class Column:
    """``left`` to ``right`` on a page as wide as ``page``. ``mirrored``: numerals and bars stand at its right.

    ``alone``: there is no other column, and notes may stand beside it.
    """

    left: float
    right: float
    page: float
    mirrored: bool = False
    alone: bool = True

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    @property
    def note_width(self) -> float:
        """The room for a note's words beside the text, 0 where that is too narrow."""
        room = (self.left if self.mirrored else self.page - self.right) - NOTE_GAP - _EDGE
        return min(room, NOTE_MAX) - _INDENT if self.alone and room >= NOTE_MIN else 0

    def note_left(self, width: float) -> float:
        """Where the bar of a note as wide as that stands."""
        return self.left - NOTE_GAP - width - _INDENT if self.mirrored else self.right + NOTE_GAP


def one_column(page: float, style: ReadingStyle, *, mirrored: bool) -> Column:
    """The only column of a page, with its notes in the middle of what a wide page has more than they need."""
    gutter = scaled(GUTTER)
    width = max(_NARROWEST, min(style.column, page - gutter - RIGHT_MARGIN))
    spare = max(0.0, page - gutter - width - NOTE_GAP - NOTE_MAX - _EDGE)
    edge = gutter + spare // 2
    left = page - edge - width if mirrored else edge
    return Column(left, left + width, page, mirrored)


def two_columns(page: float, style: ReadingStyle) -> tuple[Column, Column]:
    """Two equal columns in the middle of a page, numbered outside."""
    between, outer = scaled(BETWEEN), scaled(_OUTER)
    width = max(_NARROWEST, min(style.column, (page - 2 * outer - between) // 2))
    left = max(outer, (page - 2 * width - between) // 2)
    second = left + width + between
    return Column(left, left + width, page, alone=False), Column(second, second + width, page, True, False)
