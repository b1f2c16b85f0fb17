"""Adding in the window: addresses, what is in the clipboard, newer texts and locked files."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.link_field import LinkField
from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from tests.fetching.server import serving
from tests.pages.papers import pdf
from tests.workflows.articles import COLUMN, column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """An empty library in a window."""
    qapp.setStyle("Fusion")
    preferences = Preferences(tmp_path / "window.ini")
    made = Window(tmp_path / "own" / "library.sqlite", preferences, Looks(qapp, preferences))
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
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


def test_a_locked_file_asks_for_its_password(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    lines = [(60.0, 120.0 + 14 * row, 11.0, "The lamp at the end of the quay is lit at four") for row in range(3)]
    writer = PdfWriter(clone_from=io.BytesIO(pdf([lines])))
    writer.encrypt(user_password="oil", algorithm="RC4-128")
    writer.write(tmp_path / "lamp.pdf")
    window.adding.add_files([tmp_path / "lamp.pdf"])
    button = next(iter(window.side.toast.findChildren(QPushButton)), None)
    assert button is not None
    qtbot.waitUntil(lambda: button.text().startswith("Enter the password"), timeout=20_000)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("oil")
        dialog.accept()

    QTimer.singleShot(200, answer)
    button.click()
    qtbot.waitUntil(lambda: "lit at four" in shown(window), timeout=20_000)
