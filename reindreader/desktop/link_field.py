"""A field for a web address or a DOI, prefilled with the clipboard's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme
from reindreader.workflows.importing import named_source
from reindreader.workflows.wording import _


class LinkField(Popover):
    """Enter or the button fetches; Esc closes. Words that are no address cannot be sent off."""

    link_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self._field, self._button = QLineEdit(), QPushButton(_("Add"))
        self._field.setMinimumWidth(440)
        self._field.setPlaceholderText(_("https://… or a DOI"))
        self._field.setAccessibleName(_("Web address or DOI"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda words: self._button.setEnabled(named_source(words) is not None))
        self._field.returnPressed.connect(self._go)
        self._button.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        for part in (QLabel(_("Address")), self._field, self._button):
            row.addWidget(part)

    def ask(self) -> None:
        """Ask for an address."""
        held = QGuiApplication.clipboard().text().strip()
        self._field.setText(held if named_source(held) is not None else "")
        self._button.setEnabled(bool(self._field.text()))
        length = len(self._field.text())
        self._field.setSelection(length, -length)  # all, and its beginning in sight
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, 12)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        link = named_source(self._field.text())
        if link is not None:
            self.hide()
            self.closed.emit()
            self.link_chosen.emit(link)
