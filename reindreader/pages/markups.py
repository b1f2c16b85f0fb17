"""Marks that readers left on the words of a page: they come as highlights of ours, and are drawn once."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_MOST = 2_000
_OURS = frozenset({pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE})
"""What we draw as it was drawn. A line through words or below them in waves stays as it is printed."""


def hide_markups(page: pypdfium2.PdfPage) -> None:
    """Draw these marks no more, where they stand on words; on pictures nothing else would show them."""
    if not any(True for _ in _markups(page)):
        return
    with closing(page.get_textpage()) as words:
        for mark in _markups(page):
            if _stands_on(words, mark):
                pdfium.FPDFAnnot_SetFlags(mark, pdfium.FPDFAnnot_GetFlags(mark) | pdfium.FPDF_ANNOT_FLAG_HIDDEN)


def _markups(page: pypdfium2.PdfPage) -> Iterator[Any]:
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not mark:
            continue
        if pdfium.FPDFAnnot_GetSubtype(mark) in _OURS:
            yield mark
        pdfium.FPDFPage_CloseAnnot(mark)


def _stands_on(words: pypdfium2.PdfTextPage, mark: object) -> bool:
    area = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(mark, ctypes.byref(area)):
        return False
    return bool(words.get_text_bounded(area.left, area.bottom, area.right, area.top).strip())
