"""A library that an older program made is brought up to date behind the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.library import Library
from tests.desktop.shown import click, open_on, said, until
from tests.library.test_remaking import COUNT, assert_whole, outdated

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


@pytest.fixture
def path(tmp_path: Path) -> Path:
    outdated(tmp_path / "library.sqlite")
    return tmp_path / "library.sqlite"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, path: Path) -> Iterator[Window]:
    made = open_on(path, qtbot, qapp)
    yield made
    made.close()


def foot(window: Window) -> str:
    """What the foot of the shelf says: whole in the tooltip."""
    return " ".join(label.toolTip() for label in window.shelf.findChildren(QLabel) if label.isVisible())


def test_the_window_is_used_meanwhile_and_search_says_so(window: Window, qtbot: QtBot) -> None:
    until(qtbot, lambda: f"of {COUNT} articles" in foot(window))
    window.shelf.search_for("lamp ")
    until(qtbot, lambda: "are found by their words" in said(window.shelf))
    until(qtbot, lambda: "brought up to date" not in foot(window))
    until(qtbot, lambda: len(window.shelving.ids) == COUNT)


def test_it_is_cancelled_and_goes_on_later(window: Window, qtbot: QtBot, path: Path) -> None:
    until(qtbot, lambda: f"of {COUNT} articles" in foot(window))
    click(qtbot, window.shelf, "Cancel")
    until(qtbot, lambda: "goes on when the library is opened next" in window.side.toast.words)
    assert "brought up to date" not in foot(window)
    window.close()
    with Library.open(path, patience=0) as library:
        assert library.remaking
        done, total = library.remaking
        assert 0 <= done < total
        list(library.remake())
        assert_whole(library, sorted(library.all_ids()))
