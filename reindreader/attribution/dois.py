"""The DOI that a PDF prints of itself; those of works that it cites are theirs. Web pages declare theirs, and what they print is
mostly that of what they report on."""

import re
from collections.abc import Iterator

from reindreader.model.articles import Article
from reindreader.model.claims import Certainty, Claim
from reindreader.model.fields import VARIABLE
from reindreader.model.text import Block, BlockKind, Span

_DOI = re.compile(
    r"(?:\bdoi\s?(?:\.org/|:)?\s?(?:https?://(?:dx\.)?doi\.org/)?|https?://(?:dx\.)?doi\.org/)(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+)",
    re.IGNORECASE,
)
_LONGEST = 300
"""Letters: a longer block is prose, which cites."""
_FIELD = VARIABLE + "DOI"
_ALONE = 4
"""Letters that stand before the DOI of a line that is nothing else."""


def printed_doi(article: Article) -> tuple[Claim, ...]:
    """The claim of the one DOI that a PDF prints as its own, none where it prints several, or of other works."""
    found: dict[str, Claim] = {}
    for match in _printed(article):
        words = match["doi"].rstrip(".,;:)]}”’")
        span = Span(match.start("doi"), match.start("doi") + len(words))
        found.setdefault(words.casefold(), Claim(_FIELD, words, Certainty.STATED, (span,)))
    return tuple(found.values()) if len(found) == 1 else ()


def _printed(article: Article) -> Iterator[re.Match[str]]:
    """In running heads and feet; on the first page in a line of its own, or above the text."""
    first = next((page.span for page in article.pages if page.boxes), None)
    above = True
    for block in article.blocks if first else ():
        above = above and not (block.kind is BlockKind.PARAGRAPH and len(block.span) > _LONGEST)
        for match in _DOI.finditer(article.text, block.span.start, block.span.end) if _may_hold(block, first) else ():
            alone = match.start() - block.span.start < _ALONE
            if block.kind is BlockKind.FURNITURE or above or alone:
                yield match


def _may_hold(block: Block, first: Span | None) -> bool:
    if len(block.span) > _LONGEST or block.kind not in _LINES:
        return False
    return block.kind is BlockKind.FURNITURE or (first is not None and block.span.within(first))


_LINES = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.PARAGRAPH, BlockKind.HEADING})
