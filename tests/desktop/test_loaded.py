"""The window's process does without the libraries that read files: those are the worker's, and its memory goes with them."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from tests import made

PARSERS = ("lxml", "trafilatura", "resiliparse", "mammoth", "pypdf", "pypdfium2", "bibtexparser", "chardet")
OTHERS = ("numpy", "py3langid", "httpx", "typer", "rich")

OPENS_A_WINDOW = """
import json, linecache, sys, time
from pathlib import Path
from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window

folder, *files = map(Path, sys.argv[1:])
app, reports = application(), []

def until(condition):
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)

preferences = Preferences(folder / "window.ini")
window = Window(folder / "library.sqlite", preferences, Looks(app, preferences))
window.adding.added.connect(reports.append)
window.show()
window.start(files)
until(lambda: reports and window.current.shown is not None)
sources = [name for name in linecache.cache if "reindreader" in name]
loaded = {name.partition(".")[0] for name in sys.modules}
window.close()
let_go()
states = [outcome.state.value for report in reports for outcome in report.outcomes]
print(json.dumps({"states": states, "loaded": sorted(loaded), "sources": sources}))
"""


def test_a_window_reads_files_without_loading_what_reads_them(tmp_path: Path) -> None:
    makers = {".html": made.html, ".docx": made.docx, ".epub": made.epub, ".pdf": made.paper, ".txt": made.text}
    files = [tmp_path / f"own{ending}" for ending in makers]
    for path in files:
        path.write_bytes(makers[path.suffix](random.Random(1), 3))
    files.append(tmp_path / "long.html")
    files[-1].write_bytes(made.html(random.Random(2), 9000))
    assert files[-1].stat().st_size > 1_500_000
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", OPENS_A_WINDOW, str(tmp_path), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["states"] == ["added"] * len(files)
    assert not {*PARSERS, *OTHERS} & set(told["loaded"])
    assert told["sources"] == []  # the text of our own modules


LATER = (
    *("reindreader.csl.style", "reindreader.citing.formats", "reindreader.citing.bibtex.writer"),
    *("reindreader.anchoring.reanchoring", "reindreader.parallel.aligning", "rapidfuzz", "babel.dates"),
)
"""What cites, exports, aligns and compares: a window opens without it."""


def test_what_a_window_does_not_need_to_open_is_loaded_later() -> None:
    lists = "import sys, json, reindreader.desktop.main; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", lists], capture_output=True, text=True, check=True)
    assert not set(LATER) & set(json.loads(done.stdout))
