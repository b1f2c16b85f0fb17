"""The pages of the settings: their names at the left, one of them at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reindreader.desktop.exporting.option_row import OptionRow
from reindreader.desktop.theme import Theme, scaled

_NAMES = 184


class Pages(QWidget):
    """``turned``: the widget of the page that is shown now."""

    turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._names = QWidget()
        self._names.setProperty("surface", "panel")
        self._names.setFixedWidth(min(scaled(_NAMES), 280))
        self._column = QVBoxLayout(self._names)
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        rule = QFrame()
        rule.setProperty("surface", "rule")
        rule.setFixedWidth(1)
        row.addWidget(self._names)
        row.addWidget(rule)
        row.addWidget(self._stack, 1)

    def add(self, words: str, page: QWidget) -> None:
        """One page more."""
        row = OptionRow(words, "", self._theme)
        row.setChecked(not self._group.buttons())
        row.toggled.connect(lambda on: self._turn(page) if on else None)
        self._group.addButton(row)
        self._column.insertWidget(self._column.count() - 1, row)
        page.setProperty("surface", "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show this page."""
        self._group.buttons()[self._stack.indexOf(page)].setChecked(True)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        for row in self._group.buttons():
            if isinstance(row, OptionRow):
                row.show_theme(theme)

    def _turn(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.turned.emit(page)
