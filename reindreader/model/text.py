"""The text of an article: spans, blocks, inline marks, pages. Offsets count Unicode code points, end exclusive."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, from ``start`` up to and without ``end``, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def slice(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Whether the code point at ``offset`` lies within."""
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def within(self, other: "Span") -> bool:
        """Whether all of this span lies in the other."""
        return other.start <= self.start and self.end <= other.end

    def shifted(self, by: int) -> Self:
        """The same stretch, ``by`` code points further on."""
        return type(self)(self.start + by, self.end + by)

    @classmethod
    def around(cls, *spans: "Span") -> Self:
        """The smallest span that covers all the given ones (at least one)."""
        return cls(min(s.start for s in spans), max(s.end for s in spans))


class BlockKind(StrEnum):
    """What a block of the text is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CREDIT = "credit"
    FURNITURE = "furniture"


BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.TABLE})
"""The kinds that make up the body of an article."""

NUMBERED_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM})
"""The kinds that a paragraph number counts (APA 7, 8.28: count the paragraphs of the work)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text. ``level``: of a heading 0 for the title, then 1…6; of a list item its depth from 0.

    ``image``: SHA-256 of the picture in the library's files, for an image block; the span then covers its
    alternative text (it may be empty). ``label``: what the text calls it, such as a footnote's "3".
    """

    kind: BlockKind
    span: Span
    level: int = 0
    label: str | None = None
    image: str | None = None


class MarkKind(StrEnum):
    """An inline mark on a stretch of a block."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    NOTE_REFERENCE = "note-reference"
    RUBY = "ruby"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """``target``: a link's address, a note reference's label, the reading of a ruby; None for the others."""

    kind: MarkKind
    span: Span
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """Where a run of the text stands on its page: in points from the page's top left corner."""

    span: Span
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: what it holds of the text, its printed label ("iv", "117"), its size in points."""

    span: Span
    label: str | None = None
    width: float | None = None
    height: float | None = None
    boxes: tuple[Box, ...] = ()


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    """Raise ValueError where a block leaves the text, or begins before the one before it has ended."""
    last = 0
    for block in blocks:
        if block.span.start < last or block.span.end > len(text):
            raise ValueError(f"block out of order or out of the text: {block}")
        last = block.span.end


class ParagraphNumbers:
    """Which paragraph of the body a place lies in, counted from 1 over ``NUMBERED_KINDS``."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._spans = [block.span for block in blocks if block.kind in NUMBERED_KINDS]
        self._starts = [span.start for span in self._spans]

    def __len__(self) -> int:
        return len(self._spans)

    def at(self, offset: int) -> int | None:
        """The number of the paragraph that holds the code point, None outside the numbered blocks."""
        index = bisect_right(self._starts, offset) - 1
        return index + 1 if index >= 0 and self._spans[index].contains(offset) else None

    def of(self, span: Span) -> tuple[int, int] | None:
        """The first and last paragraph that a span touches, None where it touches none."""
        touched = [n for n, own in enumerate(self._spans, 1) if own.overlaps(span)]
        return (touched[0], touched[-1]) if touched else None

    def span(self, number: int) -> Span:
        """The place of paragraph ``number``. Raises IndexError where there is none."""
        if number < 1:
            raise IndexError(number)
        return self._spans[number - 1]
