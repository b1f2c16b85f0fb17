"""Claims: recognised facts with their certainty and evidence. What nobody claims is unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reindreader.model.contributors import Contributor
from reindreader.model.dates import Date
from reindreader.model.records import Link, Title
from reindreader.model.text import Span


class Certainty(StrEnum):
    """How a fact is known: words in the text, metadata of the file, a rule, the user's word."""

    STATED = "stated"
    DECLARED = "declared"
    INFERRED = "inferred"
    USER = "user"


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A place in a file outside its text. ``where``: such as ``meta[name=author]`` or ``PDF /Title``."""

    where: str
    words: str = ""


FRONT_MATTER = "front matter"
"""How the place begins of what the head of a text declares: those lines are read by whom reads the file, and no credits."""

Evidence = Span | FilePlace
Value = str | Title | Contributor | Date | Link
"""The type of a value is that of its field: see ``fields.FIELDS``."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact about a record.

    ``field``: a name of ``fields.FIELDS``; ``item``: which appearance it is about (0 for all other fields).
    ``value``: None only in a user's claim: "take this fact out". Stated and inferred claims carry at least one
    Span of the article's text; declared ones a FilePlace. Raises ValueError where that does not hold.
    """

    field: str
    value: Value | None
    certainty: Certainty
    evidence: tuple[Evidence, ...] = ()
    item: int = 0

    def __post_init__(self) -> None:
        if self.certainty is not Certainty.USER and (self.value is None or not self.evidence):
            raise ValueError(f"{self.field}: a found fact without value or evidence")
        if self.certainty is Certainty.DECLARED and not any(isinstance(e, FilePlace) for e in self.evidence):
            raise ValueError(f"{self.field}: declared, but by no place of the file")

    @property
    def spans(self) -> tuple[Span, ...]:
        """The evidence that stands in the text."""
        return tuple(e for e in self.evidence if isinstance(e, Span))

    @property
    def key(self) -> tuple[str, int]:
        """The slot that the claim fills."""
        return self.field, self.item


def effective(claims: Iterable[Claim]) -> dict[tuple[str, int], tuple[Claim, ...]]:
    """The claims that hold, by slot: the user's where there are any, else what was found, in the order given.

    People whom only the file's metadata names do not join those whom the text names, unless it names all of these too:
    then the text names not all of them, else the two are in conflict, and no co-authors. So are authors and translators
    whom two places of the text name, such as the byline and a credit at the end, or two places of the file, where none of
    them is named in both. A slot that the user emptied is not in the result.
    """
    found: dict[tuple[str, int], list[Claim]] = {}
    users: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        (users if claim.certainty is Certainty.USER else found).setdefault(claim.key, []).append(claim)
    agreed = {key: _in_text(own) for key, own in found.items()}
    held = {key: tuple(c for c in own if c.value is not None) for key, own in (agreed | users).items()}
    return {key: own for key, own in held.items() if own}


def _in_text(found: list[Claim]) -> list[Claim]:
    named = [claim for claim in found if isinstance(claim.value, Contributor) and claim.spans]
    if all(any(isinstance(place, FilePlace) for place in claim.evidence) for claim in named):
        return _of_first_place(found, named or found)
    if len(named) > 1 and named[0].field in _ALONE:
        return _agreeing(named)
    return named or found


_ALONE = frozenset({"author", "translator", "original.author"})
"""Of these one place of a text names all."""


def _of_first_place(found: list[Claim], sure: list[Claim]) -> list[Claim]:
    """Of authors whom the file names those of the place that names the first of the ``sure`` ones, and these."""
    if not sure or sure[0].field not in _ALONE:
        return found
    first = next((place.where for place in sure[0].evidence if isinstance(place, FilePlace)), None)
    return [claim for claim in found if claim.spans or first in _places(claim)]


def _places(claim: Claim) -> set[str]:
    return {place.where for place in claim.evidence if isinstance(place, FilePlace)}


_APART = 300
"""Names that stand more code points apart than this are in two places."""


def _agreeing(named: list[Claim]) -> list[Claim]:
    """The claims of the place that says most surely who it was, with those of the places that name one of them too."""
    places: list[list[Claim]] = []
    for claim in sorted(named, key=lambda claim: claim.spans[0]):
        if places and claim.spans[0].start - places[-1][-1].spans[-1].end <= _APART:
            places[-1].append(claim)
        else:
            places.append([claim])
    first = min(places, key=lambda place: (all(c.certainty is Certainty.INFERRED for c in place), places.index(place)))
    agreed = [claim for place in places if _names(place) & _names(first) for claim in place]
    return [claim for claim in named if claim in agreed]


def _names(claims: list[Claim]) -> set[str]:
    people = (claim.value for claim in claims if isinstance(claim.value, Contributor))
    return {" ".join(person.name.literal.casefold().split()) for person in people}
