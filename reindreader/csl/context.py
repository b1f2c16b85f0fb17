"""What one rendering of one item knows and notes down: the cite's facts going in, the trace coming out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .items import Item
from .people import Person
from .tree import Node, Piece

BIBLIOGRAPHY: frozenset[str] = frozenset()
FIRST = frozenset({"first"})


@dataclass(frozen=True, slots=True)
class NameList:
    """One name list as it was rendered: who is in it, how many were shown, how far each was expanded."""

    persons: tuple[Person, ...]
    shown: int
    levels: tuple[int, ...]
    style: object


class Context:
    """The state of one rendering. `called` and `hit` count variables in the group at hand (CSL 1.0.2, Group)."""

    __slots__ = (
        "bare",
        "called",
        "citation_label",
        "disambiguate",
        "english",
        "first_names",
        "first_note",
        "gone",
        "hide_names",
        "hit",
        "item",
        "label",
        "levels",
        "lists",
        "locator",
        "number",
        "only_first",
        "position",
        "printed",
        "shown",
        "substituting",
        "suffix_used",
        "tests", "turkic",
        "year_suffix",
    )  # fmt: skip

    def __init__(self, item: Item, english: bool, position: frozenset[str] = FIRST) -> None:
        self.item = item
        self.english = item.language.startswith("en") if item.language else english
        self.turkic = item.language[:2] in ("tr", "az")
        self.position = position
        self.locator = ""
        self.label = "page"
        self.number = 0
        self.first_note = 0
        self.year_suffix = ""
        self.citation_label = ""
        self.disambiguate = 0
        self.called = 0
        self.hit = 0
        self.printed: set[str] = set()
        self.gone: set[str] = set()
        self.hide_names = False
        self.substituting = False
        self.tests = 0
        self.bare = False
        self.only_first = False
        self.suffix_used = False
        self.first_names: FirstNames | None = None
        self.lists: list[NameList] = []
        self.shown: Mapping[int, int] = {}
        self.levels: Mapping[tuple[int, int], int] = {}


@dataclass(slots=True)
class FirstNames:
    """The output of the first cs:names: its node, and the name lists in it, for grouping and substitution."""

    node: Node
    lists: list[RenderedList]


@dataclass(slots=True)
class RenderedList:
    """A name list's node; `names` are the places of names among its children, `keys` what they print."""

    node: Node
    names: list[int]
    keys: list[str]


Render = Callable[[Context, list[Piece]], None]
"""Appends what an element prints to the list, or nothing."""
