"""A window on that library, that can be opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.library import Library
from tests.desktop.shelf.shelves import RECORDS_MADE, entry, titles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "library.sqlite"
    with Library.open(made) as library:
        library.add_records([entry(key) for key in RECORDS_MADE], lambda _record, _taken: "")
    return made


@pytest.fixture
def reopen(qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    opened: list[Window] = []
    qapp.setStyle("Fusion")

    def make() -> Window:
        for window in opened:
            window.close()
        preferences = Preferences(tmp_path / "window.ini")
        window = Window(path, preferences, Looks(qapp, preferences))
        qtbot.addWidget(window)
        opened.append(window)
        window.resize(1400, 900)
        window.show()
        with qtbot.waitSignal(window.shelving.listed, timeout=10_000):
            window.start()
        window.activateWindow()
        qtbot.waitUntil(lambda: len(titles(window)) > 0)
        return window

    yield make
    for window in opened:
        window.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(reopen: Callable[[], Window]) -> Window:
    return reopen()
