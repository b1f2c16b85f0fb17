"""The tags of what is chosen: ticked, ticked in part, or not; a new one by typing. Each tick is done at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme, scaled
from reindreader.library import Tag
from reindreader.library.shelf import ShelfRow
from reindreader.workflows.wording import _, ngettext

_WIDTH, _ROW, _MOST = 300, 30, 9


class TagsPanel(Popover):
    """``toggled``: the ids of the articles, a tag, and whether it is on now."""

    toggled = Signal(object, str, bool)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._ids: tuple[int, ...] = ()
        self._names: list[str] = []
        self._filling = False
        self._title, self._field, self._list = QLabel(), QLineEdit(), QListWidget()
        self._title.setProperty("role", "heading")
        self._field.setPlaceholderText(_("Find or add a tag"))
        self._field.setAccessibleName(_("Find or add a tag"))
        self._list.setAccessibleName(_("Tags"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(8)
        for part in (self._title, self._field, self._list):
            rows.addWidget(part)
        self.setFixedWidth(scaled(_WIDTH))
        self._field.textChanged.connect(self._filter)
        self._field.returnPressed.connect(self._enter)
        self._list.itemChanged.connect(self._take)
        self._field.installEventFilter(self)

    def show_theme(self, theme: Theme) -> None:
        """A shadow as the theme has it."""
        self.show_shadow(theme)

    def ask(self, ids: tuple[int, ...], rows: Sequence[ShelfRow], known: Sequence[Tag]) -> None:
        """Open for these articles."""
        self._ids = ids
        count = ngettext("Tags of {count} article", "Tags of {count} articles", len(ids))
        self._title.setText(count.format(count=f"{len(ids):,}"))
        having = [name for row in rows for name in row.tags]
        self._names = sorted({*(own.name for own in known), *having}, key=str.casefold)
        self._fill({name: having.count(name) for name in self._names}, len(rows))
        self._field.clear()
        self.adjustSize()
        self.move(24, max(60, (self._over.height() - self.height()) // 3))
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a click elsewhere closes; Down leads from the field to the tags."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and not self.isHidden():
            if watched is not self and not self.isAncestorOf(watched) and watched.window() is self.window():
                self._leave()
        elif kind == QEvent.Type.KeyPress and watched is self._field and isinstance(event, QKeyEvent):
            return self._to_list(event)
        return False

    def _to_list(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Down or not self._list.count():
            return False
        first = next((n for n in range(self._list.count()) if not self._list.item(n).isHidden()), 0)
        self._list.setCurrentRow(first)
        self._list.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _leave(self) -> None:
        self.hide()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.closed.emit()

    def _fill(self, counts: dict[str, int], total: int) -> None:
        self._filling = True
        self._list.clear()
        for name, count in counts.items():
            state = Qt.CheckState.Unchecked
            if count:
                state = Qt.CheckState.Checked if count >= total else Qt.CheckState.PartiallyChecked
            self._add(name, state)
        self._filling = False
        self._fit()

    def _add(self, name: str, state: Qt.CheckState) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        item.setToolTip(name)
        item.setSizeHint(QSize(100, scaled(_ROW)))
        self._list.addItem(item)
        return item

    def _fit(self) -> None:
        shown = sum(1 for n in range(self._list.count()) if not self._list.item(n).isHidden())
        self._list.setFixedHeight(max(1, min(shown, _MOST)) * scaled(_ROW) if shown else 0)
        self._list.setVisible(bool(shown))
        self.adjustSize()

    def _filter(self, words: str) -> None:
        wanted = words.strip().casefold()
        for number in range(self._list.count()):
            item = self._list.item(number)
            item.setHidden(wanted not in item.text().casefold())
        self._fit()

    def _take(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.toggled.emit(self._ids, item.text(), item.checkState() == Qt.CheckState.Checked)

    def _enter(self) -> None:
        """Enter ticks the tag of that name, else the only one in sight, else makes it."""
        words = self._field.text().strip()
        if not words:
            self._leave()
            return
        items = [self._list.item(n) for n in range(self._list.count())]
        same = next((item for item in items if item.text().casefold() == words.casefold()), None)
        if same is not None:
            on = same.checkState() == Qt.CheckState.Checked
            same.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        else:
            self._filling = True
            self._add(words, Qt.CheckState.Checked)
            self._filling = False
            self.toggled.emit(self._ids, words, True)
        self._field.clear()
