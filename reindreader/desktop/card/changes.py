"""Highlights whose words changed: what was marked and what stands there now, for the user to say which is meant."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from reindreader.desktop.card.strip import Strip, row_of
from reindreader.workflows.wording import _, ngettext

if TYPE_CHECKING:
    from reindreader.anchoring import Change


class ChangedWords(Strip):
    """A strip at the foot of the card, as long as a highlight waits."""

    kept = Signal(bool)
    """The highlight means the words that stand there now."""
    given_up = Signal(bool)
    """It does not: it is lost, and keeps its words."""
    shown = Signal(bool)
    """The words are to be brought into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Highlights whose words changed"), parent)
        self._head, self._words = QLabel(), QLabel()
        self._head.setProperty("role", "heading")
        self._words.setProperty("role", "sentence")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.inner.addWidget(self._head)
        self.inner.addWidget(self._words)
        self.inner.addLayout(
            row_of(
                self.row_button(_("Mark these"), _("The highlight means the words that stand there now"), self.kept),
                self.row_button(_("Not these"), _("The highlight is lost; its words are kept"), self.given_up),
                self.row_button(_("Show"), _("Bring the words into sight"), self.shown),
            )
        )
        self.hide()

    def show_change(self, changes: "Sequence[Change]", count: int) -> None:
        """The first of ``count`` changed highlights, word by word: struck out what is gone, underlined what is new."""
        self._head.setText(
            ngettext(
                "These words changed. The highlight waits for you.",
                "These words changed. {count} highlights wait for you.",
                count,
            ).format(count=count)
        )
        self._words.setText("".join(_marked(own) for own in changes))
        self.show()


def _marked(own: "Change") -> str:
    if own.old == own.new:
        return escape(own.old)
    gone = f"<s>{escape(own.old)}</s>" if own.old else ""
    new = f"<u>{escape(own.new)}</u>" if own.new else ""
    return gone + (" " if gone and new else "") + new
