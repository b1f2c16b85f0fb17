"""What the table of one language knows, beside its wordings: small words, months, names of languages, kinds of words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from reindreader.attribution.sought import Sought, is_word, words_of
from reindreader.attribution.spelling import fold, spelt
from reindreader.attribution.templates import MASK, is_unspaced


@dataclass(frozen=True, eq=False)
class Language:
    """What one table knows. ``names``: of languages, folded, to tags; ``spelt``: the same as the table has them; ``works``:
    folded, to the roles of who did them; ``foreign_letters``: that the language does not write, of its neighbours' own."""

    tag: str
    names: Mapping[str, str] = field(default_factory=dict)
    spelt: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    month_names: tuple[str, ...] = ()
    seasons: Mapping[str, int] = field(default_factory=dict)
    season_names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
    date_order: str = "dmy"
    own_name_is_target: bool = False
    joiners: tuple[str, ...] = ()
    compound_joiners: tuple[str, ...] = ()
    joiner_prefixes: tuple[str, ...] = ()
    begins_with_joiner: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    outlet_nouns: tuple[str, ...] = ()
    tail_words: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    not_name_characters: frozenset[str] = frozenset()
    before_names: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    bio_verbs: tuple[str, ...] = ()
    outlet_cuts: tuple[str, ...] = ()
    outlet_endings: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    honorifics: tuple[str, ...] = ()
    honorifics_after: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    stopwords: frozenset[str] = frozenset()
    foreign_letters: frozenset[str] = frozenset()
    works: Mapping[str, str] = field(default_factory=dict)
    appearing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _longest_words(self) -> dict[str, str]:
        """The names, the longest first, with the longest word of each, folded: without it there is no such name in a line."""
        words = {name: re.findall(r"\w+", fold(name)) for name in sorted(self.spelt, key=len, reverse=True)}
        return {name: max(own, key=len) for name, own in words.items() if own}

    @cached_property
    def _name_words(self) -> frozenset[str]:
        return frozenset(filter(is_word, self._longest_words.values()))

    @cached_property
    def _name_parts(self) -> Sought:
        """The same in scripts that join words or write marks within them."""
        return Sought({word for word in self._longest_words.values() if not is_word(word)})

    def masked(self, line: str) -> str:
        """The line with each language's name masked, of the same length."""
        found = {*(self._name_words & words_of(line)), *self._name_parts.within(line)}
        if not found:
            return line
        names = _any_of(tuple(name for name, word in self._longest_words.items() if word in found))
        return names.sub(lambda match: MASK * len(match[0]), line)

    def tag_of(self, name: str) -> str | None:
        """The BCP 47 tag of a language's name, None where the table does not know it."""
        return self.names.get(" ".join(fold(name.partition("(")[0]).split()))


@lru_cache(maxsize=1_024)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names, of those at one place the first; trying all that there are takes a hundred times as long."""
    parts = (spelt(name) if is_unspaced(name) else rf"(?<!\w){spelt(name)}{_after(name)}" for name in names)
    return re.compile(rf"(?:{'|'.join(parts)})(?:\s\([^()]{{2,24}}\))?", re.IGNORECASE)


def _after(name: str) -> str:
    """What may not follow a language's name: only Korean particles and Indian endings are written together with one."""
    return "" if "\uac00" <= name[-1] <= "\ud7a3" or "\u0900" <= name[-1] <= "\u0dff" else r"(?!\w)"
