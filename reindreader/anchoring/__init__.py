"""A quotation and its place in a text, also in a later version of the text. This room only computes."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reindreader.anchoring.difference import Change
    from reindreader.anchoring.quotes import CONTEXT, anchor, occurrences, quote_of, words_in
    from reindreader.anchoring.reanchoring import AnchorChange, Reanchoring, Verdict, reanchor

__all__ = [
    "CONTEXT",
    "AnchorChange",
    "Change",
    "Reanchoring",
    "Verdict",
    "anchor",
    "occurrences",
    "quote_of",
    "reanchor",
    "words_in",
]

_PLACES = {
    "difference": "Change",
    "quotes": "CONTEXT anchor occurrences quote_of words_in",
    "reanchoring": "AnchorChange Reanchoring Verdict reanchor",
}
"""Module -> what it has: loaded when first asked for, since most texts never change under their highlights."""

_MODULES = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Load the module that has the name (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
