"""The numbers that are printed on pages. A file seldom says them otherwise, and readers cite by them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reindreader.pages.values import PageLines

_ARABIC = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ROMAN = re.compile(r"(?<!\w)[ivxlc]{1,7}(?!\w)", re.IGNORECASE)
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Run:
    """Pages whose numbers grow with them: number = place in the file + ``step``."""

    step: int
    roman: bool


def printed_labels(pages: Sequence[PageLines], furniture: Collection[tuple[int, int]]) -> tuple[str | None, ...]:
    """The number printed on each page; where none is found, the file's own label, None without one.

    ``furniture``: lines that are headers or footers, as ``furniture_of`` has them. A number counts where it grows by one
    from page to page, over three pages or more (all of them where there are two). A page between numbered ones that shows
    no number has the one that it must have.
    """
    found = [_numbers(pages[number], furniture, number) for number in range(len(pages))]
    shown: dict[int, str] = {}
    for run in _runs(found):
        shown |= {page: label for page, label in _labels(found, run).items() if page not in shown}
    return tuple(shown.get(number) or page.label for number, page in enumerate(pages))


def _numbers(page: PageLines, furniture: Collection[tuple[int, int]], number: int) -> set[tuple[int, bool]]:
    lines = [line.text for place, line in enumerate(page.lines) if (number, place) in furniture]
    arabic = {(int(words), False) for line in lines for words in _ARABIC.findall(line)}
    roman = {(value, True) for line in lines for words in _ROMAN.findall(line) if (value := roman_value(words))}
    return arabic | roman


def _runs(found: Sequence[Iterable[tuple[int, bool]]]) -> list[_Run]:
    counts = Counter(
        _Run(value - place, roman) for place, numbers in enumerate(found) for value, roman in numbers if value > 0
    )
    least = 2 if len(found) == 2 else 3
    return [run for run, count in counts.most_common() if count >= least]


def _labels(found: Sequence[Collection[tuple[int, bool]]], run: _Run) -> Mapping[int, str]:
    """The pages of a run, from the first that shows its number to the last, with what stands or must stand on them."""
    shown = [place for place, numbers in enumerate(found) if (place + run.step, run.roman) in numbers]
    return {
        place: roman_words(place + run.step) if run.roman else str(place + run.step)
        for place in range(shown[0], shown[-1] + 1)
    }


def roman_value(words: str) -> int | None:
    """The value of a Roman numeral up to 399, None for other words."""
    digits = [_DIGITS[letter] for letter in words.lower()]
    value = sum(-own if own < after else own for own, after in zip(digits, [*digits[1:], 0], strict=True))
    return value if roman_words(value) == words.lower() else None


def roman_words(value: int) -> str:
    """A number in Roman numerals, in small letters."""
    words = ""
    for part, letters in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        count, value = divmod(value, part)
        words += letters * count
    return words
