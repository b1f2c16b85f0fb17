"""What is one record twice, and what are two versions of one work."""

from dataclasses import replace

import pytest

from reindreader.citing.duplicates import Group, Reason, duplicates
from reindreader.citing.identity import plain_address
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.names import Name
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation, Title
from tests.citing.records import person


def article(title="The Clock the Ferry Left Behind", year=2016, url=None, relation=Relation.ORIGINAL, **more):
    people = more.pop("people", (person(Role.AUTHOR, "Lam", "Ka-wai"),))
    return Record(
        title=Title(title), contributors=people, appearances=(Appearance("Post", PartialDate(year), url=url, relation=relation),),
        **more,
    )  # fmt: skip


def translated(by, **more):
    people = (person(Role.AUTHOR, "Lam", "Ka-wai"), person(Role.TRANSLATOR, by, "A"))
    return article(people=people, relation=Relation.TRANSLATION, **more)


def found(*records, **more):
    return duplicates(enumerate(records, 1), **more)


DOI = {"variables": {"DOI": "10.1234/AbC"}}
DOI_TOO = {"variables": {"DOI": "https://doi.org/10.1234/abc"}}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (article(), article(), Reason.TITLE),
        (article(), article("The clock the ferry left behind."), Reason.TITLE),
        (article(), article("The Clock the Fery Left Behind"), Reason.TEXT),
        (article("再談舊區的光與影"), article("再談舊區的光與影。"), Reason.TITLE),
        (article("再談舊區的光與影和渡輪碼頭的鐘聲響起"), article("再談舊區的光與影及渡輪碼頭的鐘聲響起"), Reason.TEXT),
        (article(**DOI), article(year=2017, **DOI_TOO), Reason.DOI),
        (
            article(url="https://www.x.example/a/?utm_source=b#c"),
            article(url="http://x.example/a", year=1999),
            Reason.URL,
        ),
        (article(year=2001), article(year=2016), None),
        (article(people=(person(Role.AUTHOR, "Okri"),)), article(), None),
        (article("Editorial", people=()), article("Editorial", year=1999, people=()), None),
        (article("Ferry timetable volume 1"), article("Ferry timetable volume 2"), None),
        (
            article(variables={"ISBN": "978-0-306-40615-7"}),
            article(variables={"ISBN": "0306406152"}, year=None),
            Reason.ISBN,
        ),
        (article("One", url="https://x.example"), article("Two", url="https://x.example"), None),
        (translated("Ashworth"), translated("Ashworth"), Reason.TITLE),
        (Record(), Record(), None),
    ],
)
def test_pairs(one, other, reason):
    assert found(one, other) == ([Group((1, 2), reason)] if reason else [])


@pytest.mark.parametrize("same", [{}, DOI, {"url": "https://x.example/a"}, {"variables": {"ISBN": "0306406152"}}])
def test_versions_are_never_duplicates(same):
    original = article(**same)
    for one, other in (
        (original, translated("Ashworth", **same)),
        (translated("Ashworth", **same), translated("Brown", **same)),
        (replace(original, language="zh-Hant"), replace(translated("Ashworth", **same), language="en")),
        (
            replace(translated("Ashworth", **same), language="de"),
            replace(translated("Ashworth", **same), language="en"),
        ),
    ):
        (group,) = found(one, other)
        assert group.versions
        assert group.ids == (1, 2)


def test_a_translation_that_names_its_original_is_a_version_of_it():
    links = (Link(LinkKind.TRANSLATION_OF, Original(Title("渡輪留下的鐘"), "zh-Hant")),)
    translation = replace(translated("Ashworth"), links=links)
    original = article("渡輪留下的鐘")
    another = replace(translated("Brown", title="A Clock"), links=links)
    (group,) = found(translation, original, another)
    assert group == Group((1, 2, 3), Reason.ORIGINAL, versions=True)


def test_what_is_linked_is_not_offered():
    translation = replace(translated("Ashworth"), links=(Link(LinkKind.TRANSLATION_OF, 2),))
    assert found(translation, article()) == []
    other = replace(translated("Brown"), links=(Link(LinkKind.TRANSLATION_OF, 2),))
    assert found(translation, article("X"), other) == []


def test_what_the_user_calls_different_is_not_offered():
    assert found(article(), article(), distinct={(1, 2)}) == []


def test_groups_do_not_join_versions_through_a_third():
    german, english = replace(article(), language="de"), replace(article(), language="en")
    groups = found(german, article(), english)
    assert [g.ids for g in groups if not g.versions] == [(1, 2)]
    assert all(not {1, 3} <= set(g.ids) for g in groups if not g.versions)


def test_three_of_one():
    (group,) = found(article(**DOI), article(), article(**DOI))
    assert group == Group((1, 2, 3), Reason.DOI)


def test_names_in_two_scripts_are_one_person():
    both = Name.of("Ka-wai Lam", "Lam", "Ka-wai")
    one = article(people=(Contributor(Role.AUTHOR, replace(both, forms=(*both.forms, *Name("林家慧").forms))),))
    assert found(one, article(people=(Contributor(Role.AUTHOR, Name("林家慧")),)))


def test_addresses():
    assert plain_address("http://[") == ""
    assert plain_address("https://www.x.example/a/?b=1&utm_source=c#d") == "x.example/a?b=1"
