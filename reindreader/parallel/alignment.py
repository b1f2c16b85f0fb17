"""Two articles in rows: which paragraphs stand side by side, how a person changes that, and how it is kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reindreader.model.articles import Article
from reindreader.model.text import BlockKind, Span

CERTAIN = 1.0
"""The confidence of a row that a person made."""


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that belong together, by their indices in ``Article.blocks``; one side may be empty: a gap.

    ``confidence``: 0 … 1; of a gap how sure it is that nothing stands there. Raises ValueError for a row of nothing.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    confidence: float = CERTAIN

    def __post_init__(self) -> None:
        if not self.first and not self.second:
            raise ValueError("a row without blocks")

    def side(self, *, first: bool) -> tuple[int, ...]:
        """The blocks of one text."""
        return self.first if first else self.second


@dataclass(frozen=True, slots=True)
class SentenceBead:
    """Sentences that belong together, as a stretch of each text; None on a side that has nothing."""

    first: Span | None
    second: Span | None

    def side(self, *, first: bool) -> Span | None:
        """The stretch of one text."""
        return self.first if first else self.second


@dataclass(frozen=True, slots=True)
class Alignment:
    """Rows in the order of both texts; every aligned block is in one of them. A value: undoing is keeping the old one.

    Raises ValueError where rows cross.
    """

    rows: tuple[Row, ...]
    first: Article
    second: Article

    def __post_init__(self) -> None:
        for first in (True, False):
            order = [index for row in self.rows for index in row.side(first=first)]
            if any(a >= b for a, b in pairwise(order)):
                raise ValueError("rows that cross")

    def article(self, *, first: bool) -> Article:
        """One of the two texts."""
        return self.first if first else self.second

    def row_of(self, block: int, *, first: bool) -> int | None:
        """Which row holds a block; None for one that is not aligned, such as a footnote."""
        return next((n for n, row in enumerate(self.rows) if block in row.side(first=first)), None)

    def nudged(self, row: int, by: int, *, first: bool) -> "Alignment":
        """The last block of a row on one side moved to the row after it (``by`` 1), or its first to the one before (-1).

        Where there is no such row, one is made. Raises ValueError where the row has no block on that side.
        """
        blocks = self.rows[row].side(first=first)
        if not blocks:
            raise ValueError("nothing to move")
        kept, moved = (blocks[:-1], blocks[-1:]) if by > 0 else (blocks[1:], blocks[:1])
        changed = _with_side(self.rows[row], kept, first=first)
        other = row + (1 if by > 0 else -1)
        rows = list(self.rows)
        if 0 <= other < len(rows):
            held = rows[other].side(first=first)
            neighbour = _with_side(rows[other], moved + held if by > 0 else held + moved, first=first)
        else:
            neighbour = Row(moved, ()) if first else Row((), moved)
        pair = [part for part in ((changed, neighbour) if by > 0 else (neighbour, changed)) if part is not None]
        low = min(row, other)
        rows[max(0, low) : max(row, other) + 1] = pair
        return replace(self, rows=tuple(rows))

    def split(self, row: int, first_at: int, second_at: int) -> "Alignment":
        """A row cut into two after so many of its blocks on each side. Raises ValueError where one would be empty."""
        old = self.rows[row]
        parts = (
            Row(old.first[:first_at], old.second[:second_at]),
            Row(old.first[first_at:], old.second[second_at:]),
        )
        return replace(self, rows=self.rows[:row] + parts + self.rows[row + 1 :])

    def joined(self, row: int) -> "Alignment":
        """A row and the one after it as one. Raises IndexError for the last row."""
        one, other = self.rows[row], self.rows[row + 1]
        whole = Row(one.first + other.first, one.second + other.second)
        return replace(self, rows=(*self.rows[:row], whole, *self.rows[row + 2 :]))


def _with_side(row: Row, blocks: tuple[int, ...], *, first: bool) -> Row | None:
    sides = (blocks, row.second) if first else (row.first, blocks)
    return Row(*sides) if any(sides) else None


def rows_to_text(alignment: Alignment) -> str:
    """The rows as JSON, to be stored: ``[[[0], [0, 1], 0.93], …]``."""
    return json.dumps([[row.first, row.second, round(row.confidence, 3)] for row in alignment.rows])


def rows_from_text(text: str, first: Article, second: Article) -> Alignment | None:
    """Stored rows of these articles; None where they are not theirs (any more) or are no rows."""
    try:
        rows = tuple(_row(*given) for given in json.loads(text))
        alignment = Alignment(rows, first, second)
    except (ValueError, TypeError):
        return None
    for side in (True, False):
        held = [index for row in rows for index in row.side(first=side)]
        if held != list(aligned_blocks(alignment.article(first=side))):
            return None
    return alignment


def _row(first: Sequence[int], second: Sequence[int], confidence: float) -> Row:
    return Row(tuple(first), tuple(second), float(confidence))


def aligned_blocks(article: Article) -> tuple[int, ...]:
    """Which blocks of an article are laid beside those of another: its title, headings and body."""
    body = set(article.body_blocks())
    return tuple(
        n
        for n, block in enumerate(article.blocks)
        if len(block.span) and (block in body or block.kind is BlockKind.HEADING)
    )
