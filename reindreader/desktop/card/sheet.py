"""The facts of the card: two facing columns, or one section below the other where the card is narrow."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.card.fact_parts import PAD_X
from reindreader.desktop.card.fact_row import FactRow
from reindreader.desktop.card.gaps import GapLine
from reindreader.desktop.card.heading import Heading
from reindreader.desktop.card.question_row import QuestionRow
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.facts import Fact, Facts, Side
from reindreader.workflows.wording import _

NARROW = 340
"""Below this width of the card its columns become sections."""

_COLUMN_GAP = 24
_BELOW_HEADING = 7
_IN_LINE = 270
"""Below this width not even a section has room for label, value and certainty on one line."""

_LABELS = (76, 112)
"""The least and the greatest width of the labels' column in a section."""


class FactSheet(QWidget):
    """Headings, facts, questions, gaps. Its edges reach ``PAD_X`` beyond the words."""

    evidence_wanted = Signal(object)
    fact_edited = Signal(str, str)
    revert_wanted = Signal(str)
    swap_wanted = Signal(str, int)
    confirm_wanted = Signal(str)
    answered = Signal(object)
    height_changed = Signal()
    reached = Signal(QWidget)
    """The row that an arrow key led to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headings = {
            Side.ORIGINAL: Heading(_("Original"), self),
            Side.TRANSLATION: Heading(_("This translation"), self),
        }
        self._rows: dict[tuple[Side, str], FactRow] = {}
        self._facts = Facts((), ())
        self._questions: list[QuestionRow] = []
        self._gaps = GapLine(theme, self)
        self._gaps.added.connect(self.fact_edited)
        self._gaps.height_changed.connect(self.place)
        self._narrow = False
        self._placing = False

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self._gaps.show_theme(theme)
        for row in self._rows.values():
            row.show_theme(theme)
        for question in self._questions:
            question.show_theme(theme)

    def show_facts(self, facts: Facts, places: Mapping[str, str]) -> None:
        """Show these. A row that stays keeps its focus and what is typed in it."""
        self._facts, self._placing = facts, True
        wanted = {(fact.side, fact.field): fact for fact in (*facts.original, *facts.translation)}
        for key in [key for key in self._rows if key not in wanted]:
            self._rows.pop(key).deleteLater()
        for key, fact in wanted.items():
            row = self._rows.get(key) or self._new_row(fact)
            self._rows[key] = row
            row.show_fact(fact, places.get(fact.field, ""))
        self._show_questions(facts)
        self._gaps.show_gaps(facts.gaps)
        self._order_tabs()
        self._placing = False
        self.place()

    def show_narrow(self, narrow: bool) -> None:
        """Two columns, or one section below the other."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._order_tabs()
        self.place()

    def show_evidence(self, field: str | None) -> None:
        """Tint the row of a field, no row for None."""
        for (_side, name), row in self._rows.items():
            row.show_lit(name == field)

    def leave_editors(self) -> None:
        """Close every editor; what was typed is given up."""
        self._gaps.leave()
        for row in self._rows.values():
            row.leave()

    def show_error(self, field: str, words: str, sentence: str) -> None:
        """Say beside a field why the words that were typed there were refused."""
        if self._gaps.show_error(field, words, sentence):
            return
        for (_side, name), row in self._rows.items():
            if name == field:
                row.show_error(sentence, words)

    def row_of(self, field: str) -> FactRow | None:
        """The row of a field."""
        return next((row for (_side, name), row in self._rows.items() if name == field), None)

    def first_row(self) -> FactRow | None:
        """The row that is read first."""
        return next(self._reading_order(), None)

    def sizeHint(self) -> QSize:
        """Qt: at its present width."""
        return QSize(self.width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the columns follow."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()

    def place(self) -> None:
        """Give every part its place, and the sheet its height."""
        if self._placing:
            return
        self._placing = True
        top = self._place_sections(0) if self._narrow else self._place_columns(0)
        top = self._place_questions(top + 12)
        if self._facts.gaps:
            height = self._gaps.heightForWidth(self.width())
            self._gaps.setGeometry(0, top, self.width(), height)
            top += height
        self.setFixedHeight(top)
        self._placing = False
        self.height_changed.emit()

    def _place_columns(self, top: int) -> int:
        columns = self._columns()
        for side, column in columns.items():
            self._headings[side].setGeometry(column.left(), top, column.width(), self._headings[side].height())
        top += self._headings[Side.ORIGINAL].height() + _BELOW_HEADING
        for row in self._rows.values():
            row.show_labels(0)  # before any height is asked for: it depends on where the labels stand
        for pair in self._pairs():
            heights = [row.heightForWidth(columns[row.fact.side].width() + 2 * PAD_X) for row in pair if row]
            for row in filter(None, pair):
                column = columns[row.fact.side]
                row.setGeometry(column.left() - PAD_X, top, column.width() + 2 * PAD_X, max(heights))
            top += max(heights) + 8
        return top - 8

    def _place_sections(self, top: int) -> int:
        labels = self._label_column()
        for side in (Side.TRANSLATION, Side.ORIGINAL):
            heading = self._headings[side]
            heading.setGeometry(PAD_X, top, self.width() - 2 * PAD_X, heading.height())
            top += heading.height() + _BELOW_HEADING
            for fact in self._of(side):
                row = self._rows[side, fact.field]
                row.show_labels(labels)
                height = row.heightForWidth(self.width())
                row.setGeometry(0, top, self.width(), height)
                top += height + (0 if labels else 8)
            top += 16
        return top - 16

    def _label_column(self) -> int:
        if self.width() < scaled(_IN_LINE):
            return 0
        measures = QFontMetrics(ui_font(look.LABEL))
        widest = max((measures.horizontalAdvance(row.fact.label) for row in self._rows.values()), default=0)
        return min(max(scaled(_LABELS[0]), widest + 12), scaled(_LABELS[1]))

    def _place_questions(self, top: int) -> int:
        for question in self._questions:
            question.show_columns(self._columns())
            question.setGeometry(0, top, self.width(), question.heightForWidth(self.width()))
            top += question.height() + 8
        return top

    def _columns(self) -> dict[Side, QRect]:
        width = (self.width() - 2 * PAD_X - _COLUMN_GAP) // 2
        return {
            Side.ORIGINAL: QRect(PAD_X, 0, width, 0),
            Side.TRANSLATION: QRect(PAD_X + width + _COLUMN_GAP, 0, width, 0),
        }

    def _of(self, side: Side) -> Sequence[Fact]:
        return self._facts.original if side is Side.ORIGINAL else self._facts.translation

    def _pairs(self) -> list[tuple[FactRow | None, FactRow | None]]:
        """The rows that face each other: the same fact of both texts, then what only one of them has."""
        names = {fact.field.removeprefix("original."): fact for fact in self._facts.original}
        facing = [(names.pop(_base(fact), None), fact) for fact in self._facts.translation]
        both = [(left, right) for left, right in facing if left]
        alone = zip_longest(names.values(), (right for left, right in facing if not left))
        return [(self._row(left), self._row(right)) for left, right in (*both, *alone)]

    def _row(self, fact: Fact | None) -> FactRow | None:
        return self._rows[fact.side, fact.field] if fact else None

    def _reading_order(self) -> Iterator[FactRow]:
        if self._narrow:
            yield from (self._rows[fact.side, fact.field] for fact in (*self._facts.translation, *self._facts.original))
        else:
            yield from (row for pair in self._pairs() for row in pair if row)

    def _new_row(self, fact: Fact) -> FactRow:
        row = FactRow(fact, self._theme, self)
        row.evidence_wanted.connect(self.evidence_wanted)
        row.edited.connect(self.fact_edited)
        row.revert_wanted.connect(self.revert_wanted)
        row.swap_wanted.connect(self.swap_wanted)
        row.confirm_wanted.connect(self.confirm_wanted)
        row.height_changed.connect(self.place)
        row.step_wanted.connect(lambda columns, rows, own=row: self._step(own, columns, rows))
        row.show()
        return row

    def _show_questions(self, facts: Facts) -> None:
        for question in self._questions:
            question.deleteLater()
        self._questions = [QuestionRow(question, self._theme, self) for question in facts.questions]
        for question in self._questions:
            question.answered.connect(self.answered)
            question.evidence_wanted.connect(self.evidence_wanted)
            question.show()

    def _order_tabs(self) -> None:
        """Rows in the order of reading, each before its buttons; all of them where the sheet stands in the window."""
        parts: list[QWidget] = [*self._reading_order(), *self._questions, self._gaps]
        order = [own for part in parts for own in (part, *part.findChildren(QWidget)) if _takes_tab(own)]
        before = self.previousInFocusChain()
        while before is not None and before is not self and not _takes_tab(before):
            before = before.previousInFocusChain()
        for one, next_one in pairwise([before or self, *order]):
            QWidget.setTabOrder(one, next_one)

    def _step(self, row: FactRow, columns: int, rows: int) -> None:
        target = self._beside(row, columns) if columns else self._above_or_below(row, rows)
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(target)

    def _beside(self, row: FactRow, columns: int) -> FactRow | None:
        if self._narrow:
            return None
        pair = next(pair for pair in self._pairs() if row in pair)
        return pair[0 if columns < 0 else 1]

    def _above_or_below(self, row: FactRow, rows: int) -> FactRow | None:
        line = [one for one in self._reading_order() if self._narrow or one.fact.side is row.fact.side]
        target = line.index(row) + rows
        return line[target] if 0 <= target < len(line) else None


def _base(fact: Fact) -> str:
    return fact.field.removeprefix("published.")


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
