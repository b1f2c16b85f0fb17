"""A strip at the foot of the card: something that waits for the user, below a rule."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.hairline import hairline


class Strip(QFrame):
    """``inner``: where its parts go, one below the other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAccessibleName(name)
        rule = hairline()
        self.inner = QVBoxLayout()
        self.inner.setContentsMargins(look.SIDE_MARGIN, 10, look.SIDE_MARGIN, 10)
        self.inner.setSpacing(6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(rule)
        rows.addLayout(self.inner)

    def row_button(self, words: str, tip: str, wanted: SignalInstance) -> QPushButton:
        """A button that asks for something."""
        button = QPushButton(words, self)
        button.setProperty("size", "row")
        button.setToolTip(tip)
        button.clicked.connect(wanted)
        return button


def row_of(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
