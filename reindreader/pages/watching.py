"""One thread looks after all calls that workers are at, and kills the process of a call that takes too long."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Protocol

STALLED = 3
"""A call that takes no time of the processor, for so many times its seconds on the clock, waits for what does not come."""
LONGEST = 30
"""And none lasts longer than so many times its seconds on the clock, however little of the processor others leave it."""
_TICK = 0.1
"""Seconds between two looks, as long as there are calls."""


class Killable(Protocol):
    """A process."""

    @property
    def pid(self) -> int:
        """Its number."""

    def kill(self) -> None:
        """End it at once."""


@dataclass(eq=False, slots=True)
class Watched:
    """A call: of ``process``, that may take ``seconds``. ``late``: it was killed for taking more."""

    process: Killable
    seconds: float
    began: float = field(default_factory=time.monotonic)
    late: bool = False
    _before: float | None = None
    _last: float | None = None
    _moved: float = 0.0

    def look(self) -> None:
        """Kill the process once it has had its seconds. Those of the processor count from the first look on."""
        if self._is_late(time.monotonic(), processor_seconds(self.process.pid)):
            self.late = True
            self.process.kill()

    def _is_late(self, now: float, worked: float | None) -> bool:
        lasts = now - self.began
        if worked is None:
            return lasts >= self.seconds
        if self._before is None:
            self._before = worked
        if worked != self._last:
            self._last, self._moved = worked, now
        stalled = now - self._moved >= STALLED * self.seconds
        return worked - self._before >= self.seconds or stalled or lasts >= LONGEST * self.seconds


class Watch:
    """Looks after calls while there are any."""

    def __init__(self) -> None:
        self._lock, self._some = Lock(), Event()
        self._calls: set[Watched] = set()
        self._thread: Thread | None = None

    @contextmanager
    def over(self, process: Killable, seconds: float) -> Iterator[Watched]:
        """Look after the call that is made meanwhile."""
        call = Watched(process, seconds)
        with self._lock:
            self._calls.add(call)
            self._some.set()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="watch", daemon=True)
                self._thread.start()
        try:
            yield call
        finally:
            with self._lock:
                self._calls.discard(call)

    def _run(self) -> None:
        while self._some.wait():
            time.sleep(_TICK)
            with self._lock:
                for call in self._calls:
                    call.look()
                if not self._calls:
                    self._some.clear()


WATCH = Watch()
"""That of this process."""


def processor_seconds(pid: int) -> float | None:
    """The time of the processor that a process has taken (proc(5), stat 14 and 15), None where the system has no /proc."""
    try:
        with Path(f"/proc/{pid}/stat").open("rb") as stat:
            fields = stat.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return None
