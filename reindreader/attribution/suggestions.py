"""Dates that a text leaves out, and years that it leaves out and another of its dates bounds: offered with the reason, never
filled in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reindreader.attribution.dates import folded_digits
from reindreader.model.addresses import dated_address
from reindreader.model.articles import Article
from reindreader.model.claims import Certainty, Claim, Evidence, FilePlace, Value, effective
from reindreader.model.dates import PartialDate
from reindreader.model.fields import ACCOUNT, APPEARANCE, appearance_relations, slot_of
from reindreader.model.records import Relation
from reindreader.model.text import Span

_DATE, _URL = APPEARANCE + "date", APPEARANCE + "url"
_GIVEN = "address that was given"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b|版權所有|版权所有)\W{0,3}(?:\w+\W+){0,4}?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_LATEST = {Relation.TRANSLATION: 2, Relation.REPRINT: 3}
"""An original appears first, then its translation, then what reprints it; where that is unstated it was no later."""


class Reason(StrEnum):
    """Why it is likely: the date in the address; the last such day before a date, the first after it, or the year of the
    copyright line; of an author, that the file was made under the name."""

    ADDRESS = "address"
    BEFORE = "before"
    AFTER = "after"
    COPYRIGHT = "copyright"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a slot (``field``, ``item``) could have: a date, or the names of people with semicolons between them. ``bound``: the
    date that the reason rests on.

    ``evidence``: the words or the place of the file that give the bound or the name.
    """

    field: str
    item: int
    value: PartialDate | str
    reason: Reason
    bound: PartialDate | None
    evidence: tuple[Evidence, ...]

    @property
    def typed(self) -> str:
        """The value as a user would type it."""
        return self.value if isinstance(self.value, str) else self.value.iso


def suggestions(article: Article, claims: Iterable[Claim]) -> tuple[Suggestion, ...]:
    """Dates and years for the appearances that lack theirs, the best founded first; () where nothing bounds them."""
    claims = tuple(claims)
    relations = appearance_relations(claims)
    found: list[Suggestion] = list(_addressed(article, claims))
    dated = [(item, own[0]) for (name, item), own in effective(claims).items() if name == _DATE]
    for item, claim in dated:
        if isinstance(claim.value, PartialDate) and claim.value.year is None and claim.value.month:
            rank = _LATEST.get(relations[item], 1)
            others = [(_LATEST.get(relations[i], 1), other) for i, other in dated if i != item]
            found += [*_beside(claim.value, item, rank, others), *_copyright(claim.value, item, article.text)]
    found += _accounts(claims)
    return tuple({(s.field, s.item, s.typed): s for s in reversed(found)}.values())[::-1]


def _accounts(claims: tuple[Claim, ...]) -> Iterator[Suggestion]:
    """Where nobody is said to have written it: under whose name the file was made."""
    if not any(claim.field == "author" for claim in claims):
        for claim in claims:
            if claim.field == ACCOUNT:
                yield Suggestion("author", 0, str(claim.value), Reason.ACCOUNT, None, claim.evidence)


def addresses(article: Article, claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """The appearances and what says at which address each is read."""
    held = effective(claims)
    told = {item: own[0] for (name, item), own in held.items() if name == _URL}
    yield from told.items()
    slot = slot_of("published.url", claims)
    if article.source.url and slot not in held:
        yield (
            slot[1],
            Claim(_URL, article.source.url, Certainty.DECLARED, (FilePlace(_GIVEN, article.source.url),), slot[1]),
        )


def _addressed(article: Article, claims: tuple[Claim, ...]) -> Iterator[Suggestion]:
    """The dates in the addresses of appearances that have none, or one that is less exact and agrees."""
    held = effective(claims)
    for item, claim in addresses(article, claims):
        bound, own = dated_address(str(claim.value)), held.get((_DATE, item))
        value = _agreed(bound, own[0].value if own else None) if bound else None
        if bound and value:
            yield Suggestion(_DATE, item, value, Reason.ADDRESS, bound, claim.evidence)


def _agreed(bound: PartialDate, stated: Value | None) -> PartialDate | None:
    """What both say, where they agree and that is more than is stated."""
    if stated is None:
        return bound
    if not isinstance(stated, PartialDate) or stated.season is not None:
        return None
    parts = ((bound.year, stated.year), (bound.month, stated.month), (bound.day, stated.day))
    agree = all(None in pair or pair[0] == pair[1] for pair in parts)
    if not agree or not any(one is not None and other is None for one, other in parts):
        return None
    return bound if bound.day or not stated.day else _in_year(stated, bound.year or 0)


def _beside(date: PartialDate, item: int, rank: int, others: Iterable[tuple[int, Claim]]) -> Iterator[Suggestion]:
    for other_rank, other in others:
        bound = other.value
        if not isinstance(bound, PartialDate) or bound.year is None or bound.month is None or rank == other_rank:
            continue
        reason = Reason.BEFORE if rank < other_rank else Reason.AFTER
        value = _nearest(date, bound, reason)
        if value:
            yield Suggestion(_DATE, item, value, reason, bound, other.evidence)


def _nearest(date: PartialDate, bound: PartialDate, reason: Reason) -> PartialDate | None:
    """The last such day up to the bound, or the first from it on. Leap days may be eight years apart."""
    step = -1 if reason is Reason.BEFORE else 1
    first = bound.year or 0
    days = (_in_year(date, year) for year in range(first, first + 9 * step, step))
    return next((day for day in days if day and (_order(day) - _order(bound)) * step >= 0), None)


def _order(date: PartialDate) -> int:
    return ((date.year or 0) * 12 + (date.month or 0)) * 31 + (date.day or 0)


def _in_year(date: PartialDate, year: int) -> PartialDate | None:
    try:
        return replace(date, year=year, printed="")
    except ValueError:
        return None


def _copyright(date: PartialDate, item: int, text: str) -> Iterator[Suggestion]:
    match = _COPYRIGHT.search(folded_digits(text))
    value = _in_year(date, int(match["year"])) if match else None
    if match and value:
        bound = PartialDate(int(match["year"]))
        yield Suggestion(_DATE, item, value, Reason.COPYRIGHT, bound, (Span(*match.span()),))
