"""Lines to chunks: which line ends are the author's, and which only the edge of a page.

A text is taken as hard-wrapped when most of its line ends stand where the next word would not have fitted.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reindreader.model.text import Span

_LINE = re.compile(r"[^\n\f\u2028\u2029]+")
_INDENT = re.compile(r"(?:\u3000{1,4}|\t| {2,8})(?=\S)")
_FIRST_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[^\s\u2e80-\u9fff]+")
_SENTENCE_END = re.compile(r"[.!?][”’\"'»)]*\s")
_ENDED = re.compile(r"[.。!！?？…][”’\"'」』）)\]]*$")
_MARKER = re.compile(r">|[-*•·]\s|[(（]?\d{1,2}[.)）、]\s")
WIDEST = 120
"""Columns: no mail or terminal wraps wider, so a longer line is a paragraph."""
_NARROWEST = 55
_WIDE, _NARROW = 80, 45
"""Columns from which a line is prose: of plain text, of Markdown."""


_ASCII = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words. ``span``: without the blanks around it; ``indent``: the blanks before it."""

    span: Span
    text: str
    indent: str
    after_blank: bool
    before_blank: bool
    soft: bool = False
    """Whether one blank stands at its end: the line goes on in the next (RFC 3676, format=flowed)."""

    @property
    def columns(self) -> int:
        """Its width with the indent."""
        return columns(self.indent + self.text)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that belong together: a paragraph to be, a heading, a credit."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def after_blank(self) -> bool:
        """Whether a blank line, or the beginning of the text, stands before it."""
        return self.lines[0].after_blank

    @property
    def before_blank(self) -> bool:
        """Whether a blank line, or the end of the text, stands after it."""
        return self.lines[-1].before_blank


def columns(text: str) -> int:
    """The width of a text in columns of a terminal (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    wide = (count for char, count in Counter(beyond).items() if unicodedata.east_asian_width(char) in "WF")
    return len(text) + sum(wide)


def lines_of(text: str) -> list[Line]:
    """The lines that hold more than blanks, in order."""
    found = [(match, match[0].strip()) for match in _LINE.finditer(text)]
    kept = [(match, words) for match, words in found if words]
    lines, last = [], 0
    for index, (match, words) in enumerate(kept):
        start = match.start() + match[0].index(words)
        following = kept[index + 1][0].start() if index + 1 < len(kept) else None
        gap_before = text.count("\n", last, match.start()) > 1 or index == 0
        gap_after = following is None or text.count("\n", match.end(), following) > 1
        span = Span(start, start + len(words))
        soft = match[0].endswith(" ") and not match[0].endswith("  ") and words != "--"
        lines.append(Line(span, words, text[match.start() : start], gap_before, gap_after, soft))
        last = match.end()
    return lines


def chunks_of(text: str, *, markdown: bool = False) -> list[Chunk]:
    """The text's lines, joined where a line end is only a wrap. ``markdown``: a line that breaks off in mid-sentence goes on,
    as programs show it."""
    lines = lines_of(text)
    width, flowed = wrap_width(lines), _is_flowed(lines)
    wrapped = _wrapped(lines) if width is None else frozenset()
    joined: list[list[Line]] = []
    for line in lines:
        before = joined[-1][-1] if joined and not line.after_blank else None
        if before and (
            _broken(before, line, _NARROW if markdown else _WIDE)
            or (flowed and before.soft)
            or (width is not None and _continues(before, line, width))
            or line.span in wrapped
        ):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [Chunk(tuple(own), text[own[0].span.start : own[-1].span.end]) for own in joined]


def _is_flowed(lines: list[Line]) -> bool:
    """Whether lines end in a blank where they go on, and no last line of a paragraph does."""
    soft = [line for line in lines if line.soft]
    return len(soft) > 1 and sum(line.before_blank for line in soft) * 4 <= len(soft)


def _wrapped(lines: list[Line]) -> frozenset[Span]:
    """In a text whose line ends are mostly the author's: the lines that go on paragraphs wrapped at a column. Verses begin
    with capitals, or end where they will."""
    found: set[Span] = set()
    run: list[Line] = []
    for line in lines:
        if line.after_blank:
            run = []
        run.append(line)
        if line.before_blank and _is_wrapped(run):
            found.update(own.span for own in run[1:])
    return frozenset(found)


def _is_wrapped(run: list[Line]) -> bool:
    widest = max(line.columns for line in run)
    if len(run) < 3 or not _NARROWEST <= widest <= WIDEST or any(_MARKER.match(own.text) for own in run[1:]):
        return False
    going = sum(not own.text[0].isupper() for own in run[1:])
    full = all(_full(a, b, widest) for a, b in pairwise(run)) and len({own.indent for own in run[1:]}) == 1
    return full and going * 2 >= len(run) - 1


def wrap_width(lines: list[Line]) -> int | None:
    """The column that the text is wrapped at, None where its line ends are the author's."""
    ends = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    widest = max((line.columns for line in lines), default=0)
    if len(ends) < 2 or not 24 <= widest <= WIDEST:
        return None
    candidates = [(a, b) for a, b in ends if not _INDENT.match(b.indent + b.text)] or ends
    full = sum(_full(a, b, widest) for a, b in candidates)
    if sum(_ENDED.search(a.text) is not None for a, _ in candidates) * 4 > len(candidates) * 3:
        return None  # each line is a sentence: paragraphs that happen to be as long
    return widest if full >= 2 and full * 4 >= len(candidates) * 3 - 4 else None


def _full(line: Line, following: Line, width: int) -> bool:
    word = _FIRST_WORD.match(following.text)
    # Justification and hyphenation leave a little room: a twelfth of the line.
    return line.columns + 1 + (columns(word[0]) if word else 0) > width - width // 12


def _broken(line: Line, following: Line, wide: int) -> bool:
    """Whether a line ends in mid-sentence: prose before it, a small letter after it. A byline ("by …") below a title
    begins small too, but a title is no prose."""
    prose = line.columns >= wide or _SENTENCE_END.search(line.text) is not None
    return prose and following.text[0].islower() and line.text[-1] not in ".!?:;…”’\"'»。！？：；"


def _continues(line: Line, following: Line, width: int) -> bool:
    if _MARKER.match(following.text) and line.text[0] != following.text[0]:
        return False
    indented = len(following.indent) > len(line.indent) and bool(_INDENT.match(following.indent + "x"))
    return not indented and _full(line, following, width)
