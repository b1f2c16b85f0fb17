"""Whether a newcomer is a record that the library has already: by its DOI, or the address where it is read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reindreader.citing.duplicates import one_version
from reindreader.citing.identity import address_of, doi_of
from reindreader.library import Known, Library
from reindreader.model.records import Record


class Shared(StrEnum):
    """What two records have in common."""

    DOI = "doi"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Alike:
    """A record of the library that has the same DOI or address. ``one``: nothing speaks against its being the same version;
    ``read``: it has a text."""

    record: int
    key: str
    shared: Shared
    one: bool
    read: bool


def identities(record: Record) -> frozenset[str]:
    """The DOI and the address, where they are known: two that share one may be one and the same."""
    return frozenset({doi_of(record), address_of(record)} - {""})


def alike(library: Library, newcomers: Sequence[Record]) -> list[tuple[Alike, ...]]:
    """For each newcomer the records that have its DOI or address: those of the same version first, then by their age."""
    dois, addresses = [doi_of(one) for one in newcomers], [address_of(one) for one in newcomers]
    known = library.known_by(_said(dois), _said(addresses))
    held = dict(library.entries([one.record for one in known]))
    found = []
    for newcomer, doi, address in zip(newcomers, dois, addresses, strict=True):
        own = (_alike(one, newcomer, held[one.key], shared) for one, shared in _sharing(known, doi, address))
        found.append(tuple(sorted(own, key=lambda one: (not one.one, one.record))))
    return found


def _said(words: Iterable[str]) -> set[str]:
    return set(words) - {""}


def _sharing(known: Sequence[Known], doi: str, address: str) -> Iterator[tuple[Known, Shared]]:
    for one in known:
        if doi and one.doi == doi:
            yield one, Shared.DOI
        elif address and one.address == address and not (doi and one.doi):
            yield one, Shared.ADDRESS


def _alike(known: Known, newcomer: Record, held: Record, shared: Shared) -> Alike:
    return Alike(known.record, known.key, shared, one_version(newcomer, held), known.read)
