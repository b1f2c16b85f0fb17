"""The library put in order from a real window: by keys, clicks, menus and drops."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.history import HistoryDialog
from reindreader.desktop.looks import Looks
from reindreader.desktop.merging.choice_cell import ChoiceCell
from reindreader.desktop.merging.dialog import MergingDialog
from reindreader.desktop.palette import Palette
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.shelf.model import SNIPPET
from reindreader.desktop.shelf.rows import ShelfList
from reindreader.desktop.shelf.search_help import SearchHelp
from reindreader.desktop.shelf.source_list import RECORDS, as_dragged
from reindreader.desktop.shelf.source_rows import SOURCE
from reindreader.desktop.shelf.sources import ALL, BIN, STARRED, Kind, Source
from reindreader.desktop.shelf.tags_panel import TagsPanel
from reindreader.desktop.window import Window
from reindreader.library import Entry, Grouping, Library, ReadingState, Sort
from reindreader.model.articles import Article
from reindreader.model.articles import Source as File
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.names import Name
from reindreader.model.records import Title
from reindreader.model.text import Block, BlockKind, Span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)

# key: title, author, translator, language, of the original, outlet, year, text
RECORDS_MADE = {
    "lam": (
        "The Ferry Clock",
        "Lam",
        "Ashworth",
        "en",
        "zh-Hant",
        "Post",
        2015,
        "A clock nobody winds by the harbour.",
    ),
    "lin": ("渡輪的鐘", "林", None, "zh-Hant", None, "明報", 2014, "碼頭上的鐘比渡輪慢。"),
    "feld": ("Night Trains", "Feld", "Marsh", "en", "de", "Review", 2001, "The train left the harbour behind."),
    "haddad": ("ثمن الماء", "حداد", None, "ar", None, "جريدة", 2020, "الماء في القرية."),
    "twin": ("Salt Farmers", "Nguyen", "Coe", "en", "vi", "Delta", 2018, None),
    "twin2": ("Salt Farmers", "Nguyen", "Coe", "en", "vi", "Delta Weekly", 2018, None),
}


def entry(key: str) -> Entry:
    title, author, translator, language, original, outlet, year, text = RECORDS_MADE[key]
    facts: list[tuple[str, object]] = [
        ("title", Title(title, language)),
        ("author", Contributor(Role.AUTHOR, Name.of(author, author, None))),
        ("language", language),
        ("appearance.publication", outlet),
        ("appearance.date", PartialDate(year)),
        ("appearance.relation", "translation" if original else "original"),
    ]
    if translator:
        facts.append(("translator", Contributor(Role.TRANSLATOR, Name.of(translator, translator, None))))
    if original:
        facts.append(("original.language", original))
    claims = tuple(Claim(name, value, Certainty.USER) for name, value in facts)  # type: ignore[arg-type]
    if text is None:
        return Entry(claims, key)
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Entry(claims, key, article=Article(text, (block,), File(f"{key}.txt", "text/plain", key * 8, len(text))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "library.sqlite"
    with Library.open(made) as library:
        library.add_records([entry(key) for key in RECORDS_MADE], lambda _record, _taken: "")
    return made


@pytest.fixture
def reopen(qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    opened: list[Window] = []
    qapp.setStyle("Fusion")

    def make() -> Window:
        for window in opened:
            window.close()
        preferences = Preferences(tmp_path / "window.ini")
        window = Window(path, preferences, Looks(qapp, preferences))
        qtbot.addWidget(window)
        opened.append(window)
        window.resize(1400, 900)
        window.show()
        with qtbot.waitSignal(window.shelving.listed, timeout=10_000):
            window.start()
        window.activateWindow()
        qtbot.waitUntil(lambda: len(titles(window)) > 0)
        return window

    yield make
    for window in opened:
        window.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(reopen: Callable[[], Window]) -> Window:
    return reopen()


def view(window: Window) -> ShelfList:
    return child(window.shelf, ShelfList)


def child(widget: QWidget, kind: type[W]) -> W:
    found = widget.findChild(kind)
    assert found is not None
    return found


def titles(window: Window) -> list[str]:
    model = view(window).model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def ids(window: Window, *keys: str) -> list[int]:
    with Library.open(window.jobs.path) as library:
        return [library.by_key(key).id for key in keys]


def ask(window: Window, act: Callable[[Library], object]) -> object:
    with Library.open(window.jobs.path) as library:
        return act(library)


def choose(window: Window, *keys: str) -> None:
    """By the mouse, with Ctrl."""
    rows = view(window)
    rows.clearSelection()
    for key in keys:
        place = list(window.shelving.ids).index(ids(window, key)[0])
        index = rows.model().index(place, 0)
        rows.scrollTo(index)
        press(window, index, CONTROL)
    rows.setFocus()


def press(window: Window, index: object, modifier: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(view(window).viewport(), LEFT, modifier, view(window).visualRect(index).center())  # type: ignore[arg-type]


def named(widget: QWidget, words: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible())


def sources(window: Window) -> list[str]:
    tree = window.shelf.sources
    found = []

    def walk(item: object, depth: int) -> None:
        for number in range(item.childCount()):  # type: ignore[attr-defined]
            own = item.child(number)  # type: ignore[attr-defined]
            if own.data(0, SOURCE) is not None:
                found.append("  " * depth + own.text(0))
            walk(own, depth + 1)

    walk(tree.invisibleRootItem(), 0)
    return found


def source_item(window: Window, words: str) -> QPoint:
    tree = window.shelf.sources
    item = tree.findItems(words, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    tree.scrollToItem(item)
    return tree.visualItemRect(item).center()


def choose_source(window: Window, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in [own.strip() for own in sources(window)])
    with qtbot.waitSignal(window.shelving.listed):
        qtbot.mouseClick(window.shelf.sources.viewport(), LEFT, pos=source_item(window, words))


def drop_on(window: Window, words: str, dragged: Sequence[int]) -> None:
    data, place = QMimeData(), source_item(window, words)
    data.setData(RECORDS, as_dragged(tuple(dragged)))
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    tree, target = window.shelf.sources, window.shelf.sources.viewport()
    for event in (
        QDragEnterEvent(place, action, data, LEFT, none),
        QDragMoveEvent(place, action, data, LEFT, none),
    ):
        QApplication.sendEvent(target, event)
    QApplication.sendEvent(target, QDropEvent(QPointF(place), action, data, LEFT, none))
    assert tree.isVisible()


def toast(window: Window) -> str:
    return window.side.toast.words


def make_collection(window: Window, qtbot: QtBot, name: str) -> None:
    window.menus.action("new_collection").trigger()
    tree = window.shelf.sources
    qtbot.waitUntil(lambda: any(field.isVisible() for field in tree.findChildren(QLineEdit)))
    field = next(field for field in tree.findChildren(QLineEdit) if field.isVisible())
    assert field.text() == "New collection"
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in sources(window))


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


# Duplicates and history


def found(window: Window, qtbot: QtBot) -> MergingDialog:
    window.menus.action("duplicates").trigger()
    dialog = child(window, MergingDialog)
    qtbot.waitUntil(lambda: any(b.text() == "Merge" and b.isVisible() for b in dialog.findChildren(QPushButton)))
    return dialog


def test_duplicates_are_merged_fact_by_fact_and_taken_apart_again(window: Window, qtbot: QtBot) -> None:
    dialog = found(window, qtbot)
    cells = [cell for cell in dialog.findChildren(ChoiceCell) if "Delta" in cell.text()]
    assert sorted(cell.text() for cell in cells) == ["Delta", "Delta Weekly"]
    other = next(cell for cell in cells if not cell.isChecked())
    wanted = other.text()
    qtbot.mouseClick(other, LEFT)
    results = [label.text() for label in dialog.findChildren(QLabel) if "result" in label.accessibleName()]
    assert wanted in results
    qtbot.mouseClick(named(dialog, "Merge"), LEFT)
    qtbot.waitUntil(lambda: titles(window).count("Salt Farmers") == 1)
    assert any("No two records" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
    with Library.open(window.jobs.path) as library:
        left = next(
            library.shelf_rows([one])[0] for one in window.shelving.ids if "Salt" in library.shelf_rows([one])[0].title
        )
    assert left.outlet == wanted
    window.menus.action("undo").trigger()
    qtbot.waitUntil(lambda: titles(window).count("Salt Farmers") == 2)


def test_no_duplicates_are_remembered(window: Window, qtbot: QtBot) -> None:
    dialog = found(window, qtbot)
    assert not any(isinstance(own, QCheckBox) and own.isChecked() for own in dialog.findChildren(QCheckBox))
    qtbot.mouseClick(named(dialog, "Not duplicates"), LEFT)
    qtbot.waitUntil(lambda: toast(window) == "Remembered: they are different.")
    dialog.close()
    window.menus.action("duplicates").trigger()
    again = next(own for own in window.findChildren(MergingDialog) if own.isVisible())
    qtbot.waitUntil(lambda: any("No two records" in label.text() for label in again.findChildren(QLabel)))
    again.close()


def test_versions_are_linked_and_never_merged(window: Window, qtbot: QtBot) -> None:
    other = ("The Ferry Clock", "Lam", "Marsh", "en", "zh-Hant", "Quarterly", 2019, None)
    with pytest.MonkeyPatch.context() as patch, Library.open(window.jobs.path) as library:
        patch.setitem(RECORDS_MADE, "again", other)
        library.add_records([entry("again")], lambda _record, _taken: "")
    dialog = found(window, qtbot)
    groups = child(dialog, QListWidget)
    versions = next(n for n in range(groups.count()) if "Ferry" in groups.item(n).text())
    groups.setCurrentRow(versions)
    qtbot.waitUntil(lambda: any(b.text() == "Neither" and b.isVisible() for b in dialog.findChildren(QPushButton)))
    assert not any(b.text() == "Merge" and b.isVisible() for b in dialog.findChildren(QPushButton))
    qtbot.mouseClick(named(dialog, "Neither"), LEFT)
    qtbot.waitUntil(lambda: toast(window) == "Kept together as versions of one work.")
    dialog.close()
    with qtbot.waitSignal(window.shelving.listed):
        window.shelf.grouped.emit(Grouping.WORK)
    shown, (one, two) = list(window.shelving.ids), ids(window, "lam", "again")
    assert abs(shown.index(one) - shown.index(two)) == 1
    window.menus.action("undo").trigger()
    qtbot.waitUntil(lambda: view(window).group_of(list(window.shelving.ids).index(one)) is None)


def test_the_history_says_what_was_before_and_after(window: Window, qtbot: QtBot) -> None:
    one = ids(window, "lam")
    with Library.open(window.jobs.path, by="a test") as library:
        library.tag(one, add=["sea"])
        library.tag(one, add=["time"])
    window.shelf.act_wanted.emit("history", one, None)
    qtbot.waitUntil(lambda: window.findChild(HistoryDialog) is not None)
    dialog = child(window, QDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "3 changes, the last one first" in said
    assert "was: sea" in said
    assert "sea, time" in said
    assert any("a test" in own for own in said)
    dialog.close()


def test_every_control_has_a_name(window: Window, qtbot: QtBot) -> None:
    make_collection(window, qtbot, "Ports")
    controls = (QPushButton, QLineEdit, QListWidget)
    unnamed = [
        own
        for own in window.shelf.findChildren(QWidget)
        if isinstance(own, controls) and not own.accessibleName() and not getattr(own, "text", str)()
    ]
    assert unnamed == []
    assert window.shelf.sources.accessibleName()
