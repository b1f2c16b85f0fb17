"""cs:text as a callable: variables, macros, terms, values (CSL 1.0.2, Text)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from . import numbers, richtext
from .conditions import text_of
from .context import Context, Render
from .pages import page_range
from .scope import Scope, variable
from .textcase import KINDS, piece_case
from .tree import Deco, Node, Piece, joined
from .variables import COMPUTED, IDENTIFIER_LINKS, NUMBERS, STANDARD
from .xmltree import Element

_SHORT = {"title": "title-short", "container-title": "container-title-short"}


def wrapped(piece: Piece, deco: Deco | None) -> Piece:
    """`piece` in `deco`, if there is any."""
    return piece if deco is None else Node([piece], deco)


@lru_cache(maxsize=100_000)
def field(text: str, case: str, strip: bool, turkic: bool = False) -> Piece:
    """A field's markup parsed, in a text case ("" for its own), without periods if `strip`."""
    if strip:
        text = text.replace(".", "")
    piece = richtext.parse(text)
    return piece_case(piece, case, turkic) if case else piece


def constant(text: str, element: Element, scope: Scope, name: str = "") -> Render:
    """Always the same text, with the element's case, periods and decoration; `name` marks what it is."""
    case = case_of(element)
    if case == "title" and not scope.english:
        case = ""
    deco = scope.deco(element)
    if name:
        deco = (deco or Deco()).but(name=name)
    piece = wrapped(field(text, case, element.get("strip-periods") == "true"), deco)

    def render(ctx: Context, out: list[Piece]) -> None:
        out.append(piece)

    return render if text else nothing


def nothing(_ctx: Context, _out: list[Piece]) -> None:
    """An element that never prints."""


def case_of(element: Element) -> str:
    """The element's text-case, "" for none. Raises StyleError for an unknown one."""
    case = element.get("text-case")
    if case and case not in KINDS and case != "normal":
        raise element.error(f"text-case={case!r} is unknown")
    return case if case in KINDS else ""


def compile_text(element: Element, scope: Scope) -> Render:
    """cs:text: a variable, a macro, a term or a value."""
    attrs = element.attrs
    if "variable" in attrs:
        return _variable(element, scope)
    if "macro" in attrs:
        return _macro(element, scope)
    if "term" in attrs:
        term = scope.locale.term(attrs["term"], element.get("form", "long"), attrs.get("plural") == "true")
        return constant(term or "", element, scope, "" if "text-case" in attrs else "term")
    if "value" in attrs:
        return constant(attrs["value"], element, scope)
    raise element.error("needs one of variable, macro, term, value")


def _macro(element: Element, scope: Scope) -> Render:
    kids = scope.macro(element.get("macro"), element)
    case = case_of(element)
    strip = element.get("strip-periods") == "true"
    deco = scope.deco(element)
    if case or strip:
        deco = (deco or Deco()).but(case=case, strip=strip)

    def render(ctx: Context, out: list[Piece]) -> None:
        inner: list[Piece] = []
        called, hit = ctx.called, ctx.hit
        ctx.called = ctx.hit = 0
        for kid in kids:
            kid(ctx, inner)
        # A macro is a group: it prints nothing if all variables that it calls are empty, and else counts as one.
        full = bool(inner) and (ctx.hit > 0 or not ctx.called)
        ctx.called, ctx.hit = called + (full or ctx.called > 0), hit + full
        if not full:
            return
        if deco is not None:
            out.append(Node(inner, deco))
        else:
            out.append(joined(inner))

    return render


def _variable(element: Element, scope: Scope) -> Render:
    name = variable(element, NUMBERS | STANDARD)
    special = _SPECIAL.get(name)
    if special is not None:
        return special(element, scope)
    if element.get("form") == "short" and name in _SHORT:
        return _field(element, scope, _SHORT[name], name)
    return _field(element, scope, name, name)


