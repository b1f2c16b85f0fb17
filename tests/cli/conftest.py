"""The command line as a user has it: arguments in, words and an exit code out."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reindreader.cli.main import main


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run ``reindread`` with a library of its own."""
    monkeypatch.setenv("REINDREADER_LIBRARY", str(tmp_path / "library" / "library.sqlite"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LANGUAGE", "C")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object) -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = main([str(argument) for argument in arguments])
        return Done(code, out.getvalue(), err.getvalue())

    return run
