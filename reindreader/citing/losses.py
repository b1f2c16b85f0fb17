"""What a format leaves out of a record, or says in another way: facts for the export dialog, the sentences are made there.

Each format is one table, fact -> what becomes of it; a fact that a format's table does not name is carried whole.
``FINDERS`` tells of each fact whether a record has it, and its values.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reindreader.citing.facts import FINDERS, Fact, Finder, Values
from reindreader.model.records import Record


class Fate(StrEnum):
    """What becomes of a fact: not written; written in words, in another field; written in the program's own field, that
    others do not read; shortened; or read by most programs as something else."""

    LEFT_OUT = "left-out"
    IN_WORDS = "in-words"
    PRIVATE = "private"
    SHORTENED = "shortened"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class Loss:
    """One fact of one record. ``place``: the field it went to ("addendum"), "" where it went nowhere; ``values``: the
    fact in the record's own words."""

    fact: Fact
    fate: Fate
    place: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a format does with a fact. ``finder``: where only some of the fact's values are concerned."""

    fate: Fate
    place: str = ""
    finder: Finder | None = None


Losses = Mapping[Fact, Rule]
Kind = tuple[Fact, Fate, str]
"""What becomes of a fact: fact, fate, place."""


class Tally:
    """Losses of many records, added up: of each fact, fate and place in how many records, and one record's values."""

    def __init__(self, losses: Iterable[Loss] = ()) -> None:
        self.counts: Counter[Kind] = Counter()
        self.values: dict[Kind, Values] = {}
        self.add(losses)

    def add(self, losses: Iterable[Loss]) -> None:
        """One record's losses."""
        for loss in losses:
            kind = (loss.fact, loss.fate, loss.place)
            self.counts[kind] += 1
            self.values.setdefault(kind, loss.values)


def losses_by(table: Losses, record: Record) -> tuple[Loss, ...]:
    """The losses of a record in the format that has this table, in its order."""
    found = ((fact, rule, (rule.finder or FINDERS[fact])(record)) for fact, rule in table.items())
    return tuple(Loss(fact, rule.fate, rule.place, values) for fact, rule, values in found if values)
