"""What is made of the claims: records, and what the shelf sorts by. Made anew where a newer program makes it otherwise."""

import sqlalchemy as sa

from reindreader.library import search
from reindreader.library.rows import claims_of, facts_row, shelf_columns
from reindreader.library.schema import facts, info, records
from reindreader.model.fields import record_of

VERSION = "2"
"""Raised with every change of what claims add up to (``model.fields.record_of``), of how that is written (``compact``: also
with every change of the fields of a record) or of ``rows.shelf_columns``."""

_CHUNK = 500


def is_up_to_date(connection: sa.Connection) -> bool:
    """Whether all of it was made as we make it."""
    return connection.scalar(sa.select(info.c.value).where(info.c.name == "made")) == VERSION


def bring_up_to_date(connection: sa.Connection, told: search.Told | None = None) -> None:
    """Make it anew where it was made otherwise, and the search index with it."""
    if is_up_to_date(connection):
        return
    ids = list(connection.scalars(sa.select(facts.c.record).order_by(facts.c.record)))
    for start in range(0, len(ids), _CHUNK):
        _make(connection, ids[start : start + _CHUNK])
        if told:
            told(start, 2 * len(ids))
    connection.execute(sa.delete(info).where(info.c.name.in_(("made", "index"))))
    connection.execute(sa.insert(info).values(name="made", value=VERSION))


def _make(connection: sa.Connection, ids: list[int]) -> None:
    rows = connection.execute(sa.select(facts.c.record, facts.c.claims).where(facts.c.record.in_(ids))).all()
    for row in rows:
        claims = claims_of(row.claims)
        made = record_of(claims)
        connection.execute(sa.update(facts).where(facts.c.record == row.record).values(facts_row(claims, made)))
        connection.execute(sa.update(records).where(records.c.id == row.record).values(shelf_columns(made)))
