"""The reader of a file, chosen from a table by what the file begins with and how its name ends."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from reindreader.errors import ReindreaderError, UnreadableFileError
from reindreader.ingest.formats import read_docx, read_epub, read_html, read_marked_pdf, read_odt, read_pdf, read_plain
from reindreader.ingest.pdf_highlights import FoundHighlight, found_highlights
from reindreader.model.articles import Article
from reindreader.pages import Told

MAX_BYTES = 50_000_000
"""The largest text that is read where the caller sets no other limit."""

MOST_BLOCKS = 250_000
"""The most paragraphs of one text: ten times the longest novels."""

Reader = Callable[..., Article]
_LOG = logging.getLogger(__name__)

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
    ".epub": read_epub,
    ".docx": read_docx,
    ".docm": read_docx,
    ".odt": read_odt,
    ".pdf": read_pdf,
}
"""The reader of each name ending; "" for all others."""

SUFFIXES = tuple(suffix for suffix in READERS if suffix)
"""The name endings of the files that can be read."""

SIGNATURES: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"%PDF-"), read_pdf),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL), read_epub),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text(?!-)", re.DOTALL), read_odt),
    (re.compile(rb"PK\x03\x04(?=.*word/document\.xml)", re.DOTALL), read_docx),
)
"""The readers of formats that a file's first bytes tell for certain, whatever its name."""

BEGINNINGS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
        ),
        read_html,
    ),
)
"""The readers of formats that first bytes suggest, for names whose ending is not in the table."""

UNREAD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""Formats that are known by their first bytes and have no reader."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gives: its article, and the highlights that readers left in it."""

    article: Article
    highlights: tuple[FoundHighlight, ...] = ()


def read_article(
    data: bytes, name: str, *, encoding: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article in the bytes of the file ``name``. ``url``: the address it was taken from. Raises as read_source."""
    return read_source(data, name, encoding=encoding, url=url, max_bytes=max_bytes).article


def read_source(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    url: str | None = None,
    password: str | None = None,
    told: Told | None = None,
    max_bytes: int = MAX_BYTES,
) -> Read:
    """All that the bytes of the file ``name`` give. ``told``: takes (pages read, pages) of a long file.

    Raises UnreadableFileError with the reason ``empty``, ``too-large``, ``format`` (known, but without a reader),
    ``binary``, ``encrypted`` or one of a reader's, and BadValueError for an ``encoding`` that there is not.
    """
    if not data:
        raise UnreadableFileError(Path(name), "empty")
    if len(data) > max_bytes:
        raise UnreadableFileError(Path(name), "too-large")
    try:
        read = _read(data, name, encoding=encoding, url=url, password=password, told=told)
    except ReindreaderError:
        raise
    except (
        Exception
    ) as error:  # the boundary to other people's parsers, which raise whatever a broken file leads them to
        _LOG.warning("a reader failed on %s", name, exc_info=error)
        raise UnreadableFileError(Path(name), "crash") from error
    if len(read.article.blocks) > MOST_BLOCKS:
        raise UnreadableFileError(Path(name), "too-many")
    return read


def _read(
    data: bytes, name: str, *, encoding: str | None, url: str | None, password: str | None, told: Told | None
) -> Read:
    reader = _reader(data, name)
    if reader is not read_pdf:
        return Read(reader(data, name, encoding=encoding, url=url))
    article, marked = read_marked_pdf(data, name, url=url, password=password, told=told)
    return Read(article, found_highlights(marked, article))


def _reader(data: bytes, name: str) -> Reader:
    ending = PurePath(name).suffix.lower()
    certain = _matching(SIGNATURES, data)
    named = READERS.get(ending or "?")
    if certain:
        return certain
    if named in {None, read_plain, read_html} and any(data.startswith(mark) for mark in UNREAD):
        raise UnreadableFileError(Path(name), "format")
    return named or _matching(BEGINNINGS, data) or READERS[""]


def _matching(table: tuple[tuple[re.Pattern[bytes], Reader], ...], data: bytes) -> Reader | None:
    return next((reader for form, reader in table if form.match(data)), None)
