"""Locales: terms, date formats and options, merged from a style's own cs:locale down to en-US.

CSL 1.0.2, "Locale Files" and "Locale Fallback". A locale's text is read once and merged once a style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from . import languages, xmltree
from .errors import StyleError
from .xmltree import Element

_FORM_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
_OPTIONS = ("punctuation-in-quote", "limit-day-ordinals-to-day-1")
# Terms whose spelling differs between the versions of the specification and between styles and locales.
_ALIASES = {"sub verbo": "sub-verbo", "editortranslator": "editor-translator", "book": "book"}

Term = tuple[str, str]
"""Singular and plural."""


class Locale:
    """Merged terms by (name, form), ordinal terms by gender, date formats by form, and options.

    `lang` is the tag that was asked for. Look-ups return "" or None where nothing is defined anywhere.
    """

    __slots__ = ("_found", "dates", "genders", "lang", "options", "ordinals", "terms")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[tuple[str, str], Term] = {}
        self.genders: dict[str, str] = {}
        self.ordinals: dict[tuple[str, str], tuple[str, str]] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, bool] = {}
        self._found: dict[tuple[str, str, bool], str | None] = {}

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """The term in the form that is nearest (Terms: form fallback); None where it is not defined at all."""
        key = (name, form, plural)
        if key not in self._found:
            self._found[key] = self._look_up(_ALIASES.get(name, name), form, plural)
        return self._found[key]

    def _look_up(self, name: str, form: str, plural: bool) -> str | None:
        wanted: str | None = form or "long"
        while wanted:
            found = self.terms.get((name, wanted))
            if found is not None:
                return found[plural]
            wanted = _FORM_FALLBACK.get(wanted)
        return None

    def gender(self, name: str) -> str:
        """The gender of a term's long form: "masculine", "feminine" or ""."""
        return self.genders.get(_ALIASES.get(name, name), "")

    def option(self, name: str) -> bool:
        """A cs:style-options attribute; false where it is not set."""
        return self.options.get(name, False)

    def merge(self, element: Element) -> None:
        """Lay one cs:locale element over what is here."""
        for kid in element.kids:
            if kid.tag == "terms":
                self._merge_terms(kid)
            elif kid.tag == "date":
                self.dates[kid.get("form")] = kid
            elif kid.tag == "style-options":
                self.options.update({name: kid.get(name) == "true" for name in _OPTIONS if name in kid.attrs})

    def _merge_terms(self, terms: Element) -> None:
        fresh = [term for term in terms.kids if _is_ordinal(term.get("name"))]
        if fresh:  # any ordinal replaces all of them: Ordinal Suffixes
            self.ordinals.clear()
        for term in terms.all("term"):
            name, text = _ALIASES.get(term.get("name"), term.get("name")), _term_text(term)
            if _is_ordinal(name):
                self.ordinals[name, term.get("gender-form")] = (text[0], term.get("match"))
            elif name.startswith("long-ordinal"):
                self.terms[name, "gender:" + term.get("gender-form")] = text
            else:
                self._merge_term(term, name, text)

    def _merge_term(self, term: Element, name: str, text: Term) -> None:
        form = term.get("form", "long")
        self.terms[name, form] = text
        if form == "long":
            self.genders[name] = term.get("gender")


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdigit())


def _term_text(term: Element) -> Term:
    single, multiple = term.first("single"), term.first("multiple")
    if single is None and multiple is None:
        text = term.text if term.text.strip(" \n\r\t") else ""
        return text, text
    one = single.text if single is not None else ""
    return one, multiple.text if multiple is not None else one


@lru_cache(maxsize=64)
def _parsed(text: str) -> Element:
    root = xmltree.parse(text)
    if root.tag != "locale":
        raise StyleError(f"a locale was expected, found <{root.tag}>", root.line)
    return root


def _texts(lang: str, look_up: Callable[[str], str | None]) -> Iterable[Element]:
    """Locale files from general to particular: en-US, the language, the dialect."""
    tags = ["en-US", *reversed(languages.fallbacks(lang))]
    for tag in dict.fromkeys(tags):
        text = look_up(tag)
        if text is not None:
            yield _parsed(text)


def merged(lang: str, own: Iterable[Element], look_up: Callable[[str], str | None]) -> Locale:
    """The locale for `lang`: files from en-US up, then the style's own cs:locale elements, general ones first."""
    locale = Locale(languages.normal(lang))
    for element in _texts(lang, look_up):
        locale.merge(element)
    for element in _own_in_order(locale.lang, own):
        locale.merge(element)
    return locale


def _own_in_order(lang: str, own: Iterable[Element]) -> list[Element]:
    ranks = {"": 0, languages.base(lang): 1, lang: 2}
    tagged = [(ranks.get(languages.normal(element.get("lang"))), element) for element in own]
    return [element for rank, element in sorted(((r, e) for r, e in tagged if r is not None), key=lambda pair: pair[0])]
