"""The ring around what the keyboard is about: with keys, not with the mouse, and wherever its button goes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.focus_ring import FocusRing
from reindreader.desktop.theme import load_theme


def made(qtbot: QtBot) -> tuple[QWidget, QPushButton, QPushButton, FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    first, second = QPushButton("First", inner), QPushButton("Second", inner)
    ring = FocusRing(load_theme("light"), window)
    window.resize(400, 200)
    inner.setGeometry(0, 0, 400, 200)
    first.setGeometry(20, 20, 100, 32)
    second.setGeometry(20, 80, 100, 32)
    with qtbot.waitActive(window):
        window.show()
    assert not ring.isVisible(), "the window has just come to the front"
    second.setFocus()
    return window, first, second, ring


def test_keys_lead_the_ring_and_enter_presses(qtbot: QtBot) -> None:
    _window, first, second, ring = made(qtbot)
    pressed: list[str] = []
    second.clicked.connect(lambda: pressed.append("second"))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert pressed == ["second"]


def test_the_ring_goes_with_its_button_and_with_what_holds_it(qtbot: QtBot) -> None:
    _window, first, _second, ring = made(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.move(200, 60)
    assert ring.geometry().topLeft() == QPoint(196, 56)
    first.parentWidget().move(10, 0)
    assert ring.geometry().topLeft() == QPoint(206, 56)
    first.hide()
    assert not ring.geometry().contains(first.geometry()) or not ring.isVisible()


def test_a_click_draws_no_ring(qtbot: QtBot) -> None:
    window, first, second, ring = made(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 96))
    assert second.hasFocus()
    assert not ring.isVisible()


def test_a_button_that_is_gone_takes_its_ring_along(qtbot: QtBot) -> None:
    _window, first, second, ring = made(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.deleteLater()
    qtbot.wait(1)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.geometry().contains(second.geometry())
