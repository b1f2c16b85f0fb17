"""What a screen reader hears of the page, over the bus of AT-SPI: run within ``dbus-run-session`` on an X screen.

Prints a line for everything in the window: its depth, its role, its name.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.theme import load_theme
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import BlockKind
from tests.desktop.reading_texts import article_of, found

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_CHILD = re.compile(r"\('(:[\d.]+)', (?:objectpath )?'([^']+)'\)")
_THING = "org.a11y.atspi.Accessible"


def page() -> None:
    """Show an article with a highlight until the process is ended."""
    app = QApplication(["reading"])
    article = article_of((BlockKind.HEADING, "The lamp"), (BlockKind.PARAGRAPH, "Nobody has seen who lights it."))
    pane = ReadingPane(load_theme("light"))
    pane.show_article(article)
    where = found(article.text, "who lights it")
    pane.show_highlights((Highlight(Quote("x", position=where), Colour.BLUE, "Why?", id=1),))
    pane.show()
    app.exec()


def _call(address: str, name: str, path: str, method: str, *arguments: str) -> str:
    command = ["gdbus", "call", "--address", address, "--dest", name, "--object-path", path, "--method", method]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, timeout=10).stdout


def _children(address: str, name: str, path: str) -> list[tuple[str, str]]:
    return _CHILD.findall(_call(address, name, path, f"{_THING}.GetChildren"))


def _tell(address: str, name: str, path: str, depth: int = 0) -> None:
    role = _call(address, name, path, f"{_THING}.GetRoleName").strip("()',\n\" ")
    told = _call(address, name, path, "org.freedesktop.DBus.Properties.Get", _THING, "Name")
    words = " ".join(told.strip().removeprefix("(<").removesuffix(">,)").strip("'\"").split())
    sys.stdout.write(f"{depth}\t{role}\t{words}\n")
    for child in _children(address, name, path) if depth < 5 else ():
        _tell(address, *child, depth + 1)


def main() -> None:
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    shown = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.screen_reader", "page"],
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        own = subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
             "--method", "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True, timeout=20,
        ).stdout  # fmt: skip
        address = own.strip("()',\n ")
        found: list[tuple[str, str]] = []
        for _ in range(60):
            found = _children(address, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
            if found:
                break
            time.sleep(0.25)
        time.sleep(0.5)
        for child in found:
            _tell(address, *child)
    finally:
        shown.terminate()
        bus.terminate()


if __name__ == "__main__":
    sys.exit(page() if sys.argv[1:] == ["page"] else main())
