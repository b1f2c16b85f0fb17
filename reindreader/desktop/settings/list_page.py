"""A page of the settings that is a list: a few words, buttons, and entries."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop.entries import Action, Entries, Entry
from reindreader.desktop.settings.parts import button, heading, sentence


class ListPage(QWidget):
    """``cancel_wanted``: of the work whose progress is shown."""

    cancel_wanted = Signal()

    def __init__(
        self, title: str, words: str, actions: Sequence[Action], cancel: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._state = sentence(words), sentence()
        self._buttons = [_acting(*action) for action in actions]
        self._cancel = button(cancel)
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self.cancel_wanted)
        self._bar = QProgressBar()
        self._bar.setFixedHeight(2)
        self._bar.setTextVisible(False)
        self._entries = Entries(title)
        self._lay_out(title)
        self.end_progress()

    def show_words(self, words: str) -> None:
        """What stands above the list."""
        self._words.setText(words)

    def show_state(self, words: str, role: str = "sentence") -> None:
        """What has just happened."""
        self._state.setText(words)
        self._state.setProperty("role", role)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._state.setVisible(bool(words))

    def show_entries(self, entries: Sequence[Entry], none: str = "") -> None:
        """Show these."""
        self._entries.show_entries(entries, none)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Work goes on, and can be given up."""
        self.show_state(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(True)
        self._cancel.setVisible(True)
        self._enable(on=False)

    def end_progress(self, words: str = "", role: str = "sentence") -> None:
        """It is done."""
        self._bar.setVisible(False)
        self._cancel.setVisible(False)
        self.show_state(words, role)
        self._enable(on=True)

    def _enable(self, *, on: bool) -> None:
        for own in self._buttons:
            own.setEnabled(on)
        self._entries.setEnabled(on)

    def _lay_out(self, title: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for own in self._buttons:
            line.addWidget(own)
        line.addStretch(1)
        state = QHBoxLayout()
        state.addWidget(self._state, 1)
        state.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        column.addWidget(heading(title))
        column.addWidget(self._words)
        if self._buttons:
            column.addLayout(line)
        column.addLayout(state)
        column.addWidget(self._bar)
        column.addWidget(self._entries, 1)


def _acting(words: str, act: object) -> QPushButton:
    made = button(words)
    made.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
    return made
