"""Locators as people type them: ``para. 4``, ``p. 12``, ``§ 3``; a bare number is a page, as CSL has it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from reindreader.model.highlights import Locator

_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "paragraph": ("paragraph", "paragraphs", "para", "paras", "par", "pars", "¶", "¶¶"),
        "page": ("page", "pages", "p", "pp"),
        "section": ("section", "sections", "sec", "secs", "§", "§§"),
        "chapter": ("chapter", "chapters", "chap", "chaps", "ch"),
        "line": ("line", "lines", "l", "ll"),
        "verse": ("verse", "verses", "v", "vv"),
        "note": ("note", "notes", "n", "nn"),
        "figure": ("figure", "figures", "fig", "figs"),
        "column": ("column", "columns", "col", "cols"),
        "volume": ("volume", "volumes", "vol", "vols"),
        "folio": ("folio", "folios", "fol", "fols"),
        "book": ("book", "books", "bk", "bks"),
        "part": ("part", "parts", "pt", "pts"),
        "timestamp": ("timestamp", "at"),
    }
)
"""CSL locator term -> how it is written, without its full stop."""

_WORDS = {word: label for label, words in _LABELS.items() for word in words}
_FORM = re.compile(r"(?P<word>[^\W\d_]+|[¶§]{1,2})\.?\s*(?P<value>\S.*)", re.DOTALL)


def parse_locator(words: str) -> Locator | None:
    """The locator in the words, None where there are none."""
    words = " ".join(words.split())
    if not words:
        return None
    match = _FORM.fullmatch(words)
    label = _WORDS.get(match["word"].lower()) if match else None
    return Locator(label, match["value"]) if match and label else Locator("page", words)
