"""The export dialog in the window: what is chosen is shown and written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.exporting import ExportDialog
from reindreader.desktop.window import Window
from tests.desktop.shown import button, click, made_library, open_on, said, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made = open_on(made_library(tmp_path), qtbot, qapp)
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def dialog(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ExportDialog:
    def choose(_parent: QWidget, name: str, _kinds: str) -> str:
        return str(tmp_path / name)

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *a: (choose(a[0], a[2], a[3]), ""))
    window.exporting.ask()
    until(qtbot, lambda: window.findChild(ExportDialog) and window.findChild(ExportDialog).isVisible())
    own = window.findChild(ExportDialog)
    assert own is not None
    until(qtbot, lambda: "2 entries" in said(own))
    return own


def text(dialog: ExportDialog) -> str:
    return dialog.findChild(QTextEdit).toPlainText()


def choose(qtbot: QtBot, dialog: ExportDialog, name: str, words: str) -> None:
    box = next(own for own in dialog.findChildren(QComboBox) if own.accessibleName() == name)
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_a_collection_alone_is_shown_and_written(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    click(qtbot, dialog, "Collection")
    until(qtbot, lambda: "1 entry" in said(dialog))
    assert "marsh1999letters" not in text(dialog)
    click(qtbot, dialog, "Save as")
    until(qtbot, (tmp_path / "references.bib").exists)
    assert "lam2016clock" in (tmp_path / "references.bib").read_text("utf-8")


def test_options_change_the_preview_and_are_remembered(
    qtbot: QtBot, dialog: ExportDialog, window: Window, tmp_path: Path
) -> None:
    choose(qtbot, dialog, "Order", "By author")
    until(qtbot, lambda: text(dialog).index("marsh1999") < text(dialog).index("lam2016"))
    choose(qtbot, dialog, "Letters", "ASCII alone")
    until(qtbot, lambda: "Dvořáková" not in text(dialog))
    click(qtbot, dialog, "Save as")
    until(qtbot, lambda: not window.findChildren(ExportDialog))
    assert "Dvořáková" not in (tmp_path / "references.bib").read_text("utf-8")
    window.exporting.ask()
    until(qtbot, lambda: window.findChild(ExportDialog) and text(window.findChild(ExportDialog)))
    assert "Dvořáková" not in text(window.findChild(ExportDialog))


def test_a_bibliography_has_a_style_and_no_line_width(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    click(qtbot, dialog, "Word sources")
    until(qtbot, lambda: "<" in text(dialog))
    assert button(dialog, "Protect").isHidden() or not button(dialog, "Protect").isVisible()
    click(qtbot, dialog, "OpenDocument")
    until(qtbot, lambda: "as they will read" in said(dialog))
    assert "Lam, K. (2016)" in text(dialog)
    click(qtbot, dialog, "Save as")
    until(qtbot, (tmp_path / "references.odt").exists)
    assert (tmp_path / "references.odt").read_bytes()[:2] == b"PK"


def test_the_text_is_copied(qtbot: QtBot, dialog: ExportDialog) -> None:
    click(qtbot, dialog, "RIS")
    until(qtbot, lambda: "TY  -" in text(dialog))
    click(qtbot, dialog, "Copy")
    until(qtbot, lambda: "TY  -" in QGuiApplication.clipboard().text())


def test_losses_are_counted(qtbot: QtBot, dialog: ExportDialog) -> None:
    click(qtbot, dialog, "RIS")
    until(qtbot, lambda: "2 records" in said(dialog))
    assert "Translator" in said(dialog)


def test_writing_that_is_given_up_changes_no_file(qtbot: QtBot, dialog: ExportDialog) -> None:
    given_up: list[bool] = []
    dialog.cancel_wanted.connect(lambda: given_up.append(True))
    dialog.show_progress(10, 1000)
    assert not button(dialog, "Save as").isEnabled()
    click(qtbot, dialog, "Cancel")
    assert given_up == [True]
    assert dialog.isVisible()
    assert "No file was changed" in said(dialog)
    click(qtbot, dialog, "Cancel")
    assert not dialog.isVisible()
