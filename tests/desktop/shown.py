"""A window on a library of our own, and what is found in dialogs by the words on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish

BIB = """@article{lam2016clock, author = {Lam, Ka-wai}, title = {The Clock the Ferry Left Behind}, translator = {Ashworth, Helen},
  origtitle = {渡輪留下的鐘}, journaltitle = {Harbour Evening Post}, date = {2016-03-14}, keywords = {ferries}}
@book{marsh1999letters, author = {Dvořáková, Jana}, title = {Letters to a Closed Library}, translator = {Marsh, P.},
  date = {1999}, publisher = {Quay}}
"""


def made_library(folder: Path) -> Path:
    """A library of two records, one of them in the collection Harbours."""
    (folder / "own.bib").write_text(BIB, "utf-8")
    path = folder / "own" / "library.sqlite"
    with Library.open(path) as library:
        finish(import_files(library, [folder / "own.bib"]))
        library.collect(library.add_collection("Harbours"), [library.by_key("lam2016clock").id])
    return path


def new_window(library: Path, qtbot: QtBot, qapp: QApplication, size: tuple[int, int] = (1400, 900)) -> Window:
    """A window that is shown, as large as it was left or else as told; it has not opened its library yet."""
    qapp.setStyle("Fusion")
    preferences = Preferences(library.with_name("window.ini"))
    window = Window(library, preferences, Looks(qapp, preferences))
    qtbot.addWidget(window)
    if preferences.geometry("shape").isEmpty():
        window.resize(*size)
    window.show()
    return window


def open_on(library: Path, qtbot: QtBot, qapp: QApplication) -> Window:
    """A window that has opened the library."""
    window = new_window(library, qtbot, qapp)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.start()
    return window


def button(inside: QWidget, words: str) -> QAbstractButton:
    """The button that begins so."""
    return next(own for own in inside.findChildren(QAbstractButton) if own.text().startswith(words))


def click(qtbot: QtBot, inside: QWidget, words: str) -> None:
    """A click on it."""
    qtbot.mouseClick(button(inside, words), Qt.MouseButton.LeftButton)


def said(inside: QWidget) -> str:
    """All the words that are seen."""
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def until(qtbot: QtBot, so: Callable[[], object]) -> None:
    """Wait."""
    qtbot.waitUntil(lambda: bool(so()), timeout=20_000)
