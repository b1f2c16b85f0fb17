"""From a file to what is known of it, without storing anything."""

import logging
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reindreader.anchoring import quote_of
from reindreader.errors import UnreadableFileError
from reindreader.ingest import MAX_BYTES, read_source
from reindreader.ingest.pdf_highlights import FoundHighlight
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.highlights import Highlight
from reindreader.model.records import Record
from reindreader.model.written import WrittenArticle
from reindreader.pages import Limits, WorkerFailedError, in_worker, in_worker_told
from reindreader.workflows.beside import Tell
from reindreader.workflows.progress import Part, Unit

if TYPE_CHECKING:
    from reindreader.attribution import Attribution

READER = 4
"""The version of what reads texts and finds their facts. Raise it with a change that reads the same bytes otherwise:
texts that an older one read can then be read again."""


LONG = 500_000
"""Letters from which a text counts as long."""
LIMITS = Limits(seconds=20.0)

WHOLE, WHOLE_PDF, WHOLE_SECONDS = 16_000_000, 1_000_000, (4.0, 9.0)
"""Bytes up to which a file is read in the worker from first to last, and the least and the most time that this may take:
many times what it does take. What is not done then, and what is larger, is read part by part, each with a limit of its
own, by this process. The pages of a long PDF have a limit of their own anyway."""
_SECONDS_PER_BYTE = 3e-6

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """An article, the claims about it, the highlights that its file holds, and the bytes that all were read from."""

    written: WrittenArticle
    claims: tuple[Claim, ...]
    data: bytes
    highlights: tuple[Highlight, ...] = ()

    @cached_property
    def article(self) -> Article:
        """The article: most readings are only kept, as they came from the worker."""
        return self.written.read()

    @cached_property
    def record(self) -> Record:
        """What the claims add up to."""
        return record_of(self.claims)

    def with_source(self, source: Source) -> "Reading":
        """The same, with more said of where it comes from."""
        return replace(self, written=replace(self.written, source=source))


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    url: str | None = None,
    password: str | None = None,
    max_bytes: int = MAX_BYTES,
    tell: Tell | None = None,
) -> Reading:
    """Read the bytes of the file ``name``; ``encoding`` overrides what the bytes say; ``password``: of a locked file.

    ``tell``: takes how many pages are read. Raises UnreadableFileError and BadValueError.
    """
    if len(data) <= min(WHOLE_PDF if data.startswith(b"%PDF") else WHOLE, max_bytes):
        try:
            least, most = WHOLE_SECONDS
            limits = Limits(seconds=min(most, max(least, len(data) * _SECONDS_PER_BYTE)))
            args = data, name, encoding, url, password
            return replace(in_worker_told(limits, tell or _nobody, _read_whole, *args), data=data)
        except WorkerFailedError:
            _LOG.info("%s is read again, each part of the work within its own limits", name)
        except UnreadableFileError as error:
            if error.reason not in {"crash", "slow", "memory"}:
                raise
    return _read_bytes(data, name, encoding, url, password, max_bytes, tell)


def _read_whole(
    data: bytes, name: str, encoding: str | None, url: str | None, password: str | None, *, told: Tell
) -> Reading:
    """In the worker: all that is read of a file but its bytes, which are known where it is asked for."""
    return replace(_read_bytes(data, name, encoding, url, password, MAX_BYTES, told), data=b"")


def _nobody(_part: Part) -> None:
    return


def _read_bytes(
    data: bytes,
    name: str,
    encoding: str | None,
    url: str | None,
    password: str | None,
    max_bytes: int,
    tell: Tell | None,
) -> Reading:
    read = read_source(
        data, name, encoding=encoding, url=url, password=password, told=_pages(tell), max_bytes=max_bytes
    )
    found = attributed(read.article)
    article = replace(found.article, reader=READER, source=_said(found.article.source, encoding))
    highlights = tuple(_highlights(article, read.highlights))
    lost = sum(mark.span is None for mark in read.highlights)
    if lost:
        problem = Problem(ProblemKind.NOTES_LOST, detail=str(lost))
        article = replace(article, problems=(*article.problems, problem))
    return Reading(WrittenArticle.of(article), found.claims, data, highlights)


def attributed(article: Article) -> "Attribution":
    """The article's attribution. That of a long one is sought in the worker process, where time has its limit. A text that
    leads our rules astray is a text all the same: it comes in, and says what was not done."""
    from reindreader.attribution import Attribution  # noqa: PLC0415  what reads credits is the worker's, mostly

    try:
        return _attributed(article)
    except Exception as error:  # noqa: BLE001  the boundary to rules that meet whatever people write
        if not isinstance(error, WorkerFailedError):
            _LOG.warning("no credits were read in %s", article.source.name, exc_info=error)
        problem = Problem(ProblemKind.NOT_SEARCHED)
        return Attribution(replace(article, problems=(*article.problems, problem)), article.declared)


def _attributed(article: Article) -> "Attribution":
    from reindreader.attribution import Attribution, attribute  # noqa: PLC0415

    if len(article.text) < LONG:
        return attribute(article)
    bare = replace(article, pages=(), images=(), marks=())  # nothing of who made it stands there
    found = in_worker(LIMITS, attribute, bare)
    whole = replace(article, blocks=found.article.blocks, language=found.article.language)
    return Attribution(whole, found.claims)


def read_file(
    path: Path,
    *,
    encoding: str | None = None,
    url: str | None = None,
    password: str | None = None,
    max_bytes: int = MAX_BYTES,
    tell: Tell | None = None,
) -> Reading:
    """Read a file; ``url``: the address that it was saved from. Raises UnreadableFileError with path and reason."""
    data = bytes_of(path, max_bytes)
    return read_data(data, path, encoding=encoding, url=url, password=password, max_bytes=max_bytes, tell=tell)


def read_data(
    data: bytes,
    path: Path,
    *,
    encoding: str | None = None,
    url: str | None = None,
    password: str | None = None,
    max_bytes: int = MAX_BYTES,
    tell: Tell | None = None,
) -> Reading:
    """The same for a file whose bytes are at hand."""
    try:
        reading = read_bytes(
            data, kept(path.name), encoding=encoding, url=url, password=password, max_bytes=max_bytes, tell=tell
        )
    except UnreadableFileError as error:
        raise UnreadableFileError(path, error.reason) from error
    return reading.with_source(replace(reading.written.source, path=kept(str(path.absolute()))))


def kept(name: str) -> str:
    """A file's name as it can be stored: bytes that are no UTF-8 are shown as �."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _pages(tell: Tell | None) -> Callable[[tuple[int, int]], None] | None:
    return None if tell is None else lambda step: tell(Part(step[0], step[1], Unit.PAGES))


def _said(source: Source, encoding: str | None) -> Source:
    if encoding is None or source.encoding is None:
        return source
    return replace(source, encoding=replace(source.encoding, given=True))


def _highlights(article: Article, found: Iterable[FoundHighlight]) -> Iterable[Highlight]:
    """Those that lie on words, each once."""
    seen = set()
    for mark in found:
        if mark.span is not None and len(mark.span):
            note = mark.highlight.note.replace("\r\n", "\n").replace("\r", "\n").strip()
            highlight = Highlight(quote_of(article.text, mark.span), mark.colour, note)
            if (mark.span, highlight.colour, note) not in seen:
                seen.add((mark.span, highlight.colour, note))
                yield highlight


def bytes_of(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file. Raises UnreadableFileError; nothing is read of devices and of what is larger than the limit."""
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
