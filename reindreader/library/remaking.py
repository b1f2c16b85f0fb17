"""Making anew, in pieces, what an older program made of claims and texts: records, sort keys, the search index.

A piece is a transaction that leaves a mark of how far it came: who is killed loses one piece, and whoever opens the
library next goes on there. Records below the mark are in the index, those above are not, whatever happens to them
meanwhile (``search``).
"""

from dataclasses import replace

import sqlalchemy as sa

from reindreader.library import derived, search
from reindreader.library.mark import Mark, is_derived, is_whole, read_mark, say_whole, write_mark
from reindreader.library.schema import articles, records

_MOST, _LETTERS = 80, 120_000
"""Records of a piece, and letters of their texts: a tenth of a second, which is how long a window waits for an answer."""


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
