"""The card: what is known and how, what is asked, what nobody stated."""

import pytest

from reindreader.library import Library, Stored
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name
from reindreader.model.records import Title
from reindreader.model.text import Span
from reindreader.workflows.editing import set_field
from reindreader.workflows.facts import Side, facts_of


def test_every_fact_says_how_it_is_known_and_where(library: Library, stored: Stored) -> None:
    text = library.article(stored.id).text
    facts = facts_of(stored.claims)
    by_field = {fact.field: fact for fact in (*facts.original, *facts.translation)}
    translator = by_field["translator"]
    assert (translator.value, translator.certainty) == ("Ngaio Bellweather", Certainty.STATED)
    assert translator.spans[0].slice(text) == "Translation by Ngaio Bellweather"
    assert by_field["author"].certainty is Certainty.INFERRED
    assert (by_field["original.title"].value, by_field["original.title"].certainty) == ("", None)
    assert by_field["language"].value == "English"
    assert {fact.side for fact in facts.original} == {Side.ORIGINAL}


def test_the_question_stands_until_it_is_answered(library: Library, stored: Stored) -> None:
    (question,) = facts_of(stored.claims).questions
    assert [(answer.side, answer.value) for answer in question.answers] == [
        (Side.ORIGINAL, "original"),
        (Side.TRANSLATION, "translation"),
    ]
    answer = question.answers[0]
    set_field(library, stored.id, answer.field, answer.value)
    facts = facts_of(library.get(stored.id).claims)
    assert not facts.questions
    original = {fact.field: fact for fact in facts.original}
    assert original["original.publication"].value == "Lantern Bay Courier"
    assert original["original.date"].value == "29 February"


def test_gaps_name_what_nobody_stated(library: Library, stored: Stored) -> None:
    before = dict(facts_of(stored.claims).gaps)
    assert before["original.place"] == "place of the original"
    set_field(library, stored.id, "published.url", "https://example.org/a")
    after = dict(facts_of(library.get(stored.id).claims).gaps)
    assert set(before) - set(after) == {"published.url"}


def test_conflicts_are_shown_and_do_not_win_silently() -> None:
    claims = (
        Claim("title", Title("One"), Certainty.STATED, (Span(0, 3),)),
        Claim("title", Title("Two"), Certainty.DECLARED, (FilePlace("meta[name=title]"),)),
    )
    fact = next(fact for fact in facts_of(claims).translation if fact.field == "title")
    assert (fact.value, fact.conflict, fact.place) == ("One", ("Two",), "meta[name=title]")


@pytest.mark.parametrize("claims", [()])
def test_nothing_known_is_a_card_of_gaps(claims: tuple[Claim, ...]) -> None:
    facts = facts_of(claims)
    assert not any(fact.value for fact in (*facts.original, *facts.translation))
    assert not facts.questions


def test_an_author_whom_only_metadata_names_is_shown_as_a_conflict() -> None:
    place = (FilePlace("meta[name=author]"),)
    claims = (
        Claim("author", Contributor(Role.AUTHOR, Name("Site Admin")), Certainty.DECLARED, place),
        Claim("author", Contributor(Role.AUTHOR, Name("Tobias Quill")), Certainty.STATED, (Span(0, 3),)),
    )
    fact = next(fact for fact in facts_of(claims).translation if fact.field == "author")
    assert (fact.value, fact.conflict) == ("Tobias Quill", ("Site Admin",))
