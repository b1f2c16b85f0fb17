"""Collections, tags, searches, stars; what was done and how it is taken back."""

from pathlib import Path

import pytest

from reindreader.errors import UnknownKeyError
from reindreader.library import Entry, ExportTarget, Grouping, Library, ReadingState, Repair, View
from reindreader.model.highlights import Highlight, Quote
from reindreader.model.records import Link, LinkKind
from tests.library.makers import put, said
from tests.library.test_library import add, article, claims


def names(library: Library) -> list[tuple[str, int]]:
    return [(one.name, one.count) for one in library.collections()]


def test_collections_lie_in_each_other_in_order(library: Library) -> None:
    a, b = library.add_collection("A"), library.add_collection("B")
    inner = library.add_collection("Inner", b)
    deep = library.add_collection("Deep", inner)
    record = put(library, "one")
    library.collect(deep, [record, record])
    assert names(library) == [("A", 0), ("B", 0), ("Inner", 0), ("Deep", 1)]
    library.move_collection(b, None, 0)
    library.rename_collection(a, "Last")
    assert [name for name, _ in names(library)] == ["B", "Inner", "Deep", "Last"]
    with pytest.raises(ValueError, match="itself"):
        library.move_collection(b, deep, 0)
    with pytest.raises(UnknownKeyError):
        library.rename_collection(99, "x")
    assert library.collections_of(record) == (deep,)
    library.remove_collection(b)
    assert names(library) == [("Last", 0)]
    assert list(library.all_ids()) == [record]
    undone = library.undo_last()
    assert undone
    assert (undone.what, undone.facts["name"]) == ("remove-collection", "B")
    assert names(library) == [("B", 0), ("Inner", 0), ("Deep", 1), ("Last", 0)]
    library.uncollect(deep, [record])
    assert library.collections_of(record) == ()


def test_tags_have_colours_and_are_renamed_and_removed(library: Library) -> None:
    one, two = put(library, "one"), put(library, "two")
    library.tag([one, two], add=["sea", "salt"])
    library.tag([two], remove=["salt"])
    library.set_tag_colour("sea", "#0066cc")
    assert [(t.name, t.colour, t.count) for t in library.tags()] == [("salt", None, 1), ("sea", "#0066cc", 2)]
    library.rename_tag("salt", "sea")
    assert [(t.name, t.count) for t in library.tags()] == [("sea", 2)]
    library.undo_last()
    assert (library.get(one).tags, library.get(two).tags) == (("salt", "sea"), ("sea",))
    library.rename_tag("sea", "ocean")
    assert [(t.name, t.colour) for t in library.tags()] == [("ocean", "#0066cc"), ("salt", None)]
    library.remove_tag("ocean")
    assert library.get(two).tags == ()
    library.undo_last()
    library.undo_last()
    assert library.get(two).tags == ("sea",)
    assert library.tags()[1].colour == "#0066cc"


def test_searches_are_kept_by_name(library: Library) -> None:
    first = library.save_search("Late", "year:2015")
    library.save_search("Sea", "tag:sea")
    assert library.save_search("Late", "year:2016") == first
    assert [(s.name, s.query) for s in library.searches()] == [("Late", "year:2016"), ("Sea", "tag:sea")]
    library.remove_search(first)
    library.remove_search(first)
    assert len(library.searches()) == 1
    library.undo_last()
    assert library.searches()[0].name == "Late"


def test_reading_state_is_told_by_progress_until_it_is_set(library: Library) -> None:
    one = put(library, "one")

    def state() -> ReadingState:
        return library.shelf_rows([one])[0].state

    assert state() is ReadingState.UNREAD
    library.set_place(one, 5, 0.4)
    assert state() is ReadingState.READING
    library.set_state([one], ReadingState.READ)
    assert state() is ReadingState.READ
    library.set_state([one], None)
    library.set_starred([one])
    assert (state(), library.get(one).starred) == (ReadingState.READING, True)


