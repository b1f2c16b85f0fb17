"""What a PDF says of itself: document information, XMP, and the highlights that readers left in it (pypdf). In the worker."""

import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from reindreader.pages.space import Space
from reindreader.pages.values import PdfHighlight, PdfInfo

_MARKUP = {"/Highlight": "highlight", "/Underline": "underline", "/Squiggly": "squiggly", "/StrikeOut": "strike-out"}
_MOST = 5_000
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+")
_DOI_PLACES = {
    **{
        f"prism:doi {v}": (f"http://prismstandard.org/namespaces/basic/{v}/", "doi")
        for v in ("1.2", "2.0", "2.1", "3.0")
    },
    "pdfx:doi": ("http://ns.adobe.com/pdfx/1.3/", "doi"),
    "pdfx:WPS-ARTICLEDOI": ("http://ns.adobe.com/pdfx/1.3/", "WPS-ARTICLEDOI"),
    "crossmark:DOI": ("http://crossref.org/crossmark/1.0/", "DOI"),
    "dc:identifier": ("http://purl.org/dc/elements/1.1/", "identifier"),
}


def document_info(data: bytes, password: str | None = None, marked: Sequence[int] | None = None) -> PdfInfo:
    """All of it; what cannot be read is left out. ``marked``: the pages to look for highlights on, None for all."""
    try:
        reader = _reader(data, password)
    except Exception:  # noqa: BLE001  pypdf raises whatever a broken file leads it to
        return PdfInfo()
    return PdfInfo(
        (*_guarded(_xmp, reader), *_guarded(_information, reader)),
        _guarded(_outline, reader),
        _guarded(partial(_highlights, marked=marked), reader) if marked != () else (),
    )


def _reader(data: bytes, password: str | None) -> Any:
    """pypdf's reader. Locked files are unlocked by pdfium first, which knows every cipher without a further library."""
    from pypdf import PdfReader  # noqa: PLC0415  slow to load, and only the worker needs it

    reader = PdfReader(io.BytesIO(data), strict=False)
    if not reader.is_encrypted:
        return reader
    from reindreader.pages.document import unlocked  # noqa: PLC0415  pdfium is loaded in the worker only

    return PdfReader(io.BytesIO(unlocked(data, password)), strict=False)


def _guarded(reading: Any, reader: Any) -> tuple[Any, ...]:
    found = []
    try:
        for one in reading(reader):
            found.append(one)
            if len(found) >= _MOST:
                break
    except Exception:  # noqa: BLE001  a broken part hides what comes after it, not what came before
        return tuple(found)
    return tuple(found)


def _information(reader: Any) -> Iterator[tuple[str, str, str]]:
    about = reader.metadata
    for key, name in (("/Title", "title"), ("/Author", "author")):
        words = " ".join(str(about.get(key) or "").split()) if about else ""
        if words:
            yield name, words[:500], f"PDF {key}"
    for key in ("/doi", "/DOI", "/WPS-ARTICLEDOI", "/Subject"):
        match = _DOI.search(str(about.get(key) or "")) if about else None
        if match:
            yield "DOI", match[0].rstrip(".,;)]"), f"PDF {key}"


def _xmp(reader: Any) -> Iterator[tuple[str, str, str]]:
    about = reader.xmp_metadata
    if about is None:
        return
    for where, words in _identifiers(about):
        match = _DOI.search(words)
        if match:
            yield "DOI", match[0].rstrip(".,;)]"), f"XMP {where}"
    titles: Any = about.dc_title or {}
    for words in list(titles.values())[:1]:
        yield "title", str(words).strip(), "XMP dc:title"
    for name, values in (
        ("author", about.dc_creator),
        ("language", about.dc_language),
        ("publication", about.dc_publisher),
    ):
        for value in list(values or ())[:50]:
            if str(value).strip():
                yield (
                    name,
                    str(value).strip(),
                    f"XMP dc:{'creator' if name == 'author' else 'publisher' if name == 'publication' else name}",
                )


def _identifiers(about: Any) -> Iterator[tuple[str, str]]:
    """Where publishers put a DOI: PRISM, Crossmark, Adobe's copy of the document information, Dublin Core."""
    for where, (space, name) in _DOI_PLACES.items():
        for node in about.get_element("", space, name):
            yield where, node.nodeValue or "".join(child.nodeValue or "" for child in node.childNodes)


def _outline(reader: Any) -> Iterator[tuple[str, int, int]]:
    waiting: list[tuple[Any, int]] = [(entry, 0) for entry in reversed(reader.outline)]
    while waiting:
        entry, depth = waiting.pop()
        if isinstance(entry, list):
            waiting += [(inner, depth + 1) for inner in reversed(entry)]
            continue
        page = reader.get_destination_page_number(entry)
        if page is not None and entry.title:
            yield " ".join(str(entry.title).split()), page, depth


def _highlights(reader: Any, marked: Sequence[int] | None) -> Iterator[PdfHighlight]:
    for number in range(len(reader.pages)) if marked is None else marked:
        page = reader.pages[number]
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            kind = _MARKUP.get(str(annotation.get("/Subtype")))
            points = [float(value) for value in annotation.get("/QuadPoints") or ()]
            if kind and len(points) >= 8:
                boxes = tuple(_box(points[start : start + 8], page) for start in range(0, len(points) - 7, 8))
                note, author = str(annotation.get("/Contents") or ""), str(annotation.get("/T") or "")
                yield PdfHighlight(number, kind, boxes, note, _colour(annotation.get("/C")), author)


def _box(points: list[float], page: Any) -> tuple[float, float, float, float]:
    """The corners come in any order: programs do not agree on it (ISO 32000-2, 12.5.6.10)."""
    crop = page.cropbox
    space = Space(float(crop.left), float(crop.bottom), float(crop.right), float(crop.top), page.rotation)
    xs, ys = points[0::2], points[1::2]
    return space.shown((min(xs), min(ys), max(xs), max(ys)))


def _colour(values: Any) -> str | None:
    parts = [min(1.0, max(0.0, float(value))) for value in values or ()]
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts) if len(parts) == 3 else None
