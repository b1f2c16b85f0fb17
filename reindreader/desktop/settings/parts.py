"""What pages of the settings are made of."""

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop.hairline import hairline
from reindreader.desktop.theme import scaled

_LABELS = 96


def heading(words: str) -> QWidget:
    """Words above a line."""
    name = QLabel(words)
    name.setProperty("role", "heading")
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(name)
    column.addWidget(hairline())
    return whole


def rows(*named: tuple[str, QWidget]) -> QGridLayout:
    """Controls with their names at the left."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, scaled(_LABELS))
    grid.setColumnStretch(1, 1)
    for line, (words, widget) in enumerate(named):
        label = QLabel(words)
        label.setProperty("role", "sentence")
        label.setBuddy(widget)
        grid.addWidget(label, line, 0)
        grid.addWidget(widget, line, 1)
    return grid


def sentence(words: str = "", role: str = "sentence") -> QLabel:
    """Words that may take several lines."""
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def button(words: str) -> QPushButton:
    """A button that Return in a field does not press."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
