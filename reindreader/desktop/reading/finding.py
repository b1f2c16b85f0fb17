"""Words in a text, whatever their case, accents and width. Places are code points of the text as it is."""

import re
from collections.abc import Callable, Iterator
from unicodedata import combining, normalize

from reindreader.model.text import Span

Finder = Callable[[str], Iterator[Span]]
"""A text -> every place where the words stand, none over another."""


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place where the words stand, none over another; white space matches any white space."""
    return tuple(finder(words)(text))


def finder(words: str) -> Finder:
    """What finds the words in any text; in one of plain letters much faster than in others."""
    wanted, _ = _folded(" ".join(words.split()))
    if not wanted:
        return lambda _text: iter(())
    plain = re.compile(r"\s+".join(map(re.escape, wanted.split())), re.IGNORECASE) if wanted.isascii() else None

    def find(text: str) -> Iterator[Span]:
        if text.isascii():
            return (Span(*match.span()) for match in plain.finditer(text)) if plain else iter(())
        return _find_folded(text, wanted)

    return find


def _find_folded(text: str, wanted: str) -> Iterator[Span]:
    folded, places = _folded(text)
    at = folded.find(wanted)
    while at >= 0:
        yield Span(places[at], places[at + len(wanted) - 1] + 1)
        at = folded.find(wanted, at + len(wanted))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case, accents and width, runs of space as one; and where each of its characters came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if letters and letters[-1] == " ":
                continue
            folded = " "
        elif char.isascii():
            folded = char.lower()
        elif char == "\u00ad":
            continue
        else:
            folded = "".join(c for c in normalize("NFKD", char).casefold() if not combining(c))
        letters.extend(folded)
        places.extend([place] * len(folded))
    return "".join(letters), places
