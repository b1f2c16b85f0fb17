"""EPUB: chapters in the order of the spine, roles of the package, notes, pages; and zip files that mean harm."""

import io
import random
import struct
import zipfile
from collections.abc import Mapping

import pytest

from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article
from reindreader.ingest.epub import epub_article
from reindreader.ingest.zips import open_zip
from reindreader.model.articles import Article, ProblemKind
from reindreader.model.claims import Claim
from reindreader.model.contributors import Contributor
from reindreader.model.text import BlockKind, MarkKind

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>'
OPF = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">
<metadata><!-- ours --><dc:title>The Lamp</dc:title><dc:language>en</dc:language>
<dc:creator id="a">Mei Lam</dc:creator><meta refines="#a" property="role">aut</meta><meta refines="#a" property="file-as">Lam, Mei</meta>
<dc:contributor opf:role="trl">Alan Reed</dc:contributor><dc:contributor opf:role="bkp">A Tool</dc:contributor>
<dc:date>2015</dc:date><dc:publisher>Quay Press</dc:publisher><dc:identifier>urn:isbn:978-0-00-000000-2</dc:identifier></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/><item id="one" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/>SPINE</spine></package>"""
NAV = '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><a href="two.xhtml#x">The oil</a></nav></body></html>'
ONE = """<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>
<span epub:type="pagebreak" title="7"/><h1>The quay</h1><p>A lamp&nbsp;is lit<a epub:type="noteref" href="#n1">1</a> at <em>four</em>.</p>
<aside epub:type="footnote" id="n1"><p>1. In winter.</p></aside></body></html>"""
TWO = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p><ruby>灯<rt>あかり</rt></ruby> is a lamp.</p></body></html>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, words in parts.items():
            opened.writestr(name, words, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def book(opf: str = OPF.replace("SPINE", ""), **more: str | bytes) -> bytes:
    own = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "O/p.opf": opf}
    return zipped({**own, "O/nav.xhtml": NAV, "O/one a.xhtml": ONE, "O/two.xhtml": TWO, **more})


def shape(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.slice(article.text)) for block in article.blocks]


def test_the_chapters_as_one_text() -> None:
    assert shape(epub_article(book(), "a.epub")) == [
        ("heading", "The Lamp"),
        ("heading", "The quay"),
        ("paragraph", "A lamp\xa0is lit1 at four."),
        ("footnote", "1. In winter."),
        ("heading", "The oil"),
        ("paragraph", "灯 is a lamp."),
    ]


def test_notes_readings_and_pages() -> None:
    article = epub_article(book(), "a.epub")
    marks = {(mark.kind, mark.span.slice(article.text), mark.target) for mark in article.marks}
    assert {
        (MarkKind.NOTE_REFERENCE, "1", "1"),
        (MarkKind.RUBY, "灯", "あかり"),
        (MarkKind.EMPHASIS, "four", None),
    } <= marks
    assert [block.label for block in article.blocks if block.kind is BlockKind.FOOTNOTE] == ["1"]
    assert [page.label for page in article.pages] == ["7"]


def test_the_package_declares_roles_and_no_others() -> None:
    def value(claim: Claim) -> str:
        return (
            claim.value.name.form.inverted
            if isinstance(claim.value, Contributor)
            else getattr(claim.value, "iso", getattr(claim.value, "text", str(claim.value)))
        )

    found = {claim.field: value(claim) for claim in epub_article(book(), "a.epub").declared}
    assert found == {
        "title": "The Lamp",
        "language": "en",
        "author": "Lam, Mei",
        "translator": "Alan Reed",
        "appearance.date": "2015",
        "variable.publisher": "Quay Press",
        "variable.ISBN": "9780000000002",
        "appearance.relation": "translation",
    }


def test_notes_have_the_labels_of_their_references() -> None:
    one = ONE.replace("1. In winter.", "In winter.").replace(
        "four", '<a epub:type="noteref" href="two.xhtml#n2">2</a>four'
    )
    two = TWO.replace(
        "</body>",
        '<aside epub:type="endnote" id="n2" xmlns:epub="http://www.idpf.org/2007/ops">Of whale.</aside></body>',
    )
    article = epub_article(book(**{"O/one a.xhtml": one, "O/two.xhtml": two}), "a.epub")
    notes = [block for block in article.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [(note.label, note.span.slice(article.text)) for note in notes] == [("1", "In winter."), ("2", "Of whale.")]


def test_a_missing_chapter_is_a_problem() -> None:
    article = epub_article(book(OPF.replace("SPINE", '<itemref idref="gone"/>')), "a.epub")
    assert [(problem.kind, problem.detail) for problem in article.problems] == [(ProblemKind.TRUNCATED, "O/gone.xhtml")]


def test_an_epub_is_known_by_its_first_bytes() -> None:
    assert read_article(book(), "book").source.media_type == "application/epub+zip"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and no more", "broken"),
        (zipped({"a.txt": "words"}), "broken"),
        (book(**{"META-INF/encryption.xml": '<e><CipherReference URI="O/two.xhtml"/></e>'}), "encrypted"),
        (zipped({"big": b"0" * 50_000_000}), "bomb"),
        (zipped({f"{number}": b"" for number in range(20_001)}), "bomb"),
        (book(OPF[: OPF.index("<spine>")] + "</package>"), "empty"),
    ],
    ids=["torn", "other", "locked", "ratio", "many", "no-spine"],
)
def test_refusals_have_reasons(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        epub_article(data, "a.epub")
    assert raised.value.reason == reason


def test_parts_that_overlap_are_refused() -> None:
    data = bytearray(zipped({"a": b"1" * 50, "b": b"2" * 50}))
    directory = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[directory + 42 : directory + 46] = struct.pack("<I", 0)
    with pytest.raises(UnreadableFileError, match="bomb"):
        open_zip(bytes(data), "a.epub")


def test_a_directory_that_lies_about_sizes_gives_no_more_than_it_says() -> None:
    data = zipped({"a": b"0" * 1_000_000})
    place = data.index(b"PK\x01\x02") + 24
    parts = open_zip(data[:place] + struct.pack("<I", 10) + data[place + 4 :], "a.epub")
    assert len(parts.read("a") or b"") <= 10


def test_entities_of_a_dtd_are_not_expanded() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    article = epub_article(
        book(**{"O/two.xhtml": f"{bomb}<html><body><p>One &b; two &f; three</p></body></html>"}), "a.epub"
    )
    assert "aaaa" not in article.text


def test_mutated_books_are_read_or_refused() -> None:
    chance = random.Random(11)
    data = book()
    for _ in range(120):
        broken = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 12)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert outcome(bytes(broken)) in {"read", "broken", "encrypted", "bomb", "empty"}


def outcome(data: bytes) -> str:
    try:
        return "read" if epub_article(data, "a.epub").text else "nothing"
    except UnreadableFileError as error:
        return error.reason


@pytest.mark.shared
def test_the_books_beside_the_project_open_with_titles(shared) -> None:  # type: ignore[no-untyped-def]
    for path in sorted((shared / "office" / "epub").glob("*.epub")):
        article = read_article(path.read_bytes(), path.name)
        assert any(claim.field == "title" for claim in article.declared), path.name
        assert len(article.numbers), path.name


def test_a_title_page_and_ways_back_are_no_words_of_the_text() -> None:
    start = '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>The Lamp</h1>'
    text = (
        '<p>A lamp is lit<a href="#n1" id="r1">1</a> at four in the afternoon, two hours before any other of the town.</p>'
        '<ol><li id="n1"><p>In winter.<a href="#r1">↩︎</a></p></li></ol></body></html>'
    )
    page = f"{start}<p>Mei Lam</p></body></html>", start + text
    article = epub_article(book(**{"O/one a.xhtml": page[0], "O/two.xhtml": page[1]}), "a.epub")
    assert [words for kind, words in shape(article) if kind == "heading"] == ["The Lamp"]
    assert ("footnote", "In winter.") in shape(article)
