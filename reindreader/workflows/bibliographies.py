"""Bibliography files into the library: records without articles, all of a file in one transaction.

An entry that is there already, under its key or one with a suffix and with the same facts, is not added again; one whose key
another record has gets a new key, and that is told. What could not be read is kept as text to repair.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from reindreader.citing.identifiers import form_problems
from reindreader.citing.key_patterns import parse_pattern
from reindreader.citing.keys import suffixes
from reindreader.citing.reading.values import Broken, Entry, Notice, Remark
from reindreader.errors import UnknownKeyError
from reindreader.library import Entry as NewRecord
from reindreader.library import Library, Repair
from reindreader.model.articles import Problem
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.fields import APPEARANCE, UNKNOWN, claims_of, record_of
from reindreader.model.records import LinkKind, Record
from reindreader.workflows.beside import told
from reindreader.workflows.bibliography_reading import read_bibliography, read_large
from reindreader.workflows.identity import Alike, alike
from reindreader.workflows.joining import joined, said_elsewhere
from reindreader.workflows.keying import key_maker, pattern_of
from reindreader.workflows.progress import Progress, Work

_STEP = 100

_IN_BIN = Record(license="\0")
"""Stands for the records of the bin: they keep their keys, and no entry is taken for one of them."""


_KEYS = UNKNOWN + "ids"
"""Further keys that an entry is cited by (biblatex manual, 2.2.3)."""

_Links = Mapping[str, list[tuple[LinkKind, str]]]


class Arrival(StrEnum):
    """What became of an entry: added; put beside what is known of a text that has its DOI or address; added under another
    key, since another record has its own; there already."""

    ADDED = "added"
    JOINED = "joined"
    RENAMED = "renamed"
    HERE = "here"


_NEW = frozenset({Arrival.ADDED, Arrival.RENAMED})


@dataclass(frozen=True, slots=True)
class Arrived:
    """``wished``: the key in the file; ``record``: None until it is in the library; ``alike``: a record that was there with
    the same DOI or address, for ``joined`` the one that it joined."""

    state: Arrival
    wished: str
    key: str
    line: int
    record: int | None = None
    remarks: tuple[Remark, ...] = ()
    alike: Alike | None = None


@dataclass(frozen=True, slots=True)
class BibliographyReport:
    """What became of a file. ``form``: of ``detection``; ``broken``: what was kept to repair; ``problems``: of the
    encoding."""

    name: str
    form: str
    arrived: tuple[Arrived, ...]
    broken: tuple[Broken, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, *states: Arrival) -> tuple[Arrived, ...]:
        """The entries that ended so."""
        return tuple(one for one in self.arrived if one.state in states)

    @property
    def added(self) -> tuple[Arrived, ...]:
        """The entries that came in, under whichever key."""
        return self.of(*_NEW)


def import_bibliography(
    library: Library, data: bytes, name: str, *, encoding: str | None = None
) -> Work[BibliographyReport]:
    """Add the records of a file; closing it before the end adds nothing.

    Raises BadValueError where it is no bibliography, and UnwritableError.
    """
    yield Progress(0, 0, name)
    found, problems = yield from told(lambda _tell: read_large(data, name, encoding), Progress(0, 0, name))
    coming = _Coming(library)
    for start in range(0, len(found.entries), _STEP):
        yield Progress(start, len(found.entries), name)
        coming.take(found.entries[start : start + _STEP])
    arrived = yield from coming.keep(name)
    _keep_broken(library, name, found.broken)
    yield Progress(len(found.entries), len(found.entries), name)
    return BibliographyReport(name, found.form, arrived, found.broken, problems)


class _Coming:
    """The entries of one file on their way in."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._pattern = parse_pattern(pattern_of(library))[0]
        self._ids = dict(_keys(library, library.all_ids()))
        self._binned = dict(_keys(library, library.binned()))
        self._claims: dict[int, tuple[Claim, ...]] = {}
        self._new: dict[str, Record] = {}
        self._final: dict[str, str] = {}
        self._taken: list[tuple[Entry, Arrived]] = []
        self._joined: set[int] = set()

    def take(self, entries: Sequence[Entry]) -> None:
        """Decide under which key each entry comes in, or that it is here."""
        wished = [(entry, entry.key or self._pattern.base_key(entry.record)) for entry in entries]
        held = {self._ids[key.casefold()] for _, key in wished if key.casefold() in self._ids}
        self._claims = self._library.claims_about(held)
        same = alike(self._library, [entry.record for entry in entries])
        for (entry, key), others in zip(wished, same, strict=True):
            self._take(entry, key, others)

    def _take(self, entry: Entry, wished: str, others: Sequence[Alike]) -> None:
        key, state = self._place(wished, entry.record)
        remarks = (*entry.remarks, *_form_remarks(entry))
        arrived = Arrived(state, wished, key, entry.line, remarks=remarks)
        if state is Arrival.HERE:
            arrived = replace(arrived, record=self._ids.get(key.casefold()))
        else:
            arrived = self._among(arrived, entry.record, others)
        if arrived.state in _NEW:
            self._new[key.casefold()] = entry.record
        self._final.setdefault(entry.key.casefold(), arrived.key)
        self._taken.append((entry, arrived))

    def _among(self, arrived: Arrived, record: Record, others: Sequence[Alike]) -> Arrived:
        """What becomes of an entry that shares its DOI or address with these: it joins a text that no bibliography has
        described yet, for its key is no entry's; else it comes in beside them."""
        for one in others:
            if one.one and one.read:
                claims = self._claims_about(one.record)
                if all(any(_says(own, claim) for own in claims) for claim in claims_of(record, "")):
                    return replace(arrived, state=Arrival.HERE, key=one.key, record=one.record)
                if one.record not in self._joined and not said_elsewhere(claims, self._library.article(one.record)):
                    self._joined.add(one.record)
                    return replace(arrived, state=Arrival.JOINED, key=one.key, record=one.record, alike=one)
        return replace(arrived, alike=next(iter(others), None))

    def _place(self, wished: str, record: Record) -> tuple[str, Arrival]:
        for suffix in _with_none():
            key = wished + suffix
            if (held := self._held(key)) is None:
                return key, Arrival.RENAMED if suffix else Arrival.ADDED
            if _without_related(held) == _without_related(record):
                return key, Arrival.HERE
        raise AssertionError("suffixes end")

    def _held(self, key: str) -> Record | None:
        """What the record of the key was declared to be, in the library or in this file."""
        folded = key.casefold()
        if folded in self._new:
            return self._new[folded]
        if folded in self._ids:
            claims = self._claims_about(self._ids[folded])
            return record_of(claim for claim in claims if claim.certainty is not Certainty.USER)
        return _IN_BIN if folded in self._binned else None

    def _claims_about(self, record: int) -> tuple[Claim, ...]:
        if record not in self._claims:  # under the key with a suffix
            self._claims |= self._library.claims_about([record])
        return self._claims.get(record, ())

    def keep(self, name: str) -> Work[tuple[Arrived, ...]]:
        """Add all that is new, in one transaction; what can be made before it is made some at a time."""
        backwards = self._backwards()
        coming = [(entry, one) for entry, one in self._taken if one.state in _NEW]
        new: list[NewRecord] = []
        for start in range(0, len(coming), _STEP):
            yield Progress(len(self._taken), len(self._taken), name)
            some = coming[start : start + _STEP]
            new += [self._new_record(entry, one, name, backwards).prepared() for entry, one in some]
        ids = iter(self._library.add_records(new, key_maker(self._library)) if new else ())
        for entry, one in self._taken:
            if one.state is Arrival.JOINED and one.record is not None:
                self._library.add_to(one.record, self._beside(entry, one, one.record, name, backwards))
        return tuple(replace(one, record=next(ids)) if one.state in _NEW else one for _, one in self._taken)

    def _beside(self, entry: Entry, one: Arrived, record: int, name: str, backwards: _Links) -> NewRecord:
        """What the entry says beside what is known of a text; its key is kept, as one more of the record's."""
        new = self._new_record(entry, one, name, backwards)
        claims = [claim for claim in new.claims if claim.field != _KEYS]
        keys = [key for key in (entry.record.unknown.get("ids", ""), one.wished) if key]
        if one.wished.casefold() != one.key.casefold():
            place = FilePlace(f"{Path(name).name}:{entry.line}", one.wished)
            claims.append(Claim(_KEYS, ",".join(keys), Certainty.DECLARED, (place,)))
        return replace(new, claims=joined(self._claims_about(record), claims))

    def _backwards(self) -> dict[str, list[tuple[LinkKind, str]]]:
        """Links that an entry states of another one: key of the other -> the link that it gets."""
        found: dict[str, list[tuple[LinkKind, str]]] = {}
        for entry, one in self._taken:
            for link in entry.links:
                if link.reverse:
                    found.setdefault(link.key.casefold(), []).append((link.kind, one.key))
        return found

    def _new_record(self, entry: Entry, one: Arrived, name: str, backwards: _Links) -> NewRecord:
        forwards = [(k.kind, self._final.get(k.key.casefold(), k.key)) for k in entry.links if not k.reverse]
        links = (*forwards, *backwards.get(entry.key.casefold(), ()))
        record = self._with_new_keys(entry.record)
        claims = claims_of(record, f"{Path(name).name}:{entry.line}")
        return NewRecord(claims, one.key, entry.tags, entry.collections, links)

    def _with_new_keys(self, record: Record) -> Record:
        """Where the other of two related entries got another key, the field says so too."""
        related = record.unknown.get("related", "")
        parts = [self._final.get(key.strip().casefold(), key.strip()) for key in related.split(",")]
        if not related or ",".join(parts) == ",".join(key.strip() for key in related.split(",")):
            return record
        return replace(record, unknown=MappingProxyType({**record.unknown, "related": ",".join(parts)}))


