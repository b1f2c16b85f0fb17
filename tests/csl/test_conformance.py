"""The runner, and the cases beside the project against the list of known failures, in both directions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.csl import conformance, mini

SHARED = Path(__file__).parents[3] / "shared"
SUITE, ORACLE = SHARED / "csl-test-suite", SHARED / "csl-oracle"


def known_failures() -> dict[str, str]:
    lines = (Path(__file__).parent / "known-failures.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return dict(pairs)


def compare(failing: set[str], mine: set[str]) -> None:
    listed = set(known_failures()) & mine
    assert not failing - listed, "these fail and are not listed"
    assert not listed - failing, "these are listed and pass"


@pytest.mark.shared
@pytest.mark.skipif(not SUITE.is_dir(), reason="the official cases are not beside the project")
def test_official_cases() -> None:
    rows = list(conformance.fixtures(SUITE))
    names = {name for name, _, _ in rows}
    compare({name for name, wanted, printed in rows if wanted != printed}, names)


def oracle_rows() -> Iterator[tuple[str, str, str]]:
    items = json.loads((ORACLE / "items.json").read_text(encoding="utf-8"))
    for path in sorted(ORACLE.glob("*.json")):
        if path.name != "items.json":
            record = json.loads(path.read_text(encoding="utf-8"))
            for kind, what, wanted, printed in conformance.run_oracle(record, items):
                yield f"{record['style']} {kind} {what}", wanted, printed


@pytest.mark.shared
@pytest.mark.skipif(not ORACLE.is_dir(), reason="the oracle is not beside the project")
def test_oracle() -> None:
    rows = list(oracle_rows())
    compare({name for name, wanted, printed in rows if wanted != printed}, {name for name, _, _ in rows})


FIXTURE = """>>== MODE ==>>
{mode}
<<== MODE ==<<
Words for people.
>>===== RESULT =====>>
{result}
<<===== RESULT =====<<
>>== CSL ==>>
{style}
<<== CSL ==<<
>>== INPUT ==>>
[{{"id": "a", "title": "A & B"}}, {{"title": "C"}}]
<<== INPUT ==<<
{more}
"""
BODY = '<div class="csl-bib-body">\n  <div class="csl-entry">A &#38; B</div>\n  <div class="csl-entry">C</div>\n</div>'


def section(name: str, value: object) -> str:
    return f">>== {name} ==>>\n{json.dumps(value)}\n<<== {name} ==<<"


def write(folder: Path, name: str, mode: str, result: str, more: str = "") -> None:
    style = mini.xml(bibliography='<text variable="title"/>', around='delimiter="; "')
    (folder / f"{name}.txt").write_text(
        FIXTURE.format(mode=mode, result=result, style=style, more=more), encoding="utf-8"
    )


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    write(tmp_path, "bibliography", "bibliography", BODY)
    write(tmp_path, "citation", "citation", "A &amp; B; C")
    write(tmp_path, "items", "citation", "C\nA &#38; B", section("CITATION-ITEMS", [[{"id": 1}], [{"id": "a"}]]))
    one = {"citationID": "x", "citationItems": [{"id": "a"}], "properties": {"noteIndex": 1}}
    two = {"citationID": "y", "citationItems": [{"id": 1}], "properties": {"noteIndex": 1}}
    steps = [[one, [], []], [two, [["x", 1]], []]]
    write(tmp_path, "edits", "citation", "..[0] A &#38; B\n>>[1] C", section("CITATIONS", steps))
    (tmp_path / "README.txt").write_text("no fixture", encoding="utf-8")
    return tmp_path


def test_runner_passes_what_agrees(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert conformance.main([str(cases)]) == 0
    assert capsys.readouterr().out == "passed 4 of 4\n"


def test_runner_marks_what_is_not_printed(tmp_path: Path) -> None:
    nothing = mini.xml('<text variable="volume"/>', bibliography='<text variable="volume"/><text variable="PMID"/>')
    body = '<div class="csl-bib-body">\n  <div class="csl-entry">{}</div>\n</div>'
    fixture = FIXTURE.format(mode="{mode}", result="{result}", style=nothing.replace("{", "{{"), more="").replace(
        ', {"title": "C"}', ""
    )
    missing = "[CSL STYLE ERROR: reference with no printed form.]"
    assert conformance.run_fixture(fixture.replace("{mode}", "citation").replace("{result}", missing))[1] == missing
    numeric = fixture.replace("PMID", "citation-number").replace("{mode}", "bibliography")
    assert conformance.run_fixture(numeric)[1] == body.format("1")


def test_runner_names_what_fails(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(cases, "wrong", "citation", "something else")
    (cases / "zbroken.txt").write_text(">>== MODE ==>>\ncitation\n<<== MODE ==<<", encoding="utf-8")
    assert conformance.main([str(cases)]) == 1
    assert capsys.readouterr().out == "passed 4 of 6\nwrong\nzbroken\n"
    assert conformance.main([str(cases), "--list"]) == 1
    assert "printed KeyError" in capsys.readouterr().out


def test_runner_of_oracles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = [
        {
            "id": "a",
            "type": "book",
            "title": "Tides",
            "author": [{"family": "Moe", "given": "Ida"}],
            "issued": {"date-parts": [[1999]]},
        }
    ]
    (tmp_path / "items.json").write_text(json.dumps(items), encoding="utf-8")
    record = {
        "style": "apa",
        "citations": [
            {"items": [{"id": "a"}], "note": 0, "html": "(Moe, 1999)"},
            {"items": [{"id": "a"}], "html": "?", "skip": True},
        ],
        "bibliography": [["a", "Moe, I. (1999). <i>Tides</i>.", ""]],
    }
    (tmp_path / "apa.json").write_text(json.dumps(record), encoding="utf-8")
    assert conformance.main(["--oracle", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "apa entries 1 of 1, citations 1 of 1\n"
    record["bibliography"] = []
    (tmp_path / "apa.json").write_text(json.dumps(record), encoding="utf-8")
    assert conformance.main(["--oracle", "--list", str(tmp_path)]) == 1
    assert "apa entries 0 of 1, citations 1 of 1" in capsys.readouterr().out
