"""What the window says: outcomes as toasts, errors beside them until they are closed, progress as a line."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.desktop.adding import progress_words
from reindreader.desktop.messages import error_sentence, import_sentence
from reindreader.desktop.offers import ask_password, offer_of, ways_of, wrongly_unlocked
from reindreader.desktop.reporting import ReportDialog, renewed, told
from reindreader.desktop.toast import Message
from reindreader.desktop.undoing import Change
from reindreader.workflows.outcomes import ImportReport, State
from reindreader.workflows.progress import Progress
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_LOG = logging.getLogger(__name__)

_IMPORT = "import"
"""What the messages of imports are about."""


class Telling(QObject):
    """Listens to everything in the window that has something to tell."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._opened = False
        self._report: ImportReport | None = None
        window.jobs.opened.connect(lambda _path: setattr(self, "_opened", True))
        window.jobs.failed.connect(self.tell_error)
        window.edits.done.connect(self._tell_change)
        window.edits.failed.connect(self._tell_refusal)
        window.citing.copied.connect(self.tell)
        window.citing.failed.connect(self.tell_error)
        window.editing.place_told.connect(self.tell)
        adding = window.adding
        adding.progressed.connect(self._show_progress)
        adding.ended.connect(self._end_progress)
        adding.added.connect(self._take_report)
        adding.told.connect(self.tell)
        adding.failed.connect(lambda error: self.tell_error(error, about=_IMPORT))
        window.menus.enable(["report"], on=False)

    def tell(self, words: str) -> None:
        """Say something that has happened."""
        self._window.side.toast.show_message(Message(words))

    def tell_with(self, message: Message) -> None:
        """Say something, with something to do about it."""
        self._window.side.toast.show_message(message)

    def tell_error(self, error: Exception, about: object = None) -> None:
        """Say what went wrong; a library that was not opened takes the place of the article."""
        _LOG.warning("told: %s", error, exc_info=error)
        sentence = error_sentence(error)
        if not self._opened:
            self._window.side.empty.show_reason(sentence)
        else:
            self._window.side.toast.show_message(Message(sentence, grave=True, about=about))

    def tell_waiting(self) -> None:
        """The window would close on a note that is not written yet."""
        edits, window = self._window.edits, self._window

        def close() -> None:
            edits.forget()
            window.close()

        words = _("A note could not be written yet. It is lost if the window is closed now.")
        self.tell_with(Message(words, _("Close all the same"), close, grave=True))

    def log_lost(self, errors: Sequence[Exception]) -> None:
        """Changes that failed while the window was closed."""
        for error in errors:
            _LOG.error("not written before closing: %s", error, exc_info=error)

    def show_report(self) -> None:
        """What became of the files that were added last, once more."""
        if self._report is not None:
            self._show_report(self._report)

    def _tell_change(self, change: Change) -> None:
        if change.told:
            self.tell_with(Message(change.told, _("Undo"), self._window.edits.stack.undo))
        else:
            self._window.side.toast.take_away(_subject(change))

    def _tell_refusal(self, change: Change, error: Exception) -> None:
        words = error_sentence(error)
        if change in self._window.edits.waiting:
            words += " " + _("Your note is kept until there is room.")
        act = lambda: self._window.edits.do(change)  # noqa: E731
        again = Message(words, _("Try again"), act, grave=True, about=_subject(change))
        _LOG.warning("not changed: %s", error, exc_info=error)
        self.tell_with(again)

    def _show_progress(self, progress: Progress) -> None:
        part = progress.part if progress.total == 1 else None
        self._window.side.show_progress(*((part.done, part.total) if part else (progress.done, progress.total)))
        self._window.shelf.show_progress(progress_words(progress))

    def _end_progress(self) -> None:
        self._window.side.end_progress()
        self._window.shelf.show_progress("")

    def _take_report(self, report: ImportReport) -> None:
        window = self._window
        window.shelving.refresh()
        window.menus.show_recent(window.preferences.recent)
        first = next((outcome.record for outcome in report.outcomes if outcome.record is not None), None)
        if first is not None:
            window.current.open(first)
        self._keep_report(report)
        wrong = wrongly_unlocked(report)
        if wrong != list(report.outcomes):
            self._tell_report(report, grave=first is None)
        if wrong:
            ask_password(wrong, window)

    def _tell_report(self, report: ImportReport, *, grave: bool) -> None:
        words = import_sentence(report)
        if not words:
            self._window.side.toast.take_away(_IMPORT)
            return
        offer = None if len(report.outcomes) > 1 else offer_of(report, self._window)
        waits = bool(offer) or bool(report.of(State.REFUSED))
        if offer is None and self._report is report:
            offer = _("Show them"), self.show_report
        action, act = offer or ("", None)
        self.tell_with(Message(words, action, act, grave=grave, lasting=waits, about=_IMPORT))

    def _keep_report(self, report: ImportReport) -> None:
        """The last one in which there is something to look at; files that were tried again are renewed in it."""
        several = len(report.outcomes) > 1 or any(outcome.bibliography for outcome in report.outcomes)
        if several and any(told(outcome) for outcome in report.outcomes):
            self._report = report
            self._window.menus.enable(["report"], on=True)
        elif self._report is not None:
            self._report = renewed(self._report, report)

    def _show_report(self, report: ImportReport) -> None:
        dialog = ReportDialog(report, lambda outcome: ways_of(outcome, self._window), self._window)
        self._window.adding.added.connect(dialog.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()


def _subject(change: Change) -> tuple[int, str]:
    return change.record, change.name
