"""The walk through the facts to check: evidence in sight, one key to confirm or correct, then the next."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reindreader.desktop.card import CardPane
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.editing import Editing
from reindreader.workflows.facts import Fact


class Checking(QObject):
    """Goes from one unsure fact to the next. A fact that was left as it is does not come again in the same walk."""

    def __init__(self, card: CardPane, current: Current, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card, self._current, self._editing = card, current, editing
        self._field: str | None = None
        self._passed: set[str] = set()
        walk = card.walk
        card.check_wanted.connect(self.begin)
        walk.confirmed.connect(lambda _: self.confirm())
        walk.edit_wanted.connect(lambda _: self.edit())
        walk.passed.connect(lambda _: self.pass_over())
        walk.ended.connect(lambda _: self.end())
        current.changed.connect(self._take_changed)
        current.opened.connect(lambda _shown: self.end())
        current.closed.connect(self.end)
        card.installEventFilter(self)

    @property
    def fact(self) -> Fact | None:
        """The fact that is being checked."""
        return next((fact for fact in self._unsure() if fact.field == self._field), None)

    def begin(self) -> None:
        """Begin with the first."""
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

    def pass_over(self) -> None:
        """Leave it as it is."""
        if self._field is not None:
            self._passed.add(self._field)
        self._next()

    def end(self) -> None:
        """Stop."""
        self._field = None
        shown = self._current.shown
        if self._card.walk.walking and shown is not None:
            self._card.walk.show_end(shown.facts)
            self._card.focus_facts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the walk, wherever on the card the focus is, but not while something is typed."""
        if self._field is None or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(self._card.window().focusWidget(), QLineEdit):
            return super().eventFilter(watched, event)
        act = {
            Qt.Key.Key_Return: self.confirm,
            Qt.Key.Key_Enter: self.confirm,
            Qt.Key.Key_Y: self.confirm,
            Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_Tab: self.pass_over,
            Qt.Key.Key_Escape: self.end,
        }.get(Qt.Key(event.key()))
        if act is None:
            return super().eventFilter(watched, event)
        act()
        return True

    def _unsure(self) -> tuple[Fact, ...]:
        shown = self._current.shown
        return shown.facts.unsure if shown is not None else ()

    def _next(self) -> None:
        left = [fact for fact in self._unsure() if fact.field not in self._passed]
        if not left:
            self.end()
            return
        self._field = left[0].field
        self._card.walk.show_fact(left[0], len(left))
        self._card.focus_facts(self._field)
        self._editing.show_evidence(left[0])

    def _take_changed(self, _shown: Opened) -> None:
        if self._field is not None and self.fact is None:
            self._next()
