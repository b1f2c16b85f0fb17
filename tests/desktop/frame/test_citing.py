"""Citing: styles, copies, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from tests.desktop.frame.windows import CONTROL, SHIFT, Open, select

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_the_library_answers_while_all_styles_are_read_for_the_first_time(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no cache yet"))
    window = open_window()
    styles: list[int] = []
    window.choices.want()
    window.jobs.submit(lambda library: library.all_ids(), lambda _ids: styles.append(len(window.choices.styles)))
    qtbot.waitUntil(lambda: bool(styles), timeout=10_000)
    assert styles[0] < 100
    qtbot.waitUntil(lambda: len(window.choices.styles) > 10_000, timeout=60_000)


def test_all_styles_come_when_they_are_looked_for_and_what_is_typed_meanwhile_holds(
    window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    field, found = window.palette_panel.findChild(QLineEdit), window.palette_panel.findChild(QListWidget)
    assert len(window.choices.styles) < 100
    qtbot.keyClicks(field, "zoological journal of the linnean society")
    qtbot.waitUntil(lambda: found.count() == 1, timeout=20_000)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.style == "zoological-journal-of-the-linnean-society"


def test_citation_and_quotation_are_copied(window: Window, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    select(window, "nobody winds")
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: clipboard.text() == "(Lam, n.d., para. 1)", timeout=10_000)
    assert clipboard.mimeData().hasHtml()
    assert clipboard.mimeData().hasFormat("text/rtf")
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "nobody winds" in clipboard.text(), timeout=10_000)
    assert clipboard.text() == "“nobody winds” (Lam, n.d., para. 1)"


def test_export_shows_the_file_and_writes_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)), timeout=10_000)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    path = tmp_path / "out.bib"
    dialog.save_wanted.emit("this", "biblatex", str(path))
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert "translator" in path.read_text("utf-8")
    qtbot.waitUntil(lambda: "out.bib" in window.side.toast.words)


def test_a_folder_that_allows_no_writing_is_said_in_the_dialog(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)), timeout=10_000)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    told: list[str] = []
    dialog.show_error = told.append
    dialog.save_wanted.emit("this", "biblatex", str(tmp_path / "none" / "out.bib"))
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "not there" in told[0]
    dialog.reject()
