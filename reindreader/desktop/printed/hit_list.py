"""The hits of a search, a row each: the page, and the words with some around them. Rows are drawn as they come into sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reindreader.desktop.theme import CONTROL, CONTROL_LINE, LABEL, LABEL_LINE, Theme, scaled, ui_font
from reindreader.model.text import Span
from reindreader.workflows.wording import _

_AROUND = 40
"""How many letters of the text stand before and after a hit."""
_MARGIN = 12
_Index = QModelIndex | QPersistentModelIndex


class _Hits(QAbstractListModel):
    text = ""
    hits: Sequence[Span] = ()
    label_of: Callable[[int], str] = staticmethod(lambda _offset: "")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.slice(self.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            before, words, after = self.words(index.row())
            return _("Page {label}").format(label=self.label_of(hit.start)) + f": {before}{words}{after}"
        return None

    def words(self, row: int) -> tuple[str, str, str]:
        """What stands before the hit, the hit, and what stands after it."""
        hit = self.hits[row]
        before = self.text[max(0, hit.start - _AROUND) : hit.start]
        after = self.text[hit.end : hit.end + _AROUND]
        cut = before.find(" ") + 1 if hit.start > _AROUND else 0
        before = ("…" if hit.start > _AROUND else "") + before[cut:]
        return before.replace("\n", " "), hit.slice(self.text).replace("\n", " "), after.replace("\n", " ") + "…"

    def show(self, text: str, hits: Sequence[Span], label_of: Callable[[int], str]) -> None:
        self.beginResetModel()
        self.text, self.hits, self.label_of = text, hits, label_of
        self.endResetModel()


class HitList(QListView):
    """Any number of hits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = _Hits(self)
        self._delegate = _Delegate(self, theme, self._hits)
        self.setModel(self._hits)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Hits"))

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_hits(self, text: str, hits: Sequence[Span], label_of: Callable[[int], str]) -> None:
        """``label_of``: the page of a place, as printed."""
        self._hits.show(text, hits, label_of)

    def show_hit(self, number: int) -> None:
        """Choose a row."""
        index = self._hits.index(number, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: HitList, theme: Theme, hits: _Hits) -> None:
        super().__init__(view)
        self.theme, self._hits = theme, hits

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, scaled(LABEL_LINE) + 2 * scaled(CONTROL_LINE) + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        row, chosen = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("select"))
            painter.drawRoundedRect(row.adjusted(6, 1, -6, -1), 8, 8)
        inner = row.adjusted(_MARGIN + 4, 6, -_MARGIN, 0)
        painter.setFont(ui_font(LABEL))
        painter.setPen(self.theme.colour("quiet"))
        label = _("Page {label}").format(label=self._hits.label_of(self._hits.hits[index.row()].start))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, label)
        painter.setPen(self.theme.colour("text"))
        _paint_words(painter, self._hits.words(index.row()), inner.adjusted(0, scaled(LABEL_LINE) + 2, 0, 0))
        painter.restore()


def _paint_words(painter: QPainter, words: tuple[str, str, str], area: QRectF) -> None:
    """Two lines, the hit in bold; the words begin so far on that the hit is among them."""
    before, hit, after = words
    layout = QTextLayout(before + hit + after, ui_font(CONTROL))
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    layout.setFormats([_range(len(before), len(hit), bold)])
    layout.beginLayout()
    for number in range(2):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, number * scaled(CONTROL_LINE)))
    layout.endLayout()
    painter.setClipRect(area)
    layout.draw(painter, area.topLeft())


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
