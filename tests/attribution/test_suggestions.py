"""A year that the text leaves out is offered where another date bounds it, with the reason, and never filled in."""

import pytest

from reindreader.attribution import Reason, attribute, suggestions
from reindreader.ingest import read_plain
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.dates import parse_iso
from reindreader.model.records import Relation
from reindreader.model.text import Span

PLACE = FilePlace("meta[name=date]", "x")
TEXT = "Harbours\n\nThe lamps went out one by one, and nobody came to light them again that year.\n\n"


def article(text: str = TEXT):
    return read_plain(text.encode("utf-8"), "a.txt")


def appeared(item: int, iso: str, relation: Relation | None, certainty: Certainty = Certainty.DECLARED) -> list[Claim]:
    own = [Claim("appearance.date", parse_iso(iso), certainty, (PLACE, Span(0, 1)), item)]
    return own + (
        [Claim("appearance.relation", relation.value, certainty, (PLACE, Span(0, 1)), item)] if relation else []
    )


@pytest.mark.parametrize(
    ("missing", "relation", "bound", "offered"),
    [
        ("--11-30", None, "2015-12-02", "2015-11-30"),
        ("--11-30", None, "2016-01-04", "2015-11-30"),
        ("--11-30", Relation.ORIGINAL, "2015-11-30", "2015-11-30"),
        ("--12", Relation.ORIGINAL, "2015-11-30", "2014-12"),
        ("--02-29", Relation.ORIGINAL, "2015-11-30", "2012-02-29"),
        ("--12-05", Relation.REPRINT, "2015-11-30", "2015-12-05"),
        ("--01-05", Relation.REPRINT, "2015-11-30", "2016-01-05"),
    ],
)
def test_a_dated_translation_bounds_the_year(missing: str, relation: Relation | None, bound: str, offered: str) -> None:
    claims = appeared(0, missing, relation, Certainty.STATED) + appeared(1, bound, Relation.TRANSLATION)
    (found,) = suggestions(article(), claims)
    assert (found.field, found.item, found.value.iso) == ("appearance.date", 0, offered)
    assert found.bound.iso == bound
    assert found.evidence == (PLACE, Span(0, 1))


@pytest.mark.parametrize("bound", ["2015", "--12-01", "2015/2016"])
def test_a_date_that_bounds_nothing_offers_nothing(bound: str) -> None:
    claims = appeared(0, "--11-30", None) + appeared(1, bound, Relation.TRANSLATION)
    assert suggestions(article(), claims) == ()


def test_dates_of_the_same_rank_do_not_bound_each_other() -> None:
    assert suggestions(article(), appeared(0, "--11-30", None) + appeared(1, "2015-12-01", None)) == ()


def test_the_copyright_line_offers_its_year() -> None:
    own = article(TEXT + "© Quay Press ٢٠١٥")
    (found,) = suggestions(own, appeared(0, "--11-30", None))
    assert (found.value.iso, found.reason) == ("2015-11-30", Reason.COPYRIGHT)
    (span,) = found.evidence
    assert isinstance(span, Span)
    assert span.slice(own.text) == "© Quay Press ٢٠١٥"


def test_one_value_is_offered_once_and_a_known_year_is_not_questioned() -> None:
    own = article(TEXT + "© 2015 Quay Press")
    claims = appeared(0, "--11-30", None) + appeared(1, "2015-12-02", Relation.TRANSLATION)
    assert [found.reason for found in suggestions(own, claims)] == [Reason.BEFORE]
    assert suggestions(own, appeared(0, "2015-11-30", None)) == ()


def test_a_leap_day_is_no_day_of_a_common_year() -> None:
    assert suggestions(article(TEXT + "© 2015"), appeared(0, "--02-29", None)) == ()


def test_nothing_is_filled_in() -> None:
    read = attribute(
        article("Harbours\nThis article appeared in The Lantern on Nov. 30.\n\n" + TEXT + "© 2015 Quay Press")
    )
    dates = [claim.value.iso for claim in read.claims if claim.field == "appearance.date"]
    assert dates == ["--11-30"]
    assert [found.value.iso for found in suggestions(read.article, read.claims)] == ["2015-11-30"]
