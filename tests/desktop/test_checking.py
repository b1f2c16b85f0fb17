"""The walk through the facts to check, by keys; and the year that is offered and never filled in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.model.claims import Certainty
from tests.desktop.shown import new_window, said, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

ARTICLE = """<!doctype html><html lang="en"><head><title>The Clock the Ferry Left Behind</title>
<meta name="author" content="Jane Roe"></head><body><article><h1>The Clock the Ferry Left Behind</h1>
<p class="byline">By Lam Ka-wai</p>
<p>On the wall of the old pier there is a clock that nobody winds. It has been four minutes fast for years, and the people of
the quay have learned to live with it, as one lives with an accent.</p>
<p>A clock which is wrong by a constant amount is not wrong at all. It only speaks with an accent, and whoever has lived
beside it for a winter no longer hears it.</p>
<p><i>This article appeared in the Harbour Evening Post on 14 March. Translated from the Chinese by Helen Ashworth</i></p>
<p>© 2015 Harbour Evening Post</p></article></body></html>
"""

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    (tmp_path / "clock.html").write_text(ARTICLE, "utf-8")
    made = new_window(tmp_path / "library.sqlite", qtbot, qapp)
    with qtbot.waitSignal(made.current.opened, timeout=30_000):
        made.start([tmp_path / "clock.html"])
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def certainty(window: Window, field: str) -> Certainty | None:
    assert window.current.shown is not None
    facts = (*window.current.shown.facts.translation, *window.current.shown.facts.original)
    return next(fact.certainty for fact in facts if fact.field == field)


def unsure(window: Window) -> list[str]:
    assert window.current.shown is not None
    return [fact.field for fact in window.current.shown.facts.unsure]


def test_the_facts_to_check_are_gone_through_by_keys(qtbot: QtBot, window: Window) -> None:
    wanted = unsure(window)
    assert wanted == ["author"]
    assert window.card.walk.isVisible()
    window.checking.begin()
    first = window.checking.fact
    assert first is not None
    assert first.field == wanted[0]
    qtbot.keyClick(window.card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.field not in unsure(window))
    assert certainty(window, first.field) is Certainty.USER
    window.edits.stack.undo()
    qtbot.waitUntil(lambda: first.field in unsure(window))


def test_one_is_left_as_it_is_and_the_walk_ends(qtbot: QtBot, window: Window) -> None:
    window.checking.begin()
    for _fact in unsure(window):
        assert window.card.walk.walking
        qtbot.keyClick(window.card, Qt.Key.Key_Tab)
    assert "Nothing is left to check in this article." in said(window.card)
    qtbot.keyClick(window.card, Qt.Key.Key_Return)
    until(qtbot, lambda: "Nothing is left to check in the articles on the shelf." in said(window.card))
    qtbot.keyClick(window.card, Qt.Key.Key_Escape)
    assert not window.card.walk.walking
    assert unsure(window), "nothing was confirmed"
    window.checking.begin()
    qtbot.keyClick(window.card, Qt.Key.Key_Escape)
    assert not window.card.walk.walking


def test_the_walk_goes_on_through_the_shelf_by_keys_alone(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    sure = "The Lamp\n\nBy Ines Hull\n\nThe lamp at the end of the quay is lit at four in the afternoon, all the year."
    (tmp_path / "sure.txt").write_text(sure, "utf-8")
    (tmp_path / "other.html").write_text(ARTICLE.replace("Clock", "Lamp").replace("Jane Roe", "Ann Poe"), "utf-8")
    first = window.current.shown
    window.adding.add_files([tmp_path / "sure.txt", tmp_path / "other.html"])
    until(qtbot, lambda: len(window.shelving.ids) == 3 and window.windowTitle().startswith("The Lamp"))
    assert first is not None
    window.current.open(first.id)
    until(qtbot, lambda: window.current.shown is not None and window.current.shown.id == first.id)
    window.pane.setFocus()
    qtbot.keyClick(window.pane.page, Qt.Key.Key_F, CONTROL | SHIFT)
    assert window.checking.fact is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    until(qtbot, lambda: not unsure(window))
    until(qtbot, lambda: "Nothing is left to check in this article." in said(window.card))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    until(qtbot, lambda: window.current.shown is not None and "Lamp" in window.windowTitle())
    assert window.checking.fact is not None
    assert window.checking.fact.conflict == ("Ann Poe",)


def test_tab_leads_through_the_window_in_the_order_of_reading(qtbot: QtBot, window: Window) -> None:
    window.regions.go(0)
    names: list[str] = []
    while len(names) < 60 and (len(names) < 2 or names[-1] != names[0]):
        own = QApplication.focusWidget()
        names.append(own.accessibleName() or (own.text() if isinstance(own, QPushButton) else ""))
        qtbot.keyClick(own, Qt.Key.Key_Tab)
    begun = [name.partition(",")[0] for name in names[:-1]]
    expected = [
        "Articles",
        "Add article",
        "Find in the text (Ctrl+F)",
        "Article",
        "Author",
        "Take Jane Roe",
        "Translator",
        "Check facts",
        "Style",
        "Copy citation",
        "Search the library",
    ]
    assert [name for name in begun if name in expected] == sorted(
        (name for name in begun if name in expected), key=expected.index
    )
    assert set(expected) <= set(begun)


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: Window) -> None:
    button = next(own for own in window.card.findChildren(QPushButton) if own.text() == "Check facts")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.checking.fact is not None


def test_a_fact_is_corrected_on_the_way(qtbot: QtBot, window: Window) -> None:
    window.checking.begin()
    field = unsure(window)[0]
    qtbot.keyClick(window.card, Qt.Key.Key_F2)
    editor = next(own for own in window.card.findChildren(QLineEdit) if own.isVisible())
    editor.setText("Lam, Kai")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field not in unsure(window))
    assert window.checking.fact is None or window.checking.fact.field != field


def test_another_value_is_taken_by_its_digit(qtbot: QtBot, window: Window) -> None:
    window.checking.begin()
    assert any("Take Jane Roe" in own.accessibleName() for own in window.card.walk.findChildren(QPushButton))
    assert "Enter: right" in said(window.card), "the keys are told where they are needed"
    qtbot.keyClick(window.card, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not unsure(window))
    shown = window.current.shown
    assert shown is not None
    assert [fact.value for fact in shown.facts.translation if fact.field == "author"] == ["Jane Roe"]


def test_a_year_is_offered_with_its_reason_and_taken_by_a_click(qtbot: QtBot, window: Window) -> None:
    assert window.current.shown is not None
    offers = [own for own in window.current.shown.facts.questions if own.label == "Year"]
    assert len(offers) == 1
    assert "2015" in offers[0].prompt
    dates = [own.date for own in window.current.shown.stored.record.appearances]
    assert [own.iso for own in dates if own] == ["--03-14"], "nothing is filled in"
    button = next(own for own in window.card.findChildren(QPushButton) if own.text() == offers[0].answers[0].label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def taken() -> bool:
        shown = window.current.shown
        return shown is not None and [own.date.iso for own in shown.stored.record.appearances if own.date] == [
            "2015-03-14"
        ]

    qtbot.waitUntil(taken)
