"""The shelf as a whole: search, heading, list, foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reindreader.desktop.shelf.foot import ShelfFoot
from reindreader.desktop.shelf.heading import ShelfHeading
from reindreader.desktop.shelf.rows import ShelfList
from reindreader.desktop.shelf.search import SearchField
from reindreader.desktop.theme import Theme, ui_font
from reindreader.library.shelf import ShelfRow, Sort
from reindreader.workflows.wording import _


class ShelfPane(QWidget):
    """The articles of the library. It asks for rows by ``rows_wanted(first, last)``, positions that count from 0."""

    search_changed = Signal(str)
    sort_changed = Signal(object)
    """A ``Sort``."""
    article_opened = Signal(int)
    article_opened_beside = Signal(int)
    bin_wanted = Signal(int)
    add_wanted = Signal()
    cancel_wanted = Signal()
    rows_wanted = Signal(int, int)
    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Shelf"))
        self._search = SearchField()
        self._heading = ShelfHeading(theme)
        self._list = ShelfList(theme)
        self._absence = Absence()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._absence)
        self._foot = ShelfFoot()
        self._lay_out()
        self._connect()
        self.show_theme(theme)
        self.show_ids(())

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._search, self._heading, self._list, self._foot):
            part.show_theme(theme)

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these articles, those that hold the words of the search field, in the order of the sort menu."""
        self._list.show_ids(ids)
        self._heading.show_count(len(ids), searching=bool(self.search_words))
        self._absence.show_words(self.search_words)
        self._stack.setCurrentIndex(0 if ids else 1)

    def show_rows(self, first: int, rows: Sequence[ShelfRow]) -> None:
        """Hand in the rows from position ``first`` on."""
        self._list.articles.show_rows(first, rows)

    def show_article(self, article: int | None) -> None:
        """Mark the article that is open, None for none."""
        self._list.show_article(article)

    def show_sort(self, sort: Sort) -> None:
        """Say in which order the articles stand."""
        self._heading.show_sort(sort)

    def show_progress(self, words: str) -> None:
        """Say in the foot how far long work has come; "" when there is none."""
        self._foot.show_progress(words)

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the focus on the current row."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def search_words(self) -> str:
        """The words of the search field."""
        return self._search.text().strip()

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The chosen articles, in the order of the list."""
        return self._list.selected_ids()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(9)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _words: self.search_changed.emit(self.search_words))
        self._search.left_for_list.connect(self.focus_list)
        self._heading.sort_changed.connect(self.sort_changed)
        self._list.opened.connect(self.article_opened)
        self._list.opened_beside.connect(self.article_opened_beside)
        self._list.bin_wanted.connect(self.bin_wanted)
        self._list.articles.rows_wanted.connect(self.rows_wanted)
        self._list.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())
        self._absence.clear_wanted.connect(self._search.clear)
        self._foot.add_wanted.connect(self.add_wanted)
        self._foot.cancel_wanted.connect(self.cancel_wanted)


class Absence(QWidget):
    """What stands where no article does: a promise while the library is empty, the words where none was found."""

    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setContentsMargins(5, 0, 5, 0)  # as the words of the link below, without their padding
        self._sentence.setFont(ui_font(13))
        self._clear = QPushButton(_("Clear"))
        self._clear.setProperty("role", "link")
        self._clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 0)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_words(self, words: str) -> None:
        """Say what was looked for; "" where the library is empty."""
        empty = _("What you add is listed here.")
        self._sentence.setText(_("No article holds “{words}”.").format(words=words) if words else empty)
        self._clear.setVisible(bool(words))
