"""From the output tree to runs: affixes and delimiters, joined punctuation, nested quotation marks and formatting.

One pass from left to right. What meets at a seam between two pieces is joined by `_JOIN`; inside a field nothing is
touched. CSL 1.0.2, Affixes, Quotes, `punctuation-in-quote`, Text-case.
"""

from __future__ import annotations

from dataclasses import dataclass

from .frames import Frame, enclosed, flipped
from .locales import Locale
from .textcase import cased_parts
from .tree import Deco, Node, Piece, plain
from .variables import IDENTIFIER_LINKS

_KEEP, _DROP, _REPLACE = 0, 1, 2
_MARKS = ".,;:!?"
_INTO_QUOTES = ".,!?"
# (last mark, next mark): whether the next one is dropped or replaces the last one; all others stand side by side.
_JOIN = {
    ("::", _DROP), (".." , _DROP), (";;", _DROP), ("!!", _DROP), ("??", _DROP), (",,", _DROP),
    (";:", _DROP), ("!:", _DROP), ("?:", _DROP), (":.", _DROP), (";.", _DROP), ("!.", _DROP), ("?.", _DROP),
    (":!", _REPLACE), (":?", _REPLACE), (";!", _REPLACE), (";?", _REPLACE),
}  # fmt: skip
_JOINED = dict(_JOIN)


@dataclass(frozen=True, slots=True)
class Marks:
    """A locale's quotation marks, and whether commas and periods go inside the closing one."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    inside: bool

    @classmethod
    def of(cls, locale: Locale) -> Marks:
        """The marks of a locale; English ones where it has none."""
        return cls(
            (locale.term("open-quote") or "“", locale.term("close-quote") or "”"),
            (locale.term("open-inner-quote") or "‘", locale.term("close-inner-quote") or "’"),
            locale.option("punctuation-in-quote"),
        )


class Writer:
    """Writes pieces; `texts` and `frames` are the runs so far, side by side. Runs before `sealed` are not added to."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.texts: list[str] = []
        self.frames: list[Frame] = []
        self.closed = 0
        self.last = ""
        self.level = 0
        self.raw = False
        self.sealed = 0
        self.closings: set[int] = set()

    def write(self, piece: Piece, frame: Frame) -> None:
        """Append a piece."""
        if isinstance(piece, str):
            self._put(piece, frame)
        elif piece.deco.case or piece.deco.strip:
            self._write_changed(piece, frame)
        else:
            self._write_node(piece, frame)

    def _write_node(self, node: Node, frame: Frame) -> None:
        deco = node.deco
        if deco.display:
            frame = Frame(frame, "display", deco.display)
            self.last, self.closed = "", 0
        inner = frame
        if deco.link:
            frame, inner = self._linked(node, frame)
        if deco.prefix:
            self.write(deco.prefix, frame)
        self._write_inside(node, self._framed(deco, inner))
        if deco.suffix:
            self.write(deco.suffix, frame)
        if deco.display:
            self.last, self.closed = "", 0

    @staticmethod
    def _framed(deco: Deco, frame: Frame) -> Frame:
        if deco.fmt:
            frame = enclosed(frame, deco.fmt)
        if deco.flip:
            frame = flipped(frame, deco.flip)
        return Frame(frame, "nocase", "") if deco.name == "nocase" else frame

    @staticmethod
    def _linked(node: Node, frame: Frame) -> tuple[Frame, Frame]:
        """Frames outside and inside a link; a prefix that is part of the address belongs to the link."""
        text, prefix = plain(node.kids[0]), plain(node.deco.prefix)
        if prefix.startswith("http"):
            link = Frame(frame, "link", prefix + text)
            return link, link
        address = text if text.startswith("http") else IDENTIFIER_LINKS[node.deco.link] + text
        return frame, Frame(frame, "link", address)

    def _write_inside(self, node: Node, frame: Frame) -> None:
        deco = node.deco
        if not deco.quotes:
            self._write_kids(node, frame)
            return
        marks = self._marks(deco)
        self._open(marks[0], frame)
        self.level += 1
        self._write_kids(node, frame)
        self.level -= 1
        self._close(marks[1], frame)

    def _marks(self, deco: Deco) -> tuple[str, str]:
        if deco.typed and not self.level:
            return deco.typed[0], deco.typed[1]
        return self.marks.inner if self.level % 2 else self.marks.outer

    def _write_kids(self, node: Node, frame: Frame) -> None:
        deco = node.deco
        if deco.inside:
            self._write_field(node, frame)
            return
        delimiter = deco.delimiter
        for index, kid in enumerate(node.kids):
            if index and delimiter:
                self._put(delimiter, frame)
            self.write(kid, frame)

    def _write_field(self, node: Node, frame: Frame) -> None:
        """The parts of one field are not joined with each other, only with what surrounds them."""
        outer = self.raw
        for kid in node.kids:
            self.write(kid, frame)
            self.raw = True
        self.raw = outer

    def _write_changed(self, node: Node, frame: Frame) -> None:
        start = self.sealed = len(self.texts)
        self._write_node(Node(node.kids, node.deco.but(case="", strip=False)), frame)
        if node.deco.strip:
            self.texts[start:] = [text.replace(".", "") for text in self.texts[start:]]
        if node.deco.case:
            kept = [any(one.name == "nocase" for one in frame.chain()) for frame in self.frames[start:]]
            self.texts[start:] = cased_parts(self.texts[start:], kept, node.deco.case)
        self.sealed = len(self.texts)
        tail = "".join(self.texts[start : len(self.texts) - self.closed])
        self.last = tail[-1:] or self.last

    def _open(self, mark: str, frame: Frame) -> None:
        self._add(mark, frame)

    def _close(self, mark: str, frame: Frame) -> None:
        self.closings.add(len(self.texts))
        self.texts.append(mark)
        self.frames.append(frame)
        self.closed += 1

    def _add(self, text: str, frame: Frame) -> None:
        if not self.closed and len(self.texts) > self.sealed and self.frames[-1] is frame:
            self.texts[-1] += text
        else:
            self.texts.append(text)
            self.frames.append(frame)
        self.last = text[-1]
        self.closed = 0

    def _take_back(self) -> None:
        """Take the last mark off; a quotation that closed before it is what is last again."""
        self.texts[-1] = self.texts[-1][:-1]
        while self.texts and not self.texts[-1]:
            self.texts.pop()
            self.frames.pop()
        while len(self.texts) > self.closed and (len(self.texts) - 1 - self.closed) in self.closings:
            self.closed += 1

    def _put(self, text: str, frame: Frame) -> None:
        if not self.raw and text and self.last:
            text = self._join(text)
        if text:
            self._add(text, frame)

    def _join(self, text: str) -> str:
        """What is left to append of `text` after its first marks were joined with what is there."""
        if text[0] == " ":
            return text.lstrip(" ") if self.last == " " and not self.closed else text
        while text and text[0] in _MARKS:
            action = _JOINED.get(self.last + text[0], _KEEP)
            if action == _DROP:
                text = text[1:]
                continue
            if action == _REPLACE:
                if self.closed:
                    return text
                self._take_back()
            if self.closed and self.marks.inside and text[0] in _INTO_QUOTES:
                self.texts[-1 - self.closed] += text[0]
                self.last = text[0]
                text = text[1:]
                continue
            return text
        return text
