"""Pictures stay with their article: by bytes that came with the file, never by an address; what is harmful is left out."""

import base64
import hashlib
import struct
import zlib
from functools import partial

import pytest

from reindreader.ingest.docx import docx_article
from reindreader.ingest.epub import epub_article
from reindreader.ingest.html import page_article, read_html
from reindreader.ingest.html_images import LARGEST, MOST, Pictures, picture_of
from reindreader.ingest.odt import odt_article
from reindreader.model.articles import Article
from reindreader.model.text import BlockKind
from tests.ingest.test_docx import DOCUMENT_RELS, TYPES, R, document, paragraph
from tests.ingest.test_epub import OPF, book
from tests.ingest.test_html import LAST, MORE, PAGE, PROSE
from tests.ingest.test_odt import document as odt


def png(width: int = 64, height: int = 48, grey: int = 200) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(min(height, 200)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def data_uri(data: bytes, media_type: str = "image/png") -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def around(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.slice(article.text)[:20]) for block in article.blocks]


def pictured(article: Article) -> list[tuple[str, bytes]]:
    """The alternative text of each picture, and its bytes."""
    data = {image.sha256: image.data for image in article.images}
    assert all(hashlib.sha256(own).hexdigest() == sha256 for sha256, own in data.items())
    shown = [b for b in article.blocks if b.image is not None]
    assert all(block.kind is BlockKind.IMAGE for block in shown)
    assert {block.image for block in shown} == set(data)
    return [(b.span.slice(article.text), data[b.image]) for b in shown if b.image]


def page(picture: str, after: str = MORE) -> bytes:
    return PAGE.replace(f"<p>{after}", f"{picture}<p>{after}", 1).encode()


def read(data: bytes) -> Article:
    return page_article(data, "a.html", None, None)


def test_a_picture_written_out_in_a_page_stands_where_the_page_shows_it() -> None:
    figure = f'<figure><img alt="The lamp, lit" src="{data_uri(png())}"><figcaption>The lamp in winter.</figcaption></figure>'
    article = read(page(figure))
    assert pictured(article) == [("The lamp, lit", png())]
    place = around(article).index(("image", "The lamp, lit"))
    assert around(article)[place - 1 : place + 3] == [
        ("heading", "The oil"),
        ("image", "The lamp, lit"),
        ("caption", "The lamp in winter."),
        ("paragraph", MORE[:20]),
    ]
    assert article.images[0].media_type == "image/png"


def test_a_picture_without_words_is_a_block_without_words() -> None:
    article = read(page(f'<img src="{data_uri(png())}">'))
    assert pictured(article) == [("", png())]
    assert read_html(page(f'<img src="{data_uri(png())}">'), "a.html") == article


def test_the_text_is_the_same_without_pictures() -> None:
    assert read(page(f'<img src="{data_uri(png())}">')).body == read(PAGE.encode()).body


def test_the_same_picture_twice_is_kept_once() -> None:
    twice = f'<img alt="one" src="{data_uri(png())}"><p>{LAST[:90]} and another sentence.</p><img alt="two" src="{data_uri(png())}">'
    article = read(page(twice))
    assert [words for words, _ in pictured(article)] == ["one", "two"]
    assert len(article.images) == 1


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://example.org/lamp.png" alt="">',
        '<img src="file:///etc/passwd" alt="">',
        '<img src="lamp.png" srcset="other.png 2x" alt="">',
        f'<img src="{data_uri(b"<svg xmlns=" * 30, "image/svg+xml")}" alt="">',
        f'<img src="{data_uri(b"not a picture at all " * 9)}" alt="">',
        f'<aside class="related"><img src="{data_uri(png())}" alt=""></aside>',
        f'<div class="comments"><img src="{data_uri(png())}" alt=""></div>',
    ],
    ids=["remote", "local", "relative", "svg", "words", "margin", "comments"],
)
def test_what_is_no_picture_of_the_article_is_left_out(markup: str) -> None:
    article = read(page(markup))
    assert (article.images, PROSE in article.text) == ((), True)


def mhtml(location: str, *, source: str) -> bytes:
    html = page(f'<img alt="The lamp" src="{source}">').decode()
    return (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.org/a/lamp.html\r\n"
        'Content-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{html}\r\n----x\r\nContent-Type: image/png\r\n{location}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(png()).decode()}\r\n----x--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("location", "source"),
    [
        ("Content-Location: https://example.org/a/i/lamp.png", "https://example.org/a/i/lamp.png"),
        ("Content-Location: https://example.org/a/i/lamp.png", "i/lamp.png"),
        ("Content-ID: <lamp@1>", "cid:lamp@1"),
    ],
)
def test_the_parts_of_mhtml(location: str, source: str) -> None:
    assert pictured(page_article(mhtml(location, source=source), "a.mhtml", None, None)) == [("The lamp", png())]


