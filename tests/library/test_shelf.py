"""The shelf's orders, groups and filters."""

import pytest

from reindreader.library import Entry, Grouping, Library, ReadingState, Sort, View
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name, NameForm
from tests.library.makers import put


@pytest.fixture
def shelf(library: Library) -> Library:
    put(library, "b", title="Bridge", author="Zhang", language="en", appearance_publication="Sea News")
    put(library, "none")
    put(library, "a", title="Élan", author="Abe", language="de", appearance_publication="Air Post")
    put(library, "c", title="Clock", language="en", appearance_publication="Sea News")
    return library


def keys(library: Library, view: View) -> str:
    return " ".join(row.key for row in library.shelf_rows(library.shelf(view).ids))


@pytest.mark.parametrize(
    ("sort", "reverse", "order"),
    [
        (Sort.TITLE, False, "b c a none"),
        (Sort.TITLE, True, "a c b none"),
        (Sort.AUTHOR, False, "a b c none"),
        (Sort.AUTHOR, True, "b a none c"),
        (Sort.ADDED, False, "c a none b"),
        (Sort.ADDED, True, "b none a c"),
    ],
)
def test_what_is_not_known_comes_last_in_either_direction(
    shelf: Library, sort: Sort, reverse: bool, order: str
) -> None:
    assert keys(shelf, View(sort=sort, reverse=reverse)) == order
    assert keys(shelf, View("-key:nobody", sort=sort, reverse=reverse)) == order


def test_a_name_is_shown_with_its_particle_and_stands_by_its_family_name(library: Library) -> None:
    brink = Name("Sanne van der Brink", (NameForm("Sanne van der Brink", None, "Brink", "Sanne", "van der"),))
    claim = Claim("author", Contributor(Role.AUTHOR, brink), Certainty.USER)
    library.add_records([Entry((claim,), "brink")], lambda record, taken: "x")
    put(library, "abe", author="Abe")
    put(library, "carl", author="Carl")
    assert keys(library, View(sort=Sort.AUTHOR)) == "abe brink carl"
    assert library.shelf_rows([library.by_key("brink").id])[0].authors == "van der Brink"


def test_groups_by_outlet_and_language(shelf: Library) -> None:
    found = shelf.shelf(View(sort=Sort.TITLE, group=Grouping.OUTLET))
    assert [(g.label, g.start, g.count) for g in found.groups] == [("Air Post", 0, 1), ("Sea News", 1, 2), ("", 3, 1)]
    assert keys(shelf, View(sort=Sort.TITLE, group=Grouping.OUTLET)) == "a b c none"
    found = shelf.shelf(View(sort=Sort.TITLE, reverse=True, group=Grouping.LANGUAGE))
    assert [(g.label, g.start, g.count) for g in found.groups] == [("de", 0, 1), ("en", 1, 2), ("", 3, 1)]
    assert keys(shelf, View(sort=Sort.TITLE, reverse=True, group=Grouping.LANGUAGE)) == "a c b none"


def test_versions_of_a_work_stand_together(shelf: Library) -> None:
    shelf.join_works(shelf.by_key("b").id, shelf.by_key("a").id)
    found = shelf.shelf(View(sort=Sort.TITLE, group=Grouping.WORK))
    assert keys(shelf, View(sort=Sort.TITLE, group=Grouping.WORK)) == "b a c none"
    assert [(g.label, g.start, g.count) for g in found.groups] == [("Bridge", 0, 2)]
    assert shelf.shelf(View("key:b", group=Grouping.WORK)).groups == ()


def test_filters(shelf: Library) -> None:
    a, b, c = (shelf.by_key(key).id for key in "abc")
    outer = shelf.add_collection("Outer")
    shelf.collect(shelf.add_collection("Inner", outer), [a, b])
    shelf.tag([b, c], add=["sea"])
    shelf.set_starred([b])
    shelf.set_state([c], ReadingState.READ)
    shelf.bin(shelf.by_key("none").id)
    assert keys(shelf, View(sort=Sort.TITLE, collection=outer)) == "b a"
    assert keys(shelf, View(sort=Sort.TITLE, tag="sea")) == "b c"
    assert keys(shelf, View(sort=Sort.TITLE, tag="sea", collection=outer)) == "b"
    assert keys(shelf, View(starred=True)) == "b"
    assert keys(shelf, View(state=ReadingState.READ)) == "c"
    assert keys(shelf, View(binned=True)) == "none"
    assert keys(shelf, View("bridge", tag="sea")) == "b"


def test_an_order_is_that_of_this_moment(shelf: Library) -> None:
    assert keys(shelf, View(sort=Sort.TITLE)) == "b c a none"
    with Library.open(shelf.path) as other:
        put(other, "d", title="Aa")
    assert keys(shelf, View(sort=Sort.TITLE)) == "d b c a none"
    shelf.bin(shelf.by_key("b").id)
    assert keys(shelf, View(sort=Sort.TITLE)) == "d c a none"
    shelf.undo_last()
    assert keys(shelf, View("-key:nobody", sort=Sort.TITLE)) == "d b c a none"


@pytest.mark.parametrize(
    ("text", "family", "given", "shown"),
    [
        ("周文遠", "周", "文遠", "周文遠"),
        ("김하늘", "김", "하늘", "김하늘"),
        ("Helen Ashworth", "Ashworth", "Helen", "Ashworth"),
    ],
)
def test_names_of_east_asia_are_not_cut_to_a_character(
    library: Library, text: str, family: str, given: str, shown: str
) -> None:
    put(library, "k", title="Clock")
    person = Contributor(Role.TRANSLATOR, Name(text, (NameForm(text, None, family, given),)))
    library.set_claims(library.by_key("k").id, (Claim("translator", person, Certainty.USER),))
    assert [row.translators for row in library.shelf_rows(library.shelf(View()).ids)] == [shown]
