"""cs:label as a callable, and the terms of labels for cs:names (CSL 1.0.2, Label)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from . import numbers
from .conditions import text_of
from .context import Context, Render
from .scope import Scope, variable
from .textelement import case_of, field, wrapped
from .tree import Piece
from .variables import NUMBERS, STANDARD
from .xmltree import Element

_SEVERAL = re.compile(r"\d\w{0,20}\s*(?:[,;&–—-]|--)\s*\w{0,20}\d|\b[ivxlcdm]+\s*[–—-]\s*[ivxlcdm]+\b|[&,]\s*\w+")


def compile_label(element: Element, scope: Scope) -> Render:
    """cs:label outside cs:names: the term of a number variable or of the locator."""
    name = variable(element, NUMBERS | STANDARD)
    printers = _label_cache(element, scope)
    conjunction = scope.locale.term("and") or "and"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        text = text_of(ctx, name)
        if not text or name in ctx.gone:
            return
        ctx.hit += 1
        term = ctx.label if name == "locator" else name
        piece = printers(term, is_plural(text, name, conjunction))
        if piece:
            out.append(piece)

    return render


def _label_cache(element: Element, scope: Scope) -> Callable[[str, bool], Piece]:
    made: dict[tuple[str, bool], Piece] = {}
    plural = element.get("plural", "contextual")

    def piece(term: str, several: bool) -> Piece:
        several = plural == "always" or (several and plural != "never")
        if (term, several) not in made:
            made[term, several] = label_piece(term, several, element, scope)
        return made[term, several]

    return piece


def label_piece(term: str, plural: bool, element: Element, scope: Scope) -> Piece:
    """A label's term, cased, stripped and decorated; "" where the locale has none."""
    text = scope.locale.term(term, element.get("form", "long"), plural)
    if not text:
        return ""
    case = case_of(element)
    piece = field(text, "" if case == "title" and not scope.english else case, element.get("strip-periods") == "true")
    return wrapped(piece, scope.deco(element))


def is_plural(text: str, name: str, conjunction: str = "and") -> bool:
    """Whether a number variable's content is plural (Label, `plural="contextual"`); `conjunction`: the word for and."""
    found = numbers.numeric(text)
    if name.startswith("number-of-"):
        return found is not None and text.strip() not in ("0", "1")
    if found is not None:
        return found.plural
    return several(text, conjunction)


@lru_cache(maxsize=100_000)
def several(text: str, conjunction: str) -> bool:
    """Whether a text that is no plain number names several things: `iv-xii`, `4, 7ff`, `3 and 5`."""
    if "\\-" in text:
        text = text.replace("\\-", "")
    return bool(_SEVERAL.search(text)) or any(f" {word} " in text for word in (conjunction, "and", "et", "und"))
