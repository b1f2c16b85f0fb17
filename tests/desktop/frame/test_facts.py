"""Facts: answered, corrected, and shown where they are stated."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.editing import places_of
from reindreader.desktop.window import Window
from tests.desktop.frame.windows import CONTROL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_a_question_is_answered_and_taken_back(window: Window, qtbot: QtBot) -> None:
    assert window.current.shown.facts.questions
    button = next(b for b in window.card.findChildren(QPushButton) if b.text() == "This translation")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.current.shown.facts.questions)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: bool(window.current.shown.facts.questions))


def test_a_fact_shows_its_evidence_and_the_evidence_its_fact(window: Window, qtbot: QtBot) -> None:
    fact = next(own for own in window.current.shown.facts.translation if own.field == "translator")
    window.card.evidence_wanted.emit(fact)
    assert len(window.pane.page.scene.evidence) == len(fact.spans)
    assert window.current.shown.field_at(fact.spans[0].start) == "translator"
    qtbot.keyClick(window.pane.page, Qt.Key.Key_Escape)
    assert window.pane.page.scene.evidence == ()


def test_words_that_do_not_fit_a_field_change_nothing(window: Window, qtbot: QtBot) -> None:
    before = window.current.shown.claims
    window.card.fact_edited.emit("published.date", "the day after")
    window.card.fact_edited.emit("translator", "Ashworth, Helen M.")
    qtbot.waitUntil(lambda: window.current.shown.claims != before, timeout=20_000)
    assert not any(
        claim.field == "appearance.date" and claim.certainty == "user" for claim in window.current.shown.claims
    )


def test_evidence_is_told_in_words(window: Window) -> None:
    places = places_of(window.current.shown)
    assert places["title"] == "the title"
    assert places["translator"].startswith("credit line")
