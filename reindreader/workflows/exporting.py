"""Export: records of the library as a bibliography file, written whole or not at all, and what it leaves out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reindreader.citing.formats import FORMATS, Entries, losses, write
from reindreader.citing.losses import Loss
from reindreader.library import Library
from reindreader.library.whole import whole_file
from reindreader.model.records import Record
from reindreader.workflows.loss_words import LossWords, loss_words
from reindreader.workflows.progress import Progress, Work

__all__ = ["FORMATS", "ExportPreview", "ExportReport", "export", "export_preview", "export_text"]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """``entries``: how many were written; ``losses``: what the format leaves out or rewords, in words."""

    entries: int
    losses: tuple[LossWords, ...]


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """The beginning of the file as it will be written. ``entries``: of the whole file; ``shown``: of the text."""

    text: str
    entries: int
    shown: int
    losses: tuple[LossWords, ...]


def export(library: Library, ids: Sequence[int], form: str, path: Path) -> Work[ExportReport]:
    """Write the records to the file. Raises UnwritableError; then, and when closed, the file is what it was.

    ``form``: a key of ``FORMATS``.
    """
    found: Counter[Loss] = Counter()
    done = Counter[str]()
    with whole_file(path) as file:
        for piece in write(_counted(library.entries(ids), form, found, done), form):
            file.write(piece.encode("utf-8", "replace"))
            yield Progress(done.total(), len(ids), path.name)
    return ExportReport(done.total(), loss_words(found))


def export_text(library: Library, ids: Sequence[int], form: str) -> Iterator[str]:
    """The file's text, piece by piece."""
    yield from write(library.entries(ids), form)


def export_preview(library: Library, ids: Sequence[int], form: str, *, limit: int = 20) -> ExportPreview:
    """The first entries and what they lose."""
    found: Counter[Loss] = Counter()
    some = ids[:limit]
    text = "".join(write(_counted(library.entries(some), form, found, Counter()), form))
    return ExportPreview(text, len(ids), len(some), loss_words(found))


def _counted(entries: Entries, form: str, found: Counter[Loss], done: Counter[str]) -> Iterator[tuple[str, Record]]:
    for key, record in entries:
        found.update(losses(record, form))
        done[key] += 1
        yield key, record
