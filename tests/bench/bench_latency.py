"""How long the window keeps the user waiting while a thousand files come in behind it.

A beat every five milliseconds asks the event loop to answer; how late each answer is, is the latency that a key press would
have had. Wall clock: on a machine that does other things as well it is longer than it need be.
"""

import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.resources import resource_path
from tests.bench.bench_import import made

FILES = int(os.environ.get("REINDREADER_BENCH_FILES", "1000"))
BEAT_MS = 5
FRAME_MS = 16


class Beat(QObject):
    """Notes how late it is each time."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer, singleShot=True)
        self._timer.timeout.connect(self._take)

    def begin(self) -> None:
        self.late = []
        self._again()

    def _again(self) -> None:
        self._due = time.perf_counter() + BEAT_MS / 1_000
        self._timer.start()

    def _take(self) -> None:
        self.late.append(max(0.0, time.perf_counter() - self._due) * 1_000)
        self._again()


def main() -> int:
    app = application()
    with TemporaryDirectory() as folder:
        (Path(folder) / "files").mkdir()
        files = made(Path(folder) / "files", FILES)
        preferences = Preferences(Path(folder) / "window.ini")
        window = Window(Path(folder) / "library.sqlite", preferences, Looks(app, preferences))
        window.show()
        window.start([resource_path("samples/welcome.txt")])
        _until(lambda: window.current.shown is not None)
        _wait(2_000)
        beat, ended = Beat(), []
        beat.begin()
        _wait(2_000)
        idle = _quantiles(beat.late)
        window.adding.added.connect(ended.append)
        beat.begin()
        began = time.perf_counter()
        window.adding.add_files(files)
        _until(lambda: bool(ended))
        took = time.perf_counter() - began
        busy = _quantiles(beat.late)
        print(
            f"{FILES} files in {took:.0f} s: the event loop answers {busy[0]:.1f} ms late, 99th percentile {busy[1]:.1f} ms, "
            f"worst {busy[2]:.1f} ms (idle: {idle[0]:.1f}, {idle[1]:.1f}, {idle[2]:.1f}); a frame is {FRAME_MS} ms"
        )
        window.close()
    let_go()
    return 0


def _quantiles(late: list[float]) -> tuple[float, float, float]:
    return statistics.median(late), statistics.quantiles(late, n=100)[98], max(late)


def _wait(milliseconds: int) -> None:
    end = time.perf_counter() + milliseconds / 1_000
    _until(lambda: time.perf_counter() > end)


def _until(condition: object, seconds: float = 900) -> None:
    end = time.perf_counter() + seconds
    while not condition() and time.perf_counter() < end:  # type: ignore[operator]
        QApplication.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    sys.exit(main())
