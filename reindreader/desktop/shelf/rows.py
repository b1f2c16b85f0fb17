"""The list of the shelf: keys, clicks, and rows as high as their titles where the list is short enough."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.shelf import words
from reindreader.desktop.shelf.delegate import ShelfDelegate
from reindreader.desktop.shelf.model import ShelfModel
from reindreader.desktop.shelf.row_menu import Chosen, RowMenu
from reindreader.desktop.shelf.rows_view import RowsView
from reindreader.desktop.shelf.source_list import RECORDS, as_dragged
from reindreader.desktop.shelf.sources import ALL, Kind, Source, Sources
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.library import Group, Grouping, ShelfRow, Snippet
from reindreader.workflows.wording import _, ngettext

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_BAND = 30
MEASURED = 200
"""Of so many rows at most each is as high as it needs to be."""
_ACTS = {Qt.Key.Key_S: "star", Qt.Key.Key_R: "read", Qt.Key.Key_T: "tags"}
"""Single keys while the list has the focus; a second time takes it back."""


class ShelfList(RowsView):
    """Rows to open, to open beside the article, to put in order, and to bin. A click opens; arrows only move."""

    opened = Signal(int)
    opened_beside = Signal(int)
    act_wanted = Signal(str, object, object)
    """The name of an act, the ids of the articles, and what else it needs."""
    drag_begun = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(MEASURED, parent)
        self._model = ShelfModel(self)
        self._delegate = ShelfDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.setDragEnabled(True)
        self._source, self._sources = ALL, Sources()

    @property
    def articles(self) -> ShelfModel:
        """The model, for those who hand in rows."""
        return self._model

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_sources(self, sources: Sources, source: Source) -> None:
        """What there is to put articles in, and what they are listed in."""
        self._sources, self._source = sources, source
        self._delegate.tag_colours = {tag.name: tag.colour for tag in sources.tags}
        self.viewport().update()

    def show_ids(
        self,
        ids: Sequence[int],
        groups: Sequence[Group] = (),
        by: Grouping = Grouping.NONE,
        *,
        rows: Sequence[ShelfRow] = (),
        snippets: Mapping[int, Snippet] = MappingProxyType({}),
        searching: bool = False,
    ) -> None:
        """List these articles. Of many, all rows are equally high, so that none needs to be measured."""
        self._delegate.uniform = len(ids) > MEASURED
        self._delegate.snippets = searching
        self._delegate.by_work = by is Grouping.WORK
        bands = [(words.group_label(by, own.label), own.start, own.count) for own in groups]
        self.show_groups(bands, scaled(_BAND))
        self._delegate.grouped = self.group_of
        chosen = set(self.selected_ids())
        current = self._id(self.currentIndex())
        self._model.show_ids(ids, rows, snippets, searching=searching)
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
        elif article is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._act("delete" if self._source.kind is Kind.BIN else "bin", None)
        elif article is not None and event.key() in _ACTS and not event.modifiers():
            self._act(_ACTS[Qt.Key(event.key())], None)
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers()):
            self._show_menu(self.visualRect(self.currentIndex()).center())
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

    def act_on_chosen(self, act: str, argument: object = None) -> None:
        """Ask for an act on what is chosen, else on the current row."""
        self._act(act, argument)

    @property
    def chosen(self) -> tuple[int, ...]:
        """What is chosen, else the current row."""
        current = self._id(self.currentIndex())
        return self.selected_ids() or (() if current is None else (current,))

    def _act(self, act: str, argument: object) -> None:
        ids = self.chosen
        if act == "open":
            self.opened.emit(ids[0])
        elif act == "open_beside":
            self.opened_beside.emit(ids[0])
        elif ids:
            self.act_wanted.emit(act, ids, argument)

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
        if article not in self.selected_ids():
            self.setCurrentIndex(self.indexAt(place))
        ids = self.selected_ids() or (article,)
        menu = RowMenu(Chosen(ids, self._model.rows_of(ids), self._source, self._sources), self)
        menu.act_wanted.connect(self._act)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    # dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Qt: the chosen articles, as ours and as text for other programs."""
        ids = self.chosen
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self.drag_data(ids))
        drag.setPixmap(self._drag_picture(ids))
        drag.setHotSpot(QPoint(-12, -8))
        self.drag_begun.emit()
        drag.exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)

    def drag_data(self, ids: tuple[int, ...]) -> QMimeData:
        """Articles as they are dragged: their ids, and a line each."""
        data = QMimeData()
        data.setData(RECORDS, as_dragged(ids))
        data.setText("\n".join(f"{words.people(row)}: {words.title(row)}" for row in self._model.rows_of(ids)))
        return data

    def _drag_picture(self, ids: tuple[int, ...]) -> QPixmap:
        rows = self._model.rows_of(ids)
        count = ngettext("{count} article", "{count} articles", len(ids)).format(count=f"{len(ids):,}")
        said = words.title(rows[0]) if len(ids) == 1 and rows else count
        theme, font = self._delegate.theme, ui_font(look.CONTROL, 500)
        picture = QPixmap(2 * 220, 2 * scaled(32))
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, 196)
        box = QRect(0, 0, painter.fontMetrics().horizontalAdvance(shown) + 24, scaled(32))
        painter.setPen(theme.colour("edge"))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.FIELD_CORNER, look.FIELD_CORNER)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
        return picture

    # headings

    def paint_band(self, painter: QPainter, rect: QRect, words: str, count: int) -> None:
        """Draw the heading of a group."""
        theme = self._delegate.theme
        painter.save()
        painter.fillRect(rect, theme.colour("panel"))
        inner = rect.adjusted(20, 6, -20, 0)
        painter.setFont(ui_font(look.LABEL))
        painter.setPen(theme.colour("quiet"))
        number = f"{count:,}"
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(number) - 8
        painter.setFont(ui_font(look.LABEL, 600))
        painter.setPen(theme.colour("text"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _LEFT, shown)
        painter.fillRect(QRect(20, rect.bottom(), rect.width() - 40, 1), theme.colour("line"))
        painter.restore()
