"""Find in the text: a field at the top of the page, with how many there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.workflows.wording import _


class FindBar(Popover):
    """A field, the number of hits, back, forward and close."""

    words_changed = Signal(str)
    next_wanted = Signal(int)
    """1 for the next hit, -1 for the one before."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(_("Find in the text"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Find in the text"))
        self._field.setAccessibleName(_("Find in the text"))
        self._field.setMinimumWidth(scaled(200))
        self._field.textChanged.connect(self.words_changed)
        self._count = QLabel(self)
        self._count.setProperty("role", "label")
        self._count.setMinimumWidth(scaled(64))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        row.addSpacing(4)
        self._tools = {
            "chevron-up": self._tool(row, _("The one before (Shift+F3)"), lambda: self.next_wanted.emit(-1)),
            "chevron-down": self._tool(row, _("The next (F3)"), lambda: self.next_wanted.emit(1)),
            "close": self._tool(row, _("Close (Esc)"), self.closed.emit),
        }
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.show_shadow(theme)
        for name, tool in self._tools.items():
            tool.setIcon(icon(name, theme))

    def show_hits(self, current: int, count: int, *, going_on: bool = False) -> None:
        """``current``: which one is shown, counted from 0; ``going_on``: there may be more."""
        if not self._field.text().strip():
            self._count.setText("")
        elif going_on:
            self._count.setText(_("{count} so far").format(count=count))
        elif count:
            self._count.setText(_("{number} of {count}").format(number=current + 1, count=count))
        else:
            self._count.setText(_("none"))

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open_with(self, words: str | None = None) -> None:
        """Show the bar, with the words if any are given, and give it the focus."""
        self.show()
        self.raise_()
        if words:
            self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tool(self, row: QHBoxLayout, tip: str, action: object) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(action)
        row.addWidget(button)
        return button
