"""What is under a place of the page: a letter, a note, a highlight; and what follows from pointing at it."""

from PySide6.QtCore import QPointF, Signal

from reindreader.desktop.fonts import ui_font
from reindreader.desktop.reading.drawing import Drawing
from reindreader.desktop.reading.mirroring import Mirroring
from reindreader.desktop.reading.notes import SideNote, notes_of, room_below
from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.places import Places
from reindreader.desktop.reading.scene import Highlights, Placed
from reindreader.model.text import Mark, MarkKind, Span

_OPENED = frozenset({MarkKind.LINK, MarkKind.NOTE_REFERENCE})


class Touching(Places):
    """The part of the page that answers to the mouse."""

    pointed = Signal(object)
    """The code point of the article that the mouse points at, None beside its words."""
    link_opened = Signal(str)
    drawing: Drawing
    mirroring: Mirroring

    def place(self, at: QPointF, side: int | None = None) -> tuple[int, int, bool] | None:
        """The text that is nearest, the code point before which a caret there stands, and whether that ends a line."""
        shown = self.spread.at(at.x(), at.y(), side=side)
        if shown is None:
            return None
        offset, before = shown.paragraph.point(at.x() - shown.x, at.y() - shown.y)
        return shown.side.number, offset, before

    def letter(self, at: QPointF) -> tuple[int, int] | None:
        """The text and the code point under a place; None beside the words."""
        shown = self.spread.at(at.x(), at.y())
        offset = shown.paragraph.letter(at.x() - shown.x, at.y() - shown.y) if shown else None
        return (shown.side.number, offset) if shown is not None and offset is not None else None

    def mark_at(self, at: QPointF) -> Mark | None:
        """The link or note reference under a place."""
        letter = self.letter(at)
        if letter is None:
            return None
        folio = self.spread.sides[letter[0]].folio
        marks = folio.marks(folio.at(letter[1]))
        return next((m for m in marks if m.kind in _OPENED and m.span.contains(letter[1])), None)

    def in_column(self, at: QPointF) -> bool:
        """Whether a place is within a column of text."""
        return any(side.column.left <= at.x() <= side.column.right for side in self.spread.in_view)

    def note_at(self, at: QPointF) -> SideNote | None:
        """The side note there."""
        return self.drawing.note_at(at)

    def highlight_at(self, side: int, offset: int) -> Placed | None:
        """The highlight of the article that holds a code point, or that the words beside answer to."""
        span = Span(offset, offset + 1)
        if side == 1:
            answer = self.mirroring.of(span, 1)
            return self.spread.sides[0].scene.highlights.at(answer.start) if answer else None
        return self.spread.sides[0].scene.highlights.at(offset)

    def show_hovered(self, letter: tuple[int, int] | None) -> None:
        """The mouse is on a letter, or on none."""
        self.pointed.emit(letter[1] if letter is not None and letter[0] == 0 else None)
        row = self.spread.pairing(*letter) if letter is not None else None
        number = self.spread.row_number(row) if row is not None else None
        if self.spread.parallel and self.mirroring.point(self.spread.sides, number, letter):
            self.viewport().update()

    def open_mark(self, side: int, mark: Mark) -> None:
        """Open a link; open a footnote below the paragraph that names it, or close it."""
        if mark.kind is MarkKind.LINK:
            if mark.target:
                self.link_opened.emit(mark.target)
            return
        own = self.spread.sides[side]
        label = mark.target or mark.span.slice(own.folio.text)
        own.setter.open_notes ^= {(mark.span.start, label)}
        self.spread.forget()
        self.settle()
        self.viewport().update()
        self.moved.emit()

    # notes

    def has_notes(self) -> bool:
        """Whether a highlight in sight, or a little above, has a note."""
        return any(
            placed.highlight.note
            for own in self.spread.shown(400)
            for placed in own.side.scene.highlights.touching(own.paragraph.span)
        )

    def room_below(self, side: int, paragraph: Paragraph) -> float:
        """How much room a paragraph needs below it for notes that have none beside it."""
        own = self.spread.sides[side]
        if own.column.note_width:
            return 0.0
        notes = notes_of(own.scene.highlights, paragraph, ending=True)
        return room_below(notes, own.column.width, ui_font()) if notes else 0.0

    def show_changes(self, before: Highlights) -> None:
        """Draw anew where highlights differ from those before."""
        seen = [own for own in self.spread.shown() if own.side.number == 0]
        if not seen:
            return
        whole = Span(seen[0].paragraph.span.start, max(own.paragraph.span.end for own in seen))
        old = {_drawn(p): p for p in before.touching(whole)}
        new = {_drawn(p): p for p in self.spread.sides[0].scene.highlights.touching(whole)}
        changed = [own for key, own in (old | new).items() if key not in old or key not in new]
        noted = any(p.highlight.note for p in changed)
        if noted and not self.spread.sides[0].column.note_width:
            self.spread.forget()
            self.settle()
        if noted or self.spread.parallel:
            self.viewport().update()
            return
        for placed in changed:
            for piece in self.stretches(placed.span):
                box = piece.line.adjusted(-4, -4, 4, 8)
                self.viewport().update(box.toAlignedRect())
            area = self.area(placed.span)
            gutter = area.adjusted(self.spread.sides[0].column.left - 60 - area.left(), -8, 0, 8)
            gutter.setWidth(60)
            self.viewport().update(gutter.toAlignedRect())
            if self.spread.sides[0].column.mirrored:
                self.viewport().update()


def _drawn(placed: Placed) -> tuple[object, ...]:
    """All of a highlight that is to be seen."""
    own = placed.highlight
    return own.id, placed.span.start, placed.span.end, placed.lane, own.colour, own.note
