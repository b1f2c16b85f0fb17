"""Duplicates that are merged and taken apart, versions that are linked, and the past of a record."""

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reindreader.desktop.history import HistoryDialog
from reindreader.desktop.merging.choice_cell import ChoiceCell
from reindreader.desktop.merging.dialog import MergingDialog
from reindreader.desktop.window import Window
from reindreader.library import Grouping, Library
from tests.desktop.shelf.shelves import (
    LEFT,
    RECORDS_MADE,
    child,
    entry,
    ids,
    make_collection,
    named,
    titles,
    toast,
    view,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


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
