"""How large and how wide the text is set."""

from dataclasses import dataclass, replace
from typing import Self

from reindreader.desktop.fonts import scaled

SMALLEST, LARGEST = 14, 32
NARROWEST, WIDEST = 45, 90
_CHARACTER = 568 / 66 / 18
"""The width of an average character, in parts of the text's size: 66 of them fill 568 pixels at 18."""

GUTTER = 88
"""Where the column begins: numerals and highlight bars stand left of it."""

NUMERAL_END, BAR_LEFT, BAR_WIDTH = 28, 20, 3
"""How far left of the column the numerals end and the bars begin."""

NOTE_GAP, NOTE_MIN, NOTE_MAX = 24, 96, 220
"""Side notes: their distance from the column, and their width."""

RIGHT_MARGIN = 24


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """``size``: of the text in pixels (14–32); ``leading``: pitch of the lines over size (1.4–1.8);

    ``characters``: the most that a line may hold (45–90); ``justified``: both edges are straight; ``hyphenated``: words
    may be broken, where the language's rules are known.
    """

    size: int = 18
    leading: float = 28 / 18
    characters: int = 66
    justified: bool = False
    hyphenated: bool = True

    def __post_init__(self) -> None:
        if not (SMALLEST <= self.size <= LARGEST and 1.4 <= self.leading <= 1.8):
            raise ValueError(f"text of {self.size} px with {self.leading} between its lines")
        if not NARROWEST <= self.characters <= WIDEST:
            raise ValueError(f"lines of {self.characters} characters")

    @property
    def text_size(self) -> int:
        """The size in pixels on this system."""
        return scaled(self.size)

    @property
    def pitch(self) -> int:
        """From baseline to baseline, in whole pixels."""
        return round(self.text_size * self.leading)

    @property
    def column(self) -> int:
        """The widest the column gets, in pixels."""
        return round(self.characters * _CHARACTER * self.text_size)

    def of(self, size: float) -> int:
        """Another size of the design (at text of 18), as this zoom has it."""
        return max(11, round(size * self.text_size / 18))

    def zoomed(self, steps: int) -> Self:
        """One pixel a step larger or smaller, within the limits."""
        return replace(self, size=min(LARGEST, max(SMALLEST, self.size + steps)))
