"""Who has a library open: so that the end of a program that could not close it is noticed at the next start."""

import os
import sys
from pathlib import Path

from reindreader.library.whole import told

if sys.platform != "win32":
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
