"""Conditions of cs:if and cs:else-if (CSL 1.0.2, Choose)."""

from __future__ import annotations

from collections.abc import Callable

from .context import Context
from .numbers import numeric
from .scope import Scope, variables
from .variables import KNOWN
from .xmltree import Element

Test = Callable[[Context], bool]
_OF_VARIABLES = ("variable", "is-numeric", "is-uncertain-date")


def compile_test(element: Element, _scope: Scope) -> Test:
    """The tests of a cs:if as one. Raises StyleError for an unknown condition."""
    match = element.get("match", "all")
    if match not in ("all", "any", "none"):
        raise element.error(f"match={match!r} is unknown")
    tests: list[Test] = []
    for name, value in element.attrs.items():
        if name != "match":
            words = variables(element, value, KNOWN) if name in _OF_VARIABLES else tuple(value.split())
            tests += _tests(element, name, words, match)
    if not tests:
        raise element.error("has no condition")
    return _joined(tuple(tests), match)


def _tests(element: Element, name: str, words: tuple[str, ...], match: str) -> list[Test]:
    """The tests of one attribute: one for all its values where that is quicker."""
    if name == "type" and match != "all":
        kinds = frozenset(words)
        return [lambda ctx: ctx.item.type in kinds]
    if name == "variable" and not set(words) & set(_COMPUTED):
        return [_all_filled(frozenset(words)) if match == "all" else _any_filled(frozenset(words))]
    maker = _MAKERS.get(name)
    if maker is None:
        raise element.error(f"condition {name!r} is unknown")
    return [maker(word) for word in words]


def _all_filled(names: frozenset[str]) -> Test:
    return lambda ctx: names <= ctx.item.filled


def _any_filled(names: frozenset[str]) -> Test:
    return lambda ctx: not names.isdisjoint(ctx.item.filled)


def _joined(tests: tuple[Test, ...], match: str) -> Test:
    if len(tests) == 1:
        only = tests[0]
        return (lambda ctx: not only(ctx)) if match == "none" else only

    def all_of(ctx: Context) -> bool:
        return all([test(ctx) for test in tests])  # noqa: C419  every test is to be counted

    def any_of(ctx: Context) -> bool:
        return any([test(ctx) for test in tests])  # noqa: C419

    def none_of(ctx: Context) -> bool:
        return not any([test(ctx) for test in tests])  # noqa: C419

    return {"all": all_of, "any": any_of, "none": none_of}[match]


def text_of(ctx: Context, name: str) -> str:
    """The text of a standard or number variable, the processor's own among them; "" where empty."""
    found = ctx.item.texts.get(name)
    if found is not None:
        return found
    computed = _COMPUTED.get(name)
    return computed(ctx) if computed else ""


_COMPUTED: dict[str, Callable[[Context], str]] = {
    "locator": lambda ctx: ctx.locator,
    "year-suffix": lambda ctx: ctx.year_suffix,
    "citation-number": lambda ctx: str(ctx.number) if ctx.number else "",
    "first-reference-note-number": lambda ctx: str(ctx.first_note) if ctx.first_note else "",
    "citation-label": lambda ctx: ctx.citation_label,
}


def _variable(name: str) -> Test:
    def test(ctx: Context) -> bool:
        return name in ctx.item.filled or bool(text_of(ctx, name))

    return test


def _is_numeric(name: str) -> Test:
    return lambda ctx: numeric(text_of(ctx, name)) is not None


def _is_uncertain(name: str) -> Test:
    def test(ctx: Context) -> bool:
        date = ctx.item.dates.get(name)
        return date is not None and date.circa

    return test


def _locator(name: str) -> Test:
    name = name.replace("sub verbo", "sub-verbo")
    return lambda ctx: bool(ctx.locator) and ctx.label == name


def _position(name: str) -> Test:
    return lambda ctx: name in ctx.position


def _type(name: str) -> Test:
    return lambda ctx: ctx.item.type == name


def _disambiguate(_value: str) -> Test:
    def test(ctx: Context) -> bool:
        ctx.tests += 1
        return ctx.tests <= ctx.disambiguate

    return test


_MAKERS: dict[str, Callable[[str], Test]] = {
    "disambiguate": _disambiguate,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "type": _type,
    "variable": _variable,
}
