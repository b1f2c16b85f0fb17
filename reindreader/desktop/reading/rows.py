"""Rows of two texts: which paragraphs say the same; nudged, split, joined and paired by hand."""

from collections.abc import Sequence
from itertools import zip_longest

from reindreader.desktop.reading.folio import Folio
from reindreader.model.text import BlockKind

Row = tuple[tuple[int, ...], tuple[int, ...], float]
"""Blocks of the first text, blocks of the second that say the same, and how sure that is (0 to 1)."""

Pair = tuple[tuple[int, ...], ...]
"""The paragraphs of each side, by the numbers of their folios."""

SURE = 1.0
"""The confidence of a row that the user made."""

UNSURE = 0.1
"""Rows of less confidence are marked: what ``parallel`` finds to be right is mostly above, and what is wrong below."""

_SAID_BY = frozenset({BlockKind.CREDIT, BlockKind.FURNITURE})


def joined_rows(folios: Sequence[Folio], rows: Sequence[Row]) -> list[tuple[int | None, Pair]]:
    """The rows with the paragraphs of the folios, in order, each with its number; None: paragraphs that no row names.

    Nothing of either text is left out.
    """
    named = [_paragraphs(folios, row) for row in rows]
    made: list[tuple[int | None, Pair]] = []
    done = [0, 0]
    listed = [{n for pair in named for n in pair[side]} for side in (0, 1)]
    for number, pair in enumerate(named):
        if not any(pair):
            continue
        waiting = [_between(done[side], min(pair[side]), listed[side]) if pair[side] else [] for side in (0, 1)]
        made += [(None, own) for own in _level(folios, waiting)]
        made.append((number, pair))
        done = [max(done[side], max(pair[side], default=-1) + 1) for side in (0, 1)]
    rest = [_between(done[side], len(folios[side]), listed[side]) for side in (0, 1)]
    return made + [(None, own) for own in _level(folios, rest)]


def _paragraphs(folios: Sequence[Folio], row: Row) -> Pair:
    return tuple(
        tuple(n for block in own if (n := folio.of_block(block)) is not None)
        for folio, own in zip(folios, row[:2], strict=True)
    )


def _between(first: int, last: int, listed: set[int]) -> list[int]:
    return [number for number in range(first, last) if number not in listed]


def _level(folios: Sequence[Folio], waiting: Sequence[list[int]]) -> list[Pair]:
    """Paragraphs that no row names: those of one kind stand side by side, such as the titles."""
    made: list[Pair] = []
    for one, other in zip_longest(*waiting):
        if one is None or other is None or _kind(folios[0], one) == _kind(folios[1], other):
            made.append((() if one is None else (one,), () if other is None else (other,)))
        else:
            made += [((one,), ()), ((), (other,))]
    return made


def _kind(folio: Folio, number: int) -> object:
    block = folio.blocks[number]
    return BlockKind.CREDIT if block is None or block.kind in _SAID_BY else block.kind


def blocks_of(row: Row, side: int) -> tuple[int, ...]:
    """The blocks of a side."""
    return row[1] if side else row[0]


def nudged(rows: Sequence[Row], at: int, step: int) -> list[Row]:
    """The first paragraph of the second text in a row moved to the row above (-1), or the last to the row below (1)."""
    made = list(rows)
    other = at + step
    moved = made[at][1][:1] if step < 0 else made[at][1][-1:]
    if not moved or not 0 <= other < len(made):
        return made
    kept = made[at][1][1:] if step < 0 else made[at][1][:-1]
    taken = made[other][1] + moved if step < 0 else moved + made[other][1]
    made[at], made[other] = (made[at][0], kept, SURE), (made[other][0], taken, SURE)
    return [row for row in made if row[0] or row[1]]


def split(rows: Sequence[Row], at: int) -> list[Row]:
    """A row in two: the first paragraph of each side, and the rest; a row of one pair in two rows with gaps."""
    first, second, _ = rows[at]
    if len(first) + len(second) < 2:
        return list(rows)
    if len(first) > 1 or len(second) > 1:
        parts: list[Row] = [(first[:1], second[:1], SURE), (first[1:], second[1:], SURE)]
    else:
        parts = [(first, (), SURE), ((), second, SURE)]
    return [*rows[:at], *(part for part in parts if part[0] or part[1]), *rows[at + 1 :]]


def joined(rows: Sequence[Row], at: int) -> list[Row]:
    """A row and the one below it as one."""
    if at + 1 >= len(rows):
        return list(rows)
    one, other = rows[at], rows[at + 1]
    return [*rows[:at], (one[0] + other[0], one[1] + other[1], SURE), *rows[at + 2 :]]


def pairable(rows: Sequence[Row], gap: int, side: int) -> list[int]:
    """The blocks that a gap can take without rows that cross: the last above it and the first below it."""
    above = next((own for row in reversed(rows[:gap]) if (own := blocks_of(row, side))), ())
    below = next((own for row in rows[gap + 1 :] if (own := blocks_of(row, side))), ())
    return [*above[-1:], *below[:1]]


def paired(rows: Sequence[Row], gap: int, side: int, block: int) -> list[Row]:
    """The paragraph that a row lacks on a side: a block, taken from the row where it stands."""
    made = [_without(row, side, block) for row in rows]
    row = made[gap]
    made[gap] = (tuple(sorted((*row[0], block))), row[1], SURE) if side == 0 else (row[0], (*row[1], block), SURE)
    return [own for own in made if own[0] or own[1]]


def _without(row: Row, side: int, block: int) -> Row:
    """A row without a block on a side."""
    if block not in blocks_of(row, side):
        return row
    kept = tuple(own for own in blocks_of(row, side) if own != block)
    return (kept, row[1], SURE) if side == 0 else (row[0], kept, SURE)
