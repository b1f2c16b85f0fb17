"""What stands where: the texts that are shown, in one column or two, and how far each is scrolled."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from reindreader.desktop.reading.columns import Column, one_column, two_columns
from reindreader.desktop.reading.flow import Flow, Item, LaidRow
from reindreader.desktop.reading.folio import Folio
from reindreader.desktop.reading.lines import Stretch
from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.pictures import Pictures
from reindreader.desktop.reading.rows import Pair, Row, joined_rows
from reindreader.desktop.reading.scene import Scene
from reindreader.desktop.reading.setting import Setter, Setting
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.theme import Theme
from reindreader.model.text import Span

_BESIDE_SIZE = -1
"""Side by side the text is set a pixel smaller."""


@dataclass(slots=True)
class Side:
    """One text: ``number`` 0 is the article, 1 what stands beside it. ``column`` and ``setter`` are those of the width."""

    number: int
    folio: Folio
    column: Column
    setter: Setter
    scene: Scene = field(default_factory=Scene)


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph in sight; ``x``, ``y``: of its top left corner, in pixels of the viewport."""

    side: Side
    paragraph: Paragraph
    x: float
    y: float
    row: int

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """The words of a span, in pixels of the viewport."""
        return (piece.moved(self.x, self.y) for piece in self.paragraph.stretches(span))

    @property
    def area(self) -> QRectF:
        """The box of its words, as wide as the column."""
        return QRectF(self.x, self.y, self.paragraph.width, self.paragraph.height)


