"""Credits that are printed right below the last paragraph, without a gap: in a PDF nothing but their line sets them apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reindreader.attribution.credits import Credit
from reindreader.model.articles import Article
from reindreader.model.text import Block, BlockKind, Span

_STOP = re.compile(r"[.。!！?？…][”’\"'」』）)\]]*\s*$")
_LETTER = re.compile(r"[^\W_]")
_MOST = 5
"""Lines of credits."""
_PROSE = 60
"""Letters that stand before them in their paragraph."""
_SHARE = 0.7


def with_endings(article: Article, read: Callable[[str], tuple[Credit, ...]]) -> Article:
    """The article with what is a credit at the end of its last paragraph as a paragraph of its own: it begins with a printed
    line, behind one that ends a sentence, begins with the words of a credit and is little else. ``read``: of a block.
    """
    last = next((n for n, block in reversed([*enumerate(article.blocks)]) if _is_prose(block)), None)
    if last is None:
        return article
    block = article.blocks[last]
    for start in _line_starts(article, block.span):
        words = Span(start, block.span.end).slice(article.text)
        before = Span(block.span.start, start).slice(article.text)
        if _STOP.search(before) and _is_credit(words, read(words)):
            body = Span(block.span.start, block.span.start + len(before.rstrip()))
            own = (replace(block, span=body), replace(block, span=Span(start, block.span.end)))
            return replace(article, blocks=(*article.blocks[:last], *own, *article.blocks[last + 1 :]))
    return article


def _is_prose(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.span) > _PROSE


def _line_starts(article: Article, span: Span) -> Iterator[int]:
    """Where the last printed lines of a paragraph begin, the first of them first."""
    page = next((page for page in reversed(article.pages) if page.boxes and page.span.start < span.end), None)
    starts = [box.span.start for box in page.boxes if box.span.within(span)] if page else []
    yield from (start for start in starts[-_MOST:] if start - span.start > _PROSE)


def _is_credit(words: str, found: tuple[Credit, ...]) -> bool:
    if not found or _LETTER.search(words[: found[0].span.start]):
        return False
    covered = {offset for credit in found for offset in range(credit.span.start, credit.span.end)}
    letters = [match.start() for match in _LETTER.finditer(words)]
    return sum(offset in covered for offset in letters) >= _SHARE * len(letters)
