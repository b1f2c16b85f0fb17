"""Importing: files, folders, addresses and DOIs into the library. A bad one is told of, and the next one still comes in.

Files are read ahead, several at once, and stored some at a time: an outcome is told when it is on the disk.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from reindreader.citing.identity import plain_doi
from reindreader.errors import ReindreaderError, UnreadableFileError
from reindreader.fetching import doi_in, is_link
from reindreader.ingest import MAX_BYTES
from reindreader.library import Entry, Library
from reindreader.model.claims import Claim
from reindreader.workflows.beside import Tell, told
from reindreader.workflows.bibliographies import import_bibliography
from reindreader.workflows.bibliography_reading import is_bibliography
from reindreader.workflows.fetching import Network, read_doi, read_link
from reindreader.workflows.folders import files_in
from reindreader.workflows.intake import Arrived, Intake, keep, refused
from reindreader.workflows.keying import key_maker
from reindreader.workflows.outcomes import ImportReport, Outcome, State, WhenChanged
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.reading import Reading, bytes_of, read_bytes, read_data
from reindreader.workflows.reading_ahead import Ahead


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """``encoding``: of texts, in place of the guess; ``password``: of locked files; ``max_bytes``: the largest source;
    ``archived``: the address of a kept copy, for an address that is read; ``workers``: how many files are read at once at
    most, None for as many as the system has processors and memory for."""

    encoding: str | None = None
    password: str | None = None
    max_bytes: int = MAX_BYTES
    archived: str | None = None
    changed: WhenChanged = WhenChanged.TELL
    network: Network = field(default_factory=Network)
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A file that is in the library already, by its bytes: it is not read again."""

    sha256: str


_Found = Reading | _Known | None
"""What a file gives; None for a bibliography, of which each entry is for the library to see."""

USUAL = ImportOptions()
Source = Path | str
"""A file or folder; or an address or a DOI, as words."""


def import_files(
    library: Library,
    sources: Sequence[Source],
    options: ImportOptions = USUAL,
    *,
    outcomes: list[Outcome] | None = None,
) -> Work[ImportReport]:
    """Import files, the files of folders, addresses and DOIs; the same bytes are not added again.

    ``outcomes``: takes each outcome as soon as it is known, for those who may give up before the report. Where the library
    cannot be written, the rest is not tried: UnwritableError is the outcome of that source and of all after it.
    """
    done = [] if outcomes is None else outcomes
    found = [one for source in sources for one in _found(source)]
    intake = Intake(library, options.changed, done)
    paths = [one for one in found if isinstance(one, Path)]
    ahead = Ahead(paths, partial(_read, options, library.hashes() if paths else frozenset()), options.workers)
    try:
        for one in found:
            step = Progress(len(done), len(found), _shown(one))
            yield step
            try:
                yield from _taken_in(library, one, ahead, intake, options, step)
            except ReindreaderError as error:
                intake.tell(refused(_name(one), error))
        intake.store()
    finally:
        ahead.close()
    yield Progress(len(found), len(found))
    return ImportReport(tuple(done))


def _found(source: Source) -> Iterable[Source | UnreadableFileError]:
    return files_in(source) if isinstance(source, Path) else (source,)


def source_of(words: str) -> Source:
    """What a user means who gives these words: an address or a DOI, else a file or folder (one that is there is meant first)."""
    named, path = named_source(words), Path(words)
    return named if named is not None and not path.exists() else path


def named_source(words: str) -> str | None:
    """The address or DOI that the words are, None for other words."""
    return words.strip() if is_link(words) or doi_in(words) else None


def _shown(one: Source | UnreadableFileError) -> str:
    return one if isinstance(one, str) else one.name if isinstance(one, Path) else one.path.name


def _name(one: Source | UnreadableFileError) -> str:
    return str(one.path if isinstance(one, UnreadableFileError) else one)


def _taken_in(
    library: Library,
    one: Source | UnreadableFileError,
    ahead: Ahead[Path, _Found],
    intake: Intake,
    options: ImportOptions,
    step: Progress,
) -> Work[None]:
    if intake.unwritable:
        raise intake.unwritable
    if isinstance(one, UnreadableFileError):
        raise one
    if isinstance(one, Path):
        yield from _file_taken_in(
            library, one, (yield from _meanwhile(intake, ahead.take(step))), intake, options, step
        )
    elif doi := doi_in(one):
        intake.store()
        intake.tell((yield from _registered(library, one, doi, options, step)))
    else:
        intake.take(_name(one), (yield from told(partial(_read_link, one, options), step)))


