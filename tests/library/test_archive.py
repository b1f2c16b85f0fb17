"""Everything as an open archive, and back without loss."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import sqlalchemy as sa

from reindreader.citing.keys import make_key
from reindreader.errors import NewerLibraryError, UnreadableFileError, UnwritableError
from reindreader.library import Library, derived, schema
from reindreader.library.archive import read_archive, write_archive
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.records import Link, LinkKind
from reindreader.model.text import Span
from reindreader.workflows.reading import read_bytes
from tests.library.makers import put, said

TEXT = "船鐘\n\n林家慧\n\nA clock that is wrong by four minutes is not wrong at all.\n"


def run(work: Iterable[object]) -> None:
    for _step in work:
        pass


def rows_of(library: Library) -> dict[str, list[tuple[object, ...]]]:
    with library.snapshot() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in schema.metadata.sorted_tables
        }


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library.open(tmp_path / "library.sqlite")
    reading = read_bytes(TEXT.encode(), "clock.txt")
    one = library.add(reading.article, reading.data, reading.claims, make_key)
    other = put(library, "chan2015", title="原文", author="Chan, Ka-ming")
    library.add_highlight(one, Highlight(Quote("four", position=Span(34, 38)), Colour.GREEN, "Why?", ("time",)))
    library.set_links(one, [Link(LinkKind.TRANSLATION_OF, other)])
    library.set_beside(one, other)
    library.set_alignment(one, other, "[[[0],[0]]]", edited=True)
    library.set_tags(one, ("clocks", "ferries"))
    library.set_tag_colour("clocks", "green")
    inner = library.add_collection("Inner", library.add_collection("Outer"))
    library.collect(inner, [one, other])
    library.save_search("Mine", "translator:lee")
    library.set_starred([other])
    library.set_setting("keys", "[auth][year]")
    library.set_claims(other, said(title="原文", author="Chan, Ka-ming", language="zh-Hant"))
    library.bin(put(library, "gone", title="Gone"))
    return library


def test_all_rows_and_files_come_back(library: Library, tmp_path: Path) -> None:
    archive, target = tmp_path / "all.zip", tmp_path / "new" / "library.sqlite"
    run(write_archive(library, archive))
    target.parent.mkdir()
    run(read_archive(archive, target))
    with Library.open(target) as back:
        assert rows_of(back) == rows_of(library)
        record = back.by_key(library.get(1).key)
        assert back.files.read(back.article(record.id).source.sha256) == TEXT.encode()
        assert list(back.shelf_ids(query="船鐘")) == list(library.shelf_ids(query="船鐘")) != []
        assert back.undoable() == library.undoable() != ()
    assert sorted(path.name for path in target.parent.iterdir()) == ["library.files", "library.sqlite"]


def test_the_archive_is_open_to_read(library: Library, tmp_path: Path) -> None:
    run(write_archive(library, tmp_path / "all.zip"))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        lines = archive.read("tables/articles.jsonl").decode("utf-8").splitlines()
        article = json.loads(lines[0])
        assert article["text"] == TEXT
        assert article["source"]["name"] == "clock.txt"
        assert archive.read(f"files/{article['sha256']}") == TEXT.encode()


def test_a_library_that_is_there_is_not_written_over(library: Library, tmp_path: Path) -> None:
    run(write_archive(library, tmp_path / "all.zip"))
    with pytest.raises(UnwritableError):
        run(read_archive(tmp_path / "all.zip", library.path))


@pytest.mark.parametrize("cut", ["half", "text", "file", "gone"])
def test_a_broken_archive_leaves_nothing(library: Library, tmp_path: Path, cut: str) -> None:
    archive, target = tmp_path / "all.zip", tmp_path / "new" / "library.sqlite"
    target.parent.mkdir()
    run(write_archive(library, archive))
    match cut:
        case "half":
            archive.write_bytes(archive.read_bytes()[:2000])
        case "text":
            archive.write_bytes(b"no archive")
        case "gone":
            archive.unlink()
        case "file":
            _with(archive, "files/" + "0" * 64, b"other bytes")
    with pytest.raises(UnreadableFileError):
        run(read_archive(archive, target))
    assert list(target.parent.iterdir()) == []


def test_an_archive_of_a_newer_program_is_refused(library: Library, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    run(write_archive(library, archive))
    _with(archive, "manifest.json", json.dumps({"form": 1, "schema": 99}).encode())
    with pytest.raises(NewerLibraryError):
        run(read_archive(archive, tmp_path / "new.sqlite"))
    assert not (tmp_path / "new.sqlite").exists()


def test_an_archive_of_an_older_program_opens_and_opens_again(library: Library, tmp_path: Path) -> None:
    """Schema 2 had no columns for DOIs and addresses."""
    library.set_claims(1, (*library.get(1).claims, *said(variable_DOI="10.5555/clock")))
    archive, older = tmp_path / "all.zip", tmp_path / "older.zip"
    run(write_archive(library, archive))
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(older, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                data = json.dumps(json.loads(data) | {"schema": 2}).encode()
            elif name == "tables/library_info.jsonl":
                data = data.replace(b'"name":"schema","value":"3"', b'"name":"schema","value":"2"')
                data = data.replace(f'"made","value":"{derived.VERSION}"'.encode(), b'"made","value":"5"')
                assert b'"schema","value":"2"' in data
            elif name == "tables/records.jsonl":
                rows = [json.loads(line) for line in data.splitlines()]
                kept = [{k: v for k, v in row.items() if k not in {"doi", "address"}} for row in rows]
                data = "".join(json.dumps(row) + "\n" for row in kept).encode()
            target.writestr(name, data)
    path = tmp_path / "new" / "library.sqlite"
    path.parent.mkdir()
    run(read_archive(older, path))
    for _ in range(2):
        with Library.open(path) as back:
            assert [known.record for known in back.known_by(["10.5555/clock"], [])] == [1]
            assert back.check() == "ok"


def test_an_archive_that_stops_in_the_middle_is_none(library: Library, tmp_path: Path) -> None:
    work = write_archive(library, tmp_path / "all.zip")
    next(work)
    work.close()
    assert not (tmp_path / "all.zip").exists()


def _with(archive: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(archive) as old:
        members = {own: old.read(own) for own in old.namelist() if own != name}
    with zipfile.ZipFile(archive, "w") as new:
        for own, kept in (*members.items(), (name, data)):
            new.writestr(own, kept)
