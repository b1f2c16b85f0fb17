"""The shelf as a whole: search, heading, sources, list, foot."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reindreader.desktop.hairline import hairline
from reindreader.desktop.shelf.foot import ShelfFoot
from reindreader.desktop.shelf.heading import ShelfHeading
from reindreader.desktop.shelf.notes import Absence, Mistakes, Offers
from reindreader.desktop.shelf.rows import ShelfList
from reindreader.desktop.shelf.search import SearchField
from reindreader.desktop.shelf.search_help import SearchHelp
from reindreader.desktop.shelf.source_list import SourceList
from reindreader.desktop.shelf.sources import ALL, Kind, Source, Sources, absence_words
from reindreader.desktop.theme import Theme
from reindreader.library import Group, Grouping, Snippet
from reindreader.library.shelf import ShelfRow, Sort
from reindreader.workflows.wording import _

_SOURCES_AT_MOST = 0.42
"""Of the shelf's height."""


class ShelfPane(QWidget):
    """The articles of the library. It asks for rows by ``rows_wanted(first, last)``, positions that count from 0."""

    search_changed = Signal(str)
    sort_changed = Signal(object)
    """A ``Sort``."""
    turned = Signal(bool)
    grouped = Signal(object)
    """A ``Grouping``."""
    source_chosen = Signal(object)
    """A ``Source``."""
    sources_wanted = Signal(bool)
    save_wanted = Signal()
    article_opened = Signal(int)
    article_opened_beside = Signal(int)
    act_wanted = Signal(str, object, object)
    """The name of an act, the ids of articles, and what else it needs."""
    add_wanted = Signal()
    cancel_wanted = Signal()
    rows_wanted = Signal(int, int)
    snippets_wanted = Signal(object)
    """The ids of found articles that came into sight."""
    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Shelf"))
        self._source, self._known = ALL, Sources()
        self._search = SearchField()
        self._mistakes = Mistakes()
        self._heading = ShelfHeading(theme)
        self._offers = Offers()
        self.sources = SourceList(theme)
        self._rule = hairline()
        self._list = ShelfList(theme)
        self._absence = Absence()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._absence)
        self._foot = ShelfFoot()
        self._lay_out()
        self._help = SearchHelp(theme, self)
        self._theme = theme
        self._connect()
        self.show_theme(theme)
        self.show_ids(())
        self.show_sources_list(shown=False)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._theme = theme
        for part in (self._search, self._heading, self.sources, self._list, self._foot):
            part.show_theme(theme)
        self._help.show_shadow(theme)

    def show_ids(
        self,
        ids: Sequence[int],
        groups: Sequence[Group] = (),
        by: Grouping = Grouping.NONE,
        source: Source = ALL,
        *,
        rows: Sequence[ShelfRow] = (),
        snippets: Mapping[int, Snippet] = MappingProxyType({}),
    ) -> None:
        """List these articles, those that hold the words of the search field, in the order of the sort menu.

        ``rows``, ``snippets``: those of the first articles, where they are at hand.
        """
        words = self.search_words
        self._source = source
        self._list.show_sources(self._known, source)
        searching = bool(words or source.query)
        self._list.show_ids(ids, groups, by, rows=rows, snippets=snippets, searching=searching)
        name = "" if source.kind is Kind.ALL else source.words
        self._heading.show_count(len(ids), searching=bool(words), name=name)
        self._absence.show_words(words, absence_words(source), elsewhere=source.kind is not Kind.ALL)
        self._offers.show_offers(save=bool(words), empty=source.kind is Kind.BIN and bool(ids) and not words)
        self._stack.setCurrentIndex(0 if ids else 1)

    def show_top(self) -> None:
        """Show the first rows: another list or another order begins at its beginning."""
        self._list.verticalScrollBar().setValue(0)

    def show_rows(self, first: int, rows: Sequence[ShelfRow]) -> None:
        """Hand in the rows from position ``first`` on."""
        self._list.articles.show_rows(first, rows)

    def show_changed(self, rows: Sequence[ShelfRow]) -> None:
        """Hand in rows as they now are, wherever they stand."""
        self._list.articles.show_changed(rows)

    def show_snippets(self, snippets: Mapping[int, Snippet]) -> None:
        """Hand in words around hits, by the ids of their articles."""
        self._list.articles.show_snippets(snippets)

    def show_mistakes(self, mistakes: Sequence[str]) -> None:
        """Say what is wrong with the query."""
        self._mistakes.show_mistakes(mistakes)

    def show_sources(self, sources: Sources, source: Source) -> None:
        """Say what there is to list, and what is listed."""
        self._known = sources
        self.sources.show_sources(sources, source)
        self._list.show_sources(sources, source)
        self._fit_sources()

    def show_sources_list(self, *, shown: bool) -> None:
        """Show the sources above the list, or put them away."""
        self.sources.setVisible(shown)
        self._rule.setVisible(shown)
        self._heading.show_sources(shown=shown)
        self._fit_sources()

    def show_article(self, article: int | None) -> None:
        """Mark the article that is open, None for none."""
        self._list.show_article(article)

    def show_sort(self, sort: Sort, *, reverse: bool = False) -> None:
        """Say in which order the articles stand."""
        self._heading.show_sort(sort, reverse=reverse)

    def show_group(self, by: Grouping) -> None:
        """Say what the articles are grouped by."""
        self._heading.show_group(by)

    def show_progress(self, words: str) -> None:
        """Say in the foot how far long work has come; "" when there is none."""
        self._foot.show_progress(words)

    def show_help(self) -> None:
        """Show how to search, below the field."""
        if self._help.parent() is not self.window():
            self._help.float_over(self.window())
        self._help.open_below(self._search)

    def search_for(self, words: str) -> None:
        """Put words into the search field."""
        self._search.setText(words)

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the focus on the current row."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def act_on_chosen(self, act: str, argument: object = None) -> None:
        """Ask for an act on what is chosen."""
        self._list.act_on_chosen(act, argument)

    @property
    def search_words(self) -> str:
        """The words of the search field."""
        return self._search.text().strip()

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The chosen articles, in the order of the list."""
        return self._list.selected_ids()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The chosen articles, else the current one."""
        return self._list.chosen

    def rows_of(self, ids: Sequence[int]) -> list[ShelfRow]:
        """Those rows of the articles that are in memory."""
        return self._list.articles.rows_of(ids)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the sources leave room for the articles."""
        super().resizeEvent(event)
        self._fit_sources()

    def _fit_sources(self) -> None:
        most = max(120, round(self.height() * _SOURCES_AT_MOST))
        self.sources.setFixedHeight(min(most, self.sources.height_wanted + 4))

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._mistakes)
        column.addSpacing(9)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addWidget(self.sources)
        column.addWidget(self._rule)
        column.addWidget(self._offers)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _words: self.search_changed.emit(self.search_words))
        self._search.left_for_list.connect(self.focus_list)
        self._search.help_wanted.connect(self.show_help)
        self._help.example_chosen.connect(self._add_example)
        self._help.closed.connect(lambda: self._search.setFocus(Qt.FocusReason.OtherFocusReason))
        for heard, told in (
            (self._heading.sort_changed, self.sort_changed),
            (self._heading.turned, self.turned),
            (self._heading.grouped, self.grouped),
            (self._heading.sources_wanted, self.sources_wanted),
            (self.sources.chosen, self.source_chosen),
            (self._offers.save_wanted, self.save_wanted),
            (self._offers.empty_wanted, self.sources.empty_wanted),
            (self._list.opened, self.article_opened),
            (self._list.opened_beside, self.article_opened_beside),
            (self._list.act_wanted, self.act_wanted),
            (self._list.articles.rows_wanted, self.rows_wanted),
            (self._list.articles.snippets_wanted, self.snippets_wanted),
            (self._foot.add_wanted, self.add_wanted),
            (self._foot.cancel_wanted, self.cancel_wanted),
        ):
            heard.connect(told)
        self.sources.left_for_list.connect(self.focus_list)
        self._list.drag_begun.connect(lambda: self.sources_wanted.emit(True))
        self._list.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())
        self._absence.clear_wanted.connect(self._search.clear)
        self._absence.all_wanted.connect(lambda: self.source_chosen.emit(ALL))

    def _add_example(self, words: str) -> None:
        self._search.setText(f"{self.search_words} {words}".strip())
