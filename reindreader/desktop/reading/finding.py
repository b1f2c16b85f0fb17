"""Words in a text, whatever their case, accents and width. Places are code points of the text as it is."""

from unicodedata import combining, normalize

from reindreader.model.text import Span


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place where the words stand, none over another; white space matches any white space."""
    wanted, _ = _folded(" ".join(words.split()))
    if not wanted:
        return ()
    folded, places = _folded(text)
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        found.append(Span(places[at], places[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + len(wanted))
    return tuple(found)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case, accents and width, runs of space as one; and where each of its characters came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if letters and letters[-1] == " ":
                continue
            folded = " "
        else:
            folded = "".join(c for c in normalize("NFKD", char).casefold() if not combining(c))
        letters.extend(folded)
        places.extend([place] * len(folded))
    return "".join(letters), places
