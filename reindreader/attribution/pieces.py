"""The strong words, dates, quotations and addresses of a sentence of appearing, from left to right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution.credits import Words
from reindreader.attribution.dates import FoundDate, find_dates
from reindreader.attribution.lexicon import STRONG, Lexicon, Word
from reindreader.attribution.outlets import within_marks
from reindreader.model.text import Span

_ADDRESS = re.compile(r"https?://[^\s<>（）()\[\]，。；、]+|www\.[^\s<>（）()，。；、]+")
QUOTED = re.compile(
    r"《([^《》]+)》|〈([^〈〉]+)〉|「([^「」]+)」|『([^『』]+)』|“([^“”]+)[”]|«([^«»]+)»|„([^„“”\"]+)[“”\"]|»([^»«]+)«"
    r"|‘([^‘’]+)’|‹([^‹›]+)›|״([^״]+)״|(?<![^\W_])_([^_]+)_(?![^\W_])|(?<!\w)\*([^*]+)\*(?!\w)"
    r"|(?:(?<![\w\"])|(?<=\b[בלהמ])|(?<=\b[בלהמ]-))\"([^\"]+)\"(?!\w)|(?<!\w)'([^']{2,})'(?!\w)|”([^“”]+)[”“]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A strong word of a sentence, or a date, a quotation or an address in it."""

    kind: str
    span: Span
    word: Word | None = None
    date: FoundDate | None = None
    words: Words | None = None


def pieces_of(text: str, lexicon: Lexicon, span: Span, words: Sequence[Word]) -> list[Piece]:
    """The pieces within a span; of those that overlap the first kind."""
    found = [Piece("url", Span(*m.span())) for m in _ADDRESS.finditer(text, span.start, span.end)]
    for match in QUOTED.finditer(text, span.start, span.end):
        inner = Span(*match.span(match.lastindex or 0))
        if inner.slice(text).strip():
            found.append(Piece("quote", Span(*match.span()), words=within_marks(text, inner)))
    dates = find_dates(text, span.start, span.end, lexicon.words)
    found += [Piece("date", date.span, date=date) for date in dates]
    found += [Piece(w.kind, w.span, word=w) for w in words if w.kind in STRONG]
    kept: list[Piece] = []
    for piece in found:
        inside = span.start <= piece.span.start and piece.span.end <= span.end
        if inside and not any(piece.span.overlaps(other.span) for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.span)
