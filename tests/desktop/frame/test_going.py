"""Going about: regions, back and forward, palette, paragraphs, sizes, and how the window was left."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from reindreader.desktop.settings import SettingsValues
from reindreader.desktop.theme import load_theme
from reindreader.desktop.window import Window
from reindreader.model.highlights import Colour
from tests.desktop.frame.windows import CONTROL, SHIFT, Open, highlights, select

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_an_article_goes_to_the_bin_and_back(window: Window, qtbot: QtBot) -> None:
    window.menus.action("bin").trigger()
    qtbot.waitUntil(lambda: window.current.shown is None)
    assert window.side.empty.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.current.shown is not None)


def test_back_and_forward(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    first = window.current.shown.id
    other = tmp_path / "other.txt"
    other.write_text("Another Title\n\nBy Someone Else\n\nSome other words, quite other ones.\n", "utf-8")
    window.adding.add_files([other])
    qtbot.waitUntil(lambda: window.current.shown.id != first, timeout=10_000)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.current.shown.id == first)
    assert window.side.header.forward.isEnabled()
    qtbot.mouseClick(window.side.header.forward, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current.shown.id != first)


@pytest.mark.parametrize(("width", "shelf", "card"), [(1300, True, True), (1100, False, True), (760, False, False)])
def test_what_does_not_fit_slides_over(window: Window, qtbot: QtBot, width: int, shelf: bool, card: bool) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: (window.shelf.isVisible(), window.card.isVisible()) == (shelf, card))
    assert window.side.header.shelf.isVisible() is not shelf
    assert window.pane.page.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.shelf.isVisible() is not shelf
    window.resize(1400, 700)
    qtbot.waitUntil(window.card.isVisible)


def test_the_window_comes_back_as_it_was_left(open_window: Open, article: Path, qtbot: QtBot, tmp_path: Path) -> None:
    first = open_window(article)
    qtbot.waitUntil(lambda: first.pane.article is not None, timeout=10_000)
    first.looks.choose("sepia")
    first.commands.run("zoom_in")
    first.citing.choose_style("modern-language-association")
    qtbot.keyClick(first, Qt.Key.Key_F9, SHIFT)
    first.resize(760, 640)  # the screen of the offscreen platform is small
    select(first, "nobody winds")
    qtbot.keyClick(first.pane.page, Qt.Key.Key_3)
    first.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.pane.article is not None, timeout=10_000)
    assert again.looks.theme.name == "sepia"
    assert again.preferences.style == "modern-language-association"
    assert again.pane.style_shown.size == 19
    assert (again.width(), again.height()) == (760, 640)
    again.resize(1300, 800)
    assert again.shelf.isVisible()
    assert not again.card.isVisible()
    assert highlights(again) == [("nobody winds", Colour.GREEN, "")]


def test_regions_are_gone_to_by_keys(window: Window, qtbot: QtBot) -> None:
    for key, region in ((Qt.Key.Key_1, window.shelf), (Qt.Key.Key_3, window.card), (Qt.Key.Key_4, window.bar)):
        qtbot.keyClick(window, key, CONTROL)
        assert region.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.pane.page.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.card.isAncestorOf(QApplication.focusWidget())


def test_the_palette_finds_commands_articles_and_styles(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    field = window.palette_panel.findChild(QLineEdit)
    qtbot.keyClicks(field, "theme dark")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.looks.theme.name == "dark")
    assert window.pane.page.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.keyClicks(field, "mla 9")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.style == "modern-language-association"


def test_a_paragraph_is_gone_to(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.pane.page.hasFocus()


def test_type_is_zoomed_by_keys(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert window.pane.style_shown.size == 19
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert window.pane.style_shown.size == 17
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert window.pane.style_shown.size == 18


def test_settings_hold_at_once(window: Window, qtbot: QtBot) -> None:
    window.commands.run("settings")
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    dialog.settings_changed.emit(replace(SettingsValues(), theme="dark", size=22, characters=50))
    assert window.looks.theme.name == "dark"
    assert window.pane.style_shown.size == 22
    assert window.pane.grab().toImage().pixelColor(4, 300).name() == load_theme("dark").hex("paper").lower()
    dialog.close()


def test_only_the_article_is_left_in_focus_mode(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not any(region.isVisible() for region in (window.shelf, window.card, window.bar))
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.shelf.isVisible()
    assert window.card.isVisible()
