"""Chinese and Japanese lines: punctuation is closed up and hangs at the end of a line, lines are filled by spacing.

After the W3C's Requirements for Chinese Text Layout (3.1.6) and for Japanese Text Layout (3.1.2, 3.8). That no line
begins with a stop or ends with an opening bracket is Qt's work (Unicode Standard Annex 14).
"""

import re
from itertools import pairwise

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine

OPENING = frozenset("「『（《〈【〔〖“‘［｛")
_CLOSING = frozenset("」』）》〉】〕〗”’］｝")
_STOPS = frozenset("。，、．：；！？")
HANGING = frozenset("。，、．")
_INDENTED = OPENING - frozenset("“‘")
_FULL = OPENING | _CLOSING | _STOPS
_IDEOGRAPHS = re.compile(
    r"[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\ud8bf\udc00-\udfff\U00020000-\U0003ffff]+"
)
_SLACK = 2.5
"""Lines that lack more than this many ems are left as they are."""


def is_cjk(text: str) -> bool:
    """Whether most of the words are in ideographs and kana."""
    if text.isascii():
        return False
    return 2 * sum(len(match[0]) for match in _IDEOGRAPHS.finditer(text)) > len(text)


def is_ideograph(char: str) -> bool:
    """Whether no space stands between this character and the next of its kind."""
    return bool(_IDEOGRAPHS.fullmatch(char))


class Spacing:
    """The spacing after each unit of a text that differs from none, in pixels."""

    def __init__(self, shown: str, em: float, *, centred: bool) -> None:
        self._em = em
        self._closed = closed_up(shown, centred=centred)
        self._filled: list[tuple[int, int, float]] = []

    def fill(self, shown: str, first: int, last: int, slack: float) -> None:
        """Spread a line's slack over its ideographs; the last one has nothing after it."""
        runs = [(m.start(), m.end()) for m in _IDEOGRAPHS.finditer(shown, first, last)]
        gaps = sum(end - start for start, end in runs) - (bool(runs) and runs[-1][1] == last)
        if gaps > 0 and 0.2 < slack <= _SLACK * self._em:
            ends = [(start, end - (end == last)) for start, end in runs]
            self._filled += [(start, end, slack / gaps) for start, end in ends if start < end]

    def formats(self) -> list[QTextLayout.FormatRange]:
        """The spacing as formats that do not overlap."""
        made = []
        closed = sorted(self._closed.items())
        for start, end, space in self._filled:
            inside = [(at, part) for at, part in closed if start <= at < end]
            edges = [start, *(edge for at, _ in inside for edge in (at, at + 1)), end]
            made += [_spaced(a, b, space) for a, b in pairwise(edges) if a < b and a not in self._closed]
            made += [_spaced(at, at + 1, space - part * self._em) for at, part in inside]
        filled = [(start, end) for start, end, _ in self._filled]
        alone = [(at, part) for at, part in closed if not any(start <= at < end for start, end in filled)]
        return made + [_spaced(at, at + 1, -part * self._em) for at, part in alone]


def closed_up(shown: str, *, centred: bool) -> dict[int, float]:
    """How much narrower a full-width mark is set before another, in ems, by its unit. ``centred``: stops stand in the
    middle of their square, as in traditional Chinese.
    """
    found: dict[int, float] = {}
    for at, (one, other) in enumerate(pairwise(shown)):
        if one not in _FULL or other not in _FULL:
            continue
        if other in OPENING and one not in OPENING:
            found[at] = 0.5
        elif one in _CLOSING or one in OPENING:
            found[at] = (
                0.5 if (one in _CLOSING and other in _CLOSING | _STOPS) or (one in OPENING and other in OPENING) else 0
            )
        elif other in _CLOSING:
            found[at] = 0.25 if centred else 0.5
    return {at: part for at, part in found.items() if part and shown[at] not in "：；！？"}


def set_lines(
    layout: QTextLayout, shown: str, formats: list[QTextLayout.FormatRange], width: float, em: float, *, centred: bool
) -> list[tuple[int, int, float]]:
    """Lay the text out: first and last unit of each line, and how far left of the column it begins.

    ``shown``: the text, one character a unit; ``em``: the size of its font, in pixels; ``formats``: of its marks.
    """
    spacing = Spacing(shown, em, centred=centred)
    layout.setFormats([*formats, *spacing.formats()])
    lines = _broken(layout, shown, width, em, spacing)
    layout.setFormats([*formats, *spacing.formats()])
    layout.beginLayout()
    for first, last, out in lines:
        line = layout.createLine()
        line.setNumColumns(last - first, width + out + em)
    layout.endLayout()
    return lines


def _broken(layout: QTextLayout, shown: str, width: float, em: float, spacing: Spacing) -> list[tuple[int, int, float]]:
    found: list[tuple[int, int, float]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        first = line.textStart()
        out = em / 2 if shown[first] in _INDENTED else 0.0
        hung = _set(line, shown, width + out, em)
        last = first + line.textLength()
        found.append((first, last, out))
        if last < len(shown) and shown[last - 1] != "\u2028":
            spacing.fill(shown, first, last - (hung > 0), width + out - line.naturalTextWidth() + hung)
    layout.endLayout()
    return found


def _set(line: QTextLine, shown: str, width: float, em: float) -> float:
    """Give the line its width, with one stop more than fits if there is one; the width of what hangs."""
    line.setLineWidth(width)
    last = line.textStart() + line.textLength()
    if shown[last : last + 1] in HANGING or shown[last + 1 : last + 2] in HANGING:
        line.setLineWidth(width + em)
        end = line.textStart() + line.textLength()
        if end > last and shown[end - 1] in HANGING and line.naturalTextWidth() - em <= width + 0.5:
            return em
        line.setLineWidth(width)
    return 0.0


def _spaced(first: int, last: int, space: float) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    shape = QTextCharFormat()
    shape.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    shape.setFontLetterSpacing(space)
    made.start, made.length, made.format = first, last - first, shape
    return made
