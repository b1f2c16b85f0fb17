"""The card: its facts edited, its questions answered, its evidence shown, as changes that can be undone."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from reindreader.desktop.card import CardPane
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.undoing import Change, Edits
from reindreader.errors import BadValueError, ReindreaderError
from reindreader.model.articles import Article
from reindreader.model.text import BlockKind, Span
from reindreader.workflows import editing
from reindreader.workflows.facts import Answer, Fact
from reindreader.workflows.wording import _, error_sentence, field_label


class Editing(QObject):
    """Connects card and reading pane with the library."""

    foreseen = Signal(object)
    """The claims as they will be when a change is on the disk: the preview need not wait for it."""
    quotation_shown = Signal()
    """A highlight was gone to from the card."""
    place_told = Signal(str)
    """Where the evidence stands that is not in the text: "meta[name=author]"."""

    def __init__(
        self, card: CardPane, pane: ReadingPane, current: Current, edits: Edits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._card, self._pane, self._current, self._edits = card, pane, current, edits
        self._held: str | None = None
        card.evidence_wanted.connect(self.show_evidence)
        card.fact_edited.connect(self.edit)
        card.revert_wanted.connect(self.revert)
        card.swap_wanted.connect(self.swap)
        card.answered.connect(self.answer)
        card.confirm_wanted.connect(self.confirm)
        card.quotation_opened.connect(self._open_quotation)
        card.find_again_wanted.connect(self._find_again)
        pane.evidence_pointed.connect(self._point)
        pane.evidence_left.connect(self._leave)
        pane.fact_wanted.connect(self._show_fact)

    def open(self) -> None:
        """Another article is opened: no evidence is shown any more."""
        self._leave()

    def show(self, shown: Opened) -> None:
        """Show the facts and quotations of what is open."""
        self._card.show_facts(shown.facts, places_of(shown), article=shown.id)
        tag = shown.article.language if shown.article else None
        self._card.show_quotations(shown.highlights, shown.numbers, tag)

    def show_evidence(self, fact: Fact) -> None:
        """Show where a fact is stated, in the text or in the file."""
        self._held = fact.field if fact.spans else None
        self._pane.show_evidence(fact.spans)
        self._card.show_evidence(self._held)
        if fact.place and not fact.spans:
            self.place_told.emit(_("The file says so: {place}").format(place=fact.place))

    def edit(self, field: str, words: str) -> None:
        """Set a field to what was typed; what does not fit is said beside it."""
        self._do(field, words, editing.setting(field, words))

    def revert(self, field: str) -> None:
        """Go back to what was found."""
        self._do(field, "", editing.reverting(field))

    def swap(self, field: str, place: int) -> None:
        """Exchange family and given name of one of the people of a field."""
        self._do(field, "", editing.swapping(field, place))

    def confirm(self, field: str) -> None:
        """What was found is right: it is the user's word from now on."""
        told = _("{label}: yours now.").format(label=field_label(field))
        self._do(field, "", editing.confirming(field), told=told)

    def answer(self, answer: Answer) -> None:
        """The user's word on a question."""
        told = _("{label}: yours now.").format(label=answer.label)
        self._do(answer.field, answer.value, editing.setting(answer.field, answer.value), told=told)

    def _do(self, field: str, words: str, rule: editing.Rule, *, told: str = "") -> None:
        shown = self._current.shown
        if shown is None:
            return
        with suppress(ReindreaderError):  # told when it is carried out
            if editing.is_plain(field, words, shown.claims):
                self.foreseen.emit(editing.foreseen(shown.claims, rule))
        name = _("Change {fact}").format(fact=field_label(field).lower())
        act = partial(editing.carry_out, record=shown.id, field=field, rule=rule)
        change = Change(shown.id, name, act, editing.undo, editing.apply, told=told)

        def refuse(error: Exception) -> None:
            if isinstance(error, BadValueError):
                self._card.show_refusal(field, words, error_sentence(error))
            else:
                self._edits.failed.emit(change, error)

        self._edits.do(change, failed=refuse)

    def _point(self, offset: int | None) -> None:
        field = self._current.shown.field_at(offset) if self._current.shown and offset is not None else None
        self._card.show_evidence(field or self._held)

    def _open_quotation(self, identity: int) -> None:
        self._pane.show_highlight(identity)
        self.quotation_shown.emit()

    def _find_again(self, identity: int) -> None:
        """Look for the first words of a highlight that is lost."""
        lost = self._current.shown.highlight(identity) if self._current.shown else None
        if lost is not None:
            self._pane.show_find(" ".join(lost.quote.exact.split()[:4]))

    def _leave(self) -> None:
        self._held = None
        self._card.show_evidence(None)

    def _show_fact(self, offset: int | None) -> None:
        field = self._current.shown.field_at(offset) if self._current.shown and offset is not None else None
        if field:
            self._held = field
            self._card.show_evidence(field)
            self._card.focus_facts(field)


def places_of(shown: Opened) -> dict[str, str]:
    """Where the evidence of each field stands, in words, for tooltips and screen readers: "credit line 3", "¶ 4"."""
    facts = (*shown.facts.translation, *shown.facts.original)
    return {fact.field: words for fact in facts if fact.spans and (words := _place(shown.article, fact.spans[0]))}


def _place(article: Article | None, span: Span) -> str:
    block = article.block_at(span.start) if article else None
    if article is None or block is None:
        return ""
    if block.kind is BlockKind.CREDIT:
        lines = [own for own in article.blocks if own.kind is BlockKind.CREDIT]
        return _("credit line {number}").format(number=lines.index(block) + 1)
    number = article.numbers.at(span.start)
    return f"¶ {number}" if number else _("the title") if block.kind is BlockKind.HEADING else ""