class Spread:
    """``below``: how much room a paragraph's notes need below it."""

    def __init__(self, theme: Theme, pictures: Pictures, below: Callable[[int, Paragraph], float]) -> None:
        self.theme, self.style = theme, ReadingStyle()
        self.width, self.height = 100.0, 100.0
        self.sides: list[Side] = []
        self.rows: list[Row] = []
        self._row_numbers: list[int | None] = []
        self.view = "first"
        self.locked = True
        self.flows: list[Flow] = []
        self.offsets: list[float] = []
        self.active = 0
        self._pictures, self._below = pictures, below

    # what is shown

    def show(self, folios: Sequence[Folio], rows: Sequence[Row] = ()) -> None:
        """Other texts: one, or two in rows."""
        kept = {id(side.folio.article): side.scene for side in self.sides}
        column = Column(0, 100, 100)
        self.sides = [
            Side(number, folio, column, self._setter(folio, column), kept.get(id(folio.article), Scene()))
            for number, folio in enumerate(folios)
        ]
        self.rows = list(rows)
        self.lay_out()

    @property
    def parallel(self) -> bool:
        """Whether two columns are shown."""
        return len(self.sides) > 1 and self.view == "both"

    @property
    def in_view(self) -> list[Side]:
        """The texts that are shown now, from left to right."""
        if self.parallel or not self.sides:
            return self.sides
        return self.sides[-1:] if self.view == "second" else self.sides[:1]

    def lay_out(self) -> None:
        """Everything anew, for another width, style, theme or view; scrolled to the top."""
        if self.parallel:
            columns = two_columns(self.width, self.style)
        else:
            own = self.in_view
            columns = (one_column(self.width, self.style, mirrored=bool(own) and own[0].folio.mirrored),) * 2
        for side in self.sides:
            opened = side.setter.open_notes
            side.column = columns[min(side.number, len(columns) - 1)]
            side.setter = self._setter(side.folio, side.column)
            side.setter.open_notes = opened
        self._flow()

    def _setter(self, folio: Folio, column: Column) -> Setter:
        style = self.style.zoomed(_BESIDE_SIZE) if self.parallel else self.style
        return Setter(folio, Setting(style, self.theme, column.width, self.parallel), self._pictures)

    def _flow(self) -> None:
        sides = self.in_view
        if self.parallel and self.locked:
            setters = [side.setter for side in sides]
            pairs = self._joined()
            gaps = {n for n, pair in enumerate(pairs) if self._row_numbers[n] is not None and not all(pair)}
            self.flows = [Flow(setters, pairs, self._below, gaps)]
        else:
            self.flows = [
                Flow([side.setter], None, lambda _side, p, side=side: self._below(side.number, p))  # type: ignore[misc]
                for side in sides
            ]
        self.offsets = [0.0] * len(self.flows)
        self.active = min(self.active, max(0, len(self.flows) - 1))

    def row_number(self, row: int) -> int | None:
        """Which of the ``rows`` a row of the flow shows; None for paragraphs that no row names."""
        return self._row_numbers[row] if row < len(self._row_numbers) else None

    def _joined(self) -> list[Pair]:
        made = joined_rows([side.folio for side in self.sides], self.rows)
        self._row_numbers = [number for number, _ in made]
        return [pair for _, pair in made]

    # where things stand

    def flow_of(self, side: int) -> tuple[int, int] | None:
        """The flow that shows a text, and which of its sides; None where it is not shown."""
        for place, own in enumerate(self.in_view):
            if own.number == side:
                return (0, place) if len(self.flows) == 1 else (place, 0)
        return None

    def settle(self) -> None:
        """Set what is in sight."""
        for number, flow in enumerate(self.flows):
            self.offsets[number] = flow.settle(self.offsets[number], self.height)

    def shown(self, beyond: float = 0) -> Iterator[Shown]:
        """The paragraphs in sight, and those up to ``beyond`` pixels above."""
        for number, flow in enumerate(self.flows):
            offset = self.offsets[number]
            for row in flow.visible(offset - beyond, self.height + beyond):
                if not beyond or flow.is_laid(row) or flow.tops[row + 1] > offset:
                    yield from self._in_row(number, row, flow.lay(row), flow.tops[row] - offset)

    def _in_row(self, flow: int, row: int, laid: LaidRow, y: float) -> Iterator[Shown]:
        sides = self.in_view if len(self.flows) == 1 else [self.in_view[flow]]
        for side, items in zip(sides, laid.sides, strict=True):
            for item in items:
                yield self._shown(side, item, y, row)

    def _shown(self, side: Side, item: Item, y: float, row: int) -> Shown:
        return Shown(side, item.paragraph, side.column.left, y + item.top, row)

    def find(self, side: int, offset: int) -> Shown | None:
        """The paragraph that holds a code point, set, wherever it stands; None where its text is not shown."""
        where = self.flow_of(side)
        if where is None or not len(self.sides[side].folio):
            return None
        flow = self.flows[where[0]]
        number = self.sides[side].folio.at(offset)
        row = flow.row_of(where[1], number)
        laid = self._lay(where[0], row)
        y = flow.tops[row] - self.offsets[where[0]]
        items = laid.sides[where[1]]
        item = next((own for own in items if own.paragraph.number == number), items[0] if items else None)
        return self._shown(self.sides[side], item, y, row) if item is not None else None

    def _lay(self, number: int, row: int) -> LaidRow:
        """Set a row; what is in sight stays where it is, also where the row is above it."""
        flow = self.flows[number]
        first = flow.row_at(self.offsets[number])
        before = flow.tops[first]
        laid = flow.lay(row)
        self.offsets[number] += flow.tops[first] - before
        return laid

    def at(self, x: float, y: float, *, side: int | None = None) -> Shown | None:
        """The paragraph in sight that is nearest to a place."""
        found, least = None, 0.0
        for shown in self.shown():
            if side is not None and shown.side.number != side:
                continue
            column = shown.side.column
            across = max(column.left - x, x - column.right, 0.0)
            down = max(shown.y - y, y - shown.y - shown.paragraph.height, 0.0)
            if found is None or across * 1e3 + down < least:
                found, least = shown, across * 1e3 + down
        return found

    def gaps(self) -> Iterator[tuple[int, int, QRectF]]:
        """The rows in sight that lack a side: row, side, and the box that says so."""
        if not (self.parallel and self.locked):
            return
        flow = self.flows[0]
        for row in flow.visible(self.offsets[0], self.height):
            laid, y = flow.lay(row), flow.tops[row] - self.offsets[0]
            for side, items in zip(self.sides, laid.sides, strict=True):
                if not items and self.row_number(row) is not None:
                    column = side.column
                    height = min(laid.height - laid.above, 2 * self.style.pitch)
                    box = QRectF(column.left - 8, y + laid.above, column.width + 16, height)
                    yield row, side.number, box

    def forget(self) -> None:
        """Set anew what is in sight: a picture has come, a note was opened."""
        for flow in self.flows:
            flow.forget()

    def restyle(self, style: ReadingStyle | None = None, theme: Theme | None = None) -> None:
        """Another style or theme; ``lay_out`` follows."""
        self.style, self.theme = style or self.style, theme or self.theme

    def pairing(self, side: int, offset: int) -> int | None:
        """The row that a code point stands in, while the texts are in rows."""
        if not (self.parallel and self.locked):
            return None
        return self.flows[0].row_of(side, self.sides[side].folio.at(offset))
