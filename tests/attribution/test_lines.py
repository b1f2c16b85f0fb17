"""Each wording of the phrase tables by a line of our own, and prose that only sounds like one."""

import tomllib
from pathlib import Path

import pytest

from reindreader.attribution import credit_line

FOLDER = Path(__file__).parent / "lines"


def credit_lines() -> list[tuple[str, dict]]:
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return [(line.pop("text"), line) for table in tables for line in table["line"]]


def as_table(pairs: tuple) -> dict:
    found: dict = {}
    for role, value in pairs:
        if isinstance(value, tuple):
            found.setdefault(role, []).extend(value)
        else:
            found[role] = value
    return found


@pytest.mark.parametrize(("text", "expected"), credit_lines())
def test_credit_line_says(text: str, expected: dict) -> None:
    assert as_table(credit_line(text)) == expected


@pytest.mark.parametrize("text", (FOLDER / "prose.txt").read_text("utf-8").splitlines())
def test_prose_credits_nobody(text: str) -> None:
    assert credit_line(text) == ()
