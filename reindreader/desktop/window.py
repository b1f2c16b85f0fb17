"""The main window: makes the regions, connects them, and remembers how it was left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from reindreader.desktop.adding import Adding
from reindreader.desktop.article_side import ArticleSide
from reindreader.desktop.beside import Beside
from reindreader.desktop.card import CardPane
from reindreader.desktop.checking import Checking
from reindreader.desktop.citation import CitationBar
from reindreader.desktop.citing import Citing
from reindreader.desktop.citing_choices import CitingChoices
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.editing import Editing
from reindreader.desktop.encoding import ChoosingEncoding
from reindreader.desktop.focus_ring import FocusRing
from reindreader.desktop.frame import Frame
from reindreader.desktop.highlighting import Highlighting
from reindreader.desktop.jobs import Jobs
from reindreader.desktop.keying import Keying
from reindreader.desktop.looks import Looks
from reindreader.desktop.mending import Mending
from reindreader.desktop.menus import Menus
from reindreader.desktop.palette import Palette
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.printing import Printing
from reindreader.desktop.regions import Regions
from reindreader.desktop.renewing import Renewing
from reindreader.desktop.repairing import Repairing
from reindreader.desktop.safekeeping import Safekeeping
from reindreader.desktop.saving import Exporting
from reindreader.desktop.setting import Setting
from reindreader.desktop.shelf import ShelfPane
from reindreader.desktop.shelving import Shelving
from reindreader.desktop.speaking import Speaking
from reindreader.desktop.targets import Targets
from reindreader.desktop.telling import Telling
from reindreader.desktop.theme import Theme
from reindreader.desktop.undoing import Edits
from reindreader.desktop.window_commands import WindowCommands
from reindreader.library.files import Files
from reindreader.workflows.wording import _

MINIMUM = 720, 480
USUAL = 1440, 900


class Window(QMainWindow):
    """One library in one window."""

    ready = Signal()
    """The library is open and listed."""

    def __init__(self, library: Path, preferences: Preferences, looks: Looks) -> None:
        super().__init__()
        self.preferences, self.looks = preferences, looks
        self.jobs = Jobs(library, self)
        theme = looks.theme
        self.shelf, self.side = ShelfPane(theme), ArticleSide(theme)
        self.card, self.bar = CardPane(theme), CitationBar(theme)
        self.pane = self.side.pane
        self.frame = Frame(self.shelf, self.side, self.card, self.bar)
        self.menus = Menus(self)
        self.current, self.choices = Current(self.jobs, self), CitingChoices(self)
        self.edits = Edits(self.current, self)
        self.adding = Adding(self.jobs, preferences, self)
        self.shelving = Shelving(self.shelf, self.jobs, preferences, self)
        self.highlighting = Highlighting(self.pane, self.current, self.edits, self)
        self.editing = Editing(self.card, self.pane, self.current, self.edits, self)
        self.checking = Checking(self.card, self.current, self.editing, self.jobs, lambda: self.shelving.ids, self)
        self.mending = Mending(self.card, self.pane, self.current, self.edits, self)
        self.citing = Citing(self.bar, self.pane, self.current, self.jobs, self.choices, preferences, self)
        self._set_up(theme)
        self.telling = Telling(self)
        self.regions = Regions(self)
        self.targets, self.safekeeping, self.keying = Targets(self), Safekeeping(self), Keying(self)
        self.renewing = Renewing(self)
        self.repairing, self.encoding = Repairing(self), ChoosingEncoding(self)
        self.exporting, self.setting = Exporting(self), Setting(self)
        self.printing = Printing(self)
        self.beside, self.speaking = Beside(self), Speaking(self)
        self.commands = WindowCommands(self)
        self._connect()
        looks.put_on()
        self._restore()

    def _set_up(self, theme: Theme) -> None:
        self.setWindowTitle("Reindreader")
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.frame)
        self.palette_panel = Palette(theme, self)
        self.ring = FocusRing(theme, self)
        self.pane.show_style(self.preferences.reading)

    # beginning and end

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library; then the files, else the article that was open."""
        self._files = list(files)
        self.jobs.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember, finish what is being written, and let go of the library."""
        self.pane.finish()
        self.side.printed.marking.close()
        if self.edits.waiting:
            self.edits.retry()
            self.telling.tell_waiting()
            event.ignore()
            return
        self._remember()
        self.side.printed.finish()
        self.safekeeping.close()
        self.choices.close()
        lost = self.jobs.close()
        self.telling.log_lost(lost)
        self.edits.stack.blockSignals(True)  # it outlives the menus that follow it
        event.accept()

    def reload(self) -> None:
        """Everything in the library may be another: what was done cannot be undone any more, and is shown anew."""
        self.edits.stack.clear()
        self.shelving.refresh()
        self.current.refresh()

    def _begin(self) -> None:
        self.side.end_progress()
        self.side.empty.show_foot("")
        self.shelving.refresh()
        if self._files:
            self.take_files(self._files)
        elif self.preferences.last_article is not None:
            self.current.open(self.preferences.last_article)
        self.ready.emit()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.preferences.geometry("shape")):
            self.resize(*USUAL)
        keep = self.preferences
        self.frame.restore(
            keep.geometry("outer"), keep.geometry("inner"), shelf=keep.flag("shelf"), card=keep.flag("card")
        )
        self.frame.show_article(there=False)
        self.menus.show_theme(self.preferences.theme)
        self.menus.show_recent(self.preferences.recent)

    def _remember(self) -> None:
        keep = self.preferences
        keep.set_geometry("shape", self.saveGeometry())
        outer, inner = self.frame.shapes()
        keep.set_geometry("outer", outer)
        keep.set_geometry("inner", inner)
        shelf, card = self.frame.wanted
        keep.set_flag("shelf", on=shelf)
        keep.set_flag("card", on=card)
        keep.last_article = self.current.shown.id if self.current.shown else None
        keep.keep()

    # connections

    def _connect(self) -> None:
        self.jobs.opening.connect(self._show_opening)
        self.jobs.opened.connect(lambda _path: self._begin())
        self.shelving.counted.connect(lambda count: self.side.empty.show_filled(filled=count > 0))
        self.looks.changed.connect(self._show_theme)
        self.preferences.changed.connect(lambda: self.pane.show_style(self.preferences.reading))
        self.current.opened.connect(self._show_opened)
        self.current.changed.connect(self._show_changed)
        self.editing.foreseen.connect(self.citing.foresee)
        self.edits.failed.connect(lambda _change, _error: self.citing.show(self.current.shown))
        self.current.closed.connect(self._show_closed)
        self.current.way_changed.connect(lambda back, forward: self.side.header.show_way(back=back, forward=forward))
        self.frame.panes_changed.connect(lambda shelf, card: self.side.header.show_panes(shelf=shelf, card=card))
        self.shelf.article_opened.connect(self._open_from_shelf)
        self.pane.place_changed.connect(self._keep_place)
        self.pane.page.jumped.connect(self.current.jumped)
        self.side.printed.steering.jumped.connect(self.current.jumped)
        self.current.returned.connect(self.printing.show_again)
        self.pane.link_opened.connect(open_link)
        self.side.printed.link_opened.connect(open_link)
        self.card.quotation_copy_wanted.connect(self.citing.copy_quotation)
        self.editing.quotation_shown.connect(self.frame.slide_away)

    def _show_opening(self, done: int, total: int) -> None:
        """An older library is brought up to date: how far that is."""
        words = _("The library is brought up to date: {done} of {total} articles.")
        self.side.empty.show_foot(words.format(done=done, total=total))
        self.side.show_progress(done, total)

    def _show_theme(self, theme: Theme) -> None:
        for part in (self.shelf, self.side, self.card, self.bar, self.palette_panel, self.ring):
            part.show_theme(theme)
        self.menus.show_theme(self.preferences.theme)

    def _open_from_shelf(self, record: int) -> None:
        self.frame.slide_away()
        self.current.open(record)

    def _show_opened(self, shown: Opened) -> None:
        self.frame.show_article(there=True)
        self.side.show_article(there=True)
        if shown.article is not None:
            images = Files(self.jobs.path.with_suffix(".files")).read
            self.pane.show_article(shown.article, byline=shown.byline, place=shown.stored.place, images=images)
        else:
            self.pane.show_nothing()
        self._show_changed(shown)
        self.editing.open()
        self.shelf.show_article(shown.id)
        self.shelving.refresh_row(shown.id)
        self.setWindowTitle(f"{shown.title} – Reindreader")

    def _show_changed(self, shown: Opened) -> None:
        self.pane.show_byline(shown.byline)
        self.pane.show_highlights(shown.highlights)
        self.editing.show(shown)
        self.citing.show(shown)
        self.commands.show_opened(shown)
        self.shelving.refresh_row(shown.id)

    def _show_closed(self) -> None:
        self.pane.show_nothing()
        self.frame.show_article(there=False)
        self.side.show_article(there=False)
        self.shelf.show_article(None)
        self.commands.show_opened(None)
        self.setWindowTitle("Reindreader")

    def _keep_place(self, offset: int, fraction: float) -> None:
        shown = self.current.shown
        if shown is not None and shown.article is self.pane.article:
            record = shown.id
            self.jobs.submit(
                lambda library: library.set_place(record, offset, fraction),
                lambda _: self.shelving.refresh_row(record),
                lambda _error: None,  # a library that allows no writing is read all the same
            )

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons of a mouse that go back and forward."""
        step = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}.get(event.button())
        if step is not None:
            self.commands.run(step)
        else:
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another program may have changed the library while the window was not in front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.jobs.submit(lambda library: library.changed_elsewhere(), self._take_changes, lambda _error: None)

    def _take_changes(self, changed: bool) -> None:
        if changed:
            self.shelving.refresh()
            self.commands.organising.refresh()
            self.current.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere in the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files were dropped."""
        event.acceptProposedAction()
        self.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files were given: articles are added, a style is cited in from now on."""
        styles = [path for path in paths if path.suffix.lower() == ".csl"]
        for path in styles[:1]:
            self.citing.choose_style(str(path))
        if len(paths) == 1 and paths[0].suffix.lower() == ".pdf":
            self.printing.preview(paths[0])
        if len(paths) > len(styles):
            self.adding.add_files([path for path in paths if path not in styles])


def open_link(address: str) -> None:
    """Open a link of an article in the browser; only addresses of the web and of mail, nothing on this computer."""
    url = QUrl(address)
    if url.scheme().lower() in {"http", "https", "mailto"}:
        QDesktopServices.openUrl(url)
