"""What the lines of PDF pages have in common, and whether a line belongs to the paragraph above it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reindreader.model.text import BlockKind
from reindreader.pages.values import Line

Placed = tuple[int, Line]
"""The number of a page, from 0, and a line on it."""

ITEM = re.compile(r"(?:[•◦▪■●–—-](?:\s|$)|\(?\d{1,2}[.)]\s)")
NOTE = re.compile(r"(?:\[?(?P<label>\d{1,3}|[*∗†‡§¶]{1,2})\]?[.)]?)\s*(?=\S)")
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|abb(?:ildung|\.)?|tab(?:elle|leau|\.)?|圖|图|表)\s?\d(?P<head>[\w.-]*\s*[:：.—–|])?",
    re.IGNORECASE,
)
"""How captions begin. ``head``: what stands behind the number of one, and not in a sentence that speaks of it."""
_TITLE = 1.35
"""So much larger than the text are the letters of a title."""
_NAMES = 22
"""How many times its letters' size a line of names is wide."""
_STOPS, _CLOSERS = frozenset(".。!！?？:：…"), "”’\"'」』）)]"


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. ``level``: of a heading, 0 for the title; ``column``: in which it begins, counted over
    all pages."""

    lines: list[Placed]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str | None = None
    column: int = 0

    @property
    def words(self) -> str:
        """Its text, for looking at."""
        return " ".join(line.text for _, line in self.lines)

    @property
    def size(self) -> float:
        """Of its letters, in points."""
        return median(line.size for _, line in self.lines)


@dataclass(slots=True)
class Measures:
    """Of the whole text: the size of its letters, the distance of its lines, and the right edge of each column."""

    size: float
    pitch: float
    edges: dict[tuple[int, int], float] = field(default_factory=dict)

    def short(self, paragraph: Paragraph) -> bool:
        """Whether its last line ends well before the edge of its column."""
        return self.ends_early(paragraph.lines[-1][0], last_row(paragraph))

    def ends_early(self, page: int, row: Sequence[Line]) -> bool:
        """The same of the pieces of a line."""
        edge = self.edges.get(_column(page, row[0]), 0.0)
        return row[-1].right < edge - max(30.0, 2 * row[-1].size)

    def stub(self, paragraph: Paragraph) -> bool:
        """Whether its last line leaves more than a third of the column empty."""
        page, line = paragraph.lines[-1]
        left = min(own.left for number, own in paragraph.lines if number == page)
        return line.right - left < 0.6 * (self.edges.get(_column(page, line), 0.0) - left)


def measured(lines: Sequence[Placed]) -> Measures:
    """The measures of a text. ``lines``: at least one."""
    sizes: Counter[float] = Counter()
    for _, line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    steps = sorted(b.top - a.top for (p, a), (q, b) in pairwise(lines) if p == q and 0 < b.top - a.top < 60)
    size = sizes.most_common(1)[0][0] or 10.0
    measures = Measures(size, steps[len(steps) // 3] if steps else size * 1.2)
    for number, line in lines:
        key = _column(number, line)
        measures.edges[key] = max(measures.edges.get(key, 0.0), line.right)
    return measures


def _column(number: int, line: Line) -> tuple[int, int]:
    return number, round(line.left / 80)


def ended(line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return line.text.rstrip(_CLOSERS)[-1:] in _STOPS


def alike(first: Line, second: Line) -> bool:
    """Whether two lines are set in letters of one size."""
    return abs(first.size - second.size) <= 0.12 * max(first.size, second.size)


def leaves_column(before: Placed, after: Placed) -> bool:
    """Whether the second line stands at the head of the next column or page."""
    return before[0] != after[0] or after[1].bottom < before[1].top


def goes_on(paragraph: Paragraph, after: Placed, measures: Measures) -> bool:
    """Whether a line belongs to the paragraph that stands before it in the same column."""
    before = paragraph.lines[-1]
    first, second = before[1], after[1]
    if leaves_column(before, after):
        return False
    if first.hyphen or _beside(first, second):
        return True
    row = last_row(paragraph)
    if (
        not alike(max(row, key=lambda one: one.size), second)
        or ITEM.match(second.text)
        or _next_note(paragraph, second, measures)
    ):
        return False
    short = measures.ends_early(before[0], row)
    caption = CAPTION.match(second.text)
    if caption and caption["head"] and (short or ended(first)):
        return False
    if _far(first, second, measures) or (short and ended(first)):
        return False
    return not _stands_apart(paragraph.lines[0][1], row, second, measures, short=short)


def _beside(first: Line, second: Line) -> bool:
    """Whether the second goes on in the row of the first, perhaps raised or lowered: the number of a note, a formula."""
    if not -2 < second.left - first.right < 2 * max(first.size, second.size):
        return False
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > 0.4 * min(first.bottom - first.top, second.bottom - second.top)


def last_row(paragraph: Paragraph) -> list[Line]:
    """The pieces that make up its last line, from left to right."""
    backwards = reversed(paragraph.lines)
    page, line = next(backwards)
    row = [line]
    for number, before in backwards:
        if number != page or not _beside(before, row[0]):
            break
        row.insert(0, before)
    return row


def _far(first: Line, second: Line, measures: Measures) -> bool:
    pitch = measures.pitch if first.size <= measures.size * 1.1 else 0.0
    return second.top - first.top > 1.4 * max(pitch, first.size * 1.15)


def _stands_apart(head: Line, row: list[Line], line: Line, measures: Measures, *, short: bool) -> bool:
    """Whether a line is set elsewhere than the row above it, unless both are of one title."""
    if _centred(row, line, measures):
        wide = row[-1].right - row[0].left > _NAMES * line.size
        return not wide and min(row[0].size, line.size) <= _TITLE * measures.size
    return _indented(head, row[0], line, measures, short=short)


def _indented(head: Line, before: Line, line: Line, measures: Measures, *, short: bool) -> bool:
    """Whether a line begins further in than the one above it, or below a short one elsewhere: it stands out of a list, or
    one of the two is centred or at the other edge. ``head``: the first line of the paragraph."""
    if abs(before.top - line.top) < before.size / 2:
        return False
    if short and ITEM.match(head.text) and line.left < head.left - 0.5 * line.size:
        return True
    if short and line.size <= 1.15 * measures.size and abs(line.left - before.left) > 6 * line.size:
        return True
    return 0.9 * before.size < line.left - before.left < 6 * before.size


def _centred(row: list[Line], line: Line, measures: Measures) -> bool:
    """Whether two lines in larger letters are set around one middle. Those of a title go on; short ones below it, in smaller
    letters, are names that stand each for itself."""
    size = max(one.size for one in row)
    middle = abs(row[0].left + row[-1].right - line.left - line.right) < 2 * size
    return middle and min(size, line.size) > 1.15 * measures.size and abs(row[0].left - line.left) > 0.9 * size


def _next_note(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    """Whether a line of small print begins with the number after that of the note above it."""
    own, following = NOTE.match(paragraph.lines[0][1].text), NOTE.match(line.text)
    if line.size > 0.93 * measures.size or not own or not following:
        return False
    return own["label"].isdigit() and following["label"] == str(int(own["label"]) + 1)
