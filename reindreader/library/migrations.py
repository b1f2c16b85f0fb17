"""Forward migration: each step takes a library from one schema to the next, within one transaction."""

from collections.abc import Callable, Mapping
from pathlib import Path

import sqlalchemy as sa

from reindreader.errors import NewerLibraryError, NotALibraryError
from reindreader.library import from_1, from_2, schema

Step = Callable[[sa.Connection], None]
STEPS: Mapping[int, Step] = {1: from_1.step, 2: from_2.step}
"""Schema number -> what takes a library of that schema to the next one."""


def schema_of(connection: sa.Connection, path: Path) -> int | None:
    """The schema's number, None for an empty file. Raises NotALibraryError for another program's database."""
    names = sa.inspect(connection).get_table_names()
    if not names:
        return None
    if schema.info.name not in names:
        raise NotALibraryError(path, "no library_info")
    value = connection.scalar(sa.select(schema.info.c.value).where(schema.info.c.name == "schema"))
    if value is None or not value.isdigit():
        raise NotALibraryError(path, "no schema number")
    return int(value)


def bring_up_to_date(
    connection: sa.Connection, path: Path, *, steps: Mapping[int, Step] = STEPS, newest: int = schema.SCHEMA
) -> bool:
    """Make the tables of a new library, or migrate an older one; whether it is new. Raises NewerLibraryError; nothing is
    changed then.
    """
    now = schema_of(connection, path)
    if now is None:
        schema.metadata.create_all(connection)
        connection.execute(sa.insert(schema.info).values(name="schema", value=str(newest)))
        return True
    refuse_newer(path, now, newest=newest)
    for number in range(now, newest):
        steps[number](connection)
    if now < newest:
        say_newest(connection, newest=newest)
    return False


def say_newest(connection: sa.Connection, *, newest: int = schema.SCHEMA) -> None:
    """The tables are those of the newest schema, whatever was said of them."""
    connection.execute(sa.update(schema.info).where(schema.info.c.name == "schema").values(value=str(newest)))


def is_up_to_date(connection: sa.Connection, path: Path) -> bool:
    """Whether the library is of the newest schema. Raises NewerLibraryError."""
    now = schema_of(connection, path)
    refuse_newer(path, now)
    return now == schema.SCHEMA


def refuse_newer(path: Path, number: int | None, *, newest: int = schema.SCHEMA) -> None:
    """Raise NewerLibraryError where the schema is from a newer program."""
    if number is not None and number > newest:
        raise NewerLibraryError(path, number, newest)
