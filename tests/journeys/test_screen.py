"""The journey once more, in a window on an X screen: what only the platform's own plugin can break."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.x_screen import x_screen


@pytest.fixture
def display() -> Iterator[str]:
    """An X screen of its own."""
    with x_screen("1440x900") as name:
        yield name


def test_the_journey_on_a_screen(display: str, tmp_path: Path) -> None:
    folders = {name: str(tmp_path / name) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **folders, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    made = tmp_path / "made"
    done = subprocess.run(
        [sys.executable, "-m", "reindreader.desktop.demo", str(made)],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (made / "citation.txt").read_text("utf-8").startswith("(Lau, n.d.")
    assert "Ashby" in next(made.glob("*.bib")).read_text("utf-8")
    assert (made / "window.png").stat().st_size > 20_000
