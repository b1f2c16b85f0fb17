"""A field for a web address or a DOI, prefilled with the clipboard's."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from reindreader.desktop.asking import Asking
from reindreader.desktop.stylesheet import restyle
from reindreader.desktop.theme import Theme, scaled
from reindreader.fetching import is_link
from reindreader.workflows.importing import named_source
from reindreader.workflows.wording import _


class LinkField(Asking):
    """Enter or the button fetches; Esc closes. Words that are no address cannot be sent off."""

    link_chosen = Signal(str, str)
    """The address or DOI, and the address of a kept copy, "" for none."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self._field, self._button = QLineEdit(), QPushButton(_("Add"))
        self._field.setMinimumWidth(scaled(440))
        self._field.setPlaceholderText(_("https://… or a DOI"))
        self._field.setAccessibleName(_("Web address or DOI"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._judge)
        self._field.returnPressed.connect(self._go)
        self._button.clicked.connect(self._go)
        self._kept = QLineEdit()
        self._kept.setPlaceholderText(_("https://web.archive.org/… where you know of one"))
        self._kept.setAccessibleName(_("Address of a kept copy"))
        self._kept.textChanged.connect(self._judge)
        self._kept.returnPressed.connect(self._go)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 10, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for column, part in enumerate((QLabel(_("Address")), self._field, self._button)):
            grid.addWidget(part, 0, column)
        grid.addWidget(QLabel(_("Kept copy")), 1, 0)
        grid.addWidget(self._kept, 1, 1)
        self.setTabOrder(self._field, self._kept)
        self.setTabOrder(self._kept, self._button)

    def ask(self) -> None:
        """Ask for an address."""
        held = QGuiApplication.clipboard().text().strip()
        self._field.setText(held if named_source(held) is not None else "")
        self._kept.clear()
        self._judge()
        length = len(self._field.text())
        self._field.setSelection(length, -length)  # all, and its beginning in sight
        self.open_with(self._field)

    def _judge(self) -> None:
        kept = self._kept.text().strip()
        wrong = bool(kept) and not is_link(kept)
        self._kept.setProperty("invalid", wrong)
        restyle(self._kept)
        self._button.setEnabled(named_source(self._field.text()) is not None and not wrong)

    def _go(self) -> None:
        link = named_source(self._field.text())
        if link is not None and self._button.isEnabled():
            self.leave()
            self.link_chosen.emit(link, self._kept.text().strip())
