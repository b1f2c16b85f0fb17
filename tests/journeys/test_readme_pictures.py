"""The pictures of README, made anew in ``build/pictures`` by ``make pictures``: look at them, then copy them to ``docs``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from reindreader.resources import resource_path
from reindreader.workflows.editing import set_field
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish
from tests.desktop.shown import new_window
from tests.journeys.readme_texts import SHELF, print_pages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
MARKED = (
    ("Bad news was free.", Colour.BLUE, ""),
    ("Uncle Tsing would read it to her once, quickly, the way one looks into a pot", Colour.YELLOW, "Two readings of one letter."),
    ("The English says that the structures are “unauthorised”. The Chinese says that they are “dangerous”.", Colour.ROSE, ""),
    ("You feel the engine in the boards; you smell the oil and the salt", Colour.GREEN, "The ferry: compare ¶ 9."),
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A shelf of texts; the sample article is open, with highlights."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    PICTURES.mkdir(parents=True, exist_ok=True)
    paths = [tmp_path / name for name in SHELF]
    for path in paths:
        path.write_text(SHELF[path.name], "utf-8")
    with Library.open(tmp_path / "library.sqlite") as library:
        finish(import_files(library, paths))
        (outcome,) = finish(import_files(library, [resource_path("samples/welcome.txt")])).outcomes
        assert outcome.record is not None
        set_field(library, outcome.record, "original.title", "替人寫信的人")
        set_field(library, outcome.record, "original.author", "劉清漪")
    window = new_window(tmp_path / "library.sqlite", qtbot, qapp, (1440, 900))
    window.looks.choose("light")
    with qtbot.waitSignal(window.ready, timeout=30_000):
        window.start()
    window.current.open(outcome.record)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=30_000)
    mark(qtbot, window, window.pane.highlight_wanted.emit, window.pane.note_changed.emit)
    return window


def mark(
    qtbot: QtBot, window: Window, want: Callable[[Span, Colour], object], note: Callable[[int, str], object]
) -> None:
    shown = window.current.shown
    assert shown is not None
    assert shown.article is not None
    for number, (words, colour, noted) in enumerate(MARKED):
        start = shown.article.text.index(words)
        want(Span(start, start + len(words)), colour)
        until(qtbot, lambda number=number: len(window.current.shown.highlights) == number + 1)
        made = next(own for own in window.current.shown.highlights if own.quote.exact == words)
        if noted:
            note(made.id, noted)
            until(qtbot, lambda noted=noted: noted in [own.note for own in window.current.shown.highlights])


def until(qtbot: QtBot, so: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(so()), timeout=30_000)


def keep(window: Window, name: str) -> None:
    """Keep the picture, of a text with all its highlights."""
    window.side.toast.hide()
    QApplication.processEvents()
    assert window.grab().save(str(PICTURES / f"{name}.png"))
    quoted = {own.quote.exact for own in window.current.shown.highlights}
    assert quoted == {words for words, _colour, _note in MARKED}


def test_the_window_and_a_text_beside_its_original(qtbot: QtBot, window: Window) -> None:
    window.pane.select(Span(0, 0))
    keep(window, "window")
    window.beside.open_file(resource_path("samples/welcome.zh-Hant.txt"))
    until(qtbot, lambda: window.pane.second is not None)
    page = window.pane.page
    until(qtbot, lambda: page.mirroring.pairs(page.spread.shown()))
    page.scroll_to(window.pane.article.text.index("He charged fifty"), margin=10)
    qtbot.wait(300)
    keep(window, "beside")
    window.close()
    QGuiApplication.clipboard().clear()


def test_a_printed_text(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    before = window.current.shown
    paper = tmp_path / "letters.pdf"
    print_pages(resource_path("samples/welcome.txt").read_text("utf-8"), paper)
    window.adding.add_files([paper])
    until(qtbot, lambda: window.current.shown is not None and window.current.shown.id != before.id)
    window.printing.show_pages(shown=True)
    printed = window.side.printed
    until(qtbot, lambda: printed.view.scene.text is not None and printed.view.scene.text.knows(0))
    mark(qtbot, window, printed.highlight_wanted.emit, printed.note_changed.emit)
    window.printing.show_text(shown=True)
    until(qtbot, lambda: printed.view.drawn(printed.view.page))
    qtbot.wait(300)
    keep(window, "pdf")
    window.close()
    QGuiApplication.clipboard().clear()
