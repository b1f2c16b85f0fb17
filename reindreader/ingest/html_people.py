"""Who wrote, translated and edited a page: all places that name people are weighed, and those that contradict each other
are both claimed. The first one's people hold (``model.claims.effective``)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reindreader.ingest.html_facts import Fact
from reindreader.ingest.html_name_words import LOGIN, OWN_ROLE
from reindreader.ingest.html_names import FAMILY_NAME, PERSON, SITE_SUFFIX, is_personal, people, plain_outlet
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.fields import ORIGINAL
from reindreader.model.names import Name

Given = Mapping[str, Sequence[Fact]]
"""Facts by their names."""

_WEIGHTS: tuple[tuple[str, int], ...] = (
    ("meta[name=citation_", 10),
    ("JSON-LD", 8),
    ("[itemprop", 8),
    ("[rel=author", 7),
    ("[box", 3),
    ("[name", 4),
    ("[class", 7),
    ("[id", 7),
    ("[data-", 7),
    ("meta[name=dc", 6),
    ("[href", 5),
    ("meta", 5),
)
"""How far a place is trusted that names an author, by how it begins; others as much as a meta tag, in the order of the page."""
_OTHERS = 5
_AGREED = 2
"""Added for each other place that names one of the same people."""
_NO_PERSON, _ONE_WORD = 6, 2
"""Taken off where a place names bodies alone, or nobody in more than one word."""


@dataclass(frozen=True, slots=True)
class _Place:
    """``read``: the people that it names, each with the fact that does."""

    where: str
    read: tuple[tuple[Name, Fact], ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(_key(name) for name, _ in self.read)


def people_claims(given: Given) -> Iterator[Claim]:
    """The people of a page or document by their roles; of each role the most trusted place's first."""
    outlets = _outlets(given)
    defaults = _default_names(given) - _own_sites(given)
    authors = [
        f for f in given.get("author", ()) if not (f.where.startswith("meta") and f.value.casefold() in defaults)
    ]
    bylines = [*authors, *given.get("byline", ())]
    yield from _contributors("author", bylines, outlets)
    translators = given.get("translator", [])
    told = (OWN_ROLE, "translator") if translators else ("translator",)
    yield from _contributors("translator", translators or bylines, outlets, told)
    yield from _contributors("editor", given.get("editor", []), outlets)
    yield from _contributors(ORIGINAL + "author", given.get("original.author", []), outlets)


def _contributors(
    field: str, facts: Sequence[Fact], outlets: set[str], roles: Sequence[str] = (OWN_ROLE,)
) -> Iterator[Claim]:
    """A claim for each person whom a place names, with all places that name the person."""
    role = FIELD_ROLES[field.removeprefix(ORIGINAL)]
    named: dict[str, list[tuple[Name, Fact]]] = {}
    for fact in facts:
        where = fact.where.replace(FAMILY_NAME, "")
        for name in people(fact.value, fact.where, outlets, roles):
            named.setdefault(where, []).append((name, fact))
    taken: dict[str, tuple[Name, list[FilePlace]]] = {}
    for place in _ranked([_Place(where, tuple(read)) for where, read in named.items()]):
        for name, fact in place.read:
            taken.setdefault(_key(name), (name, []))[1].append(FilePlace(place.where, fact.value))
    for name, places in taken.values():
        yield Claim(field, Contributor(role, name), Certainty.DECLARED, tuple(dict.fromkeys(places)))


def _ranked(places: Sequence[_Place]) -> list[_Place]:
    """The places from the most trusted one. Bodies and single words count only where they stand first."""
    ranked = sorted(places, key=lambda place: -_weight(place, places))
    for fuller in ranked[1:]:
        if fuller.keys > ranked[0].keys and not fuller.where.startswith("["):
            return [fuller, *(place for place in ranked if place is not fuller)]
    return [place for place in ranked if place is ranked[0] or _counts(place, ranked[0])]


def _counts(place: _Place, first: _Place) -> bool:
    """Whether it names the same people, or others so that a reader has to decide."""
    if place.keys & first.keys:
        return True
    words = {_letters(fact.value) for _, fact in place.read}
    again = any(_letters(name.literal) in said for name, _ in first.read for said in words)
    return not again and _trust(place.where) >= _OTHERS and not _fault(place)


def _weight(place: _Place, places: Sequence[_Place]) -> int:
    agreeing = sum(bool(other.keys & place.keys) for other in places) - 1
    return _trust(place.where) + _AGREED * agreeing - _fault(place)


def _trust(where: str) -> int:
    return next((weight for start, weight in _WEIGHTS if where.startswith(start)), _OTHERS)


def _fault(place: _Place) -> int:
    names = [name for name, _ in place.read]
    if all(name.organisation for name in names):
        return _NO_PERSON
    return _ONE_WORD if all(name.literal.isascii() and " " not in name.literal for name in names) else 0


def _key(name: Name) -> str:
    """The words of a name in any order: "Lam, Mei" is Mei Lam."""
    return " ".join(sorted(name.literal.casefold().replace(",", " ").split()))


def _letters(words: str) -> str:
    return "".join(filter(str.isalpha, words.casefold()))


def _outlets(given: Given) -> set[str]:
    """The outlets' names in small letters, none that is a person's."""
    return {fact.value.casefold() for fact in given.get("publication", ())} - _own_sites(given)


def _own_sites(given: Given) -> set[str]:
    """Sites that are named and addressed as the person who writes them, in small letters. Where the page declares an
    organisation of that name, it must declare a person of it too."""
    names = {fact.value for fact in given.get("publication", ())}
    organised = {fact.value for fact in given.get("publication", ()) if fact.where.startswith("JSON-LD")}
    persons = {fact.value for fact in given.get("author", ()) if fact.where.endswith(PERSON)}
    mine = (n for n in names - (organised - persons) if is_personal(n) and plain_outlet(n) in _labels(given))
    return {name.casefold() for name in mine}


def _labels(given: Given) -> set[str]:
    """The parts of the page's host name."""
    hosts = (urlsplit(fact.value).hostname or "" for fact in given.get("url", ()))
    return {label for host in hosts for label in host.split(".")}


def _default_names(given: Given) -> set[str]:
    """What a program puts into a meta tag where no author is named: parts of the site's name, its host in one word, an account."""
    parts = {part.casefold() for fact in given.get("publication", ()) for part in SITE_SUFFIX.split(fact.value)}
    words = {fact.value.strip() for fact in given.get("author", ()) if " " not in fact.value.strip()}
    accounts = {word.casefold() for word in words if LOGIN.fullmatch(word)}
    return parts | accounts | ({word.casefold() for word in words} & _labels(given))
