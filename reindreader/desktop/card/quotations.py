"""The list of quotations below the facts: keys, clicks, dragging. It is as high as all of its rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from reindreader.desktop.card.quotation_items import HIGHLIGHT, QuotationDelegate, QuotationModel
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.wording import _


class QuotationList(QListView):
    """Enter and click open, Ctrl+C and the button copy; a lost quotation is looked for again."""

    quotation_opened = Signal(int)
    quotation_copy_wanted = Signal(int)
    find_again_wanted = Signal(int)
    height_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quotations = QuotationModel(self)
        self._delegate = QuotationDelegate(theme, self)
        self._pressed_button = False
        self.setModel(self._quotations)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Quotations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._delegate.show_theme(theme)
        self.viewport().update()

    def show_quotations(self, highlights: Sequence[Highlight], numbers: Mapping[int, str], tag: str | None) -> None:
        """Show these; ``tag``: the language they are set in."""
        row = self.currentIndex().row()
        self._delegate.show_tag(tag)
        self._delegate.show_numbers(numbers.values())
        self._quotations.show_quotations(highlights, numbers)
        if 0 <= row < len(highlights):
            self.setCurrentIndex(self._quotations.index(row))
        self.fit()

    def fit(self) -> None:
        """Be as high as all rows together."""
        rows = range(self._quotations.rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows))
        self.height_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Ctrl+C are ours."""
        self._show_ring(True)
        highlight = self._highlight(self.currentIndex())
        if highlight and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(highlight)
        elif highlight and event.matches(QKeySequence.StandardKey.Copy):
            self._emit(self.quotation_copy_wanted, highlight)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the button is pressed, or the row."""
        self._show_ring(False)
        self._pressed_button = self._button_at(event.position().toPoint()) is not None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the button shows that it is one."""
        hot = self._button_at(event.position().toPoint())
        row = hot.row() if hot else -1
        if row != self._delegate.hot:
            self._delegate.hot = row
            self.viewport().update()
        if not self._pressed_button:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: copy, find again, or open."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        highlight = self._highlight(self.indexAt(place))
        if highlight is None:
            return
        if self._pressed_button and self._button_at(place) is not None:
            lost = highlight.state is not AnchorState.ANCHORED
            self._emit(self.find_again_wanted if lost else self.quotation_copy_wanted, highlight)
        elif not self._pressed_button:
            self._emit(self.quotation_opened, highlight)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: no button is under the mouse any more."""
        self._delegate.hot = -1
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: who comes by key stands on a quotation."""
        self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)
        if not self.currentIndex().isValid() and self._quotations.rowCount():
            self.setCurrentIndex(self._quotations.index(0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: words break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.width = self.viewport().width()
            self.fit()

    def _show_ring(self, shown: bool) -> None:
        self._delegate.ring = shown
        self.viewport().update()

    def _highlight(self, index: QModelIndex) -> Highlight | None:
        highlight: Highlight | None = index.data(HIGHLIGHT) if index.isValid() else None
        return highlight

    def _button_at(self, place: QPoint) -> QModelIndex | None:
        index = self.indexAt(place)
        highlight = self._highlight(index)
        if highlight is None:
            return None
        return index if self._delegate.button(self.visualRect(index), highlight).contains(place) else None

    def _open(self, highlight: Highlight) -> None:
        lost = highlight.state is AnchorState.LOST
        self._emit(self.find_again_wanted if lost else self.quotation_opened, highlight)

    def _emit(self, signal: object, highlight: Highlight) -> None:
        if highlight.id is not None:
            signal.emit(highlight.id)  # type: ignore[attr-defined]

    def _show_menu(self, place: QPoint) -> None:
        highlight = self._highlight(self.indexAt(place))
        if highlight is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Show in the article"), lambda: self._emit(self.quotation_opened, highlight))
        menu.addAction(_("Copy with citation"), lambda: self._emit(self.quotation_copy_wanted, highlight))
        if highlight.state is not AnchorState.ANCHORED:
            menu.addAction(_("Find again"), lambda: self._emit(self.find_again_wanted, highlight))
        menu.popup(self.viewport().mapToGlobal(place))
