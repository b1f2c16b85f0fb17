"""``reanchor`` and ``align``, as scripts use them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reindreader.cli.main import app
from reindreader.errors import UnreadableFileError

OLD = "The ferry left. Nobody on the quay waved to it."


def answers(*cases: object) -> tuple[int, list[dict[str, object]]]:
    feed = "".join((case if isinstance(case, str) else json.dumps(case)) + "\n" for case in cases)
    result = CliRunner().invoke(app, ["reanchor", "--lines"], input=feed)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def case(new: str) -> dict[str, object]:
    return {"old": OLD, "new": new, "start": 16, "end": 47}


def test_reanchor_answers_each_line() -> None:
    code, given = answers(case(OLD), case("So. " + OLD), case(OLD.replace("waved", "waved not")), case("Nothing."))
    assert code == 0
    assert given == [
        {"verdict": "same", "start": 16, "end": 47},
        {"verdict": "moved", "start": 20, "end": 51},
        {"verdict": "changed", "start": 16, "end": 51},
        {"verdict": "lost", "start": None, "end": None},
    ]


@pytest.mark.parametrize("line", ["", "[]", '{"old": 1, "new": "", "start": 0, "end": 1}', '{"old": "", "start": "a"}'])
def test_reanchor_answers_a_line_that_is_no_case(line: str) -> None:
    code, given = answers(line, case(OLD))
    assert code == 1
    assert [one["verdict"] for one in given] == ["lost", "same"]


def test_align_prints_the_beads_of_two_files(tmp_path: Path) -> None:
    source, target = tmp_path / "de.txt", tmp_path / "fr.txt"
    source.write_text("Der Berg ist hoch .\nEs war 1988 .\nWir gingen schnell .\n", "utf-8")
    target.write_text("La montagne est haute .\nC' était en 1988 .\nNous allions vite .\n", "utf-8")
    result = CliRunner().invoke(app, ["align", "--lines", str(source), str(target)])
    assert json.loads(result.stdout) == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_align_of_no_file_is_not_done(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"\xe9t\xe9")
    (tmp_path / "empty.txt").write_text("")
    for source, reason in (("none.txt", "missing"), ("latin.txt", "damaged"), (".", "folder")):
        result = CliRunner().invoke(app, ["align", str(tmp_path / source), str(tmp_path / "empty.txt")])
        assert isinstance(result.exception, UnreadableFileError)
        assert result.exception.reason == reason
    both = [str(tmp_path / "empty.txt")] * 2
    assert json.loads(CliRunner().invoke(app, ["align", *both]).stdout) == []