def _field(element: Element, scope: Scope, name: str, fallback: str) -> Render:
    case, strip = case_of(element), element.get("strip-periods") == "true"
    deco = scope.deco(element)
    if name in IDENTIFIER_LINKS:
        deco = (deco or Deco()).but(link=name)
    english_only = case == "title"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        texts = ctx.item.texts
        used = name
        text = texts.get(name)
        if text is None:
            used = fallback
            text = texts.get(fallback)
        if not text or used in ctx.gone:
            return
        ctx.hit += 1
        ctx.printed.add(used)
        piece = field(text, "" if english_only and not ctx.english else case, strip, ctx.turkic)
        out.append(piece if deco is None else Node([piece], deco))

    return render


def _number_text(element: Element, scope: Scope) -> Render:
    """A number variable as text: as it is, but with dashes in ranges of numbers."""
    name = element.get("variable")
    dash = range_options(scope)[1]
    deco, case, strip = scope.deco(element), case_of(element), element.get("strip-periods") == "true"
    english_only = case == "title"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        text = ctx.item.texts.get(name)
        if not text or name in ctx.gone:
            return
        ctx.hit += 1
        ctx.printed.add(name)
        if "-" in text and numbers.numeric(text):
            text = page_range(text, "", dash)
        out.append(wrapped(field(text, "" if english_only and not ctx.english else case, strip), deco))

    return render


def _computed(element: Element, scope: Scope) -> Render:
    """Variables that are the processor's own."""
    name = element.get("variable")
    deco = (scope.deco(element) or Deco()).but(name=name)

    def render(ctx: Context, out: list[Piece]) -> None:
        text = text_of(ctx, name)
        # A suffix that is not needed says nothing about the item: a group of "n.d." and year-suffix prints "n.d."
        ctx.called += bool(text) or name != "year-suffix"
        if not text:
            return
        ctx.hit += 1
        if name == "citation-number" and scope.sorting:
            text = text.rjust(8, "0")
        out.append(Node([field(text, case, False)], deco))

    case = case_of(element)
    return render


def _year_suffix(element: Element, scope: Scope) -> Render:
    scope.explicit_suffix = True
    return _computed(element, scope)


def _citation_label(element: Element, scope: Scope) -> Render:
    """The label with the year-suffix after it."""
    scope.explicit_suffix = True
    label = _computed(element, scope)

    def render(ctx: Context, out: list[Piece]) -> None:
        inner: list[Piece] = []
        label(ctx, inner)
        if inner and ctx.year_suffix:
            node = inner[0]
            assert isinstance(node, Node)
            inner = [Node([*node.kids, Node([ctx.year_suffix], Deco(name="year-suffix"))], node.deco)]
        out += inner

    return render


def _locator(element: Element, scope: Scope) -> Render:
    form, dash = range_options(scope)
    deco = scope.deco(element)
    case, strip = case_of(element), element.get("strip-periods") == "true"
    ampersand = scope.locale.term("and", "symbol") or ""
    ampersand = "" if ampersand == (scope.locale.term("and") or "") else ampersand

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        if not ctx.locator:
            return
        ctx.hit += 1
        text = page_range(ctx.locator, form if ctx.label == "page" else "", dash)
        if ampersand and "&" in text:
            text = text.replace("&", ampersand)
        out.append(wrapped(field(text, case, strip), deco))

    return render


def range_options(scope: Scope) -> tuple[str, str]:
    """The style's page-range-format ("" for none) and the locale's delimiter of ranges."""
    form = scope.style_options.get("page-range-format", "")
    return form, scope.locale.term("page-range-delimiter") or "–"


def _page(element: Element, scope: Scope) -> Render:
    form, dash = range_options(scope)
    deco = scope.deco(element)
    name = element.get("variable")
    case, strip = case_of(element), element.get("strip-periods") == "true"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        text = ctx.item.texts.get(name)
        if not text or name in ctx.gone:
            return
        ctx.hit += 1
        ctx.printed.add("page")
        text = page_range(text, form, dash)
        out.append(wrapped(field(text, case, strip), deco))

    return render


_SPECIAL: dict[str, Callable[[Element, Scope], Render]] = {
    "citation-number": _computed,
    "first-reference-note-number": _computed,
    "citation-label": _citation_label,
    "year-suffix": _year_suffix,
    "locator": _locator,
    "page": _page,
    "page-first": _page,
    **dict.fromkeys(sorted(NUMBERS - COMPUTED - {"page", "page-first"}), _number_text),
}
