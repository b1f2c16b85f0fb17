"""Everyday words in several languages, and which of these a text is written in.

``resources/parallel/words.toml``: one meaning a line. It is a beginning that any two texts share; what is particular
to them is learned from them.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reindreader.parallel.links import Linked
from reindreader.parallel.words import HAN, KANA, Sentence, stem
from reindreader.resources import resource_text

_HAN = re.compile(f"[{HAN}{KANA}]")
_KNOWN = 0.3
"""How probable it is that a word becomes one of those that say the same."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``languages``: tags, in the order of the columns. ``meanings``: of each language a word -> its meanings' numbers;
    ``words``: the reverse.
    """

    languages: tuple[str, ...]
    meanings: Mapping[str, Mapping[str, Collection[int]]]
    words: Mapping[str, Mapping[int, Collection[str]]]

    @property
    def characters(self) -> frozenset[str]:
        """The Chinese and Japanese words of more than one character."""
        return frozenset(w for tag in ("zh", "ja") for w in self.meanings[tag] if len(w) > 1 and _HAN.match(w))

    def language(self, words: Iterable[str]) -> str:
        """The language of which most of the words are known."""
        counts = dict.fromkeys(self.languages, 0)
        for word in words:
            for tag in self.languages:
                counts[tag] += word in self.meanings[tag]
        return max(counts, key=lambda tag: counts[tag])


@cache
def lexicon() -> Lexicon:
    """The words that we ship. Raises MissingResourceError."""
    given = tomllib.loads(resource_text("parallel/words.toml"))
    languages = tuple(given["languages"])
    meanings: dict[str, dict[str, set[int]]] = {tag: defaultdict(set) for tag in languages}
    words: dict[str, dict[int, set[str]]] = {tag: defaultdict(set) for tag in languages}
    for number, line in enumerate(filter(None, given["words"].splitlines())):
        for tag, cell in zip(languages, line.split("|"), strict=False):
            for word in cell.split():
                key = word if _HAN.match(word) else stem(word)
                meanings[tag][key].add(number)
                words[tag][number].add(key)
    return Lexicon(languages, {tag: dict(own) for tag, own in meanings.items()}, words)


@cache
def characters() -> frozenset[str]:
    """The Chinese and Japanese words that are kept whole when a text is cut into words."""
    return lexicon().characters


def known_links(first: Sequence[Sentence], second: Sequence[Sentence]) -> Linked:
    """The links between the words of two texts that the lexicon knows of; none where both are of one language."""
    ours, theirs = ({word for each in text for word in each.words} for text in (first, second))
    held = lexicon()
    one, other = held.language(ours), held.language(theirs)
    links: Linked = defaultdict(dict)
    if one == other:
        return links
    for word in ours:
        for number in held.meanings[one].get(word, ()):
            for their in held.words[other].get(number, ()):
                if their in theirs:
                    links[word][their] = _KNOWN, _KNOWN
    return links
