"""Adding articles: files from the dialog, dropped, named on start or opened again; and text from the clipboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reindreader.desktop.jobs import Job, Jobs
from reindreader.desktop.preferences import Preferences
from reindreader.resources import resource_path
from reindreader.workflows.importing import ImportReport, Outcome, import_files, import_text
from reindreader.workflows.progress import Progress
from reindreader.workflows.wording import _

SAMPLE = "samples/welcome.txt"


class Adding(QObject):
    """Runs imports, one after the other."""

    progressed = Signal(object)
    """``Progress``."""
    added = Signal(object)
    """``ImportReport``."""
    failed = Signal(object)
    ended = Signal()

    def __init__(self, jobs: Jobs, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._preferences = jobs, preferences
        self._running: list[Job] = []

    def add_files(self, paths: Sequence[Path]) -> None:
        """Import files; folders stand for the files in them."""
        files = [file for path in paths for file in files_of(path)]
        if not files:
            return
        for path in reversed(files[-10:]):
            self._preferences.add_recent(path)
        job = self._jobs.submit(
            lambda library: import_files(library, files), self._take, self._refuse, self.progressed.emit
        )
        self._running.append(job)

    def add_sample(self) -> None:
        """Import our own sample article."""
        path = resource_path(SAMPLE)
        self._jobs.submit(lambda library: import_files(library, [path]), self._take, self._refuse)

    def paste(self) -> None:
        """Import the clipboard's text."""
        text = QGuiApplication.clipboard().text()
        name = _("Pasted text")

        def take(outcome: Outcome) -> None:
            self._take(ImportReport((outcome,)))

        self._jobs.submit(lambda library: import_text(library, text, name), take, self._refuse)

    def cancel(self) -> None:
        """Stop; what was added stays."""
        for job in self._running:
            job.cancel()
        self._end()

    def _take(self, report: ImportReport) -> None:
        self._end()
        self.added.emit(report)

    def _refuse(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._running.clear()
        self.ended.emit()


def files_of(path: Path) -> list[Path]:
    """The file itself, or the files directly in a folder, without hidden ones."""
    if not path.is_dir():
        return [path]
    return sorted(own for own in path.iterdir() if own.is_file() and not own.name.startswith("."))


def progress_words(progress: Progress) -> str:
    """How far an import has come: "3 of 12: column.txt"."""
    if not progress.name:
        return ""
    return _("{done} of {total}: {name}").format(done=progress.done + 1, total=progress.total, name=progress.name)
