from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.shelf import ShelfPane
from reindreader.desktop.shelf.foot import AddButton
from reindreader.desktop.shelf.heading import SourceButton
from reindreader.desktop.shelf.model import PAGE, ROW, SNIPPET, ShelfModel
from reindreader.desktop.shelf.rows import MEASURED, ShelfList
from reindreader.desktop.shelf.sort_button import SortButton
from reindreader.desktop.shelf.words import direction, people, spoken
from reindreader.desktop.theme import Theme, load_theme, theme_names
from reindreader.library import Origin, Snippet
from reindreader.library.shelf import ShelfRow, Sort

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

CLOCK = ShelfRow(
    1, "lam", "The Clock the Ferry Left Behind", "Lam", "Ashworth", "en", "zh-Hant", 0.4, "2026-01-01", None
)


def row(number: int, **changes: object) -> ShelfRow:
    return replace(CLOCK, id=number, title=f"Article {number}", **changes)  # type: ignore[arg-type]


@pytest.fixture
def shelf(qtbot: QtBot, light: Theme) -> Iterator[ShelfPane]:
    pane = ShelfPane(light)
    qtbot.addWidget(pane)
    pane.resize(248, 700)
    pane.show()
    yield pane
    pane.hide()


def listed(pane: ShelfPane) -> ShelfList:
    return pane.findChild(ShelfList)


def field(pane: ShelfPane) -> QLineEdit:
    return pane.findChild(QLineEdit)


def fill(pane: ShelfPane, count: int) -> None:
    pane.rows_wanted.connect(lambda first, last: pane.show_rows(first, [row(n + 1) for n in range(first, last + 1)]))
    pane.show_ids(range(1, count + 1))


def said(pane: ShelfPane) -> str:
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def heading(pane: ShelfPane) -> str:
    return pane.findChild(SourceButton).accessibleName()


def test_rows_say_who_and_from_which_language_into_which() -> None:
    assert (people(CLOCK), direction(CLOCK)) == ("Lam, tr. Ashworth", "zh → en")
    assert people(replace(CLOCK, translators="")) == "Lam, translator not stated"
    assert people(replace(CLOCK, translators="", original_language=None)) == "Lam"
    assert people(replace(CLOCK, authors="Lam; Chan", translators="Ashworth; Lee")) == "Lam, Chan, tr. Ashworth, Lee"
    assert direction(replace(CLOCK, original_language=None)) == "en"
    assert direction(replace(CLOCK, language=None, original_language=None)) == ""


def test_rows_are_read_aloud_with_their_state() -> None:
    assert spoken(CLOCK) == (
        "The Clock the Ferry Left Behind, Lam, translated by Ashworth, from Chinese, traditional to English, "
        "40 percent read"
    )


def test_rows_are_asked_for_by_the_page_and_once(qtbot: QtBot) -> None:
    model = ShelfModel()
    asked: list[tuple[int, int]] = []
    model.rows_wanted.connect(lambda first, last: asked.append((first, last)))
    model.show_ids(range(1, 100_001))
    for position in (0, 1, PAGE - 1, 50_000, 99_999, 0):
        model.data(model.index(position), ROW)
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked == [(0, PAGE - 1), (50_000, 50_000 + PAGE - 1), (100_000 - PAGE, 99_999)]


def test_only_the_last_pages_are_kept(qtbot: QtBot) -> None:
    model = ShelfModel()
    model.rows_wanted.connect(lambda first, last: model.show_rows(first, [row(n + 1) for n in range(first, last + 1)]))
    model.show_ids(range(1, 10_001))
    for position in range(0, 10_000, PAGE):
        model.data(model.index(position), ROW)
    qtbot.waitUntil(lambda: model.data(model.index(9_999), ROW) is not None)
    assert model.data(model.index(0), ROW) is None
    qtbot.waitUntil(lambda: model.data(model.index(0), ROW) == row(1))


