"""What is made of the claims: records, and what the shelf sorts by. Made anew where a newer program makes it otherwise.

Each record says which version made it, so that it is read from its claims until it has been made anew.
"""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from reindreader.library.compact import dumps_record, loads_record
from reindreader.library.rows import Row, claims_of, shelf_columns
from reindreader.library.schema import facts, records
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.records import Record
from reindreader.model.serial import dumps

VERSION = "6"
"""A number, raised with every change of what claims add up to (``model.fields.record_of``), of how that is written
(``compact``: also with every change of the fields of a record) or of ``rows.shelf_columns``."""

_HEAD = f"[{VERSION},"


def facts_row(claims: Sequence[Claim], made: Record) -> Row:
    """The columns of ``facts``: the claims, and what they add up to."""
    return {"claims": dumps(tuple(claims)), "made": f"{_HEAD}{dumps_record(made)}]"}


def made_of(made: str) -> Record | None:
    """The record of the column ``made``, None where another version made it."""
    return loads_record(made, len(_HEAD)) if made.startswith(_HEAD) else None


def made_of_older(connection: sa.Connection, rows: Iterable[tuple[int, str]]) -> dict[int, Record]:
    """Of rows of id and ``made`` the records that another version made: from their claims."""
    older = [record for record, made in rows if not made.startswith(_HEAD)]
    return {record: record_of(claims) for record, claims in _claims(connection, older).items()} if older else {}


def records_made(connection: sa.Connection, rows: Sequence[tuple[int, str]]) -> dict[int, Record]:
    """The records of rows of id and ``made``."""
    older = made_of_older(connection, rows)
    return {record: made_of(made) or older[record] for record, made in rows}


def made_of_all(connection: sa.Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The records of these ids, without what their links add."""
    own = sa.select(facts.c.record, facts.c.made).where(facts.c.record.in_(list(ids)))
    return records_made(connection, [(row[0], row[1]) for row in connection.execute(own).all()])


def make(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Make it anew for these records."""
    own: sa.BindParameter[int] = sa.bindparam("own")
    kept, shown = [], []
    for record, claims in _claims(connection, ids).items():
        made = record_of(claims)
        kept.append({"own": record} | facts_row(claims, made))
        shown.append({"own": record} | shelf_columns(made))
    if kept:
        connection.execute(sa.update(facts).where(facts.c.record == own), kept)
        connection.execute(sa.update(records).where(records.c.id == own), shown)


def _claims(connection: sa.Connection, ids: Sequence[int]) -> Mapping[int, tuple[Claim, ...]]:
    own = sa.select(facts.c.record, facts.c.claims).where(facts.c.record.in_(ids))
    return {row[0]: claims_of(row[1]) for row in connection.execute(own)}
