"""How a source is drawn: its name, how many articles it holds, a tag's dot; headings between."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidgetItem, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.shelf.sources import Kind, Source
from reindreader.desktop.shelf.tag_colours import paint_dot
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.workflows.wording import _

SOURCE = Qt.ItemDataRole.UserRole
"""The role of the ``Source``; None of a heading."""
COUNT = SOURCE + 1
"""How many articles; ``plus`` of the heading that has a button; None: not told."""

_LEFT, _RIGHT, _OUTER, _PLUS, _GAP = 12, 20, 8, 12, 6
_CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
Index = QModelIndex | QPersistentModelIndex


class SourceDelegate(QStyledItemDelegate):
    """``named``: a ``Source`` and the name that was typed."""

    named = Signal(object, str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.colours: Mapping[str, str | None] = {}

    @property
    def row_height(self) -> int:
        """Of each row."""
        return scaled(26)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a row."""
        return QSize(100, self.row_height)

    def plus_at(self, rect: QRect, item: QTreeWidgetItem, place: QPoint) -> bool:
        """Whether the place is on the plus of the collections' heading."""
        return item.data(0, COUNT) == "plus" and place.x() > rect.right() - _RIGHT - scaled(_PLUS) - 8

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw a row."""
        shown: Any = option  # the stubs leave its members out
        rect = QRect(shown.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source: Source | None = index.data(SOURCE)
        if source is None:
            self._paint_heading(painter, rect, index)
        else:
            self._paint_ground(painter, rect, shown)
            self._paint_source(painter, rect, source, index.data(COUNT))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setFont(ui_font(look.LABEL, 600))
        painter.setPen(self.theme.colour("quiet"))
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.drawText(rect.adjusted(_GAP, 4, -_RIGHT, 0), _CENTRE | Qt.AlignmentFlag.AlignLeft, words)
        if not words:
            y = rect.center().y()
            painter.fillRect(QRect(_RIGHT, y, rect.right() - 2 * _RIGHT, 1), self.theme.colour("line"))
        if index.data(COUNT) == "plus":
            size = scaled(_PLUS)
            box = QRect(rect.right() - _RIGHT - size + 1, rect.center().y() - size // 2 + 2, size, size)
            icon("plus", self.theme, _PLUS).paint(painter, box)

    def _paint_ground(self, painter: QPainter, rect: QRect, shown: Any) -> None:
        ground = QRectF(_OUTER, rect.top(), rect.right() - 2 * _OUTER + 1, rect.height())
        token = None
        if shown.state & QStyle.StateFlag.State_Selected:
            token = "select"
        elif shown.state & QStyle.StateFlag.State_MouseOver:
            token = "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if token:
            painter.setBrush(self.theme.colour(token))
            painter.drawRoundedRect(ground, look.FIELD_CORNER, look.FIELD_CORNER)
        if shown.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), look.FIELD_CORNER - 1, look.FIELD_CORNER - 1)

    def _paint_source(self, painter: QPainter, rect: QRect, source: Source, count: object) -> None:
        left = rect.left() + _GAP
        right = rect.right() - _RIGHT
        if isinstance(count, int):
            painter.setFont(ui_font(look.LABEL))
            painter.setPen(self.theme.colour("quiet"))
            words = f"{count:,}"
            painter.drawText(rect.adjusted(0, 0, -_RIGHT, 0), _CENTRE | Qt.AlignmentFlag.AlignRight, words)
            right -= painter.fontMetrics().horizontalAdvance(words) + 8
        if source.kind is Kind.TAG:
            paint_dot(painter, QRectF(left, rect.center().y() - 4, 9, 9), self.colours.get(source.name), self.theme)
            left += 17
        painter.setFont(ui_font(look.CONTROL))
        painter.setPen(self.theme.colour("text"))
        name = painter.fontMetrics().elidedText(source.words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(
            QRect(left, rect.top(), right - left, rect.height()), _CENTRE | Qt.AlignmentFlag.AlignLeft, name
        )

    # naming in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a line where the name stands."""
        field = QLineEdit(parent)
        field.setAccessibleName(_("Name"))
        field.setProperty("role", "bare")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: over the name."""
        rect = QRect(option.rect)
        left = max(rect.left(), _RIGHT) - 1
        editor.setGeometry(left, rect.top() + 1, rect.right() - left - _LEFT, rect.height() - 2)
        editor.setAutoFillBackground(True)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: the name as it is, chosen whole."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(SOURCE).name)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: the name is only asked for."""
        if isinstance(editor, QLineEdit):
            self.named.emit(index.data(SOURCE), editor.text().strip())
