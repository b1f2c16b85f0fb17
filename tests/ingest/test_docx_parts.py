"""DOCX: what is printed is read, wherever it stands in the file; what is not printed is not."""

import pytest

from reindreader.attribution import attribute
from reindreader.ingest.docx import docx_article
from reindreader.model.articles import Article
from reindreader.model.contributors import Contributor
from reindreader.model.records import Title
from reindreader.model.text import BlockKind
from tests.ingest.test_docx import CORE, PACKAGE, STYLE_NAMES, R, W, document, paragraph, shape

PROSE = "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town."
SPACES = {
    "r": R,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
NO_HEADER = {
    "word/header1.xml": f"<w:hdr {W}/>",
    "docProps/core.xml": CORE.replace("<dc:creator>Mei Lam</dc:creator>", ""),
}


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def read(body: str, styles: dict[str, str] | None = None, **more: str) -> Article:
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (STYLE_NAMES | (styles or {})).items()
    )
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in SPACES.items())
    whole = f"<w:document {W} {spaces}><w:body>{paragraph('The Lamp', 'Title')}{body}</w:body></w:document>"
    parts = {"word/document.xml": whole, "word/styles.xml": f"<w:styles {W}>{named}</w:styles>"} | NO_HEADER | more
    return docx_article(document(**parts), "a.docx")


def people(article: Article) -> list[tuple[str, str]]:
    found = attribute(article).claims
    return [(claim.field, claim.value.name.literal) for claim in found if isinstance(claim.value, Contributor)]


BOX = "<w:txbxContent><w:p><w:r><w:t>Translated by Ann Moss</w:t></w:r></w:p></w:txbxContent>"
NEW = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
OLD = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "box",
    [
        OLD,
        NEW,
        f'<mc:AlternateContent><mc:Choice Requires="wps">{NEW}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>',
        f'<mc:AlternateContent><mc:Choice Requires="wps">{NEW}</mc:Choice></mc:AlternateContent>',
    ],
)
def test_a_text_box_is_read_once(box: str) -> None:
    article = read(paragraph(PROSE, more=f"<w:r>{box}</w:r>"))
    assert article.text.count("Translated by Ann Moss") == 1
    assert people(article) == [("translator", "Ann Moss")]


def test_of_changes_that_are_tracked_the_new_words_are_read() -> None:
    gone = '<w:del w:id="1" w:author="Ed"><w:r><w:delText>Translated by Old Name</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="Ed">{run("Translated by Ann Moss")}</w:ins>'
    away = f'<w:moveFrom w:id="3" w:author="Ed">{run(" far away")}</w:moveFrom>'
    article = read(f"<w:p>{gone}{new}</w:p>" + paragraph(PROSE, more=away))
    assert people(article) == [("translator", "Ann Moss")]
    assert article.text.endswith(PROSE)


def test_fields_directions_and_formulas_keep_their_words_and_hidden_ones_are_not_read() -> None:
    field = f'<w:fldSimple w:instr=" SEQ Figure ">{run("7")}</w:fldSimple>'
    turned = f'<w:bdo w:val="rtl">{run(" abc")}</w:bdo>'
    formula = "<m:oMathPara><m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath></m:oMathPara>"
    hidden = run(" unseen", "<w:vanish/>") + run(" seen", '<w:vanish w:val="0"/>')
    article = read(paragraph("Lamp ", more=field + turned + formula + hidden) + paragraph(PROSE))
    assert shape(article)[1][2] == "Lamp 7 abcE=m seen"


def test_contents_are_no_paragraphs() -> None:
    listed = (
        paragraph("Contents", "H") + paragraph("The quay 3", "C") + paragraph("The quay", "Heading1") + paragraph(PROSE)
    )
    article = read(listed, {"H": "TOC Heading", "C": "toc 1"})
    assert [words for _, _, words in shape(article)] == ["The Lamp", "The quay", PROSE]


@pytest.mark.parametrize(
    ("style", "line", "role"),
    [
        ("Author", "Jane Roe", "author"),
        ("Autor", "Jane Roe", "author"),
        ("作者", "Jane Roe", "author"),
        ("Article Author", "Jane Roe", "author"),
        ("Translator", "Jane Roe", "translator"),
        ("Author", "By Jane Roe", "author"),
        ("Body Text", "Jane Roe", None),
    ],
)
def test_a_byline_by_the_name_of_its_style(style: str, line: str, role: str | None) -> None:
    article = read(paragraph(line, "B") + paragraph(PROSE) + paragraph(PROSE), {"B": style})
    assert people(article) == ([(role, "Jane Roe")] if role else [])
    if role:
        assert attribute(article).article.blocks[1].kind is BlockKind.CREDIT


def test_the_author_of_a_cover_page() -> None:
    control = f'<w:p><w:sdt><w:sdtPr><w:alias w:val="Author"/></w:sdtPr><w:sdtContent>{run("Jane Roe")}</w:sdtContent></w:sdt></w:p>'
    assert people(read(control + paragraph(PROSE))) == [("author", "Jane Roe")]


def test_what_a_field_of_a_header_is_made_by_is_not_printed() -> None:
    number = "<w:r><w:instrText>PAGE of the NUMBER</w:instrText></w:r>"
    header = f"<w:hdr {W}><w:p>{run('Quay Review')}{number}</w:p></w:hdr>"
    article = read(paragraph(PROSE), **{"word/header1.xml": header})
    assert shape(article)[-1] == ("furniture", 0, "Quay Review")


def test_a_page_that_is_imported_whole() -> None:
    related = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r9" Type="{R}/aFChunk" Target="page.htm"/></Relationships>'
    )
    page = f"<html><body><h2>The quay</h2><p>{PROSE}</p></body></html>"
    parts = {"word/_rels/document.xml.rels": related, "word/page.htm": page}
    assert shape(read('<w:altChunk r:id="r9"/>', **parts))[1:] == [("heading", 2, "The quay"), ("paragraph", 0, PROSE)]


def test_a_table_of_credits() -> None:
    def table(*rows: tuple[str, str]) -> str:
        cells = ("".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    credited = table(("Author", "Jane Roe"), ("Translator", "Ann Moss"), ("First published in", "Quay, March 1998"))
    article = read(credited + paragraph(PROSE))
    found = attribute(article)
    assert people(article) == [("author", "Jane Roe"), ("translator", "Ann Moss")]
    assert {claim.spans[0].slice(found.article.text) for claim in found.claims if claim.field == "translator"} == {
        "Translator \u2002Ann Moss"
    }
    assert people(read(table(("Lamps", "Jane Roe"), ("Translator", "Ann Moss")) + paragraph(PROSE))) == []


def test_a_byline_of_two_lines() -> None:
    line = paragraph("Text: Jane Roe", "B", more=f"<w:r><w:br/></w:r>{run('Translation: Ann Moss')}")
    article = read(line + paragraph(PROSE), {"B": "Byline"})
    assert sorted(people(article)) == [("author", "Jane Roe"), ("translator", "Ann Moss")]


def test_a_sign_that_calls_a_note_is_no_letter_of_the_title() -> None:
    parts = {
        "word/styles.xml": f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
    }
    body = paragraph("The Lamp*", "Title") + paragraph(PROSE) + paragraph("* Translated by Ann Moss.")
    found = attribute(docx_article(document(body, **(NO_HEADER | parts)), "a.docx"))
    assert {claim.value.text for claim in found.claims if isinstance(claim.value, Title)} == {"The Lamp"}