def test_the_bin_is_emptied_and_all_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        record, other = add(library, claims()), put(library, "other")
        made = library.add_highlight(record, Highlight(Quote("clock")))
        library.set_tags(record, ["sea"])
        library.set_links(other, [Link(LinkKind.TRANSLATION_OF, record)])
        library.set_beside(other, record)
        library.bin([record])
        assert library.binned() == (record,)
        assert library.empty_bin() == 1
        with pytest.raises(UnknownKeyError):
            library.get(record)
        assert library.get(other).links == ()
        later = add(library, claims("Later"), "key")
        beside = library.add_highlight(later, Highlight(Quote("stands")))
        assert later > record
    with Library.open(path) as library:
        assert [one.what for one in library.undoable()] == ["empty-bin"]
        library.undo_last()
        assert library.undo_last() is None
        back = library.get(record)
        assert (back.claims, back.tags, back.key) == (claims(), ("sea",), "key-2")
        assert library.article(record).text == article().text
        assert (library.highlights(record), library.highlights(later)) == ((made,), (beside,))
        assert library.get(other).links[0].target == record
        assert library.beside(other) == record
        library.restore(record)
        assert record in library.all_ids()


def test_binning_is_taken_back_once(library: Library) -> None:
    one, two = put(library, "one"), put(library, "two")
    library.bin([one, two])
    library.undo_last()
    assert len(library.all_ids()) == 2
    library.bin(one)
    library.restore([one])
    assert library.undoable() == ()
    with pytest.raises(UnknownKeyError):
        library.restore(99)


def test_a_removed_highlight_comes_back(library: Library) -> None:
    record = add(library)
    made = library.add_highlight(record, Highlight(Quote("clock"), note="n"))
    assert made.id
    library.remove_highlight(made.id)
    library.undo_last()
    assert library.highlights(record) == (made,)
    library.remove_highlight(made.id)
    library.add_highlight(record, made)
    assert library.undoable() == ()


def test_two_records_become_one(library: Library) -> None:
    kept, other = put(library, "kept", title="K"), add(library, claims(), "other")
    library.tag([other], add=["sea"])
    library.tag([kept], add=["salt"])
    inside = library.add_collection("C")
    library.collect(inside, [other])
    reprint = put(library, "reprint")
    library.set_links(reprint, [Link(LinkKind.REPRINT_OF, other)])
    library.merge(kept, other, said(title="Both"))
    merged = library.get(kept)
    assert (merged.tags, merged.record.title.text if merged.record.title else "") == (("salt", "sea"), "Both")
    assert library.article(kept).text == article().text
    assert library.collections_of(kept) == (inside,)
    assert library.get(reprint).links[0].target == kept
    assert library.binned() == (other,)
    library.undo_last()
    assert library.get(kept).tags == ("salt",)
    assert library.get(other).binned is None
    assert library.article(other).text == article().text
    assert library.get(reprint).links[0].target == other


def test_history_says_what_changed_and_by_whom(library: Library) -> None:
    record = put(library, "one", title="A")
    library.by = "window"
    library.set_claims(record, said(title="B"))
    library.set_claims(record, said(title="B"))
    library.set_tags(record, ["sea"])
    library.set_key(record, "uno")
    library.bin(record)
    library.undo_last()
    changes = library.history(record)
    assert [c.what for c in changes] == ["added", "claims", "tags", "key", "binned", "taken-back"]
    title = changes[1]
    assert (title.by, title.before, title.after) == ("window", said(title="A"), said(title="B"))
    assert (changes[2].before, changes[2].after) == ([], ["sea"])


