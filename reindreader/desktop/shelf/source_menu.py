"""What can be done with a source: named anew, removed, coloured, emptied."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from reindreader.desktop.shelf.sources import Kind, Source
from reindreader.desktop.shelf.tag_colours import colour_words, paint_dot
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _


class SourceMenu(QMenu):
    """A menu for one source; it goes when it is closed."""

    new_wanted = Signal(object)
    """The id of the collection to make one in, None for none."""
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)
    coloured = Signal(object, object)
    empty_wanted = Signal()

    def __init__(self, source: Source | None, colours: Mapping[str, str | None], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kind = source.kind if source else Kind.ALL
        self.addAction(_("New collection")).triggered.connect(lambda: self.new_wanted.emit(None))
        if source is None:
            return
        if kind is Kind.COLLECTION:
            inside = self.addAction(_("New collection inside"))
            inside.triggered.connect(lambda: self.new_wanted.emit(source.id))
        if kind is Kind.TAG:
            self._add_colours(source, colours.get(source.name), theme)
        if kind in {Kind.COLLECTION, Kind.SEARCH, Kind.TAG}:
            self.addSeparator()
            self.addAction(_("Rename") + "\tF2").triggered.connect(lambda: self.rename_wanted.emit(source))
            self.addAction(_("Remove") + "\t" + _("Del")).triggered.connect(lambda: self.remove_wanted.emit(source))
        if kind is Kind.BIN:
            self.addSeparator()
            self.addAction(_("Empty the bin")).triggered.connect(self.empty_wanted)

    def _add_colours(self, source: Source, now: str | None, theme: Theme) -> None:
        menu = self.addMenu(_("Colour"))
        choices: dict[str | None, str] = {None: _("No colour")}
        choices |= {colour.value: words for colour, words in colour_words().items()}
        for colour, words in choices.items():
            action = menu.addAction(_dot(colour, theme), words)
            action.setCheckable(True)
            action.setChecked(colour == now)
            action.triggered.connect(lambda _=False, colour=colour: self.coloured.emit(source, colour))


def _dot(colour: str | None, theme: Theme) -> QIcon:
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_dot(painter, QRectF(3, 3, 10, 10), colour, theme)
    painter.end()
    return QIcon(picture)
