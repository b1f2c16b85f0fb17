"""An article as a file gives it: its text with blocks, marks and pages, and what the file's metadata declares."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reindreader.model.claims import Claim
from reindreader.model.dates import PartialDate
from reindreader.model.text import (
    BODY_KINDS,
    Block,
    BlockKind,
    Mark,
    MarkKind,
    Page,
    ParagraphNumbers,
    Span,
    check_blocks,
)

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes became text. ``name``: a Python codec; ``sure``: not a guess; ``bom``: a mark was there; ``given``: the user
    or the server said so, and the bytes do not say it again."""

    name: str
    sure: bool = True
    bom: bool = False
    given: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The file or address an article was read from. ``sha256``: of its bytes, in hexadecimal; ``path``: of the file, whole,
    None for what was fetched or pasted; ``fetched``: the bytes came from ``url``, on the day ``accessed``."""

    name: str
    media_type: str
    sha256: str
    size: int
    encoding: Encoding | None = None
    url: str | None = None
    accessed: PartialDate | None = None
    archived: str | None = None
    path: str | None = None
    fetched: bool = False

    @property
    def origin(self) -> str | None:
        """What newer bytes of the same text would come from: the path, or the address that was fetched."""
        return self.path or (self.url if self.fetched else None)


class ProblemKind(StrEnum):
    """What was wrong with a file that could be read all the same."""

    EMPTY = "empty"
    ENCODING_GUESSED = "encoding-guessed"
    ENCODING_DAMAGED = "encoding-damaged"
    BINARY = "binary"
    NO_TITLE = "no-title"
    NO_TEXT_LAYER = "no-text-layer"
    TRUNCATED = "truncated"
    NOTES_LOST = "notes-lost"
    NOT_SEARCHED = "not-searched"


@dataclass(frozen=True, slots=True)
class Problem:
    """``place``: where in the text, None if nowhere in particular; ``detail``: a fact for the sentence."""

    kind: ProblemKind
    place: Span | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article. ``sha256``: of ``data``, in hexadecimal; ``media_type``: what the bytes are.

    Raises ValueError where the hash is not of the data's form.
    """

    sha256: str
    media_type: str
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.sha256) or not self.data:
            raise ValueError("a picture without bytes, or without their hash")


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read. Raises ValueError where blocks overlap, are out of order or leave the text.

    ``text``: all of the decoded text, line ends LF, otherwise untouched. ``language``: of the text (BCP 47), None
    where it is not known. ``declared``: what the file's metadata says. ``images``: the pictures that blocks name, each
    once, on an article that was just read; a stored article has none, for the library keeps them among its files.
    ``reader``: the version of what read it, 0 for those before there were versions.
    """

    text: str
    blocks: tuple[Block, ...]
    source: Source
    marks: tuple[Mark, ...] = ()
    pages: tuple[Page, ...] = ()
    language: str | None = None
    declared: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    images: tuple[Image, ...] = ()
    reader: int = 0

    def __post_init__(self) -> None:
        check_blocks(self.text, self.blocks)

    @property
    def numbers(self) -> ParagraphNumbers:
        """The paragraph numbers of the body."""
        return ParagraphNumbers(self.blocks)

    @property
    def text_without_calls(self) -> str:
        """The text with blanks for the numbers and signs that call notes, as long as it was: they are no words of it."""
        calls = [mark.span for mark in self.marks if mark.kind is MarkKind.NOTE_REFERENCE]
        letters = list(self.text) if calls else []
        for call in calls:
            letters[call.start : call.end] = " " * len(call)
        return "".join(letters) if calls else self.text

    @property
    def body(self) -> str:
        """The text of the body, a blank line between its blocks."""
        return "\n\n".join(block.span.slice(self.text) for block in self.body_blocks())

    def body_blocks(self) -> Iterator[Block]:
        """The blocks of the body, with the headings within it (not the title)."""
        for block in self.blocks:
            if block.kind in BODY_KINDS or (block.kind is BlockKind.HEADING and block.level > 0):
                yield block

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point, None between blocks."""
        return next((block for block in self.blocks if block.span.contains(offset)), None)
