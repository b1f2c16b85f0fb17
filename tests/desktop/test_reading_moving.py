"""The page by keys and mouse: caret, words, lines, pages, selections over paragraphs, scrolling that never jumps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reindreader.desktop.reading import ReadingPane, ReadingStyle
from reindreader.desktop.reading.words import next_character, next_word, previous_character, previous_word, word_at
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import BlockKind, MarkKind, Span
from tests.desktop.reading_texts import article_of, found, new_pane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

PARAGRAPH = BlockKind.PARAGRAPH
CONTROL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
PARTS = (
    (BlockKind.HEADING, "The lamp 𠮷"),
    (PARAGRAPH, "Nobody has seen who lights it, 😀 and nobody asks the harbour office any more. " * 3),
    (PARAGRAPH, "Oil comes in March."),
    *(
        (PARAGRAPH, f"Filling of paragraph {n}, which goes on for several lines so that one can scroll. " * (2 + n % 5))
        for n in range(60)
    ),
    (PARAGRAPH, "The last words."),
)


@pytest.fixture
def pane(qtbot: QtBot, light: Theme) -> ReadingPane:
    return new_pane(qtbot, light, article_of(*PARTS))


def press(qtbot: QtBot, pane: ReadingPane, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(pane.page, key, modifiers)


def put(pane: ReadingPane, words: str) -> int:
    start = found(pane.article.text, words).start
    pane.page.show_caret(shown=True)
    pane.page.put_caret(0, start)
    return start


# words


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("nobody has seen", 8, "has"),
        ("don’t ask", 2, "don’t"),
        ("港務處的人說，港務處不存檔", 1, "港務處"),
        ("港務處的人說，港務處不存檔", 3, "的"),
        ("燈塔", 0, "燈塔"),
        ("", 0, ""),
    ],
)
def test_words_are_found_also_without_spaces(text: str, at: int, word: str) -> None:
    assert word_at(text, at, text).slice(text) == word


def test_steps_by_words_and_characters() -> None:
    text = "One, two 👩‍👧 é end"
    assert next_word(text, 0) == 5
    assert previous_word(text, 8) == 5
    assert (next_word(text, len(text)), previous_word(text, 0)) == (len(text), 0)
    family = text.index("👩")
    assert next_character(text, family) == family + 3
    assert previous_character(text, family + 3) == family
    assert previous_character(text, 0) == 0
    assert next_character(text, len(text)) == len(text)


# caret


def test_arrows_move_by_characters_as_readers_count_them(qtbot: QtBot, pane: ReadingPane) -> None:
    start = put(pane, "𠮷")
    press(qtbot, pane, Qt.Key.Key_Right)
    assert pane.page.caret.at == start + 1
    press(qtbot, pane, Qt.Key.Key_Right)
    assert pane.page.caret.at == found(pane.article.text, "Nobody").start
    press(qtbot, pane, Qt.Key.Key_Left, times=2)
    assert pane.page.caret.at == start


def test_control_moves_by_words_and_paragraphs(qtbot: QtBot, pane: ReadingPane) -> None:
    start = put(pane, "Nobody has")
    press(qtbot, pane, Qt.Key.Key_Right, CONTROL)
    assert pane.page.caret.at == start + len("Nobody ")
    press(qtbot, pane, Qt.Key.Key_Left, CONTROL)
    assert pane.page.caret.at == start
    press(qtbot, pane, Qt.Key.Key_Down, CONTROL)
    assert pane.page.caret.at == found(pane.article.text, "Oil").start
    press(qtbot, pane, Qt.Key.Key_Up, CONTROL)
    assert pane.page.caret.at == start


def test_up_and_down_keep_their_x_also_over_short_lines(qtbot: QtBot, pane: ReadingPane) -> None:
    put(pane, "Nobody has")
    press(qtbot, pane, Qt.Key.Key_End)
    before = pane.page.moving.rectangle().x()
    lines = len(list(pane.page.stretches(found(pane.article.text, PARTS[1][1]))))
    press(qtbot, pane, Qt.Key.Key_Down, times=lines + 2)
    after = pane.page.moving.rectangle()
    assert abs(after.x() - before) < 30
    press(qtbot, pane, Qt.Key.Key_Up, times=lines + 2)
    assert abs(pane.page.moving.rectangle().x() - before) < 2


def test_home_and_end_stay_on_their_line(qtbot: QtBot, pane: ReadingPane) -> None:
    put(pane, "Nobody has")
    y = pane.page.moving.rectangle().y()
    press(qtbot, pane, Qt.Key.Key_End)
    assert pane.page.moving.rectangle().y() == y
    assert pane.page.moving.rectangle().x() > pane.page.column.left + 400
    press(qtbot, pane, Qt.Key.Key_Home)
    assert pane.page.moving.rectangle().x() < pane.page.column.left + 2


def test_the_caret_is_followed_to_the_end_and_back(qtbot: QtBot, pane: ReadingPane) -> None:
    put(pane, "Nobody has")
    press(qtbot, pane, Qt.Key.Key_End, CONTROL)
    assert pane.page.caret.at == len(pane.article.text)
    assert pane.page.viewport().rect().contains(pane.page.moving.rectangle().toRect())
    press(qtbot, pane, Qt.Key.Key_PageUp)
    assert pane.page.caret.at < len(pane.article.text) - 100
    press(qtbot, pane, Qt.Key.Key_Home, CONTROL)
    assert (pane.page.caret.at, pane.page.moving.rectangle().y() > 0) == (0, True)


def test_shift_selects_over_paragraphs_and_it_is_copied_as_the_article_has_it(qtbot: QtBot, pane: ReadingPane) -> None:
    put(pane, "Oil comes")
    press(qtbot, pane, Qt.Key.Key_Down, CONTROL | SHIFT)
    press(qtbot, pane, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(qtbot, pane, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Oil comes in March.\n\nFilling"
    press(qtbot, pane, Qt.Key.Key_Left)
    assert pane.page.selection is None
    assert pane.page.caret.at == found(pane.article.text, "Oil").start
    QGuiApplication.clipboard().clear()


def test_right_to_left_arrows_go_where_they_point(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_article(article_of((PARAGRAPH, "على جدار الرصيف ساعة"), language="ar"))
    put(pane, "على")
    before = pane.page.moving.rectangle().x()
    press(qtbot, pane, Qt.Key.Key_Left)
    assert pane.page.caret.at == 1
    assert pane.page.moving.rectangle().x() < before


def test_without_a_caret_the_arrows_scroll(qtbot: QtBot, pane: ReadingPane) -> None:
    bar = pane.page.verticalScrollBar()
    press(qtbot, pane, Qt.Key.Key_Down, times=2)
    assert bar.value() == 2 * ReadingStyle().pitch
    press(qtbot, pane, Qt.Key.Key_PageDown)
    assert bar.value() > 400
    press(qtbot, pane, Qt.Key.Key_End)
    assert found(pane.article.text, "The last words").start == pane.page.spread.at(200, 440).paragraph.span.start
    press(qtbot, pane, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_all_is_selected(qtbot: QtBot, pane: ReadingPane) -> None:
    press(qtbot, pane, Qt.Key.Key_A, CONTROL)
    assert pane.selected_words() == pane.article.text


# mouse


def points(pane: ReadingPane, words: str) -> tuple[QPoint, QPoint]:
    return pane.points_of(found(pane.article.text, words))


def test_a_double_click_takes_the_word_and_a_third_the_paragraph(qtbot: QtBot, pane: ReadingPane) -> None:
    view, (start, _end) = pane.page.viewport(), points(pane, "harbour")
    at = start + QPoint(12, 0)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert pane.selected_words() == "harbour"
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert pane.selected_words() == PARTS[1][1].strip()


def test_shift_and_a_click_stretch_the_selection(qtbot: QtBot, pane: ReadingPane) -> None:
    view = pane.page.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=points(pane, "Nobody")[0])
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, SHIFT, points(pane, "Oil comes")[1])
    assert pane.selected_words() == f"{PARTS[1][1].strip()} \n\nOil comes"


def test_dragging_below_the_page_scrolls_on(qtbot: QtBot, pane: ReadingPane) -> None:
    view = pane.page.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=points(pane, "Nobody")[0])
    qtbot.mouseMove(view, QPoint(300, view.height() + 40))
    qtbot.waitUntil(lambda: pane.page.verticalScrollBar().value() > 100)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, view.height() + 40))
    assert len(pane.selected_words()) > 1000
    stopped = pane.page.verticalScrollBar().value()
    qtbot.wait(120)
    assert pane.page.verticalScrollBar().value() == stopped


def test_a_click_into_the_selection_drops_it(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.select(found(pane.article.text, "harbour office"))
    qtbot.mouseClick(pane.page.viewport(), Qt.MouseButton.LeftButton, pos=points(pane, "office")[0] + QPoint(6, 0))
    assert pane.page.selection is None


def test_the_menu_copies_words_and_links(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_article(
        article_of((PARAGRAPH, "Read more here."), marks=(("more", MarkKind.LINK, "https://example.org"),))
    )
    at = points(pane, "more")[0] + QPoint(6, 0)
    view = pane.page.viewport()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at)))
    menu = next(own for own in pane.page.findChildren(QMenu) if own.isVisible())
    copy, link, everything = menu.actions()
    assert not copy.isEnabled()
    link.trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org"
    everything.trigger()
    assert pane.selected_words() == "Read more here."
    menu.hide()
    QGuiApplication.clipboard().clear()


def test_a_note_reference_is_clicked_open(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_article(
        article_of(
            (PARAGRAPH, "A lamp[1] here."),
            (BlockKind.FOOTNOTE, "A note."),
            marks=(("[1]", MarkKind.NOTE_REFERENCE, "1"),),
        )
    )
    qtbot.mouseClick(pane.page.viewport(), Qt.MouseButton.LeftButton, pos=points(pane, "[1]")[0] + QPoint(4, 0))
    assert pane.page.spread.sides[0].setter.open_notes == {(6, "1")}


# scrolling


def test_what_is_read_does_not_jump_while_heights_are_found_out(qtbot: QtBot, pane: ReadingPane) -> None:
    """Upwards from the middle of a text of which nothing above has been set."""
    words = "Filling of paragraph 40"
    pane.show_place(found(pane.article.text, words).start)
    for _ in range(30):
        before = points(pane, words)[0].y()
        pane.page.scroll_by(-7)
        assert points(pane, words)[0].y() == before + 7


@pytest.mark.parametrize("place", [0.0, 0.31, 0.77, 1.0])
def test_the_scroll_bar_reaches_every_part(pane: ReadingPane, place: float) -> None:
    bar = pane.page.verticalScrollBar()
    bar.setValue(round(bar.maximum() * place))
    assert any(own.area.intersects(pane.page.viewport().rect()) for own in pane.page.spread.shown())
    assert pane.page.fraction() == pytest.approx(place, abs=0.1)


def test_looking_at_what_is_above_moves_nothing(pane: ReadingPane) -> None:
    pane.show_place(found(pane.article.text, "Filling of paragraph 40").start)
    before = points(pane, "Filling of paragraph 40")[0]
    pane.points_of(found(pane.article.text, "Filling of paragraph 7"))
    assert points(pane, "Filling of paragraph 40")[0] == before


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.show_highlights((Highlight(Quote("x", position=Span(0, 4)), note="n", id=1),)),
        lambda p: p.show_byline("Someone"),
        lambda p: p.resize(700, 600),
        lambda p: p.show_style(ReadingStyle(justified=True)),
    ],
)
def test_the_line_at_the_top_stays(qtbot: QtBot, pane: ReadingPane, change: Callable[[ReadingPane], object]) -> None:
    words = "Filling of paragraph 30"
    pane.show_place(found(pane.article.text, words).start)
    before = points(pane, words)[0].y()
    change(pane)
    QApplication.processEvents()
    assert points(pane, words)[0].y() == before


# light, outline, joining


def test_one_paragraph_is_lit(qtbot: QtBot, pane: ReadingPane) -> None:
    plain = pane.page.viewport().grab().toImage()
    press(qtbot, pane, Qt.Key.Key_L)
    lit = pane.page.viewport().grab().toImage()
    assert lit != plain
    assert pane.page.drawing.lit is not None
    press(qtbot, pane, Qt.Key.Key_Escape)
    assert pane.page.drawing.lit is None
    assert pane.page.viewport().grab().toImage() == plain


def test_headings_are_listed(pane: ReadingPane) -> None:
    assert pane.outline() == [(0, 0, "The lamp 𠮷")]
    pane.show_nothing()
    assert pane.outline() == []


def test_two_highlights_that_touch_are_joined(qtbot: QtBot, pane: ReadingPane) -> None:
    text = pane.article.text
    spans = found(text, "Nobody has"), found(text, "seen who"), found(text, "harbour")
    pane.show_highlights(tuple(Highlight(Quote("x", position=s), Colour.GREEN, id=n) for n, s in enumerate(spans, 1)))
    pane.show_highlight(1)
    with qtbot.waitSignal(pane.highlights_joined) as heard:
        press(qtbot, pane, Qt.Key.Key_J, SHIFT)
    assert heard.args == [(1, 2)]
    pane.show_highlight(2)
    with qtbot.assertNotEmitted(pane.highlights_joined):
        press(qtbot, pane, Qt.Key.Key_J, SHIFT)


def test_marks_stand_on_the_scroll_bar(qtbot: QtBot, pane: ReadingPane, light: Theme) -> None:
    text = pane.article.text
    last = found(text, "The last words")
    pane.show_highlights(
        (
            Highlight(Quote("x", position=Span(0, 4)), Colour.BLUE, id=1),
            Highlight(Quote("x", position=last), Colour.ROSE, id=2),
        )
    )
    qtbot.waitUntil(lambda: len(pane.page.ribbon.marks) == 2)
    (top, first), (bottom, second) = pane.page.ribbon.marks
    assert top < 0.05
    assert bottom > 0.8
    assert (first, second) == (light.inks[Colour.BLUE].line, light.inks[Colour.ROSE].line)


def test_long_texts_are_searched_a_slice_at_a_time(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_article(article_of(*((PARAGRAPH, f"Étude {n} of the harbour. " * 40) for n in range(1500))))
    pane.show_find("etude 1499 of")
    qtbot.waitUntil(lambda: len(pane.page.scene.hits) == 40, timeout=20_000)
    qtbot.waitUntil(lambda: pane.page.scene.current == 0)
    pane.find_next(-1)
    assert pane.page.scene.current == 39
    pane.close_find()
