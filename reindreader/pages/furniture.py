"""Running headers, footers and page numbers: what stands at the same edge of several pages in nearly the same words."""

import re
from collections import Counter
from collections.abc import Sequence

from reindreader.pages.values import Line, PageLines

EDGE = 0.12
"""The share of a page's height, above and below, in which they stand."""
FAR_EDGE = 0.2
"""The share in which they may stand where nothing is nearer to the edge: wide margins, letter paper."""

_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(
    r"\W{0,3}(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|sur)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)
_SAME_HEIGHT = 2.0
"""Points."""


def furniture_of(pages: Sequence[PageLines]) -> frozenset[tuple[int, int]]:
    """The furniture as pairs of a page's number and a line's number on it, both from 0."""
    edges = {(number, place) for number, page in enumerate(pages) for place in _edge_lines(page)}
    counts = Counter(key for number, page in enumerate(pages) for key in _keys(page, number, edges))
    least = 3 if len(pages) > 4 else 2
    repeated = {place for place in edges if counts[_key(*_at(pages, place))] >= least}
    numbers = {
        (number, place)
        for number, page in enumerate(pages)
        for place, line in enumerate(page.lines)
        if _is_page_number(page, line)
    }
    return frozenset(repeated | numbers)


def _at(pages: Sequence[PageLines], place: tuple[int, int]) -> tuple[PageLines, Line]:
    page = pages[place[0]]
    return page, page.lines[place[1]]


def _edge_lines(page: PageLines) -> list[int]:
    """The numbers of the lines at the edges of a page."""
    return [
        place
        for place, line in enumerate(page.lines)
        if _within(page, line, EDGE) or (_within(page, line, FAR_EDGE) and _stands_apart(page, line))
    ]


def _within(page: PageLines, line: Line, share: float) -> bool:
    return line.bottom < page.height * share or line.top > page.height * (1 - share)


def _stands_apart(page: PageLines, line: Line) -> bool:
    """Whether a line is the first or the last of a page of several, with more than a line's height to the next one."""
    others = [other for other in page.lines if abs(other.top - line.top) > _SAME_HEIGHT]
    if len(others) < 2:
        return False
    if line.top < page.height / 2:
        return min(other.top for other in others) > line.bottom + line.size
    return max(other.bottom for other in others) < line.top - line.size


def _is_page_number(page: PageLines, line: Line) -> bool:
    """A number alone, with nothing between it and the page's edge."""
    if not _ALONE.fullmatch(line.text):
        return False
    above, below = line.bottom < page.height * FAR_EDGE, line.top > page.height * (1 - FAR_EDGE)
    outer = (other.top < line.top - 2 if above else other.bottom > line.bottom + 2 for other in page.lines)
    return (above or below) and not any(outer)


def _keys(page: PageLines, number: int, edges: set[tuple[int, int]]) -> set[tuple[bool, str]]:
    return {_key(page, line) for place, line in enumerate(page.lines) if (number, place) in edges}


def _key(page: PageLines, line: Line) -> tuple[bool, str]:
    """The edge and the words, page numbers taken out: left and right pages may differ in the rest."""
    return line.top < page.height / 2, _NUMBER.sub("#", " ".join(line.text.casefold().split()))
