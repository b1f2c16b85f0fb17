"""A window on that library, that can be opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.library import Library
from tests.desktop.shelf.shelves import RECORDS_MADE, entry, titles
from tests.desktop.shown import new_window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "library.sqlite"
    with Library.open(made) as library:
        library.add_records([entry(key) for key in RECORDS_MADE], lambda _record, _taken: "")
    return made


@pytest.fixture
def reopen(qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    opened: list[Window] = []

    def make() -> Window:
        for window in opened:
            window.close()
        window = new_window(path, qtbot, qapp)
        opened.append(window)
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
