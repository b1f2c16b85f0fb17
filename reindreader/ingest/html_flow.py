"""A tree of HTML elements to a text with blocks and marks. Web pages, EPUB chapters and office documents pass here.

White space is what HTML makes of it (HTML Standard, 15.3): runs are one space, ``br`` is a line end.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from reindreader.ingest.html_tree import (
    BLOCK_TAGS,
    MARK_TAGS,
    SKIPPED,
    is_data_table,
    is_hidden,
    local_name,
    named,
    role_of,
    spaced_words,
    words_of,
)
from reindreader.model.text import Block, BlockKind, Mark, MarkKind, Page, Span

_WHOLE = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION})
"""Kinds that all but headings within them have too."""
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*?(?=[ \t]*\S|$)")
_SPACES, _UNSPACED = re.compile(r"[ \t\n\r\f]+"), ("  ", "\n", "\t", "\r", "\f")
_NOTE_TARGET = re.compile(r"#(?:.*(?:note|fn|ref)[-_]?\w*|_?ftn\w*)$", re.IGNORECASE)
NOTE_LABEL = re.compile(r"[\[(]?(?P<label>\d{1,4}|[*†‡§]{1,3}|[ivxlc]{1,6}|[①-⑳])[\])]?\.?")
_NOTES = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)s?\b")


@dataclass(frozen=True, slots=True)
class Flowed:
    """A text, its blocks and marks, and the printed pages that it notes."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element stands in."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str | None = None
    depth: int = -1
    lines: bool = False
    """Whether the lines are those of the source."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be shown after a block. ``sha256``: None where its bytes are not at hand; ``caption``: "" for none."""

    sha256: str | None
    words: str = ""
    caption: str = ""


def _no_picture(element: etree._Element) -> str | None:
    del element
    return None


def _none_after(words: str) -> tuple[Picture, ...]:
    del words
    return ()


