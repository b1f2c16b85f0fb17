"""Selecting words on the page, with the mouse: letters by dragging, words by a double click, paragraphs by a triple one."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reindreader.desktop.printed.view import PageView
from reindreader.model.articles import Article
from reindreader.model.text import Span
from reindreader.pages.values import PageLink

_SCROLL_MS = 30


class Hand(QObject):
    """Follows the mouse over a page view."""

    selection_changed = Signal(object)
    """A Span or None."""
    highlight_opened = Signal(int)
    link_followed = Signal(object)
    """A PageLink."""
    pointed = Signal(object)
    """The letter below the mouse, None beside the words."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._article: Article | None = None
        self._links: dict[int, tuple[PageLink, ...]] = {}
        self._from: Span | None = None
        self._by_blocks = self._by_words = False
        self._clicked: QPoint | None = None
        self._presses = 0
        self._drag = QTimer(self, interval=_SCROLL_MS)
        self._drag.timeout.connect(self._scroll_on)
        self._again = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        view.viewport().installEventFilter(self)

    def follow(self, article: Article | None) -> None:
        """The text below the words; None: there is none, and nothing can be selected."""
        self._article = article
        self._links.clear()
        self._from = None

    def know_links(self, page: int, links: tuple[PageLink, ...]) -> None:
        """The links of a page."""
        self._links[page] = links

    @property
    def selection(self) -> Span | None:
        """The selected words, without white space around them."""
        return self._view.scene.selection

    def select(self, span: Span | None) -> None:
        """Select these words, or nothing."""
        if span is not None and self._article is not None:
            words = span.slice(self._article.text)
            start = span.start + len(words) - len(words.lstrip())
            span = Span(start, start + len(words.strip())) if words.strip() else None
        if span != self._view.scene.selection:
            self._view.show_scene(replace(self._view.scene, selection=span))
            self.selection_changed.emit(span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the mouse does on the pages."""
        if isinstance(event, QMouseEvent):
            act = {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseButtonDblClick: self._press,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
            }.get(event.type())
            if act is not None and (
                event.type() == QEvent.Type.MouseMove or event.button() is Qt.MouseButton.LeftButton
            ):
                act(event)
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().eventFilter(watched, event)

    # the mouse

    def _press(self, event: QMouseEvent) -> None:
        self._presses = self._presses % 3 + 1 if self._again.isActive() else 1
        self._again.start()
        self._by_words, self._by_blocks = self._presses == 2, self._presses == 3
        at = self._offset(event.position().toPoint())
        self._clicked = event.position().toPoint()
        if at is None:
            self.select(None)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._from is not None:
            self._extend(at)
            return
        self._from = self._unit(at)
        self.select(self._from if self._presses > 1 else None)

    def _move(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_shape(point)
            self.pointed.emit(self._letter(point))
            return
        if self._from is None:
            return
        at = self._offset(point)
        if at is not None:
            self._extend(at)
        inside = self._view.viewport().rect().contains(point)
        self._drag.stop() if inside else self._drag.start()

    def _release(self, event: QMouseEvent) -> None:
        self._drag.stop()
        point = event.position().toPoint()
        moved = self._clicked is not None and (point - self._clicked).manhattanLength() > 4
        if moved or self.selection is not None:
            return
        link = self._link(point)
        highlight = self._view.scene.at(self._letter(point))
        if highlight is not None and highlight.id is not None:
            self.highlight_opened.emit(highlight.id)
        elif link is not None:
            self.link_followed.emit(link)

    def _scroll_on(self) -> None:
        point = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        bar, rect = self._view.verticalScrollBar(), self._view.viewport().rect()
        bar.setValue(bar.value() + (min(0, point.y()) + max(0, point.y() - rect.bottom())) // 2)
        at = self._offset(point)
        if at is not None:
            self._extend(at)

    def _extend(self, at: int) -> None:
        if self._from is not None:
            self.select(Span.around(self._from, self._unit(at)))

    def _unit(self, at: int) -> Span:
        """What a click takes: nothing yet, the word, or the paragraph."""
        if self._article is None:
            return Span(at, at)
        if self._by_blocks:
            block = self._article.block_at(min(at, len(self._article.text) - 1))
            return block.span if block else Span(at, at)
        return word_at(self._article.text, at) if self._by_words else Span(at, at)

    def _show_shape(self, point: QPoint) -> None:
        if self._link(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor if self._letter(point) is not None else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def _offset(self, point: QPoint) -> int | None:
        text = self._view.scene.text
        if text is None or not self._view.layout_shown.sizes:
            return None
        return text.offset_at(*self._view.place_under(point))

    def _letter(self, point: QPoint) -> int | None:
        text = self._view.scene.text
        if text is None or not self._view.layout_shown.sizes:
            return None
        return text.letter_at(*self._view.place_under(point))

    def _link(self, point: QPoint) -> PageLink | None:
        if not self._view.layout_shown.sizes:
            return None
        page, x, y = self._view.place_under(point)
        return next((link for link in self._links.get(page, ()) if _within(x, y, link.box)), None)


def word_at(text: str, at: int) -> Span:
    """The word around a place: letters and digits, with marks that stand between them."""
    start = end = min(at, len(text))
    while start > 0 and _of_word(text, start - 1):
        start -= 1
    while end < len(text) and _of_word(text, end):
        end += 1
    return Span(start, end) if start < end else Span(start, min(len(text), start + 1))


def _of_word(text: str, at: int) -> bool:
    inner = text[at] in "'’-\u00ad\u200c\u200d" and 0 < at < len(text) - 1
    return text[at].isalnum() or (inner and text[at - 1].isalnum() and text[at + 1].isalnum())


def _within(x: float, y: float, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom
