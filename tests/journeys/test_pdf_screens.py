"""Pictures of a PDF in the window, to be looked at: every theme, the pages alone and beside the text, with list and hits."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from tests.desktop.shown import new_window
from tests.pages.papers import Placed, pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

SCREENS = Path(__file__).parents[2] / "build" / "screens"
SENTENCES = (
    "At the end of the mole in Outer Harbour stands a lamp that is lit every evening at six,",
    "and nobody has ever seen who lights it. My grandmother set her kitchen by it, my mother",
    "her homework, and I, who own three instruments for telling the time, have caught myself",
    "looking out of the window at a quarter to six to see whether the day is still going on.",
)


def sheet(number: int) -> list[Placed]:
    head = (
        [(72.0, 72.0, 22.0, "The Lamp at the End of the Mole"), (72.0, 104.0, 11.0, "By Wen Ya-ting")]
        if not number
        else []
    )
    lines = [
        (72.0, 150.0 + 16 * line + 8 * (line // 4), 11.0, SENTENCES[(line + number) % len(SENTENCES)])
        for line in range(32)
    ]
    return [*head, *lines, (290.0, 790.0, 10.0, str(117 + number))]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    SCREENS.mkdir(parents=True, exist_ok=True)
    window = new_window(tmp_path / "library.sqlite", qtbot, qapp, (1440, 900))
    paper = tmp_path / "mole.pdf"
    paper.write_bytes(pdf([sheet(number) for number in range(6)]))
    with qtbot.waitSignal(window.current.opened, timeout=30_000):
        window.start([paper])
    return window


def test_pdf_screens(qtbot: QtBot, window: Window) -> None:
    printed = window.side.printed
    qtbot.waitUntil(lambda: printed.view.scene.text is not None and printed.view.scene.text.knows(0), timeout=30_000)
    assert printed.article is not None
    for colour, words in ((Colour.YELLOW, "nobody has ever seen who lights it"), (Colour.BLUE, "three instruments")):
        start = printed.article.text.index(words)
        printed.highlight_wanted.emit(Span(start, start + len(words)), colour)
    qtbot.waitUntil(
        lambda: window.current.shown is not None and len(window.current.shown.highlights) == 2, timeout=10_000
    )
    for theme in ("light", "dark", "sepia", "high-contrast"):
        window.looks.choose(theme)
        grab(qtbot, window, f"pdf-alone-{theme}")
    window.looks.choose("light")
    window.printing.show_text(shown=True)
    grab(qtbot, window, "pdf-beside-light")
    window.printing.show_text(shown=False)
    printed.searching.open("quarter to six")
    grab(qtbot, window, "pdf-hits-light")
    printed.searching.close()
    printed.side.show_list(0)
    grab(qtbot, window, "pdf-pages-light")
    assert printed.bar.isVisible()
    window.close()
    QGuiApplication.clipboard().clear()


def grab(qtbot: QtBot, window: Window, name: str) -> None:
    """A picture once the page in sight is drawn as large as it is shown."""
    view = window.side.printed.view
    qtbot.waitUntil(lambda: view.drawn(view.page), timeout=20_000)
    qtbot.wait(150)  # the small pictures beside it
    assert window.grab().save(str(SCREENS / f"{name}.png"))
