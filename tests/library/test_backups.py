"""Backups: made, verified, thinned out, gone back to; whatever is damaged or goes on meanwhile."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reindreader.citing.keys import make_key
from reindreader.errors import UnreadableFileError
from reindreader.library import Library
from reindreader.library.backups import Backup, Backups, backups_beside, kept_of
from reindreader.library.contents import Fault, Finding
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import Span
from reindreader.workflows.reading import read_bytes
from tests.library.makers import put, said

TEXT = (
    "The Clock the Ferry Left Behind\n\nBy Lam Ka-wai\n\nA clock that is wrong by four minutes is not wrong at all.\n"
)


def run(work: Iterable[object]) -> None:
    for _step in work:
        pass


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        reading = read_bytes(TEXT.encode(), "clock.txt")
        record = library.add(reading.article, reading.data, reading.claims, make_key)
        library.add_highlight(
            record, Highlight(Quote("four minutes", position=Span(69, 81)), Colour.GREEN, "Why four?")
        )
    return path


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(backups_beside(path))


def all_of(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    with Library.open(path) as library:
        return [
            (library.get(one).key, tuple(own.quote.exact for own in library.highlights(one)))
            for one in library.all_ids()
        ]


def test_a_state_is_gone_back_to_with_its_files(path: Path, backups: Backups) -> None:
    before = all_of(path)
    run(backups.make(path))
    (backup,) = backups.all()
    assert backup.records == 1
    with Library.open(path) as library:
        put(library, "later", title="A later one")
        library.bin(library.all_ids()[0])
        files = library.files
    lost = files.path(backup.files[0])
    lost.unlink()
    run(backups.put_back(backup, path))
    assert all_of(path) == before
    with Library.open(path) as library:
        assert files.read(backup.files[0]) == TEXT.encode()
        assert not [own for own in library.findings() if isinstance(own, Finding)]
    assert len(backups.all()) == 2, "what was there before is backed up first"


def test_the_state_before_can_be_gone_back_to_as_well(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    with Library.open(path) as library:
        put(library, "later", title="A later one")
    now = all_of(path)
    run(backups.put_back(backups.all()[0], path))
    run(backups.put_back(backups.all()[0], path))
    assert all_of(path) == now


def test_an_open_library_sees_the_state_that_was_put_back(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    with Library.open(path) as library:
        put(library, "later", title="A later one")
        library.changed_elsewhere()
        run(backups.put_back(backups.all()[0], path))
        assert library.changed_elsewhere()
        assert len(library.all_ids()) == 1
        put(library, "again", title="And on")
    assert len(all_of(path)) == 2


def test_a_library_that_has_not_changed_makes_no_new_backup(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    run(backups.make(path))
    assert len(backups.all()) == 1


def test_what_two_backups_share_is_kept_once(path: Path, backups: Backups) -> None:
    with Library.open(path) as library:
        for number in range(40):
            put(library, f"r{number}", title="The same long title over and over, " * 2_000 + str(number))
    run(backups.make(path))
    first = sum(own.stat().st_size for own in backups.folder.rglob("pieces/*/*"))
    pieces = {own.name for own in backups.folder.rglob("pieces/*/*")}
    with Library.open(path) as library:
        library.set_claims(library.all_ids()[0], said(title="Another"))
    run(backups.make(path))
    new = [own for own in backups.folder.rglob("pieces/*/*") if own.name not in pieces]
    assert len(backups.all()) == 2
    assert sum(own.stat().st_size for own in new) < first


def test_a_damaged_piece_is_told_of_and_nothing_is_changed(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    (backup,) = backups.all()
    assert backups.verify(backup) == ()
    piece = backups.folder / "pieces" / backup.database[0][:2] / backup.database[0]
    piece.write_bytes(b"nothing")
    assert backups.verify(backup) == (backup.database[0],)
    now = all_of(path)
    with pytest.raises(UnreadableFileError):
        run(backups.put_back(backup, path))
    assert all_of(path) == now
    piece.unlink()
    with pytest.raises(UnreadableFileError):
        run(backups.put_back(backup, path))


def test_a_library_that_does_not_open_is_put_aside_and_kept(path: Path, backups: Backups) -> None:
    before = all_of(path)
    run(backups.make(path))
    path.write_bytes(b"no library at all" * 100)
    run(backups.put_back(backups.all()[0], path))
    assert all_of(path) == before
    (aside,) = path.parent.glob("library.damaged-*.sqlite")
    assert aside.read_bytes().startswith(b"no library at all")


def test_a_library_that_is_gone_comes_back(path: Path, backups: Backups) -> None:
    before = all_of(path)
    run(backups.make(path))
    path.unlink()
    run(backups.put_back(backups.all()[0], path))
    assert all_of(path) == before


def test_an_interrupted_backup_is_none(path: Path, backups: Backups) -> None:
    work = backups.make(path)
    next(iter(work))
    work.close()  # type: ignore[attr-defined]
    assert backups.all() == ()
    assert not list(backups.folder.glob(".making-*"))
    run(backups.make(path))
    assert backups.verify(backups.all()[0]) == ()


def test_a_manifest_that_cannot_be_read_keeps_all_pieces(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    (backups.folder / "2001-01-01T000000.000000Z.json").write_text("{", "utf-8")
    loose = backups.folder / "pieces" / "ab" / "abcd"
    loose.parent.mkdir(exist_ok=True)
    loose.write_bytes(b"x")
    assert len(backups.damaged()) == 1
    backups.rotate()
    assert loose.exists()
    backups.damaged()[0].unlink()
    backups.rotate()
    assert not loose.exists()
    assert backups.verify(backups.all()[0]) == ()


def test_one_is_due_each_day(path: Path, backups: Backups) -> None:
    assert backups.due()
    run(backups.make(path))
    assert not backups.due()
    assert backups.due(datetime.now(UTC) + timedelta(hours=25))


def test_a_backup_is_found_by_the_beginning_of_its_name(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    (backup,) = backups.all()
    assert backups.named("") == backups.named(backup.name[:10]) == backup
    assert backups.named("1999") is None


def test_many_are_thinned_out_to_days_weeks_and_months() -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    every = [now - timedelta(hours=12 * number) for number in range(2 * 365)]
    kept = sorted(kept_of(every, now), reverse=True)
    assert kept[0] == now
    assert [own for own in kept if now - own < timedelta(days=2)] == every[:4]
    assert len([own for own in kept if timedelta(days=2) <= now - own < timedelta(days=7)]) == 5
    assert 15 < len(kept) <= 4 + 7 + 5 + 12
    assert now - kept[-1] > timedelta(days=300)
    assert kept_of([], now) == frozenset()


def test_what_the_check_finds(path: Path) -> None:
    with Library.open(path) as library:
        name = next(iter(library.files.folder.glob("*/*"))).name
        library.files.path(name).write_bytes(b"other")
        (found,) = [own for own in library.findings() if isinstance(own, Finding)]
        assert (found.fault, found.detail) == (Fault.FILE_DAMAGED, name)
        assert found.keys == (library.get(library.all_ids()[0]).key,)
        library.files.path(name).unlink()
        (found,) = [own for own in library.findings() if isinstance(own, Finding)]
        assert found.fault is Fault.FILE_MISSING


def test_a_manifest_says_what_it_is(path: Path, backups: Backups) -> None:
    run(backups.make(path))
    (manifest,) = backups.folder.glob("*.json")
    raw = json.loads(manifest.read_text("utf-8"))
    assert raw["form"] == 1
    assert Backup(**{**raw, "database": tuple(raw["database"]), "files": tuple(raw["files"])}) in backups.all()
