"""cs:names as a callable: lists, et-al, labels, substitution (CSL 1.0.2, Names, Et-al, Substitute, Label)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .context import Context, FirstNames, NameList, Render, RenderedList
from .labelelement import label_piece
from .namestyle import NameStyle, compile_style
from .people import Person
from .scope import Scope, variables
from .tree import Deco, Node, Piece, plain
from .variables import NAMES
from .xmltree import Element

_NO_NAMES = Deco(name="names")
_LIST = Deco(name="name-list")


@dataclass(slots=True)
class _Names:
    """A compiled cs:names: its variables, its cs:name, its label and whether that stands before the names."""

    variables: tuple[str, ...]
    style: NameStyle
    label: Element | None
    label_first: bool
    deco: Deco
    substitutes: tuple[Render, ...]
    scope: Scope
    merging: bool


def compile_names(element: Element, scope: Scope) -> Render:
    """cs:names with its children."""
    shorthand = scope.pattern is not None and not element.kids
    return _compile(element, scope.pattern if shorthand and scope.pattern else element, scope)


def _compile(element: Element, pattern: Element, scope: Scope) -> Render:
    """`pattern` gives name, et-al and label where `element` is a shorthand inside cs:substitute."""
    name, et_al, label = pattern.first("name"), pattern.first("et-al"), pattern.first("label")
    if scope.sorting:
        label = None
    whole = element if element is pattern else Element("names", {**pattern.attrs, **element.attrs}, element.line)
    deco = scope.deco(whole) or _NO_NAMES
    delimiter = element.get("delimiter") or pattern.get("delimiter") or scope.options.get("names-delimiter", "")
    names = _Names(
        variables(element, element.get("variable"), NAMES),
        compile_style(name, et_al, scope),
        label,
        label is not None
        and (name is None or pattern.kids.index(label) < pattern.kids.index(name))
        and name is not None,
        deco.but(delimiter=delimiter, name="names"),
        _substitutes(element, pattern, scope) if element is pattern else (),
        scope,
        scope.locale.term("editor-translator", label.get("form", "long") if label else "long") != "",
    )
    return _render(names)


def _substitutes(element: Element, pattern: Element, scope: Scope) -> tuple[Render, ...]:
    substitute = element.first("substitute")
    if substitute is None:
        return ()
    outer, scope.pattern = scope.pattern, pattern
    substitutes = tuple([_substitute_for(kid, scope) for kid in substitute.kids])
    scope.pattern = outer
    return substitutes


def _substitute_for(kid: Element, scope: Scope) -> Render:
    """A substitute; a term that is defined as nothing is what the style wants there."""
    empty = kid.tag == "text" and scope.locale.term(kid.get("term"), kid.get("form", "long")) == ""
    return _stop if empty else scope.compile(kid)


def _stop(_ctx: Context, _out: list[Piece]) -> None:
    """A substitute that prints nothing and is not followed by others."""


def _render(names: _Names) -> Render:
    def render(ctx: Context, out: list[Piece]) -> None:
        first = ctx.first_names is None
        lists: list[RenderedList] = []
        pieces = _variables(names, ctx, lists)
        if names.style.form == "count" and pieces:
            out += pieces
            return
        if pieces:
            _emit(names, pieces, lists, ctx, out, first)
        elif names.substitutes:
            _substitute(names, ctx, out, first)

    return render


def _emit(
    names: _Names, pieces: list[Piece], lists: list[RenderedList], ctx: Context, out: list[Piece], first: bool
) -> None:
    node = Node(pieces, names.deco)
    if first:
        ctx.first_names = FirstNames(node, lists)
        if ctx.hide_names:
            return
    out.append(node)


def _substitute(names: _Names, ctx: Context, out: list[Piece], first: bool) -> None:
    printed, ctx.printed = ctx.printed, set()
    inner: list[Piece] = []
    outer, ctx.substituting = ctx.substituting, True
    for substitute in names.substitutes:
        substitute(ctx, inner)
        if inner or substitute is _stop or (ctx.first_names is not None and first):
            break
    ctx.substituting = outer
    used, ctx.printed = ctx.printed, printed | ctx.printed
    ctx.gone |= used - printed
    if not inner:
        return
    if first and ctx.first_names is None and used:  # "n.n." is nobody's name
        node = Node(inner, _NO_NAMES)
        ctx.first_names = FirstNames(node, [])
        if ctx.hide_names:
            return
        inner = [node]
    out += inner


def _variables(names: _Names, ctx: Context, lists: list[RenderedList]) -> list[Piece]:
    out: list[Piece] = []
    total = 0
    for variable, term in _present(names.variables, ctx, names.merging):
        persons = ctx.item.names[variable]
        ctx.hit += 1
        node, shown = _list(persons, names.style, ctx, lists)
        total += shown
        if not shown:
            continue
        ctx.printed.update(("editor", "translator") if term == "editor-translator" else (variable,))
        if ctx.substituting:
            ctx.gone.add(variable)
        out.append(_labelled(node, term, persons, names))
    ctx.called += len(names.variables)
    return [str(total)] if names.style.form == "count" and total else out


def _present(variables: tuple[str, ...], ctx: Context, merging: bool) -> list[tuple[str, str]]:
    """Variables that have names, each with its label's term; editor and translator who are the same are one."""
    item_names = ctx.item.names
    present = [(name, name) for name in variables if name in item_names and name not in ctx.gone]
    both = {"editor", "translator"} & {name for name, _ in present}
    if merging and len(both) == len(variables) == 2 and item_names["editor"] == item_names["translator"]:
        present = [
            (name, "editor-translator" if name == "editor" else name) for name, _ in present if name != "translator"
        ]
    return present


