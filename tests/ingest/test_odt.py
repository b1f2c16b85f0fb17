"""ODT: the same blocks and marks as of the other formats."""

import io
import random
import zipfile

import pytest

from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article
from reindreader.ingest.odt import odt_article
from reindreader.model.articles import Article
from reindreader.model.contributors import Contributor
from reindreader.model.fields import ACCOUNT
from reindreader.model.text import BlockKind, MarkKind

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"office": "office", "text": "text", "style": "style", "table": "table", "fo": "xsl-fo-compatible", "meta": "meta", "draw": "drawing", "svg": "svg-compatible"}.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = """<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles>"""
BODY = """<text:p text:style-name="Title">The Lamp</text:p><text:h text:outline-level="1">The quay</text:h>
<text:p>A lamp<text:s text:c="3"/>is <text:span text:style-name="T1">lit</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>In winter only.</text:p></text:note-body></text:note> at <text:a xlink:href="https://example.org/four">four</text:a>.</text:p>
<text:p text:style-name="P1">Nobody pays.</text:p><text:list><text:list-item><text:p>One.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>oil</text:p></table:table-cell><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row></table:table>"""
META = f"""<office:document-meta {NAMES}><office:meta><dc:title>The Lamp</dc:title><meta:initial-creator>Mei Lam</meta:initial-creator>
<dc:language>en-GB</dc:language></office:meta></office:document-meta>"""


def document(body: str = BODY, **more: str | bytes) -> bytes:
    buffer = io.BytesIO()
    content = f"<office:document-content {NAMES}>{STYLES}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, words in {"content.xml": content, "meta.xml": META, **more}.items():
            opened.writestr(name, words)
    return buffer.getvalue()


def shape(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.slice(article.text)) for block in article.blocks]


def test_the_blocks_of_a_document() -> None:
    assert shape(odt_article(document(), "a.odt")) == [
        ("heading", "The Lamp"),
        ("heading", "The quay"),
        ("paragraph", "A lamp is lit1 at four."),
        ("quotation", "Nobody pays."),
        ("list-item", "One."),
        ("table", "oil \u2002three"),
        ("footnote", "In winter only."),
    ]


def test_marks_and_notes() -> None:
    article = odt_article(document(), "a.odt")
    marks = {(mark.kind, mark.span.slice(article.text), mark.target) for mark in article.marks}
    assert marks == {
        (MarkKind.EMPHASIS, "lit", None),
        (MarkKind.NOTE_REFERENCE, "1", "1"),
        (MarkKind.LINK, "four", "https://example.org/four"),
    }
    assert [block.label for block in article.blocks if block.kind is BlockKind.FOOTNOTE] == ["1"]


def test_properties() -> None:
    found = [
        (claim.field, getattr(claim.value, "text", str(claim.value))[:8])
        for claim in odt_article(document(), "a.odt").declared
    ]
    assert [name for name, _ in found] == ["title", ACCOUNT, "language"]
    changed = META.replace("meta:initial-creator", "dc:creator")  # ODF: who changed it last
    assert [c.field for c in odt_article(document(**{"meta.xml": changed}), "a.odt").declared] == ["title", "language"]


def test_a_subtitle_and_a_byline_by_their_styles() -> None:
    styles = '<office:automatic-styles><style:style style:name="P9" style:parent-style-name="Author"/></office:automatic-styles>'
    body = f"""{styles}<office:body><office:text><text:p text:style-name="Title">The Lamp</text:p>
    <text:p text:style-name="Subtitle">A winter</text:p><text:p text:style-name="P9">Jane Roe</text:p><text:p>It is lit.</text:p></office:text></office:body>"""
    content = f"<office:document-content {NAMES}>{body}</office:document-content>"
    article = odt_article(document(**{"content.xml": content}), "a.odt")
    assert shape(article)[:2] == [("heading", "The Lamp"), ("heading", "A winter")]
    (author,) = [claim for claim in article.declared if claim.field == "author"]
    assert isinstance(author.value, Contributor)
    assert author.value.name.literal == "Jane Roe"


def test_a_document_is_known_by_its_first_bytes_and_read_by_the_worker() -> None:
    assert read_article(document(), "letter").source.media_type == "application/vnd.oasis.opendocument.text"


def outcome(data: bytes) -> str:
    try:
        return "read" if odt_article(data, "a.odt").text else "nothing"
    except UnreadableFileError as error:
        return error.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (document(""), "empty"),
        (document(**{"content.xml": ""}), "broken"),
        (document(**{"META-INF/manifest.xml": "<m><f><encryption-data/></f></m>"}), "encrypted"),
        (document("<text:section>" * 5_000), "empty"),
    ],
    ids=["empty", "broken", "locked", "deep"],
)
def test_refusals_have_reasons(data: bytes, reason: str) -> None:
    assert outcome(data) == reason


def test_mutated_documents_are_read_or_refused() -> None:
    chance = random.Random(3)
    data = document()
    for _ in range(80):
        broken = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 12)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert outcome(bytes(broken)) in {"read", "broken", "encrypted", "bomb", "empty"}
