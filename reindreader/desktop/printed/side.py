"""Beside the pages: small pictures of them, the file's table of contents, and the hits of a search."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.printed.hit_list import HitList
from reindreader.desktop.printed.press import Press
from reindreader.desktop.printed.thumbnails import Thumbnails
from reindreader.desktop.theme import Theme, scaled
from reindreader.model.text import Span
from reindreader.pages.values import OutlineEntry
from reindreader.workflows.wording import _, ngettext

WIDTH = 232


class SidePanel(QFrame):
    """Three lists, one of them shown."""

    page_wanted = Signal(int)
    hit_wanted = Signal(int)

    def __init__(self, theme: Theme, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setFixedWidth(scaled(WIDTH))
        self.thumbnails = Thumbnails(theme, press)
        self._contents, self._hits, self._count = QTreeWidget(), HitList(theme), QLabel()
        self._stack, self._group = QStackedWidget(), QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(self._switch())
        rows.addWidget(self._stack, 1)
        for part in (self.thumbnails, self._contents_list(), self._hits_list()):
            self._stack.addWidget(part)
        self.thumbnails.page_wanted.connect(self.page_wanted)
        self.show_list(0)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.thumbnails.show_theme(theme)
        self._hits.show_theme(theme)

    def show_list(self, number: int) -> None:
        """0: pages, 1: contents, 2: hits."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

    def show_outline(self, entries: Sequence[OutlineEntry]) -> None:
        """The file's table of contents."""
        self._contents.clear()
        above: list[QTreeWidgetItem] = []
        for entry in entries:
            item = QTreeWidgetItem([entry.title])
            item.setToolTip(0, entry.title)
            item.setData(0, Qt.ItemDataRole.UserRole, entry.page)
            del above[entry.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self._contents.addTopLevelItem(item)
            above.append(item)
        self._contents.expandToDepth(0)
        self._no_contents.setVisible(not entries)
        self._contents.setVisible(bool(entries))

    def show_hits(self, text: str, hits: Sequence[Span], label_of: Callable[[int], str], words: str) -> None:
        """The hits of these words; ``label_of``: the page of a place, as printed."""
        self._hits.show_hits(text, hits, label_of)
        found = ngettext("{count} place", "{count} places", len(hits)).format(count=len(hits))
        self._count.setText(found if words else _("Find in the pages with Ctrl+F."))

    def show_hit(self, number: int) -> None:
        """Choose a hit's row."""
        self._hits.show_hit(number)

    def _switch(self) -> QHBoxLayout:
        frame = QFrame()
        frame.setProperty("surface", "switch")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for number, words in enumerate((_("Pages"), _("Contents"), _("Hits"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.clicked.connect(lambda _checked=False, number=number: self.show_list(number))
            self._group.addButton(button, number)
            row.addWidget(button)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addWidget(frame)
        outer.addStretch(1)
        return outer

    def _contents_list(self) -> QWidget:
        self._no_contents = _sentence(_("This file has no table of contents."))
        self._contents.setHeaderHidden(True)
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        self._contents.setIndentation(14)
        self._contents.setAccessibleName(_("Contents"))
        self._contents.itemClicked.connect(self._want_entry)
        self._contents.itemActivated.connect(self._want_entry)
        return _column(self._no_contents, self._contents)

    def _hits_list(self) -> QWidget:
        self._count.setProperty("role", "label")
        self._count.setWordWrap(True)
        self._count.setContentsMargins(16, 0, 16, 0)
        self._count.setText(_("Find in the pages with Ctrl+F."))
        self._hits.clicked.connect(lambda index: self.hit_wanted.emit(index.row()))
        self._hits.activated.connect(lambda index: self.hit_wanted.emit(index.row()))
        return _column(self._count, self._hits)

    def _want_entry(self, item: QTreeWidgetItem) -> None:
        self.page_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole))


def _sentence(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "label")
    label.setWordWrap(True)
    label.setContentsMargins(16, 0, 16, 0)
    return label


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    for part in parts[:-1]:
        rows.addWidget(part)
    rows.addWidget(parts[-1], 1)
    rows.addStretch(0)
    return whole
