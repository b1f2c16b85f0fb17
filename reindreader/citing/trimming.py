"""Facts that a user may leave out of a file, whatever its format: the record without them is what is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from reindreader.model.records import Appearance, LinkKind, Original, Record, Relation

Trim = Callable[[Record], Record]


def _without(*names: str) -> Trim:
    """Without variables, and without fields of those names that a file brought."""
    gone = frozenset(names)

    def trim(record: Record) -> Record:
        if gone.isdisjoint(record.variables) and gone.isdisjoint(record.unknown):
            return record
        kept = {name: value for name, value in record.variables.items() if name not in gone}
        unknown = {name: value for name, value in record.unknown.items() if name not in gone}
        return replace(record, variables=MappingProxyType(kept), unknown=MappingProxyType(unknown))

    return trim


def _addresses(record: Record) -> Record:
    return _appearances(record, lambda a: replace(a, url=None, accessed=None, archived=None))


def _accessed(record: Record) -> Record:
    return _appearances(record, lambda a: replace(a, accessed=None))


def _appearances(record: Record, change: Callable[[Appearance], Appearance]) -> Record:
    changed = tuple(change(a) for a in record.appearances)
    return record if changed == record.appearances else replace(record, appearances=changed)


def _original(record: Record) -> Record:
    """Without what is known of the original; that it is a translation stays, for the translator stays."""
    links = tuple(k for k in record.links if not (k.kind is LinkKind.TRANSLATION_OF and isinstance(k.target, Original)))
    there = tuple(a for a in record.appearances if a.relation is not Relation.ORIGINAL)
    return replace(record, links=links, appearances=there)


LEAVABLE: Mapping[str, Trim] = MappingProxyType(
    {
        "abstract": _without("abstract"),
        "note": _without("note", "annote", "annotation"),
        "keywords": _without("keyword", "keywords"),
        "url": _addresses,
        "accessed": _accessed,
        "doi": _without("DOI"),
        "isbn": _without("ISBN"),
        "issn": _without("ISSN"),
        "pmid": _without("PMID", "PMCID"),
        "archive": _without("archive", "archive_location", "call-number", "source"),
        "license": lambda record: replace(record, license=None),
        "original": _original,
        "unknown": lambda record: replace(record, unknown=MappingProxyType({})) if record.unknown else record,
    }
)
"""Name -> the record without that; in the order in which they are offered."""


def trimmed(record: Record, leave_out: Iterable[str]) -> Record:
    """The record without the named facts. Raises KeyError for a name that is not in ``LEAVABLE``."""
    for name in leave_out:
        record = LEAVABLE[name](record)
    return record
