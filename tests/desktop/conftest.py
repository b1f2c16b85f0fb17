"""Windows without a screen, and nothing written to the user's folders."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from reindreader.desktop.theme import Theme, load_theme


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    cache = tmp_path_factory.getbasetemp() / "cache"  # the index of styles is made once for all tests
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture
def light() -> Theme:
    return load_theme("light")
