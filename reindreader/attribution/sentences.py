"""Sentences that say where and when something appeared, in whatever order their language has it.

One grammar serves all languages; a lexicon gives each its words (see ``lexicon``). What is told apart is the outlet
(in marks, or marked by a preposition, an ending or a common noun), the date, the title, the address and the language;
a word that is none of these and not in the lexicon makes the sentence one about something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reindreader.attribution.clauses import opens_at, stops
from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.dates import FoundDate, find_dates, has_month
from reindreader.attribution.gaps import Gap, read_gap
from reindreader.attribution.hits import Hit
from reindreader.attribution.lexicon import CORE, STRONG, Lexicon, Word
from reindreader.attribution.line import Line
from reindreader.attribution.outlets import within_marks
from reindreader.attribution.printed import shows_press
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.dates import DateRange
from reindreader.model.text import Span

_RESTART = re.compile(r"[,，、،؛;；(（\[|/—–:：]\s*")
_CUTTING = FIELD_ROLES.keys() | {"license", "machine", "publisher", "other", "office", "title"}
_ADDRESS = re.compile(r"https?://[^\s<>（）()\[\]，。；、]+|www\.[^\s<>（）()，。；、]+")
_QUOTED = re.compile(
    r"《([^《》]+)》|〈([^〈〉]+)〉|「([^「」]+)」|『([^『』]+)』|“([^“”]+)[”]|«([^«»]+)»|„([^„“”\"]+)[“”\"]|»([^»«]+)«"
    r"|‘([^‘’]+)’|‹([^‹›]+)›|״([^״]+)״|(?<![^\W_])_([^_]+)_(?![^\W_])|(?<!\w)\*([^*]+)\*(?!\w)"
    r"|(?:(?<![\w\"])|(?<=\b[בלהמ])|(?<=\b[בלהמ]-))\"([^\"]+)\"(?!\w)|(?<!\w)'([^']{2,})'(?!\w)|”([^“”]+)”"
)
_FIRST = frozenset({"first", "noun", "verb_first", "original"})
_SUBJECT = frozenset({"this", "original", "version"})
_MARKING = frozenset({"noun", "source", "reprint", "verb_at"})
"""What stands right behind one of these is the outlet."""
_LONGEST_TAIL = 15
_TITLE_MARKS = frozenset("《〈「『«„“\"”»״_*‘'‹")


@dataclass(frozen=True, slots=True)
class Piece:
    """A strong word of a sentence, or a date, a quotation or an address in it."""

    kind: str
    span: Span
    word: Word | None = None
    date: FoundDate | None = None
    words: Words | None = None


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


def with_sentences(line: Line, lexicons: Iterable[Lexicon]) -> Line:
    """The line with its sentences of appearing among its phrases."""
    found = [hit for lexicon in lexicons for hit in _of_language(line, lexicon)]
    if not found:
        return line
    kept = [hit for hit in _best(found) if not _is_label(line, hit)]
    hits = sorted([*line.hits, *kept], key=lambda hit: (hit.start, hit.wording.form != "sentence", -hit.end))
    return replace(line, hits=hits)


def _is_label(line: Line, sentence: Hit) -> bool:
    """Whether the words are a label before a colon, or say who published it."""
    alike = [hit.wording for hit in line.hits if hit.start == sentence.start]
    labels = [wording for wording in alike if wording.form == "label" and len(sentence.credits) == 1]
    return any(wording.meaning.role == "publisher" for wording in alike) or bool(labels)


def _best(found: list[Hit]) -> list[Hit]:
    """Of sentences that several languages see in the same words the one that says most."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-_facts(hit), hit.start, -hit.end)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept


def _facts(hit: Hit) -> int:
    said = [value for c in hit.credits for value in (c.publication, c.date, c.words, c.tag) if value]
    return 2 * len(said) + hit.explicit


def _of_language(line: Line, lexicon: Lexicon) -> Iterator[Hit]:
    words = lexicon.read(line.text)
    start = 0
    for stop in [*stops(line.text, within_brackets=True), len(line.text)]:
        clause = Span(start, max(start, stop))
        own = [word for word in words if clause.start <= word.span.start and word.span.end <= clause.end]
        core = next((word for word in own if word.kind in CORE), None)
        found = _hit(line, lexicon, clause, own, core) if core else None
        if found:
            yield found
        start = stop + 1


