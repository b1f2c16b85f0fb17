"""The groups that were found: a title and the reason each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.wording import _

_GROUP = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Shown:
    """A group as it is listed. ``reason``: a sentence; ``versions``: to be linked, not merged."""

    ids: tuple[int, ...]
    title: str
    reason: str
    versions: bool


class GroupList(QListWidget):
    """``chosen``: a ``Shown``."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(theme, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("Found"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._take)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._rows.theme = theme
        self.viewport().update()

    def show_groups(self, groups: Sequence[Shown], place: int = 0) -> None:
        """List these; the one at the place is chosen."""
        self.clear()
        for group in groups:
            item = QListWidgetItem(group.title)
            item.setData(_GROUP, group)
            item.setToolTip(f"{group.title}\n{group.reason}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group.title}, {group.reason}")
            self.addItem(item)
        if groups:
            self.setCurrentRow(min(place, len(groups) - 1))

    def _take(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.chosen.emit(item.data(_GROUP))


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(look.FACT_LINE) + scaled(look.LABEL_LINE) + 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state, group = QRect(option.rect), option.state, index.data(_GROUP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(8, 1, -8, -1)
        flag = QStyle.StateFlag
        token = "select" if state & flag.State_Selected else "hover" if state & flag.State_MouseOver else None
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(token))
            painter.drawRoundedRect(ground, look.ROW_CORNER, look.ROW_CORNER)
        if state & flag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), look.ROW_CORNER - 1, look.ROW_CORNER - 1)
        at = rect.adjusted(20, 8, -20, -8)
        for words, size, weight, line, ink in (
            (group.title, look.CONTROL, 500, look.FACT_LINE, "text"),
            (group.reason, look.LABEL, 400, look.LABEL_LINE, "quiet"),
        ):
            painter.setFont(ui_font(size, weight))
            painter.setPen(self.theme.colour(ink))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(QRect(at.left(), at.top(), at.width(), scaled(line)), Qt.AlignmentFlag.AlignVCenter, shown)
            at.setTop(at.top() + scaled(line) + 2)
        painter.restore()
