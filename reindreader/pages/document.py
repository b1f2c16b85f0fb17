"""A PDF's pages, read by pdfium in the worker process (pypdfium2; BSD and Apache)."""

import io
import time
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reindreader.pages.lines import lines_of
from reindreader.pages.order import in_order
from reindreader.pages.values import DocumentLines, PageLines, PdfRefusedError

Told = Callable[[tuple[int, int]], None]

ENOUGH_SECONDS = 6.0
"""After so much of the processor's time no further page is begun: what was read is given back before the file's limit."""
_MARKUP = frozenset(
    {pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT}
)
_MOST_ANNOTATIONS = 2_000

TELL_EVERY = 25
"""How many pages are read between two words on how far it is."""


def opened(data: bytes, password: str | None = None) -> pypdfium2.PdfDocument:
    """The file, opened; the caller closes it. Raises PdfRefusedError."""
    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        raise PdfRefusedError("broken" if not locked else "password" if password else "encrypted") from error


def unlocked(data: bytes, password: str | None = None) -> bytes:
    """The same file without its lock, for readers that cannot open it. Raises PdfRefusedError."""
    document = opened(data, password)
    try:
        plain = io.BytesIO()
        document.save(plain, flags=pdfium.FPDF_REMOVE_SECURITY)
    finally:
        document.close()
    return plain.getvalue()


def document_lines(data: bytes, password: str | None = None, told: Told | None = None) -> DocumentLines:
    """The lines of every page. ``told``: takes (pages read, pages) now and then. Raises PdfRefusedError."""
    document = opened(data, password)
    try:
        return _read(document, told)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, told: Told | None) -> DocumentLines:
    began, pages, bad = time.process_time(), [], []
    count = len(document)
    for number in range(count):
        if time.process_time() - began > ENOUGH_SECONDS:
            break
        if told is not None and number % TELL_EVERY == 0:
            told((number, count))
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
        return PageLines(tuple(in_order(lines, width)), width, height, label, pictures, _is_marked(page))
    finally:
        page.close()


def _is_marked(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)
    return any(_kind_of(page, number) in _MARKUP for number in range(count))


def _kind_of(page: pypdfium2.PdfPage, number: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
    if not annotation:
        return int(pdfium.FPDF_ANNOT_UNKNOWN)
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind
