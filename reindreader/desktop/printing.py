"""The pages as printed: shown beside or instead of the text, marked, searched, and saved as a copy with the highlights."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reindreader.desktop.current import Opened
from reindreader.desktop.highlighting import Highlighting
from reindreader.desktop.locked import PasswordDialog
from reindreader.desktop.way import PAGES, Place
from reindreader.library import Library
from reindreader.workflows.printing import Saved, save_marked_up
from reindreader.workflows.progress import Work
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_ROOM_FOR_BOTH = 1000
"""The text stays beside the pages where both together have at least this much."""


class Printing(QObject):
    """Connects the printed pane with what is open. A file is opened only when its pages are to be seen."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._printed = window.side.printed
        self._file: Path | None = None
        self._previewed: Path | None = None
        self._pages = self._text = self._shelf_hidden = False
        self._passwords: list[str] = []
        self._untried: list[str] = []
        self._asked: Path | None = None
        Highlighting(self._printed, window.current, window.edits, self)
        self._connect()
        self._show()

    def _connect(self) -> None:
        window, printed = self._window, self._printed
        window.current.opened.connect(self._take_opened)
        window.current.changed.connect(self._take_changed)
        window.current.closed.connect(self._take_closed)
        window.side.header.page_wanted.connect(lambda shown: self.show_pages(shown=shown))
        window.pane.selection_changed.connect(lambda span: printed.hand.select(span) if self._text else None)
        window.card.evidence_wanted.connect(lambda fact: printed.show_evidence(fact.spans) if self._pages else None)
        window.card.quotation_opened.connect(lambda identity: printed.show_highlight(identity) if self._pages else None)
        printed.bar.text_wanted.connect(lambda shown: self.show_text(shown=shown))
        printed.save_wanted.connect(self.save)
        printed.password_wanted.connect(self._ask_password)
        window.citing.follow(printed)

    @property
    def shown(self) -> bool:
        """Whether the pages are shown."""
        return self._pages

    @property
    def has_focus(self) -> bool:
        """Whether the pages are what keys are about."""
        focus = self._window.focusWidget()
        alone = self._pages and not self._text
        return alone or (self._pages and focus is not None and self._printed.isAncestorOf(focus))

    def for_pages(self, pages: Callable[[], object], text: Callable[[], object]) -> None:
        """Do the one where keys are about the pages, else the other."""
        (pages if self.has_focus else text)()

    def show_pages(self, *, shown: bool) -> None:
        """Show the pages as printed, beside the text where there is room for both; or the text alone."""
        opened = self._window.current.shown
        if shown and opened is not None and opened.printed is None:
            return
        if not shown and opened is not None and _is_pictures(opened):
            self._window.telling.tell(_("Its pages are pictures; there is no text in them."))
            self._show()
            return
        if shown != self._pages:
            place = self._window.pane.top_offset()
            self._pages = shown
            self._text = shown and self._window.side.width() >= _ROOM_FOR_BOTH
            self._show()
            self._follow(place)

    @property
    def place(self) -> Place:
        """What is in sight, of the pages where keys are about them."""
        return self._printed.steering.place if self.has_focus else self._window.pane.page.place_shown()

    def show_again(self, place: Place) -> None:
        """Go back to a place of the pages or of the text."""
        if place[0] != PAGES:
            if self._pages and not self._text:
                self.show_text(shown=True)
            self._window.pane.show_again(place)
            return
        self.show_pages(shown=True)
        if self._pages:
            self._printed.show_again(place)

    def _follow(self, place: int) -> None:
        """Pages and text are at the same place when one is shown instead of the other."""
        text = self._printed.view.scene.text
        if self._pages:
            self._printed.show_place(place)
        elif text is not None and text.page_at(place) != self._printed.view.page < len(text):
            self._window.pane.page.scroll_to(text.span_of(self._printed.view.page).start)

    def show_text(self, *, shown: bool) -> None:
        """Show the text beside the pages, or the pages alone."""
        opened = self._window.current.shown
        if self._pages and not (opened is not None and _is_pictures(opened)):
            self._text = shown
            self._show()

    def toggle_pages(self) -> None:
        """G."""
        self.show_pages(shown=not self._pages)

    def toggle_text(self) -> None:
        """Shift+G."""
        self.show_text(shown=not self._text)

    def preview(self, path: Path) -> None:
        """Show a file's pages at once, while its text is still being read."""
        self._previewed = self._file = path
        self._pages, self._text = True, False
        self._printed.show_file(path, path.name)
        self._window.side.show_article(there=True)
        self._show()

    def save(self) -> None:
        """Ask where to, and write a copy of the file with the highlights as annotations."""
        shown = self._window.current.shown
        if shown is None or shown.printed is None or shown.article is None:
            return
        stem = Path(shown.article.source.name).stem
        name, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save a copy with my highlights"), f"{stem} (highlights).pdf", _("PDF files (*.pdf)")
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        """Write the copy; what became of it is told."""
        shown = self._window.current.shown
        if shown is None:
            return
        record = shown.id

        def work(library: Library) -> Work[Saved]:
            return save_marked_up(library, record, target)

        def take(saved: Saved) -> None:
            self._window.telling.tell(_saved_words(saved, target))

        def refuse(error: Exception) -> None:
            self._window.telling.tell(error_sentence(error))

        self._window.jobs.submit(work, take, refuse)

    # what is open

    def _take_opened(self, shown: Opened) -> None:
        same = self._previewed is not None and _is_of(shown, self._previewed)
        if not same:
            self._file = None
        self._previewed = None
        if shown.printed is None or not (same or self._pages):
            self._pages = False
        if _is_pictures(shown):
            self._pages, self._text = True, False
        self._show()
        self._take_changed(shown)

    def _take_changed(self, shown: Opened) -> None:
        if self._pages and shown.article is self._printed.article:
            self._printed.show_highlights(shown.highlights)

    def _take_closed(self) -> None:
        self._pages, self._file = False, None
        self._printed.show_nothing()
        self._show()

    def _show(self) -> None:
        shown = self._window.current.shown
        there = shown is not None and shown.printed is not None
        if self._pages and shown is not None and self._previewed is None:
            self._load(shown)
        self._make_room()
        self._window.side.show_pages(pages=self._pages, text=self._text)
        self._window.side.header.show_pages(there=there, shown=self._pages)
        pictures = shown is not None and _is_pictures(shown)
        readable = there and not pictures
        nothing = _("These pages are pictures: there is no text in them to mark, to find or to cite by its words.")
        self._printed.show_note(nothing if pictures else "")
        self._printed.bar.show_text(there=readable, shown=self._text)
        menus = self._window.menus
        for name, on in (("pages", self._pages), ("text_beside", self._text)):
            menus.action(name).setChecked(on)
        menus.enable(("pages", "save_pdf"), on=there)
        menus.enable(("text_beside",), on=self._pages and readable)

    def _make_room(self) -> None:
        """Text and pages beside each other need the room of the shelf; it comes back after them."""
        frame, shelf = self._window.frame, self._window.shelf
        both = self._pages and self._text
        if both and frame.is_shown(shelf) and self._window.side.width() < _ROOM_FOR_BOTH:
            self._shelf_hidden = True
            frame.show_pane(shelf, shown=False)
        elif not both and self._shelf_hidden:
            self._shelf_hidden = False
            frame.show_pane(shelf, shown=True)

    def _load(self, shown: Opened) -> None:
        """Open the file, if it is not open yet, and give it its text."""
        if self._file is None and shown.printed is not None and shown.article is not None:
            self._file = shown.printed
            self._asked, self._untried = None, list(self._passwords)
            self._printed.show_file(shown.printed, shown.article.source.name)
        if self._printed.article is not shown.article:
            self._printed.show_article(shown.article)
            self._printed.show_highlights(shown.highlights)

    def _ask_password(self) -> None:
        """Passwords that opened a file since the start are tried first, each once."""
        file, shown = self._file, self._window.current.shown
        if file is None or file == self._previewed:
            return  # what reads the text asks for it
        name = shown.article.source.name if shown is not None and shown.article is not None else file.name
        if self._untried:
            self._printed.show_file(file, name, self._untried.pop())
            return
        dialog = PasswordDialog(name, self._window, wrong=self._asked == file)

        def read(password: str) -> None:
            self._asked = file
            self.remember(password)
            self._printed.show_file(file, name, password)

        dialog.given.connect(read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def remember(self, password: str) -> None:
        """A password that was given for a file: it is kept until the window closes, and nowhere else."""
        if password not in self._passwords:
            self._passwords.append(password)


def _is_of(shown: Opened, path: Path) -> bool:
    """Whether a record was just read from that file."""
    source = shown.article.source if shown.article else None
    return source is not None and source.name == path.name and path.exists() and path.stat().st_size == source.size


def _is_pictures(shown: Opened) -> bool:
    """Whether nothing but its pages can be shown: they were scanned, and hold no text."""
    return shown.printed is not None and shown.article is not None and not shown.article.text.strip()


def _saved_words(saved: Saved, target: Path) -> str:
    words = ngettext(
        "{count} highlight written to {name}.", "{count} highlights written to {name}.", saved.written
    ).format(count=saved.written, name=target.name)
    more: list[Callable[[], str]] = []
    if saved.there:
        more.append(lambda: _("{count} were in the file already.").format(count=saved.there))
    if saved.placeless:
        more.append(lambda: _("{count} stand on no page.").format(count=saved.placeless))
    if saved.signed:
        more.append(lambda: _("The file is signed: its signature covers the pages without them."))
    return " ".join([words, *(sentence() for sentence in more)])
