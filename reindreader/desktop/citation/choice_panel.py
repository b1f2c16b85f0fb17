"""The panel of a chooser: a field to type in, a list below it."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop import theme as look
from reindreader.desktop.citation.choices import KEY, LAST_USED, ChoiceModel, Index
from reindreader.desktop.citation.dismissal import Dismissal
from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.workflows.wording import _

_WIDTH, _HEIGHT, _ROW = 440, 380, 32
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class ChoicePanel(Popover):
    """Typing filters, arrows move, Enter and a click choose, Esc and a click elsewhere close."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, model: ChoiceModel, name: str, foot: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model, self._name, self._key = model, name, ""
        self.setAccessibleName(name)
        self._field = QLineEdit()
        self._field.setAccessibleName(_("Search: {what}").format(what=name))
        self._field.textEdited.connect(model.filter)
        self._field.installEventFilter(self)
        self._list = QListView()
        self._delegate = ChoiceDelegate(theme, self)
        self._none = QLabel()
        self._foot = QLabel(foot)
        self._dismissal = Dismissal(self)
        self._dismissal.dismissed.connect(self.close_panel)
        self._lay_out()
        model.modelReset.connect(self._take_choices)  # after the list has heard of it

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._delegate.theme = theme
        self.show_shadow(theme)

    def open_at(self, button: QRect, key: str) -> None:
        """Open beside the button, at what is chosen."""
        self._key = self._delegate.key = key
        over = self._over.rect()
        self.setFixedSize(min(scaled(_WIDTH), over.width() - 32), min(scaled(_HEIGHT), over.height() - 64))
        self._field.clear()
        self._model.filter("")
        above = button.top() > over.height() // 2
        self.place(QRect(button.left(), button.top(), self.width(), button.height()), 6, above=above)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._model.prepare()
        self._dismissal.start()

    def close_panel(self) -> None:
        """Close, with nothing chosen."""
        if self.isVisible():
            self._dismissal.stop()
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: some keys of the field belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _lay_out(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self._name)
        self._list.clicked.connect(self._choose)
        self._none.setProperty("role", "sentence")
        self._none.setWordWrap(True)
        self._none.setContentsMargins(12, 8, 12, 8)
        self._foot.setProperty("role", "label")
        self._foot.setContentsMargins(12, 4, 12, 4)
        self._foot.setVisible(bool(self._foot.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self._field, self._none):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(self._foot)

    def _take_choices(self) -> None:
        """Others are shown: those that hold what is typed, or all have come only now."""
        words = self._field.text()
        self._field.setPlaceholderText(_("Search {count} by name").format(count=f"{len(self._model):,}"))
        self._none.setVisible(not self._model.rowCount())
        self._none.setText(_("Nothing is called “{words}”.").format(words=words))
        row = max(self._model.place_of(self._key), 0) if not words else 0
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            last = self._model.rowCount() - 1
            row = max(0, min(last, self._list.currentIndex().row() + _STEPS[key]))
            self._list.setCurrentIndex(self._model.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_panel()
        else:
            return False
        return True

    def _choose(self, index: Index) -> None:
        if index.isValid():
            key = index.data(KEY)
            self.close_panel()
            self.chosen.emit(key)


class ChoiceDelegate(QStyledItemDelegate):
    """A title on one line, a check behind the one that is chosen."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.key = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: all are equally high."""
        return QSize(120, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw a choice."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self.theme.colour("select" if current else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, -2, -1), look.FIELD_CORNER, look.FIELD_CORNER)
        if index.data(LAST_USED):
            painter.setPen(QPen(self.theme.colour("line"), 1))
            painter.drawLine(rect.left() + 8, rect.bottom(), rect.right() - 8, rect.bottom())
        chosen = index.data(KEY) == self.key
        painter.setFont(ui_font(look.CONTROL, 600 if chosen else 400))
        painter.setPen(self.theme.colour("text"))
        room = rect.adjusted(12, 0, -36, 0)
        title = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if chosen:
            mark = QRect(rect.right() - 28, rect.center().y() - 7, 16, 16)
            icon("check", self.theme, 16, "accent").paint(painter, mark)
        painter.restore()
