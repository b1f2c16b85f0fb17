"""What the user says holds, stands beside what was found, and can be taken back step by step."""

from dataclasses import replace

import pytest

from reindreader.attribution.people import name_of
from reindreader.errors import BadValueError, UnknownFieldError
from reindreader.library import Library, Stored
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.records import Relation
from reindreader.model.text import Span
from reindreader.workflows.editing import (
    apply,
    carry_out,
    confirm_field,
    is_plain,
    revert_field,
    set_field,
    swap_names,
    swapping,
    undo,
)
from reindreader.workflows.facts import fact_line, facts_of


def test_reads_the_column(stored: Stored) -> None:
    record = stored.record
    assert record.title
    assert record.title.text == "What the Harbour Owes Its Clerks"
    (author,), (translator,) = record.by_role(Role.AUTHOR), record.by_role(Role.TRANSLATOR)
    assert (author.name.literal, author.name.honorific, author.title) == (
        "Tobias Quill",
        "Hon.",
        "Commissioner of Lamps",
    )
    assert translator.name.literal == "Ngaio Bellweather"
    (appearance,) = record.appearances
    assert (appearance.publication, appearance.relation) == ("Lantern Bay Courier", Relation.UNSTATED)
    assert appearance.date
    assert appearance.date.iso == "--02-29"


def test_one_answer_says_which_text_appeared(library: Library, stored: Stored) -> None:
    assert facts_of(stored.claims).questions[0].value == "Lantern Bay Courier, 29 February"
    set_field(library, stored.id, "appearance", "translation")
    record = library.get(stored.id).record
    assert record.appeared(Relation.TRANSLATION)
    assert facts_of(library.get(stored.id).claims).questions == ()


def test_a_record_is_completed_step_by_step_and_undone(library: Library, stored: Stored) -> None:
    edits = [
        set_field(library, stored.id, field, words)
        for field, words in (
            ("published.publication", "Tidewater Review"),
            ("published.date", "3 December 2015"),
            ("original.publication", "Lantern Bay Courier"),
            ("original.date", "2015-11"),
            ("original.language", "Chinese"),
            ("author", "Quill, Tobias; {Lamp Office}"),
            ("license", "CC BY 4.0"),
            ("license", ""),
        )
    ]
    record = library.get(stored.id).record
    own, original = record.appeared(Relation.TRANSLATION), record.appeared(Relation.ORIGINAL)
    assert own
    assert (own.publication, own.date) == ("Tidewater Review", PartialDate(2015, 12, 3))
    assert original
    assert (original.publication, original.date) == ("Lantern Bay Courier", PartialDate(2015, 11))
    assert record.original.language == "zh"
    people = record.by_role(Role.AUTHOR)
    assert people[0].title == "Commissioner of Lamps"  # the same person, so what was found is kept
    assert people[1].name.organisation
    assert record.license is None
    after = library.get(stored.id).claims
    for edit in reversed(edits):
        undo(library, edit)
    assert library.get(stored.id).claims == stored.claims
    for edit in edits:
        apply(library, edit)
    assert library.get(stored.id).claims == after


def test_reverting_brings_back_what_was_found(library: Library, stored: Stored) -> None:
    set_field(library, stored.id, "translator", "Someone Else")
    facts = {fact.field: fact for fact in facts_of(library.get(stored.id).claims).translation}
    assert facts["translator"].found == "Ngaio Bellweather"
    revert_field(library, stored.id, "translator")
    assert library.get(stored.id).claims == stored.claims


def test_confirming_makes_a_guess_the_users_word(library: Library, stored: Stored) -> None:
    assert fact_line(stored.claims, "author") == "Author: Tobias Quill (inferred)"
    confirm_field(library, stored.id, "author")
    assert fact_line(library.get(stored.id).claims, "author") == "Author: Tobias Quill (yours)"
    assert fact_line(stored.claims, "original.title") == "Title: not stated"
    confirm_field(library, stored.id, "translator")
    fact = next(f for f in facts_of(library.get(stored.id).claims).translation if f.field == "translator")
    assert fact.found is None, "what was confirmed is not said twice"


def test_one_of_several_people_is_swapped_and_the_other_stays_to_be_checked(library: Library, stored: Stored) -> None:
    guessed = [Contributor(Role.TRANSLATOR, replace(name_of(words), guessed=True)) for words in ("Tai Man", "Ka Lok")]
    own = tuple(Claim("translator", person, Certainty.STATED, (Span(0, 4),)) for person in guessed)
    library.set_claims(stored.id, (*(c for c in stored.claims if c.field != "translator"), *own))
    carry_out(library, stored.id, "translator", swapping("translator", 1))

    def names() -> list[tuple[str | None, bool]]:
        people = library.get(stored.id).record.by_role(Role.TRANSLATOR)
        return [(person.name.form.family, person.name.guessed) for person in people]

    assert names() == [(guessed[0].name.form.family, True), (guessed[1].name.form.given, False)]
    unsure = facts_of(library.get(stored.id).claims).unsure
    assert "translator" in [fact.field for fact in unsure]
    confirm_field(library, stored.id, "translator")
    assert [guess for _family, guess in names()] == [False, False]


def test_a_name_that_was_split_wrongly_is_swapped(library: Library, stored: Stored) -> None:
    for wanted in (("Ngaio", "Bellweather"), ("Bellweather", "Ngaio")):
        swap_names(library, stored.id, "translator")
        form = library.get(stored.id).record.by_role(Role.TRANSLATOR)[0].name.form
        assert (form.family, form.given) == wanted
    set_field(library, stored.id, "translator", "{Tide Table}")
    swap_names(library, stored.id, "translator")
    assert library.get(stored.id).record.by_role(Role.TRANSLATOR)[0].name.form.family == "Tide"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("published.date", "Tuesday"),
        ("published.date", "2015-02-29"),
        ("language", "?"),
        ("appearance", "both"),
        ("published.url", "javascript:alert(1)"),
        ("type", "leaflet"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(
    library: Library, stored: Stored, field: str, words: str
) -> None:
    with pytest.raises(BadValueError):
        set_field(library, stored.id, field, words)
    assert library.get(stored.id).claims == stored.claims


def test_an_unknown_field_is_told_with_those_there_are(library: Library, stored: Stored) -> None:
    with pytest.raises(UnknownFieldError) as error:
        set_field(library, stored.id, "colour", "red")
    assert "published.date" in error.value.fields


@pytest.mark.parametrize(
    ("field", "words", "plain"),
    [
        ("author", "Quill, Tobias; {Lamp Office}", True),
        ("author", "Quill, Tobias; Ngaio Bellweather", False),
        ("published.date", "2015-11-30", True),
        ("published.date", "30 November 2015", False),
        ("published.date", "", True),
        ("original.language", "German", False),
        ("title", "30 November 2015", True),
    ],
)
def test_values_that_stand_in_the_words_are_read_without_knowing_any_language(
    stored: Stored, field: str, words: str, plain: bool
) -> None:
    assert is_plain(field, words, stored.claims) is plain
