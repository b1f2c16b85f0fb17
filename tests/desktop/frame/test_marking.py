"""Highlights and notes: kept, undone, copied, and not lost where they cannot be written."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.model.highlights import Colour
from tests.desktop.frame.windows import CONTROL, SHIFT, highlights, select, stored

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_a_highlight_is_stored_undone_and_redone(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: highlights(window) == [("nobody winds", Colour.BLUE, "")])
    assert stored(window) == ["nobody winds"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: highlights(window) == [])
    assert stored(window) == []
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: highlights(window) == [("nobody winds", Colour.BLUE, "")])
    assert stored(window) == ["nobody winds"]


def test_what_was_just_marked_is_what_keys_are_about(window: Window, qtbot: QtBot) -> None:
    select(window, "a clock that nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.pane.chosen() is not None)
    qtbot.keyClick(window.pane.page, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: highlights(window) == [("a clock that nobody winds", Colour.GREEN, "")])
    qtbot.keyClick(window.pane.page, Qt.Key.Key_M)
    qtbot.keyClicks(QApplication.focusWidget(), "The thesis")
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "The thesis")


def test_a_removed_highlight_comes_back_by_its_toast(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    qtbot.keyClick(window.pane.page, Qt.Key.Key_N)
    qtbot.keyClick(window.pane.page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.side.toast.words == "Highlight removed.")
    undo = next(b for b in window.side.toast.findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)


def test_a_note_typed_in_pieces_is_undone_as_one(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    for words in ("T", "The", "The thesis."):
        window.pane.note_changed.emit(identity, words)
        qtbot.waitUntil(lambda words=words: highlights(window)[0][2] == words)
    window.edits.stack.undo()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "")
    window.edits.stack.redo()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "The thesis.")


def test_a_note_that_cannot_be_written_is_kept_until_it_can(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    with closing(sqlite3.connect(window.jobs.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.pane.note_changed.emit(identity, "Kept.")
        qtbot.waitUntil(lambda: "Another program" in window.side.toast.words, timeout=30_000)
        assert "kept until" in window.side.toast.words
        window.close()
        assert window.isVisible()
        other.rollback()
    window.edits.retry()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "Kept.", timeout=30_000)
    assert window.edits.waiting == ()


def test_a_quotation_of_the_card_is_copied_and_gone_to(window: Window, qtbot: QtBot) -> None:
    select(window, "It only speaks with an accent")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.card.quotation_copy_wanted.emit(identity)
    qtbot.waitUntil(lambda: "speaks with an accent" in clipboard.text(), timeout=10_000)
    assert "para. 2" in clipboard.text()
    window.card.quotation_opened.emit(identity)
    assert window.pane.chosen().highlight.id == identity
