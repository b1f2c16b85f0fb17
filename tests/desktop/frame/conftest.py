"""Windows on a library of their own, closed after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from tests.desktop.frame.windows import ARTICLE, Open
from tests.desktop.shown import new_window


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    made: list[Window] = []

    def make(*files: Path, library: Path | None = None) -> Window:
        window = new_window(library or tmp_path / "library.sqlite", qtbot, qapp)
        made.append(window)
        with qtbot.waitSignal(window.ready if library is None else window.jobs.failed):
            window.start(files)
        return window

    yield make
    for window in made:
        window.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "clock.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def window(open_window: Open, article: Path, qtbot: QtBot) -> Window:
    made = open_window(article)
    qtbot.waitUntil(lambda: made.pane.article is not None, timeout=10_000)
    made.pane.setFocus()
    return made
