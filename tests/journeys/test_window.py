"""Import, read, highlight, cite, export: once through a real window by keys and mouse, and again after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.demo import Journey, main
from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.resources import resource_path

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    cache = tmp_path_factory.getbasetemp() / "cache"  # the index of styles is made once for all tests
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def window_on(folder: Path, app: QApplication, qtbot: QtBot) -> Window:
    app.setStyle("Fusion")
    preferences = Preferences(folder / "window.ini")
    window = Window(folder / "library.sqlite", preferences, Looks(app, preferences))
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_journey_and_nothing_is_lost_by_a_restart(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    first = window_on(tmp_path, qapp, qtbot)
    Journey(first, made).make([resource_path("samples/welcome.txt")])
    assert first.current.shown is not None
    left = first.current.shown
    first.close()

    assert "(Lau, n.d." in (made / "citation.txt").read_text("utf-8")
    assert (made / "snippet.txt").read_text("utf-8").startswith("“")
    bib = (made / f"{left.stored.key}.bib").read_text("utf-8")
    assert "translator   = {Ashby, Martin}" in bib
    assert "year" not in bib.replace("(year not stated)", "")
    assert (made / "window.png").stat().st_size > 20_000

    again = window_on(tmp_path, qapp, qtbot)
    again.start()
    qtbot.waitUntil(lambda: again.current.shown is not None, timeout=10_000)
    assert again.current.shown.highlights == left.highlights
    assert again.current.shown.claims == left.claims
    again.close()
    QGuiApplication.clipboard().clear()


def test_a_fact_is_edited_in_place_and_cited(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_on(tmp_path, qapp, qtbot)
    window.start([resource_path("samples/welcome.txt")])
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)
    answer = next(b for b in window.card.findChildren(QPushButton) if b.text() == "This translation")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.current.shown.facts.questions)
    window.regions.go(2)
    while not isinstance(QApplication.focusWidget(), QLineEdit):
        facts = [fact for fact in window.current.shown.facts.translation if fact.field == "published.date"]
        assert facts
        row = next(r for r in window.card.findChildren(object) if getattr(r, "fact", None) == facts[0])
        row.setFocus()
        qtbot.keyClick(row, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    field.clear()
    qtbot.keyClicks(field, "2015-03-14")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    clipboard = QGuiApplication.clipboard()

    def cited() -> bool:
        qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        qtbot.wait(200)
        return clipboard.text() == "(Lau, 2015)"

    qtbot.waitUntil(cited, timeout=10_000)
    window.close()
    clipboard.clear()


def test_the_demo_leaves_its_files(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "demo")]) == 0
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {"window.png", "citation.txt", "snippet.txt"} < names
    assert any(name.endswith(".bib") for name in names)
    assert "window.png" in capsys.readouterr().out
