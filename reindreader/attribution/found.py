"""The blocks of an article as they turn out to be while its credits are looked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution.credits import Credit
from reindreader.model.text import Block, BlockKind

STOP = re.compile(r"[.。!！?？…][”’\"'」』）)\]]*$")
"""The end of a sentence at the end of a block."""


@dataclass(frozen=True, slots=True)
class Found:
    """A block as it turned out to be, and its credits with places in the article."""

    block: Block
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before its lines are read: its ``language``, whether its file gives its date, and the
    ``names`` of people that it gives, without blanks, and of those the ``writers``."""

    language: str | None = None
    dated: bool = False
    names: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()


UNKNOWN = Known()
"""Of an article of which nothing is known before."""


def roles_of(found: Sequence[Found]) -> set[str]:
    """The roles of all credits."""
    return {credit.role for own in found for credit in own.credits}


def title_at(found: Sequence[Found], head: int) -> int | None:
    """The index of the title among the blocks above the body, None where there is none."""
    headings = (i for i, f in enumerate(found[:head]) if f.block.kind is BlockKind.HEADING and f.block.level == 0)
    return next(headings, None)


def closed(words: str) -> str:
    """Words without blanks and without regard to case, to be compared."""
    return "".join(words.split()).casefold()
