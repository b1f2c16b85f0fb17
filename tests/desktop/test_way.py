"""Back and forward: to the words that were read before a jump, and to the article that was open before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.way import Stop, Way
from reindreader.desktop.window import Window
from tests.desktop.reading_texts import found
from tests.desktop.shown import made_library, open_on, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

ALT = Qt.KeyboardModifier.AltModifier
PLACE, FAR, FARTHER = (0, 10, 24.0), (0, 900, 300.0), (0, 2_000, 300.0)
PARAGRAPHS = [f"Paragraph {number} tells of the lamp on the quay, and who lights it. " * 6 for number in range(60)]


def test_jumps_with_nothing_read_between_them_are_one() -> None:
    way = Way()
    way.jump(1, PLACE, FAR)
    way.jump(1, FAR, FARTHER)
    assert way.step(-1, Stop(1, FARTHER)) == Stop(1, PLACE)
    assert way.step(-1, Stop(1, PLACE)) is None
    assert way.step(1, Stop(1, PLACE)) == Stop(1, FARTHER)


def test_what_is_read_after_a_jump_is_come_back_to() -> None:
    way = Way()
    way.jump(1, PLACE, FAR)
    read = (0, 1_100, 24.0)
    way.jump(1, read, FARTHER)
    assert way.step(-1, Stop(1, FARTHER)) == Stop(1, read)
    assert way.step(-1, Stop(1, read)) == Stop(1, PLACE)


def test_a_new_jump_ends_the_way_forward() -> None:
    way = Way()
    way.jump(1, PLACE, FAR)
    way.step(-1, Stop(1, FAR))
    assert way.is_open == (False, True)
    way.jump(1, PLACE, FARTHER)
    assert way.is_open == (True, False)


def test_an_article_that_is_gone_is_not_come_back_to() -> None:
    way = Way()
    way.jump(1, PLACE, FAR)
    way.leave(1)
    way.leave(2)
    way.forget(1)
    assert way.step(-1, Stop(3, PLACE)) == Stop(2)
    assert way.is_open[0] is False


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    own = open_on(made_library(tmp_path), qtbot, qapp)
    for name in ("lamp", "ferry"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"The {name}\n\n" + "\n\n".join(PARAGRAPHS) + "\n\nTranslated by Ngaio Bellweather", "utf-8")
        own.take_files([path])
        until(qtbot, lambda name=name: own.pane.article is not None and own.pane.article.text.startswith(f"The {name}"))
    own.pane.setFocus()
    yield own
    own.close()


def top(window: Window) -> tuple[int, int]:
    _side, offset, margin = window.pane.page.place_shown()
    return offset, round(margin)


def test_evidence_is_looked_at_and_one_reads_on_where_one_was(window: Window, qtbot: QtBot) -> None:
    bar = window.pane.page.verticalScrollBar()
    bar.setValue(700)
    before = top(window)
    credit = found(window.pane.article.text, "Ngaio Bellweather")
    window.pane.show_evidence((credit,))
    evidence = top(window)
    assert evidence != before
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert top(window) == before
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert top(window) == evidence


def test_words_in_sight_are_no_jump(window: Window, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.pane.page.jumped):
        window.pane.show_span(found(window.pane.article.text, "Paragraph 1 "))


def test_the_way_leads_through_articles_and_their_places(window: Window, qtbot: QtBot) -> None:
    ferry, start = window.current.shown.id, top(window)
    window.pane.show_paragraph(40)
    far = top(window)
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert top(window) == start
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    until(qtbot, lambda: window.pane.article.text.startswith("The lamp"))
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    until(qtbot, lambda: window.current.shown.id == ferry)
    assert top(window) == start
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert top(window) == far


def test_the_mouse_goes_back_as_well(window: Window) -> None:
    before = top(window)
    window.pane.show_paragraph(30)
    assert top(window) != before
    at = QPointF(200, 200)
    viewport = window.pane.page.viewport()
    back = Qt.MouseButton.BackButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress, at, QPointF(viewport.mapToGlobal(QPoint(200, 200))), back, back, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
    assert top(window) == before
