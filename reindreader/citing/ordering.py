"""The order of entries in a file: by key, author, year or title; what is not known comes last."""

from collections.abc import Callable
from typing import Any

from reindreader.citing.options import Order
from reindreader.citing.romanise import letters
from reindreader.citing.versions import year_in
from reindreader.model.contributors import Role
from reindreader.model.records import Record

_WHO = (Role.AUTHOR, Role.INTERVIEWEE, Role.EDITOR, Role.COMPILER, Role.TRANSLATOR)
SortKey = tuple[Any, ...]


def sort_key(order: Order, key: str, record: Record) -> SortKey:
    """What an entry is sorted by; the citation key settles ties. Raises KeyError for ``Order.SELECTED``."""
    return (*_KEYS[order](record), key.casefold(), key)


def _author(record: Record) -> SortKey:
    names = next((people for role in _WHO if (people := record.by_role(role))), ())
    words = " ".join(letters(name.inverted) or name.inverted for name in (c.name.form for c in names))
    return (not names, words, *_year(record))


def _year(record: Record) -> SortKey:
    year = year_in(record)
    return (year is None, year or 0)


def _title(record: Record) -> SortKey:
    title = record.title.text if record.title else ""
    return (not title, letters(title) or title)


_KEYS: dict[Order, Callable[[Record], SortKey]] = {
    Order.KEY: lambda _record: (),
    Order.AUTHOR: _author,
    Order.YEAR: _year,
    Order.TITLE: _title,
}
