"""Years that a text leaves out and another of its dates bounds: offered with the reason, never filled in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reindreader.attribution.dates import folded_digits
from reindreader.model.articles import Article
from reindreader.model.claims import Claim, Evidence, effective
from reindreader.model.dates import PartialDate
from reindreader.model.fields import APPEARANCE, appearance_relations
from reindreader.model.records import Relation
from reindreader.model.text import Span

_DATE = APPEARANCE + "date"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b|版權所有|版权所有)\W{0,3}(?:\w+\W+){0,4}?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_LATEST = {Relation.TRANSLATION: 2, Relation.REPRINT: 3}
"""An original appears first, then its translation, then what reprints it; where that is unstated it was no later."""


class Reason(StrEnum):
    """Why a year is likely: the last such day before a date, the first after it, or the year of the copyright line."""

    BEFORE = "before"
    AFTER = "after"
    COPYRIGHT = "copyright"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A date that a slot (``field``, ``item``) could have. ``bound``: the date that the reason rests on.

    ``evidence``: the words or the place of the file that give the bound.
    """

    field: str
    item: int
    value: PartialDate
    reason: Reason
    bound: PartialDate
    evidence: tuple[Evidence, ...]


def suggestions(article: Article, claims: Iterable[Claim]) -> tuple[Suggestion, ...]:
    """Years for the dates of appearance that lack theirs, the best founded first; () where nothing bounds them."""
    claims = tuple(claims)
    relations = appearance_relations(claims)
    dated = [(item, own[0]) for (name, item), own in effective(claims).items() if name == _DATE]
    found: list[Suggestion] = []
    for item, claim in dated:
        if isinstance(claim.value, PartialDate) and claim.value.year is None and claim.value.month:
            rank = _LATEST.get(relations[item], 1)
            others = [(_LATEST.get(relations[i], 1), other) for i, other in dated if i != item]
            found += [*_beside(claim.value, item, rank, others), *_copyright(claim.value, item, article.text)]
    return tuple({(s.item, s.value.iso): s for s in reversed(found)}.values())[::-1]


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
