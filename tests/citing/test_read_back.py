"""The loss report is true: other programs read our files, and what comes back differs as reported.

bibutils, pandoc and Typst are no part of the project; a test is skipped where its program is absent.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from reindreader.citing.facts import FINDERS, Fact
from reindreader.citing.formats import FORMATS, losses, write, write_bytes
from reindreader.citing.losses import Fate
from reindreader.citing.options import ExportOptions as Options
from reindreader.citing.options import Job
from reindreader.model.contributors import Role
from reindreader.model.records import TYPES
from tests.citing.records import EVERY
from tests.citing.varied import varied

MODS = {"m": "http://www.loc.gov/mods/v3"}
RECORDS = list(EVERY.items())
READERS = {"ris": "ris2xml", "endnote-xml": "endx2xml", "word-sources": "wordbib2xml", "biblatex": "biblatex2xml"}


def through(path: Path, *command: str) -> bytes:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]}")
    return subprocess.run([*command, str(path)], capture_output=True, check=True).stdout


def written(tmp_path: Path, form: str, records: Sequence = RECORDS, **options: object) -> Path:
    path = tmp_path / f"file{FORMATS[form].suffix}"
    path.write_bytes(b"".join(write_bytes(records, form, Job(Options(**options)))))
    return path


def mods_of(path: Path, program: str) -> dict[str, etree._Element]:
    """What the program read, by citation key."""
    arguments = ["-i", "unicode", "-o", "unicode"] if program == "biblatex2xml" else []
    root = etree.fromstring(through(path, program, *arguments).removeprefix(b"\xef\xbb\xbf"))
    return {entry.findtext("m:identifier[@type='citekey']", namespaces=MODS): entry for entry in root}


def people(entry: etree._Element, role: str) -> list[str]:
    found = entry.xpath(f".//m:name[m:role/m:roleTerm='{role}']", namespaces=MODS)
    return [" ".join(part.text for part in name.findall("m:namePart", MODS)) for name in found]


@pytest.mark.parametrize("form", READERS)
def test_titles_come_back_and_translators_as_reported(tmp_path, form):
    program = READERS[form]
    read = list(mods_of(written(tmp_path, form), program).values())
    assert len(read) == len(RECORDS)
    for (_key, record), entry in zip(RECORDS, read, strict=True):
        title = "".join(entry.xpath("m:titleInfo/m:title/text() | m:titleInfo/m:nonSort/text()", namespaces=MODS))
        assert title.replace(" ", "")[:9] == (record.title.text if record.title else "").replace(" ", "")[:9]
        fates = {loss.fact: loss.fate for loss in losses(record, form)}
        names = [c.name.form.family for c in record.by_role(Role.TRANSLATOR) if c.name.form.family]
        if form == "ris":
            assert fates.get(Fact.TRANSLATOR) is (Fate.MISREAD if record.by_role(Role.TRANSLATOR) else None)
            assert people(entry, "translator") == []
            assert all(any(name in one for one in people(entry, "author")) for name in names)
        elif form == "biblatex":
            assert Fact.TRANSLATOR not in fates
            assert all(any(name in one for one in people(entry, "translator")) for name in names)


CARRIED = {
    Fact.TRANSLATOR: ".//m:name[m:role/m:roleTerm='translator']",
    Fact.ORIGINAL_TITLE: ".//m:relatedItem[@type='original']//m:title",
    Fact.LANGUAGE: ".//m:languageTerm",
    Fact.URL: ".//m:location/m:url",
}
"""Facts, and where bibutils has them if it read them as what they are. (An archived copy is an address too.)"""


OTHERWISE = {("biblatex", Fact.ORIGINAL_TITLE), ("biblatex", Fact.LANGUAGE)}
"""bibutils passes ``origtitle`` and ``langid`` over, and of ``@misc`` the translator, which biblatex itself reads."""


@pytest.mark.parametrize("fact", CARRIED)
@pytest.mark.parametrize("form", ["ris", "endnote-xml", "biblatex"])
def test_a_fact_that_is_not_reported_is_read_by_others_and_one_that_is_is_not(tmp_path, form, fact):
    if (form, fact) in OTHERWISE:
        return
    kinds = (
        []
        if form == "biblatex"
        else [(f"k{n}", replace(EVERY["nighttrain"], kind=kind)) for n, kind in enumerate(sorted(TYPES))]
    )
    records = [(key, record) for key, record in (*RECORDS, *kinds) if FINDERS[fact](record)]
    entries = mods_of(written(tmp_path, form, records), READERS[form])
    for (key, record), entry in zip(records, entries.values(), strict=True):
        reported = {loss.fact for loss in losses(record, form)}
        read = [node for node in entry.xpath(CARRIED[fact], namespaces=MODS) if "".join(node.itertext()).strip()]
        partly = fact in {Fact.LANGUAGE, Fact.URL}  # of several addresses the first is read
        assert bool(read) == (fact not in reported) or (read and partly), (key, record.kind)


def test_words_for_facts_without_a_field_are_read_as_notes(tmp_path):
    for form in ("ris", "word-sources", "biblatex"):
        for (key, record), entry in zip(RECORDS, mods_of(written(tmp_path, form), READERS[form]).values(), strict=True):
            notes = " ".join(" ".join(entry.xpath(".//m:note/text()", namespaces=MODS)).split())
            for loss in losses(record, form):
                if loss.fate is Fate.IN_WORDS and loss.fact is Fact.ROLE:
                    names = (value.partition(":")[2] for value in loss.values)
                    assert all(name.split()[0] in notes for name in names), (key, form, notes)


def test_what_ris_says_of_the_original_is_passed_over(tmp_path):
    """bibutils names the field it does not know; the report says it beforehand."""
    for key, record in RECORDS:
        entry = mods_of(written(tmp_path, "ris", [(key, record)]), "ris2xml")[key]
        reported = {loss.fact for loss in losses(record, "ris")}
        original = entry.xpath(".//m:relatedItem[@type='original']", namespaces=MODS)
        assert not original
        assert (Fact.ORIGINAL_TITLE in reported) == bool(record.original.title)


def test_mods_is_read_by_bibutils(tmp_path):
    path = written(tmp_path, "mods")
    ris = through(path, "xml2ris").decode("utf-8-sig")
    entries = [
        dict(line.split("  - ", 1) for line in one.splitlines() if "  - " in line) for one in ris.split("ER  - ")
    ]
    read = {entry["ID"]: entry for entry in entries if "ID" in entry}
    assert read.keys() == dict(RECORDS).keys()
    for key, record in RECORDS:
        assert read[key].get("TI", "")[:9] == (record.title.text[:9] if record.title else "")
    assert "PY" not in read["founding"]
    assert read["nighttrain"]["PY"] == "2021"


@pytest.mark.parametrize("form", ["bibliography-docx", "bibliography-odt", "bibliography-rtf", "bibliography-html"])
def test_pandoc_reads_the_lists(tmp_path, form):
    text = " ".join(through(written(tmp_path, form), "pandoc", "--wrap=none", "-t", "plain").decode().split())
    plain = " ".join("".join(write(RECORDS, "bibliography-text")).split())
    assert text.replace("_", "").replace("%7B", "{").replace("%7D", "}") == plain.replace("_", "")


def test_pandoc_reads_csl_json_and_biblatex(tmp_path):
    for form, reader in (("csl-json", "csljson"), ("biblatex", "biblatex"), ("bibtex", "bibtex")):
        items = json.loads(through(written(tmp_path, form), "pandoc", "-f", reader, "-t", "csljson"))
        read = {item["id"]: item for item in items}
        assert len(read) == len(RECORDS)
        assert "issued" not in read["founding"]
        assert ("translator" in read["founding"]) is (form != "bibtex")


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee", "modern-language-association"])
def test_typst_takes_the_whole_file(tmp_path, style):
    typst = pytest.importorskip("typst")
    written(tmp_path, "hayagriva", list(varied(200)))
    source = tmp_path / "list.typ"
    source.write_text(f'#bibliography("file.yaml", full: true, style: "{style}")')
    assert typst.compile(str(source)).startswith(b"%PDF")
