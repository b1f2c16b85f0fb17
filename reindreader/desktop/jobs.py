"""One thread that owns the library: what it is asked to do is done in order, and the answers come back by signals.

Short work is done in the order it was asked for. Long work (a generator of ``Progress``) is driven a step at a time, and
whatever is asked for meanwhile is done between two steps: an article opens while a thousand files are imported.
"""

import logging
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from reindreader.library import Library, SearchGivenUpError
from reindreader.workflows.progress import Progress

_PATIENCE = 0.3
"""Seconds for what an older program made to be made anew before the library is shown."""
_LOG = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Job:
    """Something to do with the library. ``done`` and ``failed`` are called in the thread that asked. ``background``: long
    work that waits while there is other long work.
    """

    act: Callable[[Library], Any]
    done: Callable[[Any], object] = lambda _: None
    failed: Callable[[Exception], object] | None = None
    progressed: Callable[[Progress], object] = lambda _: None
    background: bool = False
    cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Do not begin it, or, where it is long work, stop it after the step it is at; nothing more is heard of it."""
        self.cancelled.set()


class Jobs(QObject):
    """The thread and its queue."""

    failed = Signal(object)
    """An exception of a job that has no ``failed`` of its own."""
    opening = Signal(int, int)
    """How many records of how many are done, where an older library is brought up to date."""
    opened = Signal(object)
    """The path of the library, once it is open."""
    _answered = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = library
        self._queue: Queue[Job | None] = Queue()
        self._thread = Thread(target=self._run, name="library", daemon=True)
        self._answered.connect(self._answer)
        self._lost: list[Exception] = []
        self._closed = False

    @property
    def path(self) -> Path:
        """Where the library is."""
        return self._path

    def start(self) -> None:
        """Open the library and begin."""
        self._thread.start()

    def submit(
        self,
        act: Callable[[Library], Any],
        done: Callable[[Any], object] = lambda _: None,
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[Progress], object] = lambda _: None,
        *,
        background: bool = False,
    ) -> Job:
        """Ask for something; ``act`` returns a value or long work. After ``close`` nothing is done any more."""
        job = Job(act, done, failed, progressed, background)
        if not self._closed:
            self._queue.put(job)
        return job

    def close(self) -> tuple[Exception, ...]:
        """Finish what was asked for, stop long work, and let go of the library. What failed meanwhile is returned."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
            if self._thread.is_alive():
                self._thread.join()
        return tuple(self._lost)

    # in the thread

    def _run(self) -> None:
        try:
            library = Library.open(self._path, told=self._tell_opening, patience=_PATIENCE)
        except Exception as error:  # noqa: BLE001  the boundary of the thread
            self._refuse_all(error)
            return
        self._answered.emit(_Opened(self._path))
        with library:
            _Worker(self._queue, self._tell).run(library)

    def _tell_opening(self, done: int, total: int) -> None:
        self._answered.emit(_Opening(done, total))

    def _refuse_all(self, error: Exception) -> None:
        self._answered.emit(_Failed(None, error))
        while (job := self._queue.get()) is not None:
            if job.failed is not None:
                self._tell(_Failed(job, error))

    def _tell(self, answer: object) -> None:
        if isinstance(answer, _Failed) and self._closed:
            self._lost.append(answer.error)
        self._answered.emit(answer)

    # in the thread that asked

    def _answer(self, answer: object) -> None:
        match answer:
            case _Opening(done, total):
                self.opening.emit(done, total)
            case _Opened(path):
                self.opened.emit(path)
            case _Failed(job, error):
                self._answer_failure(job, error)
            case _Done(job, value) if not job.cancelled.is_set():
                job.done(value)
            case _Step(job, progress) if not job.cancelled.is_set():
                job.progressed(progress)

    def _answer_failure(self, job: Job | None, error: Exception) -> None:
        if job is None or job.failed is None:
            self.failed.emit(error)
        elif not job.cancelled.is_set():
            job.failed(error)


@dataclass(frozen=True, slots=True)
class _Opening:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Opened:
    path: Path


@dataclass(frozen=True, slots=True)
class _Done:
    job: Job
    value: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    job: Job | None
    error: Exception


@dataclass(frozen=True, slots=True)
class _Step:
    job: Job
    progress: Progress


class _Worker:
    """Runs in the thread."""

    def __init__(self, queue: "Queue[Job | None]", tell: Callable[[object], None]) -> None:
        self._queue, self._tell = queue, tell
        self._long: deque[tuple[Job, Generator[Progress, None, Any]]] = deque()
        self._background: deque[tuple[Job, Generator[Progress, None, Any]]] = deque()

    def run(self, library: Library) -> None:
        """Until None comes."""
        while True:
            try:
                job = self._queue.get(block=not (self._long or self._background))
            except Empty:
                self._step()
                continue
            if job is None:
                break
            self._begin(job, library)
        for _, work in (*self._long, *self._background):
            work.close()

    def _begin(self, job: Job, library: Library) -> None:
        if job.cancelled.is_set():
            return
        try:
            value = job.act(library)
        except SearchGivenUpError:  # another search has taken its place
            return
        except Exception as error:  # noqa: BLE001  the boundary of a job
            _LOG.info("a job failed", exc_info=error)
            self._tell(_Failed(job, error))
            return
        if isinstance(value, Generator):
            (self._background if job.background else self._long).append((job, value))
        else:
            self._tell(_Done(job, value))

    def _step(self) -> None:
        turn = self._long or self._background
        job, work = turn[0]
        if job.cancelled.is_set():
            work.close()
            turn.popleft()
            return
        try:
            self._tell(_Step(job, next(work)))
        except StopIteration as stop:
            turn.popleft()
            self._tell(_Done(job, stop.value))
        except Exception as error:  # noqa: BLE001  the boundary of a job
            _LOG.info("long work failed", exc_info=error)
            turn.popleft()
            self._tell(_Failed(job, error))
