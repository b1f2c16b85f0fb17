"""Export: records of the library as a file, written whole or not at all, and what it leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reindreader.citing.losses import Tally
from reindreader.citing.options import STANDARD, ExportOptions, Job, Marked, Order
from reindreader.citing.ordering import sort_key
from reindreader.library import Library
from reindreader.library.whole import whole_file
from reindreader.model.records import Record
from reindreader.workflows.highlighting import anchored, locator_of
from reindreader.workflows.loss_words import LossWords, loss_words
from reindreader.workflows.places import cache_folder
from reindreader.workflows.progress import Progress, Work

if TYPE_CHECKING:
    from reindreader.citing.formats import Entries, Format

__all__ = [
    "ExportOptions",
    "ExportPreview",
    "ExportReport",
    "Order",
    "export",
    "export_bytes",
    "export_preview",
    "export_text",
    "known_formats",
    "loss_report",
]
_STEP = 256
"""Records between two words on progress."""


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


def known_formats() -> "Mapping[str, Format]":
    """Format id -> format, in the order in which they are offered. Their writers are loaded when first asked for."""
    from reindreader.citing.formats import FORMATS  # noqa: PLC0415  here and below: no window needs them to open

    return FORMATS


class _Count:
    """The records that went by, and what they lose."""

    def __init__(self, form: str, job: Job) -> None:
        self.form, self.job = form, job
        self.done = 0
        self.tally = Tally()

    def watch(self, entries: "Entries") -> Iterator[tuple[str, Record]]:
        """The same entries."""
        from reindreader.citing.formats import count_losses  # noqa: PLC0415

        for key, record in entries:
            count_losses(self.tally, record, self.form, self.job)
            self.done += 1
            yield key, record


def export(
    library: Library, ids: Sequence[int], form: str, path: Path, options: ExportOptions = STANDARD
) -> Work[ExportReport]:
    """Write the records to the file. Raises UnwritableError, and of a style that is not there UnknownStyleError; then,
    and when closed, the file is what it was.

    ``form``: a key of ``known_formats()``.
    """
    from reindreader.citing.formats import write_bytes  # noqa: PLC0415

    ordered = in_order(library, ids, options)
    count = _Count(form, _job(library, ordered, form, options))
    with whole_file(path) as file:
        for piece in write_bytes(count.watch(library.entries(ordered)), form, count.job):
            file.write(piece)
            yield Progress(count.done, len(ids), path.name)
    return ExportReport(count.done, loss_words(count.tally))


def export_text(library: Library, ids: Sequence[int], form: str, options: ExportOptions = STANDARD) -> Iterator[str]:
    """The file's text, piece by piece; of a Word or OpenDocument file the text in it."""
    from reindreader.citing.formats import write  # noqa: PLC0415

    ordered = in_order(library, ids, options)
    yield from write(library.entries(ordered), form, _job(library, ordered, form, options))


def export_bytes(library: Library, ids: Sequence[int], form: str, options: ExportOptions = STANDARD) -> Iterator[bytes]:
    """The file itself, piece by piece."""
    from reindreader.citing.formats import write_bytes  # noqa: PLC0415

    ordered = in_order(library, ids, options)
    yield from write_bytes(library.entries(ordered), form, _job(library, ordered, form, options))


def export_preview(
    library: Library, ids: Sequence[int], form: str, options: ExportOptions = STANDARD, *, limit: int = 20
) -> ExportPreview:
    """The first entries and what they lose.

    Of more than some thousand records the first that are selected are shown, in the chosen order among themselves: to
    find the first by another order, all would have to be read.
    """
    from reindreader.citing.formats import write  # noqa: PLC0415

    some = in_order(library, ids if len(ids) <= _ORDERED_AT_ONCE else ids[:limit], options)[:limit]
    count = _Count(form, _job(library, ids, form, options))
    text = "".join(write(count.watch(library.entries(some)), form, count.job))
    return ExportPreview(text, len(ids), len(some), loss_words(count.tally))


_ORDERED_AT_ONCE = 2000


def loss_report(
    library: Library, ids: Sequence[int], form: str, options: ExportOptions = STANDARD
) -> Work[tuple[LossWords, ...]]:
    """What all the records lose, before anything is written."""
    count = _Count(form, _job(library, ids, form, options))
    for _entry in count.watch(library.entries(ids)):
        if count.done % _STEP == 0:
            yield Progress(count.done, len(ids), form)
    return loss_words(count.tally)


def in_order(library: Library, ids: Sequence[int], options: ExportOptions) -> Sequence[int]:
    """The ids in the order in which their records are written; ids that are gone are left out of a sorted one."""
    if options.order is Order.SELECTED or len(ids) < 2:
        return ids
    keyed = [(sort_key(options.order, key, record), number) for number, key, record in _numbered(library, ids)]
    return [number for _key, number in sorted(keyed)]


def _numbered(library: Library, ids: Sequence[int]) -> Iterator[tuple[int, str, Record]]:
    """Id, key and record of those that are there."""
    for start in range(0, len(ids), _STEP):
        some = ids[start : start + _STEP]
        found = list(library.entries(some))
        if len(found) == len(some):
            yield from ((number, *entry) for number, entry in zip(some, found, strict=True))
        else:
            yield from ((number, *entry) for number in some for entry in library.entries([number]))


def _job(library: Library, ids: Sequence[int], form: str, options: ExportOptions) -> Job:
    from reindreader.citing.formats import Group  # noqa: PLC0415

    chosen = known_formats()[form]
    there = frozenset(ids) if chosen.links else frozenset()
    if chosen.group is Group.HIGHLIGHTS:
        return Job(options, there, lambda key: _marked(library, key))
    return Job(options, there, cache_folder=cache_folder())


def _marked(library: Library, key: str) -> tuple[Marked, ...]:
    """The highlights of a record, each with the number of its paragraph."""
    record = library.by_key(key).id
    if not library.highlights(record):
        return ()
    article = library.article(record)
    return tuple(
        Marked(highlight, locator_of(article, highlight.quote)) for highlight in anchored(library, record, article)
    )
