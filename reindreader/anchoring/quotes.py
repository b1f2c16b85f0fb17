"""Exact anchoring with the selectors of the W3C Web Annotation Data Model (4.2.4 text quote, 4.2.5 text position)."""

import re
from itertools import takewhile

from reindreader.model.highlights import Quote
from reindreader.model.text import Span

CONTEXT = 48
"""How many code points before and after a quotation are kept to tell it from its likes."""

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
"""Typographic marks that a keyboard lacks -> what is typed for them; one code point each, so offsets stay."""


def quote_of(text: str, span: Span) -> Quote:
    """The quotation at a place of a text, with its context. Raises ValueError where the span is empty."""
    return Quote(
        exact=span.slice(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        position=span,
    )


def anchor(text: str, quote: Quote) -> Span | None:
    """Where the quotation stands in the text, to the letter; None where it does not, or where none of several
    places is the better one: never silently on other words.
    """
    places = occurrences(text, quote.exact)
    if len(places) < 2:
        return places[0] if places else None
    ranked = sorted(((_context(text, place, quote), place) for place in places), key=lambda pair: -pair[0])
    (best, place), (second, _) = ranked[:2]
    if best > second:
        return place
    kept = quote.position
    return kept if kept is not None and (best, kept) in ranked else None


def occurrences(text: str, words: str) -> list[Span]:
    """All places where the words stand, overlapping ones too."""
    found: list[Span] = []
    start = text.find(words) if words else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def words_in(text: str, words: str) -> list[Span]:
    """The places that a reader means who types these words.

    The words to the letter; where they are nowhere, marks and dashes of any kind and any white space will do.
    """
    exact = occurrences(text, words)
    typed = words.translate(_ALIKE).split()
    if exact or not typed:
        return exact
    pattern = re.compile(r"\s+".join(re.escape(part) for part in typed))
    return [Span(*match.span()) for match in pattern.finditer(text.translate(_ALIKE))]


def _context(text: str, place: Span, quote: Quote) -> int:
    """How many code points around the place are as they were around the quotation."""
    before = zip(reversed(text[: place.start][-CONTEXT:]), reversed(quote.prefix), strict=False)
    after = zip(text[place.end : place.end + CONTEXT], quote.suffix, strict=False)
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (before, after))
