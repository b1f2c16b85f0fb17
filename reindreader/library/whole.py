"""A file is written whole or not at all: a temporary file beside it, flushed to the disk, then renamed."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reindreader.errors import UnwritableError

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the system's errors of writing into UnwritableError."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(path, _REASONS.get(error.errno or 0, "other")) from error


@contextmanager
def whole_file(path: Path, *, make_folder: bool = False) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of the path's when the block ends well; else that stays as it was.

    Raises UnwritableError.
    """
    with told(path):
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    beside = Path(name)
    try:
        with told(path), os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with told(path):
            _take_over_mode(path, beside)
            beside.replace(path)
            _flush_folder(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_whole(path: Path, pieces: bytes | Iterable[bytes], *, make_folder: bool = False) -> None:
    """Write the bytes so that the path holds either what it held or all of the new. Raises UnwritableError.

    An exception from ``pieces`` leaves the old file as it was.
    """
    with whole_file(path, make_folder=make_folder) as file:
        file.writelines((pieces,) if isinstance(pieces, bytes) else pieces)


def _take_over_mode(path: Path, beside: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)


def _flush_folder(folder: Path) -> None:
    """Put the new name on the disk, where the system can do that for a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
