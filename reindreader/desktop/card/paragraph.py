"""A few lines of text set on a fixed pitch, broken where they must be, the last one elided where there is no more room."""

from dataclasses import dataclass, field
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


@dataclass(slots=True)
class Paragraph:
    """``pitch``: from baseline to baseline in pixels, whatever fonts the letters come from; ``most``: lines, 0: all."""

    text: str
    font: QFont
    pitch: int
    most: int = 0
    _direction: Qt.LayoutDirection = field(init=False, repr=False)
    _lines: list[QTextLayout] = field(default_factory=list, repr=False)
    _width: int = field(default=-1, repr=False)
    _natural: int = field(default=-1, repr=False)

    def __post_init__(self) -> None:
        self._direction = _direction(self.text)

    def height(self, width: int) -> int:
        """How high the paragraph is when this wide."""
        if self.natural_width() <= width:
            return self.pitch
        if self.most in (1, 2):
            return self.most * self.pitch
        return len(self._broken(width)) * self.pitch

    def natural_width(self) -> int:
        """How wide it is on one line."""
        if self._natural < 0:
            self._natural = ceil(QFontMetricsF(self.font).horizontalAdvance(self.text))
        return self._natural

    def draw(self, painter: QPainter, x: float, y: float, width: int, colour: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(colour)
        measures = QFontMetricsF(self.font)
        baseline = y + (self.pitch + measures.ascent() - measures.descent()) / 2
        for layout in self._broken(width):
            # By the baseline: a letter of a fallback font must not push its line down.
            layout.draw(painter, QPointF(x, baseline - layout.lineAt(0).ascent()))
            baseline += self.pitch

    def _broken(self, width: int) -> list[QTextLayout]:
        if width != self._width:
            self._width = width
            self._lines = self._break(max(width, 1))
        return self._lines

    def _break(self, width: int) -> list[QTextLayout]:
        lines: list[QTextLayout] = []
        rest = self.text or " "
        while rest:
            last = len(lines) + 1 == self.most
            if last:
                rest = QFontMetricsF(self.font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            layout, length = self._line(rest, width)
            lines.append(layout)
            rest = "" if last else _after(rest, length)
        return lines

    def _line(self, words: str, width: int) -> tuple[QTextLayout, int]:
        _layout, length = _set(words, self.font, width, self._direction)
        return _set(_before(words, length).rstrip() or " ", self.font, 1 << 20, self._direction)[0], length


def _set(words: str, font: QFont, width: float, direction: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
    """One line of the words, and how many UTF-16 units it took."""
    option = QTextOption(_LEFT)
    option.setTextDirection(direction)
    option.setWrapMode(_WRAP)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout, line.textLength()


def _direction(words: str) -> Qt.LayoutDirection:
    """That of the first letter which has one (Unicode Standard Annex 9, rules P2 and P3)."""
    strong = next((kind for kind in map(bidirectional, words) if kind in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft


def _before(words: str, length: int) -> str:
    return words.encode("utf-16-le")[: 2 * length].decode("utf-16-le")


def _after(words: str, length: int) -> str:
    return words.encode("utf-16-le")[2 * length :].decode("utf-16-le").lstrip()