def _hit(line: Line, lexicon: Lexicon, clause: Span, words: Sequence[Word], core: Word) -> Hit | None:
    """The sentence in a clause: from its beginning, or from a comma or an "and" on where a credit stands before."""
    stop = _cut_off(line, clause, words, core)
    for start in _starts(line, clause, words, core, stop):
        sentence = _read(line.text, lexicon, Span(start, stop), words)
        if sentence and _says_where(line, sentence):
            standing = opens_at(line.text, start)
            found = tuple(_credits(sentence))
            explicit = sentence.has(*_SUBJECT)
            return Hit(
                lexicon.wording,
                start,
                max(sentence.end, *(credit.span.end for credit in found)),
                standing if standing in {"start", "hard"} else "soft",
                explicit=explicit,
                credits=found,
            )
    return None


def _cut_off(line: Line, clause: Span, words: Sequence[Word], core: Word) -> int:
    """Where the next credit begins, at the latest where the clause ends."""
    issues = {word.span.start for word in words if word.kind == "issue"}
    nexts = (
        hit.start
        for hit in line.hits
        if core.span.end < hit.start < clause.end
        and hit.wording.meaning.role in _CUTTING
        and hit.standing in {"start", "hard", "soft"}
        and hit.wording.form != "around"
        and hit.start not in issues
    )
    return min(nexts, default=clause.end)


def _starts(line: Line, clause: Span, words: Sequence[Word], core: Word, stop: int) -> Iterator[int]:
    """Where the sentence may begin, from left to right."""
    first = re.compile(r"[\W_]*").match(line.text, clause.start, stop)
    begin = first.end() if first else clause.start
    begin = min([begin, *(m.start() for m in _QUOTED.finditer(line.text, clause.start, stop) if m.start() < begin)])
    yield begin
    joiners = {word.span.start for word in words if word.kind == "joiner"}
    marks = {match.end() for match in _RESTART.finditer(line.text, begin, stop)}
    hits = {hit.end for hit in line.hits if hit.wording.form == "after" and begin < hit.end < stop}
    own = {_before_verb(line.text, words, core), *(word.span.start for word in words if word.kind in _SUBJECT)}
    yield from sorted(at for at in marks | joiners | hits | own if begin < at <= core.span.start)


def _before_verb(text: str, words: Sequence[Word], core: Word) -> int:
    """Where the small words before the verb begin, "was first published"."""
    at = core.span.start
    for word in sorted(words, key=lambda word: -word.span.start):
        if word.span.end <= at and word.kind in {"small", "first", "joiner"} and not text[word.span.end : at].strip():
            at = word.span.start
    return at


def _pieces(text: str, lexicon: Lexicon, span: Span, words: Sequence[Word]) -> list[Piece]:
    found = [Piece("url", Span(*m.span())) for m in _ADDRESS.finditer(text, span.start, span.end)]
    for match in _QUOTED.finditer(text, span.start, span.end):
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


def _read(text: str, lexicon: Lexicon, span: Span, words: Sequence[Word]) -> Sentence | None:
    pieces = _pieces(text, lexicon, span, words)
    sentence = Sentence(lexicon, text, span.start, words)
    weak = [word for word in words if word.kind not in STRONG]
    at = span.start
    for piece in [*pieces, Piece("end", Span(span.end, span.end))]:
        gap = read_gap(text, Span(at, max(at, piece.span.start)), weak, lexicon, behind_verb=sentence.has(*CORE))
        _take_gap(sentence, gap, piece)
        if piece.kind in {"cut", "end"} and sentence.has(*CORE):
            break
        _take_piece(sentence, piece, gap)
        at = piece.span.end
    return _settled(text, sentence) if sentence.has(*CORE) else None


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
        return gap.led or sentence.lexicon.unspaced or last.kind == "tongue"
    return last is not None and last.kind in _MARKING


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
        heads = sentence.has(*_FIRST) and any(
            piece.words is loose and (number == 0 or sentence.pieces[number - 1].kind == "original")
            for number, piece in enumerate(sentence.pieces)
        )
        if core and (heads or loose.span.start > core.span.start):
            sentence.title = loose
            sentence.loose = []
    sentence.strange += [words.span for words in sentence.loose]
    return sentence


