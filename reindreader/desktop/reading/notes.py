"""The notes beside the text: each at the height of its highlight, none over another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from reindreader.desktop.ink import paint_bar
from reindreader.desktop.reading.lines import has_right_to_left
from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.scene import Highlights, Placed
from reindreader.desktop.reading.spread import Shown
from reindreader.desktop.reading.style import BAR_WIDTH
from reindreader.desktop.theme import LABEL_LINE, Theme

PITCH, MOST_LINES = 20, 8
INDENT, APART = 12, 8


@dataclass(frozen=True, slots=True)
class SideNote:
    """A note where it is drawn, in pixels of the viewport. ``whole``: nothing of it is cut."""

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
    units = words.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le", "replace")
    layout.endLayout()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def notes_of(highlights: Highlights, paragraph: Paragraph, *, ending: bool = False) -> list[Placed]:
    """The highlights with a note that begin in a paragraph, or that end in it."""
    noted = [p for p in highlights.touching(paragraph.span) if p.highlight.note]
    if ending:
        return [p for p in noted if p.span.end <= paragraph.span.end]
    return [p for p in noted if p.span.start >= paragraph.span.start]


def room_below(notes: Iterable[Placed], width: float, font: QFont) -> float:
    """How much room the notes of one paragraph need below it, in pixels."""
    return sum(APART + PITCH * len(note_lines(p.highlight.note, font, width - INDENT)[0]) for p in notes)


def lay_notes(shown: Iterable[Shown], font: QFont) -> list[SideNote]:
    """The notes of these paragraphs beside the text, or below them where there is no room beside."""
    laid: list[SideNote] = []
    lowest: dict[int, float] = {}
    for own in shown:
        side = own.side
        beside = side.column.note_width
        for placed in notes_of(side.scene.highlights, own.paragraph, ending=not beside):
            note = _lay(own, placed, beside, lowest.get(side.number, -1e9), font)
            if note is not None:
                lowest[side.number] = note.area.bottom()
                laid.append(note)
    return laid


def _lay(shown: Shown, placed: Placed, beside: float, lowest: float, font: QFont) -> SideNote | None:
    column = shown.side.column
    lines, whole = note_lines(placed.highlight.note, font, beside or column.width - INDENT)
    first = next(shown.stretches(placed.span), None)
    if first is None or not lines:
        return None
    if beside:
        area = QRectF(column.note_left(beside), max(first.top + 4, lowest + APART), beside + INDENT, PITCH * len(lines))
    else:
        top = max(shown.area.bottom() + APART, lowest + APART)
        area = QRectF(column.left, top, column.width, PITCH * len(lines))
    return SideNote(placed, area, lines, whole)


def paint_note(painter: QPainter, note: SideNote, theme: Theme, font: QFont) -> None:
    """Draw a note with the bar of its highlight; one from right to left has its bar at the right."""
    ink = theme.inks[note.placed.highlight.colour]
    mirrored = bool(note.lines) and has_right_to_left(note.lines[0][:1])
    x = note.area.right() - BAR_WIDTH if mirrored else note.area.left()
    paint_bar(painter, ink, QRectF(x, note.area.top() + 2, BAR_WIDTH, LABEL_LINE))
    painter.setPen(theme.colour("text"))
    painter.setFont(font)
    ascent, descent = painter.fontMetrics().ascent(), painter.fontMetrics().descent()
    for index, line in enumerate(note.lines):
        top = note.area.top() + index * PITCH
        if mirrored:
            box = QRectF(note.area.left(), top, note.area.width() - INDENT, PITCH)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)
        else:
            painter.drawText(QPointF(note.area.left() + INDENT, top + (PITCH - ascent - descent) / 2 + ascent), line)
