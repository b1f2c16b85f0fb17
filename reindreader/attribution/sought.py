"""Words to be looked for in lines, of which few occur in any: lines are gone through once for all who ask.

A sought word is known by the longest stretch of letters in it, its core, which can only stand within a word of a line. Of
most words of a text it is remembered which cores they have: the same ones come again and again.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import add

from reindreader.attribution.spelling import fold

_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 24
"""Letters of a word that is remembered: in scripts without blanks a stretch of letters is a clause, and comes once."""


@lru_cache(maxsize=8)
def _folded(line: str) -> str:
    return fold(line)


@lru_cache(maxsize=8)
def words_of(line: str) -> frozenset[str]:
    """The words of a line, folded: stretches of letters."""
    return frozenset(_LETTERS.findall(_folded(line)))


class Sought:
    """Folded words to be looked for in lines."""

    def __init__(self, words: Iterable[str]) -> None:
        for word in words:
            core = max(_LETTERS.findall(word), key=len, default="")
            _INDEX.add(core, self, word)

    def within(self, line: str) -> list[str]:
        """Those of the words that occur in the line, folded, also as parts of others."""
        return _INDEX.within(line).get(self, [])


class _Index:
    """The words of all who seek some, by their cores, and these by their first three letters."""

    def __init__(self) -> None:
        self._sought: dict[str, list[tuple[Sought, str]]] = {}
        self._begun: dict[str, list[str]] = {}
        self.within = lru_cache(maxsize=8)(self._within)
        self._cores_in = lru_cache(maxsize=16_384)(self._cores)

    def add(self, core: str, sought: Sought, word: str) -> None:
        """One more word."""
        if core not in self._sought:
            self._begun.setdefault(core[:3], []).append(core)
            self._cores_in.cache_clear()
        self._sought.setdefault(core, []).append((sought, word))
        self.within.cache_clear()

    def _within(self, line: str) -> Mapping[Sought, list[str]]:
        """The words that occur in a line, by who seeks them."""
        folded, found = _folded(line), dict[Sought, list[str]]()
        for core in {"", *(core for word in words_of(line) for core in self._of_word(word))}:
            for sought, word in self._sought.get(core, ()):
                if word in folded:
                    found.setdefault(sought, []).append(word)
        return found

    def _of_word(self, word: str) -> tuple[str, ...]:
        return self._cores_in(word) if len(word) <= _LONGEST else self._cores(word)

    def _cores(self, word: str) -> tuple[str, ...]:
        return tuple(
            core for start in _stretches(word) & self._begun.keys() for core in self._begun[start] if core in word
        )


_INDEX = _Index()


def _stretches(word: str) -> set[str]:
    """Its stretches of up to three letters."""
    pairs = list(map(add, word, word[1:]))
    return {*word, *pairs, *map(add, pairs, word[2:])}


def is_word(trigger: str) -> bool:
    """Whether it is a stretch of letters in lines as well: not of scripts that join words or write marks within them."""
    return trigger.isalpha() and max(trigger) < "\u0530"
