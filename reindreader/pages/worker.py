"""A worker process, kept for the next file, killed when a file takes too long, and started again."""

import atexit
import os
import pickle
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, ParamSpec, Protocol, TypeVar

from reindreader.pages.forking import fork
from reindreader.pages.messages import RESULT, STEP, pickled, receive, send
from reindreader.pages.processes import Forked, Process, Spawned
from reindreader.pages.watching import WATCH

P = ParamSpec("P")
T = TypeVar("T")

Told = Callable[[Any], None]
"""Takes what a call says of how far it is."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds``: of the processor for one call, so that other programs' work does not count (on systems that do not
    tell: on the clock); ``memory``: bytes of address space (held where the system can)."""

    seconds: float = 10.0
    memory: int = 1_000_000_000


_FORKING = Limits(seconds=5.0)
_BUSY = 0.5
"""Seconds that a worker is waited for which another one is to be forked from; then that is started anew."""


@dataclass
class WorkerFailedError(Exception):
    """A call gave no answer. ``reason``: ``slow`` (killed at its limit), ``memory``, or ``crash``."""

    reason: str

    def __str__(self) -> str:
        return self.reason


class WorkerEndedError(BaseException):
    """The worker was ended for good: nobody waits for the answer of this call any more."""


class Caller(Protocol):
    """What calls functions elsewhere."""

    def call(self, limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result; it must be importable by its name. Raises what it raises, and WorkerFailedError."""

    def call_told(self, limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
        """The same for a function that takes ``told``: what it tells there while it works is told here."""


class Worker:
    """A process that calls functions for us, one at a time. Any thread may ask; they wait for each other."""

    def __init__(self, start: Callable[[], Process] = Spawned) -> None:
        self._lock = threading.Lock()
        self._start = start
        self._process: Process | None = None
        self._ended = False

    def call(self, limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result; it must be importable by its name. Raises what it raises, and WorkerFailedError."""
        result: T = self._call(limits, None, function, args, kwargs)
        return result

    def call_told(self, limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
        """The same for a function that takes ``told``: what it tells there while it works is told here."""
        result: T = self._call(limits, told, function, args, {})
        return result

    def another(self) -> "Worker":
        """One more, that gives way to the rest of the program. Its process is forked from this one's when it is first asked,
        with all that this one has loaded by then; where that cannot be, or this one is busy, it is started anew."""
        return Worker(self._forked)

    @property
    def process(self) -> int | None:
        """The number of the process, None where there is none."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def end(self) -> None:
        """The same for good: whoever waits for an answer, or asks from now on, gets WorkerEndedError."""
        self._ended = True
        self.close()

    def _call(self, limits: Limits, told: Told | None, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        request = pickled((limits, told is not None, function, args, kwargs))
        with self._lock:
            kind, value = self._ask(request, limits.seconds, told or _nobody)
        if kind == RESULT:
            return value
        raise value

    def _ask(self, request: bytes, seconds: float, told: Told) -> tuple[str, Any]:
        process = self._started()
        with WATCH.over(process, seconds) as watched:
            try:
                return _exchange(process, request, told)
            except (EOFError, OSError, ValueError) as error:  # ValueError: a pipe that was closed meanwhile
                self.close()
                self._end_if_asked()
                raise WorkerFailedError("slow" if watched.late else "crash") from error
            except BaseException:
                self.close()  # nobody waits any more: its answer would be taken for that of the next call
                raise

    def _started(self) -> Process:
        self._end_if_asked()
        process = self._process
        if process is None or not process.lives():
            self.close()
            process = self._process = self._start()
        if self._ended:  # meanwhile
            self.close()
            raise WorkerEndedError
        return process

    def _end_if_asked(self) -> None:
        if self._ended:
            raise WorkerEndedError

    def _forked(self) -> Process:
        if self._lock.acquire(timeout=_BUSY):
            try:
                with suppress(OSError, EOFError, WorkerFailedError):
                    process = self._started()
                    if isinstance(process, Spawned) and process.control is not None:
                        return self._fork(process, process.control)
            finally:
                self._lock.release()
        return Spawned(gentle=True)

    def _fork(self, process: Spawned, control: socket.socket) -> Process:
        (requests_there, requests), (answers, answers_there) = os.pipe(), os.pipe()
        try:
            socket.send_fds(control, [b"+"], [requests_there, answers_there])
            asked = pickled((_FORKING, False, fork, (process.control_there,), {}))
            kind, value = self._ask(asked, _FORKING.seconds, _nobody)
            if kind != RESULT:
                raise value
            return Forked(value, requests, answers)
        except BaseException:
            os.close(requests)
            os.close(answers)
            raise
        finally:
            os.close(requests_there)
            os.close(answers_there)


_own: ContextVar[Caller | None] = ContextVar("_own", default=None)


@cache
def _shared() -> Worker:
    worker = Worker()
    atexit.register(worker.close)
    return worker


@contextmanager
def calling(caller: Caller) -> Iterator[None]:
    """Meanwhile what this thread asks of a worker is asked of this caller."""
    before = _own.set(caller)
    try:
        yield
    finally:
        _own.reset(before)


def one_more() -> Worker:
    """A worker beside the program's one, forked from it where that can be. End it when it is not needed any more."""
    return _shared().another()


_serving = threading.Event()


def serve_here() -> None:
    """Say that this process is the worker."""
    _serving.set()


def serves() -> bool:
    """Whether this process is the worker: what a caller would ask of it is done here."""
    return _serving.is_set()


def in_worker(limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call the function in the program's one worker process, or where this thread is ``calling``. Raises what it raises,
    and WorkerFailedError.

    In a worker itself it is called at once, within the limits of the call that it belongs to.
    """
    return function(*args, **kwargs) if serves() else _asked().call(limits, function, *args, **kwargs)


def in_worker_told(limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
    """The same for a function that takes ``told``, a way to say how far it is."""
    return function(*args, told=told) if serves() else _asked().call_told(limits, told, function, *args)


def _asked() -> Caller:
    return _own.get() or _shared()


def _nobody(_step: Any) -> None:
    return


def _exchange(process: Process, request: bytes, told: Told) -> tuple[str, Any]:
    """Ask, pass on what is told meanwhile, and return the answer: a result, or an error."""
    send(process.requests, request)
    while True:
        kind, value = pickle.loads(receive(process.answers))  # our own process wrote it
        if kind != STEP:
            return kind, value
        told(value)
