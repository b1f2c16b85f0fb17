"""Lines of PDF pages to paragraphs, headings, notes and captions, told by size, place and spacing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reindreader.model.text import BlockKind
from reindreader.pages.values import Line, PageLines

_STOP = re.compile(r"[.。!！?？:：…][”’\"'」』）)\]]*$")
_CAPTION = re.compile(r"(?:fig(?:ure|\.)?|table|abb(?:ildung|\.)?|tab(?:elle|\.)?|圖|图|表)\s?\d", re.IGNORECASE)
_NOTE = re.compile(r"(?:\[?(?P<label>\d{1,3}|[*†‡])\]?[.)]?)\s*(?=\S)")
_ITEM = re.compile(r"(?:[•◦▪■●–—-]\s|\(?\d{1,2}[.)]\s)")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with the number of its page. ``level``: of a heading, 0 for the title."""

    lines: list[tuple[int, Line]]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str | None = None

    @property
    def words(self) -> str:
        """Its text, for looking at."""
        return " ".join(line.text for _, line in self.lines)

    @property
    def size(self) -> float:
        """Of its letters, in points."""
        return median(line.size for _, line in self.lines)


@dataclass(slots=True)
class _Measures:
    """Of the whole text: the size of its letters, the distance of its lines, and the right edge of each column."""

    size: float
    pitch: float
    edges: dict[tuple[int, int], float] = field(default_factory=dict)


def paragraphs_of(pages: Sequence[PageLines], furniture: frozenset[tuple[int, int]]) -> list[Paragraph]:
    """The paragraphs of the pages without their furniture, in reading order."""
    lines = [
        (number, line)
        for number, page in enumerate(pages)
        for place, line in enumerate(page.lines)
        if (number, place) not in furniture
    ]
    if not lines:
        return []
    measures = _measured(lines)
    found: list[Paragraph] = []
    for one in lines:
        if found and _goes_on(found[-1].lines[-1], one, measures):
            found[-1].lines.append(one)
        else:
            found.append(Paragraph([one]))
    _name_kinds(found, measures, pages)
    return found


def _measured(lines: Sequence[tuple[int, Line]]) -> _Measures:
    sizes: Counter[float] = Counter()
    for _, line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    steps = [b.top - a.top for (p, a), (q, b) in pairwise(lines) if p == q and 0 < b.top - a.top < 60]
    size = sizes.most_common(1)[0][0] or 10.0
    measures = _Measures(size, median(steps) if steps else size * 1.2)
    for number, line in lines:
        key = _column(number, line)
        measures.edges[key] = max(measures.edges.get(key, 0.0), line.right)
    return measures


def _column(number: int, line: Line) -> tuple[int, int]:
    return number, round(line.left / 80)


def _goes_on(before: tuple[int, Line], after: tuple[int, Line], measures: _Measures) -> bool:
    """Whether the second line belongs to the paragraph of the first."""
    (page, first), (next_page, second) = before, after
    if first.hyphen:
        return True
    if abs(first.size - second.size) > 0.12 * max(first.size, second.size) or _ITEM.match(second.text):
        return False
    short = first.right < measures.edges.get(_column(page, first), 0.0) - max(30.0, 2 * first.size)
    ended = bool(_STOP.search(first.text))
    if page != next_page or second.top < first.top - 2:
        return not (ended and (short or not second.text[:1].islower()))
    same_row = abs(first.top - second.top) < first.size / 2
    far = second.top - first.top > 1.4 * max(
        measures.pitch if first.size <= measures.size * 1.1 else 0.0, first.size * 1.15
    )
    indented = 0.9 * first.size < second.left - first.left < 6 * first.size and not same_row
    return not (far or (short and ended) or indented)


def _name_kinds(found: list[Paragraph], measures: _Measures, pages: Sequence[PageLines]) -> None:
    sizes = sorted({round(p.size) for p in found if _is_heading(p, measures)}, reverse=True)
    title = _title(found, measures)
    for paragraph in found:
        if paragraph is title:
            paragraph.kind, paragraph.level = BlockKind.HEADING, 0
        elif _is_heading(paragraph, measures):
            paragraph.kind, paragraph.level = BlockKind.HEADING, min(6, 1 + sizes.index(round(paragraph.size)))
        elif _CAPTION.match(paragraph.words) and len(paragraph.words) < 400:
            paragraph.kind = BlockKind.CAPTION
        elif _is_note(paragraph, measures, pages):
            match = _NOTE.match(paragraph.words)
            paragraph.kind, paragraph.label = BlockKind.FOOTNOTE, match["label"] if match else None
        elif _ITEM.match(paragraph.words):
            paragraph.kind = BlockKind.LIST_ITEM


def _title(found: Sequence[Paragraph], measures: _Measures) -> Paragraph | None:
    """The largest words of the first page, if they are larger than the text."""
    first = [p for p in found if p.lines[0][0] == found[0].lines[0][0] and _is_heading(p, measures)]
    return max(first, key=lambda p: p.size, default=None)


def _is_heading(paragraph: Paragraph, measures: _Measures) -> bool:
    if len(paragraph.lines) > 5 or paragraph.size <= 1.15 * measures.size:
        return False
    words = paragraph.words
    return len(words) < 250 and sum(map(str.isalpha, words)) > 2


def _is_note(paragraph: Paragraph, measures: _Measures, pages: Sequence[PageLines]) -> bool:
    number, line = paragraph.lines[0]
    low = line.top > pages[number].height * 0.5
    return low and paragraph.size < 0.93 * measures.size and bool(_NOTE.match(paragraph.words))


def furniture_words(pages: Sequence[PageLines], furniture: frozenset[tuple[int, int]]) -> Iterator[str]:
    """The words of headers and footers, each once; bare page numbers left out."""
    lines = (pages[number].lines[place].text for number, place in sorted(furniture))
    yield from dict.fromkeys(words for words in lines if sum(char.isalpha() for char in words) > 2)
