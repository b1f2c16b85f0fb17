"""The order in which a page's lines are read: columns one after the other, between the lines that cross them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reindreader.pages.values import Line

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def in_order(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines as a person reads them. ``width``: of the page, in points."""
    rightwards = sum(bool(_RIGHT_TO_LEFT.search(line.text)) for line in lines) * 2 < max(1, len(lines))
    if gutter_of(lines, 0, width) is None and _descends(lines):
        return list(lines)
    return _ordered(lines, 0, width, rightwards=rightwards)


def _ordered(lines: Sequence[Line], left: float, right: float, *, rightwards: bool) -> list[Line]:
    """The lines between two edges; each side of a gutter may have another gutter."""
    gutter = gutter_of(lines, left, right)
    if gutter is None:
        return _by_rows(lines, rightwards=rightwards)
    ordered: list[Line] = []
    for band, crossing in _bands(lines, gutter):
        first = _ordered([line for line in band if _middle(line) < gutter], left, gutter, rightwards=rightwards)
        second = _ordered([line for line in band if _middle(line) >= gutter], gutter, right, rightwards=rightwards)
        ordered += [*first, *second] if rightwards else [*second, *first]
        ordered += crossing
    return ordered


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[tuple[list[Line], list[Line]]]:
    """Lines of columns, with the line that crosses the gutter below them; the last have none."""
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if _crosses(line, gutter):
            yield band, [line]
            band = []
        else:
            band.append(line)
    yield band, []


def gutter_of(lines: Sequence[Line], left: float, right: float) -> float | None:
    """Where the empty stretch between two columns stands, None where there is one column. Edges in points."""
    long = [line for line in lines if len(line.text) > 12]
    if len(long) < 8:
        return None
    least = max(4, len(long) // 5)
    places = [left + (right - left) * step / 100 for step in range(30, 71)]
    crossing = _crossing(long, places)
    between = [n for n, place in enumerate(places) if crossing[n] * 3 <= len(long) and _parts(long, place, least)]
    return _middle_of_emptiest(places, crossing, between) if between else None


def _parts(lines: Sequence[Line], place: float, least: int) -> bool:
    """Whether enough lines stand on either side of a place, beside one another."""
    before = [line for line in lines if line.right <= place + 2]
    behind = [line for line in lines if line.left >= place - 2]
    return len(before) >= least and len(behind) >= least and _beside(before, behind)


def _middle_of_emptiest(places: Sequence[float], crossing: Sequence[int], between: Sequence[int]) -> float:
    """The middle of the stretch that the fewest lines cross, of several the one nearest to the middle."""
    fewest = min(crossing[n] for n in between)
    first = last = min((n for n in between if crossing[n] == fewest), key=lambda n: abs(2 * n - len(places)))
    while first - 1 in between and crossing[first - 1] == fewest:
        first -= 1
    while last + 1 in between and crossing[last + 1] == fewest:
        last += 1
    return (places[first] + places[last]) / 2


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _crossing(lines: Sequence[Line], places: Sequence[float]) -> list[int]:
    """How many lines cross each of the places, which ascend."""
    change = [0] * (len(places) + 1)
    for line in lines:
        first, end = bisect_right(places, line.left + 2), bisect_left(places, line.right - 2)
        if first < end:
            change[first] += 1
            change[end] -= 1
    return list(accumulate(change[:-1]))


def _crosses(line: Line, place: float) -> bool:
    return line.left < place - 2 and line.right > place + 2


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    top = max(min(line.top for line in left), min(line.top for line in right))
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    return bottom - top > 40


def _descends(lines: Sequence[Line]) -> bool:
    """Whether the order of the content is that of the page, but for one line in ten."""
    steps = list(pairwise(lines))
    back = sum(b.bottom < a.top - 2 for a, b in steps)
    return back * 10 <= len(steps)


def _by_rows(lines: Sequence[Line], *, rightwards: bool) -> list[Line]:
    """From row to row; raised and lowered letters stand in the row of the letters beside them."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom) / 2):
        if rows and _shares(max(rows[-1], key=_height), line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left if rightwards else -line.right)]


def _height(line: Line) -> float:
    return line.bottom - line.top


def _shares(row: Line, line: Line) -> bool:
    shared = min(row.bottom, line.bottom) - max(row.top, line.top)
    return shared > 0.3 * min(_height(row), _height(line))
