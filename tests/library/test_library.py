"""The library keeps what it is given, to the letter, and refuses what it does not know."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reindreader.errors import (
    LibraryBusyError,
    NewerLibraryError,
    NotALibraryError,
    NoTextError,
    UnknownKeyError,
    UnreadableFileError,
    UnwritableError,
)
from reindreader.library import Library, Sort, sqlite
from reindreader.model.articles import Article, Encoding, Problem, ProblemKind, Source
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Relation, TaggedText, Title
from reindreader.model.text import Block, BlockKind, Box, Mark, MarkKind, Page, Span

TEXT = "渡輪\n\nThe clock 𠮷 stands.\n\nTr. by Ann Ó Briain"
HASHES = iter(f"{number:064x}" for number in range(10_000))


def article(text: str = TEXT) -> Article:
    blocks = (Block(BlockKind.HEADING, Span(0, 2)), Block(BlockKind.PARAGRAPH, Span(4, 23), image="ab"))
    return Article(
        text,
        blocks,
        Source("a.txt", "text/plain", next(HASHES), 5, Encoding("big5", sure=False), accessed=PartialDate(2026, 1, 2)),
        marks=(Mark(MarkKind.LINK, Span(4, 7), "https://example.org/"),),
        pages=(Page(Span(0, 20), "iv", 595.0, 842.0, (Box(Span(0, 2), 1.5, 2.0, 3.0, 4.25),)),),
        language="zh-Hant",
        declared=(Claim("title", Title("D"), Certainty.DECLARED, (FilePlace("head", "D"),)),),
        problems=(Problem(ProblemKind.ENCODING_GUESSED, Span(1, 2), "big5"),),
    )


def claims(title: str = "渡輪", family: str = "Ó Briain") -> tuple[Claim, ...]:
    name = Name(f"Ann {family}", (NameForm(f"Ann {family}", "ga", family, "Ann"),), honorific="Dr", guessed=True)
    return (
        Claim("title", Title(title, "zh-Hant", (TaggedText("Dulun", "zh-Latn"),)), Certainty.STATED, (Span(0, 2),)),
        Claim(
            "translator",
            Contributor(Role.TRANSLATOR, name, Role.ADAPTER, "Editor"),
            Certainty.INFERRED,
            (Span(25, 43),),
        ),
        Claim("appearance.date", DateRange(PartialDate(2015), None), Certainty.USER, item=1),
        Claim("appearance.relation", Relation.TRANSLATION, Certainty.USER, item=1),
        Claim("license", None, Certainty.USER),
    )


def add(library: Library, found: tuple[Claim, ...] = (), key: str = "key", text: str = TEXT) -> int:
    return library.add(article(text), b"bytes of " + key.encode(), found, lambda record, taken: key)


def test_keeps_everything_to_the_letter(tmp_path: Path) -> None:
    given = article()
    with Library.open(tmp_path / "library.sqlite") as library:
        record = library.add(given, b"\x00bytes", claims(), lambda record, taken: "obriain2015")
    with Library.open(tmp_path / "library.sqlite") as library:
        stored = library.by_key("OBRIAIN2015")
        assert (stored.id, stored.claims) == (record, claims())
        assert library.article(record) == given
        assert library.check() == "ok"
        assert library.holding([given.source.sha256, "f" * 64]) == {given.source.sha256: record}


def test_source_bytes_are_kept_once_and_checked(library: Library) -> None:
    sha256 = library.files.add(b"source")
    assert library.files.add(b"source") == sha256
    assert library.files.read(sha256) == b"source"
    library.files.path(sha256).write_bytes(b"sour")
    with pytest.raises(UnreadableFileError) as damaged:
        library.files.read(sha256)
    assert damaged.value.reason == "damaged"
    with pytest.raises(UnreadableFileError) as missing:
        library.files.read("0" * 64)
    assert missing.value.reason == "missing"


def test_a_change_of_claims_changes_the_shelf(library: Library) -> None:
    record = add(library, claims())
    (row,) = library.shelf_rows(library.shelf_ids())
    assert (row.title, row.translators, row.key) == ("渡輪", "Ó Briain", "key")
    library.set_claims(record, claims("The Ferry"))
    assert library.get(record).record.title == claims("The Ferry")[0].value
    assert library.shelf_rows([record, 999])[0].title == "The Ferry"


def test_unknown_records_are_told(library: Library) -> None:
    add(library, key="lamndclock")
    with pytest.raises(UnknownKeyError) as error:
        library.by_key("lamnd")
    assert error.value.near == ("lamndclock",)
    for call in (lambda: library.get(99), lambda: library.set_claims(99, ()), lambda: library.bin(99)):
        with pytest.raises(UnknownKeyError):
            call()
    with pytest.raises(NoTextError):
        library.article(99)
    with pytest.raises(NoTextError):
        library.add_highlight(99, Highlight(Quote("x")))


def test_highlights_are_kept_changed_removed_and_brought_back(library: Library) -> None:
    record = add(library)
    late = library.add_highlight(record, Highlight(Quote("𠮷", "k ", " s", Span(14, 15)), Colour.ROSE, "ñ", ("a", "b")))
    early = library.add_highlight(record, Highlight(Quote("clock", position=Span(8, 13))))
    lost = library.add_highlight(record, Highlight(Quote("gone")))
    assert library.highlights(record) == (early, late, lost)
    changed = library.update_highlight(Highlight(late.quote, Colour.GREEN, "", (), created=late.created, id=late.id))
    assert library.highlights(record)[1] == changed
    assert late.id
    library.remove_highlight(late.id)
    assert library.highlights(record) == (early, lost)
    assert library.add_highlight(record, changed) == changed
    library.remove_highlight(12345)
    with pytest.raises(UnknownKeyError):
        library.update_highlight(Highlight(Quote("x"), id=12345))


def test_finds_by_every_word_in_people_titles_tags_text_and_notes(library: Library) -> None:
    first = add(library, claims(), "one")
    second = add(library, claims("Salt", "Müller"), "two", "Another 𠮷 text, which speaks of 100% salt.")
    library.set_tags(second, ["harbour", "harbour", "sea"])
    library.add_highlight(second, Highlight(Quote("text", position=Span(10, 14)), note="the thesis"))
    assert library.get(second).tags == ("harbour", "sea")

    def found(query: str) -> set[int]:
        return set(library.shelf_ids(query=query))

    assert found("muller SALT") == {second}
    assert found("dulun") == {first, second}
    assert found("clock") == {first}
    assert found("harbour") == found("thesis") == found("100%") == {second}
    assert found("渡") == {first}
    assert found("salt clock") == set()
    assert found("%") == {second}
    assert found(" ") == {first, second}


def test_sorts(library: Library) -> None:
    b = add(library, claims("Bridge", "Zhang"), "b")
    none = add(library, (), "none")
    a = add(library, claims("Élan", "Abe"), "a")
    library.set_place(b, 12, 0.5)
    orders = {sort: list(library.shelf_ids(sort=sort)) for sort in Sort}
    assert orders[Sort.TITLE] == [b, a, none]
    assert orders[Sort.ADDED] == [a, none, b]
    assert orders[Sort.READ] == [b, a, none]
    assert orders[Sort.YEAR] == [b, a, none]
    assert orders[Sort.AUTHOR] == [b, a, none]
    stored = library.get(b)
    assert (stored.place, stored.progress) == (12, 0.5)
    assert library.shelf_rows([b])[0].read


def test_entries_come_in_the_order_asked_for(library: Library) -> None:
    ids = [add(library, claims(title), title.lower()) for title in ("Zebra", "Apple")]
    assert list(library.all_ids()) == ids[::-1]
    assert [(key, record.title.text) for key, record in library.entries([*ids, 77])] == [
        ("zebra", "Zebra"),
        ("apple", "Apple"),
    ]


def test_the_bin_gives_back(library: Library) -> None:
    record = add(library, claims())
    library.bin(record)
    assert not library.shelf_ids()
    assert not library.all_ids()
    library.restore(record)
    assert list(library.all_ids()) == [record]


def test_two_programs_see_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as one, Library.open(path) as other:
        assert not one.changed_elsewhere()
        record = add(other, claims())
        assert one.changed_elsewhere()
        assert not one.changed_elsewhere()
        one.set_tags(record, ["x"])
        assert other.get(record).tags == ("x",)


def test_waits_for_another_writer_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "WAIT_MS", 50)
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        blocker = sqlite3.connect(path, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError):
            add(library)
        blocker.execute("ROLLBACK")
        blocker.close()
        assert add(library)


def test_a_newer_library_is_not_opened_or_changed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    database = sqlite3.connect(path)
    database.execute("UPDATE library_info SET value = '99' WHERE name = 'schema'")
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError) as error:
        Library.open(path)
    assert (error.value.schema, path.read_bytes()) == (99, before)


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_another_file_is_not_taken_for_a_library(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(NotALibraryError):
        Library.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("statements", ["CREATE TABLE stamps (id)", "CREATE TABLE library_info (name, value)"])
def test_another_programs_database_is_left_alone(tmp_path: Path, statements: str) -> None:
    path = tmp_path / "stamps.sqlite"
    database = sqlite3.connect(path)
    database.execute(statements)
    database.close()
    before = path.read_bytes()
    with pytest.raises(NotALibraryError):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_medium_without_writing_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        record = add(library, claims())
    monkeypatch.setattr(sqlite, "may_write", lambda path: False)
    with Library.open(path) as library:
        assert library.get(record).claims == claims()
        for change in (lambda: library.bin(record), lambda: add(library, key="other")):
            with pytest.raises(UnwritableError) as error:
                change()
            assert error.value.reason == "read-only"
    with pytest.raises(UnwritableError):
        Library.open(tmp_path / "other.sqlite")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableError):
        Library.open(tmp_path / "file" / "library.sqlite")


KILLED = """
import sys, itertools
from pathlib import Path
from tests.library.test_library import add, claims
from reindreader.library import Library
library = Library.open(Path(sys.argv[1]))
for number in itertools.count():
    record = add(library, claims(), f"{sys.argv[2]}n{number}")
    library.set_claims(record, claims(f"T{number}"))
    gone = add(library, claims(), f"{sys.argv[2]}gone{number}")
    library.merge(record, gone, claims(f"T{number}"))
    library.empty_bin()
    print(record, number, flush=True)
