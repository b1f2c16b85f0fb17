"""What is told at the start of a library that was not closed well or lies on a network drive."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.library import sqlite
from tests.desktop.shown import made_library, open_on, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

ENDS_AT_ONCE = """
import os, sys
from pathlib import Path
from reindreader.library import Library

library = Library.open(Path(sys.argv[1]))
library.tag([library.by_key("lam2016clock").id], add=["lamps"])
os._exit(0)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return made_library(tmp_path)


def left_open(library: Path) -> None:
    """A program had the library open, and was killed."""
    subprocess.run([sys.executable, "-c", ENDS_AT_ONCE, str(library)], check=True)


def settled(window: Window, qtbot: QtBot) -> None:
    """What was begun at the start has ended."""
    done: list[object] = []
    window.jobs.submit(lambda own: own.all_ids(), done.append)
    until(qtbot, lambda: done and not window.safekeeping.checking)
    qtbot.wait(50)


def test_a_library_that_is_whole_after_an_unclean_end_is_opened_without_a_word(
    qtbot: QtBot, qapp: QApplication, library: Path
) -> None:
    left_open(library)
    window = open_on(library, qtbot, qapp)
    settled(window, qtbot)
    assert window.side.toast.words == ""
    window.close()


def test_a_network_drive_is_told_of_once(
    qtbot: QtBot, qapp: QApplication, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "medium_of", lambda path: sqlite.Medium.NETWORK)
    window = open_on(library, qtbot, qapp)
    until(qtbot, lambda: "lies on a network drive" in window.side.toast.words)
    window.close()
    again = open_on(library, qtbot, qapp)
    settled(again, qtbot)
    assert "network" not in again.side.toast.words
    again.close()
