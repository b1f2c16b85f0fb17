"""Two articles paragraph by paragraph, the sentences within a row, and the place in one text that belongs to a place in
the other.
"""

from collections.abc import Sequence

from reindreader.model.articles import Article
from reindreader.model.text import Span
from reindreader.parallel.aligning import align_rated, align_sentences
from reindreader.parallel.alignment import Alignment, Row, SentenceBead, aligned_blocks
from reindreader.parallel.sentences import sentences


def align_articles(first: Article, second: Article) -> Alignment:
    """The paragraphs and headings of two articles in rows, each with its confidence."""
    ours, theirs = aligned_blocks(first), aligned_blocks(second)
    beads = align_rated(_texts(first, ours), _texts(second, theirs))
    rows = (Row(tuple(ours[i] for i in a), tuple(theirs[j] for j in b), sure) for a, b, sure in beads)
    return Alignment(tuple(rows), first, second)


def _texts(article: Article, blocks: Sequence[int]) -> list[str]:
    return [article.blocks[n].span.slice(article.text) for n in blocks]


def beads(alignment: Alignment, row: int) -> tuple[SentenceBead, ...]:
    """The sentences of a row that belong together, in order. Raises IndexError where there is no such row."""
    ours, theirs = (_sentences(alignment, row, first=first) for first in (True, False))
    texts = [
        [span.slice(article.text) for span in spans]
        for article, spans in ((alignment.first, ours), (alignment.second, theirs))
    ]
    found = align_sentences(*texts)
    return tuple(SentenceBead(_around([ours[i] for i in a]), _around([theirs[j] for j in b])) for a, b in found)


def _sentences(alignment: Alignment, row: int, *, first: bool) -> list[Span]:
    article = alignment.article(first=first)
    blocks = (article.blocks[n].span for n in alignment.rows[row].side(first=first))
    return [span.shifted(block.start) for block in blocks for span in sentences(block.slice(article.text))]


def _around(spans: Sequence[Span]) -> Span | None:
    return Span.around(*spans) if spans else None


def counterpart(alignment: Alignment, span: Span, *, from_first: bool = True) -> Span | None:
    """The sentences of the other text that belong to those which a stretch of one text touches.

    None where nothing of the other text stands beside it, and outside headings and body.
    """
    article = alignment.article(first=from_first)
    touched = {n for n, block in enumerate(article.blocks) if block.span.overlaps(span)}
    found = [
        other
        for index, row in enumerate(alignment.rows)
        if touched.intersection(row.side(first=from_first))
        for bead in beads(alignment, index)
        if (own := bead.side(first=from_first)) is not None and own.overlaps(span)
        if (other := bead.side(first=not from_first)) is not None
    ]
    return _around(found)