def _labelled(node: Node, term: str, persons: tuple[Person, ...], names: _Names) -> Piece:
    if names.label is None:
        return node
    plural = names.label.get("plural", "contextual")
    several = plural == "always" or (len(persons) > 1 and plural != "never")
    label = label_piece(term, several, names.label, names.scope)
    if not label:
        return node
    return Node([label, node] if names.label_first else [node, label], _NO_NAMES)


def _list(persons: tuple[Person, ...], style: NameStyle, ctx: Context, lists: list[RenderedList]) -> tuple[Node, int]:
    index = len(ctx.lists)
    shown = _shown(len(persons), style, ctx, index)
    levels = ctx.levels
    expanded = tuple([levels.get((index, place), 0) for place in range(shown)]) if levels else (0,) * shown
    ctx.lists.append(NameList(persons, shown, expanded, style))
    pieces: list[Piece] = [style.name(persons[place], place == 0, expanded[place]) for place in range(shown)]
    keys = [plain(piece) for piece in pieces]
    kids, places = _joined(pieces, persons, shown, style)
    node = Node(kids, (style.deco or _LIST).but(name="name-list") if style.deco else _LIST)
    lists.append(RenderedList(node, places, keys))
    return node, shown


def _shown(count: int, style: NameStyle, ctx: Context, index: int) -> int:
    """How many names are printed (et-al-min and et-al-use-first, their subsequent forms, disambiguation)."""
    later = "subsequent" in ctx.position
    minimum, first = (style.later_min, style.later_first) if later else (style.et_al_min, style.et_al_first)
    shown = first if minimum and count >= minimum and 0 <= first < count else count
    return min(count, max(shown, ctx.shown.get(index, 0)))


def _joined(
    pieces: list[Piece], persons: tuple[Person, ...], shown: int, style: NameStyle
) -> tuple[list[Piece], list[int]]:
    """Names with what stands between them, and the places of the names."""
    kids: list[Piece] = []
    places: list[int] = []
    cut = shown < len(persons)
    for index, piece in enumerate(pieces):
        if index:
            last = index == shown - 1 and not cut
            kids.append(_between(index, persons, shown, style) if last else style.delimiter)
        places.append(len(kids))
        kids.append(piece)
    if cut and shown and (style.use_last or not style.sorting):
        _cut_short(kids, places, persons, shown, style)
    return kids, places


def _between(index: int, persons: tuple[Person, ...], shown: int, style: NameStyle) -> str:
    """What stands before the last name (delimiter-precedes-last)."""
    if not style.conjunction:
        return style.delimiter
    rule = style.precedes_last
    with_delimiter = (
        rule == "always"
        or (rule == "contextual" and shown > 2)
        or (rule == "after-inverted-name" and style.inverts(persons[index - 1], index == 1))
    )
    if style.conjunction[-1].isspace():  # a term that is written together with the name before it
        return style.conjunction
    conjunction = style.conjunction + " "
    if with_delimiter:
        return style.delimiter + conjunction
    return " " + conjunction


def _cut_short(kids: list[Piece], places: list[int], persons: tuple[Person, ...], shown: int, style: NameStyle) -> None:
    if style.use_last and len(persons) - shown > 1:
        kids += [style.delimiter, "… "]
        places.append(len(kids))
        kids.append(style.name(persons[-1], first=False))
        return
    if not style.et_al or style.sorting:
        return
    rule = style.precedes_et_al
    with_delimiter = (
        rule == "always"
        or (rule == "contextual" and shown > 1)
        or (rule == "after-inverted-name" and style.inverts(persons[shown - 1], shown == 1))
    )
    before = "" if unicodedata.east_asian_width(plain(style.et_al)[0]) == "W" else " "
    kids += [style.delimiter if with_delimiter else before, style.et_al]
