"""How fluid the shelf is over a large library: `python -m tests.bench.bench_shelf [--articles N]`.

The library is that of bench_library, made where it is not there. For each act: CPU time of the whole process until the
list is shown and painted, and the longest time that the window's own thread was busy in one go (its CPU time), which
is to stay below a frame of 16 ms. Median of five and the worst; the wall clock beside it, since two threads share it.
The day's backup is put off, which would copy the library beside what is measured; the words to search for are drawn in a
process of their own, whose memory is not the window's.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.shelf.sources import ALL, UNREAD
from reindreader.desktop.window import Window
from reindreader.library import Grouping, Sort
from tests.bench.bench_pages import memory

RUNS = 5
_PREPARE = """
import json, sys
from tests.bench.bench_library import Tongue, made, queries, selective
tongue = Tongue()
path = made(tongue, int(sys.argv[1]))
rare, often = queries(tongue)
words = [tongue.latin[3000], tongue.chinese[3000], "the", "the of"]
print(json.dumps([str(path), words, selective(path, rare)[:120], often]))
"""


class Watch:
    """Does something, waits for the list, and says what it took."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._busiest = self._last = 0.0
        self._beat = QTimer(window, interval=0)
        self._beat.timeout.connect(self._tick)

    def once(self, act: Callable[[], object]) -> tuple[float, float, float]:
        """CPU time, time by the clock, and the longest time of the window's thread in one go, in ms."""
        self._settle()
        self._busiest, self._last = 0.0, time.thread_time()
        cpu, clock = time.process_time(), time.perf_counter()
        act()
        self._wait()
        self._window.shelf.repaint()
        took, wall = time.process_time() - cpu, time.perf_counter() - clock
        self._tick()
        return took * 1000, wall * 1000, self._busiest * 1000

    def measure(self, name: str, act: Callable[[], object]) -> None:
        took, wall, busy = zip(*(self.once(act) for _ in range(RUNS)), strict=True)
        print(
            f"{name:28} CPU {statistics.median(took):7.1f} (worst {max(took):7.1f}) ms, clock {statistics.median(wall):7.1f} ms,"
            f" window's thread at most {statistics.median(busy):5.1f} (worst {max(busy):5.1f}) ms in one go"
        )

    def _tick(self) -> None:
        now = time.thread_time()
        self._busiest, self._last = max(self._busiest, now - self._last), now

    def _wait(self) -> None:
        """Without a beat: it would be CPU time of its own."""
        loop = QEventLoop()
        self._window.shelving.listed.connect(loop.quit)
        QTimer.singleShot(20_000, loop.quit)
        ticking = QTimer(interval=2)
        ticking.timeout.connect(self._tick)
        ticking.start()
        loop.exec()
        self._window.shelving.listed.disconnect(loop.quit)

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(400, loop.quit)
        loop.exec()


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=int(os.environ.get("BENCH_ARTICLES", "100000")))
    prepared = subprocess.run(
        [sys.executable, "-c", _PREPARE, str(arguments.parse_args().articles)], stdout=subprocess.PIPE, check=True
    )
    path, words, rare, often = json.loads(prepared.stdout.splitlines()[-1])
    app = application()
    with TemporaryDirectory() as folder:
        loaded, preferences = time.process_time(), Preferences(Path(folder) / "window.ini")
        window = Window(Path(path), preferences, Looks(app, preferences))
        watch = Watch(window)
        window.show()
        app.processEvents()
        _start(window, watch, loaded)
        _acts(window, watch, words)
        for name, some in (("selective", rare), ("common", often)):
            _searches(window, watch, name, some)
        print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        window.close()
    let_go()
    return 0


def _start(window: Window, watch: Watch, loaded: float) -> None:
    """From the start of the process to the window, and from there to the list; wanted: 120 ms for the list, a second in all."""
    shown, clock = time.process_time(), time.perf_counter()
    print(f"modules loaded: CPU {loaded * 1000:.0f} ms, window made and painted: {(shown - loaded) * 1000:.0f} ms")
    window.start()
    watch._wait()
    window.shelf.repaint()
    window.safekeeping.close()
    print(
        f"library opened, listed and painted: CPU {(time.process_time() - shown) * 1000:.0f} ms,"
        f" clock {(time.perf_counter() - clock) * 1000:.0f} ms, {len(window.shelving.ids)} articles;"
        f" all from the start of the process: CPU {time.process_time() * 1000:.0f} ms"
    )
    watch._settle()
    print(f"memory {memory()} MB")


def _acts(window: Window, watch: Watch, words: list[str]) -> None:
    shelving, shelf = window.shelving, window.shelf
    watch.measure("the list again", shelving.refresh)
    for order in (Sort.TITLE, Sort.AUTHOR, Sort.YEAR, Sort.READ):
        watch.measure(f"sort by {order.value}", lambda order=order: shelving.sort(order))
    watch.measure("turned round", lambda: shelving.turn(True))
    shelving.turn(False)
    for by in (Grouping.OUTLET, Grouping.LANGUAGE, Grouping.WORK):
        watch.measure(f"grouped by {by.value}", lambda by=by: shelving.group(by))
    shelving.group(Grouping.NONE)
    watch.measure("unread", lambda: shelving.choose(UNREAD))
    shelving.choose(ALL)
    for query in words:
        watch.measure(f"search {query!r}", lambda query=query: _search(shelf, query))
    bar = shelf.findChildren(type(shelf._list))[0].verticalScrollBar()
    _search(shelf, "")
    watch._settle()
    watch.measure("scrolled, then listed", lambda: (bar.setValue(bar.maximum() // 2), shelving.refresh()))


def _searches(window: Window, watch: Watch, name: str, queries: list[str]) -> None:
    found = sorted((watch.once(lambda query=query: _search(window.shelf, query))[0], query) for query in queries)
    median, (late, query) = found[len(found) // 2][0], found[int(len(found) * 0.99)]
    print(
        f"{len(found)} {name} searches: CPU median {median:.1f} ms, 99th percentile {late:.1f} ms ({query!r}),"
        f" worst {found[-1][0]:.1f} ms"
    )


def _search(shelf: object, words: str) -> None:
    shelf.search_for("")
    shelf.search_for(words)


if __name__ == "__main__":
    raise SystemExit(main())
