"""RIS, EndNote XML, MODS and Zotero RDF read; and which format a file is of."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.citing.facts import Fact
from reindreader.citing.formats import losses, write
from reindreader.citing.reading.detection import form_of
from reindreader.citing.reading.encodings import encoding_said
from reindreader.citing.reading.forms import TEXTS, TREES, read_text, read_tree
from reindreader.citing.reading.ris import read_ris
from reindreader.citing.reading.values import KeyLink
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Appearance, LinkKind, Record, Relation, Title, Translation, TranslationKind
from tests.citing.records import COMPLETE, EVERY, HERE, NIGHT_TRAIN, THERE

RIS = """\ufeffTY  - CHAP
AU  - Lam, Ka-wai
A2  - Okri, Ben
A4  - Ashworth, Helen, Jr.
TA  - 林家慧
TI  - The Clock
TT  - 鐘
T2  - Collected Ferries
PY  - 2016/03/14/
SP  - 17
EP  - 21
PB  - Harbour Press
CY  - Leeds
SN  - 978-3-16-148410-0
KW  - ferries
KW  - clocks
N1  - Read it
  twice
C3  - further
OP  - 1999
Y2  - 2020/01/02
UR  - https://x.example/a
ID  - lam2016
ER  -

TY  - JOUR
TI  - No end
TY  - STRANGE
T1  - Unknown type
OP  - Dock Daily, in spring
ER  -
XX nothing
"""

ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><ref-type name="Book Section">5</ref-type>
<contributors><authors><author><style face="normal">Lam, Ka-wai</style></author><author>Ferry Institute,</author></authors>
<subsidiary-authors><author>Ashworth, Helen</author></subsidiary-authors><tertiary-authors><author>X, Y</author></tertiary-authors>
</contributors><titles><title><style>The Clock</style></title><secondary-title>Ferries</secondary-title>
<translated-title>鐘</translated-title></titles><pages>17-21</pages><dates><year>2016</year></dates>
<isbn>1234-5678</isbn><keywords><keyword>a</keyword><keyword>b</keyword></keywords><custom1>kept</custom1>
<notes>One
Two</notes><label>lam</label></record><record/></records></xml>"""

MODS = """<mods xmlns="http://www.loc.gov/mods/v3" ID="lam"><titleInfo><nonSort>The</nonSort><title>Clock</title>
<subTitle>Left</subTitle></titleInfo><titleInfo type="abbreviated"><title>Clock</title></titleInfo>
<name type="personal"><namePart type="given">Ka</namePart><namePart type="given">wai</namePart>
<namePart type="family">Lam</namePart><role><roleTerm type="text">author</roleTerm></role></name>
<name type="corporate"><namePart>Ferry Translators</namePart><role><roleTerm type="text">translator</roleTerm></role></name>
<name><namePart>Plain Name</namePart></name><name/>
<genre>journal article</genre><originInfo><publisher>P</publisher><dateIssued>2016-03</dateIssued></originInfo>
<language><languageTerm>eng</languageTerm></language>
<relatedItem type="host"><titleInfo><title>Harbours</title></titleInfo><originInfo><edition>2</edition></originInfo>
<name><namePart type="family">Okri</namePart><role><roleTerm>editor</roleTerm></role></name>
<part><detail type="number"><number>3</number></detail><extent unit="page"><list>7</list></extent><date>2015</date></part>
</relatedItem><relatedItem type="series"><titleInfo><title>S</title></titleInfo></relatedItem>
<relatedItem type="original" href="#orig"><titleInfo><title>鐘</title></titleInfo><originInfo><publisher>Dock</publisher>
<dateIssued>1999</dateIssued></originInfo><location><url>https://o.example</url></location></relatedItem>
<identifier type="doi">10.1/x</identifier><identifier type="lccn">77</identifier><classification>P3</classification>
<subject><topic>ferries</topic></subject><note>Good</note></mods>"""

