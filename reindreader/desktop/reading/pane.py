"""The reading pane: an article to read, its highlights, the evidence of its facts, find; another text beside it.

``show_…`` in, signals out, all places in code points of the article.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reindreader.desktop.reading.accessible import tell_caret
from reindreader.desktop.reading.marking import Marking
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.searching import Searching
from reindreader.desktop.reading.showing import Showing
from reindreader.desktop.reading.steering import Steering
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.text import Span

_PLACE_AFTER_MS = 300


class ReadingPane(Showing):
    """Shows one text. Its parent connects the signals; a stored highlight is named by its id."""

    highlight_wanted = Signal(object, object)
    """(Span, Colour): these words in this colour."""
    colour_changed = Signal(int, object)
    note_changed = Signal(int, str)
    tags_changed = Signal(int, object)
    highlight_removed = Signal(int)
    highlights_joined = Signal(object)
    """The ids of two highlights that touch: they are to be one."""
    quotation_wanted = Signal(object)
    """A Span, or the id of a highlight: copy it with its citation."""
    selection_changed = Signal(object)
    """A Span or None."""
    evidence_pointed = Signal(object)
    """The code point that the mouse points at, None beside the words."""
    evidence_left = Signal()
    """Esc, or a click beside the evidence: it is shown no longer."""
    fact_wanted = Signal(object)
    """E: show the fact that the words at this code point are evidence of."""
    place_changed = Signal(int, float)
    """The code point at the top of what is in sight, and how much has been read (0 to 1)."""
    link_opened = Signal(str)
    rows_changed = Signal(object)
    """The rows of the two texts, as the user changed them."""
    scrolled = Signal(bool)
    """Whether the text has been scrolled away from its beginning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marking = Marking(self, theme)
        self._searching = Searching(self, theme)
        self._steering = Steering(self)
        self._place_timer = QTimer(self, singleShot=True, interval=_PLACE_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.on_keys(self._marking.keys() | self._steering.keys(), self.selected_words)
        page.moved.connect(self._take_move)
        page.pointed.connect(self.evidence_pointed)
        page.link_opened.connect(self.link_opened)
        page.rows_changed.connect(self.rows_changed)
        page.selectionChanged.connect(lambda: self.selection_changed.emit(self.selection))
        page.selectionChanged.connect(lambda: tell_caret(page))
        self._place_timer.timeout.connect(self._send_place)

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Set the text in the theme's colours."""
        super().show_theme(theme)
        self._marking.show_theme(theme)
        self._searching.show_theme(theme)

    def leave(self) -> None:
        """Close the popovers; nothing is looked for any more."""
        self._marking.close()
        self._searching.close()

    def finish(self) -> None:
        """Hand out what is being typed, and the place, at once: the window closes."""
        self._marking.close()
        if self._place_timer.isActive():
            self._place_timer.stop()
            self._send_place()

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Draw these highlights; lost ones have no place here."""
        self.page.show_highlights(highlights)
        self._marking.follow(highlights)

    def show_highlight(self, identity: int) -> None:
        """Bring a highlight into sight, and choose it."""
        found = self.page.scene.highlights.by_id(identity)
        if found:
            self.show_span(found.span)
            self._marking.choose(found)

    # what is chosen

    @property
    def selection(self) -> Span | None:
        """The selected words without white space around them; of words beside the article what answers to them in it."""
        span = self._trimmed()
        if span is not None and self.page.caret.side == 1:
            return self.page.mirroring.of(span, 1)
        return span

    def _trimmed(self) -> Span | None:
        span = self.page.selection
        if span is None:
            return None
        words = span.slice(self.page.spread.sides[self.page.caret.side].folio.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.end - (len(words) - len(words.rstrip())))) if words.strip() else None

    def selected_words(self) -> str:
        """The selected words as their text has them, without soft hyphens."""
        span = self._trimmed()
        text = self.page.spread.sides[self.page.caret.side].folio.text if span else ""
        return span.slice(text).replace("\u00ad", "") if span else ""

    def select(self, span: Span) -> None:
        """Select words."""
        self.page.select(span)

    def place_words(self, span: Span) -> str:
        """Where words stand: ``¶ 4``, ``¶ 4–5``, "" outside the body."""
        touched = self.page.spread.sides[0].folio.numbers(span) if self.page.spread.sides else None
        if touched is None:
            return ""
        return f"¶ {touched[0]}" if touched[0] == touched[1] else f"¶ {touched[0]}–{touched[1]}"

    def outline(self) -> list[tuple[int, int, str]]:
        """The headings: the code point of each, its level from 0 for the title, its words."""
        sides = self.page.spread.sides
        folio = sides[0].folio if sides else None
        made = [(folio.blocks[n], folio.words(n)) for n in folio.headings()] if folio else []
        return [(block.span.start, block.level, " ".join(words.split())) for block, words in made if block is not None]

    def mark(self, colour: Colour) -> None:
        """Highlight the selected words, or give the chosen highlight this colour."""
        self._marking.mark(colour)

    def actions_by_name(self) -> dict[str, Callable[[], object]]:
        """What menus can ask for, by the names of their commands."""
        plain = Qt.KeyboardModifier.NoModifier
        keys = self._marking.keys() | self._steering.keys()
        named = {name: keys[key, plain] for name, key in _NAMED.items()}
        return named | {"join": self._marking.join}

    # find

    def show_find(self, words: str | None = None) -> None:
        """Open the find bar, with the selected words if there are any."""
        self._searching.open(words if words is not None else self.selected_words())

    def close_find(self) -> None:
        """Close the find bar."""
        self._searching.close()

    def find_next(self, step: int = 1) -> None:
        """Go to the next hit, or the one before."""
        self._searching.go(step)

    # for what belongs to the pane

    def top_offset(self) -> int:
        """The code point at the top of what is in sight."""
        return self.page.top_offset()

    def chosen(self) -> Placed | None:
        """The highlight that a click, N or P chose."""
        return self.page.scene.highlights.by_id(self.page.scene.chosen)

    def escape(self) -> None:
        """Leave what was begun last."""
        page = self.page
        if self._marking.close():
            return
        if page.selection is not None:
            self._marking.drop_selection()
        elif self._searching.is_open:
            self.close_find()
        elif page.caret_shown:
            page.show_caret(shown=False)
        elif self._steering.is_lit:
            self._steering.toggle_lit()
        elif page.scene.evidence:
            self.show_evidence(())
            self.evidence_left.emit()

    # inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self._searching.place()
        self._marking.place()

    def _take_move(self) -> None:
        self.scrolled.emit(self.page.verticalScrollBar().value() > 0)
        self._marking.place()
        self._place_timer.start()

    def _send_place(self) -> None:
        if self._article is not None and self.page.spread.flow_of(0) is not None:
            self.place_changed.emit(self.page.top_offset(), self.page.fraction())


_NAMED = {
    "note": Qt.Key.Key_M,
    "remove": Qt.Key.Key_Delete,
    "next_highlight": Qt.Key.Key_N,
    "previous_highlight": Qt.Key.Key_P,
    "next_paragraph": Qt.Key.Key_J,
    "previous_paragraph": Qt.Key.Key_K,
    "fact": Qt.Key.Key_E,
    "caret": Qt.Key.Key_F7,
    "lit": Qt.Key.Key_L,
    "row_up": Qt.Key.Key_BracketLeft,
    "row_down": Qt.Key.Key_BracketRight,
    "row_split": Qt.Key.Key_S,
    "row_join": Qt.Key.Key_Plus,
    "row_ask": Qt.Key.Key_Question,
}
