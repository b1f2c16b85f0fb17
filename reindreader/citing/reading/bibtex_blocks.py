"""A .bib text -> blocks, with bibtexparser's splitter; values are resolved here: strings, ``#``, and glued fields.

bibtexparser leaves ``#`` as it is, and takes two fields for one where the comma between them is missing.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
    Block,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from reindreader.citing.bibtex.types import ENTRY_TYPES
from reindreader.citing.reading.values import Broken, Notice, Remark

logging.getLogger("bibtexparser.splitter").disabled = True  # what fails is told by us, with its line

MONTHS = dict(
    zip(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"),
        strict=True,
    )
)  # fmt: skip
"""The strings that BibTeX's standard styles define."""

_SIMPLE = re.compile(r"(?:\{(?P<braced>[^{}]*)\}|\"(?P<quoted>[^\"{}\\]*)\"|(?P<number>[0-9]+))\Z")
_PIECE_END = re.compile(r"[\\{}\"]")
_WORD = re.compile(r"[^\s#,{}\"=]+")
_GLUED = re.compile(r",?\s*([A-Za-z][\w:+-]*)\s*=\s*", re.ASCII)
_BLANK = re.compile(r"(?:\s|%[^\n]*)*")
_SIGNS = re.compile(r"[^%{}\\]+|\\.|%[^\n]*|[{}]", re.DOTALL)
_DOUBLED = re.compile(r",(?:\s*,)+(?=\s*(?:[A-Za-z][\w:+-]*\s*=|[})]\s*\Z))")
_FOLDS = re.compile(r"[ \t]*\n[ \t]*(?!\n)")
_PARAGRAPHS = re.compile(r"[ \t]*\n\s*\n[ \t]*")
_APART = re.compile(rf"(?im)^@[ \t]+(?=(?:{'|'.join(sorted(ENTRY_TYPES))})\s*[{{(])")
"""A sign of a block that stands apart from its word, as BibTeX allows; bibtexparser takes it for a comment."""

_GONE_ON = re.compile(r"\s*(?:,\s*)?[A-Za-z][\w:+-]*\s*=")
"""What follows an entry that closed too early: further fields."""

_TORN = re.compile(r"\S\s+\S")
"""A name of a field that a comment before it was taken for."""

_BEGINS = re.compile(r"@\s*(\w+)\s*[{(]")


@dataclass(slots=True)
class RawEntry:
    """An entry before its fields are understood. ``fields``: in lower case, values without their outer braces."""

    kind: str
    key: str
    raw: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """What a .bib text holds."""

    entries: list[RawEntry] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=lambda: dict(MONTHS))


def split(text: str) -> Blocks:
    """The blocks of a text with line ends LF."""
    found = Blocks()
    text = _APART.sub("@", text)
    blocks = _blocks(text)
    for block in blocks:
        if isinstance(block, String):
            value = block.value.strip().rstrip(",")
            found.strings[block.key.lower()] = Values(found.strings, _line(block)).text(value)
    for block in _joined(blocks, text):
        _sort_in(found, block)
    return found


def _blocks(text: str) -> list[Block]:
    """A text that the splitter gives up on is one block that failed."""
    try:
        return list(Splitter(text).split().blocks)
    except (ParserStateException, IndexError, RecursionError, AttributeError, ValueError, KeyError) as error:
        return [ParsingFailedBlock(error=error, start_line=0, raw=text)]


