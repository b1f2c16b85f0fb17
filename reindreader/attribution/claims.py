"""Credits to claims: each fact with its words, its certainty, and the appearance that it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from reindreader.attribution.calendars import counted_in
from reindreader.attribution.credits import Credit, Person, Words
from reindreader.attribution.identity import same_fact, told_of_both
from reindreader.attribution.people import as_in
from reindreader.attribution.phrases import shared_words
from reindreader.model.claims import Certainty, Claim, Value
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.fields import APPEARANCE
from reindreader.model.records import Relation, Title, TranslationKind
from reindreader.model.text import Span

_TRUST = {Certainty.DECLARED: 0, Certainty.STATED: 1, Certainty.INFERRED: 2}
_WORDED = {"license": "license", "publisher": "variable.publisher"}


def claims_of(credited: Iterable[Credit], text: str, language: str | None) -> tuple[Claim, ...]:
    """The claims that the credits make, of equal facts one with all their evidence, the most trusted first.

    ``language``: of the article; an appearance in another language is the original's.
    """
    credited = tuple(credited)
    claims = [*_people(credited, language), *_machine(credited), *_originals(credited), *_worded(credited)]
    claims += _Appearances(language).claims(credited)
    return tuple(sorted(_merged(claims), key=lambda claim: _TRUST[claim.certainty]))


def _claim(name: str, value: Value, span: Span, *, inferred: bool = False, item: int = 0) -> Claim:
    return Claim(name, value, Certainty.INFERRED if inferred else Certainty.STATED, (span,), item)


def _people(credited: tuple[Credit, ...], language: str | None) -> Iterator[Claim]:
    position = next((credit.words for credit in credited if credit.role == "author-position"), None)
    authors = sum(len(credit.people) for credit in credited if credit.role == "author")
    for credit in credited:
        for person in credit.people:
            alone = position if credit.role == "author" and authors == 1 else None
            named = replace(person, name=as_in(person.name, language))
            yield _claim(credit.role, _contributor(credit, named, alone), credit.span, inferred=credit.inferred)


def _contributor(credit: Credit, person: Person, position: Words | None) -> Contributor:
    title = person.position or (position.text if position else None)
    qualifier = FIELD_ROLES[credit.qualifier] if credit.qualifier else None
    return Contributor(FIELD_ROLES[credit.role], person.name, qualifier, title)


def _machine(credited: tuple[Credit, ...]) -> Iterator[Claim]:
    for credit in credited:
        if credit.role == "machine":
            yield _claim("translation.kind", TranslationKind.MACHINE.value, credit.span)
            if credit.words:
                yield _claim("translation.tool", credit.words.text, credit.words.span)
        for person in credit.people if credit.role == "translator" else ():
            if person.name.literal in shared_words()["tools"]:
                yield _claim("translation.kind", TranslationKind.MACHINE.value, credit.span)
                yield _claim("translation.tool", person.name.literal, person.span)


def _originals(credited: tuple[Credit, ...]) -> Iterator[Claim]:
    for credit in credited:
        if credit.role == "original-title" and credit.words:
            title = " ".join(credit.words.text.split())
            yield _claim("original.title", Title(title, credit.tag), credit.words.span)
        if credit.tag and credit.tag_span and (credit.role != "appearance" or credit.relation == Relation.ORIGINAL):
            yield _claim("original.language", credit.tag, credit.tag_span)


def _worded(credited: tuple[Credit, ...]) -> Iterator[Claim]:
    for credit in credited:
        if credit.role in _WORDED and credit.words and not credit.of_photo:
            yield _claim(_WORDED[credit.role], credit.words.text, credit.words.span)


@dataclass(slots=True)
class _Appearances:
    """Numbers the appearances as they are met."""

    language: str | None
    known: list[Credit] = field(default_factory=list)

    def claims(self, credited: tuple[Credit, ...]) -> list[Claim]:
        """The claims about where and when the text and its original appeared."""
        found: list[Claim] = []
        for credit in credited:
            if credit.role == "appearance" and (credit.publication or credit.date):
                found += self._appeared(credit, self._item(credit))
            elif credit.role == "original-url" and credit.words:
                item = self._item(credit)
                found.append(_claim(APPEARANCE + "url", credit.words.text, credit.words.span, item=item))
                found += self._relation(credit, item)
        return found

    def _item(self, credit: Credit) -> int:
        """A new number, or that of the appearance whose missing part this is."""
        for index, other in enumerate(self.known):
            if credit.relation == other.relation and credit.role != other.role and credit.relation:
                return index
            if _same(other.publication, credit.publication) and credit.relation in {other.relation, None}:
                return index
        self.known.append(credit)
        return len(self.known) - 1

    def _appeared(self, credit: Credit, item: int) -> Iterator[Claim]:
        if credit.publication:
            name = " ".join(credit.publication.text.split())
            yield _claim(APPEARANCE + "publication", name, credit.publication.span, item=item)
        date = counted_in(credit.date.date, self.language) if credit.date else None
        if credit.date and date:
            yield _claim(APPEARANCE + "date", date, credit.date.span, item=item)
        if credit.words:
            yield _claim(APPEARANCE + "url", credit.words.text, credit.words.span, item=item)
        yield from self._relation(credit, item)

    def _relation(self, credit: Credit, item: int) -> Iterator[Claim]:
        if credit.relation:
            yield _claim(APPEARANCE + "relation", credit.relation, credit.span, inferred=credit.inferred, item=item)
        elif credit.tag and credit.tag_span and self._foreign(credit.tag):
            yield _claim(APPEARANCE + "relation", Relation.ORIGINAL.value, credit.span, inferred=True, item=item)
            yield _claim("original.language", credit.tag, credit.tag_span, inferred=True)

    def _foreign(self, tag: str) -> bool:
        return self.language is not None and _primary(tag) != _primary(self.language)


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _same(one: Words | None, other: Words | None) -> bool:
    return one is not None and other is not None and one.text.casefold() == other.text.casefold()


def _merged(claims: Iterable[Claim]) -> list[Claim]:
    """Equal facts once, with the evidence of all; of a person named twice the fuller name's claim is kept."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((at for at, other in enumerate(kept) if same_fact(other, claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _joined(kept[at], claim)
    return kept


def _joined(first: Claim, second: Claim) -> Claim:
    surer = min(first, second, key=lambda claim: _TRUST[claim.certainty])
    evidence = tuple(dict.fromkeys((*surer.evidence, *first.evidence, *second.evidence)))
    return replace(surer, value=told_of_both(first, second), evidence=evidence)
