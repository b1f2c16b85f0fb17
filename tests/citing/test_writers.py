"""The formats beside BibTeX: well formed whatever a record holds, nothing invented, the translator where he belongs."""

import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reindreader.citing.formats import FORMATS, Group, losses, write, write_bytes
from reindreader.citing.hayagriva import escape, typst_date, typst_reads
from reindreader.citing.options import ExportOptions as Options
from reindreader.citing.options import Job, Marked, Order
from reindreader.citing.ordering import sort_key
from reindreader.citing.trimming import LEAVABLE
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import parse_iso
from reindreader.model.highlights import Colour, Highlight, Locator, Quote
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Link, LinkKind, Record, Title
from reindreader.model.text import Span
from tests.citing.records import CLOCK, COMPLETE, EVERY, FOUNDING, LIGHT, NIGHT_TRAIN, WATER
from tests.citing.test_bibtex import HOSTILE, hostile_record
from tests.citing.varied import varied

REFERENCES = [form for form, found in FORMATS.items() if found.group is Group.REFERENCES]
LISTS = [form for form, found in FORMATS.items() if found.group is Group.BIBLIOGRAPHY]
NOTES = [form for form, found in FORMATS.items() if found.group is Group.HIGHLIGHTS]
XML = ("mods", "endnote-xml", "word-sources")
VARIED = list(varied(120))
DARK = Highlight(
    Quote("A *lamp*\n# burned", "before ", " after", Span(4, 20)), note="- why?", tags=("light & dark", "2015"),
    created=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
)  # fmt: skip
MARKS = {"clock": (Marked(DARK, Locator("paragraph", "4")), Marked(Highlight(Quote("x"), Colour.UNDERLINE)))}


def text(records, form, **more):
    return "".join(write(records, form, Job(**more)))


def marked(form, **more):
    return text(EVERY.items(), form, highlights=lambda key: MARKS.get(key, ()), **more)


@pytest.mark.parametrize("form", [*REFERENCES[4:], "bibliography-html", "bibliography-markdown", "bibliography-rtf"])
def test_files_to_the_letter(golden, form):
    golden(f"citing/{form}{FORMATS[form].suffix}", text(EVERY.items(), form))


@pytest.mark.parametrize("form", NOTES)
def test_notes_to_the_letter(golden, form):
    golden(f"citing/{form}{FORMATS[form].suffix}", marked(form))


@pytest.mark.parametrize("form", REFERENCES)
def test_no_year_is_invented_and_the_same_file_each_time(form):
    found = text([("k", FOUNDING)], form)
    assert "2015" not in found
    assert "Nov. 30" in found
    assert "year not stated" in found or form == "csl-json"
    assert text(VARIED, form) == text(VARIED, form)
    assert text([], form) == text([], form)
    assert "".join(text([one], form) for one in VARIED[:1])


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_xml_is_well_formed(form, ascii_only):
    found = text(VARIED, form, options=Options(ascii=ascii_only))
    assert found.isascii() or not ascii_only
    root = etree.fromstring(found.encode())
    records = root if form != "endnote-xml" else root[0]
    assert len(records) == len(VARIED)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_can_be_written(words):
    if not words.strip():
        return
    record = hostile_record(words)
    for form in XML:
        etree.fromstring(text([("k", record)], form).encode())
    for form in ("csl-json", "schema-org"):
        json.loads(text([("k", record)], form).encode())
    ris = text([("k", record)], "ris")
    assert all(line == "" or line[2:6] == "  - " for line in ris.encode("utf-8", "replace").decode().splitlines())
    hayagriva = text([("k", record)], "hayagriva")
    assert all(line.startswith(('"k":', "  ")) or not line for line in hayagriva.split("\n"))


def test_ris():
    lines = text([("train", NIGHT_TRAIN)], "ris").splitlines()
    assert "A4  - Nguyễn, Thị Hoa" in lines
    assert "OP  - Petite défense du train de nuit. Le Train du soir, Lyon, about 2019" in lines
    assert {"SP  - 17", "EP  - 21", "DA  - 2021/05//"} <= set(lines)
    kept = replace(FOUNDING, unknown={"U1": "mine", "TY": "no", "x-shelf": "blue"}, variables={"keyword": "a; b"})
    lines = text([("k", kept)], "ris").splitlines()
    assert {"U1  - mine", "KW  - a", "KW  - b"} <= set(lines)
    assert not any("blue" in line or line == "TY  - no" for line in lines)


