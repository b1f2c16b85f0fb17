"""An original beside its translation: which paragraphs and sentences belong together. This room only computes."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reindreader.parallel.aligning import align_lines
    from reindreader.parallel.alignment import (
        Alignment,
        Row,
        SentenceBead,
        aligned_blocks,
        rows_from_text,
        rows_to_text,
    )
    from reindreader.parallel.articles import align_articles, beads, counterpart

__all__ = [
    "Alignment",
    "Row",
    "SentenceBead",
    "align_articles",
    "align_lines",
    "aligned_blocks",
    "beads",
    "counterpart",
    "rows_from_text",
    "rows_to_text",
]

_PLACES = {
    "aligning": "align_lines",
    "alignment": "Alignment Row SentenceBead aligned_blocks rows_from_text rows_to_text",
    "articles": "align_articles beads counterpart",
}
"""Module -> what it has: loaded when first asked for, since most texts are read alone."""

_MODULES = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Load the module that has the name (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
