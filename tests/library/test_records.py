"""Many records at once, their keys, links and versions."""

import pytest

from reindreader.errors import TakenKeyError, UnknownKeyError
from reindreader.library import Entry, Library
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import parse_name
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation, Title
from tests.library.makers import put, said


def keys(record: Record, taken: object) -> str:
    return "made"


def test_many_come_in_with_all_that_they_bring(library: Library) -> None:
    put(library, "here", title="Here")
    ids = library.add_records(
        [
            Entry(
                said(title="One"),
                "one",
                ("b", "a", "b"),
                (("Harbour", "Ferries"),),
                ((LinkKind.TRANSLATION_OF, "TWO"),),
            ),
            Entry(said(title="Two", language="pt"), "Two", links=((LinkKind.VIA, "here"), (LinkKind.VIA, "nobody"))),
            Entry(said(title="Three"), "HERE", collections=(("Harbour",),)),
        ],
        keys,
    )
    one, two, three = (library.get(record) for record in ids)
    assert (one.key, two.key, three.key) == ("one", "Two", "made")
    assert one.tags == ("a", "b")
    assert [(c.name, c.count, c.parent is None) for c in library.collections()] == [
        ("Harbour", 1, True),
        ("Ferries", 1, False),
    ]
    assert one.links == (Link(LinkKind.TRANSLATION_OF, two.id, "Two"),)
    assert [link.key for link in two.links] == ["made"]  # a file's links mean the file's own entries
    assert one.article is None


def test_many_come_in_or_none(library: Library) -> None:
    def broken() -> object:
        yield Entry(said(title="One"), "one")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        library.add_records(broken(), keys)  # type: ignore[arg-type]
    assert not library.all_ids()


def test_a_translation_knows_what_its_original_knows(library: Library) -> None:
    original = put(
        library, "faro2014", title="O farol", language="pt", author="Faro, Inês", appearance_publication="Diário"
    )
    record = put(library, "wick2020", title="The Lighthouse", author="Faro, Ines", translator="Wick, Tom")
    library.set_links(record, [Link(LinkKind.TRANSLATION_OF, original)])
    found = library.get(record).record
    assert found.original == Original(Title("O farol"), "pt", (Contributor(Role.AUTHOR, parse_name("Faro, Inês")),))
    assert found.appeared(Relation.ORIGINAL) == Appearance("Diário", relation=Relation.ORIGINAL)
    assert found.title == Title("The Lighthouse")
    assert dict(library.entries([record])) == {"wick2020": found}
    assert Link(LinkKind.TRANSLATION_OF, original, "faro2014") in found.links
    assert library.versions(record) == (original, record) == library.versions(original)
    assert library.linking_to(original) == ((record, LinkKind.TRANSLATION_OF),)


def test_what_a_translation_states_of_its_original_stands(library: Library) -> None:
    original = put(library, "o", title="O farol", language="pt", appearance_publication="Diário")
    record = put(
        library, "t", title="T", original_title="Outro", appearance_publication="Own", appearance_relation="original"
    )
    library.set_links(record, [Link(LinkKind.TRANSLATION_OF, original), Link(LinkKind.VIA, Original(None, "fr"))])
    found = library.get(record).record
    assert found.original == Original(Title("Outro"), "pt")
    assert found.appearances == (Appearance("Own", relation=Relation.ORIGINAL),)
    assert Link(LinkKind.VIA, Original(None, "fr")) in found.links


def test_an_adaptation_is_a_work_of_its_own(library: Library) -> None:
    one, other = put(library, "a", title="A"), put(library, "b", title="B")
    library.set_links(one, [Link(LinkKind.ADAPTED_FROM, other)])
    assert library.versions(one) == (one,)
    library.join_works(one, other)
    assert library.versions(one) == (one, other)
    library.part_work(other)
    assert library.versions(one) == (one,)
    with pytest.raises(UnknownKeyError):
        library.join_works(one, 99)


def test_a_key_is_one_records_only(library: Library) -> None:
    one, other = put(library, "one"), put(library, "other")
    with pytest.raises(TakenKeyError):
        library.set_key(one, "OTHER")
    library.set_key(other, "Other")
    assert (library.get(other).key, library.get(other).pinned) == ("Other", True)
    with pytest.raises(UnknownKeyError):
        library.set_key(99, "x")


def test_texts_side_by_side(library: Library) -> None:
    one, other = put(library, "one"), put(library, "other")
    assert library.beside(one) is None
    assert library.alignment(one, other) is None
    library.set_beside(one, other)
    library.set_alignment(one, other, "[[0,1]]", edited=False)
    library.set_alignment(one, other, "[[1,1]]", edited=True)
    kept = library.alignment(one, other)
    assert kept
    assert (kept.rows, kept.edited, library.beside(one)) == ("[[1,1]]", True, other)
    library.set_distinct(other, one)
    assert library.distinct_pairs() == {(one, other)}
    library.set_distinct(one, other, distinct_=False)
    assert not library.distinct_pairs()
