"""How far a library is in making anew what it makes of its claims and texts, so that whoever goes on knows where.

``made`` and ``index`` in ``library_info`` name the versions of what is there whole. While it is made anew both are
missing, so that an older program does not take half for whole, and a mark stands in their place.
"""

import json
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from reindreader.library import derived, tokens
from reindreader.library.schema import info

_NAMES = ("made", "index", "remaking")


def _now() -> dict[str, str]:
    return {"made": derived.VERSION, "index": tokens.VERSION}


@dataclass(frozen=True, slots=True)
class Mark:
    """``upto``: records down to this id are done, ``done`` of ``total`` of them; ``derive``: records and sort keys are made
    anew too, not the search index alone.
    """

    made: str = derived.VERSION
    index: str = tokens.VERSION
    upto: int = 0
    done: int = 0
    total: int = 0
    derive: bool = True


def read_mark(connection: sa.Connection) -> Mark | None:
    """The mark; None where all is whole, or where nobody of our version has begun."""
    found = _read(connection)
    if "made" in found or "index" in found or "remaking" not in found:
        return None
    mark = Mark(**json.loads(found["remaking"]))
    return mark if {"made": mark.made, "index": mark.index} == _now() else None


def write_mark(connection: sa.Connection, mark: Mark) -> None:
    """Put the mark in place of whatever was said of it."""
    _write(connection, {"remaking": json.dumps(asdict(mark))})


def is_whole(connection: sa.Connection) -> bool:
    """Whether all of it was made as we make it."""
    found = _read(connection)
    return {name: found.get(name) for name in _now()} == _now()


def is_derived(connection: sa.Connection) -> bool:
    """Whether records and sort keys are those that we make."""
    return _read(connection).get("made") == derived.VERSION


def say_whole(connection: sa.Connection) -> None:
    """All of it was made as we make it."""
    _write(connection, _now())


def _read(connection: sa.Connection) -> dict[str, str]:
    rows = connection.execute(sa.select(info.c.name, info.c.value).where(info.c.name.in_(_NAMES)))
    return {row.name: row.value for row in rows}


def _write(connection: sa.Connection, values: dict[str, str]) -> None:
    connection.execute(sa.delete(info).where(info.c.name.in_(_NAMES)))
    connection.execute(sa.insert(info), [{"name": name, "value": value} for name, value in values.items()])
