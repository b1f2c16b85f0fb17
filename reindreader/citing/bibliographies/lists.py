"""The list of references that a document is made of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reindreader.citing.citations import bibliography
from reindreader.citing.options import Job
from reindreader.citing.sheets import writable
from reindreader.csl import Entry, Run
from reindreader.model.records import Record

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. ``number``: what a style puts into the margin; ``language``: of the work, BCP 47, None if unknown."""

    key: str
    number: tuple[Run, ...]
    runs: tuple[Run, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class References:
    """Entries in the style's order. ``hanging``: the second and later lines are indented; ``spacing``: between lines;
    ``gap``: lines between entries; ``unprinted``: keys of records that the style prints nothing for."""

    entries: tuple[Reference, ...]
    hanging: bool
    spacing: int
    gap: int
    language: str
    unprinted: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether entries begin with something in the margin."""
        return any(entry.number for entry in self.entries)


def references(entries: Iterable[tuple[str, Record]], job: Job) -> References:
    """The list. All records are held: what one entry says may depend on another (2015a, 2015b).

    Raises UnknownStyleError and BadStyleError.
    """
    records = list(entries)
    made = bibliography(records, job.options.style, language=job.options.language, cache_folder=job.cache_folder)
    languages = {key: record.language for key, record in records}
    printed = {entry.item_id for entry in made.entries}
    return References(
        tuple(_reference(entry, languages.get(entry.item_id)) for entry in made.entries),
        made.hanging_indent,
        max(made.line_spacing, 1),
        made.entry_spacing,
        job.options.language or "en",
        tuple(key for key, _record in records if key not in printed),
    )


def right_to_left(language: str | None) -> bool:
    """Whether a language is written from right to left."""
    return (language or "").partition("-")[0].lower() in _RIGHT_TO_LEFT


def _reference(entry: Entry, language: str | None) -> Reference:
    runs = tuple(_written(run) for run in entry.output.runs)
    margin = tuple(run for run in runs if run.display == "left-margin")
    return Reference(entry.item_id, margin, tuple(run for run in runs if run.display != "left-margin"), language)


def _written(run: Run) -> Run:
    text = writable(run.text)
    return run if text == run.text else replace(run, text=text)
