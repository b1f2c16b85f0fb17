"""Go to a paragraph by its number."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from reindreader.desktop.asking import Asking
from reindreader.desktop.theme import Theme, scaled
from reindreader.workflows.wording import _


class ParagraphField(Asking):
    """A field for a number; Enter goes there, Esc and leaving it close."""

    number_chosen = Signal(int)

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self._words, self._field = QLabel(_("Paragraph")), _Field()
        self._field.setFixedWidth(scaled(88))
        self._field.setAccessibleName(_("Paragraph"))
        self._field.returnPressed.connect(self._go)
        self._field.left.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._words)
        row.addWidget(self._field)

    def ask(self, count: int) -> None:
        """Ask for a number from 1 to ``count``."""
        self._field.clear()
        self._field.setValidator(QIntValidator(1, max(1, count), self._field))
        self._field.setPlaceholderText(f"1–{count}")
        self.open_with(self._field)

    def _go(self) -> None:
        number = int(self._field.text())
        self.leave()
        self.number_chosen.emit(number)


class _Field(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
