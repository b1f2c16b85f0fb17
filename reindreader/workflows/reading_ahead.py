"""Files read in a thread of their own, some ahead of the one that is being stored, so that both go on at once."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition, Thread

from reindreader.workflows.beside import PATIENCE, GivenUpError, Tell
from reindreader.workflows.progress import Part, Progress, Work
from reindreader.workflows.reading import Reading

_MOST, _MOST_BYTES = 16, 16_000_000
"""How much is held that nobody has taken yet."""


@dataclass(frozen=True, slots=True)
class _Read:
    reading: Reading | None = None
    error: BaseException | None = None

    @property
    def size(self) -> int:
        return len(self.reading.data) if self.reading else 0


class Ahead:
    """Reads paths in their order, from when the first one is asked for. Close it when no more is wanted.

    ``read``: gives None for a file that is not to be read ahead.
    """

    def __init__(self, paths: Sequence[Path], read: Callable[[Path, Tell], Reading | None]) -> None:
        self._paths, self._read = paths, read
        self._ready: deque[_Read] = deque()
        self._changed = Condition()
        self._part: Part | None = None
        self._given_up = False
        self._thread: Thread | None = None

    def take(self, step: Progress) -> Work[Reading | None]:
        """What ``read`` gave for the next path; meanwhile the step, with how far that is. Raises what it raised."""
        self._start()
        while not self._wait():
            yield replace(step, part=self._part)
        with self._changed:
            one = self._ready.popleft()
            self._changed.notify_all()
        if one.error is not None:
            raise one.error
        return one.reading

    def close(self) -> None:
        """Read no further."""
        with self._changed:
            self._given_up = True
            self._ready.clear()
            self._changed.notify_all()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def _wait(self) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._ready), PATIENCE)

    def _run(self) -> None:
        for path in self._paths:
            try:
                one = _Read(self._read(path, self._tell))
            except BaseException as error:  # noqa: BLE001  the boundary of the thread: it is raised again where it is taken
                one = _Read(error=error)
            if self._is_over(one):
                return

    def _is_over(self, one: _Read) -> bool:
        """Put it where it is taken from, and wait until there is room for the next; whether nobody wants that."""
        with self._changed:
            self._part = None
            if not self._given_up:
                self._ready.append(one)
            self._changed.notify_all()
            self._changed.wait_for(self._has_room)
            return self._given_up

    def _has_room(self) -> bool:
        return self._given_up or (len(self._ready) < _MOST and sum(one.size for one in self._ready) < _MOST_BYTES)

    def _tell(self, part: Part) -> None:
        if self._given_up:
            raise GivenUpError
        self._part = part
