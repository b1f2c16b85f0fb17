"""Pages as they are printed: drawn by pdfium, with the places of their letters and their links. In the worker only.

A document stays open for the next call. Every call names it whole, so that a worker that was started again needs no
other.
"""

import ctypes
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reindreader.pages.letters import as_printed
from reindreader.pages.lines import Boxes, placed_lines, space_of
from reindreader.pages.markups import hide_markups
from reindreader.pages.space import Space
from reindreader.pages.values import Letters, Line, OutlineEntry, PageImage, PageLink, PdfRefusedError, PrintedDocument

MOST_PIXELS = 40_000_000
"""A page is never drawn larger: that is 160 MB."""
_KEPT_PAGES = 64
"""After so many drawings the document is opened anew: pdfium keeps what it has decoded."""


@lru_cache(maxsize=2)
def _open(path: str, password: str | None, _turn: int) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(Path(path), password=password)
    except pypdfium2.PdfiumError as error:
        raise PdfRefusedError("encrypted" if "password" in str(error).casefold() else "broken") from error
    except OSError as error:
        raise PdfRefusedError("missing") from error


def forget() -> None:
    """Let go of the documents that are open."""
    _open.cache_clear()


_drawn = 0


def printed_document(path: str, password: str | None = None) -> PrintedDocument:
    """Sizes and labels of the pages. Raises PdfRefusedError (``encrypted``, ``broken``, ``empty``, ``missing``)."""
    document = _open(path, password, 0)
    count = len(document)
    if not count:
        raise PdfRefusedError("empty")
    sizes = tuple(_size(document, number) for number in range(count))
    labels = tuple(document.get_page_label(number) or None for number in range(count))
    return PrintedDocument(sizes, labels, pdfium.FPDF_GetSignatureCount(document) > 0)


def _size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    """A page that does not open is as large as A4: something must stand in its place."""
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        return 595.0, 842.0
    return max(1.0, float(width)), max(1.0, float(height))


def outline(path: str, password: str | None = None) -> tuple[OutlineEntry, ...]:
    """The document's table of contents, empty where it has none. Raises PdfRefusedError."""
    return tuple(_outline(_open(path, password, 0)))


def _outline(document: pypdfium2.PdfDocument) -> Iterator[OutlineEntry]:
    for bookmark in document.get_toc(max_depth=8):
        goal = bookmark.get_dest()
        page = goal.get_index() if goal else None
        title = " ".join(bookmark.get_title().split())
        if page is not None and title:
            yield OutlineEntry(title, page, bookmark.level)


def page_image(path: str, password: str | None, number: int, scale: float, turned: int = 0) -> PageImage:
    """A page drawn at ``scale`` pixels a point, ``turned`` by 0, 90, 180 or 270 degrees clockwise. Marks on its words are
    not on it: they are highlights of the article.

    Raises PdfRefusedError, where the page does not open as ``broken``.
    """
    global _drawn  # noqa: PLW0603  counts what this process has drawn
    _drawn += 1
    page = open_page(path, password, number)
    try:
        width, height = page.get_size()
        hide_markups(page)
        scale = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(
            scale=scale, rotation=turned, prefer_bgrx=True, bitmap_maker=pypdfium2.PdfBitmap.new_native
        )
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        return image
    finally:
        page.close()


def page_letters(path: str, password: str | None, number: int) -> tuple[Letters, ...]:
    """The lines of a page with their letters' places. Raises PdfRefusedError."""
    page = open_page(path, password, number)
    textpage = page.get_textpage()
    try:
        space, boxes = space_of(page), Boxes(textpage)
        return tuple(_letters(space, boxes, *found) for found in placed_lines(textpage, space))
    finally:
        textpage.close()
        page.close()


def page_links(path: str, password: str | None, number: int) -> tuple[PageLink, ...]:
    """The links of a page, within the file and to addresses. Raises PdfRefusedError."""
    document = _open(path, password, _drawn // _KEPT_PAGES)
    page = open_page(path, password, number)
    try:
        return tuple(_links(document, page))
    finally:
        page.close()


def open_page(path: str, password: str | None, number: int) -> pypdfium2.PdfPage:
    """A page, which the caller closes. Raises PdfRefusedError."""
    try:
        return _open(path, password, _drawn // _KEPT_PAGES)[number]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise PdfRefusedError("broken") from error


def _letters(space: Space, boxes: Boxes, line: Line, first: int, raw: str) -> Letters:
    places, box = array("f"), (0.0, 0.0, 0.0, 0.0)
    for at, letter in enumerate(raw):
        if as_printed(letter):
            found = boxes.of(first + at)
            box = space.shown(found) if found else (box[2], box[1], box[2], box[3])
            places.extend(box)
    return Letters((line.left, line.top, line.right, line.bottom), line.text, places)


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[PageLink]:
    space = space_of(page)
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        box = space.shown((rect.left, rect.bottom, rect.right, rect.top))
        goal, action = pdfium.FPDFLink_GetDest(document, link), pdfium.FPDFLink_GetAction(link)
        if not goal and action:
            goal = pdfium.FPDFAction_GetDest(document, action)
        if goal:
            number = pdfium.FPDFDest_GetDestPageIndex(document, goal)
            if number >= 0:
                yield PageLink(box, page=number)
        elif action and (address := _address(document, action)):
            yield PageLink(box, address=address)


def _address(document: pypdfium2.PdfDocument, action: object) -> str | None:
    if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    words = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, words, size)
    return words.value.decode("utf-8", "replace") or None
