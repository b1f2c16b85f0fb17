"""The quotations of an article as a model and as they are painted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reindreader.desktop import theme as look
from reindreader.desktop.card.marks import Marks
from reindreader.desktop.card.paragraph import Paragraph
from reindreader.desktop.card.words import lost_sentence, quotation_spoken
from reindreader.desktop.theme import Theme, paint_bar, scaled, text_font, ui_font
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.wording import _

Index = QModelIndex | QPersistentModelIndex

HIGHLIGHT = Qt.ItemDataRole.UserRole
NUMBER = Qt.ItemDataRole.UserRole + 1

SIDE = 8
"""From the edge of the list to its words; a tint reaches into it."""

_LONGEST = 600
"""Letters that surely fill two lines."""

_PAD, _INDENT, _NUMBERS, _BUTTON = 8, 14, 36, 24
_MEASURED = 3
"""Of thousands of numbers only the longest are measured."""


class QuotationModel(QAbstractListModel):
    """Highlights in the order of the text. They can be dragged out as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._highlights: tuple[Highlight, ...] = ()
        self._numbers: Mapping[int, str] = {}

    def show_quotations(self, highlights: Sequence[Highlight], numbers: Mapping[int, str]) -> None:
        """Show these; ``numbers``: where each stands ("¶ 4", "p. 117"), by the highlight's id."""
        self.beginResetModel()
        self._highlights, self._numbers = tuple(highlights), dict(numbers)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._highlights)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a quotation's words, itself, or its number."""
        if not index.isValid():
            return None
        highlight = self._highlights[index.row()]
        number = str(self._numbers.get(highlight.id, "")) if highlight.id is not None else ""
        return {
            Qt.ItemDataRole.DisplayRole: highlight.quote.exact,
            Qt.ItemDataRole.ToolTipRole: "\n\n".join(filter(None, (highlight.quote.exact, highlight.note))),
            Qt.ItemDataRole.AccessibleTextRole: quotation_spoken(highlight, number),
            HIGHLIGHT: highlight,
            NUMBER: number,
        }.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: they can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Qt: dragged as text."""
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the words of those that are dragged."""
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        data.setText("\n\n".join(self._highlights[row].quote.exact for row in rows))
        return data


