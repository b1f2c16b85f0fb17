"""Every change of the library can be taken back: a stack of changes, each done and undone in the library's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reindreader.desktop.current import Current
from reindreader.errors import LibraryBusyError, UnwritableError
from reindreader.library import Library

_AGAIN_MS = 5000


@dataclass(frozen=True, slots=True)
class Change:
    """``act`` does it and returns what ``undo`` and ``again`` need to take it back and to do it once more.

    ``told``: said once it is done, with a way back; "" where the change shows itself. ``merges``: changes of the same
    key, one after the other, are undone as one (a note being typed).
    """

    record: int
    name: str
    act: Callable[[Library], Any]
    undo: Callable[[Library, Any], object]
    again: Callable[[Library, Any], object]
    told: str = ""
    merges: object = None


class Edits(QObject):
    """Does changes, and keeps them to be undone."""

    done = Signal(object)
    """A ``Change``, when it is on the disk."""
    failed = Signal(object, object)
    """A ``Change`` and the error: nothing was changed."""

    def __init__(self, current: Current, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._waiting: dict[object, Change] = {}
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self.retry)
        self.stack = QUndoStack(self)

    def do(self, change: Change, *, failed: Callable[[Exception], object] | None = None) -> None:
        """Do a change. It can be undone once it is done; where it fails, ``failed`` (or the signal) tells."""
        result: list[Any] = []

        def refuse(error: Exception) -> None:
            if change.merges is not None and self._keep(change, error):
                return
            if failed is not None:
                failed(error)
            else:
                self.failed.emit(change, error)

        def act(library: Library) -> None:
            result.append(change.act(library))

        def shown() -> None:
            self._waiting.pop(change.merges, None)
            self._push(change, result[0])
            self.done.emit(change)

        self._current.change(change.record, act, refuse, shown)

    @property
    def waiting(self) -> tuple[Change, ...]:
        """Notes that could not be written yet, such as on a full disk. They are tried again until they can."""
        return tuple(self._waiting.values())

    def retry(self) -> None:
        """Try again what could not be written."""
        if not self._waiting:
            self._again.stop()
        for change in self.waiting:
            self.do(change)

    def forget(self) -> None:
        """Give up what could not be written."""
        self._waiting.clear()

    def _keep(self, change: Change, error: Exception) -> bool:
        """Keep what was typed where it could not be written; whether that was told already."""
        if not isinstance(error, UnwritableError | LibraryBusyError):
            return False
        told = change.merges in self._waiting
        self._waiting[change.merges] = change
        self._again.start()
        return told

    def _push(self, change: Change, result: Any) -> None:
        top = self.stack.command(self.stack.index() - 1) if self.stack.index() else None
        if isinstance(top, _Step) and change.merges is not None and top.change.merges == change.merges:
            top.merge(change, result)
        else:
            self.stack.push(_Step(self, change, result))

    def run(self, change: Change, act: Callable[[Library], object]) -> None:
        """Undo or redo, in the library's thread."""
        self._current.change(change.record, act, lambda error: self.failed.emit(change, error), lambda: None)


class _Step(QUndoCommand):
    """A change that is done already when it is pushed."""

    def __init__(self, edits: Edits, change: Change, result: Any) -> None:
        super().__init__(change.name)
        self.change = change
        self._edits, self._result = edits, result
        self._first, self._last_again = True, change.again
        self._last_result = result

    def merge(self, change: Change, result: Any) -> None:
        """Undo goes back to before the first, redo to the last."""
        self._last_again, self._last_result = change.again, result

    def undo(self) -> None:
        """Take it back."""
        self._edits.run(self.change, lambda library: self.change.undo(library, self._result))

    def redo(self) -> None:
        """Do it once more; the first time it is done already."""
        if self._first:
            self._first = False
        else:
            self._edits.run(self.change, lambda library: self._last_again(library, self._last_result))
