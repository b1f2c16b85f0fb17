"""The founding article: all of its expected facts and none other."""

import json
from pathlib import Path

import pytest

from reindreader.attribution import Attribution, attribute
from reindreader.ingest import read_article
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.text import BlockKind

pytestmark = pytest.mark.shared


@pytest.fixture
def expected(shared: Path) -> dict:
    return json.loads((shared / "samples" / "reindustrialization.expected.json").read_text("utf-8"))


@pytest.fixture
def found(shared: Path) -> Attribution:
    path = shared / "samples" / "reindustrialization.txt"
    return attribute(read_article(path.read_bytes(), path.name))


def one(found: Attribution, field: str) -> Claim:
    (claim,) = (claim for claim in found.claims if claim.field == field)
    return claim


def test_it_claims_the_expected_facts_and_no_other(found: Attribution) -> None:
    fields = sorted(claim.field for claim in found.claims)
    wanted = ["title", "language", "author", "translator", "appearance.publication", "appearance.date"]
    assert fields == sorted(wanted)


def test_title_and_caption_stand_where_they_should(found: Attribution, expected: dict) -> None:
    title = one(found, "title")
    assert (title.spans[0].start, title.spans[0].end) == tuple(expected["title"]["evidence"])
    captions = [b.span.slice(found.article.text) for b in found.article.blocks if b.kind is BlockKind.CAPTION]
    assert captions == ["lego logo"]


def test_the_body_is_its_paragraphs(found: Attribution, expected: dict) -> None:
    spans = [[b.span.start, b.span.end] for b in found.article.body_blocks()]
    assert spans == expected["body"]["paragraph_spans"]
    assert [b.kind for b in found.article.blocks][-3:] == [BlockKind.CREDIT] * 3


def test_contributors(found: Attribution, expected: dict) -> None:
    for wanted in expected["contributors"]:
        claim = one(found, wanted["role"])
        assert isinstance(claim.value, Contributor)
        assert claim.value.role is FIELD_ROLES[wanted["role"]]
        assert claim.value.name.literal == wanted["name"]
        assert claim.certainty is Certainty(wanted["certainty"].split()[0])
        assert [claim.spans[0].start, claim.spans[0].end] == wanted["evidence"]
    author = one(found, "author").value
    assert (author.title, author.name.honorific) == (expected["author_role"]["value"], expected["honorific"]["value"])
    assert (author.name.form.family, author.name.form.given) == ("Mok", "Charles")


def test_the_appearance(found: Attribution, expected: dict) -> None:
    outlet, date = one(found, "appearance.publication"), one(found, "appearance.date")
    wanted = expected["original"]
    assert outlet.value == wanted["publication"]["value"]
    assert [outlet.spans[0].start, outlet.spans[0].end] == wanted["publication"]["evidence"]
    assert date.value.iso == wanted["date"]["value"]
    assert [date.spans[0].start, date.spans[0].end] == wanted["date"]["evidence"]
