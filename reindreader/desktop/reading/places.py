"""Where the words stand on the screen, and scrolling to them. All pixels are those of the viewport."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reindreader.desktop.reading.flow import HEAD
from reindreader.desktop.reading.lines import Stretch
from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.pictures import Pictures
from reindreader.desktop.reading.ribbon import Ribbon
from reindreader.desktop.reading.spread import Spread
from reindreader.desktop.theme import Theme
from reindreader.model.text import Span

TOP = HEAD
"""How far below the top a line is put that is scrolled to."""


class Places(QAbstractScrollArea):
    """A scroll area that shows texts and is asked for places of them. ``side``: 0 the article, 1 the text beside it."""

    jumped = Signal(object, object)
    """Where one was and where one is now, as ``place_kept`` has it: the words were not in sight."""
    moved = Signal()
    """Scrolled, or laid out anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures(self)
        self.spread = Spread(theme, self.pictures, self.room_below)
        self.ribbon = Ribbon(theme, self)
        self.setVerticalScrollBar(self.ribbon)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ribbon.valueChanged.connect(self._take_value)
        self.pictures.came.connect(self._take_picture)

    def room_below(self, _side: int, _paragraph: Paragraph) -> float:
        """How much room a paragraph needs below it for its notes."""
        return 0.0

    # layout and scrolling

    def lay_out(self, place: tuple[int, int, float] | None = None) -> None:
        """Set everything anew; ``place``: side, code point, and how far below the top its line is to stand."""
        kept = self.place_kept() if place is None else place
        self.spread.width, self.spread.height = self.viewport().width(), self.viewport().height()
        self.spread.lay_out()
        self.settle()
        if kept is not None:
            self.scroll_to(kept[1], margin=kept[2], side=kept[0])
        self.moved.emit()
        self.viewport().update()

    def place_kept(self) -> tuple[int, int, float] | None:
        """The line at the top and where it stands, to stay there; None at the very beginning."""
        spread = self.spread
        if not spread.flows or spread.offsets[spread.active] <= 0:
            return None
        side = spread.in_view[min(spread.active, len(spread.in_view) - 1)]
        offset = self.top_offset(side.number)
        shown = spread.find(side.number, offset)
        return (side.number, offset, shown.y + shown.paragraph.caret(offset)[1]) if shown else None

    def place_shown(self) -> tuple[int, int, float]:
        """The same; the beginning is a place as well."""
        return self.place_kept() or (0, 0, float(TOP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns anew, and stay at the same words."""
        super().resizeEvent(event)
        if self.viewport().width() != self.spread.width:
            self.lay_out()
        else:
            self.spread.height = self.viewport().height()
            self.settle()

    def settle(self) -> None:
        """Set what is in sight, and tell the scroll bar."""
        self.spread.settle()
        spread = self.spread
        whole = spread.flows[spread.active].height if spread.flows and len(spread.flows[spread.active]) else 0
        value = round(spread.offsets[spread.active]) if spread.flows else 0
        self.ribbon.blockSignals(True)
        self.ribbon.setRange(0, max(0, int(whole - spread.height)))
        self.ribbon.setPageStep(int(spread.height))
        self.ribbon.setSingleStep(spread.style.pitch)
        self.ribbon.setValue(value)
        self.ribbon.blockSignals(False)
        self.ribbon.update()

    def _take_value(self, value: int) -> None:
        self.spread.offsets[self.spread.active] = float(value)
        self.settle()
        self.viewport().update()
        self.moved.emit()

    def scroll_by(self, pixels: float, side: int = 0) -> None:
        """Further down by so many pixels."""
        where = self.spread.flow_of(side)
        if where is None:
            return
        self.spread.active = where[0]
        before = self.spread.offsets[where[0]]
        self.spread.offsets[where[0]] = max(0.0, round(before + pixels))
        self.settle()
        self.viewport().update()
        if self.spread.offsets[where[0]] != before:
            self.moved.emit()

    def _take_picture(self, _sha256: str) -> None:
        kept = self.place_kept()
        self.spread.forget()
        self.settle()
        if kept is not None:
            self.scroll_to(kept[1], margin=kept[2], side=kept[0])
        self.viewport().update()

    def scroll_to(self, offset: int, *, margin: float = TOP, side: int = 0) -> None:
        """Put the line of a code point ``margin`` below the top."""
        for _again in range(2):  # what is above is set only when it is in sight
            shown = self.spread.find(side, offset)
            if shown is not None:
                self.scroll_by(shown.y + shown.paragraph.caret(offset)[1] - margin, side)

    def jump(self, offset: int, *, margin: float = TOP, side: int = 0) -> None:
        """The same from afar: one may want to come back to where one was."""
        before = self.place_shown()
        self.scroll_to(offset, margin=margin, side=side)
        after = self.place_shown()
        if after != before:
            self.jumped.emit(before, after)

    def bring_into_sight(self, span: Span, side: int = 0) -> None:
        """Jump, where the words are not in sight, so that they stand in the upper third."""
        first, last = self.first_line(span, side), self.last_line(span, side)
        if first.isNull() or first.top() < 8 or last.bottom() > self.viewport().height() - 8:
            self.jump(span.start, margin=self.viewport().height() / 3, side=side)

    # places

    def stretches(self, span: Span, side: int = 0) -> list[Stretch]:
        """The words of a span that are in sight, a piece a line."""
        shown = [own for own in self.spread.shown() if own.side.number == side]
        return [piece for own in shown if own.paragraph.span.overlaps(span) for piece in own.stretches(span)]

    def area(self, span: Span, side: int = 0) -> QRectF:
        """The box around the words of a span that are in sight; empty where none are."""
        box = QRectF()
        for piece in self.stretches(span, side):
            box = box.united(piece.line)
        return box

    def first_line(self, span: Span, side: int = 0) -> QRectF:
        """The box of the words on the first line of a span, also out of sight."""
        return self._line_at(span, side, first=True)

    def last_line(self, span: Span, side: int = 0) -> QRectF:
        """The box of the words on the last line of a span, also out of sight."""
        return self._line_at(span, side, first=False)

    def _line_at(self, span: Span, side: int, *, first: bool) -> QRectF:
        shown = self.spread.find(side, span.start if first else max(span.start, span.end - 1))
        pieces = list(shown.stretches(span)) if shown else []
        return pieces[0 if first else -1].line if pieces else QRectF()

    def top_offset(self, side: int = 0) -> int:
        """The code point at the top of what is in sight."""
        sides = self.spread.sides
        shown = self.spread.at(sides[side].column.left + 1, TOP + 2, side=side) if len(sides) > side else None
        return shown.paragraph.point(1, TOP + 2 - shown.y)[0] if shown else 0

    def fraction(self) -> float:
        """How much has been read: 0 at the beginning, 1 where the end is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0
