"""What an older program made of a library is made anew in pieces, whoever is killed, whoever else is at it."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from reindreader.errors import UnwritableError
from reindreader.library import Entry, Library, Mistake, View, sqlite
from reindreader.library.archive import read_archive, write_archive
from reindreader.library.backups import Backups, backups_beside
from reindreader.model.articles import Article, Source
from tests.library.makers import said

COUNT = 40
LONG = "渡輪 lamp " * 10_000
"""So long that a piece of what is made anew holds few of them."""


def long(number: int, word: str = "") -> Article:
    return Article(f"{LONG} {word or f'word{number}'}", (), Source(f"{number}.txt", "text/plain", f"{number:064x}", 1))


def outdated(path: Path) -> list[int]:
    """A library of long texts, as an older program left it: other records, another index."""
    entries = (Entry(said(title=f"Title {n}"), f"key{n}", article=long(n), data=b"%d" % n) for n in range(COUNT))
    with Library.open(path) as library:
        ids = library.add_records(entries, lambda record, taken: "x")
    database = sqlite3.connect(path)
    database.executescript(
        """UPDATE library_info SET value = '0' WHERE name IN ('made', 'index');
        UPDATE facts SET made = '["another form"]';
        UPDATE records SET title_sort = 'b', found_by = '';
        DROP TABLE found_text; CREATE VIRTUAL TABLE found_text USING fts5(other);
        INSERT INTO found_text (other) VALUES ('lamp');"""
    )
    database.close()
    return ids


def assert_whole(library: Library, ids: list[int]) -> None:
    assert library.remaking is None
    assert library.check() == "ok"
    assert sorted(library.shelf_ids(query="lamp")) == ids
    for number, record in enumerate(ids):
        assert list(library.shelf_ids(query=f"word{number} ")) == [record]
        assert list(library.shelf_ids(query=f'title:"title {number}"')) == [record]
    shown = [row.title for row in library.shelf_rows(library.shelf_ids())]
    assert sorted(shown) == sorted(f"Title {n}" for n in range(COUNT))


def go_half_way(steps: Iterator[tuple[int, int]]) -> None:
    """Make the first three articles anew, and stop."""
    while next(steps)[0] < 3:
        pass


def test_all_can_be_read_and_changed_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        while not (0 < next(steps)[0] < COUNT):
            pass
        assert library.remaking
        done, total = library.remaking
        assert total == COUNT
        found = library.shelf(View("lamp"))
        assert list(found.problems[0].words.split("/")) == [str(done), str(total)]
        assert found.problems[0].kind is Mistake.HALF_INDEXED
        assert sorted(found.ids) == ids[:done]
        assert not library.shelf(View("is:unread")).problems
        assert [r.title.text for _, r in library.entries(ids) if r.title] == [f"Title {n}" for n in range(COUNT)]
        for at in (0, COUNT - 1):  # one that is done already, one that is not yet
            library.replace_article(ids[at], long(at), b"new", said(title=f"Title {at}"))
        gone = [library.add(long(n), b"x", said(title="Gone"), lambda _r, _t, n=n: f"gone{n}") for n in (900, 901)]
        library.bin([*gone, ids[1], ids[-2]])
        library.restore([ids[1], ids[-2]])
        assert library.empty_bin() == 2
        list(steps)
        assert_whole(library, ids)
        assert not library.shelf(View("lamp")).problems
        library.undo_last()
        library.restore(gone)
        assert sorted(library.shelf_ids(query="word900 OR word901 ")) == gone


def test_deleting_and_taking_back_across_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        go_half_way(steps)
        library.bin([ids[0], ids[-1]])
        library.empty_bin()
        next(steps)
        library.undo_last()
        library.restore([ids[0], ids[-1]])
        list(steps)
        assert_whole(library, ids)


def test_two_programs_do_not_both_do_it(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    with Library.open(path, patience=0) as library, Library.open(path, patience=0) as other:
        steps = library.remake()
        go_half_way(steps)
        assert list(other.remake(wait=False)) == []
        with Library.open(path) as third:  # it does not wait for the end either
            assert third.remaking == library.remaking
        watching = other.remake()
        assert next(watching) == library.remaking
        list(steps)
        assert list(watching) == []
        assert_whole(other, ids)


def test_an_older_program_in_between_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        go_half_way(steps)
    database = sqlite3.connect(path)
    database.executescript(
        """INSERT INTO library_info VALUES ('made', '0'), ('index', '0');
        DROP TABLE found_text; CREATE VIRTUAL TABLE found_text USING fts5(other);"""
    )
    database.close()
    with Library.open(path) as library:
        assert_whole(library, ids)


def test_a_backup_and_an_archive_of_half_become_whole(tmp_path: Path) -> None:
    path, unpacked = tmp_path / "library.sqlite", tmp_path / "other" / "library.sqlite"
    ids = outdated(path)
    unpacked.parent.mkdir()
    backups = Backups(backups_beside(path))
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        go_half_way(steps)
        list(write_archive(library, tmp_path / "all.zip"))
        list(backups.make(path))
        list(steps)
    list(read_archive(tmp_path / "all.zip", unpacked))
    (half,) = backups.all()
    list(backups.put_back(half, path))
    for own in (path, unpacked):
        with Library.open(own, patience=0) as library:
            assert (library.remaking is None) is (own == unpacked)
            list(library.remake())
            assert_whole(library, ids)


def test_a_full_disk_stops_it_and_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    with Library.open(path, patience=0) as library:
        steps = library.remake()
        go_half_way(steps)
        with library._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UnwritableError) as error:
            library.add(long(900), b"x" * 100, said(title="x" * 3_000_000), lambda _r, _t: "x")
        assert error.value.reason == "full"
        assert library.check() == "ok"
        with library._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages * 100}")
        list(library.remake())
        assert_whole(library, ids)


def test_a_library_that_allows_no_writing_is_made_anew_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    before = path.read_bytes()
    monkeypatch.setattr(sqlite, "may_write", lambda asked: asked != path)
    with Library.open(path, patience=0) as library:
        assert library.remaking
        list(library.remake())
        assert_whole(library, ids)
        with pytest.raises(UnwritableError):
            library.bin(ids[0])
    assert path.read_bytes() == before


KILLED = """
import sys
from pathlib import Path
from reindreader.library import Library
with Library.open(Path(sys.argv[1]), patience=0) as library:
    print(*(library.remaking or ("all",)), flush=True)
    for step in library.remake():
        print(*step, flush=True)
"""


@pytest.mark.parametrize("runs", [6, pytest.param(60, marks=pytest.mark.nightly)])
def test_who_is_killed_goes_on_where_it_stopped(tmp_path: Path, runs: int) -> None:
    path = tmp_path / "library.sqlite"
    ids = outdated(path)
    told: list[int] = []
    for run in range(runs):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(2 + run % 3)]
        time.sleep(random.Random(run).random() / 20)
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        if lines[0].startswith("all") or not lines[-1]:
            with Library.open(path) as library:
                assert_whole(library, ids)
            told = []
            database = sqlite3.connect(path)
            database.execute("UPDATE library_info SET value = '0' WHERE name IN ('made', 'index')")
            database.commit()
            database.close()
            continue
        told += [int(line.split()[0]) for line in lines if line.endswith("\n")]
        assert all(before <= after for before, after in pairwise(told)), told
        with Library.open(path, patience=0) as library:
            assert library.check(quick=True) == "ok"
            kept = [r.title.text for _, r in library.entries(ids) if r.title]
            assert kept == [f"Title {n}" for n in range(COUNT)]
    with Library.open(path) as library:
        assert_whole(library, ids)
