"""Rendering elements as callables: group, choose, text, number, label (CSL 1.0.2, Rendering Elements)."""

from __future__ import annotations

from collections.abc import Callable

from . import conditions, dateformat, labelelement, nameelement, numberelement, textelement
from .context import Context, Render
from .scope import Scope
from .tree import Deco, Node, Piece
from .xmltree import Element


def compile_element(element: Element, scope: Scope) -> Render:
    """Any rendering element. Raises StyleError for what is none."""
    compiler = _COMPILERS.get(element.tag)
    if compiler is None:
        raise element.error("is not a rendering element")
    return compiler(element, scope)


def _group(element: Element, scope: Scope) -> Render:
    kids = scope.compile_all(element)
    own = scope.deco(element) or Deco()
    delimiter = element.get("delimiter")
    deco = own.but(delimiter=delimiter) if delimiter else own

    def render(ctx: Context, out: list[Piece]) -> None:
        called, hit = ctx.called, ctx.hit
        ctx.called = ctx.hit = 0
        inner: list[Piece] = []
        for kid in kids:
            kid(ctx, inner)
        if ctx.called and not ctx.hit:
            ctx.called, ctx.hit = called + 1, hit
            return
        spoke = bool(inner)
        ctx.called, ctx.hit = called + spoke, hit + spoke
        if spoke:
            out.append(Node(inner, deco))

    return render


def _choose(element: Element, scope: Scope) -> Render:
    branches: list[tuple[Callable[[Context], bool], tuple[Render, ...]]] = []
    otherwise: tuple[Render, ...] = ()
    for kid in element.kids:
        if kid.tag == "else":
            otherwise = scope.compile_all(kid)
        elif kid.tag in ("if", "else-if"):
            branches.append((conditions.compile_test(kid, scope), scope.compile_all(kid)))
        else:
            raise kid.error("does not belong in <choose>")
    return _chooser(tuple(branches), otherwise)


def _chooser(
    branches: tuple[tuple[Callable[[Context], bool], tuple[Render, ...]], ...], otherwise: tuple[Render, ...]
) -> Render:
    def render(ctx: Context, out: list[Piece]) -> None:
        for test, kids in branches:
            if test(ctx):
                for kid in kids:
                    kid(ctx, out)
                return
        for kid in otherwise:
            kid(ctx, out)

    return render


_COMPILERS: dict[str, Callable[[Element, Scope], Render]] = {
    "group": _group,
    "choose": _choose,
    "text": textelement.compile_text,
    "number": numberelement.compile_number,
    "label": labelelement.compile_label,
    "names": nameelement.compile_names,
    "date": dateformat.compile_date,
}
