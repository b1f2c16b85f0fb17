"""Words around a hit, on two lines, the words that were looked for in weight and underlined."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reindreader.desktop import theme as look
from reindreader.desktop.positions import Units
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.library import Snippet
from reindreader.model.text import Span

LINES = 2
_BEFORE = 16
"""So many letters stay before the first hit, that it stands on the first lines."""


def brought_near(snippet: Snippet) -> tuple[str, tuple[Span, ...]]:
    """The words and the hits in them, cut so that the first hit is near the beginning."""
    first = snippet.hits[0].start if snippet.hits else 0
    if first <= 2 * _BEFORE:
        return snippet.text, snippet.hits
    start = snippet.text.find(" ", first - 2 * _BEFORE, first)
    start = start + 1 if start >= 0 else first - _BEFORE // 2
    return "…" + snippet.text[start:], tuple(hit.shifted(1 - start) for hit in snippet.hits)


def height() -> int:
    """How high the lines are together."""
    return LINES * scaled(look.LABEL_LINE) + 2


def paint_snippet(painter: QPainter, rect: QRectF, snippet: Snippet, theme: Theme) -> None:
    """Draw it into the rectangle."""
    layout = _laid_out(snippet, round(rect.width()), ui_font(look.LABEL).toString())
    painter.setPen(theme.colour("quiet"))
    painter.save()
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()


@lru_cache(maxsize=256)
def _laid_out(snippet: Snippet, width: int, font_words: str) -> QTextLayout:
    text, hits = brought_near(snippet)
    font = QFont()
    font.fromString(font_words)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    units = Units(text)
    layout.setFormats([_emphasis(units.unit(hit.start), units.end(hit.end)) for hit in hits])
    layout.beginLayout()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * scaled(look.LABEL_LINE)))
    layout.endLayout()
    return layout


def _emphasis(start: int, end: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontUnderline(True)
    marked.start, marked.length, marked.format = start, end - start, form
    return marked
