"""Where positions of a page stand on the screen, and what part of it is in sight."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from reindreader.desktop.reading.lines import stretches
from reindreader.desktop.reading.scene import Range

TOP = 24
"""How far below the top a line is put that is scrolled to; also the room above the title."""


class Places(QTextBrowser):
    """A text browser that is asked for places. All pixels are those of its viewport."""

    def area(self, where: Range) -> QRectF:
        """The box around the words of a range; empty where nothing is shown."""
        box = QRectF()
        for piece in stretches(self.document(), *where):
            box = box.united(piece.line)
        return box.translated(0, -self.verticalScrollBar().value())

    def first_line(self, where: Range) -> QRectF:
        """The box of the words on the first line of a range."""
        return self._edge_line(where, 0)

    def last_line(self, where: Range) -> QRectF:
        """The box of the words on the last line of a range."""
        return self._edge_line(where, -1)

    def top_position(self) -> int:
        """The position at the top of what is in sight."""
        return self.cursorForPosition(self.corner(4)).position()

    def top_of(self, position: int) -> float:
        """How far below the top of what is in sight the paragraph of a position begins; less than 0 above it."""
        box = self.document().documentLayout().blockBoundingRect(self.document().findBlock(position))
        return box.top() - self.verticalScrollBar().value()

    def fraction(self) -> float:
        """How much has been read: 0 at the beginning, 1 where the end is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def scroll_to(self, position: int, *, margin: float = TOP) -> None:
        """Put the line of a position ``margin`` below the top."""
        self.document().size()  # the layout has to reach the end before the scroll bar knows its range
        box = self.document().documentLayout().blockBoundingRect(self.document().findBlock(position))
        top = next((piece.top for piece in stretches(self.document(), position, position + 1)), box.top())
        self.verticalScrollBar().setValue(0 if position == 0 else round(top - margin))

    def bring_into_sight(self, where: Range) -> None:
        """Scroll, where the words are not in sight, until they stand in the upper third."""
        area = self.area(where)
        if area.top() < 8 or area.bottom() > self.viewport().height() - 8:
            self.scroll_to(where[0], margin=self.viewport().height() / 3)

    def corner(self, below: int = 0) -> QPoint:
        """The top left corner of the column, ``below`` pixels down."""
        left = self.document().rootFrame().frameFormat().leftMargin()
        return QPoint(round(left) + 1, below)

    def caret_into_sight(self) -> None:
        """Move a caret that is out of sight to the first line in sight."""
        if not self.textCursor().hasSelection() and not self.viewport().rect().intersects(self.cursorRect()):
            self.setTextCursor(QTextCursor(self.cursorForPosition(self.corner(4))))

    def _edge_line(self, where: Range, index: int) -> QRectF:
        pieces = list(stretches(self.document(), *where))
        return pieces[index].line.translated(0, -self.verticalScrollBar().value()) if pieces else QRectF()
