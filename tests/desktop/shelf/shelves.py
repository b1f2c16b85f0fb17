"""A library of six records to put in order, and the hands for it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.shelf.rows import ShelfList
from reindreader.desktop.shelf.source_list import RECORDS, as_dragged
from reindreader.desktop.shelf.source_rows import SOURCE
from reindreader.desktop.window import Window
from reindreader.library import Entry, Library
from reindreader.model.articles import Article
from reindreader.model.articles import Source as File
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.names import Name
from reindreader.model.records import Title
from reindreader.model.text import Block, BlockKind, Span

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
