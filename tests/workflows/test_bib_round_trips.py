"""Files of other programs through a library and out again: each entry in or listed, and no field lost on the way."""

import pytest

from reindreader.citing.reading.bibtex_blocks import split
from reindreader.library import Library
from reindreader.workflows.bibliographies import import_bibliography
from reindreader.workflows.exporting import export_text
from reindreader.workflows.progress import finish
from tests.citing.reading.roundtrip import facts, same

BROKEN = {"hostile.bib": [19, 23, 26, 28, 35, 48, 66]}
ENTRIES = {
    "bibdesk.bib": 1, "cross.bib": 17, "dates.bib": 34, "hostile.bib": 35, "jabref.bib": 2, "latex.bib": 20,
    "mendeley.bib": 1, "names.bib": 30, "publishers.bib": 4, "zotero.bib": 3,
}  # fmt: skip


def decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("iso8859-15")


def lost(library, data, name):
    """(key, field, before, after) of all that the file says, and its export does not; and the report."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    report = finish(import_bibliography(library, data, name))
    ids = list(dict.fromkeys(one.record for one in report.arrived))
    after = dict(zip(ids, split("".join(export_text(library, ids, "biblatex"))).entries, strict=True))
    pairs = zip(report.arrived, split(text).entries, strict=True)
    found = [(one, raw, facts(after[one.record])) for one, raw in pairs]
    gone = [
        (one.wished, name, value, now.get(name))
        for one, raw, now in found
        for name, value in facts(raw).items()
        if not same(name, value, now)
    ]
    return gone, report


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_no_field_is_lost(samples, library, name, ends):
    data = (samples / "bib" / name).read_bytes().replace(b"\n", ends.encode())
    gone, report = lost(library, data, name)
    assert gone == []
    assert len(report.arrived) == ENTRIES[name]
    assert [broken.line for broken in report.broken] == BROKEN.get(name, [])


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("latin-1", "Straße und Äpfel"),
        ("cp1252", "L’été à la plage – œuvre"),
        ("utf-16", "Straße und Äpfel"),
        ("utf-8-sig", "Straße und Äpfel"),
        ("cp1251", "Ночной поезд и краткая защита света в городе у моря"),
        ("gb18030", "香港再工业化的前景与挑战以及一个简短的讨论"),
        ("big5", "香港再工業化的前景與挑戰以及一個簡短的討論"),
    ],
)
def test_files_in_other_encodings(library, encoding, title):
    text = f"@article{{k, title={{{title}}}, author={{Mok, Ada}}, journal={{{title}}}, year=1999}}\n"
    report = finish(import_bibliography(library, text.encode(encoding), "refs.bib"))
    assert library.get(report.arrived[0].record).record.title.text == title


def test_a_byte_of_another_encoding_does_not_change_the_rest(library):
    data = "@misc{k, title={Łódź, Äpfel, 渡輪}, note={Caf".encode() + b"\xe9 there}}\n"
    report = finish(import_bibliography(library, data, "refs.bib"))
    record = library.get(report.arrived[0].record).record
    assert (record.title.text, record.variables["note"]) == ("Łódź, Äpfel, 渡輪", "Café there")
    assert [problem.detail for problem in report.problems] == ["utf-8, cp1252"]


def test_every_line_that_begins_an_entry_is_told_of(samples, library):
    """What opens an entry is an entry or part of one to repair; what stands in a comment is none."""
    text = (samples / "bib" / "hostile.bib").read_text("utf-8")
    _gone, report = lost(library, text.encode(), "hostile.bib")
    told = {one.line for one in report.arrived} | {broken.line for broken in report.broken}
    blocks = ("@comment", "@string", "@preamble")
    begun = {n for n, line in enumerate(text.splitlines(), 1) if line.startswith("@")}
    assert begun - told == {n for n, line in enumerate(text.splitlines(), 1) if line.lower().startswith(blocks)} - told


@pytest.mark.nightly
@pytest.mark.shared
def test_real_files_lose_no_field(shared, tmp_path):
    for path in sorted((shared / "bib").glob("*/*.bib")):
        with Library.open(tmp_path / path.stem / "library.sqlite") as library:
            gone, report = lost(library, path.read_bytes(), path.name)
        assert (path.name, gone, report.broken) == (path.name, [], ())
