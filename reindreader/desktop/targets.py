"""Files kept up to date: looked at when changes have settled, written in the library's thread, listed in the settings."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from reindreader.desktop.entries import Action, Entry
from reindreader.desktop.messages import local_time
from reindreader.desktop.settings.list_page import ListPage
from reindreader.desktop.toast import Message
from reindreader.library import ExportTarget, Library
from reindreader.workflows.loss_words import format_label
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.shelving import paths
from reindreader.workflows.targets import (
    Selection,
    Trouble,
    pause_target,
    trouble_sentence,
    update_target,
    update_targets,
)
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

SETTLE_MS = 2000
"""The library is looked at so often; a change that is the same at two looks has settled."""
_WRITTEN = "targets-written"
"""The setting of the library that keeps which state was written last."""


class Targets(QObject):
    """Writes what is due, tells of trouble, and serves the page of the settings."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._seen = ""
        self._busy = False
        self._told: set[tuple[int | None, str | None]] = set()
        self._page: ListPage | None = None
        self._timer = QTimer(self, interval=SETTLE_MS)
        self._timer.timeout.connect(self.look)
        window.jobs.opened.connect(lambda _path: self._timer.start())

    # when changes have settled

    def look(self) -> None:
        """See whether anything has changed since the files were written."""
        if not self._busy:
            self._window.jobs.submit(_state, self._take_state, lambda _error: None)

    def _take_state(self, state: tuple[str, str] | None) -> None:
        if state is None or self._busy:
            return
        now, written = state
        if now != written and now == self._seen:
            self._busy = True
            self._window.jobs.submit(_write_due, self._take_troubles, self._fail)
        self._seen = now

    def _take_troubles(self, troubled: tuple[ExportTarget, ...]) -> None:
        self._busy = False
        self.refresh()
        self._told &= {(target.id, target.trouble) for target in troubled}
        for target in troubled:
            if (target.id, target.trouble) not in self._told:
                self._told.add((target.id, target.trouble))
                self._tell(target)

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._timer.stop()  # such as a library that went away; the next start tries again
        self._window.telling.tell_error(error)

    def _tell(self, target: ExportTarget) -> None:
        words = trouble_sentence(target)
        if target.trouble == Trouble.CHANGED_ELSEWHERE:
            act = partial(self._update, target, overwrite=True)
            message = Message(words, _("Overwrite"), act, grave=True, close=_("Leave"))
        else:
            message = Message(words, _("Show"), lambda: self._window.setting.ask(self.page), grave=True)
        self._window.telling.tell_with(message)

    # the page

    @property
    def page(self) -> ListPage:
        """The page of the settings."""
        if self._page is None:
            words = _("These files are written again, whole, when what they hold has changed.")
            self._page = ListPage(_("Files kept up to date"), words, (), _("Cancel"))
        return self._page

    def refresh(self) -> None:
        """List them anew."""
        if self._page is not None:
            self._window.jobs.submit(_listed, self._show)

    def _show(self, found: list[tuple[ExportTarget, str]]) -> None:
        none = _("No file is kept up to date. The export dialog offers it: “Keep this file up to date”.")
        self.page.show_entries([self._entry(target, what) for target, what in found], none)

    def _entry(self, target: ExportTarget, what: str) -> Entry:
        path = Path(target.path)
        about = " · ".join((format_label(target.format), what, str(path.parent)))
        lines = [("label", about), ("label", _written_words(target))]
        if target.trouble:
            lines.append(("error", trouble_sentence(target)))
        return Entry(path.name, lines, self._actions(target), target.path)

    def _actions(self, target: ExportTarget) -> list[Action]:
        changed = target.trouble == Trouble.CHANGED_ELSEWHERE
        write = _("Overwrite") if changed else _("Write now")
        pause = _("Go on") if target.paused else _("Pause")
        return [
            (write, partial(self._update, target, overwrite=changed)),
            (pause, partial(self._do, partial(_paused, target=target))),
            (_("Show in folder"), partial(_show_folder, Path(target.path))),
            (_("Remove"), partial(self._remove, target)),
        ]

    def _update(self, target: ExportTarget, *, overwrite: bool = False) -> None:
        def take(done: ExportTarget) -> None:
            self.page.end_progress(trouble_sentence(done), "error")
            self._take_troubles((done,) if done.trouble else ())
            if not done.trouble:
                self._window.telling.tell(_("{name} is written.").format(name=Path(done.path).name))

        def fail(error: Exception) -> None:
            self.page.end_progress(error_sentence(error), "error")

        self._window.jobs.submit(lambda library: update_target(library, target, overwrite=overwrite), take, fail)

    def _remove(self, target: ExportTarget) -> None:
        def take(_done: object) -> None:
            self.refresh()
            words = _("{name} is kept up to date no longer. The file stays.").format(name=Path(target.path).name)
            again = partial(self._do, lambda library: library.set_export_target(target))
            self._window.telling.tell_with(Message(words, _("Undo"), again))

        if target.id is not None:
            number = target.id
            self._window.jobs.submit(lambda library: library.remove_export_target(number), take)

    def _do(self, act: Callable[[Library], object]) -> None:
        self._window.jobs.submit(act, lambda _done: self.refresh())


def _state(library: Library) -> tuple[str, str] | None:
    """The state of now and the state that was written; None where there is nothing to write."""
    if library.read_only or not any(not target.paused for target in library.export_targets()):
        return None
    return json.dumps(library.mark(), default=str), library.setting(_WRITTEN) or ""


def _write_due(library: Library) -> Work[tuple[ExportTarget, ...]]:
    before = json.dumps(library.mark(), default=str)
    troubled = yield from update_targets(library)
    yield Progress(1, 1)
    library.set_setting(_WRITTEN, before)
    return troubled


def _paused(library: Library, target: ExportTarget) -> ExportTarget:
    library.set_setting(_WRITTEN, None)  # what has changed meanwhile is written when it goes on
    return pause_target(library, target, paused=not target.paused)


def _listed(library: Library) -> list[tuple[ExportTarget, str]]:
    named = {one.id: path for path, one in paths(library).items()}
    return [(target, _selection_words(target, named)) for target in library.export_targets()]


def _selection_words(target: ExportTarget, collections: dict[int, str]) -> str:
    try:
        selection = Selection.from_json(target.selection)
    except ValueError:
        return ""
    if selection.ids is not None:
        count = len(selection.ids)
        return ngettext("{count} article", "{count} articles", count).format(count=f"{count:,}")
    if selection.collection is not None:
        return _("collection {name}").format(name=collections.get(selection.collection, "–"))
    if selection.tag is not None:
        return _("tag {name}").format(name=selection.tag)
    return _("search “{words}”").format(words=selection.search) if selection.search else _("all articles")


def _written_words(target: ExportTarget) -> str:
    when = _("written {time}").format(time=local_time(target.written)) if target.written else _("not written yet")
    return _("paused, {when}").format(when=when) if target.paused else when


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
