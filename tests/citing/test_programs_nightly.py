"""A varied library through the real programs: no error, every entry, the translator printed, no empty brackets."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from reindreader.citing.formats import write
from reindreader.citing.options import Job
from tests.citing.varied import varied

pytestmark = [pytest.mark.nightly, pytest.mark.shared]
DATA = "biber-tool,pandoc:biblatex,csljson:biblatex,bibutils:bib2xml"
CLASSIC = "bibtex:plain,bibtex:apalike,bibtex:plainnat,biber-tool,pandoc:bibtex,bibutils:bib2xml"
STYLES = ("numeric", "authoryear", "mla", "chicago-authordate", "chicago-notes")
STAGES = [
    ("biblatex", "all", 1000, DATA),
    ("bibtex", "all", 1000, CLASSIC),
    ("bibtex", "latin", 1000, "bibtex+pdf:plain,bibtex+pdf:apalike"),
    *(("biblatex", "latin", 1000, f"biblatex:pdflatex:{style}") for style in STYLES),
    ("biblatex-apa", "latin", 1000, "biblatex:pdflatex:apa"),
    *(("biblatex", "all", 1000, f"biblatex:lualatex:{style}") for style in STYLES),
    ("biblatex-apa", "all", 1000, "biblatex:lualatex:apa"),
]
EMPTY = re.compile(r"\(\)|\(\[[a-z]\]\)|Trans\. chinese")


@pytest.mark.skipif(shutil.which("biber") is None, reason="no biber")
@pytest.mark.parametrize(("form", "scripts", "count", "stages"), STAGES)
def test_no_program_finds_an_error(shared, tmp_path, form, scripts, count, stages):
    path = tmp_path / "out.bib"
    path.write_text("".join(write(varied(count, scripts=scripts), form, Job(there=range(1, count + 1)))), "utf-8")
    tool = shared / "tools" / "consume_bib.py"
    command = [sys.executable, tool, path, "--json", "--stages", stages, "--keep", tmp_path / "kept"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [stage for stage in json.loads(done.stdout) if "skipped" not in stage]
    assert [(stage["stage"], stage["first_errors"]) for stage in found if stage["errors"]] == []
    assert all(stage["entries_out"] >= count for stage in found)
    for pdf in (tmp_path / "kept").glob("*/x.pdf"):
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
        assert EMPTY.findall(text) == []
        assert re.search("[Tt]rans", text)
