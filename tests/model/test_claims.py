"""Claims, the slots they fill, and the record they add up to."""

from dataclasses import replace

import pytest

from reindreader.model.claims import Certainty, Claim, FilePlace, effective
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.fields import FIELDS, appearance_relations, field_names, new_relation, record_of, slot_of
from reindreader.model.names import Name, parse_name
from reindreader.model.records import Appearance, Record, Relation, TaggedText, Title
from reindreader.model.text import Span

HERE = (Span(0, 4),)


def stated(field: str, value: object, item: int = 0) -> Claim:
    return Claim(field, value, Certainty.STATED, HERE, item)


def said(field: str, value: object, item: int = 0) -> Claim:
    return Claim(field, value, Certainty.USER, item=item)


def test_a_found_fact_needs_value_and_evidence() -> None:
    for make in (
        lambda: Claim("title", Title("T"), Certainty.STATED),
        lambda: Claim("title", None, Certainty.INFERRED, HERE),
        lambda: Claim("title", Title("T"), Certainty.DECLARED, HERE),
    ):
        with pytest.raises(ValueError, match="title"):
            make()
    declared = Claim("title", Title("T"), Certainty.DECLARED, (FilePlace("meta[name=title]"),))
    assert declared.spans == ()
    assert stated("title", Title("T")).spans == HERE


def test_the_users_word_holds_and_can_take_a_fact_out() -> None:
    found = (stated("license", "CC BY"), stated("title", Title("Found")))
    held = effective((*found, said("title", Title("Mine")), said("license", None)))
    assert [claim.value for claim in held["title", 0]] == [Title("Mine")]
    assert ("license", 0) not in held


def test_contributors_add_up_in_their_order() -> None:
    people = [Contributor(Role.TRANSLATOR, Name(words)) for words in ("B", "A")]
    record = record_of(stated("translator", person) for person in people)
    assert record.by_role(Role.TRANSLATOR) == tuple(people)
    assert record.by_role(Role.AUTHOR) == ()


def test_what_nobody_claims_is_unknown() -> None:
    assert record_of(()) == Record()
    assert record_of(()).original.empty
    assert record_of((said("appearance.relation", Relation.ORIGINAL),)).appearances == ()


def test_appearances_keep_their_parts_and_their_relation() -> None:
    claims = (
        stated("appearance.publication", "Harbour Post"),
        stated("appearance.date", PartialDate(None, 3, 14)),
        said("appearance.publication", "Weekly", 1),
        said("appearance.relation", Relation.TRANSLATION, 1),
        stated("original.title", Title("鐘", "zh-Hant", (TaggedText("Zhong", "zh-Latn"),))),
    )
    record = record_of(claims)
    assert record.appeared(Relation.UNSTATED) == Appearance("Harbour Post", PartialDate(None, 3, 14))
    assert record.appeared(Relation.TRANSLATION) == Appearance("Weekly", relation=Relation.TRANSLATION)
    assert record.original.title == claims[-1].value
    assert appearance_relations(claims) == {0: Relation.UNSTATED, 1: Relation.TRANSLATION}


def test_a_users_field_leads_to_the_appearance_of_its_relation() -> None:
    waiting = (stated("appearance.publication", "Post"),)
    assert slot_of("published.date", waiting) == ("appearance.date", 1)
    assert slot_of("appearance", waiting) == ("appearance.relation", 0)
    answered = (*waiting, said("appearance.relation", Relation.TRANSLATION))
    assert slot_of("published.date", answered) == ("appearance.date", 0)
    assert slot_of("original-date", answered) == ("appearance.date", 1)
    assert slot_of("DOI", ()) == ("variable.DOI", 0)
    assert slot_of("container-title", ()) == ("appearance.publication", 0)
    with pytest.raises(KeyError):
        slot_of("year-of-the-dragon", ())


def test_a_new_appearance_gets_the_relation_of_its_field() -> None:
    assert new_relation("published.date") is Relation.TRANSLATION
    assert new_relation("original-publisher") is Relation.ORIGINAL
    assert new_relation("original.title") is None
    assert new_relation("title") is None


def test_every_name_of_a_field_leads_somewhere() -> None:
    assert {slot_of(name, ())[0] for name in field_names()} <= set(FIELDS)


def test_metadata_and_text_that_name_different_people_make_no_co_authors() -> None:
    place = (FilePlace("meta[name=author]"),)
    declared = Claim("author", Contributor(Role.AUTHOR, Name("Site Admin")), Certainty.DECLARED, place)
    named = [stated("author", Contributor(Role.AUTHOR, Name(words))) for words in ("A", "B")]
    assert effective((declared, *named))["author", 0] == tuple(named)
    assert effective((declared,))["author", 0] == (declared,)


def named(words: str, start: int, field: str = "author", certainty: Certainty = Certainty.STATED) -> Claim:
    role = Role.TRANSLATOR if field == "translator" else Role.AUTHOR
    return Claim(field, Contributor(role, parse_name(words)), certainty, (Span(start, start + len(words)),))


@pytest.mark.parametrize("field", ["author", "translator"])
def test_two_places_that_name_other_people_are_in_conflict(field: str) -> None:
    byline, credit = named("Ada Marsh", 40, field), named("Tomas Lind", 4000, field)
    assert effective([byline, credit])[field, 0] == (byline,)
    assert effective([credit, byline])[field, 0] == (byline,)


def test_what_is_stated_holds_against_what_was_inferred() -> None:
    inferred, stated = named("Ada Marsh", 40, certainty=Certainty.INFERRED), named("Tomas Lind", 4000)
    assert effective([inferred, stated])["author", 0] == (stated,)


def test_one_place_names_several_and_another_one_of_them() -> None:
    one, other, again = named("Ada Marsh", 40), named("Tomas Lind", 54), named("Tomas Lind", 4000)
    assert effective([one, other, again])["author", 0] == (one, other, again)


def test_several_editors_stand_wherever_they_are_named() -> None:
    one = Claim("photographer", Contributor(Role.PHOTOGRAPHER, parse_name("Ada")), Certainty.STATED, (Span(1, 4),))
    other = Claim(
        "photographer", Contributor(Role.PHOTOGRAPHER, parse_name("Bo")), Certainty.STATED, (Span(5000, 5002),)
    )
    assert effective([one, other])["photographer", 0] == (one, other)


def test_co_authors_whom_the_text_leaves_out_are_authors() -> None:
    place = FilePlace("meta[name=citation_author]", "Ada Marsh")
    both = replace(named("Ada Marsh", 40), evidence=(place, Span(40, 49)))
    other = Claim("author", Contributor(Role.AUTHOR, Name("Tomas Lind")), Certainty.DECLARED, (place,))
    assert effective([both, other])["author", 0] == (both, other)
    assert effective([both, other, named("Una Poe", 54)])["author", 0] == (both, named("Una Poe", 54))
