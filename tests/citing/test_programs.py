"""Real BibTeX programs read what we write; skipped where they, or the tool that runs them, are absent."""

import json
import shutil
import subprocess
import sys

import pytest

from reindreader.citing.formats import write
from tests.citing.records import EVERY, LIGHT, STATES
from tests.citing.test_bibtex import HOSTILE, hostile_record

pytestmark = pytest.mark.shared
STAGES = {
    "biblatex": "biber-tool,pandoc:biblatex,csljson:biblatex,bibutils:bib2xml",
    "bibtex": "bibtex:plain,bibtex:apalike,bibtex:plainnat,bibtex+pdf:plain,biber-tool,pandoc:bibtex,bibutils:bib2xml",
}
LATIN = {name: record for name, record in EVERY.items() if record not in (LIGHT, EVERY["clock"])}
HOSTILE_RECORDS = {f"h{n}": hostile_record(text) for n, text in enumerate(HOSTILE) if all(ord(c) < 0x250 for c in text)}


@pytest.mark.skipif(shutil.which("bibtex") is None or shutil.which("biber") is None, reason="no bibtex, no biber")
@pytest.mark.parametrize("form", STAGES)
@pytest.mark.parametrize("records", [STATES, LATIN, HOSTILE_RECORDS], ids=["founding", "own", "hostile"])
def test_no_program_finds_an_error(shared, tmp_path, form, records):
    path = tmp_path / "out.bib"
    path.write_text("".join(write(records.items(), form)), "utf-8")
    command = [sys.executable, shared / "tools" / "consume_bib.py", path, "--json", "--stages", STAGES[form]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    stages = [stage for stage in json.loads(done.stdout) if "skipped" not in stage]
    assert [(stage["stage"], stage["first_errors"]) for stage in stages if stage["errors"]] == []
    assert all(stage["entries_out"] == len(records) for stage in stages)
