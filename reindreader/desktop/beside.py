"""The original beside the translation: chosen, aligned, shown; its rows changed by hand, kept, and undone."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reindreader.desktop.current import Opened
from reindreader.desktop.reading.rows import Row as ShownRow
from reindreader.desktop.sentence_beads import SentenceBeads
from reindreader.desktop.undoing import Change
from reindreader.ingest import SUFFIXES
from reindreader.library import Library
from reindreader.model.highlights import Quote
from reindreader.model.text import Span
from reindreader.parallel import Alignment, Row, rows_to_text
from reindreader.workflows.importing import import_files, import_text
from reindreader.workflows.outcomes import ImportReport, Outcome
from reindreader.workflows.quoting import quoted_words
from reindreader.workflows.side_by_side import Pair, pair_of
from reindreader.workflows.wording import _, error_sentence

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

NEEDS_SECOND = (
    *("view_first", "view_second", "view_both", "scroll_apart"),
    *("row_up", "row_down", "row_split", "row_join", "row_ask", "copy_pair", "beside_none"),
)
"""The commands that need a second text."""

VIEWS = {"translation": "first", "original": "second", "both": "both"}
"""The segments of the header's switch, and what they show."""


class Beside(QObject):
    """Connects the reading pane's second text with the library."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._pair: Pair | None = None
        self._shelf_hidden = False
        self._beads = SentenceBeads(window.jobs, self)
        self._beads.changed.connect(self._show_counterparts)
        window.current.opened.connect(self._take_opened)
        window.current.changed.connect(self._take_changed)
        window.current.closed.connect(self._take_closed)
        window.pane.rows_changed.connect(self.change_rows)
        window.pane.view_changed.connect(self._take_view)
        window.side.header.views.view_changed.connect(lambda name: self.show_view(VIEWS[name]))
        window.shelf.article_opened_beside.connect(self.open_beside)
        self._tell()

    @property
    def pair(self) -> Pair | None:
        """The two texts, None while there is one."""
        return self._pair

    # choosing

    def ask_file(self) -> None:
        """Ask for the file of the original, and read it beside what is open."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open the original beside"), "", _("Articles ({kinds});;All files (*)").format(kinds=kinds)
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Import a file, and read it beside what is open."""
        shown = self._window.current.shown
        if shown is not None:
            self._window.jobs.submit(
                lambda library: import_files(library, [path]), partial(self._take_imported, shown.id), self._refuse
            )

    def paste(self) -> None:
        """Read the clipboard's text beside what is open."""
        shown, text = self._window.current.shown, QGuiApplication.clipboard().text()
        if shown is not None:
            self._window.jobs.submit(
                lambda library: import_text(library, text, _("Pasted text")),
                lambda outcome: self._take_outcome(shown.id, outcome),
                self._refuse,
            )

    def _take_imported(self, record: int, report: ImportReport) -> None:
        for outcome in report.outcomes[:1]:
            self._take_outcome(record, outcome)

    def _take_outcome(self, record: int, outcome: Outcome) -> None:
        self._window.shelving.refresh()
        if outcome.error is not None:
            self._refuse(outcome.error)
        elif outcome.record is not None and self._is_open(record):
            self.open_beside(outcome.record)

    def open_beside(self, other: int | None) -> None:
        """Read another record's text beside what is open; None: none any more."""
        shown = self._window.current.shown
        if shown is None or other in {shown.id, shown.stored.beside}:
            return
        record, before = shown.id, shown.stored.beside
        name = _("Text beside") if other is not None else _("Close the text beside")
        self._window.edits.do(
            Change(
                record,
                name,
                lambda library: library.set_beside(record, other),
                lambda library, _done: library.set_beside(record, before),
                lambda library, _done: library.set_beside(record, other),
            )
        )

    # showing

    def show_view(self, view: str) -> None:
        """``first``, ``second`` or ``both`` texts."""
        self._window.printing.show_pages(shown=False)
        self._window.pane.show_view(view)
        self._window.pane.setFocus()

    def scroll_apart(self) -> None:
        """Let each text scroll for itself, or both in rows."""
        page = self._window.pane.page
        page.show_locked(locked=not page.spread.locked)
        self._window.menus.action("scroll_apart").setChecked(not page.spread.locked)

    def copy_pair(self) -> None:
        """Copy the selected words, or the chosen highlight's, with those that answer to them: the original's, then those
        of the translation in brackets, and the citation."""
        spans = self._chosen_pair()
        if spans is not None and self._pair is not None:
            first, second = self._pair.alignment.first, self._pair.alignment.second
            quote = Quote(spans[0].slice(first.text), position=spans[0])
            self._window.citing.copy_pair(quoted_words(second, spans[1]), quote)

    def _chosen_pair(self) -> tuple[Span, Span] | None:
        """The places that ``copy_pair`` copies; None where nothing is chosen, or nothing answers to it."""
        pane = self._window.pane
        chosen = pane.chosen()
        side = pane.page.caret.side if pane.page.selection is not None else 0
        own = pane.page.selection or (chosen.span if chosen else None)
        other = pane.page.mirroring.of(own, side) if own is not None else None
        if own is None or other is None:
            return None
        return (own, other) if side == 0 else (other, own)

    # rows

    def change_rows(self, rows: Sequence[ShownRow]) -> None:
        """Keep the rows as the user wants them; they are shown at once."""
        if self._pair is None:
            return
        pair = self._pair
        old, new = rows_to_text(pair.alignment), rows_to_text(_aligned(pair.alignment, rows))
        was_edited = pair.edited

        def keep(library: Library, text: str, *, edited: bool = True) -> None:
            library.set_alignment(pair.first, pair.second, text, edited=edited)

        self._window.edits.do(
            Change(
                pair.first,
                _("Change rows"),
                lambda library: keep(library, new),
                lambda library, _done: keep(library, old, edited=was_edited),
                lambda library, _done: keep(library, new),
            )
        )

    # what is open

    def _take_opened(self, shown: Opened) -> None:
        self._forget()
        self._load(shown)

    def _take_changed(self, shown: Opened) -> None:
        if self._pair is not None or shown.stored.beside is not None:
            self._load(shown)

    def _take_closed(self) -> None:
        self._forget()

    def _load(self, shown: Opened) -> None:
        article, known = shown.article, self._pair
        if article is None or shown.stored.beside is None:
            self._take(shown.id, None)
            return
        second = known.alignment.second if known is not None and known.second == shown.stored.beside else None
        self._window.jobs.submit(
            lambda library: pair_of(library, shown.id, article, second), partial(self._take, shown.id), self._refuse
        )

    def _take(self, record: int, pair: Pair | None) -> None:
        if not self._is_open(record):
            return
        before, self._pair = self._pair, pair
        if pair is None:
            self._window.pane.show_alone()
        elif before is None or before.second != pair.second or before.alignment.rows != pair.alignment.rows:
            self._beads.show(pair.alignment)
            self._window.pane.show_beside(pair.alignment.second, shown_rows(pair.alignment), pair.heads)
            self._show_counterparts()
        self._tell()

    def _forget(self) -> None:
        self._pair = None
        self._beads.show(None)
        self._tell()

    def _is_open(self, record: int) -> bool:
        shown = self._window.current.shown
        return shown is not None and shown.id == record

    def _show_counterparts(self) -> None:
        beads = self._beads
        self._window.pane.show_counterparts(beads.forth, beads.back, beads.of_row)

    def _take_view(self, view: str) -> None:
        """Two columns need the room of the shelf; it comes back after them."""
        window = self._window
        for name, own in VIEWS.items():
            window.side.header.views.buttons[name].setChecked(own == view)
        shelf = window.frame.is_shown(window.shelf)
        if view == "both" and shelf:
            self._shelf_hidden = True
            window.frame.show_pane(window.shelf, shown=False)
        elif view != "both" and self._shelf_hidden:
            self._shelf_hidden = False
            window.frame.show_pane(window.shelf, shown=True)

    def _tell(self) -> None:
        there = self._pair is not None
        self._window.side.header.views.show_second(there=there)
        self._window.menus.enable(NEEDS_SECOND, on=there)

    def _refuse(self, error: Exception) -> None:
        self._window.telling.tell(error_sentence(error))


def shown_rows(alignment: Alignment) -> tuple[ShownRow, ...]:
    """The rows as the page takes them. A gap's confidence is that nothing stands there."""
    return tuple((row.first, row.second, row.confidence) for row in alignment.rows)


def _aligned(alignment: Alignment, rows: Sequence[ShownRow]) -> Alignment:
    made = tuple(Row(first, second, sure) for first, second, sure in rows)
    return Alignment(made, alignment.first, alignment.second)
