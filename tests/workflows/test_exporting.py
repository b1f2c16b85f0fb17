"""Export: whole or not at all, the same bytes each time, and it says what is left out."""

from pathlib import Path

import pytest

from reindreader.citing.formats import FORMATS
from reindreader.errors import UnwritableError
from reindreader.library import Library, Stored
from reindreader.workflows.exporting import export, export_bytes, export_preview, export_text
from reindreader.workflows.progress import finish


@pytest.mark.parametrize("form", FORMATS)
def test_the_file_is_the_preview_and_the_same_each_time(
    library: Library, stored: Stored, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "out"
    report = finish(export(library, library.all_ids(), form, path))
    first = path.read_bytes()
    finish(export(library, library.all_ids(), form, path))
    assert path.read_bytes() == first
    preview = export_preview(library, library.all_ids(), form)
    if FORMATS[form].pack is None:
        assert preview.text.encode() == first
        assert "".join(export_text(library, library.all_ids(), form)).encode() == first
    assert b"".join(export_bytes(library, library.all_ids(), form)) == first
    assert (preview.entries, preview.shown, report.entries) == (1, 1, 1)
    assert preview.losses == report.losses
    assert b"2015" not in first


def test_what_is_left_out_is_said(library: Library, stored: Stored) -> None:
    labels = [loss.label for loss in export_preview(library, [stored.id], "biblatex").losses]
    assert "Year" in labels
    assert "Appeared in" in labels


def test_a_cancelled_export_leaves_the_old_file(library: Library, stored: Stored, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    work = export(library, [stored.id], "biblatex", path)
    next(work)
    work.close()
    assert path.read_text() == "old"
    assert [left.name for left in tmp_path.iterdir() if left.suffix == ".part"] == []


def test_a_folder_that_is_not_there_is_told(library: Library, stored: Stored, tmp_path: Path) -> None:
    with pytest.raises(UnwritableError) as error:
        finish(export(library, [stored.id], "biblatex", tmp_path / "no" / "refs.bib"))
    assert error.value.reason == "missing"
