"""What elements are compiled against: macros, locale, and the options in force in citations, entries or sort keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from . import richtext
from .context import Render
from .locales import Locale
from .tree import Deco, Piece, format_of
from .variables import ALIASES
from .xmltree import Element

NAME_OPTIONS = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first", "et-al-use-last",
    "et-al-subsequent-min", "et-al-subsequent-use-first", "initialize", "initialize-with", "name-as-sort-order",
    "sort-separator", "name-form", "name-delimiter", "names-delimiter",
)  # fmt: skip


class Scope:
    """One part of a style: "citation" or "bibliography", rendering or (with `sorting`) making sort keys.

    `pattern` is the cs:names whose cs:substitute is being compiled: a cs:names without children is a shorthand of it.

    `options` are the inheritable name options in force, `forced` those that a sort key imposes on every cs:name.
    """

    def __init__(
        self,
        macros: Mapping[str, Element],
        locale: Locale,
        options: Mapping[str, str],
        style_options: Mapping[str, str],
        kind: str,
        compile_one: Callable[[Element, Scope], Render],
        sorting: bool = False,
        forced: Mapping[str, str] | None = None,
    ) -> None:
        self.macros = macros
        self.locale = locale
        self.options = options
        self.style_options = style_options
        self.kind = kind
        self.sorting = sorting
        self.forced = dict(forced or {})
        self.english = locale.lang.startswith("en")
        self.explicit_suffix = False
        self.pattern: Element | None = None
        self._compile = compile_one
        self._compiled: dict[str, tuple[Render, ...]] = {}
        self._open: list[str] = []

    def compile(self, element: Element) -> Render:
        """One rendering element as a callable."""
        return self._compile(element, self)

    def compile_all(self, element: Element) -> tuple[Render, ...]:
        """An element's children as callables."""
        return tuple([self._compile(kid, self) for kid in element.kids])

    def macro(self, name: str, caller: Element) -> tuple[Render, ...]:
        """A macro's children, compiled once a scope. Raises StyleError for an unknown or a self-calling macro."""
        if name not in self._compiled:
            element = self.macros.get(name)
            if element is None:
                raise caller.error(f"macro {name!r} is not defined")
            if name in self._open:
                raise caller.error(f"macro {name!r} calls itself")
            self._open.append(name)
            pattern, self.pattern = self.pattern, None
            self._compiled[name] = self.compile_all(element)
            self.pattern = pattern
            self._open.pop()
        return self._compiled[name]

    def deco(self, element: Element, affixes: bool = True) -> Deco | None:
        """What the element's attributes do to its output; None where that is nothing. Case is not among it."""
        attrs = element.attrs
        deco = Deco(
            prefix=affix(attrs.get("prefix", "")) if affixes else "",
            suffix=affix(attrs.get("suffix", "")) if affixes else "",
            fmt=format_of(attrs),
            quotes=attrs.get("quotes") == "true",
            display=attrs.get("display", ""),
        )
        return None if deco == _NOTHING else deco


def variables(element: Element, names: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The variables of an attribute, under their names of today. Raises StyleError for one that is not `allowed`."""
    found = tuple([ALIASES.get(name, name) for name in names.split()])
    for name in found:
        if name not in allowed:
            raise element.error(f"{name!r} is not a variable that can stand here")
    return found


def variable(element: Element, allowed: Collection[str]) -> str:
    """The one variable of an element. Raises StyleError for none, or one that is not `allowed`."""
    found = variables(element, element.get("variable"), allowed)
    if len(found) != 1:
        raise element.error("needs a variable")
    return found[0]


_NOTHING = Deco()


def affix(text: str) -> Piece:
    """An affix as a piece."""
    return richtext.parse(text, marks=False)
