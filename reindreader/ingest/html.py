"""Saved web pages: the article's part as blocks, and what the page declares. Parsed in the worker process."""

import codecs
import hashlib
import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from reindreader.errors import UnreadableFileError
from reindreader.ingest.decoding import decode
from reindreader.ingest.html_body import HUGE, MANY, body_of, huge_body, parsed
from reindreader.ingest.html_claims import claims_of, without_tail
from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_facts import (
    Fact,
    byline_facts,
    clean,
    heading_of,
    item_facts,
    link_facts,
    meta_facts,
    page_title,
    time_facts,
)
from reindreader.ingest.html_flow import Flow, Flowed, words_of
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_jsonld import jsonld_facts
from reindreader.ingest.html_margins import margins
from reindreader.ingest.html_placing import pictures_after
from reindreader.ingest.html_preparing import (
    Ruby,
    ruby_places,
    take_rubies,
    with_addresses,
    with_paragraphs,
    without_templates,
)
from reindreader.ingest.html_saved import Saved, from_mhtml, is_mhtml, saved_address
from reindreader.model.articles import Article, Encoding, Problem, ProblemKind, Source
from reindreader.model.claims import Claim
from reindreader.model.records import Title
from reindreader.model.text import BlockKind, Mark, MarkKind, Span
from reindreader.pages import Limits, WorkerFailedError, in_worker

LIMITS = Limits(seconds=10.0)
_UNSURE = ("meta[name=title", "[itemprop")
"""Where titles come from that confirm no heading: the heading itself, and tags that copy the page's ``title``."""
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,30})",
    re.IGNORECASE,
)
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
          "euc-kr": "cp949", "x-sjis": "cp932", "utf-16": "utf-8", "us-ascii": "cp1252"}  # fmt: skip
"""What a page's word for an encoding means (WHATWG Encoding Standard, 4.2)."""


