"""Words to be looked for in lines, of which few occur in any: lines are folded once for all who ask."""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from reindreader.attribution.spelling import fold

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def _folded_line(line: str) -> tuple[str, frozenset[str]]:
    """The line folded, and its stretches of three letters; all languages ask for those of the same one."""
    folded = fold(line)
    return folded, frozenset(map(add, map(add, folded, folded[1:]), folded[2:]))


@lru_cache(maxsize=8)
def words_of(line: str) -> frozenset[str]:
    """The words of a line, folded: stretches of letters."""
    return frozenset(_LETTERS.findall(_folded_line(line)[0]))


class Sought:
    """Folded words to be looked for in lines: by their first three letters, for few begin as something in a line does."""

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []
        self._long: dict[str, list[str]] = {}
        for word in words:
            (self._short if len(word) < 3 else self._long.setdefault(word[:3], [])).append(word)
        self._short_ascii = [word for word in self._short if word.isascii()]
        self._beginnings = frozenset(self._long)

    def within(self, line: str) -> list[str]:
        """Those of the words that occur in the line, folded, also as parts of others."""
        folded, stretches = _folded_line(line)
        found = [word for word in (self._short_ascii if folded.isascii() else self._short) if word in folded]
        return found + [w for start in stretches & self._beginnings for w in self._long[start] if w in folded]


def is_word(trigger: str) -> bool:
    """Whether it is a stretch of letters in lines as well: not of scripts that join words or write marks within them."""
    return trigger.isalpha() and max(trigger) < "\u0530"
