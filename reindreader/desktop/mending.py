"""Highlights whose words changed: shown one after the other, kept on the new words or given up, each to be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reindreader.desktop.card import CardPane
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.undoing import Change, Edits
from reindreader.model.articles import Article
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.wording import _


class Mending(QObject):
    """Connects the strip of changed words with what is open."""

    def __init__(
        self, card: CardPane, pane: ReadingPane, current: Current, edits: Edits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._card, self._pane, self._current, self._edits = card, pane, current, edits
        current.opened.connect(self._show)
        current.changed.connect(self._show)
        current.closed.connect(card.changed_words.hide)
        card.changed_words.kept.connect(lambda _: self.keep())
        card.changed_words.given_up.connect(lambda _: self.give_up())
        card.changed_words.shown.connect(lambda _: self.show_words())

    @property
    def waiting(self) -> tuple[Highlight, ...]:
        """The highlights whose words changed, in the order of the text."""
        shown = self._current.shown
        return tuple(h for h in shown.highlights if h.state is AnchorState.CHANGED) if shown else ()

    def keep(self) -> None:
        """The first one means the words that stand there now."""
        from reindreader.workflows.reanchoring import accepted  # noqa: PLC0415  here and below: slow to load, seldom needed

        self._settle(lambda article, own: accepted(article.text, own), _("Mark the changed words"))

    def give_up(self) -> None:
        """It does not: it is lost, with its words."""
        from reindreader.workflows.reanchoring import refused  # noqa: PLC0415

        self._settle(lambda _article, own: refused(own), _("Give the highlight up"))

    def show_words(self) -> None:
        """Bring the words of the first one into sight."""
        if self.waiting and self.waiting[0].quote.position is not None:
            self._pane.show_span(self.waiting[0].quote.position)

    def _settle(self, settled: Callable[[Article, Highlight], Highlight], name: str) -> None:
        shown = self._current.shown
        if shown is None or shown.article is None or not self.waiting:
            return
        before = self.waiting[0]
        after = settled(shown.article, before)
        self._edits.do(
            Change(
                shown.id,
                name,
                lambda library: library.update_highlight(after),
                lambda library, _done: library.update_highlight(before),
                lambda library, _done: library.update_highlight(after),
            )
        )

    def _show(self, shown: Opened) -> None:
        waiting = self.waiting
        if waiting and shown.article is not None:
            from reindreader.workflows.reanchoring import change_of  # noqa: PLC0415

            self._card.changed_words.show_change(change_of(shown.article.text, waiting[0]), len(waiting))
        else:
            self._card.changed_words.hide()
