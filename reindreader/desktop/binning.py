"""Moving articles to the bin, and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from reindreader.desktop.toast import Message
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Binning(QObject):
    """Nothing is asked: it can be undone."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def bin_current(self) -> None:
        """Move the open article to the bin."""
        if self._window.current.shown is not None:
            self.bin(self._window.current.shown.id)

    def bin(self, record: int) -> None:
        """Move an article to the bin."""
        self._window.edits.stack.push(_Step(self, record))

    def take_away(self, record: int) -> None:
        """Into the bin."""
        self._window.jobs.submit(lambda library: library.bin(record), lambda _done: self._took(record))

    def bring_back(self, record: int) -> None:
        """Out of the bin, and open it."""
        self._window.jobs.submit(lambda library: library.restore(record), lambda _done: self._brought(record))

    def _took(self, record: int) -> None:
        self._window.current.forget(record)
        self._window.shelving.refresh()
        undo = self._window.edits.stack.undo
        self._window.telling.tell_with(Message(_("The article is in the bin."), _("Undo"), undo))

    def _brought(self, record: int) -> None:
        self._window.shelving.refresh()
        self._window.current.open(record)


class _Step(QUndoCommand):
    def __init__(self, binning: Binning, record: int) -> None:
        super().__init__(_("Move to the bin"))
        self._binning, self._record = binning, record

    def redo(self) -> None:
        self._binning.take_away(self._record)

    def undo(self) -> None:
        self._binning.bring_back(self._record)
