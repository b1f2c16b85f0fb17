"""A compiled style: who it is, and its citation and bibliography as callables (CSL 1.0.2, Styles)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import locales, sorting, xmltree
from .context import Render
from .elements import compile_element
from .errors import StyleError
from .locales import Locale
from .scope import NAME_OPTIONS, Scope
from .sorting import SortKey
from .tree import Deco
from .writer import Marks
from .xmltree import Element

LookUp = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Area:
    """cs:citation or cs:bibliography: what is rendered, the layout's decoration, sort keys, own attributes."""

    kids: tuple[Render, ...]
    deco: Deco
    delimiter: str
    sort_keys: tuple[SortKey, ...]
    options: Mapping[str, str]
    scope: Scope

    def option(self, name: str) -> bool:
        """Whether an attribute is "true"."""
        return self.options.get(name) == "true"

    def number(self, name: str, default: int) -> int:
        """An attribute that is a whole number; `default` where it is none."""
        value = self.options.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default


@dataclass(frozen=True, slots=True)
class Style:
    """A style ready for use; made by `compile_style`.

    `kind` is "in-text" or "note"; `citation_format` author-date, numeric, label, note, author or ""; `fields` its
    categories; `default_locale` as the style says ("" where it says nothing); `language` that of its citations;
    `parent_id` "" for an independent style. `bibliography` is None where the style has none.
    """

    id: str
    title: str
    title_short: str
    kind: str
    citation_format: str
    fields: tuple[str, ...]
    default_locale: str
    language: str
    parent_id: str
    locale: Locale
    marks: Marks
    citation: Area
    bibliography: Area | None
    options: Mapping[str, str] = field(default_factory=dict)
    tests_disambiguation: bool = False


def compile_style(
    text: str,
    *,
    parent: LookUp,
    locale: LookUp,
    language: str | None = None,
    cache: Path | None = None,
) -> Style:
    """A style's XML text, compiled.

    `parent` gives the text of an independent style by the address in a dependent style's link, `locale` that of a
    locale by its tag (both None where there is none); `language` overrides the style's default-locale. `cache` is
    accepted for callers that have a folder to spare and is not needed. Raises StyleError with the line.
    """
    del cache
    root = _style_root(text)
    info = root.first("info")
    if info is None:
        raise root.error("has no <info>")
    body, parent_id = root, ""
    if root.first("citation") is None:
        body, parent_id = _parent(root, info, parent)
    default = root.get("default-locale") or body.get("default-locale")
    lang = language or default or "en-US"
    merged = locales.merged(lang, body.all("locale"), locale)
    try:
        return _style(root, info, body, parent_id, default, lang, merged)
    except RecursionError:
        raise root.error("is nested too deeply") from None


def _style_root(text: str) -> Element:
    root = xmltree.parse(text)
    if root.tag != "style":
        raise root.error("is no CSL style")
    version = root.get("version", "1.0")
    if not version.startswith("1."):
        raise root.error(f"version {version} is not supported")
    return root


def _parent(root: Element, info: Element, look_up: LookUp) -> tuple[Element, str]:
    link = next((link for link in info.all("link") if link.get("rel") == "independent-parent"), None)
    if link is None:
        raise root.error("has neither <citation> nor a link to an independent parent")
    address = link.get("href")
    text = look_up(address)
    if text is None:
        raise link.error(f"the independent parent {address} is not there")
    body = _style_root(text)
    if body.first("citation") is None:
        raise link.error(f"the parent {address} is itself dependent")
    return body, address


def _style(
    root: Element, info: Element, body: Element, parent_id: str, default: str, lang: str, merged: Locale
) -> Style:
    macros = {kid.get("name"): kid for kid in body.all("macro")}
    citation_element = body.first("citation")
    assert citation_element is not None
    citation = _area(citation_element, body, macros, merged)
    bibliography_element = body.first("bibliography")
    bibliography = _area(bibliography_element, body, macros, merged) if bibliography_element else None
    if bibliography and (citation.scope.explicit_suffix or bibliography.scope.explicit_suffix):
        citation.scope.explicit_suffix = bibliography.scope.explicit_suffix = True
    categories = list(info.all("category"))
    kind = body.get("class", "in-text")
    if kind not in ("in-text", "note"):
        raise body.error(f"class={kind!r} is unknown")
    return Style(
        id=_text(info, "id"),
        title=_text(info, "title"),
        title_short=_text(info, "title-short"),
        kind=kind,
        citation_format=next((one.get("citation-format") for one in categories if one.get("citation-format")), ""),
        fields=tuple(one.get("field") for one in categories if one.get("field")),
        default_locale=default,
        language=lang,
        parent_id=parent_id,
        locale=merged,
        marks=Marks.of(merged),
        citation=citation,
        bibliography=bibliography,
        options=body.attrs,
        tests_disambiguation=_tests_disambiguation(body),
    )


def _text(info: Element, tag: str) -> str:
    found = info.first(tag)
    return " ".join(found.text.split()) if found else ""


def _tests_disambiguation(body: Element) -> bool:
    return "disambiguate" in body.attrs or any(_tests_disambiguation(kid) for kid in body.kids)


def _area(element: Element, body: Element, macros: Mapping[str, Element], merged: Locale) -> Area:
    layout = element.first("layout")
    if layout is None:
        raise element.error("has no <layout>")
    options = {name: value for source in (body.attrs, element.attrs) for name, value in source.items()
               if name in NAME_OPTIONS}  # fmt: skip
    scope = Scope(macros, merged, options, body.attrs, element.tag, compile_element)
    deco = scope.deco(layout) or Deco()
    return Area(
        kids=scope.compile_all(layout),
        deco=deco,
        delimiter=layout.get("delimiter"),
        sort_keys=_sort_keys(element, scope),
        options=element.attrs,
        scope=scope,
    )


def _sort_keys(element: Element, scope: Scope) -> tuple[SortKey, ...]:
    sort = element.first("sort")
    if sort is None:
        return ()
    scopes: dict[tuple[tuple[str, str], ...], Scope] = {}
    keys = []
    for key in sort.all("key"):
        forced = sorting.forced_options(key)
        mark = tuple(sorted(forced.items()))
        if mark not in scopes:
            scopes[mark] = Scope(
                scope.macros,
                scope.locale,
                scope.options,
                scope.style_options,
                scope.kind,
                compile_element,
                True,
                forced,
            )
        keys.append(sorting.compile_key(key, scopes[mark]))
    return tuple(keys)


__all__ = ["Area", "LookUp", "Style", "StyleError", "compile_style"]
