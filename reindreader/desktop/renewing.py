"""What an older program made of the library is made anew behind the window: how far that is, and Cancel, in the foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.desktop.jobs import Job
from reindreader.workflows.progress import Progress
from reindreader.workflows.safekeeping import bring_up_to_date
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Renewing(QObject):
    """Begins when the library is open. Whatever else is asked for is done between two pieces."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._shown = False
        window.jobs.opened.connect(lambda _path: self._begin())
        window.shelf.cancel_wanted.connect(self._cancel)
        window.adding.progressed.connect(lambda _progress: self._yield())
        window.adding.ended.connect(self._yield)

    def _begin(self) -> None:
        self._job = self._window.jobs.submit(
            bring_up_to_date, lambda _none: self._end(), self._refuse, self._show, background=True
        )

    def _show(self, progress: Progress) -> None:
        words = _("The library is brought up to date: {done} of {total} articles.")
        self._shown = True
        self._window.shelf.show_progress(words.format(done=f"{progress.done:,}", total=f"{progress.total:,}"))
        self._window.side.show_progress(progress.done, progress.total)

    def _yield(self) -> None:
        """Files are read meanwhile: the foot is theirs."""
        self._shown = False

    def _cancel(self) -> None:
        if self._shown and self._job is not None:
            self._job.cancel()
            self._hide()
            self._window.telling.tell(_("Stopped. It goes on when the library is opened next."))

    def _end(self) -> None:
        if self._shown:
            self._hide()
            self._window.shelving.refresh()

    def _hide(self) -> None:
        self._shown = False
        self._window.shelf.show_progress("")
        self._window.side.end_progress()

    def _refuse(self, error: Exception) -> None:
        self._hide()
        self._window.telling.tell_error(error)
