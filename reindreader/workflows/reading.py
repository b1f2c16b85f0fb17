"""From a file to what is known of it, without storing anything."""

import stat
from dataclasses import dataclass
from pathlib import Path

from reindreader.attribution import attribute
from reindreader.errors import UnreadableFileError
from reindreader.ingest import MAX_BYTES, read_article
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.records import Record


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, the claims about it, and the bytes that both were read from."""

    article: Article
    claims: tuple[Claim, ...]
    data: bytes

    @property
    def record(self) -> Record:
        """What the claims add up to."""
        return record_of(self.claims)


def read_bytes(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Reading:
    """Read the bytes of the file ``name``; ``encoding`` overrides what the bytes say. Raises UnreadableFileError."""
    found = attribute(read_article(data, name, encoding=encoding, url=url))
    return Reading(found.article, found.claims, data)


def read_file(
    path: Path, *, encoding: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Reading:
    """Read a file; ``url``: the address that it was saved from. Raises UnreadableFileError with path and reason."""
    data = _bytes_of(path, max_bytes)
    try:
        return read_bytes(data, path.name, encoding=encoding, url=url)
    except UnreadableFileError as error:
        raise UnreadableFileError(path, error.reason) from error


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UnreadableFileError(path, "folder")
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableFileError(path, "special")
        if about.st_size > max_bytes:
            raise UnreadableFileError(path, "too-large")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(path, "missing") from error
    except PermissionError as error:
        raise UnreadableFileError(path, "permission") from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, "system") from error
