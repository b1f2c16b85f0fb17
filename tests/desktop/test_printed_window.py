"""The pages as printed in the window: shown at once, marked there and in the text, saved as a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.shelf.words import title
from reindreader.desktop.window import Window
from reindreader.library import ShelfRow
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from reindreader.pages.info import document_info
from tests.desktop.shown import new_window, said
from tests.pages.papers import Placed, pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

LABELS = "/PageLabels << /Nums [0 << /S /D /St 117 >>] >>"
CONTROL = Qt.KeyboardModifier.ControlModifier


def page(number: int) -> list[Placed]:
    title: list[Placed] = [(60.0, 60.0, 22.0, "The Lamp on the Quay")] if number == 0 else []
    words = "what stands on the quay at four in the afternoon."
    return [*title, *((60.0, 110.0 + 15 * n, 11.0, f"Page {number} line {n} of {words}") for n in range(30))]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "quay.pdf"
    path.write_bytes(pdf([page(number) for number in range(4)], catalog=LABELS))
    return path


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made = new_window(tmp_path / "library.sqlite", qtbot, qapp)
    with qtbot.waitSignal(made.ready):
        made.start()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def opened(qtbot: QtBot, window: Window, paper: Path) -> None:
    with qtbot.waitSignal(window.current.opened, timeout=20_000):
        window.take_files([paper])
    printed = window.side.printed
    qtbot.waitUntil(lambda: printed.article is not None and printed.view.scene.text is not None, timeout=20_000)
    qtbot.waitUntil(lambda: printed.view.scene.text is not None and printed.view.scene.text.knows(0), timeout=20_000)


def drag(qtbot: QtBot, window: Window, words: str) -> None:
    """Select the first place of the words on the pages, by the mouse."""
    printed = window.side.printed
    assert printed.article is not None
    assert printed.view.scene.text is not None
    start = printed.article.text.index(words)
    (number, boxes), *_ = printed.view.scene.text.boxes(Span(start, start + len(words))).items()
    area = printed.view.area_of(number, boxes[0])
    viewport = printed.view.viewport()
    height = round(area.center().y())
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(round(area.left()), height))
    qtbot.mouseMove(viewport, QPoint(round(area.right()), height))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(round(area.right()), height))


def test_the_pages_are_there_before_the_text_is_read(qtbot: QtBot, window: Window, paper: Path) -> None:
    with qtbot.waitSignal(window.side.printed.shown, timeout=20_000):
        window.take_files([paper])
    assert window.side.printed.isVisible()
    qtbot.waitUntil(lambda: window.current.shown is not None, timeout=20_000)
    assert window.printing.shown, "the pages stay when the text has come"


def test_a_highlight_of_the_page_is_one_of_the_text_and_is_cited_by_its_page(
    qtbot: QtBot, window: Window, paper: Path
) -> None:
    opened(qtbot, window, paper)
    drag(qtbot, window, "line 3 of what stands")
    assert window.side.printed.selected_words() == "line 3 of what stands"
    qtbot.keyClick(window.side.printed.view, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bool(window.current.shown and window.current.shown.highlights))
    assert window.current.shown is not None
    (made,) = window.current.shown.highlights
    assert (made.quote.exact, made.colour) == ("line 3 of what stands", Colour.GREEN)
    assert made.id is not None
    assert window.current.shown.numbers[made.id] == "p.\u00a0117"
    with qtbot.waitSignal(window.citing.copied):
        window.citing.copy_quotation(made.id)
    assert "p. 117" in QGuiApplication.clipboard().text()
    window.edits.stack.undo()
    qtbot.waitUntil(lambda: not (window.current.shown and window.current.shown.highlights))


def test_text_and_pages_share_their_place_and_go_by_keys(qtbot: QtBot, window: Window, paper: Path) -> None:
    opened(qtbot, window, paper)
    window.printing.show_pages(shown=False)
    assert window.pane.isVisible()
    assert not window.side.printed.isVisible()
    assert window.pane.article is not None
    window.pane.show_place(window.pane.article.text.index("Page 2 line 6"))
    window.commands.run("pages")
    assert window.side.printed.isVisible()
    qtbot.waitUntil(lambda: window.side.printed.view.page == 2)
    qtbot.keyClick(window.side.printed.view, Qt.Key.Key_K)
    assert window.side.printed.view.page == 1
    window.side.printed.bar.page_wanted.emit("120")
    assert window.side.printed.view.page == 3
    window.commands.run("back")
    assert window.side.printed.view.page == 1
    window.commands.run("forward")
    assert window.side.printed.view.page == 3


def test_find_lists_the_hits_of_all_pages(qtbot: QtBot, window: Window, paper: Path) -> None:
    opened(qtbot, window, paper)
    window.printing.show_text(shown=False)
    window.commands.run("find")
    window.side.printed.searching.open("line 7 of")
    scene = window.side.printed.view.scene
    assert len(scene.hits) == 4
    window.side.printed.searching.go(1)
    window.side.printed.searching.go(1)
    assert window.side.printed.view.page == 2


def test_a_copy_with_highlights_is_saved(qtbot: QtBot, window: Window, paper: Path, tmp_path: Path) -> None:
    opened(qtbot, window, paper)
    drag(qtbot, window, "line 5 of what stands")
    qtbot.keyClick(window.side.printed.view, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: bool(window.current.shown and window.current.shown.highlights))
    target = tmp_path / "copy.pdf"
    window.printing.save_to(target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert len(document_info(target.read_bytes()).highlights) == 1


def test_a_file_that_is_no_pdf_has_no_pages(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A title\n\nSome words of a paragraph that is long enough.\n", encoding="utf-8")
    with qtbot.waitSignal(window.current.opened, timeout=20_000):
        window.take_files([note])
    assert not window.menus.action("pages").isEnabled()
    window.commands.run("pages")
    assert not window.side.printed.isVisible()


def test_scanned_pages_are_shown_whenever_they_are_opened_and_known_by_their_file(
    qtbot: QtBot, window: Window, paper: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "lamp ledger.pdf"
    scan.write_bytes(pdf([[], []]))
    (tmp_path / "a.txt").write_text("The Lamp\n\nThe lamp at the end of the quay is lit at four in the afternoon.")
    window.adding.add_files([scan])
    qtbot.waitUntil(lambda: window.current.shown is not None, timeout=20_000)
    record = window.current.shown.id
    window.adding.add_files([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.current.shown is not None and window.current.shown.id != record, timeout=20_000)
    assert not window.side.printed.isVisible()
    window.current.open(record)
    qtbot.waitUntil(window.side.printed.isVisible, timeout=20_000)
    assert window.windowTitle() == "lamp ledger.pdf – Reindreader"
    assert "These pages are pictures" in said(window.side.printed), "and it stays to be read"
    rows: list[ShelfRow] = []
    window.jobs.submit(lambda library: library.shelf_rows([record]), rows.extend)
    qtbot.waitUntil(lambda: bool(rows), timeout=10_000)
    assert title(rows[0]) == "lamp ledger.pdf"
    window.commands.run("pages")
    assert window.side.printed.isVisible()
    assert window.side.toast.words == "Its pages are pictures; there is no text in them."


def test_the_worker_dies_in_mid_page_and_the_window_goes_on(qtbot: QtBot, window: Window, paper: Path) -> None:
    opened(qtbot, window, paper)
    press = window.side.printed.press
    press.kill()
    with qtbot.waitSignal(press.drawn, timeout=20_000):
        window.side.printed.zoom(1)
    assert window.side.printed.isVisible()