def read_html(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The article of a saved page. Raises UnreadableFileError (``empty``, ``slow``, ``memory``, ``crash``).

    A page that stalls the first reader is read once more by the fast one.
    """
    try:
        return in_worker(LIMITS, page_article, data, name, encoding, url)
    except WorkerFailedError:
        try:
            return in_worker(LIMITS, page_article, data, name, encoding, url, fast=True)
        except WorkerFailedError as error:
            raise UnreadableFileError(Path(name), error.reason) from error


def page_article(data: bytes, name: str, encoding: str | None, url: str | None, *, fast: bool = False) -> Article:
    """The same in this process. ``fast``: by the reader for huge pages."""
    whole, media_type = (from_mhtml(data), "multipart/related") if is_mhtml(data) else (Saved(data), "text/html")
    text, taken, problems = decode(whole.page, encoding or declared_encoding(whole.page, whole.charset))
    pictures = Pictures(whole.picture_at, whole.address or "")
    markup = pictures.without_data(text)
    saved, day = saved_address(markup)
    address = url or saved or whole.address
    flowed, claims = _read(markup, address, pictures, fast=fast)
    if not flowed.text:
        raise UnreadableFileError(Path(name), "empty")
    accessed = declared_date(day) if day else None
    source = Source(
        name, media_type, hashlib.sha256(data).hexdigest(), len(data), _known(taken, encoding), address, accessed
    )
    return Article(
        flowed.text,
        flowed.blocks,
        source,
        flowed.marks,
        declared=claims,
        problems=_problems(problems, flowed),
        images=pictures.named(block.image for block in flowed.blocks),
    )


def declared_encoding(page: bytes, declared: str | None = None) -> str | None:
    """The encoding to decode a page with, None to let its bytes say: what it declares counts where it is not UTF-8."""
    match = _CHARSET.search(page[:8_192])
    words = declared or ((match[1] or match[2]).decode("ascii") if match else None)
    codec = _WIDER.get((words or "").casefold(), words)
    if page.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not codec:
        return None
    try:
        return codec if page.decode(codec) is not None and not _is_utf8(page, codec) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _is_utf8(page: bytes, codec: str) -> bool:
    if codec.casefold().startswith(("iso-2022", "hz")):
        return False  # seven-bit codes pass for ASCII
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _known(taken: Encoding, asked: str | None) -> Encoding:
    return Encoding(taken.name, sure=True, bom=taken.bom) if asked is None else taken


def _problems(problems: tuple[Problem, ...], flowed: Flowed) -> tuple[Problem, ...]:
    kept = tuple(Problem(problem.kind, None, problem.detail) for problem in problems)  # their places are the markup's
    titled = any(block.kind is BlockKind.HEADING and block.level == 0 for block in flowed.blocks)
    return kept if titled else (*kept, Problem(ProblemKind.NO_TITLE))


def _read(markup: str, url: str | None, pictures: Pictures, *, fast: bool) -> tuple[Flowed, tuple[Claim, ...]]:
    huge = fast or len(markup) > HUGE or markup.count("<") > MANY
    root = parsed(markup)
    if root is None:
        return Flow().done(), ()
    claims = claims_of(page_facts(root))
    if not huge:
        without_templates(root)
        with_paragraphs(root)
    rubies = [] if huge else take_rubies(root)
    body = None if huge else body_of(root, url)
    body = huge_body(root) if body is None else body
    title = next((str(c.value.text) for c in claims if c.field == "title" and isinstance(c.value, Title)), None)
    if body is not None:
        with_addresses(body, root, url)
    return _with_rubies(_flowed(root, body, title, pictures, margin=not huge), rubies), claims


def _with_rubies(flowed: Flowed, rubies: list[Ruby]) -> Flowed:
    found = [Mark(MarkKind.RUBY, Span(start, end), reading) for start, end, reading in ruby_places(flowed.text, rubies)]
    marks = sorted((*flowed.marks, *found), key=lambda mark: (mark.span.start, -mark.span.end))
    return replace(flowed, marks=tuple(marks))


def page_facts(root: etree._Element) -> list[Fact]:
    """All that a page declares, the most trusted sources of each fact first."""
    facts = [*meta_facts(root), *link_facts(root), *time_facts(root)]
    structured = [*jsonld_facts(root), *item_facts(root)]
    later = {"title", "url"}
    titles = _titles(root, [fact for fact in (*facts, *structured) if fact.name == "title"])
    first = [fact for fact in structured if fact.name not in later]
    rest = [
        fact for fact in (*facts, *structured) if fact.name != "title" and (fact.name == "url" or fact not in first)
    ]
    return [*titles, *first, *rest, *byline_facts(root)]


def _titles(root: etree._Element, given: list[Fact]) -> list[Fact]:
    """A page's titles, the most trusted first: its heading, where another source confirms it.

    Of a page without such a heading it is what meta tags give. Where these give none, a heading counts most if the
    page's ``title`` begins or ends with it: others are a section's or the outlet's.
    """
    heading, title = heading_of(root) or "", page_title(root) or ""
    own = [Fact("title", heading, "h1")] if heading else []
    short = [Fact("title", without_tail(title), "title")] if title else []
    if any(_same_words(fact.value, heading) for fact in given if not fact.where.startswith(_UNSURE)):
        return [*own, *given, *short]
    if any(fact.where.startswith("meta") for fact in given):
        return [*given, *own, *short]
    folded = title.casefold()
    if heading and folded.startswith(heading.casefold()) | folded.endswith(heading.casefold()):
        return [*own, *given, *short]
    return [*given, *short, *own]


def _same_words(one: str, other: str) -> bool:
    """Whether two titles differ in quotation marks, dashes and spaces at most."""
    return bool(other) and re.sub(r"[\W_]+", "", one).casefold() == re.sub(r"[\W_]+", "", other).casefold()


def _flowed(
    root: etree._Element, body: etree._Element | None, title: str | None, pictures: Pictures, *, margin: bool
) -> Flowed:
    """The title, the lines above the body, the body, the lines below it. ``margin``: False leaves these lines out."""
    if body is None:
        return Flow().done()
    _without_heading(body, title)
    paragraphs = _paragraphs(body)
    above, below = margins(root, paragraphs, title) if margin else ([], [])
    flow = Flow(after=pictures_after(root, paragraphs, title, pictures))
    flow.add_line(BlockKind.HEADING, title or "")
    for line in above:
        flow.add_line(BlockKind.FURNITURE, line)
    flow.add(body)
    for line in below:
        flow.add_line(BlockKind.FURNITURE, line)
    return flow.done()


def _paragraphs(body: etree._Element) -> list[str]:
    flow = Flow()
    flow.add(body)
    found = flow.done()
    return [block.span.slice(found.text) for block in found.blocks]


def _without_heading(body: etree._Element, title: str | None) -> None:
    """Take out the heading that says the title again."""
    for element in body.iter("h1", "h2"):
        parent = element.getparent()
        if parent is not None and title and clean(words_of(element)).casefold() == title.casefold():
            element.clear()
            return
