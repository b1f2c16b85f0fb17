"""Rows of paragraphs one below the other, of which only those in sight are set: the others' heights are guessed.

A row holds one paragraph of one text, or the paragraphs of two texts that say the same.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.setting import Setter

HEAD, FOOT = 24, 160
"""The room above the first row and below the last, in pixels."""

_KEPT = 80


@dataclass(frozen=True, slots=True)
class Item:
    """A set paragraph in its row. ``top``: how far below the row's it begins."""

    paragraph: Paragraph
    top: float


@dataclass(frozen=True, slots=True)
class LaidRow:
    """``sides``: the paragraphs of each text; ``above``: the room at the top of the row, part of its height."""

    sides: tuple[tuple[Item, ...], ...]
    above: float
    height: float


class Flow:
    """``setters``: one for each text that has a side in it. ``rows``: the paragraphs of each side; None: one a row.

    ``below``: how much room a paragraph of a side needs below it; ``gaps``: the rows where a box says what is missing.
    """

    def __init__(
        self,
        setters: Sequence[Setter],
        rows: Sequence[tuple[tuple[int, ...], ...]] | None = None,
        below: Callable[[int, Paragraph], float] = lambda _side, _paragraph: 0.0,
        gaps: Collection[int] = (),
    ) -> None:
        self._gaps = gaps
        self.setters, self._rows, self._below = tuple(setters), rows, below
        self._laid: OrderedDict[int, LaidRow] = OrderedDict()
        self._heights = self._guess()
        self._tops: list[float] | None = None
        self._row_of: dict[int, dict[int, int]] = {}

    def __len__(self) -> int:
        return len(self._heights)

    def paragraphs(self, row: int, side: int) -> tuple[int, ...]:
        """The paragraphs of a side."""
        return (row,) if self._rows is None else self._rows[row][side]

    def row_of(self, side: int, paragraph: int) -> int:
        """The row that a paragraph stands in; of one that stands in none the row of the one before it."""
        if self._rows is None:
            return min(paragraph, len(self) - 1)
        known = self._row_of.get(side)
        if known is None:
            known = {number: row for row, sides in enumerate(self._rows) for number in sides[side]}
            self._row_of[side] = known
        while paragraph > 0 and paragraph not in known:
            paragraph -= 1
        return known.get(paragraph, 0)

    # heights

    @property
    def height(self) -> float:
        """Of everything, as far as it is known."""
        return self.tops[-1] + FOOT

    @property
    def tops(self) -> list[float]:
        """Where each row begins, and where the last ends."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=float(HEAD)))
        return self._tops

    def row_at(self, y: float) -> int:
        """The row at a height; the first above all, the last below."""
        return min(len(self) - 1, max(0, bisect_right(self.tops, y) - 1))

    def is_laid(self, row: int) -> bool:
        """Whether the row's paragraphs are set."""
        return row in self._laid

    def lay(self, row: int) -> LaidRow:
        """Set a row, if it is not."""
        found = self._laid.get(row)
        if found is not None:
            self._laid.move_to_end(row)
            return found
        made = self._set(row)
        self._laid[row] = made
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        if self._heights[row] != made.height:
            self._heights[row] = made.height
            self._tops = None
        return made

    def forget(self, rows: Sequence[int] | None = None) -> None:
        """Set these rows anew when they are next in sight; None: all that are set."""
        for row in list(self._laid) if rows is None else rows:
            self._laid.pop(row, None)

    def settle(self, top: float, height: float) -> float:
        """Set all that is in sight from ``top`` on, and say where the top now is.

        What was set before and is still in sight stays where it is on the screen, whatever the others turn out to be.
        """
        for _again in range(3):
            settled = self._settle(top, height)
            clamped = min(max(0.0, settled), max(0.0, self.height - height))
            if clamped == settled:
                return settled
            top = clamped
        return top

    def _settle(self, top: float, height: float) -> float:
        if not len(self):
            return 0.0
        steady, y = self._steady(top, height)
        row, down = steady, y
        while row < len(self) and (down < height or row == steady):
            down += self.lay(row).height
            row += 1
        row, up = steady - 1, y
        while row >= 0 and up > 0:
            up -= self.lay(row).height
            row -= 1
        return self.tops[steady] - y

    def _steady(self, top: float, height: float) -> tuple[int, float]:
        """The row that is to stay, and where it is on the screen."""
        first, last = self.row_at(top), self.row_at(top + height)
        for row in range(first, last + 1):
            if row in self._laid:
                return row, self.tops[row] - top
        before = self._heights[first]
        inside = top - self.tops[first]
        return first, -inside if inside <= 0 else -inside * self.lay(first).height / max(1.0, before)

    def visible(self, top: float, height: float) -> range:
        """The rows in sight."""
        if not len(self):
            return range(0)
        return range(self.row_at(top), self.row_at(top + height) + 1)

    # setting

    def _guess(self) -> list[float]:
        guesses = [_guesses(setter) for setter in self.setters]
        if self._rows is None:
            return guesses[0]
        return [
            max((sum(guess[n] for n in numbers) for guess, numbers in zip(guesses, sides, strict=True)), default=0.0)
            or 2 * self.setters[0].setting.style.pitch
            for sides in self._rows
        ]

    def _set(self, row: int) -> LaidRow:
        numbers = [self.paragraphs(row, side) for side in range(len(self.setters))]
        set_sides = [[setter.set(n) for n in own] for setter, own in zip(self.setters, numbers, strict=True)]
        gap = self.setters[0].setting.style.of(16)
        above = max((own[0].above for own in set_sides if own), default=gap) if row else 0.0
        sides = []
        height = above
        for side, paragraphs in enumerate(set_sides):
            items, bottom = self._stacked(side, paragraphs, above)
            sides.append(items)
            height = max(height, bottom)
        if row in self._gaps:
            height = max(height, above + 2 * self.setters[0].setting.style.pitch)
        return LaidRow(tuple(sides), above, float(-(-height // 1)))

    def _stacked(self, side: int, paragraphs: Sequence[Paragraph], y: float) -> tuple[tuple[Item, ...], float]:
        """Paragraphs one below the other, and where the last ends; in rows of two texts all lines stay on one pitch."""
        pitch = self.setters[0].setting.style.pitch if len(self.setters) > 1 else 0
        items: list[Item] = []
        for paragraph in paragraphs:
            y += pitch if items else 0
            items.append(Item(paragraph, y))
            height = paragraph.height + self._below(side, paragraph)
            y += -(-height // pitch) * pitch if pitch else height
        return tuple(items), y


def _guesses(setter: Setter) -> list[float]:
    characters, pitch = setter.estimate()
    gap = setter.setting.style.of(16)
    folio = setter.folio
    return [
        gap + pitch * (1 + (end - start) // characters) for start, end in zip(folio.starts, folio.ends, strict=True)
    ]
