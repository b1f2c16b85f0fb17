"""The files of a library, ``library.files/`` beside it: source files and images by the SHA-256 of their bytes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from reindreader.errors import UnreadableFileError
from reindreader.library.whole import write_all


class Files:
    """A folder of files that never change. A file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file of the hash is kept."""
        return self.folder / sha256[:2] / sha256

    def add(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256. Raises UnwritableError."""
        return self.add_all([data])[0]

    def add_all(self, files: Iterable[bytes]) -> list[str]:
        """Keep the bytes of some files and return their SHA-256. All are on the disk in the end. Raises UnwritableError."""
        kept = [(hashlib.sha256(data).hexdigest(), data) for data in files]
        new = {path: data for sha256, data in kept if not (path := self.path(sha256)).exists()}
        write_all(new)
        return [sha256 for sha256, _data in kept]

    def read(self, sha256: str) -> bytes:
        """The bytes of the hash. Raises UnreadableFileError where they are gone or damaged."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableFileError(path, "missing") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UnreadableFileError(path, "damaged")
        return data
