"""``reindread targets``: every command that edits leaves the kept files up to date."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "The Lamp\n\nBy Ada Quill\n\nTranslated by Ben Reader\n\nA lamp burned in the window all night.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT)
    return path


def test_a_kept_file_follows_every_command(run: Callable[..., Any], tmp_path: Path, article: Path) -> None:
    run("import", article)
    path = tmp_path / "refs.bib"
    assert run("targets", "add", path, "--sort", "key").code == 0
    key = path.read_text().partition("{")[2].partition(",")[0]
    assert run("set", key, "title", "The Other Lamp").code == 0
    assert "Other Lamp" in path.read_text()
    (listed,) = json.loads(run("targets", "list", "--json").out)
    assert (listed["format"], listed["trouble"]) == ("biblatex", None)

    path.write_text("mine")
    done = run("set", key, "title", "A Third Lamp")
    assert "not overwritten" in done.err
    assert path.read_text() == "mine"
    assert run("targets", "update").code == 1
    assert run("targets", "update", path, "--overwrite").code == 0
    assert "A Third Lamp" in path.read_text()

    assert run("targets", "pause", path).code == 0
    run("set", key, "title", "A Fourth Lamp")
    assert "A Third Lamp" in path.read_text()
    assert "paused" in run("targets", "list").out
    assert run("targets", "resume", path).code == 0
    assert "A Fourth Lamp" in path.read_text()
    assert run("targets", "remove", path).code == 0
    assert run("targets", "list").out == ""
    assert path.exists()
    assert run("targets", "remove", path).code == 2


def test_mistakes_are_told(run: Callable[..., Any], tmp_path: Path, article: Path) -> None:
    run("import", article)
    assert run("targets", "add", tmp_path / "gone" / "x.bib").code == 1
    assert run("targets", "add", tmp_path / "x.bib", "--format", "no").code == 2
    assert run("export", "--without", "no").code == 2
    assert run("export", "--width", "3").code == 2


def test_losses_alone_and_packages(run: Callable[..., Any], tmp_path: Path, article: Path) -> None:
    run("import", article)
    done = run("export", "--losses", "--format", "ris")
    assert done.out == ""
    assert "A4" in done.err
    path = tmp_path / "list.docx"
    assert run("export", "--format", "bibliography-docx", "--output", path).code == 0
    assert path.read_bytes().startswith(b"PK")
    assert run("export", "--search", "lamp", "--format", "ris", "--sort", "author").out.startswith("TY  - ")
