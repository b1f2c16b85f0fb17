from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.settings import SettingsDialog, SettingsValues
from reindreader.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one

PLAIN = SettingsValues(theme="light")


@pytest.fixture
def dialog(qtbot: QtBot, light: Theme) -> Iterator[SettingsDialog]:
    own = SettingsDialog(light)
    qtbot.addWidget(own)
    own.show_styles((("apa", "APA Style 7th edition"), ("ieee", "IEEE")))
    own.show_languages((("", "As the style has it"), ("de-DE", "German")))
    own.show_settings(PLAIN)
    own.show_library("/home/lam/library.sqlite")
    own.show()
    qtbot.waitExposed(own)
    yield own
    own.hide()


def named(dialog: QWidget, name: str) -> QWidget:
    return next(own for own in dialog.findChildren(QWidget) if own.accessibleName() == name)


def tile(dialog: QWidget, words: str) -> QAbstractButton:
    return next(own for own in dialog.findChildren(QAbstractButton) if own.text() == words)


def number(dialog: QWidget, name: str) -> QLineEdit:
    return next(own for own in dialog.findChildren(QLineEdit) if own.accessibleName().startswith(name))


def test_what_is_set_is_shown_and_nothing_is_told(qtbot: QtBot, dialog: SettingsDialog) -> None:
    values = SettingsValues("sepia", 24, 1.7, 80, justified=True, style="ieee", language="de-DE")
    with qtbot.assertNotEmitted(dialog.settings_changed):
        dialog.show_settings(values)
    assert tile(dialog, "Sepia").isChecked()
    assert number(dialog, "Text size").text() == "24"
    assert number(dialog, "Line height").text() == "1.70"
    assert number(dialog, "Line length").accessibleName() == "Line length, 80 characters"
    assert dialog.findChild(QCheckBox).isChecked()
    assert [own.accessibleName() for own in dialog.findChildren(Chooser)] == [
        "Citation style, IEEE",
        "Language of citations, German",
    ]
    assert any(label.text() == "/home/lam/library.sqlite" for label in dialog.findChildren(QLabel))


def test_a_theme_is_chosen_by_click_and_by_arrow(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.mouseClick(tile(dialog, "Sepia"), Qt.MouseButton.LeftButton)
    assert changed.args == [replace(PLAIN, theme="sepia")]
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.keyClick(tile(dialog, "Sepia"), Qt.Key.Key_Right)
    assert changed.args == [replace(PLAIN, theme="dark")]


def test_the_text_grows_by_button_by_arrow_and_by_typing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    sizes: list[int] = []
    dialog.settings_changed.connect(lambda values: sizes.append(values.size))
    qtbot.mouseClick(named(dialog, "More: Text size"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(number(dialog, "Text size"), Qt.Key.Key_Down)
    number(dialog, "Text size").selectAll()
    qtbot.keyClicks(number(dialog, "Text size"), "25")
    qtbot.keyClick(number(dialog, "Text size"), Qt.Key.Key_Return)
    assert sizes == [19, 18, 25]
    assert dialog.isVisible()


def test_no_number_leaves_its_limits(qtbot: QtBot, dialog: SettingsDialog) -> None:
    field = number(dialog, "Line length")
    field.setText("400")
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed.args[0].characters == 90
    assert not named(dialog, "More: Line length").isEnabled()
    field.setText("many")
    with qtbot.assertNotEmitted(dialog.settings_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "90"


def test_a_rounded_number_that_is_confirmed_changes_nothing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.assertNotEmitted(dialog.settings_changed):
        qtbot.keyClick(number(dialog, "Line height"), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.keyClick(number(dialog, "Line height"), Qt.Key.Key_Up)
    assert changed.args[0].leading == pytest.approx(1.61)


def test_both_edges_are_justified(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        qtbot.keyClick(dialog.findChild(QCheckBox), Qt.Key.Key_Space)
    assert changed.args == [replace(PLAIN, justified=True)]


def test_style_and_language_are_chosen(qtbot: QtBot, dialog: SettingsDialog) -> None:
    for name, words, wanted in (
        ("Citation style", "ieee", {"style": "ieee"}),
        ("Language of citations", "germ", {"style": "ieee", "language": "de-DE"}),
    ):
        own = next(one for one in dialog.findChildren(Chooser) if one.accessibleName().startswith(name))
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
        assert own.panel is not None
        field = own.panel.findChild(QLineEdit)
        qtbot.keyClicks(field, words)
        with qtbot.waitSignal(dialog.settings_changed) as changed:
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert changed.args == [replace(PLAIN, **wanted)]


def test_the_folder_of_the_library_can_be_shown(qtbot: QtBot, dialog: SettingsDialog) -> None:
    own = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Show the folder")
    with qtbot.waitSignal(dialog.library_folder_wanted):
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton)


def test_another_theme_is_taken_on_while_it_is_open(dialog: SettingsDialog, light: Theme) -> None:
    dialog.show_theme(light)
    assert dialog.isVisible()
