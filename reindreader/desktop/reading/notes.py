"""The notes beside the text: each at the height of its highlight, none over another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextDocument, QTextLayout, QTextOption

from reindreader.desktop.ink import paint_bar
from reindreader.desktop.reading.lines import stretches
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.style import BAR_WIDTH, NOTE_GAP, NOTE_MAX, NOTE_MIN
from reindreader.desktop.theme import LABEL_LINE, Theme

PITCH, MOST_LINES = 20, 8
_INDENT, _APART = 12, 8


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands on the page. ``mirrored``: it runs from right to left, and so does the page."""

    left: float
    right: float
    page: float
    mirrored: bool = False

    @property
    def note_width(self) -> float:
        """The room for a note's words beside the text, 0 where that is too narrow."""
        room = (self.left if self.mirrored else self.page - self.right) - NOTE_GAP - 20
        return min(room, NOTE_MAX) - _INDENT if room >= NOTE_MIN else 0

    def note_left(self, width: float) -> float:
        """Where the bar of a note as wide as that stands."""
        return self.left - NOTE_GAP - width - _INDENT if self.mirrored else self.right + NOTE_GAP


@dataclass(frozen=True, slots=True)
class SideNote:
    """A note where it is drawn, in document pixels. ``whole``: nothing of it is cut."""

    placed: Placed
    area: QRectF
    lines: tuple[str, ...]
    whole: bool


def note_lines(words: str, font: QFont, width: float) -> tuple[tuple[str, ...], bool]:
    """The note's lines at that width, at most eight; and whether that is all of it."""
    lines: list[str] = []
    for paragraph in words.splitlines():
        lines.extend(_wrapped(paragraph, font, width))
    if len(lines) <= MOST_LINES:
        return tuple(lines), True
    return (*lines[: MOST_LINES - 1], lines[MOST_LINES - 1].rstrip() + " …"), False


def _wrapped(words: str, font: QFont, width: float) -> Iterator[str]:
    layout = QTextLayout(words, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        units = words.encode("utf-16-le")
        yield units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le", "replace")
    layout.endLayout()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def lay_notes(document: QTextDocument, noted: Iterable[Placed], column: Column, font: QFont) -> tuple[SideNote, ...]:
    """The notes of these highlights beside the text, or below their paragraphs where there is no room beside."""
    laid: list[SideNote] = []
    width = column.note_width
    lowest = 0.0
    for placed in noted:
        lines, whole = note_lines(placed.highlight.note, font, width or column.right - column.left - _INDENT)
        first = next(iter(stretches(document, placed.first, placed.last)), None)
        if first is None or not lines:
            continue
        if width:
            top = max(first.top + 4, lowest + _APART)
            area = QRectF(column.note_left(width), top, width + _INDENT, PITCH * len(lines))
        else:
            block = document.documentLayout().blockBoundingRect(document.findBlock(placed.last - 1))
            top = max(block.bottom() + _APART, lowest + _APART)
            area = QRectF(column.left, top, column.right - column.left, PITCH * len(lines))
        lowest = area.bottom()
        laid.append(SideNote(placed, area, lines, whole))
    return tuple(laid)


def room_below(notes: Iterable[Placed], column: Column, font: QFont) -> float:
    """How much room the notes of one paragraph need below it, in pixels."""
    width = column.right - column.left - _INDENT
    return sum(_APART + PITCH * len(note_lines(placed.highlight.note, font, width)[0]) for placed in notes)


def paint_note(painter: QPainter, note: SideNote, theme: Theme, font: QFont) -> None:
    """Draw a note with the bar of its highlight."""
    ink = theme.inks[note.placed.highlight.colour]
    paint_bar(painter, ink, QRectF(note.area.left(), note.area.top() + 2, BAR_WIDTH, LABEL_LINE))
    painter.setPen(QColor(theme.hex("text")))
    painter.setFont(font)
    ascent, descent = painter.fontMetrics().ascent(), painter.fontMetrics().descent()
    for index, line in enumerate(note.lines):
        baseline = note.area.top() + index * PITCH + (PITCH - ascent - descent) / 2 + ascent
        painter.drawText(QPointF(note.area.left() + _INDENT, baseline), line)