def _says(own: Claim, other: Claim) -> bool:
    """Whether it says the same, whichever appearance it is about, and whatever is said of whose that is."""
    from reindreader.attribution.identity import same_fact  # noqa: PLC0415  rarely needed

    same = own.field == other.field
    return same and (own.field == APPEARANCE + "relation" or same_fact(replace(own, item=other.item), other))


def _keys(library: Library, ids: Iterable[int]) -> Iterator[tuple[str, int]]:
    return ((key.casefold(), record) for record, key in library.keys_of(ids).items())


def _without_related(record: Record) -> Record:
    """The record but for the key of another entry, which may have got a new one."""
    if "related" not in record.unknown:
        return record
    return replace(record, unknown={name: value for name, value in record.unknown.items() if name != "related"})


def _with_none() -> Iterator[str]:
    yield ""
    yield from suffixes()


def _form_remarks(entry: Entry) -> Iterator[Remark]:
    for name, value in form_problems(entry.record):
        yield Remark(Notice.BAD_FORM, entry.line, name, value)


def _keep_broken(library: Library, name: str, broken: Sequence[Broken]) -> None:
    kept = {(repair.source, repair.text) for repair in library.repairs()} if broken else set()
    new = [Repair(name, b.line, b.remark.notice.value, b.raw) for b in broken if (name, b.raw) not in kept]
    if new:
        library.add_repairs(new)


def retry_repair(library: Library, repair: int, text: str) -> Work[BibliographyReport]:
    """Import a broken entry again, with its text repaired; where nothing of it is broken any more, it is done with.

    Raises UnknownKeyError where there is no such entry, BadValueError where the text is no bibliography.
    """
    kept = next((one for one in library.repairs() if one.id == repair), None)
    if kept is None:
        raise UnknownKeyError(str(repair))
    data = text.encode("utf-8", "replace")
    found, _ = read_bibliography(data, kept.source, encoding=None if Path(kept.source).suffix == ".xml" else "utf-8")
    if found.broken or not found.entries:
        yield Progress(1, 1, kept.source)
        return BibliographyReport(kept.source, found.form, (), found.broken)
    report = yield from import_bibliography(library, data, kept.source)
    library.remove_repair(repair)
    return report
