"""Adding articles: files from the dialog, dropped, named on start or opened again; addresses; and the clipboard."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from reindreader.desktop.jobs import Job, Jobs
from reindreader.desktop.preferences import Preferences
from reindreader.resources import resource_path
from reindreader.workflows.importing import USUAL, ImportOptions, Source, import_files, import_text, named_source
from reindreader.workflows.outcomes import ImportReport, Outcome
from reindreader.workflows.progress import Progress
from reindreader.workflows.wording import _, one_line, part_words

SAMPLE = "samples/welcome.txt"


class Adding(QObject):
    """Runs imports, one after the other."""

    progressed = Signal(object)
    """``Progress``."""
    added = Signal(object)
    """``ImportReport``."""
    failed = Signal(object)
    told = Signal(str)
    ended = Signal()

    def __init__(self, jobs: Jobs, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._preferences = jobs, preferences
        self._running: list[tuple[Job, list[Outcome]]] = []

    def add_files(self, paths: Sequence[Path]) -> None:
        """Import files; folders stand for the files in them."""
        for path in reversed(paths[-10:]):
            if not path.is_dir():
                self._preferences.add_recent(path)
        self.add(paths)

    def add(self, sources: Sequence[Source], options: ImportOptions = USUAL) -> None:
        """Import files, folders, addresses and DOIs."""
        if not sources:
            return
        known: list[Outcome] = []
        job = self._jobs.submit(
            lambda library: import_files(library, sources, options, outcomes=known),
            self._take,
            self._refuse,
            self.progressed.emit,
        )
        self._running.append((job, known))

    def add_sample(self) -> None:
        """Import our own sample article."""
        path = resource_path(SAMPLE)
        self._jobs.submit(lambda library: import_files(library, [path]), self._take, self._refuse)

    def paste(self) -> None:
        """Import what is in the clipboard: files, what stands at an address, or a text."""
        clipboard = QGuiApplication.clipboard()
        held = cast("QMimeData | None", clipboard.mimeData())  # None where it is empty, whatever the stubs say
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()] if held else []
        if files:
            self.add_files(files)
            return
        text, name = clipboard.text(), _("Pasted text")
        if not text.strip():
            self.told.emit(_("There is no text in the clipboard."))
            return
        link = named_source(text)
        if link is not None:
            self.add([link])
            return

        def take(outcome: Outcome) -> None:
            self._take(ImportReport((outcome,)))

        self._jobs.submit(lambda library: import_text(library, text, name), take, self._refuse)

    def cancel(self) -> None:
        """Stop; what was added stays, and is told of."""
        known = [outcome for job, own in self._running for outcome in own]
        for job, _own in self._running:
            job.cancel()
        self._end()
        if known:
            self.added.emit(ImportReport(tuple(known)))

    def _take(self, report: ImportReport) -> None:
        self._end()
        self.added.emit(report)

    def _refuse(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._running.clear()
        self.ended.emit()


def progress_words(progress: Progress) -> str:
    """How far an import has come: "3 of 12: column.txt", "column.pdf, page 25 of 300"."""
    if not progress.name:
        return ""
    part = part_words(progress.part) if progress.part else ""
    name = ", ".join(words for words in (one_line(progress.name), part) if words)
    if progress.total < 2:
        return name if part else ""
    return _("{done} of {total}: {name}").format(done=progress.done + 1, total=progress.total, name=name)
