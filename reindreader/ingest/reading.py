"""The reader of a file, chosen from a table by what the file begins with and how its name ends."""

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from reindreader.errors import UnreadableFileError
from reindreader.ingest.html import read_html
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
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_html,
    ".mht": read_html,
}
"""The reader of each name ending; "" for all others."""

BEGINNINGS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
        ),
        read_html,
    ),
)
"""The readers of formats that a file's first bytes tell, for names whose ending is not in the table."""

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
    return _reader(data, name)(data, name, encoding=encoding, url=url)


def _reader(data: bytes, name: str) -> Reader:
    ending = PurePath(name).suffix.lower()
    return READERS.get(ending or "?") or next((reader for form, reader in BEGINNINGS if form.match(data)), READERS[""])


def _refusal(data: bytes, max_bytes: int) -> str | None:
    if not data:
        return "empty"
    if len(data) > max_bytes:
        return "too-large"
    return next((reason for mark, reason in UNREAD.items() if data.startswith(mark)), None)
