"""Adding in the window: addresses, what is in the clipboard, newer texts and locked files."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.encoding import EncodingDialog
from reindreader.desktop.link_field import LinkField
from reindreader.desktop.locked import PasswordDialog
from reindreader.desktop.merging.dialog import MergingDialog
from reindreader.desktop.repairing import RepairDialog
from reindreader.desktop.reporting import ReportDialog
from reindreader.desktop.window import Window
from reindreader.workflows.importing import ImportOptions
from tests.desktop.shown import button, click, new_window, said, until
from tests.fetching.server import serving
from tests.pages.papers import pdf
from tests.workflows.articles import COLUMN, column
from tests.workflows.test_identity import page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


BROKEN = """@article{lam2016, title = {A Clock}, author = {Lam, Ka-wai}}
@article{hull2003, title = {Unclosed, author = {Hull, Ines}
"""


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """An empty library in a window."""
    made = new_window(tmp_path / "own" / "library.sqlite", qtbot, qapp)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.start()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def shown(window: Window) -> str:
    return window.pane.article.text if window.pane.article is not None else ""


def test_an_address_in_the_clipboard_is_read_and_not_kept_as_a_text(window: Window, qtbot: QtBot, site: str) -> None:
    QGuiApplication.clipboard().setText(f" {site}/lamp\n")
    window.commands.run("paste_article")
    qtbot.waitUntil(lambda: "lit at four" in shown(window), timeout=20_000)


def test_files_in_the_clipboard_are_added(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(column(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(held)
    window.commands.run("paste_article")
    qtbot.waitUntil(lambda: "ledger" in shown(window), timeout=20_000)


def test_the_field_for_an_address(window: Window, qtbot: QtBot, site: str) -> None:
    QGuiApplication.clipboard().setText("no address")
    window.commands.run("open_link")
    field = window.findChild(LinkField)
    assert field is not None
    line, button = field.findChild(QLineEdit), field.findChild(QPushButton)
    assert line is not None
    assert button is not None
    assert line.text() == ""
    assert not button.isEnabled()
    line.setText("harbour.example/lamp")
    line.returnPressed.emit()
    assert not field.isHidden()
    line.setText(site + "/lamp")
    assert button.isEnabled()
    button.click()
    assert field.isHidden()
    qtbot.waitUntil(lambda: "lit at four" in shown(window), timeout=20_000)


def test_the_newer_text_is_offered(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = column(tmp_path)
    window.adding.add_files([path])
    qtbot.waitUntil(lambda: "eleven years" in shown(window), timeout=20_000)
    path.write_text(COLUMN.replace("eleven", "twelve"), "utf-8")
    window.adding.add_files([path])
    button = next(iter(window.side.toast.findChildren(QPushButton)), None)
    assert button is not None
    qtbot.waitUntil(lambda: button.text() == "Take the newer text", timeout=20_000)
    assert "eleven years" in shown(window)
    button.click()
    qtbot.waitUntil(lambda: "twelve years" in shown(window), timeout=20_000)


def test_a_second_file_of_one_doi_is_told_of_and_can_be_merged(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.adding.add_files([page(tmp_path)])
    until(qtbot, lambda: "same seven" in shown(window))
    window.adding.add_files([page(tmp_path, "again.html", more="<!-- another copy -->")])
    until(qtbot, lambda: "is here with the same DOI" in window.side.toast.words)
    click(qtbot, window.side.toast, "Merge")
    until(qtbot, lambda: [dialog for dialog in window.findChildren(MergingDialog) if dialog.isVisible()])
    (dialog,) = (dialog for dialog in window.findChildren(MergingDialog) if dialog.isVisible())
    until(qtbot, lambda: "DOI" in labels(dialog))
    (kept,) = (words for words in labels(dialog) if words.startswith("Kept: "))
    (gone,) = (words for words in labels(dialog) if words.startswith("Goes to the bin: "))
    assert gone.removeprefix("Goes to the bin: ") == kept.removeprefix("Kept: ") + "a", "the one that came last goes"
    assert labels(dialog)[labels(dialog).index("DOI") + 1] == "10.5555/ledger.7"


def labels(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_a_locked_file_asks_for_its_password(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    lines = [(60.0, 120.0 + 14 * row, 11.0, "The lamp at the end of the quay is lit at four") for row in range(3)]
    writer = PdfWriter(clone_from=io.BytesIO(pdf([lines])))
    writer.encrypt(user_password="oil", algorithm="RC4-128")
    writer.write(tmp_path / "lamp.pdf")
    window.adding.add_files([tmp_path / "lamp.pdf"])
    until(qtbot, lambda: "needs a password" in window.side.toast.words)
    click(qtbot, window.side.toast, "Enter the password")
    type_password(qtbot, window, "fish")
    until(qtbot, lambda: "This is not its password." in said_anywhere(window))
    assert window.side.toast.words == "", "the question says it"
    type_password(qtbot, window, "oil")
    qtbot.waitUntil(lambda: "lit at four" in shown(window), timeout=20_000)
    window.printing.show_pages(shown=True)
    until(qtbot, lambda: window.side.printed.view.layout_shown.sizes)
    assert said_anywhere(window) == "", "its pages open with what opened its text"


def type_password(qtbot: QtBot, window: Window, words: str) -> None:
    dialog = next(own for own in window.findChildren(PasswordDialog) if own.isVisible())
    assert "lamp.pdf" in said(dialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), words)
    click(qtbot, dialog, "Read it")


def said_anywhere(window: Window) -> str:
    return "".join(said(own) for own in window.findChildren(PasswordDialog) if own.isVisible())


def test_what_became_of_several_files_is_listed_and_copied(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").write_text("", "utf-8")
    (tmp_path / "own.bib").write_text(BROKEN, "utf-8")
    window.adding.add_files([column(tmp_path), tmp_path / "nothing.txt", tmp_path / "own.bib"])
    until(qtbot, lambda: "could not be read" in window.side.toast.words)
    click(qtbot, window.side.toast, "Show them")
    until(qtbot, lambda: window.findChild(ReportDialog))
    dialog = window.findChild(ReportDialog)
    assert said(dialog).index("Could not be read (1)") < said(dialog).index("There is no text in it.")
    assert said(dialog).index("There is no text in it.") < said(dialog).index("To check (1)")
    assert "1 record added, 1 to repair." in said(dialog)
    assert "line 2: An entry that could not be read" in said(dialog)
    click(qtbot, dialog, "Copy the list")
    assert "nothing.txt\n  There is no text in it." in QGuiApplication.clipboard().text()
    (tmp_path / "nothing.txt").write_text("Now there is a text, which says something of its own.", "utf-8")
    click(qtbot, dialog, "Try again")
    qtbot.waitUntil(lambda: "Now there is a text" in shown(window), timeout=20_000)
    assert "Could not be read" not in said(dialog), "the report follows"
    assert "3 files added." in said(dialog)


def test_the_report_of_the_first_files_lies_above_the_first_article_and_waits(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "nothing.txt").write_text("", "utf-8")
    window.adding.add_files([column(tmp_path), tmp_path / "nothing.txt"])
    qtbot.waitUntil(lambda: "ledger" in shown(window), timeout=20_000)
    toast = window.side.toast
    seen = toast.parentWidget().childAt(toast.geometry().center())
    assert seen is toast or toast.isAncestorOf(seen)
    assert button(toast, "Close").isVisible(), "what could not be read stays until it was seen"
    button(toast, "Close").setFocus()
    click(qtbot, toast, "Close")
    assert window.pane.isAncestorOf(QApplication.focusWidget()), "the focus does not fall anywhere"
    window.commands.run("report")
    dialog = window.findChild(ReportDialog)
    assert "There is no text in it." in said(dialog)


def test_an_error_goes_with_the_next_file_that_is_read(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.adding.add_files([tmp_path / "column.docx"])
    until(qtbot, lambda: "could not be read" in window.side.toast.words)
    window.adding.add_files([column(tmp_path)])
    qtbot.waitUntil(lambda: "ledger" in shown(window), timeout=20_000)
    assert window.side.toast.words == ""


def test_a_broken_entry_is_repaired(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "own.bib").write_text(BROKEN, "utf-8")
    window.adding.add_files([tmp_path / "own.bib"])
    until(qtbot, lambda: "1 to repair" in window.side.toast.words)
    window.commands.run("repairs")
    until(qtbot, lambda: window.findChild(RepairDialog))
    dialog = window.findChild(RepairDialog)
    text = dialog.findChild(QPlainTextEdit)
    until(qtbot, lambda: "Unclosed" in text.toPlainText())
    click(qtbot, dialog, "Read it again")
    until(qtbot, lambda: "Line 1: An entry that could not be read" in said(dialog))
    text.setPlainText("@article{hull2003, title = {Unclosed}, author = {Hull, Ines}}")
    click(qtbot, dialog, "Read it again")
    until(qtbot, lambda: "1 record added." in said(dialog))
    until(qtbot, lambda: not text.isEnabled())
    qtbot.waitUntil(lambda: len(window.shelving.ids) == 2, timeout=20_000)


def test_a_text_whose_letters_look_wrong_is_read_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    words = "Ведомость ламп\n\nКонтора порта ведёт ведомость всех ламп на восточном молу.\n"
    (tmp_path / "lamps.txt").write_bytes(words.encode("koi8-u"))
    window.adding.add([tmp_path / "lamps.txt"], ImportOptions(encoding="cp1251"))
    qtbot.waitUntil(lambda: bool(shown(window)), timeout=20_000)
    assert "ламп" not in shown(window)
    window.commands.run("encoding")
    until(qtbot, lambda: window.findChild(EncodingDialog))
    dialog = window.findChild(EncodingDialog)
    box = dialog.findChild(QComboBox)
    box.setCurrentIndex(box.findData("koi8_u"))
    assert "Контора порта" in dialog.findChild(QPlainTextEdit).toPlainText()
    click(qtbot, dialog, "Read it so")
    qtbot.waitUntil(lambda: "восточном молу" in shown(window), timeout=20_000)
    until(qtbot, lambda: "Read as Cyrillic" in window.side.toast.words)
    click(qtbot, window.side.toast, "Undo")
    qtbot.waitUntil(lambda: "ламп" not in shown(window), timeout=20_000)


def test_a_kept_copy_is_named_with_an_address(window: Window, qtbot: QtBot, site: str) -> None:
    window.commands.run("open_link")
    field = window.findChild(LinkField)
    link, kept = field.findChildren(QLineEdit)
    link.setText(site + "/lamp")
    qtbot.keyClick(link, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is kept
    kept.setText("no address")
    qtbot.keyClick(kept, Qt.Key.Key_Return)
    assert field.isVisible()
    kept.setText("https://archive.example/lamp")
    qtbot.keyClick(kept, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "lit at four" in shown(window), timeout=20_000)
    opened = window.current.shown
    assert opened is not None
    assert opened.article is not None
    assert opened.article.source.archived == "https://archive.example/lamp"
