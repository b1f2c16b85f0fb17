"""Draws pages away from the window: a thread of its own drives a worker process, and what it makes comes by signals.

What is wanted is said anew with each scroll; what is not wanted any more is not begun. A page that the worker dies of is
told of as failed, and the worker is started again for the next one.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reindreader.pages import Limits, WorkerFailedError
from reindreader.pages.values import PageImage, PdfRefusedError
from reindreader.pages.viewing import forget, outline, page_image, page_letters, page_links, printed_document
from reindreader.pages.worker import Worker

_LOG = logging.getLogger(__name__)
_LIMITS = Limits(seconds=8.0, memory=1_500_000_000)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page to be drawn. ``scale``: device pixels a point; ``turned``: degrees clockwise; ``small``: for the list."""

    page: int
    scale: float
    turned: int = 0
    small: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The letters and links of a page."""

    page: int


@dataclass(frozen=True, slots=True)
class _Opening:
    pass


@dataclass(frozen=True, slots=True)
class _Outlining:
    pass


@dataclass(frozen=True, slots=True)
class _Warming:
    pass


Task = Drawing | Reading | _Opening | _Outlining | _Warming


class Press(QObject):
    """Answers are about the document that was opened last; those about an earlier one are dropped."""

    opened = Signal(object)
    """A PrintedDocument."""
    refused = Signal(str)
    """The reason of a PdfRefusedError or WorkerFailedError."""
    outlined = Signal(object)
    drawn = Signal(object, object)
    """The Drawing and its QImage."""
    read = Signal(int, object, object)
    """A page's letters and its links."""
    page_failed = Signal(int)
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self._asked = Condition()
        self._tasks: list[Task] = []
        self._small: list[Drawing] = []
        self._path = ""
        self._password: str | None = None
        self._document, self._closed = 0, False
        self._thread: Thread | None = None
        self._answered.connect(self._answer)

    def open(self, path: Path, password: str | None = None) -> None:
        """Open a document; ``opened`` or ``refused`` answers."""
        with self._asked:
            self._path, self._password = str(path), password
            self._document += 1
            self._tasks, self._small = [_Opening()], []
            self._asked.notify()
        self._start()

    def warm(self) -> None:
        """Start the worker before anything is asked of it."""
        with self._asked:
            self._tasks.append(_Warming())
            self._asked.notify()
        self._start()

    def want(self, tasks: Sequence[Drawing | Reading]) -> None:
        """What is wanted now, the most urgent first. It takes the place of what was wanted before."""
        with self._asked:
            opening = [task for task in self._tasks if isinstance(task, _Opening | _Warming)]
            later = [task for task in self._tasks if isinstance(task, _Outlining)]
            self._tasks = [*opening, *tasks, *later]
            self._asked.notify()

    def want_small(self, drawings: Sequence[Drawing]) -> None:
        """Which small pictures are wanted now, for when nothing else is."""
        with self._asked:
            self._small = list(drawings)
            self._asked.notify()

    def kill(self) -> None:
        """End the worker in whatever it does; the next task starts another."""
        self._worker.close()

    @property
    def process(self) -> int | None:
        """The worker's process number, None where it is not running."""
        return self._worker.process

    def close(self) -> None:
        """End the thread and the worker. What is being drawn is given up."""
        with self._asked:
            self._closed = True
            self._asked.notify()
        self._worker.close()
        if self._thread is not None:
            self._thread.join()
        self._worker.close()  # it may have been started for a task that was already taken

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="press", daemon=True)
            self._thread.start()

    # in the thread

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            document, path, password, task = asked
            try:
                value: object = self._do(path, password, task)
            except (PdfRefusedError, WorkerFailedError) as error:
                value = error
            except Exception as error:  # noqa: BLE001  the boundary of the thread
                _LOG.warning("a page could not be drawn", exc_info=error)
                value = WorkerFailedError("crash")
            if self._closed:
                return
            self._answered.emit(document, task, value)

    def _next(self) -> tuple[int, str, str | None, Task] | None:
        with self._asked:
            while not (self._tasks or self._small or self._closed):
                self._asked.wait()
            if self._closed:
                return None
            task = self._tasks.pop(0) if self._tasks else self._small.pop(0)
            return self._document, self._path, self._password, task

    def _do(self, path: str, password: str | None, task: Task) -> object:
        ask: Callable[..., Any] = self._worker.call
        match task:
            case Drawing(page, scale, turned):
                return _picture(ask(_LIMITS, page_image, path, password, page, scale, turned))
            case Reading(page):
                return ask(_LIMITS, page_letters, path, password, page), ask(_LIMITS, page_links, path, password, page)
            case _Outlining():
                return ask(_LIMITS, outline, path, password)
            case _Warming():
                return ask(_LIMITS, forget)
            case _Opening():
                return ask(_LIMITS, printed_document, path, password)

    # in the thread that asked

    def _answer(self, document: int, task: Task, value: object) -> None:
        if document != self._document:
            return
        if isinstance(value, PdfRefusedError | WorkerFailedError):
            self._tell_failure(task, value.reason)
            return
        match task, value:
            case Drawing(), _:
                self.drawn.emit(task, value)
            case Reading(page), (letters, links):
                self.read.emit(page, letters, links)
            case _Outlining(), _:
                self.outlined.emit(value)
            case _Opening(), _:
                self._want_outline()
                self.opened.emit(value)

    def _want_outline(self) -> None:
        with self._asked:
            self._tasks.append(_Outlining())
            self._asked.notify()

    def _tell_failure(self, task: Task, reason: str) -> None:
        if isinstance(task, _Opening):
            self.refused.emit(reason)
        elif isinstance(task, Drawing):
            self.page_failed.emit(task.page)


def _picture(image: PageImage) -> QImage:
    shared = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
    return shared.copy()  # the first one only borrows the bytes
