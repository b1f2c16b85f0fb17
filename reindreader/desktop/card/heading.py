"""A heading with a rule below it, and a count behind it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reindreader.desktop.theme import LABEL_LINE, scaled


class Heading(QWidget):
    """``Quotations  4`` over a line. Of fixed height."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(words)
        name.setProperty("role", "heading")
        self._count = QLabel()
        self._count.setProperty("role", "label")
        rule = QFrame()
        rule.setProperty("surface", "edge")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(name)
        row.addWidget(self._count)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(rule)
        self.setFixedHeight(scaled(LABEL_LINE) + 8)
        self.setAccessibleName(words)

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count.setText(f"{count:,}")
