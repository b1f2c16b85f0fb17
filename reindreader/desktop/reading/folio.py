"""An article as paragraphs to be set, found by place without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reindreader.desktop.fonts import is_right_to_left
from reindreader.desktop.reading.faces import Face, face_of
from reindreader.model.articles import Article
from reindreader.model.text import NUMBERED_KINDS, Block, BlockKind, Mark, Span

_LONGEST = 12_000
"""Longer paragraphs are set in several pieces: to set a hundred thousand words at once takes a second."""

_PIECE = 6_000
_CONTINUED = "…"
_ENDS = ("\n", ". ", "。", "؟ ", "? ", "! ", " ")


class SpanIndex:
    """Which of many spans touch a stretch. They are given in order of their starts."""

    def __init__(self, spans: Sequence[Span], starts: list[int] | None = None) -> None:
        self._starts = [span.start for span in spans] if starts is None else starts
        self._reach = list(accumulate([span.end for span in spans], max))

    def with_one(self, span: Span, starts: list[int]) -> "SpanIndex":
        """The same with one more, behind those that begin where it does; ``starts`` are those of all."""
        made = SpanIndex((), starts)
        at = bisect_right(self._starts, span.start)
        before = self._reach[:at]
        reach = max(before[-1], span.end) if before else span.end
        made._reach = [*before, *(own if own > reach else reach for own in (reach, *self._reach[at:]))]
        return made

    def touching(self, start: int, end: int) -> range:
        """The numbers of the spans that may touch the stretch; those within are all that do, and few that do not."""
        return range(bisect_right(self._reach, start), bisect_left(self._starts, end))

    def cluster(self, number: int) -> int:
        """The first of the spans that hang together with this one by overlapping."""
        while number > 0 and self._reach[number - 1] > self._starts[number]:
            number -= 1
        return number


class Folio:
    """The blocks that have something to show, and the byline where the text has none of its own.

    A paragraph is named by its number here, from 0. ``language``: of the text; ``mirrored``: it runs from right to left.
    """

    def __init__(self, article: Article, byline: str = "") -> None:
        self.article, self.text = article, article.text
        self.language, self.mirrored = article.language, is_right_to_left(article.language)
        self.blocks: list[Block | None] = []
        self._of_block: list[int] = []
        self.byline = ""
        self._gather(byline)
        self.starts = [block.span.start if block else 0 for block in self.blocks]
        self.ends = [block.span.end if block else 0 for block in self.blocks]
        self._place_byline()
        begun = (
            own is not None and own.kind in NUMBERED_KINDS and not self.continues(n)
            for n, own in enumerate(self.blocks)
        )
        self._numbered = list(accumulate(begun))
        self._body = next((n for n, b in enumerate(self.blocks) if b is not None and b.kind in NUMBERED_KINDS), 0)
        self._marks: tuple[SpanIndex, list[Mark]] | None = None

    def _gather(self, byline: str) -> None:
        text = self.text
        for block in self.article.blocks:
            self._of_block.append(len(self.blocks))
            span = block.span
            if len(span) > _LONGEST and block.kind in NUMBERED_KINDS:
                self.blocks.extend(_cut(block, text))
            elif block.image or not (span.start == span.end or text[span.start : span.end].isspace()):
                self.blocks.append(block)
        title = next((n for n, block in enumerate(self.blocks) if block is not None), None)
        if byline and title is not None and self._needs_byline(title):
            self.byline = byline
            self.blocks.insert(title + 1, None)
            self._of_block = [n + 1 if n > title else n for n in self._of_block]

    def _needs_byline(self, title: int) -> bool:
        block = self.blocks[title]
        after = self.blocks[title + 1] if title + 1 < len(self.blocks) else None
        is_title = block is not None and block.kind is BlockKind.HEADING and block.level == 0
        return is_title and not (after is not None and after.kind is BlockKind.CREDIT)

    def _place_byline(self) -> None:
        if self.byline:
            at = self.blocks.index(None)
            self.starts[at] = self.ends[at] = self.ends[at - 1]

    def __len__(self) -> int:
        return len(self.blocks)

    def words(self, paragraph: int) -> str:
        """What is to be read there."""
        block = self.blocks[paragraph]
        return self.byline if block is None else self.text[block.span.start : block.span.end]

    def span(self, paragraph: int) -> Span:
        """Its place in the article; empty for the byline."""
        return Span(self.starts[paragraph], self.ends[paragraph])

    def face(self, paragraph: int) -> Face:
        """How it is set."""
        before = self.blocks[paragraph - 1] if paragraph else None
        opening = paragraph <= self._body and self._opens(paragraph)
        return face_of(self.blocks[paragraph], before, opening=opening)

    def _opens(self, paragraph: int) -> bool:
        before = self.blocks[paragraph - 1] if paragraph else None
        return before is None or before.kind is BlockKind.CREDIT or before.level == 0

    def number(self, paragraph: int) -> int | None:
        """The number that citations use."""
        before = self._numbered[paragraph - 1] if paragraph else 0
        return int(self._numbered[paragraph]) if self._numbered[paragraph] > before else None

    def numbers(self, span: Span) -> tuple[int, int] | None:
        """The first and last numbered paragraph that a stretch touches."""
        inside = self.touching(span)
        found = [one for one in inside if (own := self.blocks[one]) is not None and own.kind in NUMBERED_KINDS]
        return (int(self._numbered[found[0]]), int(self._numbered[found[-1]])) if found else None

    def continues(self, paragraph: int) -> bool:
        """Whether it is the rest of a paragraph that is too long to be set in one piece."""
        own = self.blocks[paragraph]
        return own is not None and own.label is _CONTINUED

    def numbered(self, number: int) -> int | None:
        """The paragraph with that number."""
        at = bisect_left(self._numbered, number)
        return at if number > 0 and at < len(self.blocks) else None

    def at(self, offset: int) -> int:
        """The paragraph that holds a code point, else the one before it; 0 where there is none."""
        found = max(0, bisect_right(self.starts, offset) - 1)
        return found - 1 if found and self.blocks[found] is None else found

    def touching(self, span: Span) -> range:
        """The paragraphs that a stretch touches."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def of_block(self, block: int) -> int | None:
        """The paragraph that shows a block of the article; None where it has nothing to show."""
        if not 0 <= block < len(self._of_block):
            return None
        at = self._of_block[block]
        following = self._of_block[block + 1] if block + 1 < len(self._of_block) else len(self.blocks)
        return at if at < following else None

    def marks(self, paragraph: int) -> Iterable[Mark]:
        """The inline marks that touch a paragraph."""
        if self._marks is None:
            ordered = sorted(self.article.marks, key=lambda mark: (mark.span.start, -mark.span.end))
            self._marks = SpanIndex([mark.span for mark in ordered]), ordered
        index, marks = self._marks
        span = self.span(paragraph)
        return [marks[n] for n in index.touching(span.start, span.end) if marks[n].span.overlaps(span)]

    def headings(self) -> list[int]:
        """The paragraphs that are headings, the title too."""
        return [n for n, block in enumerate(self.blocks) if block is not None and block.kind is BlockKind.HEADING]

    def footnote(self, label: str, calling: int) -> int | None:
        """The paragraph of the footnote of that label: the next one behind the paragraph that calls it, for the notes of
        printed pages are counted anew on each."""
        wanted = label.strip("[]().")
        notes = [n for n, block in enumerate(self.blocks) if block is not None and _is_note(block, wanted)]
        return next((n for n in notes if n > calling), notes[0] if notes else None)


def _is_note(block: Block, label: str) -> bool:
    """Whether a block is the note of that label, which may be a credit."""
    return block.kind in {BlockKind.FOOTNOTE, BlockKind.CREDIT} and (block.label or "").strip("[]().") == label


def _cut(block: Block, text: str) -> Iterator[Block]:
    """A paragraph in pieces of whole sentences, where there are sentences."""
    start, end = block.span.start, block.span.end
    while end - start > _LONGEST:
        places = (text.rfind(mark, start + _PIECE // 2, start + _PIECE) + len(mark) for mark in _ENDS)
        at = next((place for place in places if place > start + _PIECE // 2), start + _PIECE)
        yield _piece(block, start, at)
        start = at
    yield _piece(block, start, end)


def _piece(block: Block, start: int, end: int) -> Block:
    first = start == block.span.start
    return Block(block.kind, Span(start, end), block.level, block.label if first else _CONTINUED)
