"""A table: its cells in columns that agree, each with its words in lines."""

import re

from PySide6.QtGui import QFont, QFontMetricsF

from reindreader.desktop.positions import Units
from reindreader.desktop.reading.breaking import Measure, set_run
from reindreader.desktop.reading.paragraph import Paragraph

_BETWEEN = re.compile(r"\t+| ?\u2002| {3,}| \| ")
_GAP = 24
_NARROWEST = 48
_PADDING = 6

Cell = tuple[int, str]
"""The first code point of its words in the table, and they."""


def cells_of(words: str) -> list[list[Cell]]:
    """The rows of a table; a cell ends at a tab or an en space, a row with its line."""
    rows, start = [], 0
    for line in words.split("\n"):
        rows.append(_cells(line, start))
        start += len(line) + 1
    return [row for row in rows if row]


def set_table(made: Paragraph, words: str, font: QFont, measure: Measure) -> None:
    """Set the words of a table in a paragraph, a run a cell."""
    rows = cells_of(words)
    widths = _widths(rows, font, made.width)
    lefts = [sum(widths[:n]) + n * _GAP for n in range(len(widths))]
    top, rules = float(_PADDING), [0.0]
    for row in rows:
        height = measure.pitch
        for (start, text), left, width in zip(row, lefts, widths, strict=False):
            one = Measure(max(width, _NARROWEST), measure.pitch, measure.baseline, measure.tag, measure.mirrored)
            run = set_run(text, Units(text), [], [], font, one, made.span.start + start)
            run.left = made.width - left - width if made.mirrored else left
            run.top = top
            made.runs.append(run)
            height = max(height, run.height)
        top += height + 2 * _PADDING
        rules.append(top - _PADDING)
    made.rules = tuple(rules)
    made.height = top


def _cells(line: str, start: int) -> list[Cell]:
    found, at = [], 0
    for match in (*_BETWEEN.finditer(line), None):
        end = match.start() if match else len(line)
        words = line[at:end]
        if words.strip():
            found.append((start + at + len(words) - len(words.lstrip()), words.strip()))
        at = match.end() if match else end
    return found


def _widths(rows: list[list[Cell]], font: QFont, room: float) -> list[float]:
    """Of each column; all are cut by the same part where they need more than there is."""
    metrics = QFontMetricsF(font)
    count = max((len(row) for row in rows), default=0)
    wanted = [1.0] * count
    for row in rows:
        for number, (_start, words) in enumerate(row):
            wanted[number] = max(wanted[number], metrics.horizontalAdvance(words) + 2)
    free = room - _GAP * max(0, count - 1)
    whole = sum(wanted)
    if whole <= free:
        return wanted
    fair = free / max(1, count)
    small = [width for width in wanted if width <= fair]
    large = whole - sum(small)
    return [width if width <= fair else max(_NARROWEST, (free - sum(small)) * width / large) for width in wanted]