ZOTERO = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/">
<bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lam</foaf:surname><foaf:givenName>Ka-wai</foaf:givenName></foaf:Person></rdf:li>
<rdf:li><foaf:Person><foaf:surname>Ferry Institute</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<z:translators><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Ashworth</foaf:surname></foaf:Person></rdf:li></rdf:Seq></z:translators>
<dc:title>The Clock</dc:title><dc:date>2016-03-14</dc:date><bib:pages>17-21</bib:pages><z:language>en</z:language>
<dc:subject>ferries</dc:subject><dc:subject><z:AutomaticTag><rdf:value>clocks</rdf:value></z:AutomaticTag></dc:subject>
<dc:identifier><dcterms:URI><rdf:value>https://x.example</rdf:value></dcterms:URI></dc:identifier>
<dc:rights>CC BY</dc:rights><z:strange>kept</z:strange>
<dc:description>Original Title: 鐘
original-date: 1999
Original Language: Chinese
Citation Key: lamClock
A remark</dc:description><dcterms:isReferencedBy rdf:resource="#note_1"/><link:link rdf:resource="#file_1"/></bib:Article>
<bib:Journal rdf:about="urn:issn:1234-5678"><dc:title>Harbours</dc:title><prism:volume>7</prism:volume><prism:number>2</prism:number>
<dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal>
<bib:Memo rdf:about="#note_1"><rdf:value>A note</rdf:value></bib:Memo>
<z:Attachment rdf:about="#file_1"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/1/a.pdf"/></z:Attachment>
<z:Collection rdf:about="#c1"><dc:title>Outer</dc:title><dcterms:hasPart rdf:resource="#c2"/></z:Collection>
<z:Collection rdf:about="#c2"><dc:title>Inner</dc:title><dcterms:hasPart rdf:resource="#item_1"/></z:Collection></rdf:RDF>"""


def test_ris():
    found = read_ris(RIS)
    clock, second, strange = found.entries
    record = clock.record
    assert (clock.key, clock.line, clock.tags) == ("lam2016", 1, ("ferries", "clocks"))
    assert [c.name.literal for c in record.by_role(Role.TRANSLATOR)] == ["Helen Ashworth, Jr."]
    assert [form.text for form in record.by_role(Role.AUTHOR)[0].name.forms] == ["Ka-wai Lam", "林家慧"]
    assert record.title.forms[0].text == "鐘"
    here, there = record.appeared(Relation.TRANSLATION), record.appeared(Relation.ORIGINAL)
    assert (here.publication, here.date, here.place) == ("Collected Ferries", PartialDate(2016, 3, 14), "Leeds")
    assert there.date == PartialDate(1999)
    assert record.variables == {
        "publisher": "Harbour Press", "ISBN": "978-3-16-148410-0", "page": "17-21", "keyword": "ferries, clocks",
        "note": "Read it\ntwice",
    }  # fmt: skip
    assert record.unknown == {"C3": "further", "TA": "林家慧", "TT": "鐘"}
    assert (second.line, second.record.title.text) == (26, "No end")
    assert (strange.line, strange.record.unknown) == (28, {"TY": "STRANGE", "OP": "Dock Daily, in spring"})
    assert [(b.line, b.raw) for b in found.broken] == [(32, "XX nothing")]


def test_endnote():
    found = read_tree(ENDNOTE.encode(), "endnote-xml")
    (entry,) = found.entries
    record = entry.record
    assert (entry.key, record.kind, entry.tags) == ("lam", "chapter", ("a", "b"))
    assert [c.name.literal for c in record.contributors] == ["Ka-wai Lam", "Ferry Institute", "Helen Ashworth"]
    assert record.original.title.text == "鐘"
    assert record.appearances[0].date == PartialDate(2016)
    assert record.variables["ISSN"] == "1234-5678"
    assert record.variables["note"] == "One Two"
    assert record.unknown == {"endnote:custom1": "kept", "endnote:contributors/tertiary-authors": "X, Y"}
    assert len(found.broken) == 1


def test_mods():
    (entry,) = read_tree(MODS.encode(), "mods").entries
    record = entry.record
    assert (entry.key, entry.links) == ("lam", (KeyLink(LinkKind.TRANSLATION_OF, "orig"),))
    assert (record.title.text, record.kind, record.language) == ("The Clock: Left", "article-journal", "en")
    assert [(c.role, c.name.literal) for c in record.contributors] == [
        (Role.AUTHOR, "Ka wai Lam"),
        (Role.AUTHOR, "Plain Name"),
        (Role.TRANSLATOR, "Ferry Translators"),
        (Role.EDITOR, "Okri"),
    ]
    there = record.appeared(Relation.ORIGINAL)
    assert (there.publication, there.date, there.url) == ("Dock", PartialDate(1999), "https://o.example")
    assert record.appeared(Relation.TRANSLATION).publication == "Harbours"
    assert record.variables == {
        "publisher": "P", "title-short": "Clock", "DOI": "10.1/x", "issue": "3", "page": "7", "edition": "2",
        "collection-title": "S", "keyword": "ferries", "note": "Good",
    }  # fmt: skip
    assert record.unknown == {"mods:identifier/lccn": "77", "mods:classification": "P3"}


def test_zotero():
    (entry,) = read_tree(ZOTERO.encode(), "zotero-rdf").entries
    record = entry.record
    assert (entry.key, entry.tags, entry.files) == ("lamClock", ("ferries", "clocks"), ("files/1/a.pdf",))
    assert entry.collections == (("Outer", "Inner"),)
    assert [c.name.literal for c in record.contributors] == ["Ka-wai Lam", "Ferry Institute", "Ashworth"]
    here, there = record.appeared(Relation.TRANSLATION), record.appeared(Relation.ORIGINAL)
    assert (here.publication, here.url, here.date) == ("Harbours", "https://x.example", PartialDate(2016, 3, 14))
    assert there.date == PartialDate(1999)
    assert (record.original.title.text, record.original.language) == ("鐘", "zh")
    assert record.variables["note"] == "Citation Key: lamClock\nA remark\nA note"
    assert (record.variables["volume"], record.variables["ISSN"], record.license) == ("7", "1234-5678", "CC BY")
    assert record.unknown == {"zotero:strange": "kept"}


def test_mods_brings_the_forms_of_names_and_the_positions_back():
    name = Name("莫乃光", (NameForm("莫乃光", "zh-Hant", "莫", "乃光"), NameForm("Mok Nai-kwong", "zh-Latn")))
    record = Record(contributors=(Contributor(Role.AUTHOR, name, title="Legislative Councillor"),))
    (entry,) = read_tree("".join(write([("k", record)], "mods")).encode(), "mods").entries
    assert entry.record.contributors == record.contributors


@pytest.mark.parametrize("form", ["ris", "endnote-xml", "mods", "csl-json", "biblatex", "bibtex"])
@pytest.mark.parametrize("name", EVERY)
def test_our_own_files_come_back(form, name):
    text = "".join(write([(name, EVERY[name])], form))
    found = form_of(text, "x.json" if form == "csl-json" else "x.bib" if "bib" in form else "x")
    assert found in {form, "bibtex"}
    read = read_tree(text.encode(), found) if found in TREES else read_text(text, found)
    (entry,) = read.entries
    assert entry.key == name
    titles = [r.title.text.replace("’", "'") if r.title else None for r in (entry.record, EVERY[name])]
    assert titles[0] == titles[1] or form == "bibtex"  # classic BibTeX has two signs for all quotation marks
    assert len(entry.record.by_role(Role.AUTHOR)) == len(EVERY[name].by_role(Role.AUTHOR))
    assert len(entry.record.by_role(Role.TRANSLATOR)) == len(EVERY[name].by_role(Role.TRANSLATOR))
    assert not read.broken


FIRST = Appearance("Dock Daily", PartialDate(month=11, day=30), "Leeds", archived="https://kept.example/1")
LATER = Appearance("Harbour Evening Post", PartialDate(2016), relation=Relation.TRANSLATION)
BY_MACHINE = Record(
    title=Title("The Clock"),
    appearances=(replace(FIRST, relation=Relation.ORIGINAL), LATER),
    translation=Translation(TranslationKind.MACHINE, tool="Babelfisch 2"),
)


@pytest.mark.parametrize("form", ["mods", "csl-json", "biblatex", "bibtex"])
@pytest.mark.parametrize("record", [HERE, THERE, BY_MACHINE], ids=["here", "there", "by machine"])
def test_where_an_original_of_unknown_year_appeared_comes_back(form, record):
    text = "".join(write([("k", record)], form))
    found = form_of(text, "x.json" if form == "csl-json" else "x.bib" if "bib" in form else "x")
    (entry,) = (read_tree(text.encode(), found) if found in TREES else read_text(text, found)).entries
    assert entry.record.translation == record.translation
    for relation in (Relation.ORIGINAL, Relation.TRANSLATION):
        back, there = entry.record.appeared(relation), record.appeared(relation)
        assert (back is None) == (there is None)
        if back and there:
            assert (back.publication, back.place, str(back.date)) == (there.publication, there.place, str(there.date))


def test_a_kept_copy_of_the_original_comes_back_from_mods_and_one_that_is_lost_is_told():
    (entry,) = read_tree("".join(write([("k", BY_MACHINE)], "mods")).encode(), "mods").entries
    assert entry.record.appeared(Relation.ORIGINAL).archived == "https://kept.example/1"
    told = {loss.fact: loss.values for loss in losses(replace(BY_MACHINE, appearances=(FIRST, LATER)), "mods")}
    assert told[Fact.ARCHIVED] == ("https://kept.example/1",)
    assert Fact.ARCHIVED not in {loss.fact for loss in losses(BY_MACHINE, "mods")}


@pytest.mark.parametrize("record", [COMPLETE, NIGHT_TRAIN])
def test_mods_brings_every_appearance_back(record):
    (entry,) = read_tree("".join(write([("k", record)], "mods")).encode(), "mods").entries
    assert sorted(map(str, entry.record.appearances)) == sorted(map(str, record.appearances))


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (RIS, "x.txt", "ris"),
        (ENDNOTE, "x.xml", "endnote-xml"),
        (MODS, "x.xml", "mods"),
        (ZOTERO, "x.rdf", "zotero-rdf"),
        (json.dumps([{"id": "a", "type": "book"}]), "x.json", "csl-json"),
        ("% Encoding: UTF-8\n@book{a, title={B}}", "x.bib", "bibtex"),
        ("@book{a, title={B}}", "clipboard", "bibtex"),
        ("", "x.bib", "bibtex"),
        ("An article about @book{a, title={B}}", "x.txt", None),
        ("<html><body>mods</body></html>", "x.html", None),
        ("{\"a\": 1}", "x.json", None),
        ("Text", "x.md", None),
    ],
)  # fmt: skip
def test_a_format_is_known_by_its_content(text, name, form):
    assert form_of(text, name) == form


def test_an_encoding_that_the_file_names():
    assert encoding_said(b"% Encoding: GB18030\n@book{x}") == "gb18030"
    assert encoding_said(b"% -*- coding: latin-9-unix -*-\n") == "latin-9"
    assert encoding_said(b"@book{x}") is None


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=80) | st.lists(st.sampled_from(RIS.split("\n")), max_size=9).map("\n".join),
    st.sampled_from(sorted(TEXTS)),
)
def test_no_text_raises(text, form):
    read_text(text, form)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([ENDNOTE, MODS, ZOTERO]), st.integers(0, 3000), st.integers(0, 60), st.binary(max_size=9), st.sampled_from(sorted(TREES)))  # fmt: skip
def test_no_tree_raises(sample, at, length, inserted, form):
    data = sample.encode()
    read_tree(data[:at] + inserted + data[at + length :], form)


def test_what_is_no_xml_is_told():
    assert len(read_tree(b"\x00nothing", "mods").broken) == 1
