"""The bibliography: entries, subsequent-author-substitute, second-field-align (CSL 1.0.2, Bibliography Options)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .assemble import laid_out
from .context import Context, FirstNames
from .items import Item
from .render import NONE, Expansion, entry_context, entry_pieces, unprinted
from .rendered import Rendered, write
from .style import Area, Style
from .tree import Deco, Node, Piece, plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the item, what is printed, which of its variables are in it and which are missing."""

    item_id: str
    output: Rendered
    printed: frozenset[str]
    unprinted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Entries in order, and how they want to be set (Whitespace). `second_field_align` is "", flush or margin."""

    entries: tuple[Entry, ...] = ()
    hanging_indent: bool = False
    second_field_align: str = ""
    line_spacing: int = 1
    entry_spacing: int = 1


def make(
    style: Style,
    items: Sequence[Item],
    expansions: Mapping[str, Expansion],
    numbers: Mapping[str, int],
    labels: Mapping[str, str],
) -> Bibliography:
    """The bibliography of items in order; items for which nothing is printed have no entry."""
    area = style.bibliography
    if area is None:
        return Bibliography()
    entries: list[Entry] = []
    before: FirstNames | None = None
    for item in items:
        ctx = entry_context(style, item, expansions.get(item.id, NONE), numbers[item.id], labels.get(item.id, ""))
        pieces = entry_pieces(style, ctx)
        before = _substitute(area, ctx, before)
        if pieces:
            rendered = write(_entry(area, pieces), style.marks)
            missing = unprinted(item, ctx.printed)
            printed = frozenset(ctx.printed)
            output = Rendered(rendered.texts, rendered.frames, printed, missing)
            entries.append(Entry(item.id, output, printed, missing))
    options = area.options
    return Bibliography(
        tuple(entries),
        options.get("hanging-indent") == "true",
        options.get("second-field-align", "").replace("false", ""),
        area.number("line-spacing", 1),
        area.number("entry-spacing", 1),
    )


_MARGIN = Deco(display="left-margin")
_INLINE = Deco(display="right-inline")


def _entry(area: Area, pieces: list[Piece]) -> Piece:
    if area.options.get("second-field-align") in ("flush", "margin") and len(pieces) > 1:
        pieces = [Node(pieces[:1], _MARGIN), Node(pieces[1:], _INLINE)]
    last = pieces[-1]
    if area.deco.suffix and isinstance(last, Node) and last.deco.display:  # the last block ends the entry
        pieces[-1] = Node(
            [Node(last.kids, last.deco.but(display="")), area.deco.suffix], Deco(display=last.deco.display)
        )
        return Node(pieces, area.deco.but(suffix=""))
    return laid_out(pieces, area)


def _substitute(area: Area, ctx: Context, before: FirstNames | None) -> FirstNames | None:
    """Replace names that the entry before has, too; return this entry's names as they were."""
    mark = area.options.get("subsequent-author-substitute")
    now = ctx.first_names
    if mark is None or now is None:
        return now
    kept = FirstNames(Node(list(now.node.kids), now.node.deco), list(now.lists))
    rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
    if before is not None:
        _RULES.get(rule, _complete_all)(now, before, mark)
    return kept


def _keys(names: FirstNames) -> list[list[str]]:
    return [one.keys for one in names.lists]


def _all_same(now: FirstNames, before: FirstNames) -> bool:
    if now.lists or before.lists:
        return _keys(now) == _keys(before)
    return plain(now.node) == plain(before.node)


def _complete_all(now: FirstNames, before: FirstNames, mark: str) -> None:
    if _all_same(now, before):
        now.node.kids = [mark]


def _complete_each(now: FirstNames, before: FirstNames, mark: str) -> None:
    if _all_same(now, before):
        for one in now.lists:
            for place in one.names:
                one.node.kids[place] = mark


def _partial_each(now: FirstNames, before: FirstNames, mark: str) -> None:
    _partial(now, before, mark, all_of_them=True)


def _partial_first(now: FirstNames, before: FirstNames, mark: str) -> None:
    _partial(now, before, mark, all_of_them=False)


def _partial(now: FirstNames, before: FirstNames, mark: str, all_of_them: bool) -> None:
    if not now.lists or not before.lists:
        _complete_all(now, before, mark)
        return
    mine, its = now.lists[0], before.lists[0]
    for place, key, other in zip(mine.names, mine.keys, its.keys, strict=False):
        if key != other:
            return
        mine.node.kids[place] = mark
        if not all_of_them:
            return


_RULES = {
    "complete-all": _complete_all,
    "complete-each": _complete_each,
    "partial-each": _partial_each,
    "partial-first": _partial_first,
}
