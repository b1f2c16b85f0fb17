"""Small parts that the dialog is put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


def head(words: str, behind: QLabel) -> QHBoxLayout:
    """A heading, and what is said behind it."""
    row = QHBoxLayout()
    row.addWidget(label(words, "heading"))
    row.addStretch(1)
    row.addWidget(behind)
    return row


def label(words: str, role: str) -> QLabel:
    """Words in a role of the style sheet."""
    made = QLabel(words)
    made.setProperty("role", role)
    return made


def surface(name: str) -> QWidget:
    """A ground in a colour of the theme."""
    made = QWidget()
    made.setProperty("surface", name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made