def test_settings_targets_and_repairs_are_kept(library: Library) -> None:
    assert library.setting("key-pattern") is None
    library.set_setting("key-pattern", "[auth][year]")
    assert library.setting("key-pattern") == "[auth][year]"
    target = library.set_export_target(ExportTarget("/tmp/a.bib", "biblatex", selection='{"tag":"sea"}'))
    again = library.set_export_target(ExportTarget("/tmp/a.bib", "bibtex", paused=True, trouble="full"))
    assert (again.id, library.export_targets()) == (target.id, (again,))
    assert again.id
    library.remove_export_target(again.id)
    assert library.export_targets() == ()
    library.add_repairs([Repair("a.bib", 12, "brace", "@book{x"), Repair("a.bib", None, "empty", "")])
    first, _ = library.repairs()
    assert (first.source, first.line, first.text) == ("a.bib", 12, "@book{x")
    assert first.id
    library.remove_repair(first.id)
    assert len(library.repairs()) == 1


def test_a_newer_reading_keeps_the_users_word_and_the_highlights(library: Library) -> None:
    first = article()
    record = library.add(first, b"bytes", claims(), lambda r, t: "k", highlights=[Highlight(Quote("clock"))])
    (old,) = library.highlights(record)
    library.set_claims(record, (*claims(), *said(license="CC BY")))
    newer = article("Another text entirely, and long enough for all blocks of it to stand.")
    library.replace_article(record, newer, b"new", (), [Highlight(Quote("text"), id=old.id)])
    assert library.article(record) == newer
    (moved,) = library.highlights(record)
    assert (moved.id, moved.quote.exact) == (old.id, "text")
    assert {c.field for c in library.get(record).claims} == {
        "appearance.date",
        "appearance.relation",
        "license",
    }
    assert library.holding([first.source.sha256]) == {first.source.sha256: record}
    assert "text" in [c.what for c in library.history(record)]


def test_only_some_of_the_bin_are_deleted(library: Library) -> None:
    one, two, three = (put(library, key) for key in ("one", "two", "three"))
    library.bin([one, two])
    assert library.empty_bin([two, three]) == 1
    assert library.binned() == (one,)
    assert three in library.all_ids()
    assert library.undo_last()
    assert set(library.binned()) == {one, two}


def test_a_search_has_another_name_that_no_other_has(library: Library) -> None:
    first, second = library.save_search("Ports", "harbour"), library.save_search("Boats", "ferry")
    library.rename_search(second, "Ports")
    assert [(own.name, own.query) for own in library.searches()] == [("Ports", "harbour"), ("Ports 2", "ferry")]
    library.rename_search(first, "Piers")
    library.rename_search(99, "Nobody")
    assert [own.name for own in library.searches()] == ["Piers", "Ports 2"]


def test_translations_are_one_work_without_their_original(library: Library) -> None:
    one, two, three = (put(library, key) for key in ("one", "two", "three"))
    library.join_works(one, two)
    (group,) = library.shelf(View(group=Grouping.WORK)).groups
    assert group.count == 2
    library.part_work(two)
    assert library.shelf(View(group=Grouping.WORK)).groups == ()
    with pytest.raises(UnknownKeyError):
        library.join_works(three, 99)


def test_those_that_changed_are_told_of_many(library: Library) -> None:
    ids = library.add_records([Entry(said(title=f"T{n}"), f"k{n}") for n in range(1200)], lambda record, taken: "x")
    box = library.add_collection("Box")
    assert library.collect(box, ids[:3]) == ids[:3]
    assert library.collect(box, [*ids, *ids]) == ids[3:]
    assert library.uncollect(box, [ids[0], ids[0], 99_999]) == [ids[0]]
    assert library.uncollect(box, [ids[0]]) == []
    library.tag(ids, add=["far"])
    library.tag([*ids[:700], *ids[:700]], add=["near"], remove=["far"])
    assert [(tag.name, tag.count) for tag in library.tags()] == [("far", 500), ("near", 700)]
    assert [(c.what, c.before, c.after) for c in library.history(ids[5])[1:]] == [
        ("collections", None, [box]),
        ("tags", [], ["far"]),
        ("tags", ["far"], ["near"]),
    ]
    assert len(library.shelf_ids(query="near ")) == 700
