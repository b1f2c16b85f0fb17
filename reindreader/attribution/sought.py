"""Words to be looked for in lines, of which few occur in any: lines are folded once for all who ask."""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from reindreader.attribution.spelling import fold

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def _folded_line(line: str) -> tuple[str, frozenset[str]]:
    """The line folded, and its stretches of up to three letters; all languages ask for those of the same one."""
    folded = fold(line)
    pairs = list(map(add, folded, folded[1:]))
    return folded, frozenset(("", *folded, *pairs, *map(add, pairs, folded[2:])))


@lru_cache(maxsize=8)
def words_of(line: str) -> frozenset[str]:
    """The words of a line, folded: stretches of letters."""
    return frozenset(_LETTERS.findall(_folded_line(line)[0]))


class Sought:
    """Folded words to be looked for in lines: by their first three letters, for few begin as something in a line does."""

    def __init__(self, words: Iterable[str]) -> None:
        self._begun: dict[str, list[str]] = {}
        for word in words:
            self._begun.setdefault(word[:3], []).append(word)
        self._beginnings = frozenset(self._begun)

    def within(self, line: str) -> list[str]:
        """Those of the words that occur in the line, folded, also as parts of others."""
        folded, stretches = _folded_line(line)
        return [word for start in stretches & self._beginnings for word in self._begun[start] if word in folded]


def is_word(trigger: str) -> bool:
    """Whether it is a stretch of letters in lines as well: not of scripts that join words or write marks within them."""
    return trigger.isalpha() and max(trigger) < "\u0530"