def test_a_book() -> None:
    chapter = '<html><body><h2>The oil</h2><p>Words <img src="../i/a%20b.png" alt="A can"/> more.</p><svg><image href="../i/a%20b.png"/></svg></body></html>'
    opf = OPF.replace("SPINE", "").replace("two.xhtml", "c/two.xhtml")
    article = epub_article(book(opf, **{"O/c/two.xhtml": chapter, "O/i/a b.png": png()}), "a.epub")
    assert pictured(article) == [("A can", png()), ("", png())]
    assert around(article)[-3:] == [("paragraph", "Words more."), ("image", "A can"), ("image", "")]


def test_a_document() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="a" descr="A can"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{R}" r:KIND="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    more = {
        "[Content_Types].xml": TYPES.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1),
        "word/media/a.png": png(),
    }  # fmt: skip
    body = paragraph("The Lamp", "Title") + paragraph("A lamp is lit at four.") + drawing
    for kind, target, mode, kept in (
        ("embed", "media/a.png", "", [("A can", png())]),
        ("embed", "media/gone.png", "", []),
        ("link", "file:///etc/passwd", ' TargetMode="External"', []),
    ):
        relation = f'<Relationship Id="r9" Type="{R}/image" Target="{target}"{mode}/></Relationships>'
        rels = DOCUMENT_RELS.replace("</Relationships>", relation)
        own = document(body.replace("KIND", kind), **{**more, "word/_rels/document.xml.rels": rels})
        article = docx_article(own, "a.docx")
        assert pictured(article) == kept
        assert "A lamp is lit at four." in article.text


def test_an_open_document() -> None:
    frame = '<text:p>A lamp.<draw:frame><draw:image xlink:href="NAME"/><svg:title>A can</svg:title><svg:desc>Longer words</svg:desc></draw:frame></text:p>'
    for name, kept in (("Pictures/a.png", [("A can", png())]), ("../../etc/passwd", []), ("https://example.org/a.png", [])):  # fmt: skip
        article = odt_article(odt(frame.replace("NAME", name), **{"Pictures/a.png": png()}), "a.odt")
        assert pictured(article) == kept
        assert "Longer words" not in article.text


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08" + struct.pack(">HH", height, width) + b"\0" * 20


def webp(form: bytes, size: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + form + size


FORMS = {
    "png": lambda w, h: png(w, h)[:60] + b"\0" * 9,
    "jpeg": jpeg,
    "gif": lambda w, h: b"GIF89a" + struct.pack("<HH", w, h) + b"\0" * 9,
    "bmp": lambda w, h: b"BM" + b"\0" * 12 + b"\x28\0\0\0" + struct.pack("<ii", w, -h),
    "lossy": lambda w, h: webp(b"VP8 ", b"\0" * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", w, h)),
    "lossless": lambda w, h: webp(b"VP8L", b"\0" * 4 + b"\x2f" + struct.pack("<I", (w - 1) | (h - 1) << 14)),
    "extended": lambda w, h: webp(b"VP8X", b"\0" * 8 + (w - 1).to_bytes(3, "little") + (h - 1).to_bytes(3, "little")),
}


@pytest.mark.parametrize("form", FORMS)
def test_sizes_are_read_from_the_first_bytes(form: str) -> None:
    make = partial(FORMS[form])
    assert picture_of(make(640, 480)) is not None
    assert picture_of(make(12, 9)) is None
    assert picture_of(make(16_000, 16_000)) is None
    assert picture_of(make(640, 480)[:9]) is None


def test_there_is_a_limit_of_bytes_and_of_pictures() -> None:
    assert picture_of(png() + b"\0" * LARGEST) is None
    pictures = Pictures()
    kept = [pictures.add(png() + bytes([n % 256, n // 256])) for n in range(MOST + 5)]
    assert kept.count(None) == 5
    large = Pictures()
    assert [large.add(png() + bytes([n]) + b"\0" * 7_000_000) is None for n in range(7)] == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" + b"\xff\xe0\0\0" * 3_000, b"GIF89a", b"BM"]
)
def test_torn_headers(data: bytes) -> None:
    assert picture_of(data) is None
