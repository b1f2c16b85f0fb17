"""DOCX documents: mammoth's HTML, its notes, and the words of headers and footers. Parsed in the worker process."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree

from reindreader.errors import UnreadableFileError
from reindreader.ingest.blocks import blocks_of
from reindreader.ingest.docx_chunks import imported_pages
from reindreader.ingest.docx_preparing import DOCUMENT, prepared
from reindreader.ingest.docx_properties import property_claims
from reindreader.ingest.html_body import parsed
from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_flow import Flow, Flowed
from reindreader.ingest.html_images import KEPT, LARGEST, Pictures
from reindreader.ingest.html_preparing import with_rubies
from reindreader.ingest.html_tree import local_name
from reindreader.ingest.office_bylines import byline_claims
from reindreader.ingest.zips import BROKEN_PART, Parts, open_zip
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.claims import Claim
from reindreader.model.text import BlockKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

LIMITS = Limits(seconds=30.0)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='TOC Heading'] => !
p[style-name^='toc '] => !
p[style-name='table of figures'] => !
"""
"""Paragraph styles by the elements that mammoth makes of them; what is made of the text, such as its contents, is none."""

_NOTE = re.compile(r"(?:footnote|endnote)-\d+")
_BREAKS = ("{*}br", "{*}cr", "{*}tab")
_SIGNS = {"br": "\n", "cr": "\n", "tab": " "}
_FIRST = 40
"""Paragraphs in which a byline stands."""
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_docx(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The text of a document. Raises UnreadableFileError (``broken``, ``encrypted``, ``bomb``, ``empty``, ``slow`` …)."""
    del encoding  # it is XML
    try:
        return in_worker(LIMITS, docx_article, data, name, url)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(name), error.reason) from error


def docx_article(data: bytes, name: str, url: str | None = None) -> Article:
    """The same in this process."""
    parts = open_zip(data, name)
    pictures = Pictures()
    plain, rubies = prepared(data, parts)
    root = _tree(plain, name, pictures)
    flow = Flow(picture_of=pictures.of)
    if root is not None:
        _prepare(root)
        flow.add(root)
    for page in imported_pages(parts):
        flow.add(page)
    for words in _margins(parts):
        flow.add_line(BlockKind.FURNITURE, words)
    source = Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), len(data), url=url)
    flowed = with_rubies(flow.done(), rubies)
    claims = (*property_claims(parts.xml("docProps/core.xml"), "DOCX"), *byline_claims(_styled(parts), "DOCX"))
    return office_article(flowed, source, claims, pictures)


def office_article(flowed: Flowed, source: Source, claims: tuple[Claim, ...], pictures: Pictures) -> Article:
    """The article of a document's text. Where no style marks the title, its form and place may."""
    if not any(block.kind is not BlockKind.FURNITURE for block in flowed.blocks):
        raise UnreadableFileError(Path(source.name), "empty")
    blocks = flowed.blocks
    if not _titled(flowed):
        head = flowed.text[: blocks[min(len(blocks), 12) - 1].span.end]
        title = next((b.span for b in blocks_of(head) if b.kind is BlockKind.HEADING and b.level == 0), None)
        blocks = tuple(
            replace(block, kind=BlockKind.HEADING, level=0)
            if block.span == title and block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
            else block
            for block in blocks
        )
    titled = _titled(replace(flowed, blocks=blocks))
    problems = () if titled else (Problem(ProblemKind.NO_TITLE),)
    images = pictures.named(block.image for block in blocks)
    return Article(
        flowed.text, blocks, source, flowed.marks, flowed.pages, declared=claims, problems=problems, images=images
    )


def _titled(flowed: Flowed) -> bool:
    return any(block.kind is BlockKind.HEADING and block.level == 0 for block in flowed.blocks)


def _tree(data: bytes, name: str, pictures: Pictures) -> etree._Element | None:
    import mammoth  # type: ignore[import-untyped]  # noqa: PLC0415  slow to load, and only the worker needs it

    def kept(image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                return {"src": f"{KEPT}{pictures.add(stream.read(LARGEST + 1))}"}
        except BROKEN_PART:  # it is missing, or on another computer
            return {"src": ""}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(kept)
        )
    except Exception as error:  # mammoth has no errors of its own: a broken part ends in any of Python's
        raise UnreadableFileError(Path(name), "broken") from error
    return parsed(f"<body>{made.value}</body>") if made.value else None


def _prepare(root: etree._Element) -> None:
    """Mark the title and the notes: mammoth writes notes as a list at the end, each with a way back."""
    titles = [h1 for h1 in root.iter("h1") if h1.get("class") == "title"] or _only_heading(root)
    for title in titles[:1]:
        title.set("data-level", "0")
    notes = [item for item in root.iter("li") if _NOTE.fullmatch(item.get("id") or "")]
    for number, item in enumerate(notes, 1):
        item.set("role", "doc-footnote")
        item.set("data-label", str(number))
        for back in [
            a
            for a in item.iter("a")
            if (a.get("href") or "").endswith(f"-ref-{(item.get('id') or '').rpartition('-')[2]}")
        ]:
            back.text = ""


def _only_heading(root: etree._Element) -> list[etree._Element]:
    """A first-level heading that there is only one of, and nothing but short lines before it."""
    headings = list(root.iter("h1"))
    before = list(root.iter("p", "h1"))
    return headings if len(headings) == 1 and headings[0] in before[:3] else []


def _styled(parts: Parts) -> Iterator[tuple[str, str]]:
    """The first paragraphs, each with the name of its style, or of the field of the cover page that it fills."""
    root, styles = parts.xml(DOCUMENT), parts.xml("word/styles.xml")
    if root is None or styles is None:
        return
    named = {
        _value(style, "styleId"): _value(next(style.iter("{*}name"), style), "val") for style in styles.iter("{*}style")
    }
    for paragraph in islice(root.iter("{*}p"), _FIRST):
        style = named.get(_value(next(paragraph.iter("{*}pStyle"), paragraph), "val"), "")
        yield from ((style, clean(line)) for line in _printed(paragraph).splitlines())
        for control in (*paragraph.iter("{*}sdt"), *islice(paragraph.iterancestors("{*}sdt"), 1)):
            name = _value(next(control.iter("{*}alias"), control), "val")
            yield from ((name, clean(line)) for line in _printed(control).splitlines())


def _value(element: etree._Element, name: str) -> str:
    return next((str(value) for own, value in element.attrib.items() if str(own).endswith(f"}}{name}")), "")


def _printed(element: etree._Element) -> str:
    """The words that are printed: not those that were deleted, nor what fields are made by."""
    return "".join(_SIGNS.get(local_name(own), own.text or "") for own in element.iter("{*}t", *_BREAKS))


def _margins(parts: Parts) -> list[str]:
    """The words of headers and footers, each once."""
    found = [parts.xml(name) for name in parts.names if _MARGIN.fullmatch(name)]
    lines = [clean(_printed(p)) for root in found if root is not None for p in root.iter("{*}p")]
    return [line for line in dict.fromkeys(lines) if len(line) > 2][:40]
