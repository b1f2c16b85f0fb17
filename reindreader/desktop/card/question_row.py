"""A question of the card: what is known, what is asked, and each answer under the column that it fills."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.card.fact_parts import PAD_X, FactPlaces, editor_height, place_fact, row_button_height
from reindreader.desktop.card.marks import Marks
from reindreader.desktop.card.paragraph import Paragraph
from reindreader.desktop.card.words import question_spoken
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.facts import Answer, Fact, Question, Side
from reindreader.workflows.wording import _

_BELOW, _GAP = 12, 8


class QuestionRow(QWidget):
    """A panel across both columns."""

    answered = Signal(object)
    """An ``Answer``; a typed one carries the words as its value."""
    evidence_wanted = Signal(object)
    """A ``Fact`` made of what is known."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._theme, self._marks = theme, Marks(theme)
        self._placed: tuple[int, FactPlaces] | None = None
        self._fact = _known(question)
        self._columns: Mapping[Side, QRect] = {}
        self._buttons = [(answer.side, self._answer_button(answer)) for answer in question.answers]
        self._field = self._typed_field() if question.field and not question.answers else None
        self.setAccessibleName(question_spoken(question))

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme, self._marks = theme, Marks(theme)
        self.update()

    def show_columns(self, columns: Mapping[Side, QRect]) -> None:
        """Where the columns of the card stand, seen from this panel; the answers line up with them."""
        self._columns = columns
        self._place()

    def heightForWidth(self, width: int) -> int:
        """Qt: how high the panel is."""
        if self._field:
            return self._answers_top(width) + editor_height() + _BELOW
        places = self._answer_places(width)
        bottom = max((place.bottom() + 1 for place in places), default=self._answers_top(width) - _GAP)
        return bottom + _BELOW

    def sizeHint(self) -> QSize:
        """Qt: at its present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the answers move along."""
        super().resizeEvent(event)
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: what is known has evidence too."""
        if self._fact.spans and event.button() == Qt.MouseButton.LeftButton:
            self.evidence_wanted.emit(self._fact)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: panel, what is known, what is asked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.ROW_CORNER, look.ROW_CORNER)
        head = self._head(self.width())
        painter.translate(0, 4)
        head.draw(painter, self._theme, self._marks, self._fact.certainty)
        colour = self._theme.colour("text")
        self._prompt().draw(painter, PAD_X, head.height, self.width() - 2 * PAD_X, colour)

    def _head(self, width: int) -> FactPlaces:
        if self._placed is None or self._placed[0] != width:
            self._placed = width, place_fact(self._fact, width)
        return self._placed[1]

    def _prompt(self) -> Paragraph:
        return Paragraph(self._question.prompt, ui_font(look.CONTROL), scaled(look.CONTROL_LINE))

    def _answers_top(self, width: int) -> int:
        return 4 + self._head(width).height + self._prompt().height(width - 2 * PAD_X) + _GAP

    def _place(self) -> None:
        if self._field:
            top = self._answers_top(self.width())
            self._field.setGeometry(PAD_X, top, self.width() - 2 * PAD_X, editor_height())
        for (_side, button), place in zip(self._buttons, self._answer_places(self.width()), strict=True):
            button.setGeometry(place)

    def _answer_places(self, width: int) -> list[QRect]:
        """Under its column each; one below the other where an answer is too long for that."""
        height, top = row_button_height(), self._answers_top(width)
        columns = [self._columns.get(side, QRect(PAD_X, 0, width - 2 * PAD_X, 0)) for side, _button in self._buttons]
        widest = max((button.sizeHint().width() for _side, button in self._buttons), default=0)
        if any(widest > column.width() for column in columns):
            columns = [QRect(PAD_X, 0, width - 2 * PAD_X, 0)] * len(columns)
        used: dict[int, int] = {}
        places = []
        for column in columns:
            row = used.get(column.left(), 0)
            used[column.left()] = row + 1
            places.append(QRect(column.left(), top + row * (height + _GAP), column.width(), height))
        return places

    def _answer_button(self, answer: Answer) -> QPushButton:
        button = QPushButton(answer.label, self)
        button.setProperty("size", "row")
        button.setAccessibleName(f"{question_spoken(self._question)} {answer.label}")
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button

    def _typed_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(_("Type, then Enter"))
        field.setAccessibleName(question_spoken(self._question))
        field.returnPressed.connect(self._answer_typed)
        return field

    def _answer_typed(self) -> None:
        words = self._field.text().strip() if self._field else ""
        if words:
            asked = self._question
            self.answered.emit(Answer(asked.label, Side.TRANSLATION, asked.field or "", words))


def _known(question: Question) -> Fact:
    """What is known, as a fact, so that it looks and answers like one."""
    field = question.answers[0].field if question.answers else question.field or ""
    return Fact(
        field=field,
        side=Side.TRANSLATION,
        label=question.label,
        value=question.value,
        certainty=question.certainty,
        spans=question.spans,
    )
