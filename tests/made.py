"""Articles made for the tests in every format that is read: prose of ours, put together by chance, with credits."""

import io
import random
import textwrap
import zipfile
from collections.abc import Callable, Mapping
from html import escape

from tests.pages.papers import Placed, pdf

ENGLISH = (
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town.",
    "Nobody has ever been able to say who pays for the oil of it in a winter, and the council denies that it does.",
    "I asked the boatmen, who went on with mending their nets as if they had heard nothing at all.",
    "The widow who keeps the key says only that the can is brought to her on the first of each month.",
    "In the ledger of the harbour office there is a line for it, and the line has been empty for eleven years.",
    "“A lamp that is out,” the old pilot told me, “is a sentence that begins with the word again.”",
    "The ferry does not wait for it, the fog does not mind it, and yet nobody would dream of putting it out.",
)
GERMAN = (
    "Die Lampe am Ende des Kais wird um vier Uhr nachmittags angezündet, zwei Stunden vor jeder anderen der Stadt.",
    "Niemand hat je sagen können, wer im Winter das Öl dafür bezahlt, und der Rat bestreitet, dass er es tue.",
    "Ich fragte die Bootsleute, die an ihren Netzen weiterflickten, als hätten sie nichts gehört.",
    "Im Hauptbuch des Hafenamtes steht eine Zeile dafür, und diese Zeile ist seit elf Jahren leer.",
)
CHINESE = (
    "碼頭盡頭的那盞燈在下午四點點亮，比鎮上任何一盞燈都早兩個小時。",
    "從來沒有人說得清楚，冬天的燈油究竟由誰來付，而議會說不是他們。",
    "我去問船夫，他們繼續補網，好像什麼也沒有聽見。",
    "港務處的帳簿裡有它的一行，那一行已經空了十一年。",
)
TONGUES = ((ENGLISH, "Translated from the Danish by Ngaio Bellweather", " "), (GERMAN, "Aus dem Dänischen von Ngaio Glockenwetter", " "), (CHINESE, "譯者：林鐘雨", ""))  # fmt: skip


def person(chance: random.Random) -> str:
    """A name that hardly comes twice."""
    return f"{chance.choice(('Sten', 'Mei', 'Ngaio', 'Ida'))} {''.join(chance.choices(('ber', 'lin', 'dal', 'mar', 'ek', 'sund', 'vik', 'tor'), k=3)).title()}"


def prose(chance: random.Random, paragraphs: int) -> tuple[str, list[str]]:
    """A title, and paragraphs of three to eight sentences, the last of them a credit."""
    sentences, credit, space = chance.choice(TONGUES)
    body = [space.join(chance.choices(sentences, k=chance.randint(3, 8))) for _ in range(paragraphs)]
    return f"{sentences[0][:24].strip()} {chance.randint(1, 9999)}", [*body, credit]


def text(chance: random.Random, paragraphs: int) -> bytes:
    title, body = prose(chance, paragraphs)
    return "\n\n".join([title, *body]).encode(chance.choice(("utf-8", "utf-8", "utf-16", "gb18030")))


def markdown(chance: random.Random, paragraphs: int) -> bytes:
    title, body = prose(chance, paragraphs)
    marked = [
        f"## Part {number}\n\n*{words[:12]}*{words[12:]}" if not number % 4 else words
        for number, words in enumerate(body, 1)
    ]
    return "\n\n".join([f"# {title}", *marked, "- [a link](https://harbour.example/lamp)"]).encode()


