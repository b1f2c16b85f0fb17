"""What is SQLite's alone: opening a file, its pragmas and locks, and its errors in our words."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import StaticPool

from reindreader.errors import LibraryBusyError, NotALibraryError, ReindreaderError, UnwritableError

WAIT_MS = 10_000
"""How long a write waits for another program's (SQLite manual, busy_timeout)."""

_LOG_BYTES = 64 * 1024 * 1024
"""What the log shrinks to after a large import."""

_CACHE_KIB = 16 * 1024


class Medium(StrEnum):
    """What a library lies on."""

    DISK = "disk"
    NETWORK = "network"
    READ_ONLY = "read-only"


_NETWORK = frozenset(
    [
        "9p",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    ]
)
"""File systems on other machines, by their names in /proc/mounts."""


def medium_of(path: Path, mounts: Path = Path("/proc/self/mounts")) -> Medium:
    """What the library at the path lies on; a disk where the system does not tell."""
    if not may_write(path):
        return Medium.READ_ONLY
    if str(path).startswith(("\\\\", "//")):  # a share, by Windows' way of naming them
        return Medium.NETWORK
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return Medium.DISK
    mounted = [line.split(" ") for line in lines if line.count(" ") > 2]
    folder = path.parent.resolve()
    # The innermost holds the file; of two at one place, the later one.
    holding = [
        (len(at), number, kind)
        for number, (_, at, kind, *_) in enumerate(mounted)
        if folder.is_relative_to(at.replace("\\040", " "))
    ]
    return Medium.NETWORK if max(holding, default=(0, 0, ""))[2] in _NETWORK else Medium.DISK


def open_engine(path: Path, *, read_only: bool, network: bool = False) -> sa.Engine:
    """An engine of one connection, which belongs to the thread that opened it.

    Durable: WAL with ``synchronous=FULL``, so that a change is on the disk when its transaction ends, also when the
    power fails (SQLite manual, "Write-Ahead Logging", 2.2). On a network drive, where WAL's shared memory cannot work
    (same, 1), a rollback journal. ``read_only``: nothing is written beside the file either.
    """
    engine = _engine(path, _read_only_mode(path) if read_only else "rwc")
    writing = _set_up_on_network if network else _set_up
    event.listen(engine, "connect", _set_up_read_only if read_only else writing)
    event.listen(engine, "begin", _begin)
    return engine


def open_untouched(path: Path) -> sa.Engine:
    """An engine to look into an existing file with, which leaves it as it is."""
    return _engine(path, _read_only_mode(path) if not may_write(path) else "rw")


def _engine(path: Path, mode: str) -> sa.Engine:
    address = f"file:{quote(str(path))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT_MS / 1000)

    return sa.create_engine("sqlite://", creator=connect, poolclass=StaticPool)


def _read_only_mode(path: Path) -> str:
    log = path.with_name(path.name + "-wal")
    # Where changes still stand in the log, the main file alone would be out of date.
    return "ro" if log.exists() and log.stat().st_size else "ro&immutable=1"


def _set_up(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")
    _set_up_read_only(connection, _record)


def _set_up_on_network(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    _set_up_read_only(connection, _record)


def _set_up_read_only(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _begin(connection: sa.Connection) -> None:
    # A writer takes the lock at once: upgrading a read lock later could fail without waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def may_write(path: Path) -> bool:
    """Whether the library at the path, or the folder for a new one, can be written."""
    there = path if path.exists() else path.parent
    return os.access(there, os.W_OK) and os.access(path.parent, os.W_OK)


def data_version(connection: sa.Connection) -> int:
    """A number that changes when another connection has written (SQLite manual, PRAGMA data_version)."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def stamp(connection: sa.Connection) -> tuple[int, int]:
    """What changes with every change of the library, by this connection or another."""
    raw: Any = connection.connection.dbapi_connection
    return data_version(connection), raw.total_changes


def integrity(connection: sa.Connection, *, quick: bool = False) -> str:
    """``ok``, or what is damaged (SQLite manual, PRAGMA integrity_check and quick_check)."""
    found = connection.exec_driver_sql("PRAGMA quick_check" if quick else "PRAGMA integrity_check")
    return "\n".join(str(words) for words in found.scalars())


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the storage engine's errors into ours."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _told(path, str(error.orig)) from error
    except sqlite3.Error as error:
        raise _told(path, str(error)) from error


def _told(path: Path, words: str) -> ReindreaderError:
    if "full" in words:
        return UnwritableError(path, "full")
    if "locked" in words:
        return LibraryBusyError(path)
    if "readonly" in words or "read-only" in words:
        return UnwritableError(path, "read-only")
    if "unable to open" in words:
        return UnwritableError(path, "missing" if not path.parent.is_dir() else "other")
    if "disk I/O" in words:
        return UnwritableError(path, "other")
    return NotALibraryError(path, words)


def gathered(column: sa.ColumnElement[int]) -> sa.ColumnElement[str]:
    """The numbers of a group as one value, which ``scattered`` reads: ten times as fast as a row each."""
    return sa.func.json_group_array(column)


def scattered(value: str) -> list[int]:
    """The numbers of ``gathered``."""
    numbers: list[int] = json.loads(value)
    return numbers


def ids(connection: sa.Connection, wanted: "sa.Select[Any]") -> list[int]:
    """The ids of a select of one column, in its order."""
    rows = wanted.subquery()
    return scattered(connection.execute(sa.select(gathered(rows.c[0]))).scalar_one())


def pairs(connection: sa.Connection, query: str, values: tuple[Any, ...]) -> list[Any]:
    """The rows of a query of two columns as the driver has them: SQLAlchemy's take half as much time again."""
    result = connection.exec_driver_sql(query, values)
    try:
        return list(result.cursor.fetchall())
    finally:
        result.close()


def copy_out(connection: sa.Connection, target: Path) -> None:
    """Copy the database as it is now into a new file (SQLite manual, "Online Backup API"); others may go on writing."""
    copy = sqlite3.connect(target)
    try:
        _driver(connection).backup(copy)  # all pages in one step: one state of it
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def copy_in(connection: sa.Connection, source: Path) -> None:
    """Put a database in place of the open one, in one transaction: other programs see the old one or the new."""
    other = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)
    try:
        other.backup(_driver(connection))
    finally:
        other.close()


def defer_references(connection: sa.Connection) -> None:
    """Let rows come before those they refer to, until the transaction ends (SQLite manual, PRAGMA defer_foreign_keys)."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def dangling(connection: sa.Connection) -> int:
    """How many rows refer to rows that are not there (SQLite manual, PRAGMA foreign_key_check)."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def _driver(connection: sa.Connection) -> sqlite3.Connection:
    own = connection.connection.driver_connection
    if not isinstance(own, sqlite3.Connection):
        raise TypeError("not a connection of SQLite's")
    return own
