"""The sources of the shelf as a quiet list: chosen by a click or the arrows, named in place, dropped on and put in order."""

from contextlib import suppress

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from reindreader.desktop.shelf.source_items import OWN, fill, is_seen, item_of, items
from reindreader.desktop.shelf.source_menu import SourceMenu
from reindreader.desktop.shelf.source_rows import SOURCE, SourceDelegate
from reindreader.desktop.shelf.sources import Kind, Source, Sources
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.library import Collection
from reindreader.workflows.wording import _

RECORDS = "application/x-reindreader-records"
"""The mime type of articles that are dragged: their ids, with commas between."""

_INDENT = 14
_TAKES = frozenset({Kind.COLLECTION, Kind.TAG, Kind.STARRED, Kind.UNREAD, Kind.BIN})
_Drop = QAbstractItemView.DropIndicatorPosition


def dragged(data: QMimeData) -> tuple[int, ...]:
    """The ids of the articles that are dragged; none for other things."""
    words = bytes(data.data(RECORDS).data()).decode() if data.hasFormat(RECORDS) else ""
    with suppress(ValueError):
        return tuple(int(own) for own in words.split(",") if own)
    return ()


def as_dragged(ids: tuple[int, ...]) -> QByteArray:
    """The same, to be put into a drag."""
    return QByteArray(",".join(map(str, ids)).encode())


class SourceList(QTreeWidget):
    """``chosen``: another source is to be listed. All changes are only asked for."""

    chosen = Signal(object)
    left_for_list = Signal()
    dropped = Signal(object, object)
    """A ``Source`` and the ids of articles that were dropped on it."""
    renamed = Signal(object, str)
    removed = Signal(object)
    coloured = Signal(object, object)
    """A ``Source`` of a tag, and the name of a colour or None."""
    collection_wanted = Signal(object)
    """A collection is to be made in this one (its id), or in none."""
    collection_moved = Signal(int, object, int)
    """A collection, the one to put it into (None: none), and its place there."""
    empty_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sources = theme, Sources()
        self._filling = False
        self._rows = SourceDelegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("What to list"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(scaled(_INDENT))
        self.setRootIsDecorated(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.currentItemChanged.connect(self._take_current)
        self._rows.named.connect(self._take_name)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = self._rows.theme = theme
        self.viewport().update()

    def show_sources(self, sources: Sources, current: Source) -> None:
        """List these; ``current`` is what the shelf shows."""
        closed = {
            own.data(0, SOURCE).key
            for own in items(self.invisibleRootItem())
            if own.data(0, SOURCE) and not own.isExpanded()
        }
        known = {own.key for own in self._sources.all()}
        self._sources, self._filling = sources, True
        self._rows.colours = {own.name: own.colour for own in sources.tags}
        self.clear()
        fill(self.invisibleRootItem(), sources)
        for item in items(self.invisibleRootItem()):
            source = item.data(0, SOURCE)
            item.setExpanded(source is None or source.key not in closed or source.key not in known)
        self._filling = False
        self.show_current(current)

    def show_current(self, current: Source) -> None:
        """Mark what the shelf shows."""
        self._filling = True
        item = item_of(self.invisibleRootItem(), current)
        if item is not None:
            self.setCurrentItem(item)
        self._filling = False

    def rename(self, source: Source) -> None:
        """Let its name be typed, where it stands."""
        item = item_of(self.invisibleRootItem(), source)
        if item is not None and source.kind in OWN:
            self.scrollToItem(item)
            self.editItem(item, 0)

    @property
    def height_wanted(self) -> int:
        """How high all rows are together."""
        open_rows = sum(1 for item in items(self.invisibleRootItem()) if is_seen(item))
        return open_rows * self._rows.row_height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes to the list, Del removes."""
        source = self._current
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.left_for_list.emit()
        elif event.key() == Qt.Key.Key_Delete and source is not None and source.kind in OWN:
            self.removed.emit(source)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the plus of the collections."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and self._rows.plus_at(self.visualItemRect(item), item, event.position().toPoint()):
            self.collection_wanted.emit(None)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: an arrow before what holds others."""
        item = self.itemFromIndex(index)
        source = item.data(0, SOURCE)
        if source is None or not item.childCount():
            return
        size = 12
        box = QRect(rect.right() - size + 3, rect.center().y() - size // 2, size, size)
        arrow = icon("chevron-down", self._theme, size).pixmap(size)
        painter.save()
        painter.translate(box.center() + QPoint(1, 1))
        painter.rotate(0 if item.isExpanded() else -90)
        painter.drawPixmap(QPoint(-size // 2, -size // 2), arrow)
        painter.restore()

    # dragging

    def mimeTypes(self) -> list[str]:
        """Qt: what can be dropped."""
        return [RECORDS, *super().mimeTypes()]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: articles, and our own collections."""
        if event.source() is self or dragged(event.mimeData()):
            event.accept()
            self.setState(QAbstractItemView.State.DraggingState)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: show where it would fall."""
        super().dragMoveEvent(event)
        place = event.position().toPoint()
        if self._target(place, dragged(event.mimeData()), own=event.source() is self) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: articles onto a source, or a collection to another place."""
        ids, place = dragged(event.mimeData()), event.position().toPoint()
        target = self._target(place, ids, own=event.source() is self)
        moved = self._current
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if target is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if ids:
            self.dropped.emit(target, ids)
        elif moved is not None and moved.id is not None:
            self._move(moved, target)

    def _target(self, place: QPoint, ids: tuple[int, ...], *, own: bool) -> Source | None:
        item = self.itemAt(place)
        source: Source | None = item.data(0, SOURCE) if item else None
        if source is None:
            return None
        if ids:
            return source if source.kind in _TAKES else None
        moved = self._current if own else None
        if moved is None or moved == source or not moved.kind is source.kind is Kind.COLLECTION:
            return None
        return None if self._lies_in(item, moved) else source

    @property
    def _current(self) -> Source | None:
        item = self.currentItem()
        return item.data(0, SOURCE) if item else None

    def _lies_in(self, item: QTreeWidgetItem | None, holder: Source) -> bool:
        while item is not None:
            if item.data(0, SOURCE) == holder:
                return True
            item = item.parent()
        return False

    def _move(self, moved: Source, target: Source) -> None:
        there = {one.id: one for one in self._sources.collections}
        assert moved.id is not None
        assert target.id is not None
        if self.dropIndicatorPosition() == _Drop.OnItem:
            self.collection_moved.emit(moved.id, target.id, len(self._siblings(target.id, moved.id)))
            return
        parent = there[target.id].parent
        place = [one.id for one in self._siblings(parent, moved.id)].index(target.id)
        below = self.dropIndicatorPosition() == _Drop.BelowItem
        self.collection_moved.emit(moved.id, parent, place + below)

    def _siblings(self, parent: int | None, but: int) -> list[Collection]:
        return [one for one in self._sources.collections if one.parent == parent and one.id != but]

    def _take_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        source = item.data(0, SOURCE) if item else None
        if source is not None and not self._filling:
            self.chosen.emit(source)

    def _take_name(self, source: Source, name: str) -> None:
        if name and name != source.name:
            self.renamed.emit(source, name)

    def _show_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        menu = SourceMenu(item.data(0, SOURCE) if item else None, self._rows.colours, self._theme, self)
        menu.new_wanted.connect(self.collection_wanted)
        menu.rename_wanted.connect(self.rename)
        menu.remove_wanted.connect(self.removed)
        menu.coloured.connect(self.coloured)
        menu.empty_wanted.connect(self.empty_wanted)
        menu.popup(self.viewport().mapToGlobal(place))
