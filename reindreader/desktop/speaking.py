"""Reading aloud, by the speech that the system has: speech-dispatcher's ``spd-say``, or ``say`` of macOS."""

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from reindreader.desktop.current import Opened
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_PROGRAMS: dict[str, tuple[str, ...]] = {"spd-say": ("--wait", "--pipe-mode"), "say": ("-f", "-")}
"""Programs that read standard input aloud and end when they have said it; and how they are told to."""

_LANGUAGE = {"spd-say": "--language"}


class Speaking(QObject):
    """Reads paragraph after paragraph, from the caret or the top of what is in sight on, until it is stopped."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._program = next((name for name in _PROGRAMS if shutil.which(name)), None)
        self._process: QProcess | None = None
        self._next = 0
        window.current.opened.connect(self._take_opened)
        window.current.closed.connect(self.stop)
        self._tell()

    @property
    def is_on(self) -> bool:
        """Whether something is being read."""
        return self._process is not None

    def toggle(self) -> None:
        """Begin, or stop."""
        if self.is_on:
            self.stop()
        elif self._program is not None and self._window.pane.article is not None:
            page = self._window.pane.page
            place = page.caret.at if page.caret.shown or page.selection is not None else page.top_offset()
            self._next = page.spread.sides[0].folio.at(place)
            self._go_on()
        self._tell()

    def stop(self) -> None:
        """Be silent."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.kill()
            process.deleteLater()
            self._window.pane.page.show_lit(None)
        self._tell()

    def _go_on(self) -> None:
        """Read the next paragraph, lit and in sight."""
        page = self._window.pane.page
        folio = page.spread.sides[0].folio if page.spread.sides else None
        if folio is None or self._next >= len(folio) or self._program is None:
            page.show_lit(None)
            self.stop()
            return
        number, self._next = self._next, self._next + 1
        page.bring_into_sight(folio.span(number))
        page.show_lit(folio.starts[number])
        self._process = process = QProcess(self)
        process.finished.connect(self._take_end)
        process.errorOccurred.connect(self._take_end)
        process.start(self._program, [*_PROGRAMS[self._program], *self._language(folio.language)])
        process.write(folio.words(number).replace("\u00ad", "").replace("\n", " ").encode("utf-8"))
        process.closeWriteChannel()

    def _language(self, tag: str | None) -> list[str]:
        option = _LANGUAGE.get(self._program or "")
        return [option, tag.split("-")[0]] if option and tag else []

    def _take_end(self, *_how: object) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        failed = process.error() is not QProcess.ProcessError.UnknownError or process.exitCode() != 0
        process.deleteLater()
        if failed:
            self._window.pane.page.show_lit(None)
            self._window.telling.tell(_("The system's speech did not answer."))
            self._tell()
        else:
            self._go_on()

    def _take_opened(self, _shown: Opened) -> None:
        self.stop()

    def _tell(self) -> None:
        """What cannot be done says why."""
        action = self._window.menus.action("read_aloud")
        action.setChecked(self.is_on)
        there = self._program is not None
        action.setEnabled(there and self._window.current.shown is not None)
        reason = _("This system has no speech that reads aloud. On Linux it comes with speech-dispatcher.")
        action.setToolTip("" if there else reason)
        action.setStatusTip("" if there else reason)
