"""A list of rows that never lays out what is not in sight: rows as high as they need, or all alike where there are many."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction

_STEPS = {
    Action.MoveUp: -1,
    Action.MovePrevious: -1,
    Action.MoveLeft: -1,
    Action.MoveDown: 1,
    Action.MoveNext: 1,
    Action.MoveRight: 1,
}


class Bands:
    """Headings above stretches of rows: where they push the rows down."""

    def __init__(self, groups: Sequence[tuple[str, int, int]] = (), height: int = 0) -> None:
        self.groups, self.height = list(groups), height
        self.starts = [start for _words, start, _count in groups]
        self._first = set(self.starts)
        self._rows = 1
        self._tops: list[int] = []

    def measure(self, rows: int) -> None:
        """Where headings stand among rows of this height."""
        self._rows = rows
        self._tops = [start * rows + number * self.height for number, start in enumerate(self.starts)]

    def above(self, row: int) -> int:
        """The room for a heading right above a row."""
        return self.height if row in self._first else 0

    def before(self, row: int) -> int:
        """The room that the headings down to a row take."""
        return self.height * bisect_right(self.starts, row)

    def row_at(self, y: int) -> int:
        """The row at a height, where all are alike; a heading is of the row below it."""
        number = bisect_right(self._tops, y) - 1
        if number < 0:
            return y // self._rows
        inside = y - self._tops[number] - self.height
        return self.starts[number] + max(0, inside // self._rows)

    def of(self, row: int) -> int | None:
        """The number of the heading that a row stands under."""
        number = bisect_right(self.starts, row) - 1
        return number if number >= 0 and row < self.starts[number] + self.groups[number][2] else None


class RowsView(QAbstractItemView):
    """QListView measures each row of a model, even where all are alike: 100,000 rows take it a quarter of a second.

    ``measured``: the most rows that are measured one by one; beyond, all are as high as the first.
    """

    def __init__(self, measured: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured = measured
        self._ends: list[int] = []  # of each row, from the top of the first; empty where all are alike
        self._height = 1
        self._hovered = -1
        self._bands = Bands()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # what it stands on shows through
        self.viewport().setMouseTracking(True)

    def measure(self) -> None:
        """Ask how high the rows are."""
        count = self._count
        option = QStyleOptionViewItem()
        heights = [self._hint(option, row) for row in range(count if count <= self._measured else 1)] if count else []
        self._height = heights[0] if heights else 1
        above = self._bands.above
        self._ends = list(accumulate(h + above(n) for n, h in enumerate(heights))) if count <= self._measured else []
        self._bands.measure(self._height)
        self.updateGeometries()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Qt: rows came, went or changed."""
        super().doItemsLayout()
        self.measure()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Qt: rows arrived; some may need another line now."""
        super().dataChanged(first, last, list(roles))
        if self._ends:
            self.measure()

    def visualRect(self, index: Index) -> QRect:
        """Qt: where a row stands in the viewport."""
        if not index.isValid():
            return QRect()
        top, bottom = self._edges(index.row())
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Qt: which row stands there."""
        y = point.y() + self.verticalOffset()
        row = self._row_at(y)
        there = 0 <= row < self._count and y >= self._edges(row)[0]
        return self.model().index(row, 0) if there else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Qt: bring a row into sight."""
        if not index.isValid():
            return
        (top, bottom), bar, room = self._edges(index.row()), self.verticalScrollBar(), self.viewport().height()
        top -= self._bands.height if self._bands.of(index.row()) is not None else 0  # a heading stays above it
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Qt: where a key leads."""
        if not self._count:
            return QModelIndex()
        row = max(self.currentIndex().row(), 0)
        if not self.currentIndex().isValid() or action == Action.MoveHome:
            target = 0
        elif action == Action.MoveEnd:
            target = self._count - 1
        elif action in (Action.MovePageUp, Action.MovePageDown):
            page, top = self.viewport().height() - self._height, self._edges(row)[0]
            down = action == Action.MovePageDown
            target = self._row_at(top + page) if down else self._row_at(top - page - 1) + 1
        else:
            target = row + _STEPS.get(action, 0)
        return self.model().index(min(max(target, 0), self._count - 1), 0)

    def horizontalOffset(self) -> int:
        """Qt: rows are as wide as the view."""
        return 0

    def verticalOffset(self) -> int:
        """Qt: how far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Qt: none is."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt: choose the rows that a rectangle touches."""
        last = self._count - 1
        first_row = self._row_at(rect.normalized().top() + self.verticalOffset())
        last_row = self._row_at(rect.normalized().bottom() + self.verticalOffset())
        selection = QItemSelection()
        if 0 <= first_row <= last and last_row >= 0:
            selection.select(self.model().index(first_row, 0), self.model().index(min(last_row, last), 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Qt: what to paint when a selection changes."""
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        """Qt: the scroll bar follows the rows."""
        super().updateGeometries()
        total = self._edges(self._count - 1)[1] if self._count else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, total - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: titles break anew."""
        super().resizeEvent(event)
        self.measure()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the row under the mouse."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: no row is under the mouse any more."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the rows in sight."""
        painter = QPainter(self.viewport())
        first = self._row_at(event.rect().top() + self.verticalOffset())
        last = self._row_at(event.rect().bottom() + self.verticalOffset())
        for row in range(max(first, 0), min(last, self._count - 1) + 1):
            index = self.model().index(row, 0)
            self.itemDelegate().paint(painter, self._option(index), index)
        self._paint_bands(painter, first, last)

    def show_groups(self, groups: Sequence[tuple[str, int, int]], height: int) -> None:
        """Headings (words, first row, count of rows) that stand ``height`` high above stretches of rows."""
        self._bands = Bands(groups, height)

    def group_of(self, row: int) -> str | None:
        """The words of the heading that a row stands under, None where it stands under none."""
        number = self._bands.of(row)
        return None if number is None else self._bands.groups[number][0]

    def paint_band(self, painter: QPainter, rect: QRect, words: str, count: int) -> None:
        """Draw the heading of a group; that of the topmost stays in sight."""

    def _paint_bands(self, painter: QPainter, first: int, last: int) -> None:
        groups, height, width = self._bands.groups, self._bands.height, self.viewport().width()
        if not groups or not self._count:
            return
        top = self._row_at(self.verticalOffset())
        begin, end = bisect_right(self._bands.starts, max(top, 0) - 1), bisect_right(self._bands.starts, last)
        follows = height
        for words, start, count in groups[begin:end]:
            y = self._edges(start)[0] - height - self.verticalOffset()
            if 0 < y < follows:
                follows = y
            if y > 0:
                self.paint_band(painter, QRect(0, y, width, height), words, count)
        over = self._bands.of(max(top, 0))
        if over is not None:
            words, _start, count = groups[over]
            end_of = self._edges(_start + count - 1)[1] - self.verticalOffset()
            self.paint_band(painter, QRect(0, min(0, follows - height, end_of - height), width, height), words, count)

    def _option(self, index: QModelIndex) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        flag = QStyle.StateFlag
        option.state &= ~(flag.State_Selected | flag.State_HasFocus | flag.State_MouseOver)
        if self.selectionModel().isSelected(index):
            option.state |= flag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= flag.State_HasFocus
        if index.row() == self._hovered:
            option.state |= flag.State_MouseOver
        return option

    @property
    def _count(self) -> int:
        return self.model().rowCount() if self.model() else 0

    def _hint(self, option: QStyleOptionViewItem, row: int) -> int:
        return self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()

    def _edges(self, row: int) -> tuple[int, int]:
        """Of a row without the heading above it."""
        if not self._ends:
            top = row * self._height + self._bands.before(row)
            return top, top + self._height
        row = min(row, len(self._ends) - 1)
        return (self._ends[row - 1] if row else 0) + self._bands.above(row), self._ends[row]

    def _row_at(self, y: int) -> int:
        """The row that stands there, with the heading above it."""
        return bisect_right(self._ends, y) if self._ends and y >= 0 else self._bands.row_at(y)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
