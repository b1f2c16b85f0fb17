"""Which article comes next in a walk through the facts to check."""

from collections.abc import Sequence
from contextlib import suppress

from reindreader.errors import UnknownKeyError
from reindreader.library import Library
from reindreader.workflows.facts import facts_of
from reindreader.workflows.progress import Progress, Work

_STEP = 20
"""Records between two words on progress."""


def next_to_check(library: Library, records: Sequence[int]) -> Work[int | None]:
    """The first of the records that has facts to check, None where none has. Records that are gone are left out."""
    for number, record in enumerate(records):
        with suppress(UnknownKeyError):
            if facts_of(library.get(record).claims).unsure:
                return record
        if number % _STEP == _STEP - 1:
            yield Progress(number, len(records))
    return None


def others_in_order(records: Sequence[int], here: int) -> Sequence[int]:
    """All records but this one: those behind it first, then those before it."""
    place = records.index(here) if here in records else -1
    return [*records[place + 1 :], *records[: max(0, place)]]
