"""One item in one area: contexts made, rendered, and kept apart from where cites and entries are put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from .cites import CiteItem, Place
from .context import BIBLIOGRAPHY, Context
from .items import Item
from .style import Style
from .tree import Piece, plain

BARE = frozenset({"subsequent"})


_NOTHING: Mapping[Any, int] = MappingProxyType({})


def _nothing() -> Mapping[Any, int]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Expansion:
    """What disambiguation adds to an item's cites: names shown a list, given names by (list, place), the suffix, and
    how many `disambiguate` conditions hold."""

    shown: Mapping[int, int] = field(default_factory=_nothing)
    levels: Mapping[tuple[int, int], int] = field(default_factory=_nothing)
    condition: int = 0
    suffix: str = ""

    def showing(self, index: int, count: int) -> Expansion:
        """The same with so many names in a list at least."""
        return replace(self, shown={**self.shown, index: max(count, self.shown.get(index, 0))})

    def expanding(self, place: tuple[int, int], level: int) -> Expansion:
        """The same with one name expanded."""
        return replace(self, levels={**self.levels, place: level})

    def signature(self) -> tuple[object, ...]:
        """Everything, for comparison."""
        return tuple(self.shown.items()), tuple(self.levels.items()), self.condition, self.suffix


NONE = Expansion()


def cite_context(
    style: Style, item: Item, cite: CiteItem, place: Place, expansion: Expansion, number: int, label: str = ""
) -> Context:
    """A context for a cite."""
    ctx = Context(item, style.citation.scope.english, place.position)
    ctx.locator = cite.locator.strip()
    ctx.label = (cite.label or _label_of(ctx.locator)).replace("sub verbo", "sub-verbo")
    ctx.first_note = place.first_note
    ctx.number = number
    ctx.citation_label = label
    ctx.hide_names = cite.suppress_author
    _expand(ctx, expansion)
    return ctx


def _label_of(locator: str) -> str:
    """The label of a locator that came without: none if it names its parts itself (`vol. 1, fol. 186`)."""
    return "" if _NAMED.match(locator) else "page"


_NAMED = re.compile(r"[^\W\d_]{2,}\.\s*\d")


def entry_context(style: Style, item: Item, expansion: Expansion, number: int, label: str = "") -> Context:
    """A context for a bibliography entry: no position, no locator."""
    ctx = Context(item, style.citation.scope.english, BIBLIOGRAPHY)
    ctx.number = number
    ctx.citation_label = label
    ctx.disambiguate = expansion.condition
    ctx.year_suffix = expansion.suffix
    return ctx


def _expand(ctx: Context, expansion: Expansion) -> None:
    ctx.shown = expansion.shown
    ctx.levels = expansion.levels
    ctx.disambiguate = expansion.condition
    ctx.year_suffix = expansion.suffix


def cite_pieces(style: Style, ctx: Context) -> list[Piece]:
    """What the citation's layout prints for the context, without its affixes."""
    out: list[Piece] = []
    for kid in style.citation.kids:
        kid(ctx, out)
    return out


def entry_pieces(style: Style, ctx: Context) -> list[Piece]:
    """What the bibliography's layout prints for the context, without its affixes."""
    out: list[Piece] = []
    if style.bibliography is not None:
        for kid in style.bibliography.kids:
            kid(ctx, out)
    return out


def bare_cite(style: Style, item: Item, expansion: Expansion, label: str) -> tuple[str, Context]:
    """A cite without locator as plain text, and its context: what must tell items apart."""
    ctx = Context(item, style.citation.scope.english, BARE)
    ctx.bare = True
    ctx.citation_label = label
    _expand(ctx, expansion)
    return "".join([plain(piece) for piece in cite_pieces(style, ctx)]), ctx


def unprinted(item: Item, printed: set[str]) -> frozenset[str]:
    """Variables of the item that are not among `printed`; a short title stands for its title."""
    shorts = {"title": "title-short", "container-title": "container-title-short"}
    said = printed | {name for name, short in shorts.items() if short in printed}
    hidden = {short for name, short in shorts.items() if name in printed}
    return frozenset(item.given - said - hidden)


Expansions = Mapping[str, Expansion]
