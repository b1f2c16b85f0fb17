"""How a row of the shelf is drawn: title, people, languages, and a thread of how far it was read."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reindreader.desktop import theme as look
from reindreader.desktop.shelf import snippet_lines, words
from reindreader.desktop.shelf.model import ROW, SNIPPET
from reindreader.desktop.shelf.star import paint_star
from reindreader.desktop.shelf.tag_colours import paint_dot
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.library import Snippet
from reindreader.library.shelf import ShelfRow

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_OUTER, _INNER, _BETWEEN = 8, 12, 2
"""From the shelf's edge to the row's tint, from there to its words; above and below the tint."""
_TITLE_LINES = 2
_STAR, _DOT, _MOST_DOTS = 18, 8, 3
"""The room of a star behind the title; a tag's dot, and how many of them."""


class ShelfDelegate(QStyledItemDelegate):
    """Paints rows. ``uniform``: every row as high as the highest, for lists too long to be measured.

    ``width``: of the rows; ``bar``: of the scroll bar beside them, which the rows' margin makes room for.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 248
        self.bar = 0
        self.uniform = False
        self.ring = False
        self.article: int | None = None
        self.snippets = False
        self.tag_colours: Mapping[str, str | None] = {}
        self.by_work = False
        self.grouped: Callable[[int], str | None] = lambda _row: None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: the size of a row."""
        row = None if self.uniform else index.data(ROW)
        lines = _TITLE_LINES if self.uniform else len(self._title(row)) if row else 1
        more = 4 + snippet_lines.height() if (self.snippets if self.uniform else index.data(SNIPPET)) else 0
        return QSize(self.width, lines * scaled(look.FACT_LINE) + scaled(look.LABEL_LINE) + 28 + more)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        row: ShelfRow | None = index.data(ROW)
        self._paint_ground(painter, rect, option, row)
        if self.by_work and self.grouped(index.row()) is not None:
            painter.fillRect(QRect(3, rect.top(), 2, rect.height()), self.theme.colour("edge"))
        if row is not None:
            inner = rect.adjusted(_OUTER + _INNER, 10, -self._right - _INNER, -_BETWEEN)
            self._paint_row(painter, inner, row, index.data(SNIPPET))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: ShelfRow | None) -> None:
        state: QStyle.StateFlag = option.state
        ground = QRectF(rect).adjusted(_OUTER, _BETWEEN, -self._right, -_BETWEEN)
        token = None
        if state & QStyle.StateFlag.State_Selected or (row and row.id == self.article):
            token = "select"
        elif state & QStyle.StateFlag.State_MouseOver:
            token = "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if token:
            painter.setBrush(self.theme.colour(token))
            painter.drawRoundedRect(ground, look.ROW_CORNER, look.ROW_CORNER)
        if self.ring and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), look.ROW_CORNER - 1, look.ROW_CORNER - 1)

    def _paint_row(self, painter: QPainter, rect: QRect, row: ShelfRow, snippet: Snippet | None) -> None:
        line = scaled(look.FACT_LINE)
        painter.setPen(self.theme.colour("text"))
        painter.setFont(self._title_font(row))
        top = rect.top()
        for part in self._title(row):
            painter.drawText(QRect(rect.left(), top, rect.width(), line), _LEFT, part)
            top += line
        if row.starred:
            paint_star(painter, QRectF(rect.right() - 12, rect.top() + (line - 13) / 2, 13, 13), self.theme)
        below = QRect(rect.left(), top + 4, rect.width(), scaled(look.LABEL_LINE))
        self._paint_people(painter, below, row)
        if snippet is not None:
            words_at = QRectF(rect.left(), below.bottom() + 5, rect.width(), snippet_lines.height())
            snippet_lines.paint_snippet(painter, words_at, snippet, self.theme)
            below = words_at.toRect()
        if 0 < row.progress < 1:
            self._paint_thread(painter, QRectF(rect.left(), below.bottom() + 6, rect.width(), 2), row)

    def _paint_people(self, painter: QPainter, rect: QRect, row: ShelfRow) -> None:
        painter.setPen(self.theme.colour("quiet"))
        painter.setFont(ui_font(look.LABEL))
        measures = painter.fontMetrics()
        direction = words.direction(row)
        aside = measures.horizontalAdvance(direction) + 12 if direction else 0
        dots = row.tags[:_MOST_DOTS]
        room = rect.width() - aside - (len(dots) * (_DOT + 4) + 4 if dots else 0)
        names = measures.elidedText(words.people(row), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, _LEFT, names)
        painter.drawText(rect, _RIGHT, direction)
        left = rect.right() + 1 - aside - len(dots) * (_DOT + 4) + 4 * (not aside)
        for number, tag in enumerate(dots):
            box = QRectF(left + number * (_DOT + 4), rect.center().y() - _DOT / 2 + 1, _DOT, _DOT)
            paint_dot(painter, box, self.tag_colours.get(tag), self.theme)

    def _paint_thread(self, painter: QPainter, thread: QRectF, row: ShelfRow) -> None:
        read = QRectF(thread.left(), thread.top(), max(2.0, thread.width() * row.progress), 2)
        painter.fillRect(QRectF(thread.left(), thread.top() + 1, thread.width(), 1), self.theme.colour("line"))
        painter.fillRect(read, self.theme.colour("accent" if row.id == self.article else "edge"))

    @property
    def _right(self) -> int:
        return max(0, _OUTER - self.bar)

    def _title_font(self, row: ShelfRow) -> QFont:
        return ui_font(look.FACT, 600 if row.id == self.article else 500)

    def _title(self, row: ShelfRow) -> tuple[str, ...]:
        room = self.width - _OUTER - self._right - 2 * _INNER - (_STAR if row.starred else 0)
        return _lines(words.title(row), self._title_font(row).toString(), room)


@lru_cache(maxsize=2048)
def _lines(text: str, font_words: str, width: int) -> tuple[str, ...]:
    """The text broken into at most two lines, the last one elided."""
    font = QFont()
    font.fromString(font_words)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    length = first.textLength() if first.isValid() else len(text)
    layout.endLayout()
    rest = _after(text, length)
    if not rest:
        return (text,)
    return text[: len(text) - len(rest)].rstrip(), QFontMetrics(font).elidedText(
        rest, Qt.TextElideMode.ElideRight, width
    )


def _after(text: str, length: int) -> str:
    """What follows the first ``length`` UTF-16 units of the text."""
    return text.encode("utf-16-le")[2 * length :].decode("utf-16-le").lstrip()
