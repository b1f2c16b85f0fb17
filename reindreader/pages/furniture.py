"""Running headers, footers and page numbers: what stands at the same edge of several pages in nearly the same words."""

import re
from collections import Counter
from collections.abc import Sequence

from reindreader.pages.values import Line, PageLines

EDGE = 0.12
"""The share of a page's height, above and below, in which they stand."""

_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(
    r"\W{0,3}(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|sur)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)


def furniture_of(pages: Sequence[PageLines]) -> frozenset[tuple[int, int]]:
    """The furniture as pairs of a page's number and a line's number on it, both from 0."""
    counts = Counter(key for page in pages for key in {_key(page, line) for line in page.lines if _at_edge(page, line)})
    least = 3 if len(pages) > 4 else 2
    return frozenset(
        (number, place)
        for number, page in enumerate(pages)
        for place, line in enumerate(page.lines)
        if (_at_edge(page, line) and counts[_key(page, line)] >= least) or _is_page_number(page, line)
    )


def _at_edge(page: PageLines, line: Line) -> bool:
    return line.bottom < page.height * EDGE or line.top > page.height * (1 - EDGE)


def _is_page_number(page: PageLines, line: Line) -> bool:
    """A number alone, with nothing between it and the page's edge."""
    if not _ALONE.fullmatch(line.text):
        return False
    above, below = line.bottom < page.height * 0.2, line.top > page.height * 0.8
    outer = (other.top < line.top - 2 if above else other.bottom > line.bottom + 2 for other in page.lines)
    return (above or below) and not any(outer)


def _key(page: PageLines, line: Line) -> tuple[bool, str]:
    """The edge and the words, page numbers taken out: left and right pages may differ in the rest."""
    return line.top < page.height / 2, _NUMBER.sub("#", " ".join(line.text.casefold().split()))
