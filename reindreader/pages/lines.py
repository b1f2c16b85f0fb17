"""The lines of a PDF page with their boxes, as pdfium finds them. In the worker only.

Boxes are measured at the ends of a line and where it has a gap, not for each letter: that would take longer than the text.
"""

import ctypes
import math
import re
from array import array
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reindreader.pages.letters import as_printed
from reindreader.pages.space import Box, Space
from reindreader.pages.values import Line

HYPHEN = "\ufffe"
"""What pypdfium2 5 gives for a hyphen at a line's end; the next line follows at once. Older ones give U+0002."""

_LINE = re.compile(r"(?P<words>[^\r\n\ufffe\x02]+)(?P<end>[\ufffe\x02]?)")
_BEHIND = re.compile(r"(?<=[^\W\d_]|[.,;:!?”’\"'»)\]…。，、])(?:\d{1,3}|[*∗†‡§¶]{1,2})(?![\w%])")
_NOTED = re.compile(r"[\d*∗†‡§¶]")
"""Without one of these there is no such number; most lines have none."""


def lines_of(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page in the order of its content."""
    textpage = page.get_textpage()
    try:
        return [line for line, _, _ in placed_lines(textpage, space_of(page))]
    finally:
        textpage.close()


def space_of(page: pypdfium2.PdfPage) -> Space:
    """How places of the page's own space are shown."""
    left, bottom, right, top = page.get_bbox()
    return Space(left, bottom, right, top, page.get_rotation())


def placed_lines(textpage: pypdfium2.PdfTextPage, space: Space) -> Iterator[tuple[Line, int, str]]:
    """Each line, pdfium's index of its first letter, and pdfium's text of it, which has control characters too."""
    text, boxes = _text(textpage), Boxes(textpage)
    width = space.right - space.left
    for match in _LINE.finditer(text):
        for start, end in _pieces(textpage, boxes, text, match.span("words"), width):
            words = text[start:end]
            first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            box = boxes.around(first, last - 1) if first < last else None
            if box:
                hyphen = bool(match["end"]) and end == match.end("words")
                raw = text[first:last]
                yield _line(textpage, text, (first, last), space.shown(box), hyphen=hyphen), first, raw


def _line(
    textpage: pypdfium2.PdfTextPage,
    text: str,
    ends: tuple[int, int],
    place: tuple[float, float, float, float],
    *,
    hyphen: bool,
) -> Line:
    raw, high = text[slice(*ends)], place[3] - place[1]
    size = min(_size(textpage, _middle(text, *ends)) or high, 2 * high + 1)
    words = as_printed(raw)
    raised = _raised(textpage, raw, ends[0], size) if len(words) == len(raw) else ()
    return Line(words, *place, size, hyphen, raised)


def _size(textpage: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of a letter on the page, in points: what pdfium gives is before the page's own scaling, which browsers use."""
    page, matrix = textpage.raw, pdfium.FS_MATRIX()
    given = abs(float(pdfium.FPDFText_GetFontSize(page, index)))
    scaled = pdfium.FPDFText_GetMatrix(page, index, matrix)
    return given * math.hypot(matrix.c, matrix.d) if scaled else given


def _raised(textpage: pypdfium2.PdfTextPage, words: str, first: int, size: float) -> tuple[tuple[int, int], ...]:
    """The numbers behind a word that are set smaller and higher than it."""
    spans = (match.span() for match in _BEHIND.finditer(words)) if _NOTED.search(words) else ()
    return tuple(span for span in spans if _is_raised(textpage, first + span[0], size))


def _is_raised(textpage: pypdfium2.PdfTextPage, index: int, size: float) -> bool:
    if _size(textpage, index) > 0.85 * size:
        return False
    before, own = (textpage.get_charbox(place, loose=True) for place in (index - 1, index))
    return bool(own[3] > before[1] + 0.7 * (before[3] - before[1]) and own[1] > before[1])


def _middle(text: str, first: int, last: int) -> int:
    """A letter amid a line: at its ends stand initials and the raised numbers of notes."""
    middle = (first + last) // 2
    return middle if not text[middle].isspace() else max(first, middle - 1)


def _text(textpage: pypdfium2.PdfTextPage) -> str:
    """The text, a character for each index of pdfium's."""
    text = str(textpage.get_text_range())
    count = textpage.count_chars()
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class Boxes:
    """The places of letters on a page."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage.raw
        self._box = array("d", bytes(32))
        left, bottom, right, top = (ctypes.c_double.from_buffer(self._box, place) for place in range(0, 32, 8))
        self._taken = tuple(map(ctypes.byref, (left, right, bottom, top)))

    def of(self, index: int) -> Box | None:
        """Left, bottom, right and top of a letter in the page's own space, None where it has no box."""
        if not pdfium.FPDFText_GetCharBox(self._page, index, *self._taken):
            return None
        left, bottom, right, top = self._box
        return left, bottom, right, top

    def around(self, first: int, last: int) -> Box | None:
        """The box of a line, measured at its ends and in its middle."""
        begin, middle, end = self.of(first), self.of((first + last) // 2), self.of(last)
        whole = begin or middle or end
        if whole is None:
            return None
        one, two, three = begin or whole, middle or whole, end or whole
        left, bottom = min(one[0], two[0], three[0]), min(one[1], two[1], three[1])
        return left, bottom, max(one[2], two[2], three[2]), max(one[3], two[3], three[3])


def _pieces(
    textpage: pypdfium2.PdfTextPage, boxes: Boxes, text: str, line: tuple[int, int], width: float
) -> Iterator[tuple[int, int]]:
    """A line cut at its gaps: pdfium joins what stands at one height, also across columns."""
    begin, end = line
    if end - begin >= 20 and pdfium.FPDFText_CountRects(textpage.raw, begin, end - begin) > 1:
        for space in _wide_spaces(textpage, boxes, text, line, width):
            yield begin, space
            begin = space + 1
    yield begin, end


def _wide_spaces(
    textpage: pypdfium2.PdfTextPage, boxes: Boxes, text: str, line: tuple[int, int], width: float
) -> list[int]:
    start, end = line
    box = boxes.around(start, end - 1)
    if box is None:
        return []
    if box[2] - box[0] < width * 0.5 and not _turns_back(boxes, start, end - 1):
        return []
    spaces = re.finditer(r"(?<=\S) +(?=\S)", text[start:end])
    places = [(start + match.start(), start + match.end()) for match in spaces]
    return [p for p, after in places if _gap(boxes, p - 1, after) or _shift(textpage, p - 1, after)]


def _turns_back(boxes: Boxes, first: int, last: int) -> bool:
    """Whether a line ends left of where it begins: lines of two columns by turns, or a script that runs so."""
    begin, end = boxes.of(first), boxes.of(last)
    return begin is not None and end is not None and end[2] < begin[0]


def _gap(boxes: Boxes, before: int, after: int) -> bool:
    first, second = boxes.of(before), boxes.of(after)
    if first is None or second is None:
        return False
    return second[0] - first[2] > max(12.0, 1.2 * (first[3] - first[1]))


def _shift(textpage: pypdfium2.PdfTextPage, before: int, after: int) -> bool:
    """Whether two letters stand at different heights, by almost half of them."""
    first, second = (textpage.get_charbox(place, loose=True) for place in (before, after))
    return bool(abs(first[1] - second[1]) > 0.4 * (first[3] - first[1]))
