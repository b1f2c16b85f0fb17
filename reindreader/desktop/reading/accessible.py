"""The page for screen readers: a document with a child a paragraph, each with its highlights.

What the methods are for is said in the documentation of QAccessibleInterface.
"""
# ruff: noqa: D102

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from reindreader.desktop.reading.canvas import Canvas
from reindreader.desktop.reading.popover import colour_name
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.spread import Side
from reindreader.model.text import BlockKind
from reindreader.workflows.wording import _

_ROLES = {
    BlockKind.HEADING: QAccessible.Role.Heading,
    BlockKind.LIST_ITEM: QAccessible.Role.ListItem,
    BlockKind.IMAGE: QAccessible.Role.Graphic,
    BlockKind.FOOTNOTE: QAccessible.Role.Note,
}


class _Part(QAccessibleInterface):
    """Something on the page that is no widget."""

    def __init__(self, page: Canvas) -> None:
        super().__init__()
        self._page = page

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._page.window().windowHandle()

    def setText(self, kind: QAccessible.Text, words: str) -> None:
        """Nothing here can be typed."""

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return next(
            (own for n in range(self.childCount()) if (own := self.child(n)) and own.rect().contains(x, y)), None
        )

    def _on_screen(self, box: QRectF) -> QRect:
        corner = self._page.viewport().mapToGlobal(QPoint(0, 0))
        return box.toAlignedRect().translated(corner)


class HighlightPart(_Part):
    """A highlight within a paragraph."""

    def __init__(self, page: Canvas, paragraph: "ParagraphPart", number: int) -> None:
        super().__init__(page)
        self._paragraph, self._number = paragraph, number

    def isValid(self) -> bool:
        return self._number < len(self._paragraph.placed())

    def parent(self) -> QAccessibleInterface:
        return self._paragraph

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.StaticText

    def text(self, kind: QAccessible.Text) -> str:
        """Its colour, its words, its note and tags."""
        if not self.isValid() or kind is not QAccessible.Text.Name:
            return ""
        own = self._placed().highlight
        side = self._paragraph.side()
        words = " ".join(self._placed().span.slice(side.folio.text).split()) if side else ""
        parts = [_("{colour}: {words}").format(colour=colour_name(own.colour), words=words)]
        parts += [_("Note: {note}").format(note=own.note)] if own.note else []
        parts += [_("Tags: {tags}").format(tags=", ".join(own.tags))] if own.tags else []
        return ". ".join(parts)

    def state(self) -> QAccessible.State:
        """Selected while it is chosen."""
        made = QAccessible.State()
        made.readOnly = made.selectable = True
        if self.isValid() and self._placed().highlight.id == self._page.scene.chosen is not None:
            made.selected = True
        return made

    def rect(self) -> QRect:
        side = self._paragraph.side()
        return self._on_screen(self._page.area(self._placed().span, side.number)) if side else QRect()

    def _placed(self) -> Placed:
        return self._paragraph.placed()[self._number]


class ParagraphPart(_Part):
    """A paragraph of the texts that are shown, by its number among all of them."""

    def __init__(self, page: Canvas, number: int) -> None:
        super().__init__(page)
        self._number = number
        self._parts: dict[int, HighlightPart] = {}

    def where(self) -> tuple[Side, int] | None:
        """Its text, and its number there."""
        number = self._number
        for side in self._page.spread.in_view:
            if number < len(side.folio):
                return side, number
            number -= len(side.folio)
        return None

    def side(self) -> Side | None:
        """Its text."""
        where = self.where()
        return where[0] if where else None

    def placed(self) -> list[Placed]:
        """Its highlights."""
        where = self.where()
        return where[0].scene.highlights.touching(where[0].folio.span(where[1])) if where else []

    def isValid(self) -> bool:
        return self.where() is not None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._page)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        return self._parts.setdefault(index, HighlightPart(self._page, self, index))

    def childCount(self) -> int:
        return len(self.placed())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((n for n, own in self._parts.items() if own is child), -1)

    def role(self) -> QAccessible.Role:
        where = self.where()
        block = where[0].folio.blocks[where[1]] if where else None
        return _ROLES.get(block.kind, QAccessible.Role.Paragraph) if block else QAccessible.Role.Paragraph

    def text(self, kind: QAccessible.Text) -> str:
        """Its words; as its description the number that citations use."""
        where = self.where()
        if where is None:
            return ""
        folio, number = where[0].folio, where[1]
        if kind is QAccessible.Text.Name:
            return " ".join(folio.words(number).replace("\u00ad", "").split())
        cited = folio.number(number)
        return f"¶ {cited}" if kind is QAccessible.Text.Description and cited else ""

    def state(self) -> QAccessible.State:
        """Focused while the caret is in it; off the screen where it is out of sight."""
        made = QAccessible.State()
        made.readOnly = made.focusable = True
        where, caret = self.where(), self._page.caret
        if where is None:
            made.invalid = True
            return made
        if self._page.hasFocus() and caret.side == where[0].number and where[0].folio.at(caret.at) == where[1]:
            made.focused = True
        if self.rect().isEmpty():
            made.offscreen = True
        return made

    def rect(self) -> QRect:
        where = self.where()
        shown = next((s for s in self._page.spread.shown() if where == (s.side, s.paragraph.number)), None)
        return self._on_screen(shown.area) if shown else QRect()


class PagePart(QAccessibleWidget):
    """The page: a document."""

    def __init__(self, page: Canvas) -> None:
        super().__init__(page, QAccessible.Role.Document, page.accessibleName())
        self._page = page
        self._parts: dict[int, ParagraphPart] = {}

    def childCount(self) -> int:
        return sum(len(side.folio) for side in self._page.spread.in_view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        return self._parts.setdefault(index, ParagraphPart(self._page, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((n for n, own in self._parts.items() if own is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self._page.viewport().mapFromGlobal(QPoint(x, y))
        shown = self._page.spread.at(at.x(), at.y())
        return self.child(number_of(self._page, shown.side.number, shown.paragraph.number)) if shown else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        caret = self._page.caret
        if not self._page.hasFocus() or not self.childCount():
            return None
        return self.child(number_of(self._page, caret.side, self._page.spread.sides[caret.side].folio.at(caret.at)))


def number_of(page: Canvas, side: int, paragraph: int) -> int:
    """A paragraph's number among all that are shown."""
    before = 0
    for own in page.spread.in_view:
        if own.number == side:
            return before + paragraph
        before += len(own.folio)
    return 0


def tell_caret(page: Canvas) -> None:
    """Tell a screen reader which paragraph the caret is in."""
    if QAccessible.isActive() and page.spread.in_view and page.caret.shown:
        event = QAccessibleEvent(page, QAccessible.Event.Focus)
        paragraph = page.spread.sides[page.caret.side].folio.at(page.caret.at)
        event.setChild(number_of(page, page.caret.side, paragraph))
        QAccessible.updateAccessibility(event)


@cache
def install() -> None:
    """Let Qt ask us for what it cannot know."""
    QAccessible.installFactory(_made)


_KEPT: list[PagePart] = []
"""Qt takes what a factory makes, but knows nothing of Python's counting."""


def _made(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Canvas):
        return None
    part = PagePart(thing)
    _KEPT.append(part)
    thing.destroyed.connect(lambda: _KEPT.remove(part))
    return part
