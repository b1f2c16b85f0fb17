"""What is said below the search field: what is wrong with the query, and what can be done with what is listed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reindreader.workflows.wording import _

_PATIENCE_MS = 600
"""A query that is still being typed is not blamed for its end."""


class Mistakes(QWidget):
    """The query's mistakes, in words; told once the hand rests, taken back at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setProperty("role", "warn")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 2)
        column.addWidget(self._label)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._tell)
        self.hide()

    def show_mistakes(self, mistakes: Sequence[str]) -> None:
        """Tell these, or that there are none."""
        self._waiting = "\n".join(mistakes)
        if not mistakes:
            self._timer.stop()
            self.hide()
        elif self._waiting != self._label.text() or self.isHidden():
            self._timer.start()

    def _tell(self) -> None:
        self._label.setText(self._waiting)
        self._label.setAccessibleName(_("The search: {mistakes}").format(mistakes=self._waiting))
        self.show()


class Offers(QWidget):
    """One quiet line: save this search, or empty the bin."""

    save_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = _link(_("Save this search"))
        self._save.setToolTip(_("Keep the search under a name, above the list"))
        self._save.clicked.connect(self.save_wanted)
        self._empty = _link(_("Empty the bin"))
        self._empty.clicked.connect(self.empty_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(8)
        row.addWidget(self._save)
        row.addWidget(self._empty)
        row.addStretch(1)
        self.show_offers(save=False, empty=False)

    def show_offers(self, *, save: bool, empty: bool) -> None:
        """Which of them there are now."""
        self._save.setVisible(save)
        self._empty.setVisible(empty)
        self.setVisible(save or empty)


class Absence(QWidget):
    """What stands where no article does: a promise while the library is empty, the words where none was found."""

    clear_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setContentsMargins(5, 0, 5, 0)  # as the words of the links below, without their padding
        self._clear, self._all = _link(_("Clear")), _link(_("Search all articles"))
        self._clear.clicked.connect(self.clear_wanted)
        self._all.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 0)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_words(self, words: str, empty: str = "", *, elsewhere: bool = False) -> None:
        """Say what was looked for; without words what ``empty`` says. ``elsewhere``: all could be searched instead."""
        empty = empty or _("What you add is listed here.")
        self._sentence.setText(_("No article holds “{words}”.").format(words=words) if words else empty)
        self._clear.setVisible(bool(words))
        self._all.setVisible(bool(words) and elsewhere)


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setProperty("size", "row")
    return button
