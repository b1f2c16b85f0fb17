"""``import`` and ``reread`` in a terminal: folders, addresses, sizes, newer versions, and reading again."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fetching.server import serving
from tests.workflows.articles import COLUMN, column


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"


def test_an_address_is_cited_with_the_day_it_was_read(run: Callable, site: str) -> None:
    done = run("import", site + "/lamp", "--archived", "https://kept.example/1")
    assert done.code == 0, done.err
    key = done.out.split("\t")[0]
    assert site.removeprefix("http://") in run("cite", key, "--style", "apa").out


def test_a_folder_ends_with_a_report(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    column(tmp_path / "in", "a\nb.txt")
    (tmp_path / "in" / "empty.txt").write_text("")
    done = run("import", tmp_path / "in")
    assert done.code == 1
    assert done.out.count("\n") == 1
    assert "a\\nb.txt" in done.out
    assert "1 of 2 read, 0 of them with problems; 1 refused." in done.err


def test_many_files_are_read_at_once_and_told_in_their_order(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(24):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"{COLUMN}\n{number}\n", "utf-8")
    done = run("import", tmp_path / "in", "--workers", "2")
    assert done.code == 0
    assert [line[-6:] for line in done.out.splitlines()] == [f"{number:02}.txt" for number in range(24)]


def test_the_limit_is_settable_and_said(run: Callable, tmp_path: Path) -> None:
    done = run("import", column(tmp_path), "--max-size", "0.0001")
    assert done.code == 2
    assert "larger than the limit" in done.err
    assert "--max-size" in run("import", "--help").out
    assert "50" in run("import", "--help").out


def test_a_newer_version_is_taken_only_when_asked_for(run: Callable, tmp_path: Path) -> None:
    path = column(tmp_path)
    key = run("import", path).out.split("\t")[0]
    path.write_text(COLUMN.replace("eleven", "twelve"), "utf-8")
    told = run("import", path)
    assert told.code == 1
    assert "--update" in told.err
    assert [row["state"] for row in json.loads(run("import", path, "--update", "--json").out)] == ["updated"]
    assert run("import", path).out.startswith(f"{key}\t")


def test_reading_again(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "lamp.txt").write_bytes("碼頭盡頭的燈\n\n燈在四點點亮。\n".encode("big5"))
    key = run("import", tmp_path / "lamp.txt", "--encoding", "cp1252").out.split("\t")[0]
    assert run("reread").out == ""
    assert run("reread", key, "--encoding", "big5").out == f"{key}\ttext changed\n"
    assert run("reread", key).out == f"{key}\ttext as before\n"
    (row,) = json.loads(run("reread", key, "--json").out)
    assert (row["citekey"], row["changed"], row["error"]) == (key, False, None)
    assert run("reread", "nobody2000").code == 2
