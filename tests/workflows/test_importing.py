"""Importing: what can be read comes in, what cannot is told of, and nothing comes in twice."""

import io
import os
from pathlib import Path

import pytest
from pypdf import PdfWriter

from reindreader.errors import UnreadableFileError, UnwritableError
from reindreader.library import Library
from reindreader.model.highlights import Colour
from reindreader.workflows.importing import ImportOptions, import_files, import_text, source_of
from reindreader.workflows.outcomes import Outcome, State, WhenChanged
from reindreader.workflows.progress import Progress, finish
from reindreader.workflows.reading import read_file
from tests.pages.papers import HEIGHT, pdf
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
    assert reasons == ["empty", "empty-folder", "binary", "special", "missing"]
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
    while next(work).done < 1:
        pass
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


def outcomes(library: Library, *sources: Path | str, **options: object) -> list[tuple[str, object]]:
    report = finish(import_files(library, sources, ImportOptions(**options)))  # type: ignore[arg-type]
    return [(Path(o.name).name, getattr(o.error, "reason", None) or o.state) for o in report.outcomes]


def test_a_folder_stands_for_its_files(library: Library, tmp_path: Path) -> None:
    inner = tmp_path / "press" / "b"
    inner.mkdir(parents=True)
    for number, name in enumerate(("z.txt", ".hidden.txt", "picture.jpg", "README", "b/a.txt")):
        (tmp_path / "press" / name).write_text(f"{COLUMN}\n{number}\n", "utf-8")
    (inner / "back").symlink_to(tmp_path / "press")
    (inner / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(inner / "pipe")
    assert outcomes(library, tmp_path / "press") == [
        ("README", State.ADDED),
        ("a.txt", State.ADDED),
        ("gone.txt", "missing"),
        ("pipe", "special"),
        ("z.txt", State.ADDED),
    ]


def test_names_of_any_bytes(library: Library, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/lamp\xff\n.txt"
    with open(path, "wb") as file:  # noqa: PTH123  Path takes no bytes
        file.write(COLUMN.encode())
    (outcome,) = finish(import_files(library, [tmp_path])).outcomes
    assert library.article(outcome.record or 0).source.name == "lamp\ufffd\n.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_looked_into(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(mode=0)
    assert outcomes(library, tmp_path / "own") == [("own", "permission")]


def test_a_folder_that_vanishes_is_told_of(library: Library, tmp_path: Path) -> None:
    column(tmp_path, "a.txt")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text("The lamp is lit at four.")
    work = import_files(library, [tmp_path / "a.txt", tmp_path / "b"])
    next(work)
    (tmp_path / "b" / "c.txt").unlink()
    (tmp_path / "b").rmdir()
    assert [getattr(o.error, "reason", o.state) for o in finish(work).outcomes] == [State.ADDED, "missing"]


def test_pages_are_told_of_and_highlights_come_with_their_text(library: Library, tmp_path: Path) -> None:
    lines = [(60.0, 300.0, 11.0, "The lamp at the end of the quay is lit at four")]
    quad = f"60 {HEIGHT - 298} 200 {HEIGHT - 298} 60 {HEIGHT - 312} 200 {HEIGHT - 312}"
    note = f"<< /Type /Annot /Subtype /Highlight /Rect [60 520 200 550] /QuadPoints [{quad}] /Contents (Why?) /C [0 1 0] >>"
    (tmp_path / "lamp.pdf").write_bytes(pdf([lines, *([lines] * 400)], annotations=note))
    report = finish(import_files(library, [tmp_path / "lamp.pdf"]))
    (outcome,) = report.outcomes
    assert outcome.highlights == 1
    (mark,) = library.highlights(outcome.record or 0)
    assert (mark.note, mark.colour) == ("Why?", Colour.GREEN)
    text = library.article(outcome.record or 0).text
    assert mark.quote.position
    assert text.startswith(mark.quote.position.slice(text))


def test_a_locked_file_comes_in_with_its_password(library: Library, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf([[(60.0, 120.0, 11.0, "The lamp at the end of the quay is lit")]])))
    writer.encrypt(user_password="oil", algorithm="RC4-128")
    writer.write(tmp_path / "lamp.pdf")
    assert outcomes(library, tmp_path / "lamp.pdf") == [("lamp.pdf", "encrypted")]
    assert outcomes(library, tmp_path / "lamp.pdf", password="gas") == [("lamp.pdf", "password")]
    assert outcomes(library, tmp_path / "lamp.pdf", password="oil") == [("lamp.pdf", State.ADDED)]


def test_a_file_that_has_changed_is_told_of(library: Library, tmp_path: Path) -> None:
    path = column(tmp_path)
    assert outcomes(library, path) == [("column.txt", State.ADDED)]
    path.write_text(COLUMN.replace("eleven", "twelve"), "utf-8")
    assert outcomes(library, path) == [("column.txt", State.OLDER)]
    assert outcomes(library, path, changed=WhenChanged.UPDATE) == [("column.txt", State.UPDATED)]
    path.write_text(COLUMN.replace("eleven", "thirteen"), "utf-8")
    assert outcomes(library, path, changed=WhenChanged.ADD) == [("column.txt", State.ADDED)]
    assert len(library.all_ids()) == 2


def test_giving_up_leaves_what_was_told_of_and_no_more(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own.bib").write_text("@book{lamp, title = {The Lamp}}")
    known: list[Outcome] = []
    work = import_files(library, [column(tmp_path), tmp_path / "own.bib", tmp_path / "b.txt"], outcomes=known)
    while not known:
        next(work)
    work.close()
    assert [outcome.state for outcome in known] == [State.ADDED]
    assert list(library.all_ids()) == [known[0].record]


def test_texts_that_arrive_together(library: Library, tmp_path: Path) -> None:
    """Each is told of in its place: twins of one batch, what is there already, and what cannot be read."""
    first = column(tmp_path)
    assert outcomes(library, first) == [("column.txt", State.ADDED)]
    names = [f"{number}.txt" for number in range(5)]
    for name in names:
        (tmp_path / name).write_text(COLUMN.replace("eleven", "twelve" if name in "1.txt3.txt" else name), "utf-8")
    paths = [tmp_path / name for name in names]
    told = outcomes(library, paths[0], first, paths[1], tmp_path / "gone.txt", paths[3], paths[1], paths[4])
    assert [state for _, state in told] == ["added", "here", "added", "missing", "here", "here", "added"]
    first.write_text(COLUMN.replace("eleven", "thirty"), "utf-8")
    told = outcomes(library, first, paths[2], first, changed=WhenChanged.UPDATE)
    assert [state for _, state in told] == ["updated", "added", "here"]
    assert len(library.all_ids()) == 5


@pytest.mark.parametrize(
    ("words", "same"),
    [("a.txt", False), ("https://a.example/x", True), ("10.5555/lamp", True), ("./10.5555/lamp", False)],
)
def test_what_words_mean(words: str, same: bool) -> None:
    assert (source_of(words) == words) is same
