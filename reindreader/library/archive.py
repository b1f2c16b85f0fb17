"""A library as an open archive: a zip file of JSON lines and of the files as they came, and back without loss.

``manifest.json`` says form, schema and counts; ``tables/NAME.jsonl`` has one object a row, columns by their names, and what
the library keeps as JSON text as JSON; ``files/SHA-256`` are source files and images. What the library makes from these
itself (the search index, what claims add up to) is left out or made anew.
"""

import json
import shutil
import zipfile
from collections.abc import Generator, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from reindreader.errors import NewerLibraryError, UnreadableFileError, UnwritableError
from reindreader.library import schema
from reindreader.library.contents import contents
from reindreader.library.library import Library
from reindreader.library.whole import whole_file

FORM = 1
_JSON = {
    "facts": ("made", "claims"),
    "articles": ("source", "blocks", "marks", "pages", "declared", "problems"),
    "highlights": ("quote", "tags"),
    "links": ("inline",),
    "alignments": ("rows",),
    "export_targets": ("options", "selection"),
    "history": ("before", "after"),
    "undo": ("facts", "born", "rows"),
}
"""Columns of JSON text, by their tables."""
_MANY = 500

Steps = Generator[tuple[int, int], None, None]
"""Steps done, steps."""


def write_archive(library: Library, target: Path) -> Steps:
    """Write all of a library into a zip file. A file that is lost is left out: the check tells of it.

    Raises UnwritableError.
    """
    with library.snapshot() as connection, whole_file(target) as file:
        names = contents(connection)[1]
        tables = schema.metadata.sorted_tables
        total = len(tables) + len(names)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            counts = {}
            for number, table in enumerate(tables):
                counts[table.name] = _write_table(archive, connection, table)
                yield number, total
            for number, name in enumerate(names, len(tables)):
                path = library.files.path(name)
                if path.exists():
                    archive.write(path, f"files/{name}")
                yield number, total
            made = datetime.now(UTC).isoformat(timespec="seconds")
            manifest = {"form": FORM, "schema": schema.SCHEMA, "made": made, "rows": counts, "files": len(names)}
            archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    yield total, total


def read_archive(source: Path, target: Path) -> Steps:
    """Make a new library from an archive. Nothing stays of it where that fails.

    Raises UnwritableError (``exists``) where there is a file already, UnreadableFileError, NewerLibraryError.
    """
    if target.exists():
        raise UnwritableError(target, "exists")
    beside = target.with_name(f".{target.stem}.reading.sqlite")
    _clear(beside)
    try:
        yield from _read(source, beside)
        files = beside.with_suffix(".files")
        if files.exists():
            files.rename(target.with_suffix(".files"))
        beside.rename(target)
    finally:
        _clear(beside)


def _read(source: Path, target: Path) -> Steps:
    try:
        with zipfile.ZipFile(source) as archive, Library.open(target) as library:
            manifest = json.loads(archive.read("manifest.json"))
            if manifest["schema"] > schema.SCHEMA or manifest["form"] > FORM:
                raise NewerLibraryError(source, manifest["schema"], schema.SCHEMA)
            names = [name for name in archive.namelist() if name.startswith("files/")]
            total = len(names) + 1
            for number, name in enumerate(names):
                if library.files.add(archive.read(name)) != name.removeprefix("files/"):
                    raise UnreadableFileError(source, "damaged")
                yield number, total
            library.fill(_rows(archive))
            for _done in library.remake():
                yield len(names), total
            yield total, total
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, sa.exc.SQLAlchemyError) as error:
        raise UnreadableFileError(source, "broken") from error
    except FileNotFoundError as error:
        raise UnreadableFileError(source, "missing") from error


def _write_table(archive: zipfile.ZipFile, connection: sa.Connection, table: sa.Table) -> int:
    nested, count = _JSON.get(table.name, ()), 0
    with archive.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as member:
        rows = connection.execution_options(yield_per=_MANY).execute(sa.select(table).order_by(*table.primary_key))
        for row in rows:
            values = dict(row._mapping)
            for name in nested:
                if values[name] is not None:
                    values[name] = json.loads(values[name])
            member.write((json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8"))
            count += 1
    return count


def _rows(archive: zipfile.ZipFile) -> Iterator[tuple[sa.Table, list[Mapping[str, Any]]]]:
    for table in schema.metadata.sorted_tables:
        nested = _JSON.get(table.name, ())
        some: list[Mapping[str, Any]] = []
        with archive.open(f"tables/{table.name}.jsonl") as member:
            for line in member:
                values = json.loads(line)
                for name in nested:
                    if values[name] is not None:
                        values[name] = json.dumps(values[name], ensure_ascii=False, separators=(",", ":"))
                some.append(values)
                if len(some) >= _MANY:
                    yield table, some
                    some = []
        if some:
            yield table, some


def _clear(beside: Path) -> None:
    for path in beside.parent.glob(f"{beside.name}*"):
        path.unlink()
    shutil.rmtree(beside.with_suffix(".files"), ignore_errors=True)
