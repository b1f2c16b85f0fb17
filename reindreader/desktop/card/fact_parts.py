"""Where the parts of a fact stand in its row, in a column or on one line."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QPushButton

from reindreader.desktop import theme as look
from reindreader.desktop.card.marks import Marks
from reindreader.desktop.card.paragraph import Paragraph
from reindreader.desktop.card.words import NOT_STATED, certainty_icon, found_sentence, guess_sentence
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.model.claims import Certainty
from reindreader.workflows.facts import Fact
from reindreader.workflows.wording import _, certainty_word

PAD_X, PAD_Y = 8, 4
"""The tint of a row reaches this far around its words."""

_EDITOR = 32
_ADDRESS = re.compile(r"https?://(www\.)?(?=.)")
_BUTTON = 46
_LINK_PADDING = 5
_MARK = 16


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph and its place; ``token``: its colour."""

    paragraph: Paragraph
    rect: QRect
    token: str


@dataclass(frozen=True, slots=True)
class FactPlaces:
    """All parts of a row of a certain width.

    ``value``: where the value stands, or its editor; ``buttons``: beside the guess of a name, and beside other values.
    """

    texts: tuple[Placed, ...]
    mark: QRect
    value: QRect
    buttons: tuple[QRect, ...]
    height: int

    def draw(self, painter: QPainter, theme: Theme, marks: Marks, certainty: Certainty | None) -> None:
        """Draw the words, and the mark of how the fact is known."""
        for text in self.texts:
            place = text.rect
            text.paragraph.draw(painter, place.x(), place.y(), place.width(), theme.colour(text.token))
        if certainty:
            marks.draw(painter, certainty_icon(certainty), self.mark)


def place_fact(fact: Fact, width: int, *, labels: int = 0, editing: bool = False, error: str = "") -> FactPlaces:
    """Set a fact in a row.

    ``labels``: the width of a column of labels, with the value and the certainty on their line; 0: the value stands
    below the other two. ``error``: why what was typed does not fit.
    """
    return _Setting(fact, width, labels, editing, error).places()


def editor_height() -> int:
    """The height of the line in which a fact is typed."""
    return scaled(_EDITOR)


def row_button_height() -> int:
    """The height of a button within a row."""
    return scaled(look.ROW_BUTTON_HEIGHT)


def place_link(link: QPushButton, rect: QRect) -> None:
    """Put a link into a place so that its words, not its padding, end where the place ends."""
    wide = link.sizeHint().width()
    link.setGeometry(rect.right() + 1 - wide + _LINK_PADDING, rect.top(), wide, rect.height())


class _Setting:
    def __init__(self, fact: Fact, width: int, labels: int, editing: bool, error: str) -> None:
        self._fact = fact
        self._left = PAD_X
        self._room = width - 2 * PAD_X
        self._labels = labels
        self._editing = editing
        self._error = error
        self._texts: list[Placed] = []
        self._top = PAD_Y

    def places(self) -> FactPlaces:
        """All parts, from top to bottom."""
        mark = self._head()
        value = self._value()
        self._top = value.bottom() + 1
        if self._error:
            self._sentence(self._error, value, "error")
        buttons = [] if self._editing else self._beside_buttons(value)
        if self._fact.found is not None:
            self._sentence(found_sentence(self._fact), value, "quiet")
        return FactPlaces(tuple(self._texts), mark, value, tuple(buttons), self._top + PAD_Y)

    def _beside_buttons(self, value: QRect) -> list[QRect]:
        """The lines that end in a button: a guess to swap, other values to take."""
        small = ui_font(look.LABEL), scaled(look.LABEL_LINE)
        large = ui_font(look.FACT, 500), scaled(look.FACT_LINE)
        guesses = (guess_sentence(name) for _place, name in self._fact.guesses)
        places = [self._choice(words, *small, "quiet", value) for words in guesses]
        others = (_("or {value}").format(value=other) for other in self._fact.conflict)
        return places + [self._choice(words, *large, "text", value) for words in others]

    def _head(self) -> QRect:
        """Label and certainty. Returns the place of the mark; the word stands behind it."""
        pitch = scaled(look.LABEL_LINE)
        beside = (editor_height() if self._editing else scaled(look.FACT_LINE)) if self._labels else pitch
        top = self._top + (beside - pitch) // 2  # on the middle of the larger line beside it
        right = self._left + self._room
        mark, size = QRect(), scaled(_MARK)
        if self._fact.certainty:
            word = Paragraph(certainty_word(self._fact.certainty), ui_font(look.LABEL), pitch, 1)
            wide = word.natural_width() + 1
            self._add(word, QRect(right - wide, top, wide, pitch), "quiet")
            mark = QRect(right - wide - size - 3, top + (pitch - size) // 2, size, size)
        room = self._labels - 8 if self._labels else (mark.left() - 8 if self._fact.certainty else right) - self._left
        label = Paragraph(self._fact.label, ui_font(look.LABEL), pitch, 1)
        self._add(label, QRect(self._left, top, room, pitch), "quiet")
        if not self._labels:
            self._top += pitch + 3
        self._value_right = mark.left() - 6 if self._labels and self._fact.certainty else right
        return mark

    def _value(self) -> QRect:
        left = self._left + self._labels
        width = self._value_right - left
        if self._editing:
            return QRect(left, self._top, self._left + self._room - left, editor_height())
        value = self._fact.value
        font = ui_font(look.FACT, 500 if value else 400)
        font.setItalic(not value)
        most = 2 if _ADDRESS.match(value) else 0
        value = _ADDRESS.sub("", value)
        words = Paragraph(value or NOT_STATED, font, scaled(look.FACT_LINE), most)
        rect = QRect(left, self._top, width, words.height(width))
        self._add(words, rect, "text" if value else "quiet")
        return rect

    def _choice(self, words: str, font: QFont, pitch: int, token: str, beside: QRect) -> QRect:
        """Words with room for a button behind them. Returns the place of the button."""
        right = self._left + self._room
        wide = scaled(_BUTTON)
        paragraph = Paragraph(words, font, pitch)
        room = right - wide - 4 - beside.left()
        rect = QRect(beside.left(), self._top + 4, room, paragraph.height(room))
        self._add(paragraph, rect, token)
        self._top = rect.bottom() + 1
        return QRect(right - wide, rect.top() + (pitch - row_button_height()) // 2, wide, row_button_height())

    def _sentence(self, sentence: str, beside: QRect, token: str) -> None:
        words = Paragraph(sentence, ui_font(look.LABEL), scaled(look.LABEL_LINE))
        room = self._left + self._room - beside.left()
        rect = QRect(beside.left(), self._top + 2, room, words.height(room))
        self._add(words, rect, token)
        self._top = rect.bottom() + 1

    def _add(self, paragraph: Paragraph, rect: QRect, token: str) -> None:
        self._texts.append(Placed(paragraph, rect, token))
