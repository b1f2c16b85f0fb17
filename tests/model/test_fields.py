"""A record taken apart into what its file declares, and put together again."""

from hypothesis import given, settings

from reindreader.model.claims import Certainty, Claim, FilePlace, Value
from reindreader.model.contributors import Contributor, Role
from reindreader.model.fields import ValueKind, claims_of, field_of, record_of, slot_of
from reindreader.model.names import Name
from reindreader.model.records import Link, LinkKind, Original, Record, Title, Translation
from reindreader.model.serial import dumps, loads
from tests.strategies import records


@settings(max_examples=150, deadline=None)
@given(records)
def test_a_record_is_what_its_claims_say(record):
    claims = claims_of(record, "library.bib:120")
    assert record_of(claims) == record
    stored = [Claim(c.field, loads(dumps(c.value), Value), c.certainty, c.evidence, c.item) for c in claims]
    assert record_of(stored) == record


def test_each_claim_names_its_place_in_the_file():
    record = Record(title=Title("T"), contributors=(Contributor(Role.TRANSLATOR, Name("Ann Lee")),))
    claims = {claim.field: claim for claim in claims_of(record, "library.bib:120")}
    assert claims["translator"].evidence == (FilePlace("library.bib:120 translator"),)
    assert {claim.certainty for claim in claims.values()} == {Certainty.DECLARED}


def test_contributors_stand_by_their_roles():
    ann, ben = Contributor(Role.EDITOR, Name("Ann")), Contributor(Role.AUTHOR, Name("Ben"))
    assert Record(contributors=(ann, ben)) == Record(contributors=(ben, ann))


def test_what_a_file_brought_and_nobody_knows_is_a_field():
    assert field_of("unknown.timestamp").kind is ValueKind.TEXT
    assert slot_of("unknown.timestamp", ()) == ("unknown.timestamp", 0)
    claim = Claim("unknown.timestamp", "2019-01-01", Certainty.USER)
    assert record_of([claim]).unknown == {"timestamp": "2019-01-01"}


def test_links_and_who_authorised_a_translation():
    links = (Link(LinkKind.VIA, Original(None, "de")), Link(LinkKind.REPRINT_OF, 7))
    record = Record(links=links, translation=Translation(authorised=False))
    assert record_of(claims_of(record, "x")) == record
