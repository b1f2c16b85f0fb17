"""The account that made an office document. Whom the text names too, it confirms; anybody else it credits with nothing."""

from collections.abc import Iterable
from dataclasses import replace

from reindreader.attribution.identity import same_person
from reindreader.attribution.people import name_of
from reindreader.model.claims import Claim
from reindreader.model.contributors import Contributor
from reindreader.model.fields import ACCOUNT


def with_accounts(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with the account as evidence of the people that it is; one that is nobody's stays as it is."""
    accounts = [claim for claim in claims if claim.field == ACCOUNT]
    if not accounts:
        return claims
    found = []
    for claim in claims:
        places = tuple(place for one in accounts if _names(one, claim) for place in one.evidence)
        found.append(replace(claim, evidence=(*claim.evidence, *places)) if places else claim)
    known = [one for one in accounts if any(_names(one, claim) for claim in claims)]
    return tuple(claim for claim in found if claim not in known)


def people_of(account: Claim) -> Iterable[str]:
    """The names: Word puts a semicolon between authors."""
    return (words for part in str(account.value).split(";") if (words := part.strip()))


def _names(account: Claim, claim: Claim) -> bool:
    person = claim.value
    if not isinstance(person, Contributor) or claim is account:
        return False
    return any(same_person(name_of(words), person.name) for words in people_of(account))
