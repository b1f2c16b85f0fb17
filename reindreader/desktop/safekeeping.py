"""Safe keeping in the window: the day's backup, the check after an unclean end, what the library lies on, and the page for it."""

import logging
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QFileDialog

from reindreader.desktop.entries import Entry
from reindreader.desktop.errands import Errand
from reindreader.desktop.jobs import Job
from reindreader.desktop.messages import local_time
from reindreader.desktop.settings.list_page import ListPage
from reindreader.desktop.toast import Message
from reindreader.library import Library, Medium
from reindreader.library.backups import Backup, Backups
from reindreader.library.contents import Finding
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.safekeeping import (
    Made,
    archive,
    back_up,
    back_up_when_due,
    backups_of,
    check_library,
    damage_after_unclean_end,
    finding_sentence,
    go_back,
    keep_backups_in,
    open_archive,
)
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_LOG = logging.getLogger(__name__)
AFTER_START_MS = 8000
_WAIT = 3.0
"""Seconds that a backup is waited for when the window closes."""


class Safekeeping(QObject):
    """Does what keeps the library safe, and serves the page of the settings."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._page: ListPage | None = None
        self._errand: Errand | None = None
        self._checking: Errand | None = None
        self._job: Job | None = None
        self._asked = ""
        self._read_only = False
        self._backups: tuple[Backup, ...] = ()
        self._due = QTimer(self, singleShot=True, interval=AFTER_START_MS)
        self._due.timeout.connect(self.back_up_when_due)
        window.jobs.opened.connect(lambda _path: self._begin())

    def close(self) -> None:
        """Before the window closes: what is being made is given up; nothing half-made counts."""
        self._due.stop()
        for errand in (self._checking, self._errand):
            if errand is not None:
                errand.cancel(_WAIT)

    # after the start

    def _begin(self) -> None:
        self._window.jobs.submit(
            lambda library: (library.unclean, library.medium), lambda state: self._take_state(*state)
        )

    def _take_state(self, unclean: bool, medium: Medium) -> None:
        self._read_only = medium is Medium.READ_ONLY
        if unclean:
            self._checking = Errand(
                partial(_quick_check, self._path), self._take_quick, self._window.telling.tell_error, parent=self
            )
        if self._read_only:
            self._window.telling.tell(_("This library allows no writing: it can be read, searched and cited."))
            return
        self._due.start()
        if medium is Medium.NETWORK and self._window.preferences.words("network") != str(self._path):
            self._window.preferences.set_words("network", str(self._path))
            words = _("This library lies on a network drive. It is kept more carefully, which takes longer.")
            self._window.telling.tell(words)

    @property
    def checking(self) -> bool:
        """Whether the check after an unclean end goes on."""
        return self._checking is not None and self._checking.running

    def _take_quick(self, damage: str | None) -> None:
        if damage:
            self._due.stop()  # a copy of what is damaged is no backup
            show = partial(self._window.setting.ask, self.page)
            self._window.telling.tell_with(Message(damage, _("Show the backups"), show, grave=True))

    def back_up_when_due(self) -> None:
        """Make the day's backup, if there is none yet."""
        if self.checking or (self._errand is not None and self._errand.running):
            self._due.start()
            return
        act = partial(back_up_when_due, self._path)
        self._errand = Errand(act, lambda _made: self.refresh(), self._fail_quietly, parent=self)

    def _fail_quietly(self, error: Exception) -> None:
        _LOG.warning("not backed up: %s", error, exc_info=error)
        show = partial(self._window.setting.ask, self.page)
        words = _("The day’s backup could not be made. {why}").format(why=error_sentence(error))
        self._window.telling.tell_with(Message(words, _("Show"), show))

    # the page

    @property
    def page(self) -> ListPage:
        """The page of the settings."""
        if self._page is None:
            acts = (
                (_("Back up now"), self._back_up),
                (_("Check the library"), self._check),
                (_("Save as an archive…"), self._archive),
                (_("Open an archive…"), self._ask_archive),
                (_("Another folder…"), self._choose_folder),
            )
            self._page = ListPage(_("Safe keeping"), "", acts, _("Cancel"))
            self._page.cancel_wanted.connect(self._cancel)
        return self._page

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.page, _("Another folder for backups"))
        if chosen:
            self.keep_in(Path(chosen))

    def keep_in(self, folder: Path) -> None:
        """Keep backups inside another folder from now on; inside that of the library: beside it again."""

        def take(backups: Backups) -> None:
            said = _("Backups are kept in {folder} from now on. Those of before stay where they are.")
            self.page.end_progress(said.format(folder=backups.folder))
            self.refresh()

        self._window.jobs.submit(lambda library: keep_backups_in(library.path, folder), take, self._refuse)

    def refresh(self) -> None:
        """List the backups anew."""
        if self._page is not None:
            self._window.jobs.submit(lambda library: backups_of(library.path).all(), self._show)

    def _show(self, found: tuple[Backup, ...]) -> None:
        self._backups = found
        folder = backups_of(self._path).folder
        where = _("Backups are made once a day, and kept in {folder}.").format(folder=folder)
        last = _("The last one: {time}.").format(time=local_time(found[0].made)) if found else ""
        self.page.show_words(f"{where} {last}".strip())
        self.page.show_entries([self._entry(own) for own in found], _("There is no backup yet."))

    def _entry(self, backup: Backup) -> Entry:
        records = ngettext("{count} record", "{count} records", backup.records).format(count=f"{backup.records:,}")
        files = ngettext("{count} file", "{count} files", len(backup.files)).format(count=f"{len(backup.files):,}")
        lines = [("label", " · ".join((records, files, size_words(backup.size))))]
        if backup.name != self._asked:
            ask = (_("Go back to this…"), partial(self._ask, backup.name))
            return Entry(local_time(backup.made), lines, () if self._read_only else (ask,))
        question = _(
            "The library becomes what it was then. Its present state is backed up first, and can be gone back to."
        )
        acts = ((_("Go back"), partial(self._go_back, backup)), (_("Leave it"), partial(self._ask, "")))
        return Entry(local_time(backup.made), [*lines, ("warn", question)], acts)

    def _ask(self, name: str) -> None:
        self._asked = name
        self._show(self._backups)

    @property
    def _path(self) -> Path:
        return self._window.jobs.path

    def _progress(self, words: str, progress: Progress) -> None:
        self.page.show_progress(words, progress.done, progress.total)

    def _cancel(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
        if self._job is not None:
            self._job.cancel()
        self.page.end_progress(_("Cancelled."))

    def _refuse(self, error: Exception) -> None:
        self.page.end_progress(error_sentence(error), "error")

    def _back_up(self) -> None:
        def take(made: Made) -> None:
            new = _("Backed up.") if made.new else _("Nothing has changed since the last backup.")
            self.page.end_progress(new)
            self.refresh()

        self.page.show_progress(_("Backing up…"), 0, 0)
        step = partial(self._progress, _("Backing up…"))
        self._errand = Errand(partial(back_up, self._path), take, self._refuse, step, self)

    def _check(self) -> None:
        def take(found: tuple[Finding, ...]) -> None:
            good = _("Nothing is wrong: the database and every file are whole.")
            self.page.end_progress("\n".join(map(finding_sentence, found)) or good, "error" if found else "sentence")

        self.page.show_progress(_("Checking…"), 0, 0)
        step = partial(self._progress, _("Checking…"))
        self._errand = Errand(partial(_check, self._path), take, self._refuse, step, self)

    def _archive(self) -> None:
        name = f"{self._path.stem}.zip"
        kinds = _("Archives (*.zip)")
        chosen = QFileDialog.getSaveFileName(self.page, _("Save everything as an archive"), name, kinds)[0]
        if not chosen:
            return
        path = Path(chosen if Path(chosen).suffix else chosen + ".zip")
        done = _("Everything is in {name}: the files as they are, the rest as JSON.").format(name=path.name)
        work = partial(archive, target=path)
        self._submit(_("Writing {name}…").format(name=path.name), work, lambda _path: self.page.end_progress(done))

    def _ask_archive(self) -> None:
        kinds = _("Archives (*.zip)")
        chosen = QFileDialog.getOpenFileName(self.page, _("The archive to make a library of"), "", kinds)[0]
        name = str(Path(chosen).with_suffix(".sqlite")) if chosen else ""
        where = _("Libraries (*.sqlite)")
        target = QFileDialog.getSaveFileName(self.page, _("Where the library is to be"), name, where)[0] if name else ""
        if target:
            self.open_archive(Path(chosen), Path(target))

    def open_archive(self, source: Path, target: Path) -> None:
        """Make a library of an archive, beside this one, and open it in a window of its own."""

        def take(library: Path) -> None:
            QProcess.startDetached(sys.executable, [*_this_program(), "--library", str(library)])
            words = _("{name} holds all that was in the archive. It opens in a window of its own.")
            self.page.end_progress(words.format(name=library.name))

        words = _("Reading {name}…").format(name=source.name)
        self.page.show_progress(words, 0, 0)
        step = partial(self._progress, words)
        self._errand = Errand(partial(open_archive, source, target), take, self._refuse, step, self)

    def _go_back(self, backup: Backup) -> None:
        self._asked = ""

        def take(_backup: Backup) -> None:
            self._window.reload()
            self.page.end_progress(_("The library is what it was: {time}.").format(time=local_time(backup.made)))
            self.refresh()

        self._submit(_("Going back…"), lambda library: go_back(library.path, backup.name), take)

    def _submit(self, words: str, act: Any, take: Any) -> None:
        self.page.show_progress(words, 0, 0)
        self._job = self._window.jobs.submit(act, take, self._refuse, partial(self._progress, words))


def _this_program() -> list[str]:
    """What the interpreter is given to be this program; a frozen one needs nothing."""
    return [] if getattr(sys, "frozen", False) else ["-m", "reindreader.desktop.main"]


def _check(path: Path) -> Work[tuple[Finding, ...]]:
    """Beside the window's own connection: on a large library the engine takes its time."""
    with Library.open(path, patience=0) as library:
        return (yield from check_library(library))


def _quick_check(path: Path) -> Work[str | None]:
    with Library.open(path, patience=0) as library:
        yield Progress(0, 0)
        return damage_after_unclean_end(library)


def size_words(size: int) -> str:
    """Bytes for people: ``340 KB``, ``1.2 MB``."""
    if size < 1_000_000:
        return _("{count} KB").format(count=max(1, round(size / 1000)))
    return _("{count} MB").format(count=f"{size / 1_000_000:,.1f}")