def test_words_around_hits_are_asked_for_as_rows_come_into_sight_and_once(qtbot: QtBot) -> None:
    model = ShelfModel()
    asked: list[list[int]] = []
    model.snippets_wanted.connect(asked.append)
    model.show_ids([7, 8, 9], searching=True)
    model.show_rows(0, [row(7), row(8), row(9)])
    model.show_snippets({7: Snippet("a ferry", (), Origin.TEXT)})
    for position in (0, 1, 1):
        model.data(model.index(position), SNIPPET)
    qtbot.waitUntil(lambda: asked == [[8]])
    model.show_ids([9])
    model.data(model.index(0), SNIPPET)
    qtbot.wait(20)
    assert asked == [[8]]


def test_a_row_known_from_before_stands_in_until_it_comes_afresh(qtbot: QtBot) -> None:
    model = ShelfModel()
    model.show_ids([7, 8])
    model.show_rows(0, [row(7), row(8)])
    model.show_ids([8, 7])
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "Article 8"


def test_a_click_opens_and_an_arrow_only_moves(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 5)
    opened: list[int] = []
    shelf.article_opened.connect(opened.append)
    view = listed(shelf)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(2, 0)).height() > 0)
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [3]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert opened == [3]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [3, 4]


def test_ctrl_enter_opens_beside_and_del_bins_all_that_are_chosen(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 5)
    shelf.focus_list()
    view = listed(shelf)
    with qtbot.waitSignal(shelf.article_opened_beside) as beside:
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert beside.args == [1]
    asked: list[tuple[object, ...]] = []
    shelf.act_wanted.connect(lambda *own: asked.append(own))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shelf.selected_ids == (2, 3)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert asked == [("bin", (2, 3), None)]


def test_keys_lead_through_a_long_list(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 1000)
    shelf.focus_list()
    view = listed(shelf)
    places = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
        places.append(view.currentIndex().row())
    assert places[0] == places[2] > 2
    assert places[1] == 2 * places[0]
    assert places[3:] == [999, 998]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(shelf.selected_ids) == 1000


def test_the_row_under_the_mouse_is_tinted(qtbot: QtBot, shelf: ShelfPane, light: Theme) -> None:
    fill(shelf, 5)
    view = listed(shelf)
    place = view.visualRect(view.model().index(2, 0))
    qtbot.mouseMove(view.viewport(), place.center())
    assert view.grab().toImage().pixelColor(place.left() + 12, place.center().y()) == light.colour("hover")


def test_what_was_chosen_stays_chosen_in_another_order(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 5)
    shelf.focus_list()
    qtbot.keyClick(listed(shelf), Qt.Key.Key_Down)
    shelf.show_ids([5, 4, 3, 2, 1])
    assert shelf.selected_ids == (2,)
    shelf.show_ids([5, 4, 3])
    assert shelf.selected_ids == ()


def test_words_are_searched_as_they_are_typed_and_esc_clears_them(qtbot: QtBot, shelf: ShelfPane) -> None:
    words: list[str] = []
    shelf.search_changed.connect(words.append)
    qtbot.keyClicks(field(shelf), "sea")
    qtbot.keyClick(field(shelf), Qt.Key.Key_Escape)
    assert words == ["s", "se", "sea", ""]


def test_down_leads_from_the_search_to_the_list(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 3)
    shelf.activateWindow()
    shelf.focus_search()
    qtbot.keyClick(field(shelf), Qt.Key.Key_Down)
    assert shelf.focusWidget() is listed(shelf)
    assert listed(shelf).currentIndex().row() == 0


def test_an_empty_library_and_a_search_without_hits_say_so(qtbot: QtBot, shelf: ShelfPane) -> None:
    assert "What you add is listed here." in said(shelf)
    qtbot.keyClicks(field(shelf), "lantern")
    shelf.show_ids([])
    assert "No article holds “lantern”." in said(shelf)
    clear = next(b for b in shelf.findChildren(QPushButton) if b.text() == "Clear" and b.isVisible())
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert shelf.search_words == ""


