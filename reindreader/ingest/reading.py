"""The reader of a file, chosen from a table by what the file begins with and how its name ends."""

from collections.abc import Callable
from pathlib import Path, PurePath

from reindreader.errors import UnreadableFileError
from reindreader.ingest.plain import read_plain
from reindreader.model.articles import Article

MAX_BYTES = 50_000_000
"""The largest text that is read where the caller sets no other limit."""

Reader = Callable[..., Article]

READERS: dict[str, Reader] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
}
"""The reader of each name ending; "" for all others."""

UNREAD = {
    b"%PDF-": "format",
    b"PK\x03\x04": "format",
    b"\xd0\xcf\x11\xe0": "format",
    b"{\\rtf": "format",
}
"""Formats that are known by their first bytes and have no reader."""


def read_article(
    data: bytes, name: str, *, encoding: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article in the bytes of the file ``name``. ``url``: the address it was taken from.

    Raises UnreadableFileError with the reason ``empty``, ``too-large``, ``format`` (known, but without a reader) or
    ``binary``, and BadValueError for an ``encoding`` that there is not.
    """
    reason = _refusal(data, max_bytes)
    if reason:
        raise UnreadableFileError(Path(name), reason)
    reader = READERS.get(PurePath(name).suffix.lower(), READERS[""])
    return reader(data, name, encoding=encoding, url=url)


def _refusal(data: bytes, max_bytes: int) -> str | None:
    if not data:
        return "empty"
    if len(data) > max_bytes:
        return "too-large"
    return next((reason for mark, reason in UNREAD.items() if data.startswith(mark)), None)
