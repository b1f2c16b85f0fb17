"""What the shelf lists, and what it finds; in a real window, by keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.palette import Palette
from reindreader.desktop.shelf.model import SNIPPET
from reindreader.desktop.shelf.search_help import SearchHelp
from reindreader.desktop.shelf.sources import ALL, STARRED
from reindreader.desktop.window import Window
from reindreader.library import Grouping, Sort
from tests.desktop.shelf.shelves import LEFT, child, choose, choose_source, ids, named, sources, titles, toast, view

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


# What is listed


def test_a_source_is_chosen_and_lists_what_it_holds(window: Window, qtbot: QtBot) -> None:
    choose(window, "lam", "feld")
    qtbot.keyClick(view(window), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: toast(window) == "2 articles have a star now.")
    window.shelving.show_sources(True)
    choose_source(window, qtbot, "Starred")
    assert sorted(titles(window)) == ["Night Trains", "The Ferry Clock"]
    assert window.shelving.source == STARRED


def test_a_source_that_holds_nothing_says_so(window: Window, qtbot: QtBot) -> None:
    window.shelving.show_sources(True)
    for name, words in (("Starred", "What you put a star on"), ("Bin", "The bin is empty.")):
        choose_source(window, qtbot, name)
        labels = window.shelf.findChildren(QLabel)
        qtbot.waitUntil(lambda: any(words in own.text() for own in labels if own.isVisible()))  # noqa: B023


def test_the_list_is_sorted_turned_round_and_grouped(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.shelving.listed):
        window.shelf.sort_changed.emit(Sort.TITLE)
    first = titles(window)
    with qtbot.waitSignal(window.shelving.listed):
        window.shelf.turned.emit(True)
    assert titles(window) == first[::-1]
    with qtbot.waitSignal(window.shelving.listed):
        window.shelf.grouped.emit(Grouping.LANGUAGE)
    rows = view(window)
    assert {rows.group_of(n) for n in range(6)} == {"Arabic", "English", "Chinese, traditional"}
    tops = [rows.visualRect(rows.model().index(n, 0)).top() for n in range(6)]
    assert tops == sorted(tops)
    assert tops[0] > 20  # below its heading
    assert not rows.indexAt(QPoint(40, 5)).isValid()


def test_versions_of_a_work_stand_together_under_its_title(window: Window, qtbot: QtBot) -> None:
    lam, lin = ids(window, "lam", "lin")
    choose(window, "lam")
    window.commands.run("link_original")
    panel = next(own for own in window.findChildren(Palette) if own.isVisible())
    field = child(panel, QLineEdit)
    field.setText("渡輪")
    results = child(panel, QListWidget)
    qtbot.waitUntil(lambda: results.count() == 1 and results.item(0).text() == "渡輪的鐘")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: toast(window) == "Linked as its original.")
    with qtbot.waitSignal(window.shelving.listed):
        window.shelf.grouped.emit(Grouping.WORK)
    shown = list(window.shelving.ids)
    assert abs(shown.index(lam) - shown.index(lin)) == 1
    assert view(window).group_of(shown.index(lam)) == view(window).group_of(shown.index(lin)) is not None


# Search


def test_words_are_found_as_they_are_typed_with_the_words_around(window: Window, qtbot: QtBot) -> None:
    window.menus.action("search").trigger()
    with qtbot.waitSignal(window.shelving.listed):
        qtbot.keyClicks(QApplication.focusWidget(), "harbour")
    qtbot.waitUntil(lambda: sorted(titles(window)) == ["Night Trains", "The Ferry Clock"])
    found = view(window).model().index(0, 0).data(SNIPPET)
    assert found.text[found.hits[0].start : found.hits[0].end] == "harbour"
    window.shelf.search_for("渡輪慢")
    qtbot.waitUntil(lambda: titles(window) == ["渡輪的鐘"])
    window.shelf.search_for("translator:marsh year:2001")
    qtbot.waitUntil(lambda: titles(window) == ["Night Trains"])


def test_the_mistakes_of_a_query_are_told_and_taken_back(window: Window, qtbot: QtBot) -> None:
    def said() -> str:
        return " ".join(label.text() for label in window.shelf.findChildren(QLabel) if label.isVisible())

    window.shelf.search_for("year:soon")
    qtbot.waitUntil(lambda: "“soon” is no year" in said())
    window.shelf.search_for("year:2015")
    qtbot.waitUntil(lambda: "is no year" not in said())


def test_no_hits_offer_to_clear_or_to_search_everything(window: Window, qtbot: QtBot) -> None:
    window.shelving.choose(STARRED)
    window.shelf.search_for("harbour")
    qtbot.waitUntil(
        lambda: any(b.text() == "Search all articles" and b.isVisible() for b in window.findChildren(QPushButton))
    )
    qtbot.mouseClick(named(window.shelf, "Search all articles"), LEFT)
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    window.shelf.search_for("zzzz")
    qtbot.waitUntil(lambda: titles(window) == [])
    qtbot.mouseClick(named(window.shelf, "Clear"), LEFT)
    qtbot.waitUntil(lambda: len(titles(window)) == 6)


def test_an_example_writes_itself_into_the_field(window: Window, qtbot: QtBot) -> None:
    window.menus.action("search").trigger()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shown = next(own for own in window.findChildren(SearchHelp) if own.isVisible())
    assert len(shown.buttons) >= 8
    qtbot.mouseClick(shown.buttons[0], LEFT)
    assert window.shelf.search_words == "translator:lee"
    assert not shown.isVisible()


def test_a_search_is_kept_named_and_removed_with_a_way_back(window: Window, qtbot: QtBot) -> None:
    window.shelf.search_for("harbour")
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    qtbot.mouseClick(named(window.shelf, "Save this search"), LEFT)
    tree = window.shelf.sources
    qtbot.waitUntil(lambda: any(field.isVisible() for field in tree.findChildren(QLineEdit)))
    field = next(field for field in tree.findChildren(QLineEdit) if field.isVisible())
    qtbot.keyClicks(field, "Ports")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Ports" in sources(window))
    window.shelf.search_for("")
    choose_source(window, qtbot, "Ports")
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Ports" not in sources(window))
    qtbot.waitUntil(lambda: window.shelving.source == ALL)
    qtbot.mouseClick(named(window.side.toast, "Undo"), LEFT)
    qtbot.waitUntil(lambda: "Ports" in sources(window))
