"""A CSL 1.0.2 processor: citations and bibliographies in any style, and what a style left out.

`compile_style` reads a style, `Document` holds items and citations, `preview` prints one item. Specification:
https://docs.citationstyles.org/en/stable/specification.html
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bibliography import Bibliography, Entry
    from .cites import CiteItem, Cluster
    from .document import Document, preview
    from .errors import ItemError, StyleError
    from .rendered import Rendered
    from .runs import Run
    from .style import Style, compile_style

__all__ = [
    "Bibliography",
    "CiteItem",
    "Cluster",
    "Document",
    "Entry",
    "ItemError",
    "Rendered",
    "Run",
    "Style",
    "StyleError",
    "compile_style",
    "preview",
]

_PLACES = {
    "bibliography": "Bibliography Entry",
    "cites": "CiteItem Cluster",
    "document": "Document preview",
    "errors": "ItemError StyleError",
    "rendered": "Rendered",
    "runs": "Run",
    "style": "Style compile_style",
}
"""Module -> what it has: loaded when first asked for, since no citation is needed to open a window."""

_MODULES = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Load the module that has the name (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
