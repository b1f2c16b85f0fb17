"""Items of CSL-JSON, checked and prepared once: texts, names, dates, language (csl-data schema)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from . import dates, languages, people
from .dates import Date
from .errors import ItemError
from .people import Person
from .variables import ALIASES, COMPUTED, DATES, KNOWN, NAMES, SILENT


class Item:
    """A prepared item. `texts`, `names` and `dates` hold what is not empty, `filled` all their names;
    `given` are its printable variables."""

    __slots__ = ("dates", "filled", "given", "id", "language", "names", "texts", "type")

    def __init__(self, item_id: str, kind: str) -> None:
        self.id = item_id
        self.type = kind
        self.language = ""
        self.texts: dict[str, str] = {}
        self.names: dict[str, tuple[Person, ...]] = {}
        self.dates: dict[str, Date] = {}
        self.filled: frozenset[str] = frozenset()
        self.given: frozenset[str] = frozenset()


def prepare(source: Mapping[str, Any], strict: bool = False) -> Item:
    """A CSL-JSON item as an Item. Raises ItemError; with `strict` for variables that CSL does not know, too."""
    if not isinstance(source, Mapping):
        raise ItemError("", "", f"an item is a mapping, not {type(source).__name__}")
    item_id = source.get("id")
    if item_id is None or isinstance(item_id, bool) or not isinstance(item_id, (str, int, float)):
        raise ItemError("", "id", "an item has an id: text or a number")
    kind = source.get("type") or ""
    if not isinstance(kind, str):
        raise ItemError(str(item_id), "type", f"is text, not {type(kind).__name__}")
    item = Item(str(item_id), kind)
    for key, value in source.items():
        if key not in ("id", "type", "custom", "categories") and value is not None:
            _put(item, ALIASES.get(key, key), value, strict)
    _finish(item)
    return item


_NOTE_LINE = re.compile(r"\{?:?\s*([A-Za-z][A-Za-z-]*)\s*:\s*(.+?)\}?$")


def with_note_fields(source: Mapping[str, Any]) -> dict[str, Any]:
    """A copy in which lines of the note such as `event-date: 2004-10-01` are variables, unless the item has them.

    Reference managers without a field for a variable keep it so.
    """
    out = dict(source)
    for line in str(source.get("note") or "").splitlines():
        match = _NOTE_LINE.match(line.strip())
        name = match[1] if match else ""
        if match and name in KNOWN and name not in source and name not in NAMES:
            out[name] = {"raw": match[2]} if name in DATES else match[2]
    return out


def _put(item: Item, name: str, value: Any, strict: bool) -> None:
    if strict and name not in KNOWN:
        raise ItemError(item.id, name, "is not a variable of CSL 1.0.2")
    try:
        if name in DATES:
            _put_date(item, name, value)
        elif name in NAMES:
            _put_names(item, name, value)
        else:
            _put_text(item, name, value)
    except (ValueError, TypeError, IndexError) as error:
        raise ItemError(item.id, name, str(error)) from None


def _put_date(item: Item, name: str, value: Any) -> None:
    date = dates.read(value)
    if date:
        item.dates[name] = date


def _put_text(item: Item, name: str, value: Any) -> None:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        text = _number_text(value)
        if text:
            item.texts[name] = text
    elif name in KNOWN:
        raise ValueError(f"is text or a number, not {type(value).__name__}")


def _number_text(value: str | float) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, str) else str(value)


def _put_names(item: Item, name: str, value: Any) -> None:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError(f"is a list of names, not {type(value).__name__}")
    persons = tuple(person for person in map(people.read, value) if person)
    if persons:
        item.names[name] = persons


def _finish(item: Item) -> None:
    for name in COMPUTED:
        item.texts.pop(name, None)
    texts = item.texts
    if "page" in texts and "page-first" not in texts:
        texts["page-first"] = _first_page(texts["page"])
    item.language = languages.normal(texts.get("language", ""))
    item.filled = frozenset((*texts, *item.names, *item.dates))
    item.given = (item.filled & KNOWN) - SILENT - {"page-first"}


def _first_page(page: str) -> str:
    for index, char in enumerate(page):
        if char in "–—-,&" and index:
            return page[:index].strip()
    return page
