"""What two sources say of one version, side by side: a file and a bibliography that have the same DOI or address.

What was there first holds where the two differ, and the difference is shown. What a bibliography says stays when the file is
read again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reindreader.citing.versions import is_translation, outlets
from reindreader.model.articles import Article
from reindreader.model.claims import Certainty, Claim, FilePlace, effective
from reindreader.model.fields import APPEARANCE, APPEARANCE_PARTS, record_of
from reindreader.model.records import Relation
from reindreader.workflows.fetching import ACCESS, ADDRESS

_RELATION = APPEARANCE + "relation"
_FETCHED = frozenset({ADDRESS, ACCESS})


def joined(ours: Sequence[Claim], theirs: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of both, ours first; what both say is one claim with the evidence of both."""
    from reindreader.attribution.identity import same_fact, told_of_both  # noqa: PLC0415  rarely needed

    ours, theirs = _related(ours, renumbered(theirs, ours))
    found = list(ours)
    for claim in theirs:
        at = next((n for n, own in enumerate(found) if _found(own, claim) and same_fact(own, claim)), None)
        if at is None:
            found.append(claim)
        else:
            first, evidence = found[at], tuple(dict.fromkeys((*found[at].evidence, *claim.evidence)))
            sure = Certainty.STATED if Certainty.STATED in {first.certainty, claim.certainty} else first.certainty
            found[at] = replace(first, value=told_of_both(first, claim), certainty=sure, evidence=evidence)
    return tuple(found)


def _found(one: Claim, other: Claim) -> bool:
    return Certainty.USER not in {one.certainty, other.certainty}


def said_elsewhere(claims: Iterable[Claim], article: Article) -> tuple[Claim, ...]:
    """Of the claims about a record those that its text's file does not declare: a bibliography or a registry does."""
    own = {place for claim in article.declared for place in claim.evidence}
    found = []
    for claim in claims:
        places = tuple(
            e for e in claim.evidence if isinstance(e, FilePlace) and e not in own and e.where not in _FETCHED
        )
        if places and claim.certainty is not Certainty.USER:
            found.append(replace(claim, certainty=Certainty.DECLARED, evidence=places))
    return tuple(found)


def renumbered(theirs: Sequence[Claim], ours: Sequence[Claim]) -> list[Claim]:
    """Their claims, with the number of ours for each appearance that is the same; others keep theirs where it is free."""
    own, other = _appearances(ours), _appearances(theirs)
    behind = max((*own, *other), default=-1) + 1
    numbers = _paired(ours, theirs)
    for item, facts in other.items():
        if item not in numbers:
            free = [n for n, held in own.items() if n not in numbers.values() and _same_appearance(held, facts)]
            taken = item in own or item in numbers.values()
            numbers[item] = free[0] if free else behind if taken else item
            behind += 1
    return [replace(c, item=numbers[c.item]) if c.field.startswith(APPEARANCE) else c for c in theirs]


def _paired(ours: Sequence[Claim], theirs: Sequence[Claim]) -> dict[int, int]:
    """Number of theirs -> of ours, of the appearances of the very texts, where both say of one that it is theirs."""
    one, other = _own_item(ours), _own_item(theirs)
    return {other: one} if one is not None and other is not None else {}


def _own_item(claims: Sequence[Claim]) -> int | None:
    own = outlets(record_of(claims)).own
    if own is None:
        return None
    parts = {part: str(getattr(own, part)) for part in APPEARANCE_PARTS if getattr(own, part) is not None}
    said = {APPEARANCE + part: value for part, value in parts.items()}
    return next((item for item, facts in _appearances(claims).items() if facts == said), None)


def _related(ours: Sequence[Claim], theirs: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Where one of the two says that its appearance is the original's only since it knows of no translator, it is that of the
    translation that the other knows of."""
    sides = list(ours), list(theirs)
    known = [is_translation(record_of(side)) for side in sides]
    if known[0] != known[1]:
        sure, other = sides if known[0] else sides[::-1]
        item = _own_item(other)
        said = [str(c.value) for c in sure if c.field == _RELATION and c.item == item == _own_item(sure)]
        relation = next(iter(said), Relation.TRANSLATION.value)
        other[:] = [replace(c, value=relation) if c.field == _RELATION and c.item == item else c for c in other]
    return sides


def _appearances(claims: Sequence[Claim]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for (name, item), held in effective(claims).items():
        if name.startswith(APPEARANCE):
            found.setdefault(item, {})[name] = str(held[0].value)
    return dict(sorted(found.items()))


def _same_appearance(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    place = APPEARANCE + "publication"
    if one.get(_RELATION) != other.get(_RELATION):
        return False
    return one.get(_RELATION) is not None or one.get(place) == other.get(place)
