"""Drawing the page, and what floats on it: notes, the caret, curves."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent

from reindreader.desktop.fonts import ui_font
from reindreader.desktop.reading.gutter import paint_curves, paint_gutter
from reindreader.desktop.reading.notes import SideNote, lay_notes, paint_note
from reindreader.desktop.reading.painting import Inks, Mirror, paint_behind, paint_words
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.spread import Shown

if TYPE_CHECKING:
    from reindreader.desktop.reading.canvas import Canvas

_DIMMED = 0.4
_NOTES_ABOVE = 400
"""Notes of highlights this far above what is in sight may still reach into it."""

_MARKS_AFTER_MS = 80
_BEYOND = 1 << 60
_SHIFT = 0.01
"""Marks move when the height of the whole changes by more than this part."""


class Drawing(QObject):
    """Belongs to a canvas."""

    def __init__(self, page: "Canvas") -> None:
        super().__init__(page)
        self._page = page
        self.notes: list[SideNote] = []
        self.lit: int | None = None
        """The paragraph that is lit while the others are dimmed; None: all are."""
        self._caret_on = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._toggle)
        self._marked = -1.0
        self._marks = QTimer(self, singleShot=True, interval=_MARKS_AFTER_MS)
        self._marks.timeout.connect(self._show_marks)

    def paint(self, event: QPaintEvent) -> None:
        """Draw all that the event asks for."""
        page = self._page
        painter = QPainter(page.viewport())
        painter.fillRect(event.rect(), page.theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(event.rect())
        seen = list(page.spread.shown())
        inks, pairs = self._inks(seen)
        for own in seen:
            box = own.area.adjusted(0, -own.paragraph.pitch, 0, own.paragraph.pitch)
            if box.bottom() >= area.top() and box.top() <= area.bottom():
                painter.setOpacity(_DIMMED if self._is_dim(own) else 1.0)
                paint_behind(painter, own, inks)
                paint_words(painter, own, inks, area.adjusted(-40, -own.paragraph.pitch, 40, own.paragraph.pitch))
                paint_gutter(painter, own, inks)
        painter.setOpacity(1.0)
        page.pairing.paint(painter, page.theme)
        paint_curves(painter, seen, pairs, page.theme)
        self._paint_notes(painter, area)
        self._paint_caret(painter)
        painter.end()

    def _inks(self, seen: list[Shown]) -> tuple[Inks, list[tuple[Placed, Mirror]]]:
        page = self._page
        pairs = page.mirroring.pairs(seen) if page.spread.parallel else []
        return Inks(page.theme, page.pictures, {1: [mirror for _, mirror in pairs]}), pairs

    def _is_dim(self, shown: Shown) -> bool:
        return self.lit is not None and shown.side.folio.at(self.lit) != shown.paragraph.number

    def _paint_notes(self, painter: QPainter, area: QRectF) -> None:
        font = ui_font()
        self.notes = lay_notes(self._page.spread.shown(_NOTES_ABOVE), font) if self._page.has_notes() else []
        for note in self.notes:
            if note.area.intersects(area.adjusted(0, -8, 0, 8)):
                paint_note(painter, note, self._page.theme, font)

    def note_at(self, at: QPointF) -> SideNote | None:
        """The note there."""
        return next((note for note in self.notes if note.area.contains(at)), None)

    # caret

    def _paint_caret(self, painter: QPainter) -> None:
        page = self._page
        if page.caret.shown and self._caret_on and page.hasFocus() and page.spread.sides:
            painter.fillRect(page.moving.rectangle(), page.theme.colour("text"))

    def start_caret(self) -> None:
        """Show the caret at once, and let it blink as the system wants."""
        self._caret_on = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if self._page.caret.shown and flash > 0:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()
        self._page.viewport().update()

    def _toggle(self) -> None:
        self._caret_on = not self._caret_on
        box = self._page.moving.rectangle()
        self._page.viewport().update(box.adjusted(-2, -2, 2, 2).toAlignedRect())

    # marks on the scroll bar

    def mark_later(self) -> None:
        """Mark the highlights on the scroll bar, when there is time."""
        self._marked = -1.0
        self._marks.start()

    def follow(self) -> None:
        """The page was scrolled: the marks wait, and move only where the text turned out to be shorter or longer."""
        where = self._page.spread.flow_of(0)
        whole = self._page.spread.flows[where[0]].height if where is not None else 0.0
        if self._marks.isActive() or abs(whole - self._marked) > _SHIFT * whole:
            self._marks.start()

    def _show_marks(self) -> None:
        page = self._page
        where = page.spread.flow_of(0)
        if where is None or not len(page.spread.flows[where[0]]):
            page.ribbon.show_marks(())
            return
        scene = page.spread.sides[0].scene
        self._marked = page.spread.flows[where[0]].height
        lines = {colour: ink.line for colour, ink in page.theme.inks.items()}
        edges = self._edges(max(1, page.ribbon.height()))
        highlights, accent = scene.highlights.all, page.theme.hex("accent")
        marks = [(place, lines[highlights[last].colour]) for place, last in _marked(edges, scene.highlights.starts)]
        page.ribbon.show_marks([*marks, *((place, accent) for place, _ in _marked(edges, scene.hits.starts()))])

    def _edges(self, count: int) -> list[int]:
        """The code points of the article at which each of so many equal parts of its height begins, and its end."""
        page = self._page
        number, side = page.spread.flow_of(0) or (0, 0)
        flow, folio = page.spread.flows[number], page.spread.sides[0].folio
        tops, size, part = flow.tops, len(folio), flow.height / count
        if page.spread.parallel:
            tops = [tops[flow.row_of(side, paragraph)] for paragraph in range(size)]
        firsts = (bisect_left(tops, place * part, 0, size) for place in range(1, count))
        return [0, *(folio.starts[first] if first < size else _BEYOND for first in firsts), _BEYOND]


def _marked(edges: Sequence[int], starts: Sequence[int]) -> list[tuple[float, int]]:
    """The parts in which something begins: how far down they are, 0 to 1, and the number of the last that does."""
    cuts = [bisect_left(starts, edge) for edge in edges]
    parts = len(edges) - 1
    return [(place / parts, after - 1) for place, (before, after) in enumerate(pairwise(cuts)) if before < after]
