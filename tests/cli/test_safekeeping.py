"""Backup, restore, check and archive from the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reindreader.library import Library
from tests.cli.conftest import Done
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
    assert "There is no one backup named 1999" in refused(run, 2, "restore", "1999").err


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
