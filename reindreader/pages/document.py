"""A PDF's pages, read by pdfium in the worker process (pypdfium2; BSD and Apache)."""

import time

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reindreader.pages.lines import lines_of
from reindreader.pages.order import in_order
from reindreader.pages.values import DocumentLines, PageLines, PdfRefusedError

ENOUGH_SECONDS = 6.0
"""After this long no further page is begun: what was read is given back before the file's limit."""


def document_lines(data: bytes, password: str | None = None) -> DocumentLines:
    """The lines of every page. Raises PdfRefusedError."""
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise PdfRefusedError("encrypted" if "password" in str(error).casefold() else "broken") from error
    try:
        return _read(document)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> DocumentLines:
    began, pages, bad = time.monotonic(), [], []
    count = len(document)
    for number in range(count):
        if time.monotonic() - began > ENOUGH_SECONDS:
            break
        try:
            pages.append(_page(document, number))
        except (pypdfium2.PdfiumError, ValueError):
            bad.append(number)
    if not pages:
        raise PdfRefusedError("broken" if bad else "empty")
    return DocumentLines(tuple(pages), count, tuple(bad))


def _page(document: pypdfium2.PdfDocument, number: int) -> PageLines:
    page = document[number]
    try:
        lines = lines_of(page)
        width, height = page.get_size()
        pictures = not lines and any(o.type == pdfium.FPDF_PAGEOBJ_IMAGE for o in page.get_objects(max_depth=2))
        label = document.get_page_label(number) or None
        return PageLines(tuple(in_order(lines, width)), width, height, label, pictures)
    finally:
        page.close()
