"""Pictures of the reading window, to be looked at: every theme with Latin, Chinese and Arabic, alone and side by side.

They are written to ``build/screens``. What can be told without looking is checked: lines within their column, on one
pitch, and level with those beside.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from tests.desktop.shown import new_window
from tests.journeys.screen_texts import BESIDE, MARKED, TEXTS, picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

SCREENS = Path(__file__).parents[2] / "build" / "screens"
THEMES = ("light", "dark", "sepia", "high-contrast")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


def test_screens(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    window = new_window(tmp_path / "library.sqlite", qtbot, qapp, (1440, 900))
    paths = {name: tmp_path / f"{name}.html" for name in TEXTS}
    for name, path in paths.items():
        path.write_text(
            TEXTS[name].replace("<h2>", f'<figure><img src="{picture()}" alt="A mole"></figure><h2>', 1), "utf-8"
        )
    window.start(list(paths.values()))
    records = records_of(window, qtbot)
    for name, record in records.items():
        open_article(window, qtbot, record)
        mark(window, qtbot, MARKED[name])
        grab_all(window, f"{name}-single", check_lines)
        window.beside.open_beside(records[BESIDE[name]])
        qtbot.waitUntil(lambda: window.pane.second is not None, timeout=10_000)
        window.pane.show_highlight(window.current.shown.highlights[0].id)
        qtbot.waitUntil(lambda: has_pairs(window), timeout=10_000)
        grab_all(window, f"{name}-beside", check_columns)
        window.menus.action("beside_none").trigger()
        qtbot.waitUntil(lambda: window.pane.second is None)
    window.close()


def has_pairs(window: Window) -> bool:
    page = window.pane.page
    return bool(page.mirroring.pairs(page.spread.shown()))


def records_of(window: Window, qtbot: QtBot) -> dict[str, int]:
    """The record of each text."""
    found: dict[str, int] = {}

    def take(ids: list[tuple[int, str]]) -> None:
        found.update({name.removesuffix(".html"): record for record, name in ids})

    def ask() -> bool:
        window.jobs.submit(lambda own: [(n, own.article(n).source.name) for n in own.shelf_ids()], take)
        qtbot.wait(50)
        return len(found) == len(TEXTS)

    qtbot.waitUntil(ask, timeout=20_000)
    return {name: found[name] for name in TEXTS}


def open_article(window: Window, qtbot: QtBot, record: int) -> None:
    window.current.open(record)
    qtbot.waitUntil(lambda: window.current.shown is not None and window.current.shown.id == record, timeout=10_000)
    source = window.current.shown.article.source
    qtbot.waitUntil(lambda: window.pane.article is not None and window.pane.article.source == source, timeout=10_000)


def mark(window: Window, qtbot: QtBot, words: tuple[str, ...]) -> None:
    for colour, own in zip((Colour.YELLOW, Colour.BLUE), words, strict=True):
        text = window.pane.article.text
        flat = " ".join(own.split())
        start = text.replace("\n", " ").index(flat)
        window.pane.highlight_wanted.emit(Span(start, start + len(flat)), colour)
    qtbot.waitUntil(lambda: len(window.current.shown.highlights) == len(words), timeout=10_000)
    window.pane.note_changed.emit(window.current.shown.highlights[0].id, "The thesis. Compare ¶ 2.")
    qtbot.waitUntil(lambda: bool(window.current.shown.highlights[0].note), timeout=10_000)


def grab_all(window: Window, name: str, check: Callable[[Window], None]) -> None:
    window.pane.page.verticalScrollBar().setValue(0)
    for theme in THEMES:
        window.looks.choose(theme)
        QApplication.processEvents()
        check(window)
        assert window.grab().save(str(SCREENS / f"{name}-{theme}.png"))
    window.pane.page.verticalScrollBar().setValue(560)
    QApplication.processEvents()
    check(window)
    assert window.grab().save(str(SCREENS / f"{name}-below.png"))
    window.pane.page.verticalScrollBar().setValue(0)


def check_lines(window: Window) -> None:
    """No line leaves its column, but for a stop that hangs; all lines of a paragraph are on its pitch."""
    for shown in window.pane.page.spread.shown():
        em = shown.side.setter.font(shown.paragraph.face).pixelSize()
        for piece in shown.stretches(shown.paragraph.span):
            assert shown.side.column.left - em / 2 - 1 <= piece.left
            assert piece.right <= shown.side.column.right + em + 1
        if not shown.paragraph.rules:
            tops = [piece.top for piece in shown.stretches(shown.paragraph.span)]
            assert all((top - tops[0]) % shown.paragraph.pitch == 0 for top in tops)


def check_columns(window: Window) -> None:
    """The same, and what stands side by side is level."""
    check_lines(window)
    rows: dict[int, list[float]] = {}
    for shown in window.pane.page.spread.shown():
        first = next(shown.stretches(shown.paragraph.span), None)
        if first is not None and not shown.paragraph.rules and shown.paragraph.face.prose:
            rows.setdefault(shown.row, []).append(first.baseline % shown.paragraph.pitch)
    assert all(max(own) - min(own) < 0.01 for own in rows.values())
