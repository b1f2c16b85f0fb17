"""The order in which a page's lines are read: columns one after the other, between the lines that cross them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reindreader.pages.values import Line

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def in_order(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines as a person reads them. ``width``: of the page, in points."""
    gutter = gutter_of(lines, width)
    if gutter is None:
        return list(lines) if _descends(lines) else _by_rows(lines)
    rightwards = sum(bool(_RIGHT_TO_LEFT.search(line.text)) for line in lines) * 2 < len(lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if _crosses(line, gutter):
            ordered += [*_columns(band, gutter, rightwards=rightwards), line]
            band = []
        else:
            band.append(line)
    return ordered + _columns(band, gutter, rightwards=rightwards)


def gutter_of(lines: Sequence[Line], width: float) -> float | None:
    """Where the empty stretch between two columns stands, None on a page of one column."""
    long = [line for line in lines if len(line.text) > 12]
    if len(long) < 8:
        return None
    places = [width * step / 100 for step in range(30, 71)]
    crossing = {place: sum(_crosses(line, place) for line in long) for place in places}
    place = min(places, key=lambda place: (crossing[place], abs(place - width / 2)))
    left = [line for line in long if line.right <= place]
    right = [line for line in long if line.left >= place]
    least = max(4, len(long) // 5)
    if crossing[place] * 3 > len(long) or len(left) < least or len(right) < least or not _beside(left, right):
        return None
    return place


def _crosses(line: Line, place: float) -> bool:
    return line.left < place - 2 and line.right > place + 2


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    top = max(min(line.top for line in left), min(line.top for line in right))
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    return bottom - top > 40


def _columns(band: Sequence[Line], gutter: float, *, rightwards: bool) -> list[Line]:
    first = [line for line in band if line.left < gutter]
    second = [line for line in band if line.left >= gutter]
    return [*first, *second] if rightwards else [*second, *first]


def _descends(lines: Sequence[Line]) -> bool:
    """Whether the order of the content is that of the page, but for one line in ten."""
    steps = list(pairwise(lines))
    back = sum(b.bottom < a.top - 2 for a, b in steps)
    return back * 10 <= len(steps)


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom) / 2):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]