def _joined(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """A failed block ends where the parser lost its way: what it takes for a comment after that belongs to it."""
    failed: ParsingFailedBlock | None = None
    at = 0
    for block in _closed(blocks, text):
        if failed and isinstance(block, ImplicitComment):
            failed = _failed(failed, _stretch(text, at, failed, block))
            continue
        at = text.find(block.raw or "", at)
        if failed:
            yield failed
        failed = block if isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None else None
        if failed is None:
            yield block
    if failed:
        yield failed


def _stretch(text: str, at: int, first: Block, last: Block) -> str:
    """The text from the one block to the end of the other, with all that stands between them. ``at``: where to look."""
    start = text.find(first.raw or "", at)
    behind = text.find(last.raw or "", start + len(first.raw or ""))
    return text[start : behind + len(last.raw or "")]


def _closed(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """An entry that closed too early, for a brace too many, fails with the fields that stand behind it."""
    last: Block | None = None
    at = 0
    for block in blocks:
        if isinstance(last, Entry) and isinstance(block, ImplicitComment) and _GONE_ON.match(block.comment):
            raw = _stretch(text, at, last, block)
            last = ParsingFailedBlock(error=ValueError(), start_line=last.start_line, raw=raw)
            continue
        at = text.find(block.raw or "", at)
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _failed(block: ParsingFailedBlock, raw: str) -> ParsingFailedBlock:
    return ParsingFailedBlock(error=block.error, start_line=block.start_line, raw=raw)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _sort_in(found: Blocks, block: Block) -> None:
    inner = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    match inner:
        case Entry():
            line, raw = _line(block), block.raw or ""
            whole = _repaired(raw) if any(_torn(own.key) for own in inner.fields) else None
            entry = _entry(found, whole, line, raw, line - 1) if whole else _entry(found, inner, line, raw)
            found.entries.append(entry)
        case ExplicitComment() | ImplicitComment():
            found.comments.append(inner.comment)
        case Preamble():
            found.comments.append(block.raw or "")
        case None:
            raw, line = block.raw or "", _line(block)
            repaired = _repaired(raw)
            if repaired:
                found.entries.append(_entry(found, repaired, line, raw, line - 1))
                return
            found.broken.append(Broken(raw, line, Remark(Notice.NOT_CLOSED, line, words=_BEGINS.split(raw)[-1][:60])))


def _torn(name: str) -> bool:
    return _TORN.search(name[_past_blanks(name, 0) :].strip()) is not None


def _repaired(raw: str) -> Entry | None:
    """An entry that reads well without its comments (biber's way) and doubled commas; None for any other."""
    text = _DOUBLED.sub(",", _without_comments(raw))
    blocks = _blocks(text)
    return blocks[0] if len(blocks) == 1 and isinstance(blocks[0], Entry) else None


def _without_comments(raw: str) -> str:
    """The text without ``%`` to the end of a line, where that stands outside of a value."""
    out, depth, at = [], 0, 0
    while at < len(raw):
        match = _SIGNS.match(raw, at)
        piece = match.group() if match else raw[at]
        if piece[0] != "%" or depth > 1:
            depth += {"{": 1, "}": -1}.get(piece, 0)
            piece = piece if piece[0] != "%" else "%"
            out.append(piece)
        at += len(piece)
    return "".join(out)


def _entry(found: Blocks, block: Entry, line: int, raw: str, above: int = 0) -> RawEntry:
    """``above``: lines of the file above those that the block counts."""
    entry = RawEntry(block.entry_type.strip().lower(), block.key.strip(), raw, line)
    for own in block.fields:
        values = Values(found.strings, above + (own.start_line or 0) + 1, own.key)
        _keep(entry, own.key, values.text(own.value), values.line)
        for name, value in values.glued:
            entry.remarks.append(Remark(Notice.MISSING_COMMA, values.line, name))
            _keep(entry, name, value, values.line)
        entry.remarks += values.remarks
    return entry


def _keep(entry: RawEntry, name: str, value: str, line: int) -> None:
    """The first of two fields of one name holds; the other is kept under a name of its own."""
    name = name[_past_blanks(name, 0) :].strip().lower()
    if not name:
        entry.remarks.append(Remark(Notice.NOT_READABLE, line, words=value))
        return
    if name in entry.fields:
        entry.remarks.append(Remark(Notice.DUPLICATE_FIELD, line, name, value))
        name = next(free for n in range(2, 9999) if (free := f"{name}-{n}") not in entry.fields)
    entry.fields[name] = value


class Values:
    """The value of one field. ``glued``: further fields found in it; ``line``: where it stands, from 1."""

    def __init__(self, strings: dict[str, str], line: int, name: str = "") -> None:
        self.strings, self.line, self.name = strings, line, name
        self.glued: list[tuple[str, str]] = []
        self.remarks: list[Remark] = []

    def text(self, raw: str) -> str:
        """The value's text: outer braces or quotes off, strings resolved, pieces joined."""
        simple = _SIMPLE.match(raw)
        return _unfolded(simple[simple.lastgroup or 0] if simple else self._joined(raw.strip()))

    def _joined(self, raw: str) -> str:
        pieces, at = [], 0
        while at < len(raw):
            piece, at = self._piece(raw, at)
            pieces.append(piece)
            at = _past_blanks(raw, at)
            if raw[at : at + 1] == "#":
                at = _past_blanks(raw, at + 1)
            elif at < len(raw):
                pieces.append(self._rest(raw[at:]))
                break
        return "".join(pieces)

    def _rest(self, rest: str) -> str:
        """What follows a value without a comma: another field, or words that nobody can place."""
        match = _GLUED.match(rest)
        if match is None:
            self.remarks.append(Remark(Notice.NOT_READABLE, self.line, self.name, rest[:60]))
            return rest.strip()
        inner = Values(self.strings, self.line, match[1])
        self.glued.append((match[1], inner.text(rest[match.end() :])))
        self.glued += inner.glued
        self.remarks += inner.remarks
        return ""

    def _piece(self, raw: str, at: int) -> tuple[str, int]:
        if raw[at] in '{"':
            end = _closing(raw, at)
            return raw[at + 1 : end], end + 1
        match = _WORD.match(raw, at)
        if match is None:
            return raw[at:], len(raw)
        word = match.group()
        if word.isdigit():
            return word, match.end()
        if word.lower() not in self.strings:
            self.remarks.append(Remark(Notice.UNKNOWN_STRING, self.line, self.name, word))
        return self.strings.get(word.lower(), word), match.end()


def _past_blanks(raw: str, at: int) -> int:
    """Past blanks and, since biber reads them so, comments up to the end of their line."""
    return _BLANK.match(raw, at).end()  # type: ignore[union-attr]


def _closing(raw: str, at: int) -> int:
    """Where the piece that opens at ``at`` closes; the end of the text where it does not."""
    quoted, depth = raw[at] == '"', 0
    start = at + 1 if quoted else at
    while match := _PIECE_END.search(raw, start):
        sign, start = match.group(), match.end()
        if sign == "\\":
            start += 1
        elif sign == '"':
            if quoted and depth == 0:
                return match.start()
        else:
            depth += 1 if sign == "{" else -1
            if depth == 0 and not quoted:
                return match.start()
    return len(raw)


def _unfolded(value: str) -> str:
    """Lines that a program folded are one line; paragraphs stay apart."""
    value = value.strip()
    if "\n" not in value:
        return value
    return "\n\n".join(_FOLDS.sub(" ", part) for part in _PARAGRAPHS.split(value))
