"""CSL-JSON 1.0.2 -> records: items of any program, and our own with what ``custom`` keeps (``csl_custom``)."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from reindreader.citing.csl_tables import NAME_VARIABLES, PUBLISHED_ALONE
from reindreader.citing.reading.csl_custom import add_custom
from reindreader.citing.reading.csl_values import date_of, name_of, text_of
from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.values import Bibliography, Broken, Entry, Notice, Remark
from reindreader.model.contributors import Contributor, Role
from reindreader.model.fields import VARIABLES
from reindreader.model.records import TYPES, Record

Item = Mapping[str, Any]
FAMILY = "csl:"
"""Before the name of a variable that we have no place for, in ``Record.unknown``; its value is JSON."""

_KEYS = ("id", "citation-key", "custom", "type")
_NAMES = {variable: role for role, variable in NAME_VARIABLES.items()}
_OTHER_NAMES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "event": "event-title",
    "archive-place": "archive_location",
}
_TYPES = {
    "paper": "article-journal",
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "posted-content": "article",
    "monograph": "book",
    "edited-book": "book",
    "reference-entry": "entry",
    "dissertation": "thesis",
    "proceedings": "book",
    "reference-book": "book",
    "peer-review": "review",
}
"""What Crossref and others write for a CSL type (Crossref REST API, "types")."""


def read_csl_json(text: str) -> Bibliography:
    """The items of a list, of an object that has ``items``, or one item."""
    entries: list[Entry] = []
    broken: list[Broken] = []
    for raw, line, item in _items(text):
        if isinstance(item, Mapping):
            key = item.get("citation-key") or item.get("id") or ""
            entries.append(Entry(str(key), record_of_item(item), raw, line, tags=_tags(item)))
        else:
            broken.append(Broken(raw, line, Remark(Notice.NOT_READABLE, line, words=raw[:80])))
    return Bibliography("csl-json", tuple(entries), tuple(broken))


def record_of_item(item: Item) -> Record:
    """The record of one CSL-JSON item, as programs and the services of DOI agencies give it."""
    draft = Draft(kind=_kind(item))
    for name, value in item.items():
        if name not in _KEYS and value not in (None, "", [], {}):
            _say(draft, _OTHER_NAMES.get(name, name), value)
    if str(item.get("type", "")) != draft.kind and item.get("type"):
        draft.unknown[FAMILY + "type"] = _json(item["type"])
    custom = item.get("custom")
    if isinstance(custom, Mapping):
        add_custom(draft, custom)
    return draft.record()


def _kind(item: Item) -> str:
    kind = str(item.get("type") or "document")
    kind = _TYPES.get(kind, kind)
    return kind if kind in TYPES else "document"


def _say(draft: Draft, name: str, value: Any) -> None:
    said = (_say_people, _say_text, _say_outlet, _say_date)
    if not any(say(draft, name, value) for say in said):
        draft.unknown[FAMILY + name] = _json(value)


def _say_people(draft: Draft, name: str, value: Any) -> bool:
    role = _NAMES.get(name, Role.AUTHOR if name == "original-author" else None)
    if role is None or not isinstance(value, list):
        return False
    names = [found for one in value if (found := name_of(one))]
    if name == "original-author":
        draft.original_contributors += [Contributor(role, found) for found in names]
    else:
        draft.add(role, names)
    return len(names) == len(value)


def _say_text(draft: Draft, name: str, value: Any) -> bool:
    words = text_of(value)
    if words is None:
        return False
    match name:
        case "title":
            draft.say_title(words)
        case "original-title":
            draft.say_original_title(words)
        case "language":
            draft.language = words.replace("_", "-")
        case "publisher" | "publisher-place":
            return False if _is_outlet(draft, name) else draft.variable(name, words)
        case _:
            return name in VARIABLES and draft.variable(name, words)
    return True


def _is_outlet(draft: Draft, name: str) -> bool:
    return name == "publisher-place" or draft.kind in PUBLISHED_ALONE


def _say_outlet(draft: Draft, name: str, value: Any) -> bool:
    words = text_of(value)
    if words is None:
        return False
    if name == ("publisher" if draft.kind in PUBLISHED_ALONE else "container-title"):
        draft.own["publication"] = words
        return True
    side, part = _OUTLETS.get(name, ("", ""))
    if not part:
        return False
    (draft.own if side == "own" else draft.there)[part] = words
    return True


_OUTLETS = {
    "publisher-place": ("own", "place"),
    "URL": ("own", "url"),
    "original-publisher": ("there", "publication"),
    "original-publisher-place": ("there", "place"),
}
_DATES = {"issued": ("own", "date"), "accessed": ("own", "accessed"), "original-date": ("there", "date")}


def _say_date(draft: Draft, name: str, value: Any) -> bool:
    side, part = _DATES.get(name, ("", ""))
    date = date_of(value) if part else None
    if date is None:
        return False
    (draft.own if side == "own" else draft.there)[part] = date
    return True


def _tags(item: Item) -> tuple[str, ...]:
    words = text_of(item.get("keyword")) or ""
    return tuple(dict.fromkeys(tag.strip() for tag in words.replace(";", ",").split(",") if tag.strip()))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _items(text: str) -> Iterator[tuple[str, int, Any]]:
    """Each item with its text and line; where the file breaks off, the rest as None."""
    begin = _begin(text)
    decoder = json.JSONDecoder()
    at, line, counted = begin, 1, 0
    while at < len(text):
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield text[at:], line, None
            return
        yield from ((text[at:end], line, one) for one in _unfolded(value))
        at = _next(text, end)


def _unfolded(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        inner = value.get("items") or (value["message"] if isinstance(value.get("message"), Mapping) else None)
        return inner if isinstance(inner, list) else [inner or value]
    return list(value) if isinstance(value, list) else [value]


def _begin(text: str) -> int:
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return _next(text, start + 1) if text[start : start + 1] == "[" else start


def _next(text: str, at: int) -> int:
    """Past blanks, commas and the end of the list; the end of the text where only those are left."""
    with suppress(IndexError):
        while text[at] in " \t\r\n,]":
            at += 1
    return at
