"""Which appearance of a record is its own, and which its original's.

A translation's own publication is the one where the translation appeared; a text that is no translation was itself
the one that appeared as "the original". An appearance of unstated relation is neither, until somebody says so.
"""

from collections.abc import Container
from dataclasses import dataclass

from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date, DateRange
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation, TranslationKind

_UNKNOWN = Original()
_TRANSLATED = frozenset({LinkKind.TRANSLATION_OF, LinkKind.VIA})
_OWN = {True: (Relation.TRANSLATION, Relation.REPRINT), False: (Relation.REPRINT, Relation.ORIGINAL)}
"""Whether the record is a translation -> the relations that its own publication may have, the best first."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """The appearances of a record by what they are to a citation: ``others`` are those that no citation has room for."""

    own: Appearance | None
    original: Appearance | None
    unstated: tuple[Appearance, ...]
    others: tuple[Appearance, ...]


NOWHERE = Outlets(None, None, (), ())
_LAST: list[tuple[Record, Outlets]] = [(Record(), NOWHERE)]
"""One record and its outlets, put there and taken as one, so that threads cannot mix them."""


def is_translation(record: Record) -> bool:
    """Whether anything says that this version is a translation."""
    return (
        record.translation.kind is not TranslationKind.UNKNOWN
        or Role.TRANSLATOR in [c.role for c in record.contributors]
        or not _TRANSLATED.isdisjoint([link.kind for link in record.links])
        or Relation.TRANSLATION in [a.relation for a in record.appearances]
    )


def outlets(record: Record) -> Outlets:
    """Sort the appearances of a record. The last answer is remembered: one record is asked about many times in a row."""
    known, found = _LAST[0]
    if known is not record:
        found = _sorted(record) if record.appearances else NOWHERE
        _LAST[0] = record, found
    return found


def _sorted(record: Record) -> Outlets:
    appearances = record.appearances
    own = _first(appearances, _OWN[is_translation(record)])
    original, unstated, others = None, [], []
    for appearance in appearances:
        if appearance is own:
            continue
        if appearance.relation is Relation.UNSTATED:
            unstated.append(appearance)
        elif original is None and appearance.relation is Relation.ORIGINAL:
            original = appearance
        else:
            others.append(appearance)
    return Outlets(own, original, (*unstated,), (*others,))


def _first(appearances: tuple[Appearance, ...], relations: tuple[Relation, ...]) -> Appearance | None:
    for wanted in relations:
        for appearance in appearances:
            if appearance.relation is wanted:
                return appearance
    return None


def original_of(record: Record) -> Original:
    """What is known of the first original that is described in the record itself."""
    for link in record.links:
        if link.kind is LinkKind.TRANSLATION_OF and isinstance(link.target, Original):
            return link.target
    return _UNKNOWN


def linked_original(record: Record, there: Container[int]) -> Link | None:
    """The link to the original where that is one of the records ``there`` (by their ids); it has its citation key."""
    for link in record.links:
        if link.kind is LinkKind.TRANSLATION_OF and isinstance(link.target, int) and link.target in there:
            return link if link.key else None
    return None


def original_authors(record: Record) -> tuple[Contributor, ...]:
    """The authors as the original names them."""
    return tuple(c for c in original_of(record).contributors if c.role is Role.AUTHOR)


def year_of(date: Date | None) -> int | None:
    """The year of a date (of a range: in which it begins), None where it is not known."""
    return date.year if date else None


def year_in(record: Record) -> int | None:
    """The year of this version, None where it is not known."""
    own = outlets(record).own
    return year_of(own.date) if own else None


def yearless(date: Date | None) -> bool:
    """Whether something is known of a date, but no year: no format may show it as a date."""
    if isinstance(date, DateRange):
        return any(end is not None and end.year is None for end in (date.start, date.end))
    return date is not None and date.known and date.year is None