class QuotationDelegate(QStyledItemDelegate):
    """Paints a quotation: bar, two lines, paragraph number, note; a button to copy it, or to find it again."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, Paragraph] = {}
        self.show_theme(theme)
        self.show_tag(None)
        self.show_numbers(())
        self.width = 320
        self.ring = False
        self.hot = -1
        """The row whose button the mouse is on."""

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self.theme, self._marks = theme, Marks(theme)

    def show_tag(self, tag: str | None) -> None:
        """Set the words in the font of this language from now on."""
        self._font = text_font(tag, scaled(look.QUOTATION))
        self._texts.clear()

    def show_numbers(self, numbers: Iterable[str]) -> None:
        """Keep room for the widest of these: ``¶ 4``, ``pp. 117–118``."""
        longest = sorted(set(numbers), key=len)[-_MEASURED:]
        widest = max((self._number(own).natural_width() for own in longest), default=0)
        self._beside = max(scaled(_NUMBERS), widest + 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a quotation."""
        highlight: Highlight = index.data(HIGHLIGHT)
        words = self._words(highlight).height(self._room)
        below = scaled(look.CONTROL_LINE) if highlight.note or _is_lost(highlight) else 0
        return QSize(self.width, 2 * _PAD + words + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw a quotation."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        highlight: Highlight = index.data(HIGHLIGHT)
        self._paint_ground(painter, QRectF(rect), option.state, highlight)
        self._paint_bar(painter, rect, highlight)
        self._paint_words(painter, rect, highlight)
        self._paint_number(painter, rect, index)
        if self.offers_button(option.state, highlight):
            self._paint_button(painter, self.button(rect, highlight), highlight, hot=self.hot == index.row())
        painter.restore()

    def offers_button(self, state: QStyle.StateFlag, highlight: Highlight) -> bool:
        """Whether the button is there: of a lost quotation always, else under the mouse and on focus."""
        near = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
        return _is_lost(highlight) or bool(state & near)

    def button(self, rect: QRect, highlight: Highlight) -> QRect:
        """Where the button of a quotation stands that itself stands there."""
        right = rect.right() + 1 - SIDE
        if _is_lost(highlight):
            wide = self._find_again().natural_width() + 8
            top = rect.bottom() + 1 - _PAD - scaled(look.CONTROL_LINE) - 2
            return QRect(right - wide + 4, top, wide, scaled(look.CONTROL_LINE) + 4)
        return QRect(right - _BUTTON + 4, rect.bottom() + 1 - _BUTTON - 4, _BUTTON, _BUTTON)

    @property
    def _room(self) -> int:
        return self.width - 2 * SIDE - _INDENT - self._beside

    def _words(self, highlight: Highlight) -> Paragraph:
        exact = highlight.quote.exact
        if exact not in self._texts:
            words = " ".join(exact[:_LONGEST].split())
            self._texts[exact] = Paragraph(words, self._font, scaled(look.QUOTATION_LINE), 2)
        return self._texts[exact]

    def _below(self, highlight: Highlight) -> Paragraph:
        words = lost_sentence(highlight) or " ".join(highlight.note.split())
        return Paragraph(words, ui_font(look.CONTROL), scaled(look.CONTROL_LINE), 1)

    def _number(self, words: str) -> Paragraph:
        return Paragraph(words, ui_font(look.LABEL), scaled(look.QUOTATION_LINE), 1)

    def _find_again(self) -> Paragraph:
        return Paragraph(_("Find again"), ui_font(look.CONTROL, 500), scaled(look.CONTROL_LINE), 1)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, highlight: Highlight) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self.ring
        near = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("hover") if near else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, look.ROW_CORNER, look.ROW_CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focused:
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look.ROW_CORNER - 1, look.ROW_CORNER - 1)
        elif _is_lost(highlight):
            painter.setPen(QPen(self.theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect.adjusted(0.5, 2.5, -0.5, -2.5), look.ROW_CORNER, look.ROW_CORNER)

    def _paint_bar(self, painter: QPainter, rect: QRect, highlight: Highlight) -> None:
        if not _is_lost(highlight):
            bar = QRectF(rect.left() + SIDE, rect.top() + _PAD + 2, 3, rect.height() - 2 * _PAD - 4)
            paint_bar(painter, self.theme.inks[highlight.colour], bar)

    def _paint_words(self, painter: QPainter, rect: QRect, highlight: Highlight) -> None:
        left, top = rect.left() + SIDE + _INDENT, rect.top() + _PAD
        words, below = self._words(highlight), self._below(highlight)
        lost = _is_lost(highlight)
        words.draw(painter, left, top, self._room, self.theme.colour("quiet" if lost else "text"))
        if below.text:
            room = self._room + self._beside - self._find_again().natural_width() - 12 if lost else self._room
            below.draw(painter, left, top + words.height(self._room), room, self.theme.colour("quiet"))

    def _paint_number(self, painter: QPainter, rect: QRect, index: Index) -> None:
        number = self._number(index.data(NUMBER))
        wide = number.natural_width()
        number.draw(painter, rect.right() + 1 - SIDE - wide, rect.top() + _PAD, wide + 1, self.theme.colour("quiet"))

    def _paint_button(self, painter: QPainter, rect: QRect, highlight: Highlight, *, hot: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("select" if hot else "panel"))
        if _is_lost(highlight):
            self._find_again().draw(painter, rect.x() + 4, rect.y() + 2, rect.width(), self.theme.colour("accent"))
            return
        painter.drawRoundedRect(QRectF(rect), look.FIELD_CORNER, look.FIELD_CORNER)
        self._marks.draw(painter, "copy", rect, "text")


def _is_lost(highlight: Highlight) -> bool:
    return highlight.state is not AnchorState.ANCHORED
