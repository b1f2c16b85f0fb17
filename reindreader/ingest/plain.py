"""Plain text and Markdown: lines become blocks by their form and place alone.

Who a line credits is not known here (that is ``attribution``'s); a line that may be a credit stays what its form says.
"""

import hashlib
from pathlib import Path, PurePath

from reindreader.errors import UnreadableFileError
from reindreader.ingest.blocks import blocks_of
from reindreader.ingest.decoding import decode
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.text import BlockKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}


LARGE = 500_000
"""Bytes from which a text is read in the worker process, where time and memory have their limits."""
LIMITS = Limits(seconds=20.0)


def read_plain(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The article in a plain text.

    Raises UnreadableFileError: ``binary``, ``empty``; of a large one also ``slow``, ``memory`` and ``crash``.
    """
    if len(data) < LARGE:
        return plain_article(data, name, encoding, url)
    try:
        return in_worker(LIMITS, plain_article, data, name, encoding, url)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(name), error.reason) from error


def plain_article(data: bytes, name: str, encoding: str | None = None, url: str | None = None) -> Article:
    """The same in this process."""
    text, taken, problems = decode(data, encoding)
    if any(problem.kind is ProblemKind.BINARY for problem in problems):
        raise UnreadableFileError(Path(name), "binary")
    if not text.strip():
        raise UnreadableFileError(Path(name), "empty")
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "text/plain")
    blocks = blocks_of(text, markdown=media_type == "text/markdown")
    if not any(block.kind is BlockKind.HEADING and block.level == 0 for block in blocks):
        problems = (*problems, Problem(ProblemKind.NO_TITLE))
    source = Source(name, media_type, hashlib.sha256(data).hexdigest(), len(data), taken, url)
    return Article(text, blocks, source, problems=problems)
