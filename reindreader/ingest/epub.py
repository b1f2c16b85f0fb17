"""EPUB books and articles: the chapters of the spine as one text. Parsed in the worker process."""

import hashlib
import html.entities
import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from reindreader.errors import UnreadableFileError
from reindreader.ingest.epub_contents import resolved
from reindreader.ingest.epub_matter import as_furniture, is_matter, mark_pages
from reindreader.ingest.epub_notes import label_notes
from reindreader.ingest.epub_package import Package, declared, is_locked, package_of
from reindreader.ingest.gutenberg import without_licence
from reindreader.ingest.html_body import parsed
from reindreader.ingest.html_flow import Flow, Flowed
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_tree import words_of
from reindreader.ingest.zips import Parts, open_zip
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.records import Title
from reindreader.model.text import BODY_KINDS, Block, BlockKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

LIMITS = Limits(seconds=30.0)
MEDIA_TYPE = "application/epub+zip"
LONGEST = 20_000_000
"""Characters of chapters; what comes after them is left out, and said so."""

_BYLINE = 80
"""Letters that a line with the author's name has at most."""
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_HEADINGS = ("h1", "h2", "h3")


def read_epub(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The text of a book. Raises UnreadableFileError (``broken``, ``encrypted``, ``bomb``, ``empty``, ``slow`` …)."""
    del encoding  # the chapters name their own
    try:
        return in_worker(LIMITS, epub_article, data, name, url)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(name), error.reason) from error


def epub_article(data: bytes, name: str, url: str | None = None) -> Article:
    """The same in this process."""
    parts = open_zip(data, name)
    if is_locked(parts):
        raise UnreadableFileError(Path(name), "encrypted")
    package = package_of(parts)
    if package is None:
        raise UnreadableFileError(Path(name), "broken")
    claims = declared(package.metadata, package.packed)
    title = next((c.value.text for c in claims if c.field == "title" and isinstance(c.value, Title)), "")
    pictures = Pictures(lambda chapter, address: parts.read(resolved(chapter, address)))
    flow = Flow(picture_of=pictures.of)
    flow.add_line(BlockKind.HEADING, title)
    problems = _add_chapters(flow, parts, package, pictures)
    flowed = flow.done()
    if len(flowed.blocks) <= bool(title):
        raise UnreadableFileError(Path(name), "empty")
    if not title:
        flowed = _headed(flowed)
    if not any(block.kind is BlockKind.HEADING and block.level == 0 for block in flowed.blocks):
        problems = (*problems, Problem(ProblemKind.NO_TITLE))
    source = Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), len(data), url=url)
    images = pictures.named(block.image for block in flowed.blocks)
    return Article(
        flowed.text,
        without_licence(flowed.text, _said_once(flowed.text, flowed.blocks)),
        source,
        flowed.marks,
        flowed.pages,
        declared=claims,
        problems=problems,
        images=images,
    )


def _add_chapters(flow: Flow, parts: Parts, package: Package, pictures: Pictures) -> tuple[Problem, ...]:
    size, missing = 0, []
    notes: dict[str, str] = {}
    names = frozenset(chapter.rpartition("/")[2] for chapter in package.chapters)
    for chapter in package.chapters:
        data, pictures.base = parts.read(chapter), chapter
        root = chapter_tree(data) if data else None
        if root is None or size > LONGEST:
            missing.append(chapter)
            continue
        size += len(data or b"")
        label_notes(root, chapter, notes)
        mark_pages(root, chapter, package.pages)
        if chapter in package.aside or is_matter(root, package.kinds.get(chapter, ""), names):
            flow.add_flowed(as_furniture(flow, root))
            continue
        label = package.labels.get(chapter)
        if label and not any(words_of(h).strip() for h in root.iter("{*}h1", "{*}h2", "{*}h3")):
            flow.add_line(BlockKind.HEADING, label, level=1)
        flow.add(root)
    return (Problem(ProblemKind.TRUNCATED, detail=", ".join(missing[:5])),) if missing else ()


def _headed(flowed: Flowed) -> Flowed:
    """Where the package names no title: the only heading of the first level is it."""
    tops = [
        number for number, block in enumerate(flowed.blocks) if block.kind is BlockKind.HEADING and block.level == 1
    ]
    if len(tops) != 1:
        return flowed
    blocks = (replace(b, level=0) if number in tops else b for number, b in enumerate(flowed.blocks))
    return replace(flowed, blocks=tuple(blocks))


def _said_once(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those furniture that print the title again above the text: on a title page, by the first chapter."""
    titles = {" ".join(b.span.slice(text).split()) for b in blocks if b.kind is BlockKind.HEADING and b.level == 0}
    first = next(
        (n for n, block in enumerate(blocks) if block.kind in BODY_KINDS and len(block.span) > _BYLINE), len(blocks)
    )
    return tuple(
        replace(block, kind=BlockKind.FURNITURE, level=0)
        if number < first
        and (block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.HEADING and block.level))
        and " ".join(block.span.slice(text).split()) in titles
        else block
        for number, block in enumerate(blocks)
    )


def chapter_tree(data: bytes) -> etree._Element | None:
    """A chapter's tree: as XML, which it should be, else as a browser would take it.

    HTML's entities are put in beforehand, for no DTD that might define them is loaded.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(_ENTITY.sub(_character, data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return parsed(data.decode("utf-8", "replace"))
    return root


def _character(match: re.Match[bytes]) -> bytes:
    """An entity of HTML as a number, which every encoding can hold."""
    code = html.entities.name2codepoint.get(match[1].decode("ascii"))
    return match[0] if code is None or match[1] in _XML else b"&#%d;" % code
