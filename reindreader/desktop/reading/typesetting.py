"""An article as a text document: each block in the type it is due, and where each stands."""

from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from reindreader.desktop.fonts import code_font, is_right_to_left, is_upright, script_of, text_font
from reindreader.desktop.positions import Positions, Shown, Units
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.theme import Theme
from reindreader.model.articles import Article
from reindreader.model.text import NUMBERED_KINDS, Block, BlockKind, Mark, MarkKind, Span

PITCH_PROPERTY = QTextFormat.Property.UserProperty + 1
"""The pitch of a block's lines, in pixels; its lines are put on it baseline by baseline (``lines.settle``)."""

NUMBER_PROPERTY = QTextFormat.Property.UserProperty + 2
"""The paragraph number that the gutter shows."""

_LINE_SEPARATOR, _NO_SPACE = "\u2028", "\u200b"


@dataclass(frozen=True, slots=True)
class Face:
    """How a kind of block is set; sizes and distances at a text size of 18."""

    size: float
    line: float
    above: float
    weight: int = 400
    italic: bool = False
    token: str = "text"
    indent: float = 0
    keeps_lines: bool = False
    code: bool = False


_TITLE = Face(30, 40, 0, weight=600)
_BYLINE = Face(15, 28, 10, token="quiet")
_TEXT = Face(18, 28, 16)
_FIRST = Face(18, 28, 28)
_CREDIT = Face(15, 28, 0, italic=True, token="quiet", keeps_lines=True)
_FIRST_CREDIT = Face(15, 28, 24, italic=True, token="quiet", keeps_lines=True)
_HEADINGS = {1: Face(24, 32, 36, weight=600), 2: Face(20, 28, 32, weight=600), 3: Face(18, 28, 28, weight=600)}
_FACES: dict[BlockKind, Face] = {
    BlockKind.PARAGRAPH: _TEXT,
    BlockKind.QUOTATION: Face(17, 28, 16, indent=28),
    BlockKind.LIST_ITEM: Face(18, 28, 8, indent=24),
    BlockKind.TABLE: Face(14, 22, 16, keeps_lines=True, code=True),
    BlockKind.IMAGE: Face(14, 20, 16, token="quiet"),
    BlockKind.CAPTION: Face(14, 20, 12, token="quiet"),
    BlockKind.FOOTNOTE: Face(15, 24, 12),
    BlockKind.CREDIT: _CREDIT,
    BlockKind.FURNITURE: Face(12, 20, 12, token="quiet", keeps_lines=True),
}


