"""The process of a worker: started anew, or forked from one that has loaded already what reading takes."""

import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from typing import IO, Any, Protocol

SERVICE = "reindreader.pages.serving"
"""The module that a worker runs; also the first argument that a frozen program starts itself with."""

GENTLE = "gentle"
"""The argument of a worker that gives way to the rest of the program."""

_LAST_SECONDS = 5.0
"""How long a killed process is waited for."""


class Process(Protocol):
    """A process that serves, and the two pipes to it."""

    requests: IO[bytes]
    answers: IO[bytes]

    @property
    def pid(self) -> int:
        """Its number."""

    def lives(self) -> bool:
        """Whether it has not ended."""

    def kill(self) -> None:
        """End it at once. It may have ended already."""

    def close(self) -> None:
        """End it, wait for its end, and close the pipes."""


class Spawned:
    """A process of the program's own. ``control``: takes the pipes of a process to be forked, None where that is not done;
    ``control_there``: what the process itself knows it by."""

    def __init__(self, *, gentle: bool = False) -> None:
        there: socket.socket | None
        self.control: socket.socket | None
        self.control, there = socket.socketpair() if can_fork() else (None, None)
        self.control_there = there.fileno() if there else -1
        self._popen = subprocess.Popen(
            [*_command(), *([GENTLE] if gentle else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            pass_fds=(self.control_there,) if there else (),
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if gentle else 0,
        )
        if there:
            there.close()
        if self._popen.stdin is None or self._popen.stdout is None:
            raise EOFError
        self.requests, self.answers = self._popen.stdin, self._popen.stdout

    @property
    def pid(self) -> int:
        """Its number."""
        return self._popen.pid

    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._popen.poll() is None

    def kill(self) -> None:
        """End it at once."""
        self._popen.kill()

    def close(self) -> None:
        """End it, wait for its end, and close the pipes."""
        self.kill()
        self._popen.wait()
        for pipe in (self.requests, self.answers, self.control):
            if pipe:
                _close(pipe)


class Forked:
    """A process that another one has forked: known by a handle, as its number may be another's once it has ended."""

    def __init__(self, pid: int, requests: int, answers: int) -> None:
        self.pid = pid
        self._handle = os.pidfd_open(pid)
        self.requests: IO[bytes] = os.fdopen(requests, "wb")
        self.answers: IO[bytes] = os.fdopen(answers, "rb")

    def lives(self) -> bool:
        """Whether it has not ended."""
        return not self._ended(0.0)

    def kill(self) -> None:
        """End it at once."""
        with suppress(OSError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def close(self) -> None:
        """End it, wait for its end, and close the pipes."""
        self.kill()
        self._ended(_LAST_SECONDS)
        _close(self.requests)
        _close(self.answers)
        os.close(self._handle)

    def _ended(self, seconds: float) -> bool:
        poll = select.poll()
        poll.register(self._handle, select.POLLIN)
        return bool(poll.poll(seconds * 1_000))


def can_fork() -> bool:
    """Whether a process can be forked and known by a handle: on Linux 5.3 and later."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


def _command() -> list[str]:
    """A frozen program starts itself; its entry points answer to the module's name as the first argument."""
    own = [] if getattr(sys, "frozen", False) else ["-m"]
    return [sys.executable, *own, SERVICE]


def _environment() -> dict[str, str]:
    """Ours; with one thread for numpy, whose others would have nothing to do, take memory, and forbid forking."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "OPENBLAS_NUM_THREADS": "1"}


def _close(pipe: IO[Any] | socket.socket) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was left to write has no reader any more
