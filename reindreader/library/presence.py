"""Who has a library open: so that the end of a program that could not close it is noticed at the next start."""

import os
import sys
from pathlib import Path

from reindreader.library.whole import told

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOGS = ("-wal", "-journal")
"""What SQLite leaves beside a library that was not closed."""


class Presence:
    """A shared lock on the library's folder of files, as long as it is open. ``unclean``: see ``Library.unclean``.

    Where the system knows no such lock (Windows, some network drives), a log that was left is taken for a sign.
    """

    def __init__(self, path: Path, folder: Path, *, make: bool) -> None:
        left = any(_filled(path.with_name(path.name + log)) for log in _LOGS)
        if make:
            with told(folder):
                folder.mkdir(exist_ok=True)
        self._handle = _opened(folder)
        self.unclean = left and self._alone()
        if self._handle is not None:
            _lock(self._handle, shared=True)

    def _alone(self) -> bool:
        return self._handle is None or _lock(self._handle, shared=False)

    def end(self) -> None:
        """Let go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class Turn:
    """Whose turn it is to do what one program should do at a time: a lock on a file, which ends with the program.

    Where the system knows no such lock, everybody has the turn.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether it is ours, now or already."""
        if self._handle is None:
            try:
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError:
                return True
            if not _lock_file(self._handle):
                self.end()
                return False
        return True

    def end(self) -> None:
        """Let others have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock_file(handle: int) -> bool:
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    return _lock(handle, shared=False)


def _filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _opened(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _lock(handle: int, *, shared: bool) -> bool:
    """Whether the lock was to be had, or cannot be had here at all."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
