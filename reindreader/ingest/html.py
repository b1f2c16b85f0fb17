"""Saved web pages: the article's part as blocks, and what the page declares. Parsed in the worker process."""

import codecs
import hashlib
import re
from pathlib import Path

from reindreader.errors import UnreadableFileError
from reindreader.ingest.decoding import decode
from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_flow import Flowed
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_reading import read_page
from reindreader.ingest.html_saved import Saved, from_mhtml, is_mhtml, saved_address
from reindreader.model.addresses import kept_copy
from reindreader.model.articles import Article, Encoding, Problem, ProblemKind, Source
from reindreader.model.text import BlockKind
from reindreader.pages import Limits, WorkerFailedError, in_worker

LIMITS = Limits(seconds=10.0)
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
    address, copy = kept_copy(url or saved or whole.address or "")
    flowed, claims = read_page(markup, address or None, pictures, fast=fast)
    if not flowed.text:
        raise UnreadableFileError(Path(name), "empty")
    accessed = declared_date(day) if day else None
    source = Source(
        name,
        media_type,
        hashlib.sha256(data).hexdigest(),
        len(data),
        _known(taken, encoding),
        address or None,
        accessed,
        archived=copy,
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
    kept = [Problem(problem.kind, None, problem.detail) for problem in problems]  # their places are the markup's
    titles = [block for block in flowed.blocks if block.kind is BlockKind.HEADING and block.level == 0]
    if all(block in titles or block.kind is BlockKind.FURNITURE for block in flowed.blocks):
        kept.append(Problem(ProblemKind.EMPTY))
    return (*kept, *(() if titles else (Problem(ProblemKind.NO_TITLE),)))
