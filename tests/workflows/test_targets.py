"""Files that are kept up to date: whole, the same bytes for the same records, and never over another's changes."""

from pathlib import Path

import pytest

from reindreader.citing.keys import make_key
from reindreader.citing.options import ExportOptions, Order
from reindreader.library import Entry, Library
from reindreader.model.fields import claims_of
from reindreader.model.records import Record
from reindreader.workflows.progress import finish
from reindreader.workflows.targets import (
    Selection,
    Trouble,
    add_target,
    move_target,
    pause_target,
    trouble_sentence,
    update_target,
    update_targets,
)
from tests.citing.records import CLOCK, LIGHT, NIGHT_TRAIN


def add(library: Library, key: str, record: Record) -> int:
    return library.add_records([Entry(claims_of(record, "made up"), key)], make_key)[0]


@pytest.fixture
def shelf(library: Library) -> Library:
    add(library, "clock", CLOCK)
    add(library, "train", NIGHT_TRAIN)
    return library


def test_a_target_follows_the_library(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    target = finish(add_target(shelf, path, "biblatex", ExportOptions(order=Order.KEY)))
    first = path.read_bytes()
    assert first.count(b"@") == 2
    assert target.trouble is None
    before = path.stat().st_mtime_ns
    assert finish(update_targets(shelf)) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, before)
    add(shelf, "light", LIGHT)
    assert finish(update_targets(shelf)) == ()
    assert path.read_bytes().count(b"\n@") == 2
    path.unlink()
    finish(update_targets(shelf))
    assert path.exists()


def test_what_another_program_changed_is_not_overwritten_unasked(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    finish(add_target(shelf, path, "biblatex"))
    path.write_text("mine")
    add(shelf, "light", LIGHT)
    (trouble,) = finish(update_targets(shelf))
    assert trouble.trouble == Trouble.CHANGED_ELSEWHERE
    assert path.read_text() == "mine"
    assert "was not overwritten" in trouble_sentence(trouble)
    other = move_target(shelf, trouble, tmp_path / "other.bib")
    done = finish(update_target(shelf, other))
    assert done.trouble is None
    assert path.read_text() == "mine"
    path = tmp_path / "other.bib"
    path.write_text("mine again")
    done = finish(update_target(shelf, shelf.export_targets()[0], overwrite=True))
    assert done.trouble is None
    assert path.read_text().startswith("@")


def test_a_paused_target_is_left_alone(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    target = finish(add_target(shelf, path, "biblatex"))
    pause_target(shelf, target, paused=True)
    first = path.read_bytes()
    add(shelf, "light", LIGHT)
    finish(update_targets(shelf))
    assert path.read_bytes() == first
    pause_target(shelf, shelf.export_targets()[0], paused=False)
    finish(update_targets(shelf))
    assert path.read_bytes() != first


@pytest.mark.parametrize(
    ("path", "form", "options", "trouble"),
    [
        ("gone/refs.bib", "biblatex", ExportOptions(), Trouble.MISSING_FOLDER),
        ("refs.txt", "bibliography-text", ExportOptions(style="no-such-style"), Trouble.STYLE),
        ("refs.xyz", "xyz", ExportOptions(), Trouble.FORMAT),
    ],
)
def test_trouble_of_one_target_is_kept_and_told(
    shelf: Library, tmp_path: Path, path: str, form: str, options: ExportOptions, trouble: Trouble
) -> None:
    finish(add_target(shelf, tmp_path / "good.bib", "biblatex"))
    bad = finish(add_target(shelf, tmp_path / path, form, options))
    assert bad.trouble == trouble
    assert trouble_sentence(bad)
    assert finish(update_targets(shelf)) == (bad,)
    assert not (tmp_path / path).exists()
    assert (tmp_path / "good.bib").exists()


def test_a_selection_is_kept(shelf: Library, tmp_path: Path) -> None:
    ids = shelf.all_ids()
    some = Selection(ids=(ids[1],))
    assert Selection.from_json(some.as_json()) == some
    assert Selection.from_json(Selection("ferry").as_json()) == Selection("ferry")
    finish(add_target(shelf, tmp_path / "one.bib", "biblatex", selection=some))
    assert (tmp_path / "one.bib").read_text().count("@") == 1
    finish(add_target(shelf, tmp_path / "found.bib", "biblatex", selection=Selection("ferry")))
    assert (tmp_path / "found.bib").read_text().startswith("@article{clock")
    with pytest.raises(ValueError, match="3"):
        Selection.from_json("3")


def test_every_trouble_has_its_words(shelf: Library, tmp_path: Path) -> None:
    target = finish(add_target(shelf, tmp_path / "refs.bib", "biblatex"))
    assert trouble_sentence(target) == ""
    for trouble in Trouble:
        kept = shelf.set_export_target(type(target)(target.path, "biblatex", trouble=trouble.value))
        assert target.path in trouble_sentence(kept)