def test_the_heading_counts(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 1042)
    assert heading(shelf).startswith("All articles 1,042")
    qtbot.keyClicks(field(shelf), "ferry")
    shelf.show_ids([3])
    assert heading(shelf).startswith("Found 1")


def test_another_order_is_chosen_from_the_menu(qtbot: QtBot, shelf: ShelfPane) -> None:
    shelf.show_sort(Sort.ADDED)
    button = shelf.findChild(SortButton)
    assert button.accessibleName() == "Sorted by: Last added"
    action: QAction = next(a for a in button.menu().actions() if a.text() == "Author")
    with qtbot.waitSignal(shelf.sort_changed) as sorted_:
        action.trigger()
    assert sorted_.args == [Sort.AUTHOR]
    assert button.accessibleName() == "Sorted by: Author"


def test_the_foot_adds_articles_or_says_how_far_work_has_come(qtbot: QtBot, shelf: ShelfPane) -> None:
    add = next(b for b in shelf.findChildren(QPushButton) if b.accessibleName() == "Add article")
    with qtbot.waitSignal(shelf.add_wanted):
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    shelf.show_progress("Adding 12 of 1,000")
    assert not add.isVisible()
    cancel = next(b for b in shelf.findChildren(QPushButton) if b.text() == "Cancel")
    assert cancel.accessibleName() == "Cancel: Adding 12 of 1,000"
    with qtbot.waitSignal(shelf.cancel_wanted):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    shelf.show_progress("")
    assert add.isVisible()


def test_a_short_list_is_as_high_as_its_titles_and_a_long_one_is_even(qtbot: QtBot, shelf: ShelfPane) -> None:
    view = listed(shelf)
    long = replace(row(1), title="A title that surely needs both of the lines that a row may have, and more")
    shelf.show_ids([1, 2])
    shelf.show_rows(0, [long, row(2)])
    assert (
        view.sizeHintForIndex(view.model().index(0, 0)).height()
        > view.sizeHintForIndex(view.model().index(1, 0)).height()
    )
    fill(shelf, MEASURED + 1)
    heights = {view.sizeHintForIndex(view.model().index(n, 0)).height() for n in range(3)}
    assert len(heights) == 1


def test_the_open_article_is_brought_into_sight(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 1000)
    shelf.show_article(900)
    view = listed(shelf)
    qtbot.waitUntil(lambda: view.indexAt(QPoint(30, view.viewport().height() - 40)).row() > 850)
    assert view.currentIndex().row() == 899


@pytest.mark.parametrize("name", theme_names())
def test_another_theme_is_taken_on(qtbot: QtBot, shelf: ShelfPane, name: str) -> None:
    theme = load_theme(name)
    fill(shelf, 3)
    shelf.show_article(2)
    shelf.show_theme(theme)
    view = listed(shelf)
    place = view.visualRect(view.model().index(1, 0))
    assert view.grab().toImage().pixelColor(place.left() + 12, place.center().y()) == theme.colour("select")


def test_a_row_offers_what_can_be_done_with_it(qtbot: QtBot, shelf: ShelfPane) -> None:
    fill(shelf, 3)
    view = listed(shelf)
    place = view.visualRect(view.model().index(1, 0)).center()
    view.customContextMenuRequested.emit(place)
    menu = next(own for own in view.findChildren(QMenu) if own.isVisible())
    beside = next(action for action in menu.actions() if action.text().startswith("Open beside"))
    with qtbot.waitSignal(shelf.article_opened_beside) as opened:
        beside.trigger()
    menu.close()
    assert opened.args == [2]


@pytest.mark.parametrize(("width", "seen"), [(248, True), (130, False)])
def test_the_words_of_the_button_outlast_its_keys(qtbot: QtBot, width: int, seen: bool) -> None:
    shelf = QWidget()
    qtbot.addWidget(shelf)
    add = AddButton(shelf)
    add.setGeometry(0, 0, width, 48)
    shelf.show()
    words, hint = (own for own in add.findChildren(QLabel) if own.text())
    assert hint.isVisible() is seen
    qtbot.waitUntil(lambda: words.width() >= words.sizeHint().width())
