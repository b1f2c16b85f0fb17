"""How long the window takes to follow: from a fact typed on the card to the preview of its citation.

Wall clock, since the work is shared by the window's thread and the library's; the median of the edits.
"""

import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.resources import resource_path

EDITS = 41
FRAME_MS = 16


class Seen:
    """What the citation bar was last given to show."""

    def __init__(self, window: Window) -> None:
        self.reference = ""
        self._show = window.bar.show_preview
        window.bar.show_preview = self._keep

    def _keep(self, citation: str, reference: str, warnings: tuple[str, ...] = ()) -> None:
        self._show(citation, reference, warnings)
        self.reference = reference


def main() -> int:
    app = application()
    with TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "window.ini")
        window = Window(Path(folder) / "library.sqlite", preferences, Looks(app, preferences))
        seen = Seen(window)
        window.show()
        window.start([resource_path("samples/welcome.txt")])
        _until(lambda: window.current.shown is not None and bool(seen.reference))
        _wait(1500)
        times = [_edit(window, seen, number) for number in range(EDITS)][1:]
        median, worst = statistics.median(times), max(times)
        print(f"a fact edited -> preview: median {median:.1f} ms, worst {worst:.1f} ms, a frame is {FRAME_MS} ms")
        window.close()
    let_go()
    return 0


def _edit(window: Window, seen: Seen, number: int) -> float:
    wanted = f"Lau{number}"
    start = time.perf_counter()
    window.card.fact_edited.emit("author", f"{wanted}, Ching-yi")
    _until(lambda: wanted in seen.reference)
    taken = (time.perf_counter() - start) * 1000
    _wait(60)
    return taken


def _until(condition) -> None:
    loop = QEventLoop()
    end = time.monotonic() + 30
    while not condition():
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > end:
            raise TimeoutError


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
