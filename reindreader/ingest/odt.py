"""ODT documents (OpenDocument 1.3, part 3): the content turned into HTML's elements. Parsed in the worker process."""

import hashlib
from pathlib import Path

from lxml import etree

from reindreader.errors import UnreadableFileError
from reindreader.ingest.docx import office_article
from reindreader.ingest.docx_properties import property_claims
from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_flow import Flow
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_tree import local_name, words_of
from reindreader.ingest.odt_tree import html_of, styled
from reindreader.ingest.office_bylines import byline_claims
from reindreader.ingest.zips import Parts, open_zip
from reindreader.model.articles import Article, Source
from reindreader.model.text import BlockKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

LIMITS = Limits(seconds=30.0)
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def read_odt(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The text of a document. Raises UnreadableFileError (``broken``, ``encrypted``, ``bomb``, ``empty``, ``slow`` …)."""
    del encoding  # it is XML
    try:
        return in_worker(LIMITS, odt_article, data, name, url)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(name), error.reason) from error


def odt_article(data: bytes, name: str, url: str | None = None) -> Article:
    """The same in this process."""
    parts = open_zip(data, name)
    if _is_locked(parts):
        raise UnreadableFileError(Path(name), "encrypted")
    content, styles = parts.xml("content.xml"), parts.xml("styles.xml")
    if content is None:
        raise UnreadableFileError(Path(name), "broken")
    pictures = Pictures(lambda _, address: parts.read(address.removeprefix("./")))
    flow = Flow(picture_of=pictures.of)
    flow.add(html_of(content, styles))
    for words in _margins(styles):
        flow.add_line(BlockKind.FURNITURE, words)
    source = Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), len(data), url=url)
    claims = (*property_claims(parts.xml("meta.xml"), "ODT"), *byline_claims(styled(content, styles), "ODT"))
    return office_article(flow.done(), source, claims, pictures)


def _is_locked(parts: Parts) -> bool:
    manifest = parts.xml("META-INF/manifest.xml")
    return manifest is not None and any(local_name(element) == "encryption-data" for element in manifest.iter())


def _margins(styles: etree._Element | None) -> list[str]:
    """The words of headers and footers, each once."""
    if styles is None:
        return []
    found = [element for element in styles.iter() if local_name(element) in {"header", "footer"}]
    lines = [clean(words_of(p)) for element in found for p in element.iter("{*}p")]
    return [line for line in dict.fromkeys(lines) if len(line) > 2][:40]
