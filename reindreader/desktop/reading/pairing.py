"""Rows of two texts by mouse and keys: gaps to fill, doubts to settle, rows nudged, split and joined."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu

from reindreader.desktop.reading import rows as changes
from reindreader.desktop.reading.gutter import DOUBT, paint_doubt, paint_gap
from reindreader.desktop.reading.rows import UNSURE, Row
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.reading.canvas import Canvas


class Pairing(QObject):
    """Belongs to a canvas that shows two texts in rows."""

    def __init__(self, page: "Canvas") -> None:
        super().__init__(page)
        self._page = page
        self._gaps: list[tuple[QRectF, int, int]] = []
        self._doubts: list[tuple[QRectF, int]] = []
        self._hovered: object = None
        self._names = (_("Not in the translation"), _("Not in the original"))

    def show_names(self, first: str, second: str) -> None:
        """What is said of a paragraph that the first or the second text lacks."""
        self._names = first, second

    # drawing

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The gaps and doubts in sight."""
        spread = self._page.spread
        self._gaps, self._doubts = [], []
        for row, side, box in spread.gaps():
            number = spread.row_number(row)
            area = paint_gap(painter, box, self._names[side], theme, hovered=self._hovered == (row, side))
            if number is not None:
                self._gaps.append((area, number, side))
        for number, box in self._doubtful():
            paint_doubt(painter, box, theme, hovered=self._hovered == number)
            self._doubts.append((box, number))

    def _doubtful(self) -> list[tuple[int, QRectF]]:
        spread = self._page.spread
        if not (spread.parallel and spread.locked):
            return []
        flow, offset = spread.flows[0], spread.offsets[0]
        middle = (spread.sides[0].column.right + spread.sides[1].column.left) / 2
        found = []
        for row in flow.visible(offset, spread.height):
            number = spread.row_number(row)
            if number is not None and spread.rows[number][2] < UNSURE and all(spread.rows[number][:2]):
                y = flow.tops[row] - offset + flow.lay(row).above + spread.style.pitch / 2
                found.append((number, QRectF(middle - DOUBT / 2, y - DOUBT / 2, DOUBT, DOUBT)))
        return found

    # mouse

    def is_active_at(self, at: QPointF) -> bool:
        """Whether a click there does something."""
        return self._target(at) is not None

    def hover(self, at: QPointF) -> None:
        """The mouse is there."""
        target = self._target(at)
        if target != self._hovered:
            self._hovered = target
            self._page.viewport().update()

    def press(self, at: QPointF) -> bool:
        """A click there; False where it is about nothing here."""
        where = self._page.viewport().mapToGlobal(at.toPoint())
        for box, number in self._doubts:
            if box.contains(at):
                self.ask(number, where)
                return True
        for box, number, side in self._gaps:
            if box.contains(at):
                self.ask_pair(number, side, where)
                return True
        return False

    def ask(self, row: int, where: QPoint) -> None:
        """Offer what can be done with a row that is not sure."""
        menu = QMenu(self._page)
        menu.addAction(_("These say the same"), partial(self.confirm, row))
        menu.addSeparator()
        menu.addAction(_("Move the original up\t["), partial(self.nudge, -1, row))
        menu.addAction(_("Move the original down\t]"), partial(self.nudge, 1, row))
        menu.addAction(_("Split the row\tS"), partial(self.split, row))
        menu.addAction(_("Join with the row below\t+"), partial(self.join, row))
        menu.popup(where)

    def ask_current(self) -> None:
        """What can be done with the current row, by key: a gap is filled, the others are put right."""
        number = self.current()
        if number is None:
            return
        row = self._page.spread.rows[number]
        where = self._page.viewport().mapToGlobal(self._page.viewport().rect().center())
        if all(row[:2]):
            self.ask(number, where)
        else:
            self.ask_pair(number, 1 if row[0] else 0, where)

    def ask_pair(self, row: int, side: int, where: QPoint) -> None:
        """Offer the paragraphs near a gap."""
        menu = QMenu(self._page)
        folio = self._page.spread.sides[side].folio
        for block in changes.pairable(self._page.spread.rows, row, side):
            paragraph = folio.of_block(block)
            if paragraph is not None:
                words = " ".join(folio.words(paragraph).split())
                shown = words if len(words) <= 60 else words[:59] + "…"
                menu.addAction(shown.replace("&", "&&"), partial(self._pair, row, side, block))
        menu.popup(where)

    # changes

    def confirm(self, row: int) -> None:
        """The row is right."""
        rows = list(self._page.spread.rows)
        rows[row] = (rows[row][0], rows[row][1], changes.SURE)
        self._change(rows)

    def nudge(self, step: int, row: int | None = None) -> None:
        """Move a paragraph of the second text to the row above (-1) or below (1)."""
        at = self.current() if row is None else row
        if at is not None:
            self._change(changes.nudged(self._page.spread.rows, at, step))

    def split(self, row: int | None = None) -> None:
        """A row in two."""
        at = self.current() if row is None else row
        if at is not None:
            self._change(changes.split(self._page.spread.rows, at))

    def join(self, row: int | None = None) -> None:
        """A row and the one below it in one."""
        at = self.current() if row is None else row
        if at is not None:
            self._change(changes.joined(self._page.spread.rows, at))

    def current(self) -> int | None:
        """The row of the caret, where that is in sight; else the first that begins in sight."""
        spread, caret = self._page.spread, self._page.caret
        if not (spread.parallel and spread.locked):
            return None
        flow, offset = spread.flows[0], spread.offsets[0]
        visible = flow.visible(offset, spread.height)
        own = spread.pairing(caret.side, caret.at)
        if own in visible and (caret.shown or self._page.selection is not None):
            return spread.row_number(own) if own is not None else None
        begins = (row for row in visible if flow.tops[row] + flow.lay(row).above - offset >= 0)
        return next((n for row in begins if (n := spread.row_number(row)) is not None), None)

    # inside

    def _target(self, at: QPointF) -> object:
        for box, number in self._doubts:
            if box.contains(at):
                return number
        for box, number, side in self._gaps:
            if box.contains(at):
                return number, side
        return None

    def _pair(self, row: int, side: int, block: int) -> None:
        self._change(changes.paired(self._page.spread.rows, row, side, block))

    def _change(self, rows: Sequence[Row]) -> None:
        if list(rows) != self._page.spread.rows:
            self._page.rows_changed.emit(tuple(rows))
