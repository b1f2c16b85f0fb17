"""The citation bar: style, language, citation and reference, and the buttons that copy them."""

from reindreader.desktop.citation.bar import CitationBar

__all__ = ["CitationBar"]
