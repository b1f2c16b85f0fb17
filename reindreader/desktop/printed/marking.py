"""Marking words on the page: the same popovers, keys and highlights as in the text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer

from reindreader.desktop.printed.hand import Hand
from reindreader.desktop.printed.view import PageView
from reindreader.desktop.reading.note_popover import NotePopover
from reindreader.desktop.reading.selection_popover import SelectionPopover
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.text import Span

if TYPE_CHECKING:
    from reindreader.desktop.printed.pane import PrintedPane

_POPOVER_AFTER_MS = 120


class PageMarking(QObject):
    """The signals of ``pane`` carry what is wanted."""

    def __init__(self, pane: "PrintedPane", view: PageView, hand: Hand, theme: Theme) -> None:
        super().__init__(pane)
        self._pane, self._view, self._hand = pane, view, hand
        self._made: Span | None = None
        self._with_note = False
        self.selected, self.note = SelectionPopover(theme, pane), NotePopover(theme, pane)
        self._timer = QTimer(self, singleShot=True, interval=_POPOVER_AFTER_MS)
        self._timer.timeout.connect(self._offer)
        self._connect()

    def _connect(self) -> None:
        pane, selected, note = self._pane, self.selected, self.note
        self._hand.selection_changed.connect(self._timer.start)
        self._hand.highlight_opened.connect(self.open_highlight)
        self._view.moved.connect(self._place)
        selected.left.connect(self._view.setFocus)
        selected.colour_chosen.connect(self.mark)
        selected.note_chosen.connect(self.mark_with_note)
        selected.copy_chosen.connect(pane.copy)
        selected.quotation_chosen.connect(self._want_quotation)
        selected.find_chosen.connect(lambda: pane.searching.open(pane.selected_words()))
        note.left.connect(self._view.setFocus)
        note.colour_changed.connect(pane.colour_changed)
        note.note_changed.connect(pane.note_changed)
        note.tags_changed.connect(pane.tags_changed)
        note.removed.connect(self.remove)
        note.quotation_wanted.connect(pane.quotation_wanted)

    def mark(self, colour: Colour) -> None:
        """Highlight the selected words; with none, give the chosen highlight this colour."""
        chosen, span = self._view.scene.chosen, self._take_span()
        if span is not None:
            self._pane.highlight_wanted.emit(span, colour)
        elif chosen is not None:
            self._pane.colour_changed.emit(chosen, colour)

    def mark_with_note(self) -> None:
        """Highlight the selected words and open the note; with none, open that of the chosen highlight."""
        chosen, span = self._view.scene.chosen, self._take_span(with_note=True)
        if span is not None:
            self._pane.highlight_wanted.emit(span, Colour.YELLOW)
        elif chosen is not None:
            self.open_highlight(chosen)

    def remove(self, identity: int | None) -> None:
        """Ask for a highlight to be removed."""
        if identity is not None:
            self.close()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pane.highlight_removed.emit(identity)

    def _want_quotation(self) -> None:
        if self._hand.selection is not None:
            self.selected.hide()
            self._pane.quotation_wanted.emit(self._hand.selection)

    def show_theme(self, theme: Theme) -> None:
        """Draw the popovers in the theme's colours."""
        self.selected.show_theme(theme)
        self.note.show_theme(theme)

    def _take_span(self, *, with_note: bool = False) -> Span | None:
        """The selected words, which are selected no longer: they are to be marked."""
        span = self._hand.selection
        if span is not None:
            self._made, self._with_note = span, with_note
            self.selected.hide()
            self._hand.select(None)
            self._timer.stop()
        return span

    def follow(self, highlights: tuple[Highlight, ...], place_words: str = "") -> None:
        """The highlights were changed: show the open one as it is now, and choose the one that was just made: what keys
        do next is about it."""
        shown = self.note.shown_id
        known = {own.id: own for own in highlights}
        if shown is not None and shown in known:
            self.note.show_highlight(known[shown], place_words)
        elif shown is not None:
            self.note.hide()
        made = next((own for own in highlights if self._made and own.quote.position == self._made), None)
        if made is not None and made.id is not None:
            self._made = None
            if self._with_note:
                self.open_highlight(made.id)
            else:
                self.choose(made.id)

    def open_highlight(self, identity: int) -> None:
        """Open a highlight's note below its words."""
        found = self._view.scene.by_id(identity)
        if found is None:
            return
        self.selected.hide()
        self.choose(identity)
        self.note.show_highlight(found, "")
        self.note.show()
        self.note.raise_()
        self._place()
        self.note.write()

    def choose(self, identity: int | None) -> None:
        """Choose a highlight: keys then are about it."""
        self._view.show_scene(replace(self._view.scene, chosen=identity))

    def close(self) -> bool:
        """Close what floats; whether there was anything."""
        self._timer.stop()
        was_open = not (self.selected.isHidden() and self.note.isHidden())
        self.selected.hide()
        self.note.close_up()
        self.choose(None)
        return was_open

    def offer(self) -> None:
        """Show what can be done with the selected words, and enter it."""
        self._timer.stop()
        self._offer()
        if not self.selected.isHidden():
            self.selected.enter()

    def _offer(self) -> None:
        span = self._hand.selection
        area = self._area(span) if span is not None else None
        if area is None or not area.intersects(self._view.viewport().rect()):
            self.selected.hide()
            return
        self.note.close_up()
        self.selected.show()
        self.selected.raise_()
        self.selected.place(self._in_pane(area), 4, above=True)

    def _place(self) -> None:
        if not self.selected.isHidden():
            self._offer()
        found = self._view.scene.by_id(self.note.shown_id)
        place = found.quote.position if found else None
        area = self._area(place) if place else None
        if area is None:
            return
        if area.intersects(self._view.viewport().rect()):
            self.note.place(self._in_pane(area), 8, above=False)
        else:
            self.note.close_up()

    def _area(self, span: Span) -> QRect | None:
        """Where words stand in the viewport: all their boxes on the first page of them."""
        text = self._view.scene.text
        boxes = text.boxes(span) if text else {}
        if not boxes:
            return None
        page = min(boxes)
        areas = [self._view.area_of(page, box) for box in boxes[page]]
        whole = QRectF(areas[0])
        for area in areas[1:]:
            whole = whole.united(area)
        return whole.toRect()

    def _in_pane(self, area: QRect) -> QRect:
        corner = self._view.viewport().mapTo(self._pane, QPoint(0, 0))
        return area.translated(corner)


MARK_KEYS = {
    Qt.Key.Key_1: Colour.YELLOW,
    Qt.Key.Key_2: Colour.BLUE,
    Qt.Key.Key_3: Colour.GREEN,
    Qt.Key.Key_4: Colour.ROSE,
    Qt.Key.Key_5: Colour.ORANGE,
    Qt.Key.Key_U: Colour.UNDERLINE,
}
"""The keys that mark words in a colour."""