@dataclass(slots=True)
class Flow:
    """Collects blocks in order. ``title_level``: the heading (``h1``…) that becomes the title, None for none.

    ``picture_of``: the SHA-256 of the picture that an ``img`` shows, None where there is none; ``after``: the pictures
    that stand after a block of these words, where the tree does not hold them.
    """

    title_level: int | None = None
    picture_of: Callable[[etree._Element], str | None] = _no_picture
    after: Callable[[str], Iterable[Picture]] = _none_after
    _waiting: list[Picture] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _size: int = 0
    _start: int | None = None
    _last: str = ""
    _open: _Around = _Around()
    _blocks: list[Block] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _breaks: list[tuple[int, str]] = field(default_factory=list)

    def add(self, element: etree._Element) -> None:
        """The element's blocks, after those already there."""
        self._walk(element, _Around())
        self._end()

    def add_flowed(self, flowed: Flowed) -> None:
        """The blocks of another text, after those already there."""
        self._end()
        start = self._size
        self._append(f"{flowed.text}\n\n" if flowed.blocks else "")
        self._blocks += [Block(b.kind, b.span.shifted(start), b.level, b.label, b.image) for b in flowed.blocks]
        self._marks += [Mark(mark.kind, mark.span.shifted(start), mark.target) for mark in flowed.marks]
        self._breaks += [(page.span.start + start, page.label or "") for page in flowed.pages]

    def add_line(self, kind: BlockKind, words: str, *, level: int = 0, label: str | None = None) -> None:
        """One block of plain words; nothing where there are none."""
        self._end()
        self._write(words, _Around(kind, level, label))
        self._end()

    def done(self) -> Flowed:
        """All that was collected."""
        self._end()
        text = "".join(self._parts)
        text = text[: max(len(text.rstrip()), self._blocks[-1].span.end if self._blocks else 0)]
        return Flowed(
            text, tuple(self._blocks), tuple(dict.fromkeys(sorted(self._marks, key=_place))), self._pages(len(text))
        )

    def _pages(self, size: int) -> tuple[Page, ...]:
        starts = [min(start, size) for start, _ in self._breaks]
        ends = [*starts[1:], size]
        return tuple(
            Page(Span(start, max(start, end)), label)
            for (_, label), start, end in zip(self._breaks, starts, ends, strict=False)
        )

    def _walk(self, element: etree._Element, around: _Around) -> None:
        tag = local_name(element)
        if not tag or is_hidden(element) or self._leaf(element, tag) or tag in SKIPPED:
            return
        if tag == "table" and is_data_table(element):
            self._table(element, around)
        elif tag in BLOCK_TAGS or _NOTES.search(role_of(element)):
            self._block(element, tag, around)
        else:
            self._inline(element, tag, around)

    def _leaf(self, element: etree._Element, tag: str) -> bool:
        """Take what has no words of its own within; False for all other elements."""
        if "pagebreak" in role_of(element):
            label = element.get("title") or element.get("aria-label") or words_of(element).strip()
            self._breaks.append((self._size, label))
        elif tag == "br":
            self._break()
        elif tag in {"img", "image"}:
            self._image(element)
        elif tag == "svg":
            for picture in named(element, "image"):
                self._image(picture)
        else:
            return False
        return True

    def _block(self, element: etree._Element, tag: str, around: _Around) -> None:
        self._end()
        self._children(element, self._inside(element, tag, around))
        self._end()

    def _inside(self, element: etree._Element, tag: str, around: _Around) -> _Around:
        if _NOTES.search(role_of(element)):
            return replace(around, kind=BlockKind.FOOTNOTE, label=element.get("data-label"))
        if tag in {"ul", "ol"}:
            return replace(around, depth=around.depth + 1)
        if tag == "pre":
            return replace(around, lines=True)
        kind = BLOCK_TAGS.get(tag)
        if kind is None or (around.kind in _WHOLE and kind is not BlockKind.HEADING):
            return around
        if kind is BlockKind.HEADING:
            return replace(around, kind=kind, level=self._level(element, tag))
        return replace(around, kind=kind, level=max(0, around.depth) if kind is BlockKind.LIST_ITEM else around.level)

    def _level(self, element: etree._Element, tag: str) -> int:
        level = 0 if element.get("data-level") == "0" else int(tag[1])
        titled = any(block.kind is BlockKind.HEADING and block.level == 0 for block in self._blocks)
        return 0 if level == self.title_level and not titled else level

    def _children(self, element: etree._Element, around: _Around) -> None:
        self._write(element.text, around)
        for child in element:
            self._walk(child, around)
            self._write(child.tail, around)

    def _inline(self, element: etree._Element, tag: str, around: _Around) -> None:
        start, before = self._size, len(self._blocks)
        self._children(element, around)
        kind = MARK_TAGS.get(tag)
        if kind is None or len(self._blocks) != before or self._start is None:
            return
        written = self._since(start)
        words = written.strip()
        if words:
            begin = self._size - len(written.lstrip())
            self._mark(kind, element, Span(begin, begin + len(words)), words)

    def _mark(self, kind: MarkKind, element: etree._Element, span: Span, words: str) -> None:
        target: str | None = None
        if kind is MarkKind.LINK:
            target = element.get("href")
            label = NOTE_LABEL.fullmatch(words)
            if target and label and (_NOTE_TARGET.search(target) or "noteref" in role_of(element)):
                kind, target = MarkKind.NOTE_REFERENCE, label["label"]
            elif not target:
                return
        elif kind is MarkKind.RUBY:
            target = "".join(words_of(rt) for rt in named(element, "rt")).strip() or None
        self._marks.append(Mark(kind, span, target))

    def _since(self, start: int) -> str:
        """What was written from there on."""
        taken, size = "", self._size
        for part in reversed(self._parts):
            if size <= start:
                break
            taken, size = part + taken, size - len(part)
        return taken[max(0, start - size) :]

    def _write(self, words: str | None, around: _Around) -> None:
        if not words:
            return
        if around.lines:
            self._write_lines(words, around)
            return
        words = _spaced(words)
        if self._start is None or self._last in {" ", "\n"}:
            words = words.lstrip(" ")
        if not words:
            return
        if self._start is None:
            self._start, self._open = self._size, around
        self._append(words)

    def _write_lines(self, words: str, around: _Around) -> None:
        """As they stand; an empty line ends the block."""
        for number, part in enumerate(_EMPTY_LINES.split(words.replace("\r\n", "\n"))):
            if number:
                self._end()
            lines = part.lstrip("\n") if self._start is None else part
            if self._start is None and lines.strip():
                self._start, self._open = self._size, around
            if self._start is not None:
                self._append(lines)

    def _append(self, words: str) -> None:
        if not words:
            return
        self._parts.append(words)
        self._size += len(words)
        self._last = words[-1]

    def _break(self) -> None:
        if self._start is not None and self._last != "\n":
            self._append("\n")

    def _end(self) -> None:
        """Close the open block, without the white space at its end, and show the pictures that stood in it."""
        start = self._start
        if start is None:
            return
        self._start = None
        text = self._trimmed(start)
        if text:
            own = self._open
            label = own.label or (_label(text) if own.kind is BlockKind.FOOTNOTE else None)
            level = own.level if own.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM} else 0
            self._blocks.append(Block(own.kind, Span(start, self._size), level, label))
            self._append("\n\n")
        waiting, self._waiting = [*self._waiting, *(self.after(text) if text else ())], []
        for picture in waiting:
            self._show(picture)

    def _show(self, picture: Picture) -> None:
        """A block of its alternative text, which may be empty, and its caption."""
        start = self._size
        if picture.sha256 or picture.words:
            self._append(picture.words)
            self._blocks.append(Block(BlockKind.IMAGE, Span(start, self._size), image=picture.sha256))
            self._append("\n\n")
        self.add_line(BlockKind.CAPTION, picture.caption)

    def _trimmed(self, start: int) -> str:
        text = ""
        while self._size > start:
            part = self._parts.pop()
            self._size -= len(part)
            text = part + text
        text = text.rstrip()
        if text:
            self._append(text)
        return text

    def _image(self, element: etree._Element) -> None:
        """A picture is a block after that which it stands in. One that is not at hand is its alternative text."""
        words = _spaced(element.get("alt") or "").strip()
        sha256 = self.picture_of(element)
        if sha256 and self._start is None:
            self._show(Picture(sha256, words))
        elif sha256:
            self._waiting.append(Picture(sha256, words))
        elif self._start is None and words:
            self._write(words, _Around(BlockKind.IMAGE))
            self._end()

    def _table(self, element: etree._Element, around: _Around) -> None:
        self._end()
        for caption in named(element, "caption"):
            self._block(caption, "caption", around)
        for number, row in enumerate(named(element, "tr")):
            cells = [_spaced("".join(spaced_words(cell))).strip() for cell in row if local_name(cell) in {"td", "th"}]
            if any(cells):
                if number and self._start is not None:
                    self._break()
                self._write(" \u2002".join(cells), replace(around, kind=BlockKind.TABLE))
        self._end()


def _spaced(words: str) -> str:
    """The words with runs of white space as one space; most have none, which is seen much sooner than they are replaced."""
    return _SPACES.sub(" ", words) if any(run in words for run in _UNSPACED) else words


def _label(words: str) -> str | None:
    match = NOTE_LABEL.match(words)
    return match["label"] if match else None


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
