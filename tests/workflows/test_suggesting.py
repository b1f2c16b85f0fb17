"""A suggested year says why it is likely."""

from dataclasses import replace

from reindreader.ingest import read_plain
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.dates import parse_iso
from reindreader.model.records import Relation
from reindreader.model.text import Span
from reindreader.workflows.facts import facts_of
from reindreader.workflows.showing import shown
from reindreader.workflows.suggesting import offers, with_offers

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


def read_at(url: str, *claims: Claim) -> list[tuple[str, str, str]]:
    article = replace(ARTICLE, source=replace(ARTICLE.source, url=url))
    return [(own["field"], own["value"], own["sentence"]) for own in shown(article, claims)["suggestions"]]


def test_a_date_that_only_the_address_has_is_offered_and_not_filled_in() -> None:
    url = "https://quay.example/2019/04/28/lamps"
    assert read_at(url) == [("appearance.date", "2019-04-28", "The address says 2019-04-28.")]
    article = replace(ARTICLE, source=replace(ARTICLE.source, url=url))
    assert shown(article, ())["published"]["date"] is None
    (question,) = with_offers(facts_of(()), article, ()).questions
    assert (question.label, question.value) == ("Date", "not stated")
    assert question.prompt == "Was it 28 April 2019? The address says 2019-04-28."
    (answer,) = question.answers
    assert (answer.field, answer.value) == ("published.date", "2019-04-28")


def test_the_address_fills_a_year_where_it_agrees_and_is_silent_where_it_does_not() -> None:
    own = appeared(0, "--04-28", Relation.TRANSLATION)
    assert [value for _, value, _ in read_at("https://quay.example/2019/04/lamps", *own)] == ["2019-04-28"]
    assert read_at("https://quay.example/2019/05/02/lamps", *own) == []
    assert read_at("https://quay.example/2019/04/28/", *appeared(0, "2019-04-28", Relation.TRANSLATION)) == []
    month = appeared(0, "2019-04", Relation.TRANSLATION)
    assert [value for _, value, _ in read_at("https://quay.example/2019/04/28/", *month)] == ["2019-04-28"]
    assert read_at("https://quay.example/2019/04/28/", *appeared(0, "2019-21", Relation.TRANSLATION)) == []


def test_the_address_of_the_original_dates_the_original() -> None:
    place = (FilePlace("link", "x"),)
    url = Claim("appearance.url", "https://quay.example/2019/04/28/", Certainty.DECLARED, place, 3)
    relation = Claim("appearance.relation", "original", Certainty.DECLARED, place, 3)
    (question,) = with_offers(facts_of((url, relation)), ARTICLE, (url, relation)).questions
    assert [answer.field for answer in question.answers] == ["original.date"]
