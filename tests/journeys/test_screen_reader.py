"""The page as a screen reader has it, over the bus that screen readers listen to."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.screen_reader import LAUNCHERS
from tests.journeys.x_screen import x_screen


@pytest.fixture
def display() -> Iterator[str]:
    """An X screen of its own."""
    programs = [shutil.which(name) for name in ("dbus-run-session", "gdbus")]
    if not all(programs) or not any(Path(path).exists() for path in LAUNCHERS):
        pytest.skip("D-Bus or at-spi2-core is not installed")
    with x_screen("1024x768") as name:
        yield name


def test_a_document_its_paragraphs_and_highlights(display: str) -> None:
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.journeys.screen_reader"],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1"},
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip
    if not told.strip():
        pytest.skip("the bus of AT-SPI does not start here")
    heard = [tuple(line.split("\t")) for line in told.splitlines() if line.count("\t") == 2]
    assert ("document", "Article") in {own[1:] for own in heard}
    document = next(n for n, own in enumerate(heard) if own[1] == "document")
    assert [own[1:] for own in heard[document + 1 : document + 4]] == [
        ("heading", "The lamp"),
        ("paragraph", "Nobody has seen who lights it."),
        ("label", "Blue, dots: who lights it. Note: Why?"),
    ]
