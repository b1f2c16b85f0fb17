"""Records in order, by the command line: found, tagged, collected, put away and brought back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflows.articles import column


@pytest.fixture
def key(run: Callable, tmp_path: Path) -> str:
    """The key of our column, imported."""
    return run("import", column(tmp_path)).out.split("\t")[0]


def test_a_query_finds_shows_the_words_and_tells_its_mistakes(run: Callable, key: str) -> None:
    done = run("list", "eastern breakwater", "translator:bellweather")
    assert done.out.startswith(key)
    assert "eastern breakwater" in done.out
    assert run("list", "-ledger").out == ""
    wrong = run("list", "ledger", "colour:red", "year:soon")
    assert wrong.code == 1
    assert "colour:red" in wrong.err
    assert "2010-2015" in wrong.err
    (row,) = json.loads(run("list", "ledger", "--json").out)
    assert (row["citekey"], row["state"]) == (key, "unread")
    assert "ledger" in row["snippet"]
    assert "translator:" in run("list", "--help").out


def test_tags_collections_and_stars(run: Callable, key: str) -> None:
    assert run("tag", key, "--add", "sea", "--add", "salt", "--colour", "#0066cc").out == f"{key}\tsalt, sea\n"
    assert run("tag", key, "--remove", "salt").out == f"{key}\tsea\n"
    assert run("tag").out == "salt\t0\t#0066cc\nsea\t1\t#0066cc\n"
    assert run("collection", "To read/Harbour", key).code == 0
    assert run("collection").out == "To read\t0\nTo read/Harbour\t1\n"
    assert run("star", key).code == 0
    assert run("list", "tag:sea", 'in:"to read"', "is:starred").out.startswith(key)
    assert run("collection", "To read/Harbour", key, "--take-out").code == 0
    assert run("star", key, "--off").code == 0
    assert run("list", "is:starred").out == ""
    assert run("collection", "To read", "--remove").code == 0
    gone = run("collection", "To read", "--remove")
    assert (gone.code, "To read" in gone.err) == (2, True)
    assert run("undo").out == "Taken back: Remove the collection “To read”\n"


def test_the_bin_and_what_brings_back(run: Callable, key: str) -> None:
    assert run("bin", key).code == 0
    assert run("list").out == ""
    assert run("bin").out.startswith(key)
    assert run("undo", "--list").out.endswith("Put 1 record in the bin\n")
    assert run("bin", key, "--take-out").code == 0
    run("bin", key)
    assert run("bin", "--empty").out == "Deleted 1 record.\n"
    assert run("bin").out == ""
    assert run("undo").out == "Taken back: Delete 1 record for good\n"
    assert run("bin", key, "--take-out").code == 0
    assert run("list", "ledger").out.startswith(key)
    assert (run("undo").code, run("undo").err) == (1, "There is nothing to take back.\n")


def test_history_and_links(run: Callable, key: str, tmp_path: Path) -> None:
    other = tmp_path / "original.txt"
    other.write_text("Was der Hafen schuldet\n\nVon Tobias Quill\n\nDas Hafenamt führt ein Buch.\n", "utf-8")
    original = run("import", other).out.split("\t")[0]
    run("set", original, "language", "de")
    assert run("link", key, "--original", original).code == 0
    assert run("list", "--group", "work").out.count("\n") == 2
    run("set", key, "title", "The Harbour")
    run("tag", key, "--add", "sea")
    lines = [line.split("\t", 1)[1] for line in run("history", key).out.splitlines()]
    assert lines[0] == "Added"
    assert f"Links: {original}" in lines
    assert "Title: The Harbour" in lines
    assert "Tags: sea" in lines
    assert json.loads(run("list", f"key:{key}", "has:original", "--json").out)
    assert run("link", key, "--original", original, "--off").code == 0
