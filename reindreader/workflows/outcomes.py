"""What becomes of the sources of an import."""

from dataclasses import dataclass
from enum import StrEnum

from reindreader.errors import ReindreaderError
from reindreader.model.articles import Problem
from reindreader.workflows.bibliographies import BibliographyReport
from reindreader.workflows.identity import Alike


class State(StrEnum):
    """How the import of a source ended. ``joined``: its text is that of a record which was there without one; ``older``: it is
    there, read from older bytes, and was left so."""

    ADDED = "added"
    JOINED = "joined"
    HERE = "here"
    OLDER = "older"
    UPDATED = "updated"
    REFUSED = "refused"


NEW = frozenset({State.ADDED, State.JOINED, State.UPDATED})
"""The states of sources whose text came in."""


class WhenChanged(StrEnum):
    """What to do with a source whose older bytes are in the library: leave them and tell, take the newer, or add a record."""

    TELL = "tell"
    UPDATE = "update"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``record`` and ``key``: of the library, None where it was refused with ``error``;
    ``highlights``: how many came with it; ``bibliography``: what a file of many records brought, ``record`` is its first;
    ``alike``: a record that was there with the same DOI or address, for ``joined`` the one that it joined."""

    name: str
    state: State
    record: int | None = None
    key: str | None = None
    problems: tuple[Problem, ...] = ()
    error: ReindreaderError | None = None
    highlights: int = 0
    bibliography: BibliographyReport | None = None
    alike: Alike | None = None


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
        return tuple(o for o in self.outcomes if o.state in NEW and o.problems)

    @property
    def beside_others(self) -> tuple[Outcome, ...]:
        """The sources that came in as records of their own, though others have the same DOI or address."""
        return tuple(o for o in self.outcomes if o.state is State.ADDED and o.alike)
