"""DOCX: headings, quotations, lists, tables, notes, what its properties declare."""

import io
import random
import zipfile

import pytest

from reindreader.attribution import Reason, attribute, suggestions
from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article
from reindreader.ingest.docx import docx_article
from reindreader.model.articles import Article
from reindreader.model.claims import FilePlace
from reindreader.model.fields import ACCOUNT, record_of
from reindreader.model.text import BlockKind, MarkKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"""
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
DOCUMENT_RELS = f"""<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{R}/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>"""
STYLE_NAMES = {"Title": "Title", "Heading1": "heading 1", "Quote": "Quote"}
STYLES = f"<w:styles {W}>" + "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in STYLE_NAMES.items()
) + "</w:styles>"  # fmt: skip
NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>In winter only.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The Lamp</dc:title><dc:creator>Mei Lam</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>"""
HEADER = f"<w:hdr {W}><w:p><w:r><w:t>Translated by Alan Reed</w:t></w:r></w:p></w:hdr>"


def paragraph(words: str, style: str = "", more: str = "") -> str:
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}<w:r><w:t>{words}</w:t></w:r>{more}</w:p>"


BODY = (
    paragraph("The Lamp", "Title")
    + paragraph("The quay", "Heading1")
    + paragraph("A lamp is lit", more='<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> at four</w:t></w:r>')
    + paragraph("Nobody pays.", "Quote")
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>oil</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>three</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)  # fmt: skip


def document(body: str = BODY, **more: str | bytes) -> bytes:
    buffer = io.BytesIO()
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/styles.xml": STYLES,
        "word/footnotes.xml": NOTES,
        "word/header1.xml": HEADER,
        "docProps/core.xml": CORE,
    }
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, words in {**parts, **more}.items():
            opened.writestr(name, words)
    return buffer.getvalue()


def shape(article: Article) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.slice(article.text)) for block in article.blocks]


def test_the_blocks_of_a_document() -> None:
    assert shape(docx_article(document(), "a.docx")) == [
        ("heading", 0, "The Lamp"),
        ("heading", 1, "The quay"),
        ("paragraph", 0, "A lamp is lit[1] at four"),
        ("quotation", 0, "Nobody pays."),
        ("table", 0, "oil \u2002three"),
        ("footnote", 0, "In winter only."),
        ("furniture", 0, "Translated by Alan Reed"),
    ]


def test_notes_and_emphasis() -> None:
    article = docx_article(document(), "a.docx")
    marks = {(mark.kind, mark.span.slice(article.text), mark.target) for mark in article.marks}
    assert {(MarkKind.NOTE_REFERENCE, "[1]", "1"), (MarkKind.EMPHASIS, "at four", None)} <= marks
    assert [block.label for block in article.blocks if block.kind is BlockKind.FOOTNOTE] == ["1"]


def test_the_account_that_made_a_file_is_no_author() -> None:
    assert [claim.field for claim in docx_article(document(), "a.docx").declared] == ["title", ACCOUNT, "language"]
    found = attribute(docx_article(document(), "a.docx"))
    assert [person.name.literal for person in record_of(found.claims).contributors] == ["Alan Reed"]
    (offer,) = suggestions(found.article, found.claims)
    assert (offer.field, offer.value, offer.reason) == ("author", "Mei Lam", Reason.ACCOUNT)
    empty = CORE.replace("Mei Lam", "Microsoft Office User").replace("The Lamp", "Document1")
    assert [claim.field for claim in docx_article(document(**{"docProps/core.xml": empty}), "a.docx").declared] == [
        "language"
    ]


@pytest.mark.parametrize(
    ("line", "role"), [("By Mei Lam", "author"), ("By Lam Kong", None), ("Translated by Mei Lam", "translator")]
)
def test_the_account_confirms_whom_the_text_names(line: str, role: str | None) -> None:
    body = paragraph("The Lamp", "Title") + paragraph(line) + paragraph("The lamp is lit at four. " * 9)
    found = attribute(docx_article(document(body, **{"word/header1.xml": f"<w:hdr {W}/>"}), "a.docx"))
    confirmed = [
        claim.field for claim in found.claims if FilePlace("DOCX creator", "Mei Lam") in claim.evidence and claim.spans
    ]
    assert confirmed == [role] * bool(role)
    assert any(claim.field == ACCOUNT for claim in found.claims) is (role is None)


@pytest.mark.parametrize("name", ["Учетная запись Майкрософт", "Windows-Benutzer", "微软用户", "user@quay.example"])
def test_what_programs_call_an_account_is_nobody(name: str) -> None:
    core = CORE.replace("Mei Lam", name)
    declared = docx_article(document(**{"docProps/core.xml": core}), "a.docx").declared
    assert [claim.field for claim in declared] == ["title", "language"]


def test_who_changed_a_file_last_is_nobody() -> None:
    core = CORE.replace("<dc:creator>Mei Lam</dc:creator>", "<cp:lastModifiedBy>Mei Lam</cp:lastModifiedBy>")
    assert [claim.field for claim in docx_article(document(**{"docProps/core.xml": core}), "a.docx").declared] == [
        "title",
        "language",
    ]


def test_a_title_without_a_style_is_found_by_its_place() -> None:
    prose = (
        "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town."
    )
    article = docx_article(document(paragraph("The Lamp") + paragraph(prose) + paragraph(prose)), "a.docx")
    assert shape(article)[:2] == [("heading", 0, "The Lamp"), ("paragraph", 0, prose)]


def test_words_with_a_reading() -> None:
    ruby = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    article = docx_article(document(paragraph("The Lamp", "Title") + paragraph("漢字 and ", more=ruby)), "a.docx")
    assert shape(article)[1] == ("paragraph", 0, "漢字 and 漢字")
    (mark,) = article.marks
    assert (mark.kind, mark.target, mark.span.start) == (MarkKind.RUBY, "かんじ", article.text.rindex("漢字"))


def test_a_document_is_known_by_its_first_bytes_and_read_by_the_worker() -> None:
    assert read_article(document(), "letter").source.media_type.endswith("wordprocessingml.document")


def outcome(data: bytes) -> str:
    try:
        return "read" if docx_article(data, "a.docx").text else "nothing"
    except UnreadableFileError as error:
        return error.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "broken"),
        (document(""), "read"),
        (document("", **{"word/header1.xml": "<x/>"}), "empty"),
        (document(**{"word/document.xml": "<w:document"}), "broken"),
        (document(**{"big.bin": "0" * 40_000_000}), "bomb"),
        (document(paragraph("x") * 5_000), "read"),
    ],
    ids=["torn", "header-only", "empty", "broken", "bomb", "long"],
)
def test_refusals_have_reasons(data: bytes, reason: str) -> None:
    assert outcome(data) in ({reason, "empty"} if reason == "read" else {reason})


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    data = document(
        **{
            "word/document.xml": f"<!DOCTYPE d [{laughs}]><w:document {W}><w:body>{paragraph('&a11;')}</w:body></w:document>"
        }
    )
    assert outcome(data) in {"broken", "empty", "read"}
    assert len(data) < 10_000


def test_mutated_documents_are_read_or_refused() -> None:
    chance = random.Random(5)
    data = document()
    for _ in range(80):
        broken = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 12)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert outcome(bytes(broken)) in {"read", "broken", "encrypted", "bomb", "empty"}
