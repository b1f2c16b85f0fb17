"""The palette: one field for commands, articles and styles; what was used last stands first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.citation.choices import fold, folded, holding, likeliest
from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import CONTROL, FACT, HINT, LABEL, Theme, scaled, ui_font
from reindreader.workflows.wording import _

_WIDTH, _ROW, _MOST = 560, 36, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind``: ``command``, ``article`` or ``style``; ``key``: what it is by; ``hint``: its keys, or what it is."""

    kind: str
    key: object
    words: str
    hint: str = ""


def score(words: str, query: str) -> int | None:
    """How well the words answer the query; lower is better, None where they do not.

    They hold the query as it is, or its letters in order, where each goes on a word or begins one: "cci" is Copy citation.
    """
    text, wanted = words.casefold(), query.casefold().replace(" ", "")
    if not wanted:
        return 0
    whole = text.find(query.casefold().strip())
    if whole >= 0:
        return whole + (0 if whole == 0 or not text[whole - 1].isalnum() else 20)
    at, gaps = -1, 0
    for letter in wanted:
        found = at + 1 if text[at + 1 : at + 2] == letter else _word_start(text, letter, at + 1)
        if found is None:
            return None
        gaps += found - at - 1
        at = found
    return 100 + gaps


def _word_start(text: str, letter: str, start: int) -> int | None:
    """The next place at which a word begins with the letter."""
    places = (at for at in range(start, len(text)) if text[at] == letter and (at == 0 or not text[at - 1].isalnum()))
    return next(places, None)


def ranked(entries: Sequence[Entry], query: str, used: Sequence[object]) -> list[Entry]:
    """The entries that answer the query, best first; among equals those used last."""
    recent = {key: place for place, key in enumerate(used)}
    scored = ((score(entry.words, query), entry) for entry in entries)
    found = [(rank, recent.get(entry.key, len(used)), entry) for rank, entry in scored if rank is not None]
    return [entry for _, _, entry in sorted(found, key=lambda row: (row[0], row[1]))][:_MOST]


class Palette(Popover):
    """A field and a list in the window's upper third."""

    chosen = Signal(object)
    """An ``Entry``."""
    words_changed = Signal(str)
    """What is typed: articles may be looked up for it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._entries: tuple[Entry, ...] = ()
        self._styles: Sequence[tuple[str, str]] = ()
        self._folded: list[str] = []
        self._articles: tuple[Entry, ...] = ()
        self._used: list[object] = []
        self._before: QWidget | None = None
        self._field, self._list, self._none = QLineEdit(self), QListWidget(self), QLabel(self)
        self._field.setPlaceholderText(_("A command, an article, a style"))
        self._field.setAccessibleName(_("Commands, articles, styles"))
        self._none.setProperty("role", "label")
        self._none.setContentsMargins(12, 4, 12, 8)
        self._list.setItemDelegate(_Rows(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.setSpacing(6)
        for part in (self._field, self._list, self._none):
            rows.addWidget(part)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._take_words)
        self._list.itemClicked.connect(lambda _item: self._choose())

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.show_shadow(theme)
        self._list.setItemDelegate(_Rows(theme, self._list))

    def show_prompt(self, words: str, name: str) -> None:
        """What the field asks for, and its name aloud."""
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(name)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Open with these commands and styles."""
        self._before = QApplication.focusWidget()
        self._entries, self._articles = tuple(entries), ()
        self._field.clear()
        self._fill()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words_changed.emit("")

    def show_styles(self, styles: Sequence[tuple[str, str]]) -> None:
        """These can be found as well, (id, name) each; none of them stands there before something is typed."""
        if styles is not self._styles:
            self._styles, self._folded = styles, folded(styles)
            if self.isVisible():
                self._fill()

    def show_articles(self, articles: Sequence[Entry]) -> None:
        """The articles that answer what is typed."""
        self._articles = tuple(articles)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose, Enter does it, Esc and a click elsewhere close."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            row = min(max(0, self._list.currentRow() + steps[key]), self._list.count() - 1)
            self._list.setCurrentRow(row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _take_words(self, words: str) -> None:
        self._fill()
        self.words_changed.emit(words)

    def _fill(self) -> None:
        words = self._field.text()
        self._list.clear()
        for entry in (*ranked([*self._entries, *self._found_styles(words)], words, self._used), *self._articles):
            item = QListWidgetItem(entry.words)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(entry.words)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setText(_("Nothing is called “{words}”.").format(words=words))
        self._none.setVisible(not self._list.count())
        self._list.setVisible(bool(self._list.count()))
        self._place()

    def _found_styles(self, words: str) -> list[Entry]:
        wanted = fold(words)
        found = likeliest(self._folded, holding(self._folded, wanted.split()), wanted) if wanted else []
        return [Entry("style", *self._styles[place], _("style")) for place in found[:_MOST]]

    def _place(self) -> None:
        top = max(40, self._over.height() // 8)
        room = self._over.height() - top - self._field.sizeHint().height() - 64
        rows = max(1, min(self._list.count(), 10, room // scaled(_ROW)))
        self._list.setFixedHeight(rows * scaled(_ROW) + 4)
        self.setFixedWidth(min(scaled(_WIDTH), self._over.width() - 48))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, top)

    def _choose(self) -> None:
        if not self._list.count():
            return
        entry: Entry = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._used = [entry.key, *(key for key in self._used if key != entry.key)][:20]
        self._leave()
        self.chosen.emit(entry)

    def _leave(self) -> None:
        before = self._before
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)


class _Rows(QStyledItemDelegate):
    """Words left, keys or kind right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Any = option  # the stubs leave its members out
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(shown.rect).adjusted(0, 1, 0, -1)
        if index.row() == shown.widget.currentRow():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("select"))
            painter.drawRoundedRect(row, 6, 6)
        inner = row.adjusted(12, 0, -12, 0)
        painter.setFont(ui_font(LABEL if entry.kind != "command" else HINT))
        painter.setPen(self._theme.colour("quiet"))
        aside = painter.fontMetrics().horizontalAdvance(entry.hint)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.hint)
        painter.setFont(ui_font(FACT if entry.kind == "article" else CONTROL, 500))
        painter.setPen(self._theme.colour("text"))
        room = inner.width() - aside - 16
        words = painter.fontMetrics().elidedText(entry.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
