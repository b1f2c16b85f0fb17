"""``reanchor`` and ``align``, as scripts use them."""

import json

import pytest
from typer.testing import CliRunner

from reindreader.cli.main import app

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
