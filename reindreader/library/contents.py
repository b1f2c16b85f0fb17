"""What a library's database names outside itself, and whether all of it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from reindreader.errors import UnreadableFileError
from reindreader.library import sqlite
from reindreader.library.files import Files
from reindreader.library.schema import articles, images, records


class Fault(StrEnum):
    """What can be wrong with a library."""

    DATABASE = "database"
    INDEX = "index"
    """The search index, which ``Library.reindex`` makes anew."""
    REFERENCE = "reference"
    FILE_MISSING = "file-missing"
    FILE_DAMAGED = "file-damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """``detail``: the storage engine's words, how many rows, or the SHA-256 of a file; ``keys``: of the records that
    it concerns.
    """

    fault: Fault
    detail: str
    keys: tuple[str, ...] = ()


def contents(connection: sa.Connection) -> tuple[int, list[str]]:
    """How many records there are, and the files they name, sorted; of a library of any schema so far."""
    names: set[str] = set(connection.scalars(sa.select(articles.c.sha256).distinct()))
    if sa.inspect(connection).has_table(images.name):
        names |= set(connection.scalars(sa.select(images.c.sha256).distinct()))
    count = connection.scalar(sa.select(sa.func.count()).select_from(records)) or 0
    return count, sorted(names)


def findings(connection: sa.Connection, files: Files) -> Iterator[Finding | tuple[int, int]]:
    """What is wrong, with steps (files looked at, files) in between. Reads every file."""
    words = sqlite.integrity(connection)
    if words != "ok":
        yield Finding(Fault.DATABASE, words)
    loose = sqlite.dangling(connection)
    if loose:
        yield Finding(Fault.REFERENCE, str(loose))
    names = contents(connection)[1]
    for number, name in enumerate(names):
        yield number, len(names)
        try:
            files.read(name)
        except UnreadableFileError as error:
            fault = Fault.FILE_MISSING if error.reason == "missing" else Fault.FILE_DAMAGED
            yield Finding(fault, name, _keys(connection, name))


def _keys(connection: sa.Connection, sha256: str) -> tuple[str, ...]:
    in_image = sa.select(images.c.article).where(images.c.sha256 == sha256)
    wanted = sa.select(records.c.key).join(articles, articles.c.record == records.c.id)
    wanted = wanted.where((articles.c.sha256 == sha256) | articles.c.id.in_(in_image))
    return tuple(connection.scalars(wanted.distinct().order_by(records.c.key)))