@dataclass(frozen=True, slots=True)
class Typeset:
    """An article's document and the places of its blocks in it. ``byline``: the block that stands below the title."""

    article: Article
    style: ReadingStyle
    theme: Theme
    byline: str = ""
    document: QTextDocument = field(default_factory=QTextDocument)

    def fill(self) -> Positions:
        """Fill the document, and say where each block of the article stands in it."""
        shown: list[Shown] = []
        numbers, marks = self.article.numbers, deque(sorted(self.article.marks, key=lambda mark: mark.span))
        previous: Block | None = None
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for block in self.article.blocks:
            if block.span.slice(self.article.text).strip():
                face = self._face(block, previous)
                self._begin(cursor, face, numbers.at(block.span.start) if block.kind in NUMBERED_KINDS else None)
                shown.append(self._put(cursor, block, face, marks))
                if block.kind is BlockKind.HEADING and block.level == 0 and self.byline and not self._own_byline(block):
                    self._begin(cursor, _BYLINE)
                    cursor.insertText(self.byline)
                previous = block
        cursor.endEditBlock()
        return Positions(shown)

    def _own_byline(self, title: Block) -> bool:
        after = next((block for block in self.article.blocks if block.span.start >= title.span.end), None)
        return after is not None and after.kind is BlockKind.CREDIT

    def _face(self, block: Block, previous: Block | None) -> Face:
        after_title = previous is not None and previous.kind is BlockKind.HEADING and previous.level == 0
        if block.kind is BlockKind.HEADING:
            return _HEADINGS.get(min(block.level, 3), _TITLE)
        if block.kind is BlockKind.CREDIT:
            first = previous is None or previous.kind is not BlockKind.CREDIT
            return _BYLINE if after_title else _FIRST_CREDIT if first else _CREDIT
        opening = after_title or (previous is not None and self._is_byline(previous))
        return _FIRST if opening and block.kind is BlockKind.PARAGRAPH else _FACES[block.kind]

    def _is_byline(self, block: Block) -> bool:
        body = next(self.article.body_blocks(), None)
        return block.kind is BlockKind.CREDIT and body is not None and block.span.start < body.span.start

    def _put(self, cursor: QTextCursor, block: Block, face: Face, marks: deque[Mark]) -> Shown:
        start = cursor.position()
        words = block.span.slice(self.article.text)
        units = Units(words)
        cursor.insertText(unbroken(words, face.keeps_lines))
        while marks and marks[0].span.start < block.span.end:
            mark = marks.popleft()
            if mark.span.overlaps(block.span):
                self._mark(mark, block.span, start, units, face)
        return Shown(block.span, start, units)

    def _begin(self, cursor: QTextCursor, face: Face, number: int | None = None) -> None:
        shape = QTextBlockFormat()
        first = cursor.position() == 0
        shape.setTopMargin(0 if first else self.style.of(face.above) if face.above else 0)
        pitch = self.style.of(face.line) if face.size != 18 else self.style.pitch
        shape.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setProperty(PITCH_PROPERTY, pitch)
        shape.setLeftMargin(self.style.of(face.indent) if face.indent else 0)
        if number is not None:
            shape.setProperty(NUMBER_PROPERTY, number)
        if self.style.justified and number is not None:
            shape.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if is_right_to_left(self.article.language):
            shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        ink = self._ink(face)
        if first:
            cursor.setBlockFormat(shape)
            cursor.setBlockCharFormat(ink)
            cursor.setCharFormat(ink)
        else:
            cursor.insertBlock(shape, ink)

    def _ink(self, face: Face) -> QTextCharFormat:
        ink = QTextCharFormat()
        size = self.style.of(face.size)
        tag = self.article.language
        ink.setFont(code_font(size) if face.code else text_font(tag, size, face.weight, italic=face.italic))
        ink.setForeground(self.theme.colour(face.token))
        return ink

    def _mark(self, mark: Mark, block: Span, start: int, units: Units, face: Face) -> None:
        cursor = QTextCursor(self.document)
        inside = Span(max(mark.span.start, block.start), min(mark.span.end, block.end)).shifted(-block.start)
        cursor.setPosition(start + units.unit(inside.start))
        cursor.setPosition(start + units.unit(inside.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(self._mark_ink(mark, face))

    def _mark_ink(self, mark: Mark, face: Face) -> QTextCharFormat:
        ink = QTextCharFormat()
        if mark.kind is MarkKind.EMPHASIS and is_upright(script_of(self.article.language)):
            ink.setFontWeight(QFont.Weight.DemiBold)
        elif mark.kind is MarkKind.EMPHASIS:
            ink.setFontItalic(not face.italic)
        elif mark.kind is MarkKind.STRONG:
            ink.setFontWeight(QFont.Weight.Bold)
        elif mark.kind is MarkKind.LINK and mark.target:
            ink.setAnchor(True)
            ink.setAnchorHref(mark.target)
            ink.setForeground(self.theme.colour("accent"))
        elif mark.kind in _RAISED:
            ink.setVerticalAlignment(_RAISED[mark.kind])
        return ink


_RAISED = {
    MarkKind.SUPERSCRIPT: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    MarkKind.NOTE_REFERENCE: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    MarkKind.SUBSCRIPT: QTextCharFormat.VerticalAlignment.AlignSubScript,
}


def unbroken(words: str, keeps_lines: bool) -> str:
    """The words with one character for each, their line breaks gone: a space, between CJK nothing, or kept."""
    if "\n" not in words:
        return words
    if keeps_lines:
        return words.replace("\n", _LINE_SEPARATOR)
    pieces = words.split("\n")
    joined = pieces[0]
    for piece in pieces[1:]:
        between = _NO_SPACE if _is_cjk(joined[-1:]) and _is_cjk(piece[:1]) else " "
        joined += between + piece
    return joined


def _is_cjk(char: str) -> bool:
    return bool(char) and ("\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef")
