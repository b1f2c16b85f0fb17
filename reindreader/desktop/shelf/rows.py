"""The list of the shelf: keys, clicks, and rows as high as their titles where the list is short enough."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from reindreader.desktop.shelf.delegate import ShelfDelegate
from reindreader.desktop.shelf.model import PAGE, ShelfModel
from reindreader.desktop.shelf.rows_view import RowsView
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ShelfList(RowsView):
    """Rows to open, to open beside the article, and to bin. A click opens; arrows only move."""

    opened = Signal(int)
    opened_beside = Signal(int)
    bin_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(PAGE, parent)
        self._model = ShelfModel(self)
        self._delegate = ShelfDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    @property
    def articles(self) -> ShelfModel:
        """The model, for those who hand in rows."""
        return self._model

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these articles. Beyond one page all rows are equally high, so that none needs to be measured."""
        self._delegate.uniform = len(ids) > PAGE
        chosen = set(self.selected_ids())
        current = self._id(self.currentIndex())
        self._model.show_ids(ids)
        self._choose_again(chosen, current)

    def show_article(self, article: int | None) -> None:
        """Mark the open article, and bring it into sight."""
        self._delegate.article = article
        position = None if article is None else self._model.position_of(article)
        if position is not None:
            self.setCurrentIndex(self._model.index(position))
        self.measure()  # the open title is bolder, and may need another line

    def selected_ids(self) -> tuple[int, ...]:
        """The chosen articles, in the order of the list."""
        ranges = sorted((chosen.top(), chosen.bottom()) for chosen in self.selectionModel().selection().toList())
        return tuple(self._model.id_at(row) for top, bottom in ranges for row in range(top, bottom + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter, Ctrl+Enter and Del are ours."""
        self._show_ring(True)
        article = self._id(self.currentIndex())
        if article is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            beside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.opened_beside if beside else self.opened).emit(article)
        elif article is not None and event.key() == Qt.Key.Key_Delete:
            self._bin()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a hand on the mouse needs no ring."""
        self._show_ring(False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a plain click opens."""
        super().mouseReleaseEvent(event)
        article = self._id(self.indexAt(event.position().toPoint()))
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _CHOOSING
        if plain and article is not None:
            self.opened.emit(article)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: who comes by key sees where they are."""
        self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.selectionModel().setCurrentIndex(self._model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt: no search by letters, for it would ask for every row; the search field is one key away."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: titles break anew."""
        self._delegate.width = self.viewport().width()
        self._delegate.bar = self.width() - self.viewport().width()
        super().resizeEvent(event)

    def _show_ring(self, shown: bool) -> None:
        self._delegate.ring = shown
        self.viewport().update()

    def _id(self, index: QModelIndex) -> int | None:
        return self._model.id_at(index.row()) if index.isValid() else None

    def _bin(self) -> None:
        for article in self.selected_ids() or (self._model.id_at(self.currentIndex().row()),):
            self.bin_wanted.emit(article)

    def _choose_again(self, chosen: set[int], current: int | None) -> None:
        flag = QItemSelectionModel.SelectionFlag
        for article in chosen | {current} - {None}:
            position = self._model.position_of(article) if article is not None else None
            if position is None:
                continue
            index = self._model.index(position)
            self.selectionModel().select(index, flag.Select if article in chosen else flag.NoUpdate)
            if article == current:
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def _show_menu(self, place: QPoint) -> None:
        article = self._id(self.indexAt(place))
        if article is None:
            return
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda: self.opened.emit(article))
        menu.addAction(_("Open beside")).triggered.connect(lambda: self.opened_beside.emit(article))
        menu.addSeparator()
        menu.addAction(_("Move to bin")).triggered.connect(self._bin)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
