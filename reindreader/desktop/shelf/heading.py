"""The line above the list: how many articles there are, and in which order they stand."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.shelf.words import SORT_WORDS
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.library.shelf import Sort
from reindreader.workflows.wording import _

_PAD, _ARROW, _GAP = 8, 12, 6


class ShelfHeading(QWidget):
    """``All articles  42``, and the order with its menu."""

    sort_changed = Signal(object)
    """A ``Sort``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._count = QLabel()
        self._count.setProperty("role", "label")
        self._sort = SortButton(theme)
        self._sort.chosen.connect(self.sort_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20 - _PAD, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._sort)
        self.setFixedHeight(scaled(look.ROW_BUTTON_HEIGHT))

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._sort.show_theme(theme)

    def show_count(self, count: int, *, searching: bool) -> None:
        """Say how many articles are listed."""
        self._name.setText(_("Found") if searching else _("All articles"))
        self._count.setText(f"{count:,}")
        self._sort.setVisible(count > 0 or searching)

    def show_sort(self, sort: Sort) -> None:
        """Say in which order they stand."""
        self._sort.show_sort(sort)


class SortButton(QAbstractButton):
    """The order in words, and an arrow that promises others."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("In which order the articles stand"))
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        for sort, words in SORT_WORDS:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setData(sort)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self._choose(action.data()))
        self.clicked.connect(self._open)
        self.show_sort(Sort.READ)

    def menu(self) -> QMenu:
        """The orders to choose from."""
        return self._menu

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_sort(self, sort: Sort) -> None:
        """Show this order."""
        words = dict(SORT_WORDS)[sort]
        self.setText(words)
        self.setAccessibleName(_("Sorted by: {order}").format(order=words))
        for action in self._group.actions():
            action.setChecked(action.data() == sort)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: the words and the arrow."""
        words = QFontMetrics(ui_font(look.LABEL)).horizontalAdvance(self.text())
        return QSize(words + _GAP + _ARROW + 2 * _PAD, scaled(look.ROW_BUTTON_HEIGHT))

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
        room = self.rect().adjusted(_PAD, 0, -_PAD - _ARROW, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        arrow = QRect(self.width() - _PAD - _ARROW, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        icon("chevron-down", self._theme, _ARROW).paint(painter, arrow)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, sort: Sort) -> None:
        self.show_sort(sort)
        self.chosen.emit(sort)
