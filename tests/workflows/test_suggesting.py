"""A suggested year says why it is likely."""

from reindreader.ingest import read_plain
from reindreader.model.claims import Certainty, Claim
from reindreader.model.dates import parse_iso
from reindreader.model.records import Relation
from reindreader.model.text import Span
from reindreader.workflows.showing import shown
from reindreader.workflows.suggesting import offers

ARTICLE = read_plain(b"Harbours\n\nThe lamps went out one by one.", "a.txt")


def appeared(item: int, iso: str, relation: Relation) -> list[Claim]:
    span = (Span(0, 8),)
    date = Claim("appearance.date", parse_iso(iso), Certainty.STATED, span, item)
    return [date, Claim("appearance.relation", relation.value, Certainty.STATED, span, item)]


def test_an_offer_is_a_value_and_a_sentence() -> None:
    claims = appeared(0, "--11-30", Relation.ORIGINAL) + appeared(1, "2015-12-02", Relation.TRANSLATION)
    (offer,) = offers(ARTICLE, claims)
    assert "2015" in offer.words
    assert "2015" in offer.sentence
    assert shown(ARTICLE, claims)["suggestions"][0]["value"] == "2015-11-30"
    assert shown(ARTICLE, claims)["original"]["date"] == "--11-30"