def test_links_within_a_file():
    record = replace(CLOCK, links=(Link(LinkKind.TRANSLATION_OF, 2, "渡輪"),))
    entries = [("clock", record), ("lamp", LIGHT)]
    for form, words in (("mods", "#"), ("schema-org", '"@id": "#渡輪"')):
        assert words in text(entries, form, there={1, 2})
    assert not any(loss.fact == "link" for loss in losses(record, "schema-org", Job(there={1, 2})))
    assert any(loss.fact == "link" for loss in losses(record, "schema-org"))
    assert any(loss.fact == "link" for loss in losses(record, "ris", Job(there={1, 2})))


def test_typst_is_given_nothing_that_it_refuses():
    assert escape("a } $b \\ {c") == "a \\} \\$b \\\\ \\{c"
    assert [typst_date(parse_iso(date)) for date in ("2015-11", "2015~", "--11-30", "-0044", "2001/2003")] == [
        "2015-11", "~2015", "", "-0044", "2001",
    ]  # fmt: skip
    assert typst_date(parse_iso("12015")) == ""
    good = ("https://a.b/c?d#e", "http://a.b:80/", "https://a.b/道")
    bad = (
        "",
        "a b",
        "ftp://a.b",
        "https://",
        "https://a.b:99999/",
        "https://a.b:x/",
        "http://[a",
        "http://1.2.3",
        "http://a..b/",
    )
    assert all(map(typst_reads, good))
    assert not any(map(typst_reads, bad))
    assert text([], "hayagriva") == "{}\n"
    found = text([("k", replace(FOUNDING, title=Title("渡 “x” 𝒳")))], "hayagriva", options=Options(ascii=True))
    assert found.isascii()
    assert "\\u6E21" in found
    assert "\\U0001D4B3" in found


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("style", ["apa", "ieee", "modern-language-association"])
def test_lists_are_whole_documents(form, style):
    job = Job(Options(style=style))
    data = b"".join(write_bytes(EVERY.items(), form, job))
    assert data == b"".join(write_bytes(EVERY.items(), form, job))
    if not data.startswith(b"PK"):
        assert b"Night Train" in data
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name != "mimetype":
            etree.fromstring(part)
    body = parts.get("word/document.xml") or parts["content.xml"]
    assert "Night Train" in "".join(etree.fromstring(body).itertext())


def test_lists_set_what_a_style_wants():
    arabic = Record("book", Title("كتاب  الماء", "ar"), "ar")
    hostile = [(f"h{n}", hostile_record(words)) for n, words in enumerate(HOSTILE) if words.isprintable()]
    entries = [*EVERY.items(), ("kitab", arabic), *hostile]
    for form, words in (
        ("bibliography-html", 'dir="rtl"'), ("bibliography-rtf", "\\rtlpar"), ("bibliography-html", "<i>"),
        ("bibliography-markdown", "*The Slow Gazette*"), ("bibliography-rtf", "HYPERLINK"), ("bibliography-text", "Trans."),
    ):  # fmt: skip
        assert words in text(entries, form)
    assert text(entries, "bibliography-html", options=Options(ascii=True)).isascii()
    assert "csl-left-margin" in text(entries, "bibliography-html", options=Options(style="ieee"))
    assert text(entries, "bibliography-markdown", options=Options(style="ieee")).startswith("\\[1\\] ")
    docx = b"".join(write_bytes(entries, "bibliography-docx", Job(Options(style="infoclio-fr-smallcaps"))))
    odt = b"".join(write_bytes(entries, "bibliography-odt", Job(Options(style="infoclio-fr-smallcaps"))))
    with zipfile.ZipFile(BytesIO(docx)) as package:
        body = package.read("word/document.xml").decode()
    assert "<w:smallCaps/>" in body
    assert "<w:bidi/>" in body
    assert 'w:eastAsia="zh-TW"' in body
    with zipfile.ZipFile(BytesIO(odt)) as package:
        assert package.infolist()[0].filename == "mimetype"
        assert 'fo:font-variant="small-caps"' in package.read("content.xml").decode()


def test_annotations():
    collection = json.loads(marked("annotations", options=Options(ascii=True)))
    first, second = collection["first"]["items"]
    assert (first["motivation"], second["motivation"]) == ("commenting", "highlighting")
    quote, position = first["target"]["selector"]
    assert (quote["exact"], quote["prefix"], position["start"], position["end"]) == (
        "A *lamp*\n# burned",
        "before ",
        4,
        20,
    )
    assert [body["purpose"] for body in first["body"]] == ["commenting", "tagging", "tagging"]
    assert first["created"] == "2026-01-02T03:04:05Z"
    assert first["target"]["source"]["id"] == "urn:reindreader:clock"
    assert json.loads(text([], "annotations"))["first"]["items"] == []


