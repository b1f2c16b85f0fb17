"""What became of words, word by word, for a person to accept or to refuse."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reindreader.anchoring.folding import WIDE

_WORD = re.compile(rf"[{WIDE}]|[^\W{WIDE}]+(?:['’\-.,](?=\w)[^\W{WIDE}]+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words: ``old`` as it was, ``new`` as it is; alike where nothing changed, one "" where words
    were added or taken out."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def difference(old: str, new: str) -> tuple[Change, ...]:
    """The words of both, in order, as stretches that are the same and stretches that are not.

    Chinese and Japanese go by characters. All ``old`` joined are the old words, all ``new`` the new ones.
    """
    first, second = _WORD.findall(old), _WORD.findall(new)
    changes: list[Change] = []
    for code in Indel.opcodes(first, second):
        change = Change("".join(first[code.src_start : code.src_end]), "".join(second[code.dest_start : code.dest_end]))
        if changes and not changes[-1].same and not change.same:
            changes[-1] = Change(changes[-1].old + change.old, changes[-1].new + change.new)
        else:
            changes.append(change)
    return tuple(changes)
