"""Opening: an empty library, files that are dropped, pasted or cannot be read, links."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reindreader.citing.styles import find_style
from reindreader.desktop.window import Window
from reindreader.resources import resource_path
from tests.desktop.frame.windows import ARTICLE, CONTROL, SHIFT, Open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_an_empty_library_says_how_to_begin(open_window: Open) -> None:
    window = open_window()
    assert window.side.empty.isVisible()
    assert not window.card.isVisible()
    assert not window.bar.isVisible()
    assert not window.menus.action("copy_citation").isEnabled()


def test_the_sample_is_read_from_the_empty_page(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    button = next(b for b in window.side.empty.findChildren(QPushButton) if b.text() == "Read the sample article")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)
    assert window.pane.article.source.name == resource_path("samples/welcome.txt").name
    assert window.card.isVisible()
    assert window.bar.isVisible()


def test_dropped_files_are_read(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article))])
    drop = QDropEvent(
        QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)
    assert window.preferences.recent == (article,)


def test_text_is_pasted_as_an_article(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    QGuiApplication.clipboard().setText(ARTICLE)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)


def test_an_empty_clipboard_is_told(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: window.side.toast.words == "There is no text in the clipboard.")


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_lost(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.adding.add_files([tmp_path / "column.docx"])
    qtbot.waitUntil(lambda: "column.docx could not be read" in window.side.toast.words)
    assert window.pane.article is not None


def test_a_library_that_cannot_be_opened_is_told_in_the_place_of_the_article(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(b"no library at all" * 100)
    window = open_window(library=path)
    assert path.read_bytes() == b"no library at all" * 100
    qtbot.waitUntil(window.side.empty.isVisible)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share"])
def test_links_to_this_computer_are_not_opened(window: Window, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.pane.link_opened.emit(address)
    assert opened == []
    window.pane.link_opened.emit("https://example.org/")
    assert opened == [QUrl("https://example.org/")]


def test_a_style_that_is_dropped_is_cited_in_and_an_article_beside_it_is_read(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    (tmp_path / "ours.csl").write_text(find_style("ieee").path.read_text("utf-8"), "utf-8")
    (tmp_path / "clock.txt").write_text(ARTICLE, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("ours.csl", "clock.txt")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: window.current.shown is not None, timeout=10_000)
    assert window.preferences.style == str(tmp_path / "ours.csl")
    window.citing.copy_citation()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "[1]", timeout=10_000)
