"""Highlights of a text that was taken in again: those whose words changed wait for the user."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.model.highlights import AnchorState
from reindreader.model.text import Span
from reindreader.workflows.highlighting import highlight_span
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish
from reindreader.workflows.reading import read_file
from reindreader.workflows.rereading import take_newer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

WORDS = "A clock which is wrong by a constant amount is wrong all the same."
ARTICLE = f"""The Clock the Ferry Left Behind

By Lam Ka-wai

On the wall of the old pier there is a clock that nobody winds. It has been four minutes fast for years.

{WORDS} It only speaks with an accent.

The harbour has its own time, and the ferries keep to it.
"""


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    qapp.setStyle("Fusion")
    file, path = tmp_path / "clock.txt", tmp_path / "library.sqlite"
    file.write_text(ARTICLE, "utf-8")
    with Library.open(path) as library:
        (outcome,) = finish(import_files(library, [file])).outcomes
        assert outcome.record is not None
        for words in (WORDS, "The harbour has its own time"):
            start = ARTICLE.index(words)
            highlight_span(library, outcome.record, Span(start, start + len(words)))
        file.write_text(ARTICLE.replace("is wrong all", "is not wrong all"), "utf-8")
        take_newer(library, outcome.record, read_file(file))
    preferences = Preferences(tmp_path / "window.ini")
    preferences.last_article = outcome.record
    made = Window(path, preferences, Looks(qapp, preferences))
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    with qtbot.waitSignal(made.current.opened, timeout=30_000):
        made.start()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def states(window: Window) -> list[AnchorState]:
    return [own.state for own in window.current.shown.highlights] if window.current.shown else []


def press(qtbot: QtBot, window: Window, words: str) -> None:
    strip = window.card.changed_words
    button = next(own for own in strip.findChildren(QPushButton) if own.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_changed_words_are_never_taken_silently(window: Window) -> None:
    assert states(window) == [AnchorState.CHANGED, AnchorState.ANCHORED]
    strip = window.card.changed_words
    assert strip.isVisible()
    assert any("<u>not" in own.text() for own in strip.findChildren(QLabel))


def test_the_new_words_are_taken_and_that_is_undone(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "Mark these")
    qtbot.waitUntil(lambda: states(window) == [AnchorState.ANCHORED, AnchorState.ANCHORED])
    assert window.current.shown is not None
    assert "is not wrong" in window.current.shown.highlights[0].quote.exact
    assert not window.card.changed_words.isVisible()
    window.edits.stack.undo()
    qtbot.waitUntil(lambda: states(window) == [AnchorState.CHANGED, AnchorState.ANCHORED])
    assert window.card.changed_words.isVisible()


def test_a_highlight_that_means_other_words_is_given_up_and_keeps_its_own(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "Not these")
    qtbot.waitUntil(lambda: AnchorState.LOST in states(window))
    assert window.current.shown is not None
    lost = next(own for own in window.current.shown.highlights if own.state is AnchorState.LOST)
    assert lost.quote.exact == WORDS
