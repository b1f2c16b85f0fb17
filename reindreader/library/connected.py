"""An open library file: its connection, its transactions, and what it lies on.

Each part of a library (records, texts, collections, …) is a module: functions over a connection, which work within a
transaction and may call those of the modules below, and a class of the methods that callers see, each a transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from reindreader.errors import UnwritableError
from reindreader.library import search, sqlite
from reindreader.library.contents import Fault, Finding, findings
from reindreader.library.files import Files
from reindreader.library.presence import Presence


@dataclass(frozen=True, slots=True)
class Opened:
    """A library file that was opened, and what it lies on."""

    path: Path
    engine: sa.Engine
    medium: sqlite.Medium
    presence: Presence


class Connected:
    """The connection belongs to the thread that opened it.

    ``by``: who changes it, for the history ("window", "import", …); it may be set at any time.
    """

    def __init__(self, opened: Opened, by: str = "") -> None:
        self.path, self.medium, self.by = opened.path, opened.medium, by
        self.read_only = opened.medium is sqlite.Medium.READ_ONLY
        self.files = Files(opened.path.with_suffix(".files"))
        self._presence = opened.presence
        self._engine = opened.engine
        self._writer = opened.engine.execution_options(writes=True)
        self._seen: int | None = None

    def _use(self, engine: sa.Engine) -> None:
        self._engine.dispose()
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        self._presence.end()

    @property
    def unclean(self) -> bool:
        """Whether the program that had the library open before could not close it: a reason to ``check`` it."""
        return self._presence.unclean

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with sqlite.told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self.read_only:
            raise UnwritableError(self.path, "read-only")
        with sqlite.told(self.path), self._writer.begin() as connection:
            yield connection.execution_options(by=self.by)

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the library since this was last asked."""
        with self._reading() as connection:
            now = sqlite.data_version(connection)
        before, self._seen = self._seen, now
        return before is not None and before != now

    def findings(self) -> Iterator[Finding | tuple[int, int]]:
        """All that is wrong with the library, with steps (files looked at, files) in between. Reads every file."""
        with self._reading() as connection:
            yield from findings(connection, self.files)
        if not self.read_only:
            with self._writing() as connection:
                words = search.integrity(connection)
            if words != "ok":
                yield Finding(Fault.INDEX, words)

    def check(self, *, quick: bool = False) -> str:
        """``ok``, or the storage engine's words on what is damaged. ``quick``: without comparing the indexes.

        What begins with ``search index`` is mended by ``reindex``.
        """
        with self._reading() as connection:
            words = sqlite.integrity(connection, quick=quick)
        if words != "ok" or quick or self.read_only:
            return words
        with self._writing() as connection:
            return search.integrity(connection)
