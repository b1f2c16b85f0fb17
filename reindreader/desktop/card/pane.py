"""The card as a whole: heading, facts, quotations, in one scrolling column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.card.changes import ChangedWords
from reindreader.desktop.card.fact_parts import PAD_X
from reindreader.desktop.card.heading import Heading
from reindreader.desktop.card.quotations import QuotationList
from reindreader.desktop.card.sheet import NARROW, FactSheet
from reindreader.desktop.card.walk import Walk
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.model.highlights import Highlight
from reindreader.workflows.facts import Facts
from reindreader.workflows.wording import _

_HEADER = 48
_MARGIN = look.SIDE_MARGIN - PAD_X


class CardPane(QWidget):
    """What is known of both texts, and what was marked in them."""

    evidence_wanted = Signal(object)
    """A ``Fact``."""
    fact_edited = Signal(str, str)
    """Field and words, ``""`` to take the fact out."""
    revert_wanted = Signal(str)
    swap_wanted = Signal(str, int)
    answered = Signal(object)
    """An ``Answer``."""
    quotation_opened = Signal(int)
    quotation_copy_wanted = Signal(int)
    find_again_wanted = Signal(int)
    hide_wanted = Signal()
    confirm_wanted = Signal(str)
    """The field of a fact that is right."""
    check_wanted = Signal()
    """The facts to check are to be gone through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Card"))
        self.walk = Walk()
        self.changed_words = ChangedWords()
        self._article: int | None = None
        self._header = CardHeader()
        self._sheet = FactSheet(theme)
        self._heading = Heading(_("Quotations"))
        self._quotations = QuotationList(theme)
        self._hint = QLabel(_("Mark words in the article, and they are kept here."))
        self._hint.setProperty("role", "sentence")
        self._hint.setWordWrap(True)
        self._area = QScrollArea()
        self._inner = QWidget()
        self._lay_out()
        self._connect()
        self.show_theme(theme)
        self.show_quotations((), {})

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._header, self._sheet, self._quotations):
            part.show_theme(theme)

    def show_facts(self, facts: Facts, places: Mapping[str, str] | None = None, *, article: int | None = None) -> None:
        """Show the facts.

        ``places``: where the evidence of a field stands, in words ("credit line 3"). ``article``: whose facts they are;
        what is being typed stays open over newer facts of the same article, never over another's.
        """
        if article != self._article:
            self._article = article
            self._sheet.leave_editors()
            self._area.verticalScrollBar().setValue(0)
        self._sheet.show_facts(facts, places or {})
        self.walk.show_facts(facts)

    def show_evidence(self, field: str | None) -> None:
        """Tint the fact whose evidence is shown or pointed at; None: no fact. Nothing scrolls for it."""
        self._sheet.show_evidence(field)

    def show_refusal(self, field: str, words: str, sentence: str) -> None:
        """Say beside a field why the words that were typed there do not fit; they stay to be mended."""
        self._sheet.show_error(field, words, sentence)

    def show_quotations(
        self, highlights: Sequence[Highlight], numbers: Mapping[int, str], tag: str | None = None
    ) -> None:
        """Show the highlights in the order of the text.

        ``numbers``: "¶ 4" or "p. 117" by the highlight's id; ``tag``: the language of the article, for its font.
        """
        self._quotations.show_quotations(highlights, numbers, tag)
        self._heading.show_count(len(highlights))
        self._hint.setVisible(not highlights)
        self._quotations.setVisible(bool(highlights))

    def focus_facts(self, field: str | None = None) -> None:
        """Put the focus on the fact of a field and bring it into sight; on the first one for None."""
        row = self._sheet.row_of(field) if field else None
        row = row or self._sheet.first_row()
        if row:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(row, 0, 24)

    def edit_fact(self, field: str) -> None:
        """Open the editor of a fact."""
        row = self._sheet.row_of(field)
        if row:
            row.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: columns or sections."""
        super().resizeEvent(event)
        self._sheet.show_narrow(self.width() < scaled(NARROW))
        self._keep_margin()

    def _lay_out(self) -> None:
        inner = self._inner
        inner.setProperty("surface", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(_MARGIN, 5, _MARGIN, 24)
        self._column.setSpacing(0)
        self._column.addWidget(self._sheet)
        self._column.addSpacing(look.SECTION_GAP - 4)
        for part in (self._heading, self._hint):
            row = QHBoxLayout()
            row.setContentsMargins(PAD_X, 0, PAD_X, 0)
            row.addWidget(part)
            self._column.addLayout(row)
            self._column.addSpacing(5)
        self._column.addWidget(self._quotations)
        self._column.addStretch(1)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._area, 1)
        column.addWidget(self.changed_words)
        column.addWidget(self.walk)

    def _connect(self) -> None:
        self._sheet.evidence_wanted.connect(self.evidence_wanted)
        self._sheet.fact_edited.connect(self.fact_edited)
        self._sheet.revert_wanted.connect(self.revert_wanted)
        self._sheet.swap_wanted.connect(self.swap_wanted)
        self._sheet.answered.connect(self.answered)
        self._sheet.reached.connect(lambda row: self._area.ensureWidgetVisible(row, 0, 24))
        self._quotations.quotation_opened.connect(self.quotation_opened)
        self._quotations.quotation_copy_wanted.connect(self.quotation_copy_wanted)
        self._quotations.find_again_wanted.connect(self.find_again_wanted)
        self._quotations.selectionModel().currentChanged.connect(lambda _new, _old: self._show_current())
        self._area.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._keep_margin())
        self._area.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_moved())
        self._sheet.confirm_wanted.connect(self.confirm_wanted)
        self.walk.begun.connect(lambda _: self.check_wanted.emit())
        self._header.hide_wanted.connect(self.hide_wanted)

    def _keep_margin(self) -> None:
        """The scroll bar takes its room from the margin, so that no column moves when it comes."""
        bar = self._area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(_MARGIN, 5, max(0, _MARGIN - taken), 24)

    def _tell_moved(self) -> None:
        """Whoever follows the focus over the window, such as its ring, sees a scroll as a move."""
        focused = self._inner.focusWidget()
        if focused and focused.hasFocus():
            QApplication.sendEvent(focused, QMoveEvent(focused.pos(), focused.pos()))

    def _show_current(self) -> None:
        rect = self._quotations.visualRect(self._quotations.currentIndex())
        middle = self._quotations.mapTo(self._inner, rect.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + 8)


class CardHeader(QWidget):
    """The name of the region, and the button that hides it."""

    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(_("Card"))
        name.setFont(ui_font(look.CONTROL, 600))
        name.setProperty("role", "title")
        self._hide = QToolButton()
        self._hide.setToolTip(_("Hide the card (Shift+F9)"))
        self._hide.setAccessibleName(_("Hide the card"))
        self._hide.clicked.connect(self.hide_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.SIDE_MARGIN, 0, look.SIDE_MARGIN - 6, 0)
        row.addWidget(name, 1)
        row.addWidget(self._hide)
        self.setMinimumHeight(scaled(_HEADER))

    def show_theme(self, theme: Theme) -> None:
        """Ink the icon."""
        self._hide.setIcon(icon("card", theme))