def page(chance: random.Random, paragraphs: int) -> str:
    title, body = prose(chance, paragraphs)
    links = "".join(
        f'<li class="menu-item menu-item-{number}"><a href="/{number}" rel="bookmark">Harbour news {number}</a></li>'
        for number in range(120)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | Harbour Post</title>'
        f'<meta property="og:site_name" content="Harbour Post"><meta name="author" content="{person(chance)}">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{escape(title)}", "datePublished": "2015-11-30"}}</script>'
        f"<style>{'.menu { color: red }' * 1_000}</style><script>{'window.harbour = window.harbour || [];' * 800}</script></head><body><nav><ul>{links}</ul></nav><main><article><h1>{escape(title)}</h1>"
        + "".join(f'<p class="text">{escape(words[:40])}<em>{escape(words[40:60])}</em>{escape(words[60:])}</p>' for words in body)
        + f"</article></main><aside><ul>{links}</ul></aside><footer><p>© Harbour Post</p></footer></body></html>"
    )  # fmt: skip


def html(chance: random.Random, paragraphs: int) -> bytes:
    return page(chance, paragraphs).encode()


def mhtml(chance: random.Random, paragraphs: int) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/lamp\r\nSubject: The Lamp\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n'
        "------x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    tail = "\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------x--\r\n"
    return (head + page(chance, paragraphs) + tail).encode()


def zipped(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, words in parts.items():
            opened.writestr(name, words, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def epub(chance: random.Random, paragraphs: int) -> bytes:
    count = max(1, paragraphs // 20)
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(count))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(count))
    title, _ = prose(chance, 1)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'version="2.0"><metadata><dc:title>{escape(title)}</dc:title><dc:creator opf:role="aut">{person(chance)}</dc:creator>'
        f'<dc:contributor opf:role="trl">Ngaio Bellweather</dc:contributor></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "p.opf": opf}
    for number in range(count):
        heading, body = prose(chance, paragraphs // count)
        words = "".join(f"<p>{escape(part)}</p>" for part in body)
        parts[f"c{number}.xhtml"] = (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{escape(heading)}</h1>{words}</body></html>'
        )
    return zipped(parts)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(chance: random.Random, paragraphs: int) -> bytes:
    title, body = prose(chance, paragraphs)
    rows = [f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{escape(title)}</w:t></w:r></w:p>']
    rows += [f'<w:p><w:r><w:t>{escape(words[:30])}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{escape(words[30:])}</w:t></w:r></w:p>' for words in body]  # fmt: skip
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
    own = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations,
            "word/document.xml": f"<w:document {W}><w:body>{''.join(rows)}</w:body></w:document>",
            "word/_rels/document.xml.rels": own,
            "word/styles.xml": styles,
        }
    )


def odt(chance: random.Random, paragraphs: int) -> bytes:
    title, body = prose(chance, paragraphs)
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    rows = f'<text:p text:style-name="Title">{escape(title)}</text:p>' + "".join(
        f"<text:p>{escape(words)}</text:p>" for words in body
    )
    content = f"<office:document-content {names}><office:body><office:text>{rows}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def paper(chance: random.Random, paragraphs: int) -> bytes:
    """A PDF of one column, 45 lines a page, with running headers."""
    title, body = (
        f"The Lamp {chance.randint(1, 9999)}",
        [" ".join(chance.choices(ENGLISH, k=6)) for _ in range(paragraphs)],
    )
    lines: list[str] = []
    for words in body:
        lines += ["", *textwrap.wrap(words, 88)]
    lines += ["", "Translated from the Danish by Ngaio Bellweather"]
    pages: list[list[Placed]] = []
    for start in range(0, len(lines), 45):
        own: list[Placed] = [(60.0, 30.0, 9.0, f"Harbour Post {len(pages) + 1}")]
        own += [(60.0, 100.0 + 15 * row, 11.0, words) for row, words in enumerate(lines[start : start + 45]) if words]
        pages.append(own if pages else [(60.0, 62.0, 20.0, title), *own])
    return pdf(pages, info=f"/Title ({title}) /Author ({person(chance)})")


FORMATS: dict[str, Callable[[random.Random, int], bytes]] = {
    ".txt": text,
    ".md": markdown,
    ".html": html,
    ".mhtml": mhtml,
    ".epub": epub,
    ".docx": docx,
    ".odt": odt,
    ".pdf": paper,
}
"""A maker for each format, by the name ending: chance and the number of paragraphs -> the file's bytes."""
