"""The walk through the facts to check: one after the other, each with its evidence, confirmed or corrected by a key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reindreader.desktop.card.strip import Strip, row_of
from reindreader.workflows.facts import Fact, Facts
from reindreader.workflows.wording import _, ngettext

_MOST = 8
"""So many other ways to read a fact are offered; their keys are 2 to 9."""


class Walk(Strip):
    """A strip at the foot of the card: how many facts are to check; while walking, which one and what can be done."""

    begun = Signal(bool)
    confirmed = Signal(bool)
    edit_wanted = Signal(bool)
    passed = Signal(bool)
    next_wanted = Signal(bool)
    ended = Signal(bool)
    other_chosen = Signal(int)
    """One of the other ways to read the fact, counted from 0: see ``others_of``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Facts to check"), parent)
        self._walking = False
        self._words, self._why, self._keys = QLabel(), QLabel(), QLabel()
        self._words.setProperty("role", "sentence")
        self._why.setProperty("role", "label")
        self._keys.setProperty("role", "hint")
        for label in (self._words, self._why, self._keys):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._begin = self._button(_("Check facts"), _("Go through them (Ctrl+Shift+F)"), self.begun)
        self._confirm = self._button(_("It is right"), _("It is right (Enter)"), self.confirmed)
        self._edit = self._button(_("Correct"), _("Correct it (F2)"), self.edit_wanted)
        self._pass = self._button(_("Next"), _("Leave it as it is (Tab)"), self.passed)
        self._onward = self._button(
            _("Next article"), _("To the next article with facts to check (Enter)"), self.next_wanted
        )
        self._end = self._button(_("Done"), _("Stop checking (Esc)"), self.ended)
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        self._lay_out()
        self.show_facts(Facts((), ()))

    @property
    def walking(self) -> bool:
        """Whether a fact is being checked, or the last of an article was."""
        return self._walking

    def show_facts(self, facts: Facts) -> None:
        """Say how many are to check; nothing where there are none."""
        count = len(facts.unsure)
        if not self._walking:
            self._words.setText(ngettext("{count} fact to check", "{count} facts to check", count).format(count=count))
            self.setVisible(count > 0)

    def show_fact(self, fact: Fact, left: int) -> None:
        """Ask about this one; ``left``: how many are to check with it."""
        self._walking = True
        self._words.setText(f"{fact.label}: {fact.value}")
        self._why.setText(" · ".join([why_sentence(fact), _("{count} to check").format(count=left)]))
        self._show_buttons(asking=True)
        self._show_others(others_of(fact))
        self._keys.setText(_("Enter: right · F2: correct · Tab: next · Esc: done"))
        self.show()

    def show_done(self, *, last: bool = False) -> None:
        """Nothing is left to check in this article; ``last``: nor in any other on the shelf."""
        self._walking = True
        nowhere = _("Nothing is left to check in the articles on the shelf.")
        self._words.setText(nowhere if last else _("Nothing is left to check in this article."))
        self._show_buttons(onward=not last)
        self._keys.setText(_("Esc: done") if last else _("Enter: next article · Esc: done"))
        self.show()

    def show_end(self, facts: Facts) -> None:
        """The walk is over."""
        self._walking = False
        self._show_buttons()
        self.show_facts(facts)

    def _show_buttons(self, *, asking: bool = False, onward: bool = False) -> None:
        self._show_others(())
        self._begin.setVisible(not self._walking)
        for part in (self._end, self._keys):
            part.setVisible(self._walking)
        self._onward.setVisible(onward)
        for part in (self._why, self._confirm, self._edit, self._pass):
            part.setVisible(asking)

    def _show_others(self, others: Sequence[str]) -> None:
        for button in self.findChildren(_Line):
            self._others.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, words in enumerate(others):
            button = _Line(f"{place + 2}  {words}", self)
            button.clicked.connect(partial(self.other_chosen.emit, place))
            self._others.addWidget(button)

    def _button(self, words: str, tip: str, wanted: SignalInstance) -> QPushButton:
        button = self.row_button(words, tip, wanted)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self._begin)
        self.inner.addLayout(head)
        self.inner.addWidget(self._why)
        self.inner.addLayout(self._others)
        self.inner.addLayout(row_of(self._confirm, self._edit, self._pass, self._onward, self._end))
        self.inner.addWidget(self._keys)
        self._show_buttons()


class _Line(QPushButton):
    """A link as wide as the strip; what does not fit is in its tooltip."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "link")
        self.setProperty("size", "row")
        self.setProperty("align", "left")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the words are cut where they must be."""
        super().resizeEvent(event)
        room = self.width() - 12
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


def others_of(fact: Fact) -> list[str]:
    """The other ways to read a fact, in words: values that were found beside it, then names that are split otherwise."""
    taken = [_("Take {value}").format(value=value) for value in fact.conflict]
    swapped = [_("Swap {name}").format(name=name) for _place, name in fact.guesses]
    return [*taken, *swapped][:_MOST]


def why_sentence(fact: Fact) -> str:
    """Why a fact is to be checked."""
    if fact.conflict:
        return _("The file says different things: {values}.").format(
            values=_(" or ").join((fact.value, *fact.conflict))
        )
    if fact.guesses:
        return _("Which is the family name is a guess.")
    return _("Not said in so many words: a rule found it.")
