"""Making anew, in pieces, what an older program made of claims and texts: records, sort keys, the search index.

A piece is a transaction that leaves a mark of how far it came: who is killed loses one piece, and whoever opens the
library next goes on there. Records below the mark are in the index, those above are not, whatever happens to them
meanwhile (``search``).
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import sqlalchemy as sa

from reindreader.library import derived, search, sqlite, whole
from reindreader.library.connected import Connected, Opened
from reindreader.library.mark import Mark, is_derived, is_whole, read_mark, say_whole, write_mark
from reindreader.library.presence import Turn
from reindreader.library.schema import articles, records

_MOST, _LETTERS = 80, 120_000
"""Records of a piece, and letters of their texts: a tenth of a second, which is how long a window waits for an answer."""

_GAP_S = 0.02
"""So long others can write between two pieces."""


def make_whole(connection: sa.Connection) -> None:
    """The search index of a library that holds nothing yet."""
    search.make_tables(connection)
    say_whole(connection)


def begin(connection: sa.Connection, *, anew: bool = False) -> None:
    """Begin where it is needed (``anew``: the index in any case) and was not begun before. Little is done by that."""
    if not anew and (is_whole(connection) or read_mark(connection) is not None):
        return
    mark = read_mark(connection)
    derive = mark.derive if mark else not is_derived(connection)
    search.put_aside(connection)
    search.make_tables(connection)
    total = connection.scalar(sa.select(sa.func.count()).select_from(records)) or 0
    write_mark(connection, Mark(total=total, derive=derive))


def step(connection: sa.Connection) -> Mark | None:
    """Make the next piece; None when all is made."""
    mark = read_mark(connection)
    if mark is None:
        return None
    if search.clear_piece(connection):
        return mark
    piece = _next(connection, mark.upto)
    if not piece:
        say_whole(connection)
        return None
    ids, done = [record for record, _text in piece], mark.done + len(piece)
    mark = replace(mark, upto=ids[-1], done=done, total=max(mark.total, done))
    write_mark(connection, mark)
    if mark.derive:
        derived.make(connection, ids)
    search.index(connection, ids)
    search.add_texts(connection, ((record, text) for record, text in piece if text is not None))
    return mark


def _next(connection: sa.Connection, upto: int) -> list[tuple[int, str | None]]:
    """The next records with their texts."""
    own = articles.alias()
    newest = sa.select(sa.func.max(own.c.id)).where(own.c.record == records.c.id).correlate(records).scalar_subquery()
    both = records.outerjoin(articles, articles.c.id == newest)
    wanted = sa.select(records.c.id, articles.c.text).select_from(both)
    found: list[tuple[int, str | None]] = []
    letters = 0
    rows = connection.execute(wanted.where(records.c.id > upto).order_by(records.c.id).limit(_MOST))
    for record, text in rows.yield_per(20):
        found.append((record, text))
        letters += len(text or "")
        if letters > _LETTERS:
            break
    rows.close()
    return found


class Remaking(Connected):
    """The part of a library that makes anew."""

    def __init__(self, opened: Opened, by: str = "") -> None:
        super().__init__(opened, by)
        self._copy: TemporaryDirectory[str] | None = None
        self._turn = Turn(self.files.folder / ".remaking")

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        self._turn.end()
        if self._copy:
            self._copy.cleanup()

    @contextmanager
    def _making(self) -> Iterator[sa.Connection]:
        """Writing what is made of the rest: also into the copy of a library that allows no writing."""
        with sqlite.told(self.path), self._writer.begin() as connection:
            yield connection

    @property
    def remaking(self) -> tuple[int, int] | None:
        """How many of how many records were made anew, while that goes on; None where all is as we make it."""
        with self._reading() as connection:
            mark = read_mark(connection)
        return None if mark is None else (mark.done, mark.total)

    def remake(self, *, wait: bool = True) -> Iterator[tuple[int, int]]:
        """Go on making anew what an older program made: yields records done, records. Each piece is on the disk when it
        is told of; whoever stops, stops after a piece. ``wait``: while another program is at it, say how far that is.
        """
        try:
            while (now := self.remaking) is not None:
                if self._turn.take():
                    with self._making() as connection:
                        mark = step(connection)
                    now = None if mark is None else (mark.done, mark.total)
                elif not wait:
                    return
                if now is not None:
                    yield now
                    sleep(_GAP_S)
        finally:
            self._turn.end()

    def reindex(self) -> Iterator[tuple[int, int]]:
        """Make the search index anew, in pieces as ``remake`` does."""
        with self._writing() as connection:
            begin(connection, anew=True)
        yield from self.remake()

    def _use_a_copy(self) -> None:
        """What cannot be brought up to date where it is, is read from a copy that can; it goes with the library."""
        self._copy = TemporaryDirectory(prefix="reindreader-", ignore_cleanup_errors=True)
        copy = Path(self._copy.name) / self.path.name
        self._turn = Turn(copy.with_suffix(".remaking"))
        with whole.told(copy):
            for log in ("", "-wal"):
                if (there := self.path.with_name(self.path.name + log)).exists():
                    shutil.copyfile(there, copy.with_name(copy.name + log))
        self._use(sqlite.open_engine(copy, read_only=False))
