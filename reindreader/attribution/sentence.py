"""A sentence of appearing, read piece by piece: which words are the outlet, the title, and which fit nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reindreader.attribution.credits import Words
from reindreader.attribution.dates import FoundDate, has_month
from reindreader.attribution.gaps import Gap, read_gap
from reindreader.attribution.lexicon import CORE, HEADS, STRONG, Lexicon, Word
from reindreader.attribution.pieces import Piece, pieces_of
from reindreader.attribution.printed import shows_press
from reindreader.model.dates import DateRange
from reindreader.model.text import Span

FIRST = frozenset({"first", "noun", "verb_first", "original"})
"""What says that it was the original's appearance."""
_MARKING = frozenset({"noun", "source", "reprint", "verb_at"})
"""What stands right behind one of these is the outlet."""


@dataclass(slots=True)
class Sentence:
    """What has been read of a sentence."""

    lexicon: Lexicon
    text: str
    start: int
    words: Sequence[Word] = ()
    pieces: list[Piece] = field(default_factory=list)
    place: Words | None = None
    places: list[Words] = field(default_factory=list)
    title: Words | None = None
    loose: list[Words] = field(default_factory=list)
    strange: list[Span] = field(default_factory=list)
    pending: Words | None = None
    carried: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether a piece of one of the kinds occurs."""
        return any(piece.kind in kinds for piece in self.pieces)

    def one(self, *kinds: str) -> Piece | None:
        """The first piece of one of the kinds."""
        return next((piece for piece in self.pieces if piece.kind in kinds), None)

    @property
    def date(self) -> FoundDate | None:
        """The date that says most; of equals the first."""
        dates = [piece.date for piece in self.pieces if piece.date]
        return max(dates, key=lambda found: (_day(found), has_month(found.date)), default=None)

    @property
    def end(self) -> int:
        """Where the last fact ends."""
        spans = [piece.span for piece in self.pieces if piece.kind != "cut"]
        spans += [Span(words.span.start, words.span.end) for words in (self.place, self.title) if words]
        return max(span.end for span in spans)


def _day(found: FoundDate) -> bool:
    return not isinstance(found.date, DateRange) and found.date.day is not None


def read_sentence(text: str, lexicon: Lexicon, span: Span, words: Sequence[Word]) -> Sentence | None:
    """The sentence within a span, None where no word of appearing stands in it."""
    pieces = pieces_of(text, lexicon, span, words)
    sentence = Sentence(lexicon, text, span.start, words)
    weak = [word for word in words if word.kind not in STRONG]
    at = span.start
    for piece in [*pieces, Piece("end", Span(span.end, span.end))]:
        gap = read_gap(text, Span(at, max(at, piece.span.start)), weak, lexicon, behind_verb=sentence.has(*CORE))
        _take_gap(sentence, gap, piece)
        if piece.kind in {"cut", "end"} and sentence.has(*HEADS):
            break
        _take_piece(sentence, piece, gap)
        at = piece.span.end
    return _settled(text, sentence) if sentence.has(*HEADS) else None


def _take_gap(sentence: Sentence, gap: Gap, piece: Piece) -> None:
    """Take what stands before a piece."""
    last = sentence.pieces[-1] if sentence.pieces else None
    if gap.behind and last and last.kind == "quote" and last.words in sentence.loose:
        _take_place(sentence, last.words)
    if gap.behind and gap.counted and last and last.kind == "date":
        _take_place(sentence, sentence.pending)
    if sentence.pending and sentence.place is not sentence.pending:
        sentence.strange.append(sentence.pending.span)
    sentence.pending = None
    for number, (name, marked) in enumerate(gap.names):
        if _takes_name(sentence, gap, number, marked=marked or _before_mark(sentence, name, piece)):
            continue
        if piece.kind == "date" and number == len(gap.names) - 1:
            sentence.pending = name
        else:
            sentence.strange.append(name.span)
    sentence.strange += gap.strange


def _takes_name(sentence: Sentence, gap: Gap, number: int, *, marked: bool) -> bool:
    """Take a name for the title, the outlet or a place beside it, and whether it is one of these."""
    name = gap.names[number][0]
    last = sentence.pieces[-1] if sentence.pieces else None
    if last and last.kind == "title" and not sentence.title and not number and not marked:
        sentence.title = name
    elif marked or (number == 0 and _follows_mark(sentence, gap)):
        _take_place(sentence, name)
    elif sentence.place and len(name.text.split()) <= 4:
        sentence.places.append(name)
    else:
        return False
    return True


def _before_mark(sentence: Sentence, name: Words, piece: Piece) -> bool:
    """Whether "from" follows it (より), or the verb and it shows its kind: 東山新聞掲載."""
    return piece.kind == "source_after" or (
        piece.kind == "verb" and sentence.lexicon.unspaced and shows_press(name.text)
    )


def _follows_mark(sentence: Sentence, gap: Gap) -> bool:
    """Whether the gap comes right behind a word that an outlet follows, or only a date or a language between."""
    last = sentence.pieces[-1] if sentence.pieces else None
    if last and last.kind in {"date", "tongue"} and sentence.carried:
        return gap.led or _begins_han(gap) or last.kind == "tongue"
    return last is not None and last.kind in _MARKING


def _begins_han(gap: Gap) -> bool:
    """Whether the name is in Chinese characters: no word parts it from the date before it."""
    return bool(gap.names) and "\u3400" <= gap.names[0][0].text[0] <= "\u9fff"


def _take_place(sentence: Sentence, name: Words | None) -> None:
    if name and sentence.place is None:
        sentence.place = name
        sentence.loose = [words for words in sentence.loose if words is not name]


def _take_piece(sentence: Sentence, piece: Piece, gap: Gap) -> None:
    last = sentence.pieces[-1] if sentence.pieces else None
    if piece.kind == "quote" and piece.words:
        titled = last is not None and last.kind == "title" and not gap.names
        if titled and sentence.title is None:
            sentence.title = piece.words
        elif gap.ahead and sentence.place is None:
            sentence.place = piece.words
        else:
            sentence.loose.append(piece.words)
    sentence.carried = (
        piece.kind in {"date", "tongue"}
        and not gap.names
        and (gap.ahead or (last is not None and last.kind in _MARKING))
    )
    sentence.pieces.append(piece)


def _settled(text: str, sentence: Sentence) -> Sentence:
    """With quotations told apart that nothing marks: one alone is the outlet, one beside the outlet the title."""
    core = sentence.one(*CORE)
    for quote, after in pairwise(sentence.pieces):
        if quote.words in sentence.loose and after.kind == "title" and sentence.title is None:
            sentence.title = quote.words
            sentence.loose = [words for words in sentence.loose if words is not quote.words]
    if sentence.place is None and len(sentence.loose) == 1:
        _take_place(sentence, sentence.loose[0])
    elif sentence.place and sentence.title is None and len(sentence.loose) == 1:
        loose = sentence.loose[0]
        heads = sentence.has(*FIRST) and any(
            piece.words is loose and (number == 0 or sentence.pieces[number - 1].kind == "original")
            for number, piece in enumerate(sentence.pieces)
        )
        if core and (heads or loose.span.start > core.span.start):
            sentence.title = loose
            sentence.loose = []
    sentence.strange += [words.span for words in sentence.loose]
    return sentence
