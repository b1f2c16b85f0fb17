"""Texts that were read come into the library some at a time, in one transaction, which costs a third of one for each.

What became of a text is told when it is on the disk, so that what was told is never lost.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reindreader.errors import ReindreaderError, UnwritableError
from reindreader.library import Entry, Library
from reindreader.workflows.identity import Alike, alike, identities
from reindreader.workflows.keying import key_maker
from reindreader.workflows.outcomes import NEW, Outcome, State, WhenChanged
from reindreader.workflows.reading import Reading
from reindreader.workflows.rereading import put_text, take_newer

_MOST, _MOST_BYTES = 64, 16_000_000
_LONGEST = 0.5
"""Seconds that a text may wait for others."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrived:
    """A text, and the name that its source was given by."""

    name: str
    reading: Reading

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return self.reading.written.source.sha256

    @property
    def origin(self) -> str:
        """The path or address it came from, "" for none."""
        return self.reading.written.source.origin or ""


class Intake:
    """Gathers what arrives. ``outcomes``: of the sources, in the order in which they came, each when it is certain."""

    def __init__(self, library: Library, changed: WhenChanged, outcomes: list[Outcome]) -> None:
        self._library, self._changed, self._outcomes = library, changed, outcomes
        self._waiting: list[Arrived | Outcome] = []
        self._bytes, self._since = 0, 0.0
        self.unwritable: UnwritableError | None = None
        """Why the library could not be written."""

    def take(self, name: str, reading: Reading) -> None:
        """Keep a text with the next ones."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(Arrived(name, reading))
        self._bytes += len(reading.data)
        self.store_what_waits_long()

    def tell(self, outcome: Outcome) -> None:
        """Say what became of a source that brought no text: after those before it."""
        if isinstance(outcome.error, UnwritableError):
            self.unwritable = outcome.error
        (self._waiting if self._waiting else self._outcomes).append(outcome)
        self.store_what_waits_long()

    def store_what_waits_long(self) -> None:
        """Keep all that waits, where that is much, or has waited for others long enough."""
        if not self._waiting:
            return
        waited = time.monotonic() - self._since
        if len(self._waiting) >= _MOST or self._bytes >= _MOST_BYTES or waited >= _LONGEST:
            self.store()

    def store(self) -> None:
        """Keep all that waits. Where that cannot be done together, each is tried alone."""
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        arrived = [one for one in waiting if isinstance(one, Arrived)]
        try:
            stored = iter(keep(self._library, arrived, self._changed))
            self._outcomes += [one if isinstance(one, Outcome) else next(stored) for one in waiting]
        except ReindreaderError:
            self._outcomes += [one if isinstance(one, Outcome) else self._alone(one) for one in waiting]

    def _alone(self, arrived: Arrived) -> Outcome:
        if self.unwritable:
            return refused(arrived.name, self.unwritable)
        try:
            return keep(self._library, [arrived], self._changed)[0]
        except UnwritableError as error:
            self.unwritable = error
            return refused(arrived.name, error)
        except ReindreaderError as error:
            return refused(arrived.name, error)


def refused(name: str, error: ReindreaderError) -> Outcome:
    """The outcome of a source that cannot come in."""
    return Outcome(name, State.REFUSED, error=error)


def keep(library: Library, arrived: Sequence[Arrived], changed: WhenChanged) -> list[Outcome]:
    """Keep texts: the new ones in one transaction. The same bytes again are the record that is there already.

    Raises UnwritableError and what else the library raises; what was kept before stays.
    """
    return [outcome for some in _distinct(arrived) for outcome in _kept(library, some, changed)]


def _distinct(arrived: Sequence[Arrived]) -> Iterator[list[Arrived]]:
    """The texts in parts, in none of which the same bytes, what came from one file, or one DOI or address is twice."""
    some: list[Arrived] = []
    seen: set[str] = set()
    for one in arrived:
        own = ({one.sha256, one.origin} - {""}) | identities(one.reading.record)
        if own & seen:
            yield some
            some, seen = [], set()
        some.append(one)
        seen |= own
    yield some


def _kept(library: Library, some: Sequence[Arrived], changed: WhenChanged) -> Iterator[Outcome]:
    here = library.holding([one.sha256 for one in some])
    other = [one for one in some if one.sha256 not in here]
    older = {} if changed is WhenChanged.ADD else library.read_from([one.origin for one in other if one.origin])
    if changed is WhenChanged.UPDATE:
        for one in other:
            if one.origin in older:
                take_newer(library, older[one.origin], one.reading)
    known = {one.sha256: record for one in other for record in [older.get(one.origin)] if record is not None}
    placed = _placed(library, [one for one in other if one.sha256 not in known], changed)
    keys = library.keys_of([*here.values(), *known.values(), *(record for _state, record, _ in placed.values())])
    for one in some:
        if one.sha256 in here:
            yield _ended(one, State.HERE, here[one.sha256], keys)
        elif one.sha256 in known:
            state = State.UPDATED if changed is WhenChanged.UPDATE else State.OLDER
            yield _ended(one, state, known[one.sha256], keys)
        else:
            own, record, same = placed[one.sha256]
            yield _ended(one, own, record, keys, same)


_Placed = dict[str, tuple[State, int, Alike | None]]


def _placed(library: Library, new: Sequence[Arrived], changed: WhenChanged) -> _Placed:
    """Put texts that are not here into the library: to the records that they are texts of, else as new records."""
    placed: _Placed = {}
    coming: list[tuple[Arrived, Alike | None]] = []
    for one, same in zip(new, alike(library, [one.reading.record for one in new]), strict=True):
        free = next((other for other in same if other.one and not other.read), None)
        if free is None or changed is WhenChanged.ADD:
            coming.append((one, next(iter(same), None)))
        else:
            put_text(library, free.record, one.reading)
            placed[one.sha256] = State.JOINED, free.record, free
    ids = library.add_records([_entry(one) for one, _same in coming], key_maker(library)) if coming else []
    added = {one.sha256: (State.ADDED, record, same) for (one, same), record in zip(coming, ids, strict=True)}
    return placed | added


def _ended(one: Arrived, state: State, record: int, keys: Mapping[int, str], same: Alike | None = None) -> Outcome:
    new = state in NEW
    problems = one.reading.written.problems if new else ()
    marks = len(one.reading.highlights) if new else 0
    return Outcome(one.name, state, record, keys.get(record), problems, highlights=marks, alike=same)


def _entry(one: Arrived) -> Entry:
    reading = one.reading
    return Entry(reading.claims, article=reading.written, data=reading.data, highlights=reading.highlights)
