"""What the mouse does on the page: caret and selection, links, notes, highlights; dragging words out."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from reindreader.model.text import MarkKind, Span
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.reading.canvas import Canvas

_SCROLL_EVERY_MS = 30
_WAYS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)


class Pointer(QObject):
    """Belongs to a canvas."""

    def __init__(self, page: "Canvas") -> None:
        super().__init__(page)
        self._page = page
        self._by = ""
        self._pressed: QPointF | None = None
        self._may_drag = False
        self._unit = Span(0, 0)
        self._last_double = 0
        self._last = QPointF()
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """A click begins a selection, a third one after a double click takes the paragraph."""
        if event.button() in _WAYS:
            event.ignore()  # the window's
            return
        page, at = self._page, event.position()
        place = page.place(at)
        if event.button() is not Qt.MouseButton.LeftButton or place is None:
            return
        side, offset, before = place
        self._pressed, self._last = at, at
        if self._is_third(event):
            paragraph = page.spread.sides[side].folio
            self._select_unit("paragraph", side, paragraph.span(paragraph.at(offset)))
        elif (
            page.selection is not None and page.caret.side == side and page.selection.contains(offset) and self._on(at)
        ):
            self._may_drag = True
        else:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and page.caret.side == side
            self._by = "character"
            page.put_caret(side, offset, before=before, selects=extends)

    def double(self, event: QMouseEvent) -> None:
        """A double click takes the word."""
        place = self._page.place(event.position())
        if place is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._may_drag = False
        self._last_double = event.timestamp()
        self._pressed = event.position()
        self._page.caret.side = place[0]
        letter = self._page.letter(event.position())
        word = self._page.moving.select_word(letter[1] if letter else place[1])
        self._select_unit("word", place[0], word)

    def move(self, event: QMouseEvent) -> None:
        """Drag a selection, or the selected words; else tell what is pointed at."""
        at = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            self._hover(event)
            return
        self._last = at
        if self._may_drag:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._drag_out()
            return
        self._extend(at)
        beyond = at.y() < 0 or at.y() > self._page.viewport().height()
        if beyond and not self._scrolling.isActive():
            self._scrolling.start()
        elif not beyond:
            self._scrolling.stop()

    def release(self, event: QMouseEvent) -> None:
        """A click opens what it is on."""
        self._scrolling.stop()
        page, at = self._page, event.position()
        clicked = (
            self._pressed is not None and (at - self._pressed).manhattanLength() < QApplication.startDragDistance()
        )
        if self._may_drag and clicked:
            place = page.place(at)
            if place is not None:
                page.put_caret(place[0], place[1], before=place[2])
        self._may_drag, self._pressed = False, None
        if page.selection is not None:
            self._copy_to_primary()
        if event.button() is Qt.MouseButton.LeftButton and clicked and page.selection is None:
            self._open(at)

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._page.show_hovered(None)

    def menu(self, event: QContextMenuEvent) -> None:
        """Copy, also the address of a link; select all."""
        page = self._page
        menu = QMenu(page)
        copy = menu.addAction(_("Copy"), page.copy)
        copy.setEnabled(page.selection is not None)
        mark = page.mark_at(QPointF(event.pos()))
        if mark is not None and mark.kind is MarkKind.LINK and mark.target:
            menu.addAction(_("Copy the link's address"), partial(QGuiApplication.clipboard().setText, mark.target))
        menu.addAction(_("Select all"), page.select_all)
        menu.popup(event.globalPos())

    # inside

    def _is_third(self, event: QMouseEvent) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        soon = self._last_double and event.timestamp() - self._last_double < interval
        near = (event.position() - self._last).manhattanLength() < QApplication.startDragDistance()
        self._last_double = 0
        return bool(soon and near)

    def _select_unit(self, by: str, side: int, unit: Span) -> None:
        self._by, self._unit = by, unit
        self._page.select(unit, side)

    def _on(self, at: QPointF) -> bool:
        return self._page.letter(at) is not None

    def _extend(self, at: QPointF) -> None:
        page = self._page
        place = page.place(at, side=page.caret.side)
        if place is None:
            return
        if self._by == "character":
            page.put_caret(page.caret.side, place[1], before=place[2], selects=True)
            return
        folio = page.spread.sides[page.caret.side].folio
        unit = page.moving.select_word(place[1]) if self._by == "word" else folio.span(folio.at(place[1]))
        backwards = unit.start < self._unit.start
        page.select(Span.around(self._unit, unit), page.caret.side, backwards=backwards)

    def _scroll_on(self) -> None:
        y, height = self._last.y(), self._page.viewport().height()
        beyond = y if y < 0 else y - height
        self._page.scroll_by(max(-60.0, min(60.0, beyond / 2)), self._page.caret.side)
        self._extend(QPointF(self._last.x(), min(max(1.0, y), height - 1.0)))

    def _drag_out(self) -> None:
        self._may_drag, self._pressed = False, None
        drag = QDrag(self._page)
        data = QMimeData()
        data.setText(self._page.copied())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def _copy_to_primary(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(self._page.copied(), clipboard.Mode.Selection)

    def _hover(self, event: QMouseEvent) -> None:
        page, at = self._page, event.position()
        note = page.note_at(at)
        letter = page.letter(at)
        mark = page.mark_at(at)
        hand = note is not None or mark is not None or page.pairing.is_active_at(at)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        page.viewport().setCursor(shape if hand or letter or page.in_column(at) else Qt.CursorShape.ArrowCursor)
        if note is not None and not note.whole:
            QToolTip.showText(event.globalPosition().toPoint(), note.placed.highlight.note, page)
        elif mark is not None and mark.kind is MarkKind.LINK and mark.target:
            QToolTip.showText(event.globalPosition().toPoint(), mark.target, page)
        page.pairing.hover(at)
        page.show_hovered(letter)

    def _open(self, at: QPointF) -> None:
        page = self._page
        note = page.note_at(at)
        letter = page.letter(at)
        mark = page.mark_at(at)
        if note is not None and note.placed.highlight.id is not None:
            page.highlight_opened.emit(note.placed.highlight.id)
        elif page.pairing.press(at):
            return
        elif mark is not None and letter is not None:
            page.open_mark(letter[0], mark)
        elif letter is not None:
            placed = page.highlight_at(*letter)
            if placed is not None and placed.highlight.id is not None:
                page.highlight_opened.emit(placed.highlight.id)
