"""A CSL 1.0.2 processor: citations and bibliographies in any style, and what a style left out.

`compile_style` reads a style, `Document` holds items and citations, `preview` prints one item. Specification:
https://docs.citationstyles.org/en/stable/specification.html
"""

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
