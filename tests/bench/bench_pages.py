"""The pages of a long PDF: how soon the first one stands in a running window, and what paging through all of them takes.

Beside it, where it is installed and there is a screen to be had: zathura, from its start to its window.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from tests.pages.papers import Placed, pdf

PAGES = 1_000
WORDS = [
    "the",
    "lamp",
    "at",
    "the",
    "end",
    "of",
    "the",
    "quay",
    "is",
    "lit",
    "at",
    "four",
    "in",
    "the",
    "afternoon",
    "two",
    "hours",
    "before",
    "the",
    "ships",
    "come",
    "in",
]


def paper(path: Path) -> Path:
    """A book of 1,000 pages, 45 lines each."""

    def page(number: int) -> list[Placed]:
        return [
            (60.0, 60.0 + 15 * line, 11.0, " ".join(WORDS[(number * 7 + line * 3 + n) % len(WORDS)] for n in range(14)))
            for line in range(45)
        ]

    path.write_bytes(pdf([page(number) for number in range(PAGES)]))
    return path


def memory(process: int | str = "self") -> int:
    """Resident megabytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) // 1024


def spin(app: QApplication, until: object, seconds: float = 30.0) -> None:
    """Let events in until a condition holds."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:  # type: ignore[operator]
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)


def window_of(app: QApplication, folder: Path) -> Window:
    preferences = Preferences(folder / "window.ini")
    window = Window(folder / "library.sqlite", preferences, Looks(app, preferences))
    window.resize(1400, 900)
    window.show()
    ready = []
    window.ready.connect(lambda: ready.append(True))
    window.start()
    spin(app, lambda: ready)
    return window


def first_page(app: QApplication, window: Window, path: Path) -> float:
    """Seconds on the clock from Open to the first page drawn."""
    shown = []
    window.side.printed.shown.connect(lambda: shown.append(True))
    began = time.monotonic()
    window.printing.preview(path)
    spin(app, lambda: shown)
    app.processEvents()
    return time.monotonic() - began


def page_through(app: QApplication, window: Window) -> tuple[float, float]:
    """The longest and the mean time that a turn of the page kept the window busy, in milliseconds."""
    view = window.side.printed.view
    times = []
    for page in range(PAGES):
        began = time.process_time()
        view.show_page(page)
        app.processEvents()
        times.append((time.process_time() - began) * 1_000)
    times.sort()
    return times[-1], sum(times) / len(times)


def zathura(path: Path) -> float | None:
    """Seconds on the clock from its start to its window, on a screen of its own; None where it cannot be had."""
    if not all(shutil.which(name) for name in ("zathura", "Xvfb", "xdotool")):
        return None
    environment = os.environ | {"DISPLAY": ":93"}
    environment.pop("QT_QPA_PLATFORM", None)
    screen = subprocess.Popen(["Xvfb", ":93", "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1.5)
        began = time.monotonic()
        program = subprocess.Popen(
            ["zathura", str(path)], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        look = ["xdotool", "search", "--onlyvisible", "--class", "zathura"]
        while time.monotonic() - began < 20:
            if subprocess.run(look, env=environment, capture_output=True, check=False).stdout.strip():
                break
            time.sleep(0.01)
        took = time.monotonic() - began
        program.kill()
        return took
    finally:
        screen.kill()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = paper(folder / "book.pdf")
        window = window_of(app, folder)
        before = memory()
        times = sorted(first_page(app, window, path) for _ in range(5))
        other = zathura(path)
        beside = f"; zathura's window: {other:.2f} s ({times[2] / other:.2f} x)" if other else ""
        print(f"PDF of {PAGES} pages, first page: {times[0]:.2f} s, median of five {times[2]:.2f} s{beside}")
        worst, mean = page_through(app, window)
        spin(app, lambda: False, 1.0)
        child = window.side.printed.press.process
        print(
            f"paging through all: {mean:.1f} ms of the window's time a page, {worst:.1f} ms at worst; "
            f"window {memory()} MB ({memory() - before} more), worker {memory(child) if child else 0} MB, "
            f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
        window.close()
    let_go()


if __name__ == "__main__":
    sys.exit(main())