def _says_where(line: Line, sentence: Sentence) -> bool:
    """Whether the sentence credits: its facts, nothing strange among them, and little behind them."""
    subject, first = sentence.has(*_SUBJECT), sentence.has(*_FIRST)
    dated, known = sentence.date is not None, sentence.place is not None or sentence.has("url")
    if sentence.strange and _apposition(line.text, sentence):
        return False
    if any(span.start < sentence.end or not known for span in sentence.strange):
        return False
    if sentence.has("source", "source_after") and not sentence.has("verb", "verb_at", "verb_first", "noun", "reprint"):
        return known and dated and not sentence.strange and _is_whole(line, sentence)
    if not known and first and dated and _is_whole(line, sentence):
        return not line.text[sentence.end :].strip(" .)）。")
    if not known and not (dated and (subject or sentence.has("noun"))) and not (sentence.has("tongue") and subject):
        return False
    return _tail_fits(line, sentence, sure=subject, likely=first or sentence.has("reprint"))


def _apposition(text: str, sentence: Sentence) -> bool:
    """Whether a comma parts the subject from the verb: "The letter, published in May, *caused a scandal*"."""
    this, core = sentence.one(*_SUBJECT), sentence.one(*CORE)
    return bool(this and core and re.search("[,،]", text[this.span.end : core.span.start]))


def _is_whole(line: Line, sentence: Sentence) -> bool:
    date = sentence.date
    whole = not re.search(r"\w", line.text[: sentence.start])
    return whole and date is not None and has_month(date.date)


def _tail_fits(line: Line, sentence: Sentence, *, sure: bool, likely: bool) -> bool:
    """Whether what follows the facts may stand behind a credit: it is set off by a mark, and it is short."""
    if not sentence.strange:
        return True
    tail = sentence.strange[0]
    words = sum(len(span.slice(line.text).split()) for span in sentence.strange)
    apart = re.search(r"[,，、،؛;；()（）—–|:]", line.text[sentence.end : tail.start])
    if not apart:
        return False
    return words <= (_LONGEST_TAIL if sure else 3 if likely else 0)


def _credits(sentence: Sentence) -> Iterator[Credit]:
    """The title, and where and when it appeared."""
    own = Span(sentence.start, sentence.end)
    relation, span, tag = _relation(sentence), *_tongue(sentence)
    if sentence.title:
        yield Credit("original-title", sentence.title.span, words=sentence.title)
    url = sentence.one("url")
    address = _address(sentence.text, url.span) if url else None
    if address and sentence.place is None and sentence.date is None:
        yield Credit("original-url", own, words=address, relation=relation, tag=tag, tag_span=span)
        return
    yield Credit(
        "appearance", own, (), sentence.place, sentence.date, address, tag=tag, tag_span=span, relation=relation
    )


def _address(text: str, span: Span) -> Words:
    address = span.slice(text).rstrip(".,;:!?'\"”’")
    return Words(address, Span(span.start, span.start + len(address)))


def _tongue(sentence: Sentence) -> tuple[Span | None, str | None]:
    """The language that the original is said to be in, and where."""
    inside = (word for word in sentence.words if sentence.start <= word.span.start and word.span.end <= sentence.end)
    span = next((word.tag_span for word in inside if word.tag_span), None)
    tag = sentence.lexicon.words.tag_of(span.slice(sentence.text)) if span else None
    return (None, None) if _own_version(sentence) else (span, tag)


def _own_version(sentence: Sentence) -> bool:
    """Whether it is the version in the line's own language that appeared there, "the English version"."""
    piece = sentence.one("this", "version")
    span = piece.word.tag_span if piece and piece.word else None
    return span is not None and sentence.lexicon.words.tag_of(span.slice(sentence.text)) == sentence.lexicon.words.tag


def _relation(sentence: Sentence) -> str | None:
    if sentence.has("version") or _own_version(sentence):
        return "translation"
    if sentence.has("original", *_FIRST):
        return "original"
    return "reprint" if sentence.has("reprint") else None
