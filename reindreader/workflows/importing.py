"""Importing: files, folders, addresses and DOIs into the library, one transaction each. A bad one is told of, and the next
one still comes in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reindreader.errors import ReindreaderError, UnreadableFileError, UnwritableError
from reindreader.fetching import doi_in, is_link
from reindreader.ingest import MAX_BYTES
from reindreader.library import Entry, Library
from reindreader.model.articles import Problem
from reindreader.model.claims import Claim
from reindreader.workflows.beside import Tell, told
from reindreader.workflows.bibliographies import BibliographyReport, import_bibliography, is_bibliography
from reindreader.workflows.fetching import Network, read_doi, read_link
from reindreader.workflows.folders import files_in
from reindreader.workflows.keying import key_maker
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.reading import Reading, bytes_of, read_bytes, read_file
from reindreader.workflows.rereading import take_newer


class State(StrEnum):
    """How the import of a source ended. ``older``: it is there, read from older bytes, and was left so."""

    ADDED = "added"
    HERE = "here"
    OLDER = "older"
    UPDATED = "updated"
    REFUSED = "refused"


class WhenChanged(StrEnum):
    """What to do with a source whose older bytes are in the library: leave them and tell, take the newer, or add a record."""

    TELL = "tell"
    UPDATE = "update"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """``encoding``: of texts, in place of the guess; ``password``: of locked files; ``max_bytes``: the largest source;
    ``archived``: the address of a kept copy, for an address that is read."""

    encoding: str | None = None
    password: str | None = None
    max_bytes: int = MAX_BYTES
    archived: str | None = None
    changed: WhenChanged = WhenChanged.TELL
    network: Network = field(default_factory=Network)


USUAL = ImportOptions()
Source = Path | str
"""A file or folder; or an address or a DOI, as words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``record`` and ``key``: of the library, None where it was refused with ``error``;
    ``highlights``: how many came with it; ``bibliography``: what a file of many records brought, ``record`` is its first."""

    name: str
    state: State
    record: int | None = None
    key: str | None = None
    problems: tuple[Problem, ...] = ()
    error: ReindreaderError | None = None
    highlights: int = 0
    bibliography: BibliographyReport | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of each source, in their order."""

    outcomes: tuple[Outcome, ...]

    def of(self, state: State) -> tuple[Outcome, ...]:
        """The sources that ended so."""
        return tuple(outcome for outcome in self.outcomes if outcome.state is state)

    @property
    def with_problems(self) -> tuple[Outcome, ...]:
        """The sources that were read, but not without problems."""
        return tuple(o for o in self.outcomes if o.state in {State.ADDED, State.UPDATED} and o.problems)


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
    unwritable: UnwritableError | None = None
    for number, one in enumerate(found):
        step = Progress(number, len(found), _shown(one))
        yield step
        try:
            if unwritable:
                raise unwritable
            done.append((yield from _imported(library, one, options, step)))
        except UnwritableError as error:
            unwritable = error
            done.append(_refused(one, error))
        except ReindreaderError as error:
            done.append(_refused(one, error))
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


def _refused(one: Source | UnreadableFileError, error: ReindreaderError) -> Outcome:
    return Outcome(_name(one), State.REFUSED, error=error)


def _imported(
    library: Library, one: Source | UnreadableFileError, options: ImportOptions, step: Progress
) -> Work[Outcome]:
    if isinstance(one, UnreadableFileError):
        raise one
    doi = doi_in(one) if isinstance(one, str) else None
    if doi:
        claims = yield from told(lambda tell: read_doi(doi, tell, options.network), step)
        return _described(library, claims, _name(one))
    if isinstance(one, Path) and is_bibliography(one):
        return (yield from _bibliography(library, one, options))
    reading = yield from told(_reader(one, options), step)
    return store(library, reading, _name(one), options.changed)


def _bibliography(library: Library, path: Path, options: ImportOptions) -> Work[Outcome]:
    """The records of a bibliography file; it is refused where not one of its entries could be read."""
    data = bytes_of(path, options.max_bytes)
    report = yield from import_bibliography(library, data, str(path), encoding=options.encoding)
    if not report.arrived:
        raise UnreadableFileError(path, "no-entries")
    first = (report.added or report.arrived)[0]
    state = State.ADDED if report.added else State.HERE
    return Outcome(str(path), state, first.record, first.key, report.problems, bibliography=report)


def _reader(source: Source, options: ImportOptions) -> Callable[[Tell], Reading]:
    if isinstance(source, Path):
        return lambda tell: read_file(
            source, encoding=options.encoding, password=options.password, max_bytes=options.max_bytes, tell=tell
        )
    return lambda tell: read_link(
        source,
        tell,
        archived=options.archived,
        password=options.password,
        encoding=options.encoding,
        max_bytes=options.max_bytes,
        network=options.network,
    )


def import_text(library: Library, text: str, name: str) -> Outcome:
    """Import a text that has no file, such as the clipboard's. Raises UnreadableFileError where it is empty."""
    if not text.strip():
        raise UnreadableFileError(Path(name), "empty")
    # Half a surrogate pair cannot be kept as UTF-8; no text that a program means to hand over has one.
    return store(library, read_bytes(text.encode("utf-8", "replace"), name, encoding="utf-8"), name)


def store(library: Library, reading: Reading, name: str, changed: WhenChanged = WhenChanged.TELL) -> Outcome:
    """Keep what was read. The same bytes again are the record that is there already."""
    state, record = _stored(library, reading, changed)
    new = state in {State.ADDED, State.UPDATED}
    problems = reading.article.problems if new else ()
    marks = len(reading.highlights) if new else 0
    return Outcome(name, state, record, library.get(record).key, problems, highlights=marks)


def _stored(library: Library, reading: Reading, changed: WhenChanged) -> tuple[State, int]:
    source = reading.article.source
    held = library.holding(source.sha256)
    if held is not None:
        return State.HERE, held
    older = library.read_from(source.origin) if source.origin else None
    if older is None or changed is WhenChanged.ADD:
        added = library.add(
            reading.article, reading.data, reading.claims, key_maker(library), highlights=reading.highlights
        )
        return State.ADDED, added
    if changed is WhenChanged.UPDATE:
        take_newer(library, older, reading)
        return State.UPDATED, older
    return State.OLDER, older


def _described(library: Library, claims: tuple[Claim, ...], name: str) -> Outcome:
    """Keep a record that has no text."""
    (record,) = library.add_records([Entry(claims)], key_maker(library))
    return Outcome(name, State.ADDED, record, library.get(record).key)
