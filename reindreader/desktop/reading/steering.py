"""The keys of the article that move: pages, paragraphs, caret, evidence; and what Esc leaves."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reindreader.desktop.reading.places import TOP

if TYPE_CHECKING:
    from reindreader.desktop.reading.pane import ReadingPane

Actions = dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]


class Steering(QObject):
    """Belongs to a reading pane."""

    def __init__(self, pane: "ReadingPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._lit = False
        pane.page.moved.connect(self._light)
        pane.page.selectionChanged.connect(self._light)

    def keys(self) -> Actions:
        """What single keys do."""
        plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        pairing = self._pane.page.pairing
        return {
            (Qt.Key.Key_Space, plain): partial(self.turn, 1),
            (Qt.Key.Key_Space, shift): partial(self.turn, -1),
            (Qt.Key.Key_J, plain): partial(self.go_paragraph, 1),
            (Qt.Key.Key_K, plain): partial(self.go_paragraph, -1),
            (Qt.Key.Key_F7, plain): self.toggle_caret,
            (Qt.Key.Key_E, plain): self._want_fact,
            (Qt.Key.Key_L, plain): self.toggle_lit,
            (Qt.Key.Key_T, plain): partial(self._pane.show_view, "first"),
            (Qt.Key.Key_O, plain): partial(self._pane.show_view, "second"),
            (Qt.Key.Key_B, plain): partial(self._pane.show_view, "both"),
            (Qt.Key.Key_BracketLeft, plain): partial(pairing.nudge, -1),
            (Qt.Key.Key_BracketRight, plain): partial(pairing.nudge, 1),
            (Qt.Key.Key_S, plain): pairing.split,
            (Qt.Key.Key_Plus, plain): pairing.join,
            (Qt.Key.Key_Plus, shift): pairing.join,
            (Qt.Key.Key_Question, plain): pairing.ask_current,
            (Qt.Key.Key_Question, shift): pairing.ask_current,
            (Qt.Key.Key_Escape, plain): self._escape,
        }

    def turn(self, step: int) -> None:
        """By a page, less two lines."""
        bar = self._pane.page.verticalScrollBar()
        bar.setValue(bar.value() + step * (self._pane.page.viewport().height() - 2 * self._pane.style_shown.pitch))

    def go_paragraph(self, step: int) -> None:
        """To the top of the next paragraph, or of the one before."""
        page = self._pane.page
        if not page.spread.in_view:
            return
        side = page.spread.in_view[0]
        folio = side.folio
        shown = page.spread.at(side.column.left + 1, TOP + 2, side=side.number)
        if shown is None:
            return
        number = shown.paragraph.number
        if step < 0:
            number = number if shown.y < TOP - 1 else max(0, number - 1)
        elif shown.y <= TOP + 1:
            number = min(len(folio) - 1, number + 1)
        page.scroll_to(folio.starts[number], side=side.number)

    def toggle_caret(self) -> None:
        """A caret for the arrows, or none."""
        page = self._pane.page
        page.show_caret(shown=not page.caret_shown)

    @property
    def is_lit(self) -> bool:
        """Whether all but one paragraph is dimmed."""
        return self._lit

    def toggle_lit(self) -> None:
        """Dim all but the paragraph that is read, or none."""
        self._lit = not self._lit
        self._light()

    def _light(self) -> None:
        page = self._pane.page
        if not self._lit or not page.spread.in_view:
            if page.drawing.lit is not None:
                page.show_lit(None)
            return
        side = page.spread.in_view[0].number
        box = page.moving.rectangle() if page.caret.shown else None
        if box is not None and page.viewport().rect().contains(box.toRect().center()):
            page.show_lit(page.caret.at)
            return
        column = page.spread.in_view[0].column
        shown = page.spread.at(column.left + 1, page.viewport().height() * 0.38, side=side)
        page.show_lit(shown.paragraph.span.start if shown else None)

    def _want_fact(self) -> None:
        evidence = self._pane.page.scene.evidence
        span = self._pane.selection
        self._pane.fact_wanted.emit(span.start if span else evidence[0].start if evidence else None)

    def _escape(self) -> None:
        self._pane.escape()
