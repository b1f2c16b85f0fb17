"""A file is written whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reindreader.errors import UnwritableError
from reindreader.library.whole import write_all, write_whole


def test_takes_the_place_of_the_old_file_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, iter([b"new ", b"text"]))
    assert path.read_bytes() == b"new text"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "deep" / "new", b"x", make_folder=True)
    finally:
        os.umask(old)
    assert (tmp_path / "deep" / "new").stat().st_mode & 0o777 == 0o640


def test_what_fails_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_tells_where_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError) as missing:
        write_whole(tmp_path / "no" / "refs.bib", b"")
    assert missing.value.reason == "missing"
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableError):
        write_whole(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_several_new_files_are_there_with_their_folders_and_nothing_beside_them(tmp_path: Path) -> None:
    wanted = {tmp_path / "ab" / "abc": b"lamp", tmp_path / "ab" / "abd": b"", tmp_path / "cd" / "cde": b"quay"}
    write_all(wanted)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == wanted


def test_of_several_new_files_nothing_half_written_stays_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "cd").write_text("no folder")
    with pytest.raises(UnwritableError):
        write_all({tmp_path / "ab" / "abc": b"lamp", tmp_path / "cd" / "cde": b"quay"})
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["cd"]
