"""Marking words: the keys and popovers by which highlights are made, chosen, changed and removed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer

from reindreader.desktop.reading.note_popover import NotePopover
from reindreader.desktop.reading.popover import COLOURS
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.selection_popover import SelectionPopover
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.text import Span

if TYPE_CHECKING:
    from reindreader.desktop.reading.pane import ReadingPane

Actions = dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]

_PLAIN = Qt.KeyboardModifier.NoModifier
_POPOVER_AFTER_MS = 120
"""A selection is left alone for this long before the popover comes, so that it does not flicker while dragging."""


class Marking(QObject):
    """Belongs to a reading pane, and emits the pane's signals."""

    def __init__(self, pane: "ReadingPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._made: Span | None = None
        self._with_note = False
        self._selection_popover = SelectionPopover(theme, pane)
        self._note_popover = NotePopover(theme, pane)
        self._timer = QTimer(self, singleShot=True, interval=_POPOVER_AFTER_MS)
        self._timer.timeout.connect(self._offer)
        self._connect()

    def _connect(self) -> None:
        pane, note, selection = self._pane, self._note_popover, self._selection_popover
        pane.page.selectionChanged.connect(self._timer.start)
        pane.page.highlight_opened.connect(self.open_highlight)
        selection.colour_chosen.connect(self.mark)
        selection.note_chosen.connect(self.mark_with_note)
        selection.copy_chosen.connect(self._copy)
        selection.quotation_chosen.connect(self._want_quotation)
        selection.find_chosen.connect(lambda: pane.show_find(None))
        selection.left.connect(pane.page.setFocus)
        note.colour_changed.connect(pane.colour_changed)
        note.note_changed.connect(pane.note_changed)
        note.tags_changed.connect(pane.tags_changed)
        note.quotation_wanted.connect(pane.quotation_wanted)
        note.removed.connect(self._remove)
        note.left.connect(pane.page.setFocus)

    def keys(self) -> Actions:
        """The single keys of the article that mark words."""
        digits = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
        marks: Actions = {
            (key, _PLAIN): partial(self.mark, colour) for key, colour in zip(digits, COLOURS, strict=True)
        }
        return marks | {
            (Qt.Key.Key_U, _PLAIN): partial(self.mark, Colour.UNDERLINE),
            (Qt.Key.Key_M, _PLAIN): self.mark_with_note,
            (Qt.Key.Key_N, _PLAIN): partial(self._step, 1),
            (Qt.Key.Key_P, _PLAIN): partial(self._step, -1),
            (Qt.Key.Key_Return, _PLAIN): self._open_chosen,
            (Qt.Key.Key_Enter, _PLAIN): self._open_chosen,
            (Qt.Key.Key_Delete, _PLAIN): self._remove_chosen,
            (Qt.Key.Key_Backspace, _PLAIN): self._remove_chosen,
            (Qt.Key.Key_F2, _PLAIN): self._enter,
            (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier): self.join,
        }

    def show_theme(self, theme: Theme) -> None:
        """Draw the popovers in the theme's colours."""
        self._selection_popover.show_theme(theme)
        self._note_popover.show_theme(theme)

    def follow(self, highlights: tuple[Highlight, ...]) -> None:
        """The highlights were changed: show the open one as it is now, and choose the one that was just made: what keys
        do next is about it."""
        open_id = self._note_popover.shown_id
        if open_id is not None:
            own = next((highlight for highlight in highlights if highlight.id == open_id), None)
            if own is not None:
                self._note_popover.show_highlight(own, self._place_words(own))
            else:
                self._note_popover.hide()
        made = next((own for own in highlights if self._made and own.quote.position == self._made), None)
        if made is not None and made.id is not None:
            self._made = None
            if self._with_note:
                self.open_highlight(made.id)
            else:
                self._show_chosen(made.id)

    def close(self) -> bool:
        """Close what floats; whether there was anything."""
        self._timer.stop()
        was_open = not (self._selection_popover.isHidden() and self._note_popover.isHidden())
        self._selection_popover.hide()
        self._note_popover.close_up()
        if self._pane.page.scene.chosen is not None:
            self._show_chosen(None)
        return was_open

    def place(self) -> None:
        """Stand beside the words again, after scrolling."""
        if not self._selection_popover.isHidden():
            self._offer()
        page = self._pane.page
        found = page.scene.highlights.by_id(self._note_popover.shown_id)
        if found:
            area = page.area(found.span)
            if not area.toRect().intersects(page.viewport().rect()):
                self._note_popover.close_up()
                return
            self._note_popover.place(_beside(area, page.last_line(found.span)), 8, above=False)

    # making

    def mark(self, colour: Colour, *, with_note: bool = False) -> None:
        """Highlight the selected words; with none, give the chosen highlight this colour."""
        span = self._pane.selection
        chosen = self._pane.chosen()
        if span is not None:
            self._made, self._with_note = span, with_note
            self._selection_popover.hide()
            self.drop_selection()
            self._pane.highlight_wanted.emit(span, colour)
        elif chosen is not None and chosen.highlight.id is not None and chosen.highlight.colour is not colour:
            self._pane.colour_changed.emit(chosen.highlight.id, colour)

    def mark_with_note(self) -> None:
        """Highlight the selected words and write a note; with none, write one on the chosen highlight."""
        if self._pane.selection is not None:
            self.mark(Colour.YELLOW, with_note=True)
        else:
            self._open_chosen()

    def join(self) -> None:
        """Join the chosen highlight with the next one, where nothing but space is between them."""
        chosen = self._pane.chosen()
        highlights, article = self._pane.page.scene.highlights, self._pane.article
        after = highlights.next_after(chosen.span.start, 1) if chosen else None
        if chosen is None or after is None or article is None:
            return
        between = article.text[chosen.span.end : max(chosen.span.end, after.span.start)]
        if not between.strip() and chosen.highlight.id is not None and after.highlight.id is not None:
            self._note_popover.close_up()
            self._pane.highlights_joined.emit((chosen.highlight.id, after.highlight.id))

    def open_highlight(self, identity: int) -> None:
        """Open a highlight's note below its words."""
        found = self._pane.page.scene.highlights.by_id(identity)
        if found is None:
            return
        self._selection_popover.hide()
        self.choose(found)
        self._note_popover.show_highlight(found.highlight, self._place_words(found.highlight))
        self._note_popover.show()
        self._note_popover.raise_()
        self.place()
        self._note_popover.write()

    def choose(self, found: Placed) -> None:
        """Choose a highlight: keys then are about it."""
        self._show_chosen(found.highlight.id)

    # inside

    def _offer(self) -> None:
        page, span = self._pane.page, self._pane.page.selection
        if span is None or self._pane.selection is None:
            self._selection_popover.hide()
            return
        self._note_popover.close_up()
        first, area = page.first_line(span, page.caret.side), page.area(span, page.caret.side)
        if not area.toRect().intersects(page.viewport().rect()):
            self._selection_popover.hide()
            return
        self._selection_popover.show()
        self._selection_popover.raise_()
        self._selection_popover.place(_beside(area, first), 4, above=True)

    def _enter(self) -> None:
        self._timer.stop()
        self._offer()
        if not self._selection_popover.isHidden():
            self._selection_popover.enter()

    def _copy(self) -> None:
        self._pane.page.copy()
        self._selection_popover.hide()

    def _want_quotation(self) -> None:
        span = self._pane.selection
        if span is not None:
            self._selection_popover.hide()
            self._pane.quotation_wanted.emit(span)

    def drop_selection(self) -> None:
        """Select nothing; the page has the focus."""
        caret = self._pane.page.caret
        if caret.span is not None:
            self._pane.page.put_caret(caret.side, caret.span.end, before=True)
        self._pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.stop()

    def _step(self, step: int) -> None:
        page = self._pane.page
        chosen = self._pane.chosen()
        found = page.scene.highlights.next_after(chosen.span.start if chosen else page.top_offset() - 1, step)
        if found is not None:
            self._note_popover.close_up()
            page.bring_into_sight(found.span)
            self.choose(found)

    def _open_chosen(self) -> None:
        chosen = self._pane.chosen()
        if chosen is not None and chosen.highlight.id is not None:
            self.open_highlight(chosen.highlight.id)

    def _remove_chosen(self) -> None:
        chosen = self._pane.chosen()
        if chosen is not None and chosen.highlight.id is not None:
            self._remove(chosen.highlight.id)

    def _remove(self, identity: int) -> None:
        self._note_popover.close_up()
        self._show_chosen(None)
        self._pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pane.highlight_removed.emit(identity)

    def _show_chosen(self, identity: int | None) -> None:
        self._pane.page.show_chosen(identity)

    def _place_words(self, highlight: Highlight) -> str:
        position = highlight.quote.position
        return self._pane.place_words(position) if position else ""


def _beside(area: QRectF, line: QRectF) -> QRect:
    """As high as all of the words, as wide as one of their lines."""
    return QRectF(line.left(), area.top(), line.width(), area.height()).toRect()
