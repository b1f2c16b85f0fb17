"""Who holds the words of a query, in a text or in what is known of a record: rare words are asked for first.

What a rare word leaves is so little that of a common one nothing is asked but whether these hold it.
"""

from collections.abc import Callable, Collection, Iterable

import sqlalchemy as sa

from reindreader.library import asking
from reindreader.library.asking import Part
from reindreader.library.query import Field, Term

_RANKED = 5_000
"""More hits than these are not ranked by their texts: what stands in so many says little of each, and each takes time.
For the same reason a word of so many texts ranks no others beside a rarer word: it is common."""

_TELLING = 2_000
"""What is known of so many records at most ranks them: a title's "the" does not."""

_MANY = 20_000
"""To find so many, all hits are taken into memory, and kept."""


class SearchGivenUpError(Exception):
    """Nobody waits for the answer any more."""


def never() -> bool:
    """Somebody waits for the answer, however long it takes."""
    return False


class Hits:
    """The answers to one query's terms, each asked for once. ``common``: words of more records than these are; ``many``:
    records, of which all hits are had at once; ``given_up``: whether nobody waits any more, which is asked between two
    looks into the index, and then raises SearchGivenUpError."""

    def __init__(
        self,
        connection: sa.Connection,
        common: int = _RANKED,
        many: int = _MANY,
        given_up: Callable[[], bool] = never,
    ) -> None:
        self._index, self._given_up = connection, given_up
        self._common, self._many = common, many
        self._whole: dict[tuple[Part, Term], set[int]] = {}
        self._few: dict[tuple[Part, Term], set[int] | None] = {}
        self._in_text: set[int] = set()  # what holds all the words in its text

    def of(self, term: Term, among: Collection[int] | None = None) -> set[int]:
        """The records that hold the term's words where its field looks for them; ``among``: only these are of interest."""
        found: set[int] = set()
        for part in _parts(term):
            rest = None if among is None else set(among) - found
            found = found | self._held(part, term, rest)
        return found

    def any_of(self, term: Term) -> bool:
        """Whether any record holds the term's words."""
        return any(self._at_most(part, term) != set() for part in _parts(term))

    def of_all(self, terms: list[Term]) -> set[int]:
        """The records that hold all the plain terms, each in its text or in what is known of it."""
        if len(terms) == 1:
            self._in_text = self._all(Part.TEXTS, terms[0])
            return self._all(Part.FACTS, terms[0]) | self._in_text
        self._in_text = self._in_one_text(terms)
        return self._in_text | self._mixed(terms)

    def ranks(self, terms: list[Term], ids: Collection[int]) -> dict[int, float]:
        """How well the records that ``of_all`` found answer the terms; the smaller the better."""
        known = [(term, self._at_most(Part.FACTS, term)) for term in terms]
        telling = [term for term, own in known if own is not None and len(own) <= _TELLING]
        rare = [term for term in terms if self._at_most(Part.TEXTS, term) is not None]
        texts = rare or (terms if len(ids) <= self._common else ())
        return asking.ranks(self._connection(), known=telling, texts=texts if self._in_text else ())

    def _connection(self) -> sa.Connection:
        if self._given_up():
            raise SearchGivenUpError
        return self._index

    def _in_one_text(self, terms: list[Term]) -> set[int]:
        """The records whose texts hold all the terms."""
        few = [self._at_most(Part.TEXTS, term) for term in terms]
        known = [own for own in few if own is not None]
        if len(known) == len(terms) or set() in known:
            return set.intersection(*known)
        return asking.holding_all(self._connection(), terms)

    def _mixed(self, terms: list[Term]) -> set[int]:
        """The other records, which hold some of the terms in what is known of them, the rest there or in their texts."""
        some = self._outset(terms) - self._in_text
        for term in sorted(terms, key=self._is_common):
            some = self.of(term, some) if some else some
        return some

    def _outset(self, terms: list[Term]) -> set[int]:
        """What these can be among: where words are rare, whoever holds them; else whoever is known by one of the words, or
        where these are many, whoever holds the least common word at all."""
        rare = [self.of(term) for term in terms if not self._is_common(term)]
        if rare:
            return set.intersection(*rare)
        known = {term: asking.count_holding(self._connection(), Part.FACTS, term) for term in terms}
        if sum(known.values()) < self._many:
            return set().union(*(self._all(Part.FACTS, term) for term in terms))
        return self.of(min(terms, key=known.__getitem__))

    def _is_common(self, term: Term) -> bool:
        return any(self._at_most(part, term) is None for part in Part)

    def _held(self, part: Part, term: Term, among: Collection[int] | None) -> set[int]:
        known = self._whole.get((part, term), self._few.get((part, term)))
        if known is None and among is not None and len(among) < self._many:
            return asking.holding(self._connection(), part, term, among)
        known = self._all(part, term) if known is None else known
        return known if among is None else known.intersection(among)

    def _all(self, part: Part, term: Term) -> set[int]:
        if (part, term) not in self._whole:
            known = self._few.get((part, term))
            self._whole[part, term] = asking.holding(self._connection(), part, term) if known is None else known
        return self._whole[part, term]

    def _at_most(self, part: Part, term: Term) -> set[int] | None:
        """The records that hold the term, None where it is common."""
        if (part, term) not in self._few:
            known = self._whole.get((part, term))
            if known is None:
                self._few[part, term] = asking.few_holding(self._connection(), part, term, self._common)
            else:
                self._few[part, term] = known if len(known) <= self._common else None
        return self._few[part, term]


def _parts(term: Term) -> Iterable[Part]:
    """Where a term's field looks for its words."""
    if term.field is Field.TEXT:
        return (Part.TEXTS,)
    return (Part.FACTS, Part.TEXTS) if term.field is Field.ANY else (Part.FACTS,)
