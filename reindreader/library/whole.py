"""A file is written whole or not at all: a temporary file beside it, flushed to the disk, then renamed."""

import contextlib
import errno
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping
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


def write_all(new: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, and their folders: each whole or not at all, all on the disk in the end.

    They are flushed once all are written: one after the other that takes the disk several times as long. Raises
    UnwritableError.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, data in new.items():
            beside[path] = _begun(path, data)
        for path, written in beside.items():
            with told(path):
                _flush(written)
                written.replace(path)
        for folder in {folder for path in new for folder in (path.parent, path.parent.parent)}:
            _flush_folder(folder)
    except BaseException:
        for written in beside.values():
            written.unlink(missing_ok=True)
        raise


def _begun(path: Path, data: bytes) -> Path:
    """A file beside the path with the bytes, which are not on the disk yet."""
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_name(f".{path.name[:40]}.{uuid.uuid4().hex[:8]}.part")
        try:
            written.write_bytes(data)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    return written


def _flush(path: Path) -> None:
    # Windows flushes what may be written alone.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
