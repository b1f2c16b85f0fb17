"""The walk through the facts to check: evidence in sight, one key to confirm or correct, then the next; then the next
article on the shelf that has any."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reindreader.desktop.card import CardPane
from reindreader.desktop.card.walk import others_of
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.editing import Editing
from reindreader.desktop.jobs import Job, Jobs
from reindreader.workflows.facts import Fact
from reindreader.workflows.walking import next_to_check, others_in_order

_DIGITS = (
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)
"""The keys of the other ways to read a fact."""


class Checking(QObject):
    """Goes from one unsure fact to the next. A fact, or an article, that was left as it is does not come again in the
    same walk. ``shelf``: the articles in the order in which the walk takes them."""

    def __init__(
        self,
        card: CardPane,
        current: Current,
        editing: Editing,
        jobs: Jobs,
        shelf: Callable[[], Sequence[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._card, self._current, self._editing, self._jobs, self._shelf = card, current, editing, jobs, shelf
        self._field: str | None = None
        self._passed: set[str] = set()
        self._walked: set[int] = set()
        self._looking: Job | None = None
        walk = card.walk
        card.check_wanted.connect(self.begin)
        walk.confirmed.connect(lambda _: self.confirm())
        walk.edit_wanted.connect(lambda _: self.edit())
        walk.passed.connect(lambda _: self.pass_over())
        walk.next_wanted.connect(lambda _: self.go_on())
        walk.ended.connect(lambda _: self.end())
        walk.other_chosen.connect(self.take_other)
        current.changed.connect(self._take_changed)
        current.opened.connect(self._take_opened)
        current.closed.connect(self.end)

    @property
    def fact(self) -> Fact | None:
        """The fact that is being checked."""
        return next((fact for fact in self._unsure() if fact.field == self._field), None)

    def begin(self) -> None:
        """Begin with the first."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)  # before the fact that has the focus, which has its own use for Enter and Tab
        self._passed = set()
        self._next()

    def confirm(self) -> None:
        """It is right; the next comes when it is on the disk."""
        if self._field is not None:
            self._editing.confirm(self._field)

    def edit(self) -> None:
        """Correct it."""
        if self._field is not None:
            self._card.edit_fact(self._field)

    def take_other(self, place: int) -> None:
        """Read it otherwise: by the value, or the split of the name, that is offered at this place."""
        fact = self.fact
        if fact is None or place >= len(others_of(fact)):
            return
        if place < len(fact.conflict):
            self._editing.edit(fact.field, fact.conflict[place])
        else:
            self._editing.swap(fact.field, fact.guesses[place - len(fact.conflict)][0])

    def pass_over(self) -> None:
        """Leave it as it is."""
        if self._field is not None:
            self._passed.add(self._field)
        self._next()

    def go_on(self) -> None:
        """To the next article that has facts to check."""
        shown = self._current.shown
        if shown is None or self._looking is not None:
            return
        self._walked.add(shown.id)
        others = [one for one in others_in_order(self._shelf(), shown.id) if one not in self._walked]
        self._looking = self._jobs.submit(lambda library: next_to_check(library, others), self._take_next)

    def end(self) -> None:
        """Stop."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._field = None
        self._walked = set()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        shown = self._current.shown
        if self._card.walk.walking and shown is not None:
            self._card.walk.show_end(shown.facts)
            self._card.focus_facts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the walk, wherever on the card the focus is, but not while something is typed."""
        if event.type() != QEvent.Type.KeyPress or not self._card.walk.walking or not self._is_about(watched):
            return False
        act = self._keys().get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
        if act is None:
            return False
        act()
        return True

    def _is_about(self, watched: QObject) -> bool:
        on_card = watched is self._card or (isinstance(watched, QWidget) and self._card.isAncestorOf(watched))
        return on_card and not isinstance(watched, QLineEdit)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        onward = self.go_on if self._field is None else self.confirm
        keys = {Qt.Key.Key_Return: onward, Qt.Key.Key_Enter: onward, Qt.Key.Key_Escape: self.end}
        if self._field is not None:
            keys |= {Qt.Key.Key_Y: self.confirm, Qt.Key.Key_F2: self.edit, Qt.Key.Key_Tab: self.pass_over}
            keys |= {key: partial(self.take_other, place) for place, key in enumerate(_DIGITS)}
        return keys

    def _unsure(self) -> tuple[Fact, ...]:
        shown = self._current.shown
        return shown.facts.unsure if shown is not None else ()

    def _next(self) -> None:
        left = [fact for fact in self._unsure() if fact.field not in self._passed]
        if not left:
            self._field = None
            self._card.walk.show_done()
            self._card.focus_facts()
            return
        self._field = left[0].field
        self._show(left[0])
        self._card.focus_facts(self._field)
        self._card.evidence_wanted.emit(left[0])

    def _show(self, fact: Fact) -> None:
        left = sum(own.field not in self._passed for own in self._unsure())
        self._card.walk.show_fact(fact, left)

    def _take_next(self, record: int | None) -> None:
        if record is None:
            self._looking = None
            self._card.walk.show_done(last=True)
        else:
            self._current.open(record)

    def _take_opened(self, _shown: Opened) -> None:
        if self._looking is None:
            self.end()
        else:
            self._looking = None
            self.begin()

    def _take_changed(self, _shown: Opened) -> None:
        fact = self.fact
        if self._field is not None and fact is None:
            self._next()
        elif fact is not None:
            self._show(fact)
