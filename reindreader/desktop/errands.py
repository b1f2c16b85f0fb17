"""Work that has its own connection to the library, or none, in a thread of its own: the library's thread is not held up."""

import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from reindreader.workflows.progress import Progress, Work

_LOG = logging.getLogger(__name__)


class Errand(QObject):
    """``done``, ``failed`` and ``progressed`` are called in the thread that made it; after ``cancel`` none of them."""

    _said = Signal(object, object)

    def __init__(
        self,
        act: Callable[[], Work[Any]],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        progressed: Callable[[Progress], object] = lambda _: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._act, self._answers = act, {"done": done, "failed": failed, "progressed": progressed}
        self._cancelled = Event()
        self._thread = Thread(target=self._run, name="errand", daemon=True)
        self._said.connect(self._answer)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._thread.is_alive()

    def cancel(self, wait: float = 0) -> None:
        """Stop after the step it is at. ``wait``: for that, at most, in seconds."""
        self._cancelled.set()
        if wait:
            self._thread.join(wait)

    def _run(self) -> None:
        try:
            work = self._act()
            while not self._cancelled.is_set():
                self._say("progressed", next(work))
            work.close()
        except StopIteration as stop:
            self._say("done", stop.value)
        except Exception as error:  # noqa: BLE001  the boundary of the thread
            _LOG.info("an errand failed", exc_info=error)
            self._say("failed", error)

    def _say(self, what: str, value: Any) -> None:
        if not self._cancelled.is_set():
            with suppress(RuntimeError):  # the window, and this with it, may be gone
                self._said.emit(what, value)

    def _answer(self, what: str, value: Any) -> None:
        if not self._cancelled.is_set():
            self._answers[what](value)
