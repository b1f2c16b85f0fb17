"""Where the system's text is twice as large: a window of its own process, since the system's font is asked for once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ASK = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QPushButton
from reindreader.desktop.key_sheet import KeySheet
from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window

app, preferences = application(), Preferences(Path(sys.argv[1]) / "window.ini")
window = Window(Path(sys.argv[1]) / "library.sqlite", preferences, Looks(app, preferences))
told = {}
for width in (1440, 2800):
    window.resize(width, 1000)
    window.show()
    window.frame.show_article(there=True)
    app.processEvents()
    told[width] = {
        "shelf": window.shelf.width() if window.shelf.isVisible() else 0,
        "card": window.card.width() if window.card.isVisible() else 0,
        "cut": [
            button.text()
            for button in window.findChildren(QPushButton)
            if button.isVisible() and button.text() and button.fontMetrics().height() > button.height()
        ],
        "icon": window.side.header.search.iconSize().width(),
    }
    sheet = KeySheet(window)
    told[width]["beyond"] = max(0, sheet.width() - sheet.screen().availableSize().width())
print(json.dumps(told))
window.close()
let_go()
"""


def asked(folder: Path, size: str) -> dict[str, dict[str, int]]:
    own = {name: str(folder / name) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    scaling = {"QT_QPA_PLATFORM": "offscreen", "QT_ENABLE_HIGHDPI_SCALING": "0", "QT_FONT_DPI": size}
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _ASK, str(folder)],
        env={**os.environ, **own, **scaling}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


def test_panes_and_icons_grow_with_the_text(tmp_path: Path) -> None:
    usual, large = asked(tmp_path / "usual", "96"), asked(tmp_path / "large", "235")
    assert large["1440"]["shelf"] == 0, "it slides over where there is no room beside the article"
    assert usual["1440"]["shelf"] > 0
    for part in ("shelf", "card", "icon"):
        assert large["2800"][part] == pytest.approx(2 * usual["2800"][part], rel=0.2), part
    assert large["2800"]["beyond"] == 0, "all keys can be read"
    assert large["2800"]["cut"] == large["1440"]["cut"] == []
