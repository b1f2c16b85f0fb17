"""Files read in threads of their own, ahead of the one that is being stored; by several workers, where there are many files."""

import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from threading import Condition, Thread
from typing import Generic, TypeVar, cast

from reindreader.pages.crew import Crew, most_workers
from reindreader.pages.worker import calling
from reindreader.workflows.beside import PATIENCE, GivenUpError, Tell
from reindreader.workflows.progress import Part, Progress, Work
from reindreader.workflows.reading import Reading

_MOST, _MOST_BYTES = 256, 24_000_000
"""How much is held that nobody has taken yet: what the others read while one file takes all of its time."""

_FIRST, _FIRST_SECONDS = 4, 2.0
"""Files that the program's own worker reads before others are forked from it, which by then has loaded most of what they
need; they do not wait longer for that."""
_EACH = 8
"""Files for each further worker, at least."""
_AT_HAND = 2
"""Threads more than workers: they open the next files, which may lie on another computer, and hand them over at once."""


Item = TypeVar("Item")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _Read(Generic[Found]):
    found: Found | None = None
    error: BaseException | None = None

    @property
    def size(self) -> int:
        return len(self.found.data) + len(self.found.written.text) if isinstance(self.found, Reading) else 0


class Ahead(Generic[Item, Found]):
    """Reads items, from when the first one is asked for, and gives what they are in their order. Close it when no more is
    wanted.

    ``read``: is called in threads; ``workers``: how many read at once at most, None for as many as the system has processors and memory for.
    """

    def __init__(self, items: Sequence[Item], read: Callable[[Item, Tell], Found], workers: int | None = None) -> None:
        self._items, self._read, self._workers = items, read, workers
        self._ready: dict[int, _Read[Found]] = {}
        self._parts: dict[int, Part] = {}
        self._begun = self._taken = self._held = self._threads = 0
        self._changed = Condition()
        self._given_up = False
        self._crew: Crew | None = None
        self._since: float | None = None

    def take(self, step: Progress) -> Work[Found]:
        """What ``read`` gave for the next item; meanwhile the step, with how far that is. Raises what it raised."""
        if self._since is None:
            self._since = time.monotonic()
            self._start(self._lead)
        while not self._wait():
            if time.monotonic() - self._since > _FIRST_SECONDS:
                self._engage()
            yield replace(step, part=self._parts.get(self._taken))
        with self._changed:
            one = self._ready.pop(self._taken)
            self._taken += 1
            self._held -= one.size
            self._changed.notify_all()
        if one.error is not None:
            raise one.error
        return cast("Found", one.found)

    def close(self) -> None:
        """Read no further."""
        with self._changed:
            self._given_up = True
            self._ready.clear()
            self._changed.notify_all()
        if self._crew is not None:
            self._crew.end()

    def _wait(self) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._taken in self._ready, PATIENCE)

    def _engage(self) -> None:
        """Have several workers at it, once, where there are files and processors for them."""
        with self._changed:
            useful = (len(self._items) - self._begun) // _EACH
            if self._crew is not None or self._given_up or useful < 2:
                return
            count = min(useful, most_workers() if self._workers is None else self._workers)
            if count > 1:
                self._crew = Crew.of(count)
                for _ in range(count + _AT_HAND - 1):
                    self._start(self._follow)

    def _start(self, act: Callable[[], None]) -> None:
        self._threads += 1
        Thread(target=act, name="reading ahead", daemon=True).start()

    # in the threads

    def _lead(self) -> None:
        while self._begun < _FIRST and self._crew is None and self._read_next():
            pass
        self._engage()
        self._follow()

    def _follow(self) -> None:
        with calling(self._crew) if self._crew else nullcontext():
            while self._read_next():
                pass
        with self._changed:
            self._threads -= 1
            is_last = not self._threads
        if is_last and self._crew is not None:
            self._crew.end()

    def _read_next(self) -> bool:
        """Read the next one once there is room for it; whether there was one, and somebody who wants it."""
        number = self._next()
        if number is None:
            return False
        try:
            one: _Read[Found] = _Read(self._read(self._items[number], partial(self._tell, number)))
        except BaseException as error:  # noqa: BLE001  the boundary of the thread: it is raised again where it is taken
            one = _Read(error=error)
        with self._changed:
            self._parts.pop(number, None)
            self._ready[number] = one
            self._held += one.size
            self._changed.notify_all()
        return True

    def _next(self) -> int | None:
        with self._changed:
            self._changed.wait_for(self._has_room)
            if self._given_up or self._begun == len(self._items):
                return None
            self._begun += 1
            return self._begun - 1

    def _has_room(self) -> bool:
        return self._given_up or (self._begun - self._taken < _MOST and self._held < _MOST_BYTES)

    def _tell(self, number: int, part: Part) -> None:
        if self._given_up:
            raise GivenUpError
        self._parts[number] = part
