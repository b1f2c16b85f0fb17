"""Pages that a DOCX document imports whole (ISO/IEC 29500-1, 17.17.2.1, altChunk): programs that make documents of web pages
put all of the text there."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from reindreader.ingest.decoding import decode
from reindreader.ingest.docx_preparing import DOCUMENT
from reindreader.ingest.html import declared_encoding
from reindreader.ingest.html_body import parsed
from reindreader.ingest.html_saved import Saved, from_mhtml, is_mhtml
from reindreader.ingest.zips import Parts

_PAGES = (".htm", ".html", ".xhtml", ".mht", ".mhtml")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def imported_pages(parts: Parts) -> Iterator[etree._Element]:
    """The trees of these pages, in their order; whatever stands between them is mammoth's."""
    if b":altChunk" not in (parts.read(DOCUMENT) or b""):
        return
    root, related = parts.xml(DOCUMENT), parts.xml("word/_rels/document.xml.rels")
    targets = {own.get("Id"): own.get("Target", "") for own in related.iter()} if related is not None else {}
    for chunk in root.iter("{*}altChunk") if root is not None else ():
        target = targets.get(chunk.get(_ID), "")
        data = parts.read(posixpath.normpath(posixpath.join("word", target)).lstrip("/")) or parts.read(
            target.lstrip("/")
        )
        tree = _tree(data) if data and target.lower().endswith(_PAGES) else None
        if tree is not None:
            yield tree


def _tree(data: bytes) -> etree._Element | None:
    page = from_mhtml(data) if is_mhtml(data) else Saved(data)
    return parsed(decode(page.page, declared_encoding(page.page, page.charset))[0]) if page.page else None
