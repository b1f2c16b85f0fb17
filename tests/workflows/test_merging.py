"""Two records made one, by the user's choice, and taken back."""

import pytest

from reindreader.cli.main import main
from reindreader.model.fields import claims_of
from reindreader.model.records import Record
from reindreader.workflows.bibliographies import import_bibliography
from reindreader.workflows.importing import import_text
from reindreader.workflows.merging import (
    Take,
    find_duplicates,
    link_versions,
    merge,
    merge_pair,
    merged_claims,
    not_duplicates,
)
from reindreader.workflows.progress import finish

BIB = """
@article{a, author={Lam, Ka-wai}, title={The Clock}, journal={Post}, date={2016}, keywords={one}, volume={1}}
@article{b, author={Lam, Ka-wai}, title={The clock}, journaltitle={Post}, date={2016}, keywords={two}, pages={7}, volume={2}}
@article{t, author={Lam, Ka-wai}, title={The Clock}, translator={Ashworth, Helen}, journal={Mail}, date={2016}}
"""


@pytest.fixture
def ids(library):
    finish(import_bibliography(library, BIB.encode(), "x.bib"))
    return [library.by_key(key).id for key in "abt"]


def test_duplicates_of_a_library(library, ids):
    groups = finish(find_duplicates(library))
    assert [(group.ids, group.versions) for group in groups] == [((ids[0], ids[1]), False), (tuple(ids), True)]
    not_duplicates(library, ids[:2])
    link_versions(library, ids[2], ids[0])
    link_versions(library, ids[2], ids[0])
    assert len(library.get(ids[2]).links) == 1
    assert all(not group.versions or ids[0] not in group.ids for group in finish(find_duplicates(library)))


def test_both_sides_are_shown(library, ids):
    pair = merge_pair(library, ids[0], ids[1])
    rows = {row.slot[0]: row for row in pair.rows}
    assert (pair.kept_key, pair.other_key) == ("a", "b")
    assert (rows["variable.volume"].kept, rows["variable.volume"].other) == ("1", "2")
    assert rows["variable.volume"].differs
    assert rows["variable.page"].take is Take.OTHER
    assert rows["appearance.publication"].kept == rows["appearance.publication"].other == "Post"


def test_merging_keeps_what_is_chosen_and_can_be_taken_back(library, ids):
    kept, other = ids[:2]
    merge(library, kept, other, {("variable.volume", 0): Take.OTHER, ("author", 0): Take.BOTH})
    stored = library.get(kept)
    assert stored.record.variables["volume"] == "2"
    assert stored.record.variables["page"] == "7"
    assert stored.record.title.text == "The Clock"
    assert len(stored.record.contributors) == 1
    assert stored.tags == ("one", "two")
    assert other not in library.all_ids()
    library.undo_last()
    assert other in library.all_ids()
    assert library.get(kept).record.variables["volume"] == "1"


def test_facts_of_a_text_that_stays_behind_are_declared(library):
    for name in ("Ben Okri", "Eva Okri"):
        words = f"The Clock\n\nBy Ann Lee\n\nTranslated by {name}\n\nWords of an article that is long enough.\n"
        import_text(library, words, f"{name}.txt")
    kept, other = sorted(library.all_ids())
    merge(library, kept, other, {("translator", 0): Take.OTHER})
    (translator,) = [claim for claim in library.get(kept).claims if claim.field == "translator"]
    assert translator.value.name.literal == "Eva Okri"
    assert not translator.spans


def test_claims_of_both_sides():
    ours = claims_of(Record(variables={"volume": "1"}, license="A"), "x")
    theirs = claims_of(Record(variables={"volume": "2", "page": "3"}), "y")
    chosen = merged_claims(ours, theirs, {})
    assert {c.field: c.value for c in chosen if c.field != "type"} == {
        "variable.volume": "1",
        "license": "A",
        "variable.page": "3",
    }


def test_in_a_terminal(tmp_path, capsys):
    (tmp_path / "x.bib").write_text(BIB)
    library = ["--library", str(tmp_path / "l.sqlite")]
    main([*library, "import", str(tmp_path / "x.bib")])
    capsys.readouterr()
    assert main([*library, "duplicates"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("a\tb\t")
    assert main([*library, "duplicates", "--json"]) == 0
    capsys.readouterr()
    assert main([*library, "merge", "a", "b", "--take", "volume"]) == 0
    assert "2" in capsys.readouterr().out
    assert main([*library, "duplicates"]) == 0
    assert "a\tb" not in capsys.readouterr().out
