"""Highlights written into a copy of a PDF, as any viewer reads them. In the worker only.

The file's own bytes stay as they are: what is new stands behind them (ISO 32000-2, 7.5.6, incremental updates).
"""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from reindreader.pages.info import document_info
from reindreader.pages.lines import space_of
from reindreader.pages.printed import open_page
from reindreader.pages.space import Box
from reindreader.pages.values import Markup, PdfHighlight, PdfRefusedError

_NEAR = 4.0
"""Marks whose boxes differ by no more than this many points at each edge are one."""
_PRINTED = 4
"""The annotation flag of what is printed with its page (ISO 32000-2, table 167)."""


def marked_up(path: str, password: str | None, marks: Sequence[Markup]) -> tuple[bytes, int]:
    """The file's bytes with the marks behind them, and how many were written: those that it has already are left out.

    Raises PdfRefusedError (``encrypted``, ``broken``).
    """
    data = Path(path).read_bytes()
    there = document_info(data).highlights
    new = [mark for mark in marks if mark.boxes and not _is_there(mark, there)]
    if not new:
        return data, 0
    try:
        return _written(path, password, data, new), len(new)
    except PdfRefusedError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        words = f"{type(error).__name__} {error}"
        raise PdfRefusedError("encrypted" if "ecrypt" in words or "AES" in words else "broken") from error


def _written(path: str, password: str | None, data: bytes, marks: Iterable[Markup]) -> bytes:
    # Behind a last line without an end, the first new object would be part of a comment.
    writer = PdfWriter(io.BytesIO(data if data.endswith((b"\n", b"\r")) else data + b"\n"), incremental=True)
    for mark in marks:
        page = open_page(path, password, mark.page)
        try:
            boxes = [space_of(page).own(box) for box in mark.boxes]
        finally:
            page.close()
        writer.add_annotation(mark.page, _annotation(writer, mark, boxes))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _annotation(writer: PdfWriter, mark: Markup, boxes: Sequence[Box]) -> DictionaryObject:
    """A text markup annotation (ISO 32000-2, 12.5.6.10)."""
    around = _around(boxes)
    normal = writer._add_object(_appearance(mark, boxes, around))  # pypdf has no public way to add an object
    corners = [value for box in boxes for value in _corners(box)]
    words = {"/Contents": mark.note, "/T": mark.author, "/NM": mark.name, "/M": mark.date}
    facts: dict[str, PdfObject] = {key: TextStringObject(own) for key, own in words.items() if own}
    return _dictionary(
        facts
        | {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Underline" if mark.underline else "/Highlight"),
            "/Rect": _numbers(around),
            "/QuadPoints": _numbers(corners),
            "/C": _numbers(mark.line if mark.underline else mark.colour),
            "/F": NumberObject(_PRINTED),
            "/AP": _dictionary({"/N": normal}),
        }
    )


def _appearance(mark: Markup, boxes: Sequence[Box], around: Box) -> StreamObject:
    """What viewers draw that trust appearance streams: the fill below the words, the line at their foot."""
    stream = StreamObject()
    stream.set_data("\n".join(["/Below gs", *_drawing(mark, boxes)]).encode("ascii"))
    below = _dictionary({"/Type": NameObject("/ExtGState"), "/BM": NameObject("/Multiply")})
    stream.update(
        _dictionary(
            {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Form"),
                "/BBox": _numbers(around),
                "/Resources": _dictionary({"/ExtGState": _dictionary({"/Below": below})}),
            }
        )
    )
    return stream


def _drawing(mark: Markup, boxes: Sequence[Box]) -> Iterable[str]:
    if not mark.underline:
        yield f"{_words(mark.colour)} rg"
        yield from (f"{_words((left, bottom, right - left, top - bottom))} re f" for left, bottom, right, top in boxes)
    yield f"{_words(mark.line)} RG 1 w"
    yield from (
        f"{_words((left, bottom + 0.5))} m {_words((right, bottom + 0.5))} l S" for left, bottom, right, _ in boxes
    )


def _is_there(mark: Markup, there: Iterable[PdfHighlight]) -> bool:
    """Whether the file has a mark on the same words already: one that was read from it, as a rule."""
    return any(own.page == mark.page and _alike(_around(own.boxes), _around(mark.boxes)) for own in there)


def _alike(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _corners(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that viewers read, whatever the standard says."""
    left, bottom, right, top = box
    return left, top, right, top, left, bottom, right, bottom


def _dictionary(values: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in values.items()})


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject(FloatObject(f"{value:.3f}") for value in values)


def _words(values: Iterable[float]) -> str:
    return " ".join(f"{value:.3f}" for value in values)
