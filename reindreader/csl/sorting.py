"""cs:sort: keys as callables, and sorting by them (CSL 1.0.2, Sorting)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import collate, richtext
from .conditions import text_of
from .context import Context, Render
from .dateformat import date_key
from .numbers import numeric
from .scope import Scope, variable
from .tree import Piece, plain
from .variables import DATES, KNOWN, NAMES, NUMBERS
from .xmltree import Element

T = TypeVar("T")
SortValues = tuple[collate.Key | None, ...]
_NAMES_FORCED = {
    "names-min": ("et-al-min", "et-al-subsequent-min"),
    "names-use-first": ("et-al-use-first", "et-al-subsequent-use-first"),
    "names-use-last": ("et-al-use-last",),
}


@dataclass(frozen=True, slots=True)
class SortKey:
    """One cs:key: its text for an item, and its direction."""

    text: Callable[[Context], str]
    descending: bool


def forced_options(element: Element) -> dict[str, str]:
    """The cs:name options that a cs:key imposes."""
    return {
        option: element.attrs[name] for name, options in _NAMES_FORCED.items() if name in element.attrs
        for option in options
    }  # fmt: skip


def compile_key(element: Element, scope: Scope) -> SortKey:
    """A cs:key; `scope` is a sorting one with the key's own forced options. Raises StyleError."""
    descending = element.get("sort") == "descending"
    if "macro" in element.attrs:
        return SortKey(_macro(scope.macro(element.get("macro"), element)), descending)
    name = variable(element, KNOWN)
    if name in NAMES:
        names = Element("names", {"variable": name}, element.line)
        names.kids.append(Element("name", {"form": "long"}, element.line))
        return SortKey(_macro((scope.compile(names),)), descending)
    return SortKey(_variable(name), descending)


def _macro(kids: tuple[Render, ...]) -> Callable[[Context], str]:
    def text(ctx: Context) -> str:
        out: list[Piece] = []
        for kid in kids:
            kid(ctx, out)
        return "".join(plain(piece) for piece in out)

    return text


def _variable(name: str) -> Callable[[Context], str]:
    def date(ctx: Context) -> str:
        found = ctx.item.dates.get(name)
        return date_key(found) if found else ""

    def number(ctx: Context) -> str:
        value = text_of(ctx, name)
        found = numeric(value)
        if found is None:
            return value
        return "".join(part.rjust(10, "0") if is_number else part for is_number, part in found.parts)

    def words(ctx: Context) -> str:
        return richtext.strip(text_of(ctx, name))

    return date if name in DATES else number if name in NUMBERS else words


def values(keys: Sequence[SortKey], context: Callable[[], Context], lang: str) -> SortValues:
    """An item's values of all keys, each rendered in a context of its own; None for an empty one."""
    return tuple([value(key.text(context()), lang) for key in keys])


def value(text: str, lang: str) -> collate.Key | None:
    """One key's text as what sorts; marks at its ends do not count."""
    text = text.strip(" \"'“”‘’«»([{)]}.,-")
    return collate.key(text, lang) if text else None


def ordered(things: Sequence[T], keys: Sequence[SortKey], of: Callable[[T], SortValues]) -> list[T]:
    """Things in order; equal ones as they came; empty values last in either direction."""
    out = list(things)
    for index in range(len(keys) - 1, -1, -1):
        filled: list[tuple[collate.Key, T]] = []
        empty: list[T] = []
        for thing in out:
            found = of(thing)[index]
            if found is None:
                empty.append(thing)
            else:
                filled.append((found, thing))
        filled.sort(key=lambda pair: pair[0], reverse=keys[index].descending)
        out = [thing for _, thing in filled] + empty
    return out
