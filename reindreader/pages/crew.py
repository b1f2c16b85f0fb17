"""Several workers that answer as one: a call goes to whichever is free."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition
from typing import Any, ParamSpec, TypeVar

from reindreader.pages.worker import Limits, Told, Worker, WorkerEndedError, one_more

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 6
"""Workers: what more would read, one thread could not store."""
_ROOM = 1_000_000_000
"""Bytes of free memory for each: as much as a call may take."""


class Crew:
    """Any thread may ask; it waits for a worker that is free."""

    def __init__(self, workers: Sequence[Worker]) -> None:
        self._workers = tuple(workers)
        self._free = list(workers)
        self._changed = Condition()
        self._ended = False

    @classmethod
    def of(cls, count: int) -> "Crew":
        """So many, beside the program's own worker, and forked from it where that can be."""
        return cls([one_more() for _ in range(count)])

    def call(self, limits: Limits, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result. Raises what it raises, WorkerFailedError and WorkerEndedError."""
        worker = self._taken()
        try:
            return worker.call(limits, function, *args, **kwargs)
        finally:
            self._give_back(worker)

    def call_told(self, limits: Limits, told: Told, function: Callable[..., T], *args: Any) -> T:
        """The same for a function that takes ``told``: what it tells there while it works is told here."""
        worker = self._taken()
        try:
            return worker.call_told(limits, told, function, *args)
        finally:
            self._give_back(worker)

    def end(self) -> None:
        """End all workers, whatever they do: who waits gets WorkerEndedError."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        for worker in self._workers:
            worker.end()

    def _taken(self) -> Worker:
        with self._changed:
            self._changed.wait_for(lambda: self._free or self._ended)
            if self._ended:
                raise WorkerEndedError
            return self._free.pop()  # the one that was busy last: others need not be started

    def _give_back(self, worker: Worker) -> None:
        with self._changed:
            self._free.append(worker)
            self._changed.notify()


def most_workers() -> int:
    """How many workers this system has processors and memory for, at least one."""
    return max(1, min(_MOST, _processors(), _free_memory() // _ROOM))


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _free_memory() -> int:
    """Bytes (proc(5), MemAvailable); where that is not told, as much as need be."""
    try:
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return _MOST * _ROOM