@pytest.mark.parametrize("order", [Order.KEY, Order.AUTHOR, Order.YEAR, Order.TITLE])
def test_the_order_is_total_and_the_unknown_comes_last(order):
    keyed = sorted((sort_key(order, key, record), key) for key, record in EVERY.items())
    assert len(keyed) == len(EVERY)
    if order is not Order.KEY:
        assert sort_key(order, "a", COMPLETE) < sort_key(order, "a", Record())


@pytest.mark.parametrize("name", LEAVABLE)
def test_what_is_left_out_is_nowhere(name):
    record = replace(
        NIGHT_TRAIN,
        variables={v: f"secret {v}" for v in ("abstract", "note", "keyword", "DOI", "ISBN", "ISSN", "PMID", "archive")},
        unknown={"x-shelf": "secret"},
        license="secret",
    )
    whole = text([("k", record)], "csl-json")
    trimmed = text([("k", record)], "csl-json", options=Options(leave_out=frozenset({name})))
    assert len(trimmed) < len(whole)
    assert text([("k", Record())], "ris", options=Options(leave_out=frozenset(LEAVABLE)))


def test_options_refuse_nonsense_and_are_kept():
    chosen = Options(frozenset({"abstract"}), Order.YEAR, 80, ascii=True, style="ieee", language="de")
    assert Options.from_json(json.loads(json.dumps(chosen.as_json()))) == chosen
    assert Options().as_json() == {}
    assert Options.from_json({"later": 1, "leave_out": ["abstract", "later"]}).leave_out == {"abstract"}
    for wrong in ({"leave_out": frozenset({"x"})}, {"width": 3}, {"style": " "}):
        with pytest.raises(ValueError, match=r"fields|width|style"):
            Options(**wrong)


def test_options_of_bib_files():
    long = replace(CLOCK, variables={"abstract": "word " * 60, "DOI": "10.1/" + "x" * 90})
    found = text([("莫", long)], "biblatex", options=Options(width=60, safe_keys=False))
    assert found.startswith("@article{莫,")
    assert all(len(line) <= 60 or "doi" in line for line in found.splitlines())
    assert text([("{ }", long)], "biblatex", options=Options(safe_keys=False)).startswith("@article{item,")
    shout = replace(CLOCK, title=Title("NASA and Müller’s İz", "en"))
    assert "{{NASA} and Müller’s {İz}}" in text([("k", shout)], "biblatex")
    assert '{NASA and M{\\"u}ller\\textquoteright{}s {\\.I}z}' in text(
        [("k", shout)], "biblatex", options=Options(protect_titles=False, ascii=True)
    )
    assert "{NASA and Müller’s {İz}}" in text(
        [("k", shout)], "bibtex", options=Options(protect_titles=False, ascii=False)
    )
    assert "title        = {NASA and M{\\\"u}ller's" in text(
        [("k", shout)], "bibtex", options=Options(protect_titles=False)
    )


def test_names_of_digits_do_not_stop_biber():
    record = replace(WATER, contributors=(replace(WATER.contributors[0], name=Name("2015")),))
    assert "{{2015{}}}" in text([("k", record)], "biblatex")


def test_every_record_loses_what_is_said_and_nothing_else():
    for form in REFERENCES:
        for key, record in VARIED:
            for loss in losses(record, form):
                assert loss.values, (key, form, loss)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("biblatex", "{d’Armagnol, Luc}"),
        ("ris", "A4  - d’Armagnol, Luc"),
        ("mods", '<namePart type="family">d’Armagnol</namePart>'),
        ("hayagriva", "d’Armagnol"),
        ("schema-org", '"familyName": "d’Armagnol"'),
        ("csl-json", '"non-dropping-particle": "d’"'),
    ],
)
def test_a_particle_that_is_written_on_to_the_name_stays_there(form, written):
    luc = Name("Luc d’Armagnol", (NameForm("Luc d’Armagnol", None, "Armagnol", "Luc", "d’"),))
    assert written in text([("k", replace(CLOCK, contributors=(Contributor(Role.TRANSLATOR, luc),)))], form)
