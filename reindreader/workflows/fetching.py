"""Reading what stands at an address, and asking what is registered for a DOI. Only where the user gives one."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from reindreader.citing.reading.csl_json import record_of_item
from reindreader.errors import BadValueError, UnreachableError, UnreadableFileError
from reindreader.fetching import (
    RESOLVER,
    Described,
    Fetched,
    FetchLimits,
    decoded_as,
    describe,
    fetch,
    file_name,
    is_link,
)
from reindreader.fetching.links import IsNear, is_near
from reindreader.ingest import MAX_BYTES
from reindreader.ingest.appearances import OWN
from reindreader.model.addresses import kept_copy
from reindreader.model.articles import Source
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.dates import PartialDate
from reindreader.model.fields import APPEARANCE, claims_of
from reindreader.model.records import Relation
from reindreader.workflows.beside import Tell
from reindreader.workflows.progress import Part, Unit
from reindreader.workflows.reading import Reading, read_bytes

ADDRESS, ACCESS = "address that was fetched", "day it was fetched"
"""The places of what is declared by fetching itself."""
REGISTRY = "doi.org"


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is used. ``resolver``: where DOIs are looked up; ``near``: which hosts are one's own."""

    limits: FetchLimits = field(default_factory=FetchLimits)
    resolver: str = RESOLVER
    near: IsNear = is_near


USUAL = Network()


def read_link(
    link: str,
    tell: Tell,
    *,
    archived: str | None = None,
    password: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    network: Network = Network(),
) -> Reading:
    """Read what stands at an address. ``archived``: where the user knows a kept copy of it.

    Raises UnreachableError, UnreadableFileError and BadValueError.
    """
    if archived is not None and not is_link(archived):
        raise BadValueError("archived", archived, "url")
    fetched = _fetched(link, tell, replace(network.limits, max_bytes=max_bytes), network.near)
    try:
        reading = read_bytes(
            fetched.data,
            file_name(fetched),
            encoding=encoding or _declared(fetched),
            url=fetched.url,
            password=password,
            max_bytes=max_bytes,
            tell=tell,
        )
    except UnreadableFileError as error:
        raise UnreadableFileError(Path(link), error.reason) from error
    return fetched_reading(reading, fetched.url, today(), archived)


def fetched_reading(reading: Reading, url: str, accessed: PartialDate, archived: str | None = None) -> Reading:
    """A reading with what fetching it declares: its address, and the day of access. What was fetched from an archive has
    the address of the page that is kept there."""
    own, copy = kept_copy(url)
    source = replace(reading.written.source, url=url, accessed=accessed, archived=archived or copy, fetched=True)
    claims = (*reading.claims, *_access_claims(reading.claims, replace(source, url=own)))
    if archived and archived != copy:
        claims = (
            *(c for c in claims if c.field != APPEARANCE + "archived"),
            Claim(APPEARANCE + "archived", archived, Certainty.USER, item=OWN),
        )
    return replace(reading.with_source(source), claims=_addressed(claims, own))


def read_doi(doi: str, tell: Tell, network: Network = Network()) -> tuple[Claim, ...]:
    """What is registered for a DOI, as declared facts. Raises UnreachableError."""
    for step in describe(doi, network.resolver, near=network.near):
        if isinstance(step, Described):
            claims = claims_of(record_of_item(step.item), REGISTRY)
            known = any(claim.field == "variable.DOI" for claim in claims)
            own = Claim("variable.DOI", doi, Certainty.DECLARED, (FilePlace(REGISTRY, doi),))
            return claims if known else (*claims, own)
        tell(Part(step[0], step[1], Unit.BYTES))
    raise UnreachableError(doi, "no-record")


def today() -> PartialDate:
    """The day, where the user is."""
    now = date.today()
    return PartialDate(now.year, now.month, now.day)


def _fetched(link: str, tell: Tell, limits: FetchLimits, near: IsNear) -> Fetched:
    for step in fetch(link, limits, near=near):
        if isinstance(step, Fetched):
            return step
        tell(Part(step[0], step[1], Unit.BYTES))
    raise UnreachableError(link, "cut-off")


def _declared(fetched: Fetched) -> str | None:
    """The declared encoding of a text; other files have their own."""
    return decoded_as(fetched) if fetched.media_type.startswith("text/") or "html" in fetched.media_type else None


def _access_claims(claims: tuple[Claim, ...], source: Source) -> tuple[Claim, ...]:
    """What is declared of where a page is read is where this text appears (as the page itself would declare it)."""
    known = {claim.key for claim in claims}
    own = [
        Claim(APPEARANCE + "accessed", source.accessed, Certainty.DECLARED, (FilePlace(ACCESS),), OWN),
        Claim(APPEARANCE + "url", source.url, Certainty.DECLARED, (FilePlace(ADDRESS, source.url or ""),), OWN),
    ]
    if (APPEARANCE + "relation", OWN) not in known:
        place = FilePlace(ADDRESS, source.url or "")
        own.append(Claim(APPEARANCE + "relation", Relation.TRANSLATION.value, Certainty.DECLARED, (place,), OWN))
    if source.archived and (APPEARANCE + "archived", OWN) not in known:
        place = FilePlace(ADDRESS, source.archived)
        own.append(Claim(APPEARANCE + "archived", source.archived, Certainty.DECLARED, (place,), OWN))
    return tuple(own)


def _addressed(claims: tuple[Claim, ...], url: str) -> tuple[Claim, ...]:
    """The claims with one address: the one that was fetched, unless the page declares the same in a cleaner form."""
    slot = (APPEARANCE + "url", OWN)
    own = [claim for claim in claims if claim.key == slot]
    rest = tuple(claim for claim in claims if claim.key != slot)
    same = [claim for claim in own if _bare(str(claim.value)) == _bare(url)]
    others = [claim for claim in own if claim not in same]
    evidence = tuple(dict.fromkeys(place for claim in same for place in claim.evidence))
    return (*rest, replace(same[0], evidence=evidence), *others)


def _bare(url: str) -> str:
    return url.partition("?")[0].partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/").casefold()
