"""Plain text and Markdown: lines become blocks by their form and place alone.

Who a line credits is not known here (that is ``attribution``'s); a line that may be a credit stays what its form says.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from reindreader.errors import UnreadableFileError
from reindreader.ingest.blocks import blocks_of, calls_of
from reindreader.ingest.decoding import decode
from reindreader.ingest.front_matter import FrontMatter, front_matter
from reindreader.ingest.gutenberg import gutenberg_head, without_licence
from reindreader.ingest.html_claims import claims_of
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.text import Block, BlockKind, Span
from reindreader.pages import Limits, WorkerFailedError, in_worker

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}


_LONGEST = 300
LARGE = 500_000
"""Bytes from which a text is read in the worker process, where time and memory have their limits."""
LIMITS = Limits(seconds=20.0)


def read_plain(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The article in a plain text.

    Raises UnreadableFileError: ``binary``, ``empty``; of a large one also ``slow``, ``memory`` and ``crash``.
    """
    if len(data) < LARGE:
        return plain_article(data, name, encoding, url)
    try:
        return in_worker(LIMITS, plain_article, data, name, encoding, url)
    except WorkerFailedError as error:
        raise UnreadableFileError(Path(name), error.reason) from error


def plain_article(data: bytes, name: str, encoding: str | None = None, url: str | None = None) -> Article:
    """The same in this process."""
    text, taken, problems = decode(data, encoding)
    if any(problem.kind is ProblemKind.BINARY for problem in problems):
        raise UnreadableFileError(Path(name), "binary")
    if not text.strip():
        raise UnreadableFileError(Path(name), "empty")
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "text/plain")
    head = front_matter(text) or gutenberg_head(text)
    blocks = without_licence(text, _below(text, head, markdown=media_type == "text/markdown"))
    if not any(block.kind is BlockKind.HEADING and block.level == 0 for block in blocks):
        problems = (*problems, Problem(ProblemKind.NO_TITLE))
    source = Source(name, media_type, hashlib.sha256(data).hexdigest(), len(data), taken, url)
    declared = claims_of(head.facts) if head else ()
    return Article(text, blocks, source, calls_of(text, blocks), declared=declared, problems=problems)


def _below(text: str, head: FrontMatter | None, *, markdown: bool) -> tuple[Block, ...]:
    """The blocks, those of the front matter first: its title is the text's."""
    if head is None:
        return blocks_of(text, markdown=markdown)
    rest = blocks_of(text[head.span.end :], markdown=markdown, titled=head.title is not None)
    below = (replace(block, span=block.span.shifted(head.span.end)) for block in rest)
    return (*_head_blocks(text, head), *(_said_again(text, head, block) for block in below))


def _said_again(text: str, head: FrontMatter, block: Block) -> Block:
    """The title, which many write below the front matter too, stands in the text once."""
    again = head.title and len(block.span) < _LONGEST and _same(block.span, head.title, text)
    return replace(block, kind=BlockKind.FURNITURE, level=0) if again else block


def _same(one: Span, other: Span, text: str) -> bool:
    return " ".join(one.slice(text).split()).casefold() == " ".join(other.slice(text).split()).casefold()


def _head_blocks(text: str, head: FrontMatter) -> Iterator[Block]:
    if head.title is None:
        yield Block(BlockKind.FURNITURE, head.span)
        return
    line_end = text.find("\n", head.title.end)
    behind = head.span.end - len(text[head.title.end if line_end < 0 else line_end : head.span.end].lstrip())
    yield Block(BlockKind.FURNITURE, Span(head.span.start, head.title.start))
    yield Block(BlockKind.HEADING, head.title)
    if behind < head.span.end:
        yield Block(BlockKind.FURNITURE, Span(behind, head.span.end))
