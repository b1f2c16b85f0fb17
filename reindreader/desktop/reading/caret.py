"""The caret and the selection: moved by the keyboard, also while the caret itself is not shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reindreader.desktop.reading.places import Places
from reindreader.desktop.reading.spread import Shown, Side
from reindreader.desktop.reading.words import next_character, next_word, previous_character, previous_word, word_at
from reindreader.model.text import Span


@dataclass(slots=True)
class Caret:
    """``at``: the code point before which it stands, ``anchor``: where the selection began; both of text ``side``.

    ``before``: it stands at the end of the line above a break; ``x``: where it wants to be when it moves up or down.
    """

    side: int = 0
    anchor: int = 0
    at: int = 0
    before: bool = False
    x: float | None = None
    shown: bool = False

    @property
    def span(self) -> Span | None:
        """What is selected."""
        return Span(min(self.anchor, self.at), max(self.anchor, self.at)) if self.anchor != self.at else None


_MOVES: dict[QKeySequence.StandardKey, str] = {
    QKeySequence.StandardKey.MoveToNextChar: "right",
    QKeySequence.StandardKey.MoveToPreviousChar: "left",
    QKeySequence.StandardKey.MoveToNextWord: "word-right",
    QKeySequence.StandardKey.MoveToPreviousWord: "word-left",
    QKeySequence.StandardKey.MoveToNextLine: "down",
    QKeySequence.StandardKey.MoveToPreviousLine: "up",
    QKeySequence.StandardKey.MoveToStartOfLine: "line-start",
    QKeySequence.StandardKey.MoveToEndOfLine: "line-end",
    QKeySequence.StandardKey.MoveToNextPage: "page-down",
    QKeySequence.StandardKey.MoveToPreviousPage: "page-up",
    QKeySequence.StandardKey.MoveToStartOfDocument: "start",
    QKeySequence.StandardKey.MoveToEndOfDocument: "end",
}
_SELECTS: dict[QKeySequence.StandardKey, str] = {
    QKeySequence.StandardKey.SelectNextChar: "right",
    QKeySequence.StandardKey.SelectPreviousChar: "left",
    QKeySequence.StandardKey.SelectNextWord: "word-right",
    QKeySequence.StandardKey.SelectPreviousWord: "word-left",
    QKeySequence.StandardKey.SelectNextLine: "down",
    QKeySequence.StandardKey.SelectPreviousLine: "up",
    QKeySequence.StandardKey.SelectStartOfLine: "line-start",
    QKeySequence.StandardKey.SelectEndOfLine: "line-end",
    QKeySequence.StandardKey.SelectNextPage: "page-down",
    QKeySequence.StandardKey.SelectPreviousPage: "page-up",
    QKeySequence.StandardKey.SelectStartOfDocument: "start",
    QKeySequence.StandardKey.SelectEndOfDocument: "end",
}


def move_of(event: QKeyEvent) -> tuple[str, bool] | None:
    """What an arrow or its like means, and whether it selects."""
    for table, selects in ((_MOVES, False), (_SELECTS, True)):
        for key, name in table.items():
            if event.matches(key):
                return name, selects
    if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        selects = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return ("paragraph-down" if event.key() == Qt.Key.Key_Down else "paragraph-up"), selects
    return None


class Moving:
    """Moves the caret of a page."""

    def __init__(self, page: Places, caret: Caret) -> None:
        self._page, self._caret = page, caret

    def move(self, name: str, *, selects: bool) -> None:
        """Move, and stretch the selection if it ``selects``; else it is dropped, at the side that the key points to."""
        caret = self._caret
        side = self._page.spread.sides[caret.side]
        selected = caret.span
        if selected is not None and not selects and name in {"left", "right"}:
            backwards = self._backwards(name)
            self._go(selected.start if backwards else selected.end, keep_x=False)
        else:
            acts: dict[str, Callable[[Side], None]] = {
                "up": lambda own: self._vertical(own, -1),
                "down": lambda own: self._vertical(own, 1),
                "page-up": lambda own: self._vertical(own, -self._lines()),
                "page-down": lambda own: self._vertical(own, self._lines()),
                "line-start": lambda own: self._line_end(own, first=True),
                "line-end": lambda own: self._line_end(own, first=False),
                "start": lambda own: self._go(own.folio.starts[0]),
                "end": lambda own: self._go(own.folio.ends[-1]),
                "paragraph-up": lambda own: self._paragraph(own, -1),
                "paragraph-down": lambda own: self._paragraph(own, 1),
            }
            act = acts.get(name)
            if act is not None:
                act(side)
            else:
                self._along(side, name)
        if not selects:
            caret.anchor = caret.at

    def select_word(self, offset: int) -> Span:
        """The word at a code point."""
        folio = self._page.spread.sides[self._caret.side].folio
        number = folio.at(offset)
        return word_at(folio.words(number), offset - folio.starts[number], folio.text).shifted(folio.starts[number])

    def rectangle(self) -> QRectF:
        """Where the caret stands on the screen; empty where its text is not shown."""
        shown = self._shown()
        if shown is None:
            return QRectF()
        x, top = shown.paragraph.caret(self._caret.at, before=self._caret.before)
        pitch = shown.paragraph.pitch
        return QRectF(shown.x + x - 0.75, shown.y + top + pitch * 0.12, 1.5, pitch * 0.76)

    def into_sight(self) -> None:
        """Scroll until the caret is in sight, by as little as that takes."""
        box, height = self._line_box(), self._page.viewport().height()
        if box.top() < 0:
            self._page.scroll_by(box.top() - box.height(), self._caret.side)
        elif box.bottom() > height:
            self._page.scroll_by(box.bottom() - height + box.height(), self._caret.side)

    # inside

    def _shown(self) -> Shown | None:
        return self._page.spread.find(self._caret.side, self._caret.at)

    def _line_box(self) -> QRectF:
        box = self.rectangle()
        return box.adjusted(0, -4, 0, 4)

    def _lines(self) -> int:
        pitch = self._page.spread.style.pitch
        return max(1, int(self._page.viewport().height() / pitch) - 2)

    def _go(self, at: int, *, before: bool = False, keep_x: bool = False) -> None:
        self._caret.at, self._caret.before = at, before
        if not keep_x:
            self._caret.x = None

    def _backwards(self, name: str) -> bool:
        mirrored = self._page.spread.sides[self._caret.side].folio.mirrored
        return name.endswith("left") != mirrored

    def _along(self, side: Side, name: str) -> None:
        """By a character or a word; from the end of a paragraph to the next."""
        folio, at = side.folio, self._caret.at
        number = folio.at(at)
        start, words = folio.starts[number], folio.words(number)
        inside = min(max(0, at - start), len(words))
        if self._backwards(name):
            if inside == 0:
                self._go(self._end_before(side, number))
                return
            step = previous_word(words, inside, folio.text) if "word" in name else previous_character(words, inside)
        else:
            if inside >= len(words):
                self._go(self._start_after(side, number))
                return
            step = next_word(words, inside, folio.text) if "word" in name else next_character(words, inside)
        self._go(start + step)

    def _end_before(self, side: Side, number: int) -> int:
        folio = side.folio
        before = number - 1
        while before >= 0 and folio.blocks[before] is None:
            before -= 1
        return folio.ends[before] if before >= 0 else folio.starts[0]

    def _start_after(self, side: Side, number: int) -> int:
        folio = side.folio
        after = number + 1
        while after < len(folio) and folio.blocks[after] is None:
            after += 1
        return folio.starts[after] if after < len(folio) else folio.ends[-1]

    def _paragraph(self, side: Side, step: int) -> None:
        number = side.folio.at(self._caret.at)
        start = side.folio.starts[number]
        if step > 0:
            self._go(self._start_after(side, number))
        elif self._caret.at > start:
            self._go(start)
        else:
            self._go(side.folio.starts[side.folio.at(self._end_before(side, number))])

    def _line_end(self, side: Side, *, first: bool) -> None:
        shown = self._shown()
        if shown is not None:
            ends = shown.paragraph.line_ends(self._caret.at, before=self._caret.before)
            self._go(
                ends[0] if first else ends[1], before=not first and ends[1] != side.folio.ends[shown.paragraph.number]
            )

    def _vertical(self, side: Side, lines: int) -> None:
        """Up or down by lines, staying at the same x as well as the lines allow."""
        caret = self._caret
        shown = self._shown()
        if shown is None:
            return
        x, top = shown.paragraph.caret(caret.at, before=caret.before)
        wanted = caret.x if caret.x is not None else x
        paragraph, number = shown.paragraph, shown.paragraph.number
        middle = top + paragraph.pitch / 2 + lines * paragraph.pitch
        while middle < 0 and number > 0:
            number -= 1
            above = self._page.spread.find(side.number, side.folio.starts[number])
            if above is None or not above.paragraph.runs or side.folio.blocks[number] is None:
                continue
            middle = above.paragraph.height - above.paragraph.pitch / 2 + min(0.0, middle + paragraph.pitch / 2)
            paragraph = above.paragraph
        while middle > paragraph.height and number + 1 < len(side.folio):
            number += 1
            below = self._page.spread.find(side.number, side.folio.starts[number])
            if below is None or not below.paragraph.runs or side.folio.blocks[number] is None:
                continue
            middle = max(0.0, middle - paragraph.height - paragraph.pitch / 2) + below.paragraph.pitch / 2
            paragraph = below.paragraph
        at, before = paragraph.point(wanted, min(max(middle, 1.0), max(1.0, paragraph.height - 1)))
        self._go(at, before=before, keep_x=True)
        caret.x = wanted
