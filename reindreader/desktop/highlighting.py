"""Highlights: from the reading pane's wishes to changes of the library that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from reindreader.desktop.current import Current
from reindreader.desktop.printed import PrintedPane
from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.undoing import Change, Edits
from reindreader.library import Library
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.text import Span
from reindreader.workflows.highlighting import highlight_span, join_highlights, part_highlights
from reindreader.workflows.wording import _


class Highlighting(QObject):
    """Connects a pane that shows words, as text or as printed, with the library."""

    def __init__(
        self, pane: ReadingPane | PrintedPane, current: Current, edits: Edits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._current, self._edits = current, edits
        pane.highlight_wanted.connect(self.make)
        pane.colour_changed.connect(lambda identity, colour: self.change(identity, colour=colour))
        pane.note_changed.connect(lambda identity, note: self.change(identity, note=note))
        pane.tags_changed.connect(lambda identity, tags: self.change(identity, tags=tags))
        pane.highlight_removed.connect(self.remove)
        if isinstance(pane, ReadingPane):
            pane.highlights_joined.connect(self.join)

    def make(self, span: Span, colour: Colour) -> None:
        """Highlight words of the open article."""
        if self._current.shown is None:
            return
        record = self._current.shown.id

        def act(library: Library) -> Highlight:
            return highlight_span(library, record, span, colour)

        def undo(library: Library, made: Highlight) -> None:
            if made.id is not None:
                library.remove_highlight(made.id)

        self._edits.do(
            Change(record, _("Highlight"), act, undo, lambda library, made: library.add_highlight(record, made))
        )

    def change(
        self,
        identity: int,
        *,
        colour: Colour | None = None,
        note: str | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> None:
        """Give a highlight another colour, note or tags."""
        before = self._current.shown.highlight(identity) if self._current.shown else None
        if self._current.shown is None or before is None:
            return
        after = replace(
            before,
            colour=before.colour if colour is None else colour,
            note=before.note if note is None else note,
            tags=before.tags if tags is None else tags,
        )
        name = _("Note") if note is not None else _("Colour") if colour is not None else _("Tags")
        self._edits.do(
            Change(
                self._current.shown.id,
                name,
                lambda library: library.update_highlight(after),
                lambda library, _done: library.update_highlight(before),
                lambda library, _done: library.update_highlight(after),
                merges=("note", identity) if note is not None else None,
            )
        )

    def join(self, identities: tuple[int, int]) -> None:
        """Make one highlight of two that touch: the first's colour, the notes and tags of both."""
        shown = self._current.shown
        old = [own for identity in identities if shown is not None and (own := shown.highlight(identity)) is not None]
        if shown is None or len(old) != len(identities):
            return
        record = shown.id
        self._edits.do(
            Change(
                record,
                _("Join highlights"),
                lambda library: join_highlights(library, record, *old),
                lambda library, made: part_highlights(library, record, made, *old),
                lambda library, made: join_highlights(library, record, *old, again=made),
            )
        )

    def remove(self, identity: int) -> None:
        """Take a highlight away."""
        gone = self._current.shown.highlight(identity) if self._current.shown else None
        if self._current.shown is None or gone is None:
            return
        record = self._current.shown.id
        self._edits.do(
            Change(
                record,
                _("Remove highlight"),
                lambda library: library.remove_highlight(identity),
                lambda library, _done: library.add_highlight(record, gone),
                lambda library, _done: library.remove_highlight(identity),
                told=_("Highlight removed."),
            )
        )
