"""One worker process, kept for the next file, killed when a file takes too long, and started again.

The parent and the worker exchange pickles with their length in front, over the worker's standard input and output.
"""

import atexit
import os
import pickle
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, ParamSpec, TypeVar

SERVICE = "reindreader.pages.serving"
"""The module that the worker runs; also the first argument that a frozen program starts itself with."""

P = ParamSpec("P")
T = TypeVar("T")

LENGTH = struct.Struct("<Q")
"""What stands before each pickle: its bytes."""

RESULT, ERROR, STEP = "result", "error", "step"
"""What the worker's messages are: the first two end a call."""

Told = Callable[[Any], None]
"""Takes what a call says of how far it is."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds``: of the processor for one call, so that other programs' work does not count (on systems that do not
    tell: on the clock); ``memory``: bytes of address space (held where the system can)."""

    seconds: float = 10.0
    memory: int = 1_000_000_000


PATIENCE = 6
"""A call that waits, and takes no time of the processor, may last so many times its seconds on the clock."""


@dataclass
class WorkerFailedError(Exception):
    """A call gave no answer. ``reason``: ``slow`` (killed at its limit), ``memory``, or ``crash``."""

    reason: str

    def __str__(self) -> str:
        return self.reason


class Worker:
    """A process that calls functions for us, one at a time. Any thread may ask; they wait for each other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def call(self, limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result; it must be importable by its name. Raises what it raises, and WorkerFailedError."""
        result: T = self._call(limits, None, function, args, kwargs)
        return result

    def call_told(self, limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
        """The same for a function that takes ``told``: what it tells there while it works is told here."""
        result: T = self._call(limits, told, function, args, {})
        return result

    def _call(self, limits: Limits, told: Told | None, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        request = pickle.dumps((limits.memory, told is not None, function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        with self._lock:
            kind, value = self._ask(request, limits.seconds, told or _nobody)
        if kind == RESULT:
            return value
        raise value

    @property
    def process(self) -> int | None:
        """The number of the process, None where there is none."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    _close(pipe)

    def _ask(self, request: bytes, seconds: float, told: Told) -> tuple[str, Any]:
        process = self._started()
        answered, late = threading.Event(), threading.Event()
        threading.Thread(target=_watch, args=(process, seconds, answered, late), daemon=True).start()
        try:
            return _exchange(process, request, told)
        except (EOFError, OSError) as error:
            self.close()
            raise WorkerFailedError("slow" if late.is_set() else "crash") from error
        except BaseException:
            self.close()  # nobody waits any more: its answer would be taken for that of the next call
            raise
        finally:
            answered.set()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
            )
        return self._process


@cache
def _shared() -> Worker:
    worker = Worker()
    atexit.register(worker.close)
    return worker


_serving = threading.Event()


def serve_here() -> None:
    """Say that this process is the worker."""
    _serving.set()


def serves() -> bool:
    """Whether this process is the worker: what a caller would ask of it is done here."""
    return _serving.is_set()


def in_worker(limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call the function in the program's one worker process. Raises what it raises, and WorkerFailedError.

    In that process itself it is called at once, within the limits of the call that it belongs to.
    """
    return function(*args, **kwargs) if serves() else _shared().call(limits, function, *args, **kwargs)


def in_worker_told(limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
    """The same for a function that takes ``told``, a way to say how far it is."""
    return function(*args, told=told) if serves() else _shared().call_told(limits, told, function, *args)


def _nobody(_step: Any) -> None:
    return


def _watch(process: subprocess.Popen[bytes], seconds: float, answered: threading.Event, late: threading.Event) -> None:
    """Kill the process once it has had its seconds and not answered."""
    before, end = _processor_seconds(process.pid), time.monotonic() + PATIENCE * seconds
    left = seconds
    while not answered.wait(min(max(left, 0.05), max(0.0, end - time.monotonic()))):
        now = _processor_seconds(process.pid)
        left = 0.0 if now is None or before is None else seconds - (now - before)
        if left <= 0 or time.monotonic() >= end:
            late.set()
            process.kill()
            return


def _processor_seconds(pid: int) -> float | None:
    """The time of the processor that a process has taken (proc(5), stat 14 and 15), None where the system has no /proc."""
    try:
        with Path(f"/proc/{pid}/stat").open("rb") as stat:
            fields = stat.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def _command() -> list[str]:
    """A frozen program starts itself; its entry points answer to the module's name as the first argument."""
    own = [] if getattr(sys, "frozen", False) else ["-m"]
    return [sys.executable, *own, SERVICE]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _exchange(process: subprocess.Popen[bytes], request: bytes, told: Told) -> tuple[str, Any]:
    """Ask, pass on what is told meanwhile, and return the answer: a result, or an error."""
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(LENGTH.pack(len(request)) + request)
    process.stdin.flush()
    while True:
        kind, value = pickle.loads(receive(process.stdout))  # our own process wrote it
        if kind != STEP:
            return kind, value
        told(value)


def receive(pipe: IO[bytes]) -> bytes:
    """The next message of a pipe. Raises EOFError at its end."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (size,) = LENGTH.unpack(head)
    body = pipe.read(size)
    if len(body) < size:
        raise EOFError
    return body


def _close(pipe: IO[Any]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was left to write has no reader any more
