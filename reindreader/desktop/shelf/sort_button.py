"""The order of the shelf in words, and the menu of orders, directions and groups."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.shelf.words import DIRECTION_WORDS, GROUP_WORDS, SORT_WORDS
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.library import Grouping
from reindreader.library.shelf import Sort
from reindreader.workflows.wording import _

PAD, ARROW, GAP = 8, 12, 6


class SortButton(QAbstractButton):
    """The order in words, and an arrow that promises others."""

    chosen = Signal(object)
    """A ``Sort``."""
    turned = Signal(bool)
    """Whether the order is turned round."""
    grouped = Signal(object)
    """A ``Grouping``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("In which order the articles stand"))
        self._menu = QMenu(self)
        self._sorts = self._choices([(sort, words) for sort, words in SORT_WORDS])
        self._sorts.triggered.connect(lambda action: self._choose(action.data()))
        self._menu.addSeparator()
        self._directions = self._choices([(False, ""), (True, "")])
        self._directions.triggered.connect(lambda action: self.turned.emit(bool(action.data())))
        self._menu.addSeparator()
        self._groups = self._choices(list(GROUP_WORDS))
        self._groups.triggered.connect(lambda action: self.grouped.emit(action.data()))
        self.clicked.connect(self._open)
        self.show_searching(searching=False)
        self.show_sort(Sort.READ)
        self.show_group(Grouping.NONE)

    def menu(self) -> QMenu:
        """The orders to choose from."""
        return self._menu

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_searching(self, *, searching: bool) -> None:
        """How well a search is answered is an order only while there is one."""
        for action in self._sorts.actions():
            if action.data() is Sort.RELEVANCE:
                action.setVisible(searching)

    def show_sort(self, sort: Sort, *, reverse: bool = False) -> None:
        """Show this order."""
        words = dict(SORT_WORDS)[sort]
        directions = DIRECTION_WORDS[sort]
        self.setText(words)
        told = f"{words}, {directions[1].lower()}" if reverse else words
        self.setAccessibleName(_("Sorted by: {order}").format(order=told))
        _tick(self._sorts, sort)
        for action, name in zip(self._directions.actions(), directions, strict=True):
            action.setText(name)
        _tick(self._directions, reverse)
        self.updateGeometry()

    def show_group(self, by: Grouping) -> None:
        """Show what the articles are grouped by."""
        _tick(self._groups, by)

    def sizeHint(self) -> QSize:
        """Qt: the words and the arrow."""
        words = QFontMetrics(ui_font(look.LABEL)).horizontalAdvance(self.text())
        return QSize(words + GAP + scaled(ARROW) + 2 * PAD, scaled(look.ROW_BUTTON_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what opens a menu."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: words, arrow, a tint under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), look.FIELD_CORNER, look.FIELD_CORNER)
        painter.setFont(ui_font(look.LABEL))
        painter.setPen(self._theme.colour("quiet"))
        room = self.rect().adjusted(PAD, 0, -PAD - scaled(ARROW), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        size = scaled(ARROW)
        arrow = QRect(self.width() - PAD - size, (self.height() - size) // 2, size, size)
        icon("chevron-down", self._theme, ARROW).paint(painter, arrow)

    def _choices(self, choices: list[tuple[object, str]]) -> QActionGroup:
        group = QActionGroup(self._menu)
        for value, words in choices:
            action = QAction(words, self._menu)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            self._menu.addAction(action)
        return group

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, sort: Sort) -> None:
        self.show_sort(sort)
        self.chosen.emit(sort)


def _tick(group: QActionGroup, value: object) -> None:
    for action in group.actions():
        action.setChecked(action.data() == value)
