"""Collections, tags, menus of rows and the bin: by keys, clicks, menus and drops."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QMenu,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.shelf.sources import BIN, Kind, Source
from reindreader.desktop.shelf.tags_panel import TagsPanel
from reindreader.desktop.window import Window
from reindreader.library import Library, ReadingState
from tests.desktop.shelf.shelves import (
    CONTROL,
    LEFT,
    ask,
    child,
    choose,
    choose_source,
    drop_on,
    ids,
    make_collection,
    named,
    sources,
    titles,
    toast,
    view,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


# Collections and tags


def test_a_collection_is_made_named_and_filled_by_a_drop(window: Window, qtbot: QtBot) -> None:
    make_collection(window, qtbot, "Ports")
    drop_on(window, "Ports", ids(window, "lam", "feld"))
    qtbot.waitUntil(lambda: toast(window) == "2 articles added to “Ports”.")
    choose_source(window, qtbot, "Ports")
    assert sorted(titles(window)) == ["Night Trains", "The Ferry Clock"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: titles(window) == [])


def test_a_removed_collection_comes_back_with_its_articles(window: Window, qtbot: QtBot) -> None:
    make_collection(window, qtbot, "Ports")
    drop_on(window, "Ports", ids(window, "lam"))
    choose_source(window, qtbot, "Ports")
    qtbot.waitUntil(lambda: titles(window) == ["The Ferry Clock"])
    window.shelf.sources.setFocus()
    qtbot.keyClick(window.shelf.sources, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Ports" not in sources(window))
    qtbot.mouseClick(named(window.side.toast, "Undo"), LEFT)
    qtbot.waitUntil(lambda: "Ports" in sources(window))
    choose_source(window, qtbot, "Ports")
    assert titles(window) == ["The Ferry Clock"]


def test_collections_lie_in_others_and_change_places(window: Window, qtbot: QtBot) -> None:
    with Library.open(window.jobs.path) as library:
        first, second = library.add_collection("First"), library.add_collection("Second")
    window.commands.organising.refresh()
    qtbot.waitUntil(lambda: "Second" in sources(window))
    window.shelf.sources.collection_moved.emit(second, first, 0)
    qtbot.waitUntil(lambda: "  Second" in sources(window))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Second" in sources(window))


def test_tags_are_ticked_added_coloured_and_dropped_on(window: Window, qtbot: QtBot) -> None:
    choose(window, "lam", "feld")
    qtbot.keyClick(view(window), Qt.Key.Key_T)
    panel = child(window, TagsPanel)
    qtbot.waitUntil(panel.isVisible)
    qtbot.keyClicks(child(panel, QLineEdit), "sea")
    qtbot.keyClick(child(panel, QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: toast(window) == "2 articles have the tag “sea” now.")
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    window.shelving.show_sources(True)
    qtbot.waitUntil(lambda: "sea" in sources(window))
    drop_on(window, "sea", ids(window, "lin"))
    qtbot.waitUntil(lambda: toast(window) == "1 article has the tag “sea” now.")
    window.shelf.sources.coloured.emit(Source(Kind.TAG, name="sea"), "blue")
    qtbot.waitUntil(lambda: [(own.colour, own.count) for own in window.shelving.sources.tags] == [("blue", 3)])
    choose(window, "lam", "haddad")
    qtbot.keyClick(view(window), Qt.Key.Key_T)
    qtbot.waitUntil(panel.isVisible)
    assert child(panel, QListWidget).item(0).checkState() == Qt.CheckState.PartiallyChecked
    qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_an_article_is_marked_as_read_and_back(window: Window, qtbot: QtBot) -> None:
    choose(window, "lam")
    qtbot.keyClick(view(window), Qt.Key.Key_R)
    one = ids(window, "lam")
    qtbot.waitUntil(lambda: ask(window, lambda library: library.shelf_rows(one)[0].state) is ReadingState.READ)
    qtbot.waitUntil(window.menus.action("undo").isEnabled)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: ask(window, lambda library: library.shelf_rows(one)[0].state) is ReadingState.UNREAD)


def test_the_menu_of_a_row_offers_what_fits(window: Window, qtbot: QtBot) -> None:
    with Library.open(window.jobs.path) as library:
        ports = library.add_collection("Ports & piers")
    window.commands.organising.refresh()
    qtbot.waitUntil(lambda: "Ports & piers" in sources(window))
    choose(window, "lam", "feld")
    rows = view(window)
    rows.customContextMenuRequested.emit(rows.visualRect(rows.selectedIndexes()[0]).center())
    menu = next(own for own in rows.findChildren(QMenu) if own.isVisible() and own.parent() is rows)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Put a star on",
        "Mark as read",
        "Tags…",
        "Add to collection",
        "Compare and merge…",
        "Export…",
        "Move to bin",
    ]
    into = next(action.menu() for action in menu.actions() if action.menu())
    next(action for action in into.actions() if action.text() == "Ports && piers").trigger()
    menu.close()
    qtbot.waitUntil(lambda: toast(window) == "2 articles added to “Ports & piers”.")
    assert len(ask(window, lambda library: library.collections_of(ids(window, "lam")[0]))) == 1  # type: ignore[arg-type]
    assert ports > 0


def test_what_is_dragged_is_text_for_other_programs(window: Window) -> None:
    choose(window, "lam", "haddad")
    data = view(window).drag_data(view(window).chosen)
    assert set(data.text().splitlines()) == {"Lam, tr. Ashworth: The Ferry Clock", "حداد: ثمن الماء"}


# The bin


def test_several_go_to_the_bin_and_come_back_at_once(window: Window, qtbot: QtBot) -> None:
    choose(window, "lam", "feld")
    qtbot.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(window)) == 4)
    assert toast(window) == "2 articles are in the bin."
    qtbot.mouseClick(named(window.side.toast, "Undo"), LEFT)
    qtbot.waitUntil(lambda: len(titles(window)) == 6)


def test_the_bin_is_shown_restored_from_and_emptied(window: Window, qtbot: QtBot) -> None:
    choose(window, "lam", "feld", "lin")
    qtbot.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(window)) == 3)
    window.menus.action("show_bin").trigger()
    qtbot.waitUntil(lambda: len(titles(window)) == 3 and window.shelving.source == BIN and "渡輪的鐘" in titles(window))
    choose(window, "lin")
    window.shelf.act_on_chosen("restore")
    qtbot.waitUntil(lambda: sorted(titles(window)) == ["Night Trains", "The Ferry Clock"])
    qtbot.mouseClick(named(window.shelf, "Empty the bin"), LEFT)
    qtbot.waitUntil(lambda: titles(window) == [])
    qtbot.mouseClick(named(window.side.toast, "Undo"), LEFT)
    qtbot.waitUntil(lambda: len(titles(window)) == 2)


def test_one_article_is_deleted_for_good_and_taken_back_after_a_restart(
    window: Window, qtbot: QtBot, reopen: Callable[[], Window]
) -> None:
    choose(window, "lam", "feld")
    qtbot.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(window)) == 4)
    window.menus.action("show_bin").trigger()
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    choose(window, "lam")
    qtbot.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(window) == ["Night Trains"])
    again = reopen()
    action = again.menus.action("take_back")
    qtbot.waitUntil(lambda: action.isEnabled() and "for good" in action.text())
    action.trigger()
    qtbot.waitUntil(lambda: "Taken back" in toast(again))
    again.menus.action("show_bin").trigger()
    qtbot.waitUntil(lambda: sorted(titles(again)) == ["Night Trains", "The Ferry Clock"])
