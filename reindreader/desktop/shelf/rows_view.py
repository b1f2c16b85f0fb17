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
        self._ends = list(accumulate(heights)) if count <= self._measured else []
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
        row = self._row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < self._count else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Qt: bring a row into sight."""
        if not index.isValid():
            return
        (top, bottom), bar, room = self._edges(index.row()), self.verticalScrollBar(), self.viewport().height()
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
        if not self._ends:
            return row * self._height, (row + 1) * self._height
        row = min(row, len(self._ends) - 1)
        return self._ends[row - 1] if row else 0, self._ends[row]

    def _row_at(self, y: int) -> int:
        return bisect_right(self._ends, y) if self._ends and y >= 0 else y // self._height

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
