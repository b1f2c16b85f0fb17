"""What the window adds to the page: joined highlights with undo, contents, reading aloud, settings that are kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.reading import ReadingStyle
from reindreader.desktop.window import Window
from reindreader.model.highlights import Colour
from tests.desktop.reading_texts import found

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

TEXT = """# The lamp

## Oil

Oil comes in March, two barrels, and nobody signs for it at the office.

## Keeper

Nobody has seen the keeper, who lights the lamp at six in the evening all the same.
"""


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that writes down what it is to say."""
    folder, said = tmp_path / "programs", tmp_path / "said.txt"
    folder.mkdir()
    program = folder / "spd-say"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{said}"\ncat >> "{said}"\necho >> "{said}"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return said


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    qapp.setStyle("Fusion")
    preferences = Preferences(tmp_path / "window.ini")
    made = Window(tmp_path / "library.sqlite", preferences, Looks(qapp, preferences))
    qtbot.addWidget(made)
    made.show()
    path = tmp_path / "lamp.md"
    path.write_text(TEXT, "utf-8")
    made.start([path])
    qtbot.waitUntil(lambda: made.pane.article is not None, timeout=30_000)
    yield made
    made.close()


def test_joined_highlights_are_one_and_come_back(window: Window, qtbot: QtBot) -> None:
    text = window.pane.article.text
    for words, colour in (("Nobody has", Colour.GREEN), ("seen the keeper", Colour.BLUE)):
        window.pane.highlight_wanted.emit(found(text, words), colour)
    qtbot.waitUntil(lambda: len(window.current.shown.highlights) == 2)
    before = window.current.shown.highlights
    for own, note in zip(before, ("One.", "Two."), strict=True):
        window.pane.note_changed.emit(own.id, note)
    qtbot.waitUntil(lambda: all(own.note for own in window.current.shown.highlights))
    window.pane.show_highlight(before[0].id)
    window.menus.action("join").trigger()
    qtbot.waitUntil(lambda: len(window.current.shown.highlights) == 1)
    (joined,) = window.current.shown.highlights
    assert joined.quote.exact == "Nobody has seen the keeper"
    assert (joined.colour, joined.note) == (Colour.GREEN, "One.\nTwo.")
    window.menus.action("undo").trigger()
    qtbot.waitUntil(lambda: len(window.current.shown.highlights) == 2)
    assert [own.id for own in window.current.shown.highlights] == [own.id for own in before]
    window.menus.action("redo").trigger()
    qtbot.waitUntil(lambda: len(window.current.shown.highlights) == 1)
    assert window.current.shown.highlights[0].id == joined.id


def test_headings_are_gone_to(window: Window, qtbot: QtBot) -> None:
    window.resize(1000, 480)
    window.menus.action("outline").trigger()
    listed = window.palette_panel.findChild(QListView)
    assert listed.model().rowCount() == 3
    qtbot.keyClicks(QApplication.focusWidget(), "keep")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    heading = found(window.pane.article.text, "Keeper\n")
    assert window.pane.page.viewport().rect().contains(window.pane.points_of(heading)[0])


def test_paragraphs_are_read_aloud_one_after_the_other(spoken: Path, window: Window, qtbot: QtBot) -> None:
    action = window.menus.action("read_aloud")
    assert action.isEnabled()
    action.trigger()
    assert window.speaking.is_on
    qtbot.waitUntil(lambda: not window.speaking.is_on, timeout=20_000)
    said = spoken.read_text("utf-8").splitlines()
    assert said[1::2] == [line.lstrip("# ") for line in TEXT.splitlines() if line]
    assert not action.isChecked()
    assert window.pane.page.drawing.lit is None


def test_reading_aloud_is_stopped(spoken: Path, window: Window) -> None:
    window.menus.action("read_aloud").trigger()
    assert window.pane.page.drawing.lit is not None
    window.menus.action("read_aloud").trigger()
    assert not window.speaking.is_on


def test_without_speech_the_command_says_why(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    preferences = Preferences(tmp_path / "window.ini")
    window = Window(tmp_path / "library.sqlite", preferences, Looks(qapp, preferences))
    qtbot.addWidget(window)
    action = window.menus.action("read_aloud")
    assert not action.isEnabled()
    assert "speech" in action.toolTip()


def test_how_the_text_is_set_is_kept(tmp_path: Path) -> None:
    style = ReadingStyle(20, 1.5, 70, justified=True, hyphenated=False)
    Preferences(tmp_path / "own.ini").reading = style
    assert Preferences(tmp_path / "own.ini").reading == style
