"""The entry point: its arguments, and an end by signal that loses nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reindreader import __version__
from reindreader.desktop.main import main
from reindreader.library import Library
from reindreader.resources import resource_path


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for option, words in (("--version", f"reindreader {__version__}"), ("--help", "--library")):
        with pytest.raises(SystemExit) as ended:
            main([option])
        assert ended.value.code == 0
        assert words in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_signal_closes_the_window_and_everything_is_written(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    command = [sys.executable, "-m", "reindreader.desktop.main", "--library", str(library)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    with subprocess.Popen([*command, str(resource_path("samples/welcome.txt"))], env=environment) as running:
        until = time.monotonic() + 30
        while time.monotonic() < until and not (library.exists() and _count(library)):
            time.sleep(0.1)
        time.sleep(0.5)
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    assert _count(library) == 1
    assert (tmp_path / "reindreader" / "window.ini").exists()


def _count(path: Path) -> int:
    with Library.open(path) as library:
        return len(library.all_ids())
