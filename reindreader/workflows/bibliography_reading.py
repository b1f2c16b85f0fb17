"""Which files are bibliographies, and what is in them; a large one is read in the worker process."""

import codecs
import copyreg
import logging
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from reindreader.citing.reading.detection import form_of
from reindreader.citing.reading.encodings import encoding_said, told_by_letters
from reindreader.citing.reading.values import Bibliography
from reindreader.errors import BadValueError
from reindreader.ingest.decoding import decode
from reindreader.model.articles import Problem, ProblemKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

_HEAD = 65_536
BIBLIOGRAPHY_SUFFIXES = (".bib", ".bibtex", ".biblatex", ".ris", ".enw", ".rdf", ".mods")
"""Names of files that are bibliographies, whatever is in them."""

_SUFFIXES = frozenset({".bib", ".bibtex", ".biblatex", ".ris", ".enw", ".json", ".xml", ".rdf", ".mods", ".txt", ""})
"""Names of files that are looked into: those of other formats are no bibliographies."""

_LARGE = 100_000
"""Bytes that are read in a tenth of a second: to wake the worker for less takes longer."""

_SECONDS, _BYTES_A_SECOND = 10.0, 50_000
"""The time that a large file may take in the worker: a multiple of what it does take."""

_LOG = logging.getLogger(__name__)
Found = tuple[Bibliography, tuple[Problem, ...]]
"""The entries, and what was wrong with the encoding."""


def bibliography_form(data: bytes, name: str) -> str | None:
    """Which bibliography format a file is of, None for an article; the first 64 KiB are enough."""
    if Path(name).suffix.lower() not in _SUFFIXES:
        return None
    return form_of(_beginning(data[:_HEAD]), name)


def _beginning(head: bytes) -> str:
    """A file's beginning as far as its form shows there, which is told in ASCII: to guess an encoding would take longer than
    to read the file."""
    wide = b"\0" in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return _decoded(head)[0] if wide else head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def is_bibliography(path: Path) -> bool:
    """Whether a file is a bibliography; False where it cannot be read."""
    try:
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():  # opening a pipe would wait for ever
            return False
        with path.open("rb") as file:
            return bibliography_form(file.read(_HEAD), path.name) is not None
    except (OSError, ValueError):
        return False


def _decoded(data: bytes, encoding: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text: by the user's word, by that of the file where its bytes agree, else as texts are guessed."""
    said = None if encoding else encoding_said(data)
    if said:
        try:
            return data.decode(said), ()
        except (LookupError, ValueError):
            pass
    told = None if encoding else told_by_letters(data)
    if told:
        return told[0], (Problem(ProblemKind.ENCODING_GUESSED, detail=told[1]),)
    text, _, problems = decode(data, encoding)
    return text, problems


def read_bibliography(data: bytes, name: str, *, encoding: str | None = None) -> Found:
    """The entries of a file of any of the formats. Raises BadValueError where it is of none."""
    from reindreader.citing.reading.forms import TREES, read_text, read_tree  # noqa: PLC0415  with other people's parsers

    text, problems = _decoded(data, encoding)
    form = form_of(text, name)
    if form is None:
        raise BadValueError("bibliography", name, "bibliography")
    return (read_tree(data, form), ()) if form in TREES else (read_text(text, form), problems)


def read_large(data: bytes, name: str, encoding: str | None = None) -> Found:
    """The same; of a large file in the worker, so that a window beside stays fluid. What fails there is tried here."""
    if len(data) > _LARGE:
        limits = Limits(seconds=_SECONDS + len(data) / _BYTES_A_SECOND)
        try:
            return in_worker(limits, _read_there, data, name, encoding)
        except WorkerFailedError as error:
            _LOG.info("%s is read again, here: %s", name, error)
    return read_bibliography(data, name, encoding=encoding)


def _read_there(data: bytes, name: str, encoding: str | None) -> Found:
    copyreg.pickle(MappingProxyType, _taken_apart)  # records have some; pickles know none
    return read_bibliography(data, name, encoding=encoding)


_Proxy = MappingProxyType[str, str]


def _taken_apart(own: _Proxy) -> tuple[Callable[[dict[str, str]], _Proxy], tuple[dict[str, str]]]:
    return _put_together, (dict(own),)


def _put_together(own: dict[str, str]) -> _Proxy:
    return MappingProxyType(own)
