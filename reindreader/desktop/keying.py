"""Citation keys in the settings: the pattern is tried on real records while it is typed; new keys can be taken back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QUndoCommand

from reindreader.citing.key_patterns import DEFAULT, PatternMistake
from reindreader.desktop.jobs import Job
from reindreader.desktop.settings.keys_page import KeysPage
from reindreader.desktop.toast import Message
from reindreader.errors import BadKeyPatternError
from reindreader.library import Library
from reindreader.workflows.keying import (
    NewKey,
    pattern_of,
    plan_keys,
    preview_pattern,
    rekey,
    set_pattern,
    undo_rekey,
)
from reindreader.workflows.progress import Work
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_AFTER_MS = 150
_SHOWN = 12
Preview = tuple[list[tuple[NewKey, str]], tuple[PatternMistake, ...]]


class Keying(QObject):
    """Serves the page of the settings."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._page: KeysPage | None = None
        self._pattern = DEFAULT
        self._asked: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._preview)

    @property
    def page(self) -> KeysPage:
        """The page of the settings."""
        if self._page is None:
            self._page = KeysPage()
            self._page.pattern_changed.connect(self._type)
            self._page.keep_wanted.connect(self._keep)
            self._page.rekey_wanted.connect(self._rekey)
            self._page.usual_wanted.connect(self._take_usual)
        return self._page

    def refresh(self) -> None:
        """Show the library's pattern, and what it makes."""

        def take(found: tuple[str, int]) -> None:
            pattern, everything = found
            chosen = len(self._chosen())
            self.page.show_pattern(pattern)
            self.page.show_chosen(chosen or everything, everything=not chosen)
            self._type(pattern)

        self._window.jobs.submit(lambda library: (pattern_of(library), len(library.all_ids())), take)

    def _chosen(self) -> tuple[int, ...]:
        """Several that are selected in the shelf; one is always."""
        ids = tuple(self._window.shelf.selected_ids)
        return ids if len(ids) > 1 else ()

    def _type(self, pattern: str) -> None:
        self._pattern = pattern
        self._timer.start()

    def _preview(self) -> None:
        pattern, chosen = self._pattern, self._chosen()
        if self._asked is not None:
            self._asked.cancel()

        def look(library: Library) -> Preview:
            made = preview_pattern(library, pattern, (chosen or library.all_ids())[:_SHOWN])
            return [(key, _title(library, key.record)) for key in made.keys], made.mistakes

        self._asked = self._window.jobs.submit(look, lambda made: self.page.show_preview(*made))

    def _take_usual(self) -> None:
        self.page.show_pattern(DEFAULT)
        self._type(DEFAULT)

    def _keep(self, pattern: str) -> None:
        def take(_done: object) -> None:
            self.page.show_state(_("New records get such keys from now on. Those that are here keep theirs."))

        self._window.jobs.submit(lambda library: set_pattern(library, pattern), take, self._refuse)

    def _rekey(self, pattern: str) -> None:
        chosen = self._chosen()

        def plan(library: Library) -> list[NewKey]:
            return [one for one in plan_keys(library, chosen or library.all_ids(), pattern) if one.changes]

        def take(planned: list[NewKey]) -> None:
            if planned:
                self._window.edits.stack.push(_Step(self, planned))
            else:
                self.page.show_state(_("They have such keys already, or keys that you chose."))

        self._window.jobs.submit(plan, take, self._refuse)

    def give(self, planned: Sequence[NewKey]) -> None:
        """New keys, on the disk."""
        self._run(lambda library: rekey(library, planned), told=True)

    def take_back(self, planned: Sequence[NewKey]) -> None:
        """The keys of before."""
        self._run(lambda library: undo_rekey(library, planned), told=False)

    def _run(self, act: Callable[[Library], Work[list[NewKey]]], *, told: bool) -> None:
        def take(done: list[NewKey]) -> None:
            self._window.current.refresh()
            self._window.shelving.refresh()
            self._type(self._pattern)
            words = ngettext("{count} record has a new key.", "{count} records have new keys.", len(done))
            words = words.format(count=f"{len(done):,}")
            if told:
                self.page.show_state(words)
                undo = self._window.edits.stack.undo
                self._window.telling.tell_with(Message(words, _("Undo"), undo))

        self._window.jobs.submit(act, take, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.page.show_state(error_sentence(error), "error")
        if isinstance(error, BadKeyPatternError):
            self.page.show_mistake_at(error.place, error.place + 1)


class _Step(QUndoCommand):
    def __init__(self, keying: Keying, planned: Sequence[NewKey]) -> None:
        super().__init__(_("New citation keys"))
        self._keying, self._planned = keying, planned

    def redo(self) -> None:
        self._keying.give(self._planned)

    def undo(self) -> None:
        self._keying.take_back(self._planned)


def _title(library: Library, record: int) -> str:
    title = library.get(record).record.title
    return title.text if title else ""
