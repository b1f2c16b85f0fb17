"""The reading pane by its keys, mouse and signals; places in code points, also beyond the Basic Multilingual Plane."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.reading import ReadingPane, ReadingStyle
from reindreader.desktop.theme import Theme, load_theme
from reindreader.model.highlights import AnchorState, Colour, Highlight, Quote
from reindreader.model.text import BlockKind, Mark, MarkKind, Span
from tests.desktop.reading_texts import article_of, new_pane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

PARTS = (
    (BlockKind.HEADING, "The 𠮷 Clock"),
    (BlockKind.CREDIT, "By Lam Ka-wai"),
    (BlockKind.PARAGRAPH, "On the wall of the old pier 😀 there is a clock that nobody winds and everybody trusts."),
    (BlockKind.PARAGRAPH, "The ferry company says that 渡輪 will close.\nThe figures are not in dispute. " * 6),
    (BlockKind.QUOTATION, "A clock which is wrong by a constant amount is not wrong at all."),
    *((BlockKind.PARAGRAPH, f"Paragraph of filling, number {n}. " * 12) for n in range(12)),
    (BlockKind.CREDIT, "Translated by Helen Ashworth."),
)


@pytest.fixture
def pane(qtbot: QtBot, light: Theme) -> ReadingPane:
    return new_pane(qtbot, light, article_of(*PARTS))


def span_of(pane: ReadingPane, words: str) -> Span:
    assert pane.article is not None
    start = pane.article.text.index(words)
    return Span(start, start + len(words))


def highlight(pane: ReadingPane, words: str, identity: int, colour: Colour = Colour.GREEN, note: str = "") -> Highlight:
    return Highlight(Quote(words, position=span_of(pane, words)), colour, note, id=identity)


def words_shown(pane: ReadingPane) -> list[str]:
    return [side.folio.words(n) for side in pane.page.spread.sides for n in range(len(side.folio))]


def drag(qtbot: QtBot, pane: ReadingPane, span: Span) -> None:
    start, end = pane.points_of(span)
    view = pane.page.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(
    ("key", "colour"),
    [
        (Qt.Key.Key_1, Colour.YELLOW),
        (Qt.Key.Key_2, Colour.BLUE),
        (Qt.Key.Key_3, Colour.GREEN),
        (Qt.Key.Key_4, Colour.ROSE),
        (Qt.Key.Key_5, Colour.ORANGE),
        (Qt.Key.Key_U, Colour.UNDERLINE),
    ],
)
def test_dragging_and_a_key_ask_for_a_highlight(qtbot: QtBot, pane: ReadingPane, key: Qt.Key, colour: Colour) -> None:
    wanted = span_of(pane, "pier 😀 there is a clock")
    drag(qtbot, pane, wanted)
    assert pane.selection == wanted
    with qtbot.waitSignal(pane.highlight_wanted) as heard:
        qtbot.keyClick(pane.page, key)
    assert heard.args == [wanted, colour]
    assert pane.selection is None


def test_the_popover_comes_with_a_selection_and_takes_no_focus(qtbot: QtBot, pane: ReadingPane) -> None:
    drag(qtbot, pane, span_of(pane, "old pier"))
    note = next(button for button in pane.findChildren(QPushButton) if button.text() == "Note")
    qtbot.waitUntil(note.isVisible)
    assert not note.hasFocus()
    qtbot.keyClick(pane.page, Qt.Key.Key_Escape)
    assert not note.isVisible()


def test_selected_words_are_copied_as_the_article_has_them(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.select(span_of(pane, "渡輪 will close.\nThe figures"))
    qtbot.keyClick(pane.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "渡輪 will close.\nThe figures"
    QGuiApplication.clipboard().clear()


def test_soft_hyphens_are_not_copied(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_article(article_of((BlockKind.PARAGRAPH, "im\u00adpor\u00adtant words")))
    pane.select(Span(0, 17))
    assert pane.selected_words() == "important words"


def test_a_selection_loses_the_space_around_it(pane: ReadingPane) -> None:
    span = span_of(pane, " clock ")
    pane.select(span)
    assert pane.selection == Span(span.start + 1, span.end - 1)


def test_a_click_opens_a_highlight_and_the_note_is_saved_while_typing(qtbot: QtBot, pane: ReadingPane) -> None:
    own = highlight(pane, "nobody winds", 7, note="Old.")
    pane.show_highlights((own,))
    start, _end = pane.points_of(span_of(pane, "nobody winds"))
    qtbot.mouseClick(pane.page.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(10, 0))
    field = pane.findChild(QPlainTextEdit)
    assert field.isVisible()
    assert field.toPlainText() == "Old."
    with qtbot.waitSignal(pane.note_changed) as heard:
        qtbot.keyClicks(field, " New.")
    assert heard.args == [7, "Old. New."]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_closing_hands_out_what_is_being_typed(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_highlights((highlight(pane, "nobody winds", 7),))
    pane.show_highlight(7)
    qtbot.keyClick(pane.page, Qt.Key.Key_M)
    qtbot.keyClicks(pane.findChild(QPlainTextEdit), "Kept")
    with qtbot.waitSignal(pane.note_changed) as heard:
        pane.finish()
    assert heard.args == [7, "Kept"]


def test_a_note_that_is_wanted_opens_when_its_highlight_is_stored(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.select(span_of(pane, "nobody winds"))
    with qtbot.waitSignal(pane.highlight_wanted):
        qtbot.keyClick(pane.page, Qt.Key.Key_M)
    pane.show_highlights((highlight(pane, "nobody winds", 3),))
    assert pane.findChild(QPlainTextEdit).isVisible()


def test_words_being_typed_are_left_alone_when_the_highlight_changes(qtbot: QtBot, pane: ReadingPane) -> None:
    own = highlight(pane, "nobody winds", 7)
    pane.show_highlights((own,))
    pane.show_highlight(7)
    qtbot.keyClick(pane.page, Qt.Key.Key_Return)
    field = pane.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, "half a wo")
    pane.show_highlights((replace(own, colour=Colour.BLUE),))
    assert field.toPlainText() == "half a wo"


def test_n_and_p_choose_and_del_removes(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_highlights((highlight(pane, "nobody winds", 1), highlight(pane, "constant amount", 2)))
    qtbot.keyClick(pane.page, Qt.Key.Key_N)
    qtbot.keyClick(pane.page, Qt.Key.Key_N)
    qtbot.keyClick(pane.page, Qt.Key.Key_P)
    with qtbot.waitSignal(pane.highlight_removed) as heard:
        qtbot.keyClick(pane.page, Qt.Key.Key_Delete)
    assert heard.args == [1]


def test_a_digit_changes_the_chosen_highlight(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_highlights((highlight(pane, "nobody winds", 1),))
    pane.show_highlight(1)
    with qtbot.waitSignal(pane.colour_changed) as heard:
        qtbot.keyClick(pane.page, Qt.Key.Key_4)
    assert heard.args == [1, Colour.ROSE]


def test_lost_highlights_have_no_place(pane: ReadingPane) -> None:
    lost = replace(highlight(pane, "nobody winds", 1), state=AnchorState.LOST)
    pane.show_highlights((lost, Highlight(Quote("gone"), id=2)))
    assert len(pane.page.scene.highlights) == 0


def test_overlapping_highlights_have_lines_of_their_own(pane: ReadingPane) -> None:
    pane.show_highlights(
        (
            highlight(pane, "nobody winds and everybody", 1),
            highlight(pane, "winds and", 2),
            highlight(pane, "trusts", 3),
        )
    )
    placed = pane.page.scene.highlights.touching(span_of(pane, PARTS[2][1]))
    assert {p.highlight.id: p.lane for p in placed} == {1: 0, 2: 1, 3: 0}


def test_evidence_is_brought_into_sight_and_left_by_esc(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_evidence((span_of(pane, "Helen Ashworth"),))
    start, _end = pane.points_of(span_of(pane, "Helen Ashworth"))
    assert pane.page.viewport().rect().contains(start)
    with qtbot.waitSignal(pane.evidence_left):
        qtbot.keyClick(pane.page, Qt.Key.Key_Escape)


def test_pointing_tells_the_code_point(qtbot: QtBot, pane: ReadingPane) -> None:
    wanted = span_of(pane, "Lam Ka-wai")
    start, _end = pane.points_of(wanted)
    with qtbot.waitSignal(pane.evidence_pointed, check_params_cb=lambda at: at is not None) as heard:
        qtbot.mouseMove(pane.page.viewport(), start + QPoint(4, 0))
    assert wanted.contains(heard.args[0])


def test_e_asks_for_the_fact_of_the_shown_evidence(qtbot: QtBot, pane: ReadingPane) -> None:
    span = span_of(pane, "Lam Ka-wai")
    pane.show_evidence((span,))
    with qtbot.waitSignal(pane.fact_wanted) as heard:
        qtbot.keyClick(pane.page, Qt.Key.Key_E)
    assert heard.args == [span.start]


def test_find_counts_and_goes_on(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_find("figures")
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "1 of 6" in words
    pane.find_next(-1)
    assert pane.page.scene.current == 5
    field = next(f for f in pane.findChildren(QLineEdit) if f.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(pane.page.scene.hits) == 0
    assert not field.isVisible()


def test_find_says_that_there_is_nothing(pane: ReadingPane) -> None:
    pane.show_find("zebra")
    assert "none" in [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def test_space_and_j_move_on_and_the_place_is_told(qtbot: QtBot, pane: ReadingPane) -> None:
    with qtbot.waitSignal(pane.place_changed, check_params_cb=lambda at, part: at > 0 and part > 0):
        qtbot.keyClick(pane.page, Qt.Key.Key_Space)
    qtbot.keyClick(pane.page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert pane.page.verticalScrollBar().value() == 0
    for _ in range(4):
        qtbot.keyClick(pane.page, Qt.Key.Key_J)
    moved = pane.page.verticalScrollBar().value()
    qtbot.keyClick(pane.page, Qt.Key.Key_K)
    assert 0 < pane.page.verticalScrollBar().value() < moved


def test_shift_and_arrows_select(qtbot: QtBot, pane: ReadingPane) -> None:
    qtbot.keyClick(pane.page, Qt.Key.Key_F7)
    for _ in range(3):
        qtbot.keyClick(pane.page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_words() == "The"
    qtbot.keyClick(pane.page, Qt.Key.Key_Escape)
    assert pane.selection is None


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.show_style(ReadingStyle(24)),
        lambda p: p.show_theme(load_theme("dark")),
        lambda p: p.resize(560, 500),
    ],
)
def test_the_same_words_stay_at_the_top(
    qtbot: QtBot, pane: ReadingPane, change: Callable[[ReadingPane], object]
) -> None:
    span = span_of(pane, "Paragraph of filling, number 7")
    pane.show_place(span.start)
    change(pane)
    qtbot.waitUntil(lambda: -40 < pane.points_of(span)[0].y() < 120)


def test_paragraphs_are_gone_to_by_number(pane: ReadingPane) -> None:
    assert pane.show_paragraph(3)
    start, _end = pane.points_of(span_of(pane, "A clock which is wrong"))
    assert 0 < start.y() < 80
    assert not pane.show_paragraph(99)
    assert pane.place_words(span_of(pane, "A clock which is wrong")) == "¶ 3"


def test_the_column_is_never_wider_than_asked_for(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.resize(1600, 600)
    assert pane.page.column.right - pane.page.column.left == ReadingStyle().column
    pane.resize(480, 600)
    assert pane.page.column.right <= 480
    assert pane.page.horizontalScrollBar().maximum() == 0


def test_notes_stand_beside_the_text_or_below_their_paragraph(pane: ReadingPane) -> None:
    after = span_of(pane, "The ferry company")
    moved = []
    for width in (840, 600):
        pane.resize(width, 600)
        pane.show_highlights(())
        before = pane.points_of(after)[0].y()
        pane.show_highlights((highlight(pane, "nobody winds", 1, note="A note on winding."),))
        moved.append(pane.points_of(after)[0].y() - before)
    assert moved[0] == 0
    assert moved[1] >= 28


def test_right_to_left_text_has_its_gutter_at_the_right(pane: ReadingPane) -> None:
    pane.show_article(
        article_of((BlockKind.HEADING, "الساعة"), (BlockKind.PARAGRAPH, "على جدار الرصيف القديم ساعة."), language="ar")
    )
    assert pane.page.column.mirrored
    assert pane.page.column.page - pane.page.column.right == 88


def test_a_byline_is_made_only_where_the_text_has_none(pane: ReadingPane) -> None:
    pane.show_article(article_of(*PARTS), byline="Someone")
    assert "Someone" not in words_shown(pane)
    plain = article_of((BlockKind.HEADING, "T"), (BlockKind.PARAGRAPH, "Words."))
    pane.show_article(plain, byline="Someone")
    assert words_shown(pane) == ["T", "Someone", "Words."]
    pane.select(span_of(pane, "Words"))
    assert pane.selected_words() == "Words"


def test_links_are_opened(qtbot: QtBot, pane: ReadingPane) -> None:
    plain = article_of((BlockKind.PARAGRAPH, "Read more here."))
    pane.show_article(replace(plain, marks=(Mark(MarkKind.LINK, Span(10, 14), "https://example.org/a"),)))
    start, _end = pane.points_of(Span(10, 14))
    with qtbot.waitSignal(pane.link_opened) as heard:
        qtbot.mouseClick(pane.page.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(6, 0))
    assert heard.args == ["https://example.org/a"]


def test_nothing_is_shown(pane: ReadingPane) -> None:
    pane.show_nothing()
    assert pane.article is None
    assert words_shown(pane) == []
    pane.show_find("x")
    pane.page.grab()


def test_it_is_drawn_in_every_theme(pane: ReadingPane) -> None:
    pane.show_highlights(
        tuple(
            highlight(pane, words, n, colour, "note")
            for n, (words, colour) in enumerate(
                [
                    ("nobody winds", Colour.YELLOW),
                    ("winds and", Colour.ROSE),
                    ("old pier", Colour.UNDERLINE),
                    ("渡輪", Colour.BLUE),
                ],
                1,
            )
        ),
    )
    grounds = set()
    for name in ("light", "sepia", "dark", "high-contrast"):
        pane.show_theme(load_theme(name))
        grounds.add(pane.grab().toImage().pixelColor(4, 300).name())
    assert grounds == {load_theme(n).hex("paper").lower() for n in ("light", "sepia", "dark", "high-contrast")}
