"""Backup, restore, check and archive from the command line."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reindreader.library import Library
from reindreader.model.articles import Article, Source
from tests.cli.conftest import Done
from tests.library.makers import said
from tests.library.test_remaking import outdated

Run = Callable[..., Done]

ARTICLE = "The Clock\n\nBy Lam Ka-wai\n\nA clock that is wrong by four minutes is not wrong at all.\n"


def refused(run: Run, code: int, *arguments: str) -> Done:
    done = run(*arguments)
    assert done.code == code
    return done


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "clock.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_a_backup_is_gone_back_to(run: Run, article: Path) -> None:
    run("import", str(article))
    made = run("backup")
    assert "1 record" in made.out
    assert "Nothing has changed" in run("backup").err
    key = run("list").out.split()[0]
    assert run("set", key, "title", "Another title").code == 0
    assert run("backup", "--list").out.count("\n") == 1
    assert "all of it is there" in run("backup", "--verify", made.out[:10]).out
    run("restore")
    assert "The Clock" in run("list").out
    assert run("backup", "--list").out.count("\n") == 2


def test_a_backup_that_is_not_there(run: Run, article: Path) -> None:
    run("import", str(article))
    assert "There is no backup yet" in refused(run, 2, "restore").err
    run("backup")
    assert "has a name that begins with 1999" in refused(run, 2, "restore", "1999").err


def test_the_check_tells_of_a_file_that_is_gone(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", str(article))
    assert "1 record, all well" in run("check").out
    (kept,) = tmp_path.rglob("library.files/*/*")
    kept.unlink()
    found = refused(run, 1, "check")
    assert "is gone" in found.err
    assert "lam" in found.err


def test_everything_goes_into_an_archive_and_back(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", str(article))
    run("archive", str(tmp_path / "all.zip"))
    other = tmp_path / "other" / "library.sqlite"
    other.parent.mkdir()
    run("--library", str(other), "unarchive", str(tmp_path / "all.zip"))
    assert "The Clock" in run("--library", str(other), "list").out
    assert "already" in refused(run, 2, "unarchive", str(tmp_path / "all.zip")).err


def test_a_damaged_search_index_is_made_anew(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", str(article))
    database = sqlite3.connect(tmp_path / "library" / "library.sqlite")
    database.execute("UPDATE found_text_data SET block = x'00ff00ff' WHERE id > 10")
    database.commit()
    database.close()
    assert "search index was damaged" in refused(run, 1, "check").err
    assert "all well" in run("check").out
    assert "The Clock" in run("list", "minutes").out


def test_backups_are_kept_elsewhere_from_now_on(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", str(article))
    elsewhere = tmp_path / "elsewhere"
    refused(run, 2, "backup", "--in", str(elsewhere), "--always")
    elsewhere.mkdir()
    assert run("backup", "--in", str(elsewhere), "--always").code == 0
    assert len(list(elsewhere.glob("*/*.json"))) == 1
    assert run("backup", "--list").out.count("\n") == 1
    run("restore")
    elsewhere.rename(tmp_path / "away")
    refused(run, 2, "backup")
    run("backup", "--in", str(tmp_path / "library"), "--always")
    assert run("backup", "--list").out.count("\n") == 1


def test_a_library_that_another_program_brings_up_to_date_can_be_listed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "library" / "library.sqlite"
    path.parent.mkdir()
    outdated(path)
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        while next(steps)[0] < 3:
            pass
        listed = run("list", "lamp")
        assert (listed.code, len(listed.out.splitlines()) > 2) == (1, True)
        assert "brought up to date" in listed.err
        assert "found by their words" in listed.err
        assert run("list").code == 0
    assert run("list", "lamp").code == 0


KILLED = """
import os, sys
from pathlib import Path
from reindreader.library import Library
from tests.library.makers import put
put(Library.open(Path(sys.argv[1])), "late", title="Late")
os.kill(os.getpid(), 9)
"""


def end_badly(path: Path, *, damaged: bool = False) -> None:
    """A library whose program was killed; ``damaged``: and some pages of a long text were lost on the disk."""
    with Library.open(path) as library:
        article = Article("渡輪 lamp " * 50_000, (), Source("a.txt", "text/plain", "a" * 64, 1))
        library.add(article, b"x", said(title="Long"), lambda _record, _taken: "long")
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    if damaged:
        with path.open("r+b") as file:
            file.seek(path.stat().st_size // 8192 * 4096)
            file.write(b"\xff" * 4 * 4096)


@pytest.mark.parametrize("damaged", [False, True])
def test_after_a_crash_the_library_is_looked_through(run: Run, tmp_path: Path, damaged: bool) -> None:
    path = tmp_path / "library" / "library.sqlite"
    end_badly(path, damaged=damaged)
    listed = run("list")
    assert "late" in listed.out
    assert ("is damaged" in listed.err, "is whole" in listed.err) == (damaged, not damaged)
    assert ("reindread restore" in listed.err) is damaged
    assert run("list").err == ""
