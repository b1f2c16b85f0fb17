"""Acts on many records at once: done and taken back in the library's thread, and kept to be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reindreader.desktop.jobs import Jobs
from reindreader.library import Library


def _silent(_result: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Act:
    """``do`` returns what ``undo`` needs; ``undo`` returns False where others came in between, and nothing was undone.

    ``told``: said once it is done, "" where the change shows itself. ``records``: whose rows change; ``lists``: whether
    other records are listed then; ``binned``: which go to the bin; ``quiet``: whether one row shows it by itself.
    """

    name: str
    do: Callable[[Library], Any]
    undo: Callable[[Library, Any], object]
    told: Callable[[Any], str] = _silent
    records: Sequence[int] = ()
    lists: bool = True
    binned: Sequence[int] = ()
    quiet: bool = False


class Acting(QObject):
    """Does acts."""

    done = Signal(object, object, bool)
    """An ``Act``, what its ``do`` returned, and whether it was taken back."""
    refused = Signal(object)
    """An act could not be taken back, since others came in between."""

    def __init__(self, jobs: Jobs, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._stack = jobs, stack

    def do(self, act: Act) -> None:
        """Do it; it can be undone once it is done."""

        def take(result: Any) -> None:
            self._stack.push(_Step(self, act, result))
            self.done.emit(act, result, False)

        self._jobs.submit(act.do, take)

    def again(self, act: Act, take: Callable[[Any], object]) -> None:
        """Do it once more."""

        def told(result: Any) -> None:
            take(result)
            self.done.emit(act, result, False)

        self._jobs.submit(act.do, told)

    def take_back(self, act: Act, result: Any) -> None:
        """Undo it."""

        def told(undone: object) -> None:
            if undone is False:
                self.refused.emit(act)
            else:
                self.done.emit(act, result, True)

        self._jobs.submit(lambda library: act.undo(library, result), told)


class _Step(QUndoCommand):
    """An act that is done already when it is pushed."""

    def __init__(self, acting: Acting, act: Act, result: Any) -> None:
        super().__init__(act.name)
        self._acting, self._act, self._result = acting, act, result
        self._first = True

    def undo(self) -> None:
        """Take it back."""
        self._acting.take_back(self._act, self._result)

    def redo(self) -> None:
        """Do it once more; the first time it is done already."""
        if self._first:
            self._first = False
        else:
            self._acting.again(self._act, lambda result: setattr(self, "_result", result))
