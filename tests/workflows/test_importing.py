"""Importing: what can be read comes in, what cannot is told of, and nothing comes in twice."""

import os
from pathlib import Path

import pytest

from reindreader.errors import UnreadableFileError, UnwritableError
from reindreader.library import Library
from reindreader.workflows.importing import State, import_files, import_text
from reindreader.workflows.progress import Progress, finish
from reindreader.workflows.reading import read_file
from tests.workflows.articles import COLUMN, column


def test_a_bad_file_does_not_stop_the_next(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    os.mkfifo(tmp_path / "pipe.txt")
    names = ["empty.txt", "folder.txt", "picture.txt", "pipe.txt", "missing.txt", "new\nline.txt"]
    column(tmp_path, "new\nline.txt")
    steps = []
    work = import_files(library, [tmp_path / name for name in names])
    while True:
        try:
            steps.append(next(work))
        except StopIteration as stop:
            report = stop.value
            break
    assert [outcome.state for outcome in report.outcomes] == [State.REFUSED] * 5 + [State.ADDED]
    reasons = [outcome.error.reason for outcome in report.of(State.REFUSED)]
    assert reasons == ["empty", "folder", "binary", "special", "missing"]
    assert steps[0] == Progress(0, 6, "empty.txt")
    assert steps[-1] == Progress(6, 6)
    assert len(library.all_ids()) == 1


def test_the_same_bytes_are_one_record(library: Library, tmp_path: Path) -> None:
    paths = [column(tmp_path), column(tmp_path, "copy.txt")]
    report = finish(import_files(library, paths))
    assert [outcome.state for outcome in report.outcomes] == [State.ADDED, State.HERE]
    assert len({outcome.key for outcome in report.outcomes}) == 1
    assert library.files.read(library.article(report.outcomes[0].record).source.sha256) == COLUMN.encode()


def test_closing_the_work_leaves_what_was_done(library: Library, tmp_path: Path) -> None:
    work = import_files(library, [column(tmp_path), tmp_path / "missing.txt"])
    next(work)
    next(work)
    work.close()
    assert len(library.all_ids()) == 1


def test_a_pasted_text_is_an_article_too(library: Library) -> None:
    outcome = import_text(library, COLUMN.replace("Bellweather", "Bell\ud800weather"), "Pasted")
    assert outcome.record
    assert "Bell?weather" in library.article(outcome.record).text
    with pytest.raises(UnreadableFileError):
        import_text(library, "\n", "Pasted")


def test_a_library_that_cannot_be_written_ends_the_work(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.read_only = True
    report = finish(import_files(library, [column(tmp_path), column(tmp_path, "b.txt")]))
    assert [type(outcome.error) for outcome in report.outcomes] == [UnwritableError, UnwritableError]


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_file(column(tmp_path), max_bytes=10)
    assert error.value.reason == "too-large"
