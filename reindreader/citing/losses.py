"""What a format leaves out of a record, or says in another way: facts for the export dialog, the sentences are made there.

Each format is one table, fact -> what becomes of it; a fact that a format's table does not name is carried whole.
``FINDERS`` tells of each fact whether a record has it, and its values.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reindreader.citing.facts import FINDERS, Fact, Finder, Values
from reindreader.citing.kinds import SOMETIMES, kinds_in
from reindreader.model.records import Record


class Fate(StrEnum):
    """What becomes of a fact: not written; written in words, in another field; written in the program's own field, that
    others do not read; shortened; or read by most programs as something else."""

    LEFT_OUT = "left-out"
    IN_WORDS = "in-words"
    PRIVATE = "private"
    SHORTENED = "shortened"
    MISREAD = "misread"

    __hash__ = str.__hash__  # see ``Role``


class Loss(NamedTuple):
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
        for loss in losses:
            self._add((loss.fact, loss.fate, loss.place), loss.values)

    def _add(self, kind: Kind, values: Values) -> None:
        self.counts[kind] += 1
        self.values.setdefault(kind, values)

    def count(self, table: Losses, record: Record) -> None:
        """Add one record's losses in the format that has this table; a value is looked for only where none is known."""
        there = kinds_in(record)
        for fact, rule in table.items():
            if fact not in there:
                continue
            kind = (fact, rule.fate, rule.place)
            if rule.finder is None and kind in self.values and fact not in SOMETIMES:
                self.counts[kind] += 1
            elif values := (rule.finder or FINDERS[fact])(record):
                self._add(kind, values)


def losses_by(table: Losses, record: Record) -> tuple[Loss, ...]:
    """The losses of a record in the format that has this table, in its order."""
    there = kinds_in(record)
    rules = [(fact, rule) for fact, rule in table.items() if fact in there]
    found = ((fact, rule, (rule.finder or FINDERS[fact])(record)) for fact, rule in rules)
    return tuple(Loss(fact, rule.fate, rule.place, values) for fact, rule, values in found if values)
