"""cs:number as a callable (CSL 1.0.2, Number)."""

from __future__ import annotations

from . import numbers
from .conditions import text_of
from .context import Context, Render
from .pages import page_range
from .scope import Scope, variable
from .textcase import text_case
from .textelement import case_of, range_options, wrapped
from .tree import Piece
from .variables import NUMBERS, STANDARD
from .xmltree import Element


def compile_number(element: Element, scope: Scope) -> Render:
    """cs:number: numeric content in a form, other content as it is."""
    name = variable(element, NUMBERS | STANDARD)
    form = element.get("form", "numeric")
    deco, case, strip = scope.deco(element), case_of(element), element.get("strip-periods") == "true"
    gender = scope.locale.gender(_noun(name))
    pages = range_options(scope)

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        text = text_of(ctx, name)
        if not text or name in ctx.gone:
            return
        ctx.hit += 1
        ctx.printed.add("page" if name == "page-first" else name)
        made = _numbered(text, name, form, gender, scope, pages)
        if strip:
            made = made.replace(".", "")
        out.append(wrapped(text_case(made, case) if case else made, deco))

    return render


def _noun(name: str) -> str:
    """The term that a number variable counts."""
    return name[10:] + "" if name.startswith("number-of-") else name.removesuffix("-number")


def _numbered(text: str, name: str, form: str, gender: str, scope: Scope, pages: tuple[str, str]) -> str:
    found = numbers.numeric(text)
    if found is None:
        return text
    if scope.sorting:
        return "".join(part.rjust(10, "0") if is_number else part for is_number, part in found.parts)
    if form == "numeric" and name in ("page", "page-first", "locator"):
        return page_range(text, pages[0], pages[1])
    return "".join(
        _one(part, form, gender, scope) if is_number else _dashed(part, pages[1]) for is_number, part in found.parts
    )


def _dashed(part: str, dash: str) -> str:
    """A separator of numbers; a hyphen after a backslash stays one."""
    return "-" if part == "\\-" else part.replace("-", dash)


def _one(part: str, form: str, gender: str, scope: Scope) -> str:
    if form == "numeric" or not (part.isascii() and part.isdigit()) or len(part) > 9:
        return part
    if form == "ordinal":
        return numbers.ordinal(int(part), scope.locale, gender)
    if form == "long-ordinal":
        return numbers.long_ordinal(int(part), scope.locale, gender)
    return numbers.roman(int(part)) if form == "roman" else part
