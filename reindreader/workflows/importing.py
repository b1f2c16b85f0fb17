"""Importing: files into the library, one transaction a file. A bad file is told of, and the next one still comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reindreader.citing.keys import base_key, unique_key
from reindreader.errors import ReindreaderError, UnreadableFileError, UnwritableError
from reindreader.library import Library
from reindreader.model.articles import Problem
from reindreader.model.records import Record
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.reading import Reading, read_bytes, read_file


class State(StrEnum):
    """How the import of a file ended."""

    ADDED = "added"
    HERE = "here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. ``record`` and ``key``: of the library, None where it was refused with ``error``."""

    name: str
    state: State
    record: int | None = None
    key: str | None = None
    problems: tuple[Problem, ...] = ()
    error: ReindreaderError | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of each file, in their order."""

    outcomes: tuple[Outcome, ...]

    def of(self, state: State) -> tuple[Outcome, ...]:
        """The files that ended so."""
        return tuple(outcome for outcome in self.outcomes if outcome.state is state)

    @property
    def with_problems(self) -> tuple[Outcome, ...]:
        """The files that were read, but not without problems."""
        return tuple(outcome for outcome in self.of(State.ADDED) if outcome.problems)


def import_files(library: Library, paths: Sequence[Path], *, encoding: str | None = None) -> Work[ImportReport]:
    """Import files; those that are there already (the same bytes) are not added again.

    Where the library cannot be written, the rest is not tried: UnwritableError is the outcome of that file and of
    all after it.
    """
    outcomes: list[Outcome] = []
    unwritable: UnwritableError | None = None
    for number, path in enumerate(paths):
        yield Progress(number, len(paths), path.name)
        try:
            if unwritable:
                raise unwritable
            outcomes.append(store(library, read_file(path, encoding=encoding), str(path)))
        except UnwritableError as error:
            unwritable = error
            outcomes.append(Outcome(str(path), State.REFUSED, error=error))
        except ReindreaderError as error:
            outcomes.append(Outcome(str(path), State.REFUSED, error=error))
    yield Progress(len(paths), len(paths))
    return ImportReport(tuple(outcomes))


def import_text(library: Library, text: str, name: str) -> Outcome:
    """Import a text that has no file, such as the clipboard's. Raises UnreadableFileError where it is empty."""
    if not text.strip():
        raise UnreadableFileError(Path(name), "empty")
    # Half a surrogate pair cannot be kept as UTF-8; no text that a program means to hand over has one.
    return store(library, read_bytes(text.encode("utf-8", "replace"), name, encoding="utf-8"), name)


def make_key(record: Record, taken: Callable[[str], bool]) -> str:
    """A new citation key that is not taken."""
    return unique_key(base_key(record), taken)


def store(library: Library, reading: Reading, name: str) -> Outcome:
    """Keep what was read. The same bytes again are the record that is there already."""
    held = library.holding(reading.article.source.sha256)
    state = State.ADDED if held is None else State.HERE
    record = held or library.add(reading.article, reading.data, reading.claims, make_key)
    return Outcome(name, state, record, library.get(record).key, reading.article.problems)