"""


@pytest.mark.parametrize("runs", [4, pytest.param(50, marks=pytest.mark.nightly)])
def test_survives_being_killed(tmp_path: Path, runs: int) -> None:
    """What was reported as done is there after ``kill -9``, at whatever moment."""
    path = tmp_path / "library.sqlite"
    for run in range(runs):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), f"k{run}"], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        done = [process.stdout.readline() for _ in range(1 + run % 7)]
        time.sleep(random.Random(run).random() / 50)
        process.kill()
        done += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        with Library.open(path) as library:
            assert library.check() == "ok"
            for record, number in (map(int, line.split()) for line in done if line.endswith("\n")):
                assert library.get(record).record.title == claims(f"T{number}")[0].value
                assert library.article(record).text == TEXT
                assert record in library.shelf_ids(query=f"title:T{number}*")
            for act in library.undoable():
                assert act.what in {"merge", "empty-bin"}


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """The page limit of the storage engine stands in for a disk that is full."""
    with Library.open(tmp_path / "library.sqlite") as library:
        record = add(library, claims())
        with library._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UnwritableError) as error:
            add(library, claims(), "big", TEXT + "x" * 2_000_000)
        assert error.value.reason == "full"
        assert list(library.all_ids()) == [record]
        assert library.check() == "ok"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this account may not mount a small file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.nightly
def test_a_disk_that_is_really_full_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "library.sqlite"
    added: list[int] = []
    with Library.open(path) as library, pytest.raises(UnwritableError) as error:
        added.extend(add(library, claims(), f"k{number}", TEXT + "x" * 20_000) for number in range(1000))
    assert error.value.reason == "full"
    with Library.open(path) as library:
        assert sorted(library.all_ids()) == added
        assert library.check() == "ok"


def test_a_damaged_index_is_told_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        record = add(library, claims())
        assert library.check() == "ok"
    database = sqlite3.connect(path)
    database.execute("DELETE FROM found_text_data WHERE id > 10")
    database.commit()
    database.close()
    with Library.open(path) as library:
        assert library.check().startswith("search index")
        list(library.reindex())
        assert library.check() == "ok"
        assert list(library.shelf_ids(query="clock")) == [record]


def test_an_end_without_closing_is_noticed_once(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(path), "k"], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    process.stdout.readline()
    with Library.open(path) as beside:
        assert not beside.unclean
        process.kill()
        process.wait()
    process.stdout.close()
    with Library.open(path) as library:
        assert library.check(quick=True) == "ok"
    with Library.open(path) as library:
        assert not library.unclean


def test_a_crash_leaves_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(path), "k"], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    with Library.open(path) as library:
        assert library.unclean
        assert library.check(quick=True) == "ok"
    with Library.open(path) as library:
        assert not library.unclean


@pytest.mark.parametrize(
    ("mounts", "medium"),
    [
        ("server:/home {folder} nfs4 rw 0 0", sqlite.Medium.NETWORK),
        ("me@host: {folder} fuse.sshfs rw 0 0", sqlite.Medium.NETWORK),
        ("//server/share {folder} cifs rw 0 0\n/dev/sda1 {folder}/inner ext4 rw 0 0", sqlite.Medium.NETWORK),
        ("/dev/sda1 {folder} ext4 rw 0 0", sqlite.Medium.DISK),
        ("", sqlite.Medium.DISK),
    ],
)
def test_a_network_drive_is_told_apart(tmp_path: Path, mounts: str, medium: sqlite.Medium) -> None:
    table = tmp_path / "mounts"
    folder = str(tmp_path.resolve()).replace(" ", r"\040")
    table.write_text("/dev/root / ext4 rw 0 0\n" + mounts.format(folder=folder) + "\n")
    assert sqlite.medium_of(tmp_path / "library.sqlite", table) is medium
    assert sqlite.medium_of(tmp_path / "library.sqlite", tmp_path / "none") is sqlite.Medium.DISK


def test_works_with_a_rollback_journal_on_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "medium_of", lambda path: sqlite.Medium.NETWORK)
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library, Library.open(path) as other:
        assert library.medium is sqlite.Medium.NETWORK
        record = add(library, claims())
        assert other.get(record).claims == claims()
        assert not path.with_name("library.sqlite-wal").exists()
