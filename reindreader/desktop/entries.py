"""A list of things with what is known of each and what can be done about it: files kept up to date, backups, refused files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reindreader.desktop.hairline import hairline
from reindreader.workflows.wording import _

Action = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``lines``: (role of a label, words) each, below the title; ``tip``: the whole of what may be cut; ``heading``: of this
    entry and those that follow it."""

    title: str
    lines: Sequence[tuple[str, str]] = ()
    actions: Sequence[Action] = ()
    tip: str = ""
    heading: str = ""


class Entries(QScrollArea):
    """Entries between lines; words that can be selected and copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)

    def show_entries(self, entries: Sequence[Entry], none: str = "") -> None:
        """Show these; ``none``: said where there are none."""
        at = self.verticalScrollBar().value()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(0)
        if not entries and none:
            column.addSpacing(12)
            column.addWidget(_label(none, "sentence"))
        for number, entry in enumerate(entries):
            if entry.heading:
                column.addSpacing(20 if number else 0)
                column.addWidget(_label(entry.heading, "heading"))
                column.addSpacing(4)
            if number or entry.heading:
                column.addWidget(hairline())
            column.addWidget(_row(entry))
        column.addStretch(1)
        self.setWidget(inner)
        self.verticalScrollBar().setValue(at)


def _row(entry: Entry) -> QWidget:
    row = QWidget()
    row.setAccessibleName(", ".join([entry.title, *(words for _role, words in entry.lines)]))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 10, 0, 10)
    line.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.setContentsMargins(0, 4 if entry.actions else 0, 0, 0)
    title = _label(entry.title, "title")
    title.setToolTip(entry.tip)
    words.addWidget(title)
    for role, said in entry.lines:
        words.addWidget(_label(said, role))
    line.addLayout(words, 1)
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    for name, act in entry.actions:
        button = QPushButton(name)
        button.setProperty("role", "link")
        button.setProperty("size", "row")
        button.setAutoDefault(False)
        button.setAccessibleName(_("{act}: {what}").format(act=name, what=entry.title))
        button.clicked.connect(lambda _checked=False, act=act: act())
        buttons.addWidget(button)
    line.addLayout(buttons)
    line.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
    return row


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