def _meanwhile(intake: Intake, work: Work[_Found]) -> Work[_Found]:
    """The same work; while it waits, what has arrived does not wait with it."""
    while True:
        try:
            step = next(work)
        except StopIteration as stop:
            found: _Found = stop.value
            return found
        intake.store_what_waits_long()
        yield step


def _file_taken_in(
    library: Library, path: Path, found: _Found, intake: Intake, options: ImportOptions, step: Progress
) -> Work[None]:
    if found is None:
        intake.store()
        intake.tell((yield from _bibliography(library, path, options)))
    elif isinstance(found, Reading):
        intake.take(str(path), found)
    elif (record := library.holding([found.sha256]).get(found.sha256)) is not None:
        intake.tell(_here(library, record, str(path)))
    else:  # its record was put into the bin
        reading = yield from told(lambda tell: _read_data(options, bytes_of(path, options.max_bytes), path, tell), step)
        intake.take(str(path), reading)


def _read(options: ImportOptions, known: Collection[str], path: Path, tell: Tell) -> _Found:
    if is_bibliography(path):
        return None
    data = bytes_of(path, options.max_bytes)
    sha256 = hashlib.sha256(data).hexdigest()
    return _Known(sha256) if sha256 in known else _read_data(options, data, path, tell)


def _read_data(options: ImportOptions, data: bytes, path: Path, tell: Tell) -> Reading:
    return read_data(
        data, path, encoding=options.encoding, password=options.password, max_bytes=options.max_bytes, tell=tell
    )


def _registered(library: Library, words: str, doi: str, options: ImportOptions, step: Progress) -> Work[Outcome]:
    """The record of a DOI: the one that is there already, else what is registered for it."""
    here = _with_doi(library, doi)
    if here is not None:
        return _here(library, here, words)
    claims = yield from told(lambda tell: read_doi(doi, tell, options.network), step)
    named = next((str(claim.value) for claim in claims if claim.field == "variable.DOI"), doi)
    here = _with_doi(library, named)  # a work may have several
    return _described(library, claims, words) if here is None else _here(library, here, words)


def _with_doi(library: Library, doi: str) -> int | None:
    """The first record of the DOI, in whichever form it is written."""
    return next((one.record for one in library.known_by([plain_doi(doi)], [])), None)


def _here(library: Library, record: int, name: str) -> Outcome:
    return Outcome(name, State.HERE, record, library.keys_of([record]).get(record))


def _read_link(address: str, options: ImportOptions, tell: Tell) -> Reading:
    return read_link(
        address,
        tell,
        archived=options.archived,
        password=options.password,
        encoding=options.encoding,
        max_bytes=options.max_bytes,
        network=options.network,
    )


def _bibliography(library: Library, path: Path, options: ImportOptions) -> Work[Outcome]:
    """The records of a bibliography file; it is refused where not one of its entries could be read."""
    data = bytes_of(path, options.max_bytes)
    report = yield from import_bibliography(library, data, str(path), encoding=options.encoding)
    if not report.arrived:
        raise UnreadableFileError(path, "no-entries")
    first = (report.added or report.arrived)[0]
    state = State.ADDED if report.added else State.HERE
    return Outcome(str(path), state, first.record, first.key, report.problems, bibliography=report)


def import_text(library: Library, text: str, name: str) -> Outcome:
    """Import a text that has no file, such as the clipboard's. Raises UnreadableFileError where it is empty."""
    if not text.strip():
        raise UnreadableFileError(Path(name), "empty")
    # Half a surrogate pair cannot be kept as UTF-8; no text that a program means to hand over has one.
    reading = read_bytes(text.encode("utf-8", "replace"), name, encoding="utf-8")
    (outcome,) = keep(library, [Arrived(name, reading)], WhenChanged.TELL)
    return outcome


def _described(library: Library, claims: tuple[Claim, ...], name: str) -> Outcome:
    """Keep a record that has no text."""
    (record,) = library.add_records([Entry(claims)], key_maker(library))
    return Outcome(name, State.ADDED, record, library.get(record).key)
