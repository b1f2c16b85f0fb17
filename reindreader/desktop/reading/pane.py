"""The reading pane: an article to read, its highlights, the evidence of its facts, find; another text beside it.

``show_…`` in, signals out, all places in code points of the article.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reindreader.desktop.reading.canvas import Canvas
from reindreader.desktop.reading.folio import Folio
from reindreader.desktop.reading.marking import Marking
from reindreader.desktop.reading.mirroring import Beads, Counterpart
from reindreader.desktop.reading.pictures import Source
from reindreader.desktop.reading.places import TOP
from reindreader.desktop.reading.rows import Row
from reindreader.desktop.reading.scene import Placed
from reindreader.desktop.reading.searching import Searching
from reindreader.desktop.reading.steering import Steering
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.theme import Theme
from reindreader.model.articles import Article
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.text import Span
from reindreader.workflows.wording import _

_PLACE_AFTER_MS = 300


class ReadingPane(QWidget):
    """Shows one text. Its parent connects the signals; a stored highlight is named by its id."""

    highlight_wanted = Signal(object, object)
    """(Span, Colour): these words in this colour."""
    colour_changed = Signal(int, object)
    note_changed = Signal(int, str)
    tags_changed = Signal(int, object)
    highlight_removed = Signal(int)
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
    view_changed = Signal(str)
    """``first``, ``second`` or ``both`` texts are shown."""
    scrolled = Signal(bool)
    """Whether the text has been scrolled away from its beginning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = ReadingStyle()
        self._article: Article | None = None
        self._second: Article | None = None
        self._byline = ""
        self.page = Canvas(theme, self)
        self.page.setAccessibleName(_("Article"))
        self.setFocusProxy(self.page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.page)
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
        self._place_timer.timeout.connect(self._send_place)

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Set the text in the theme's colours."""
        self.page.show_theme(theme)
        self._marking.show_theme(theme)
        self._searching.show_theme(theme)

    def show_style(self, style: ReadingStyle) -> None:
        """Set the text larger, smaller, wider, narrower; the same words stay at the top."""
        if style != self._style:
            self._style = style
            self.page.show_style(style)

    @property
    def style_shown(self) -> ReadingStyle:
        """How the text is set."""
        return self._style

    def show_article(self, article: Article, *, byline: str = "", place: int = 0, images: Source | None = None) -> None:
        """Show a text from ``place`` on; ``byline``: what stands below the title where the text has no line of its own;
        ``images``: the bytes of its pictures by their SHA-256.

        Highlights, evidence, hits and the text beside the one before it are gone.
        """
        self._marking.close()
        self._searching.close()
        self._article, self._second, self._byline = article, None, byline
        self.page.pictures.show_source(images)
        self.page.mirroring.show(None, None, None)
        self.page.show_folios([Folio(article, byline)])
        if place > (article.blocks[0].span.end if article.blocks else 0):
            self.page.scroll_to(place)
        self.view_changed.emit("first")

    def show_byline(self, byline: str) -> None:
        """Show another line below the title; the same words stay in sight."""
        if byline != self._byline and self._article is not None:
            self._byline = byline
            kept = self.page.place_kept()
            self.page.spread.show(
                [Folio(self._article, byline), *(s.folio for s in self.page.spread.sides[1:])], self.page.spread.rows
            )
            self.page.lay_out(kept or (0, 0, float(TOP)))

    def show_beside(self, second: Article, rows: Sequence[Row]) -> None:
        """Show another text beside the article, in rows of paragraphs (blocks of each) that say the same.

        The same text with other rows stays where it is on the screen.
        """
        if self._article is None:
            return
        kept = self.page.place_kept()
        known = self._second is second
        view = self.page.spread.view if known else "both"
        first = self.page.spread.sides[0].folio
        other = self.page.spread.sides[1].folio if known else Folio(second)
        self._second = second
        self.page.spread.show([first, other], rows)
        self.page.spread.view = view
        self.page.lay_out(kept)
        self.view_changed.emit(view)

    def show_counterparts(
        self, forth: Counterpart | None, back: Counterpart | None = None, beads: Beads | None = None
    ) -> None:
        """What answers to words of the article in the text beside it, and back; and to a row by sentences."""
        self.page.mirroring.show(forth, back, beads)
        self.page.viewport().update()

    def show_alone(self) -> None:
        """Show the article without the text beside it."""
        if self._second is not None:
            self._second = None
            kept = self.page.place_kept()
            self.page.spread.view = "first"
            self.page.spread.show([self.page.spread.sides[0].folio])
            self.page.lay_out(kept if kept is None or kept[0] == 0 else None)
            self.view_changed.emit("first")

    def show_view(self, view: str) -> None:
        """``first`` (the article), ``second`` (the text beside it) or ``both``; without a second text nothing happens."""
        if self._second is not None and view != self.page.spread.view:
            self._marking.close()
            self.page.show_view(view)
            self.view_changed.emit(view)

    def finish(self) -> None:
        """Hand out what is being typed, and the place, at once: the window closes."""
        self._marking.close()
        if self._place_timer.isActive():
            self._place_timer.stop()
            self._send_place()

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._marking.close()
        self._searching.close()
        self._article = self._second = None
        self.page.show_folios([])

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Draw these highlights; lost ones have no place here."""
        self.page.show_highlights(highlights)
        self._marking.follow(highlights)

    def show_evidence(self, spans: tuple[Span, ...]) -> None:
        """Tint and underline these words, and bring the first into sight; none: show no evidence."""
        ordered = tuple(sorted(spans))
        self.page.show_evidence(ordered)
        if ordered:
            self.page.bring_into_sight(ordered[0])

    def show_place(self, offset: int) -> None:
        """Put the line of a code point at the top."""
        self.page.scroll_to(offset)

    def show_span(self, span: Span) -> None:
        """Bring words into sight."""
        self.page.bring_into_sight(span)

    def show_highlight(self, identity: int) -> None:
        """Bring a highlight into sight, and choose it."""
        found = self.page.scene.highlights.by_id(identity)
        if found:
            self.page.bring_into_sight(found.span)
            self._marking.choose(found)

    def show_paragraph(self, number: int) -> bool:
        """Bring a paragraph to the top; False where there is none of this number."""
        found = self.page.spread.sides[0].folio.numbered(number) if self.page.spread.sides else None
        if found is None:
            return False
        self.show_place(self.page.spread.sides[0].folio.starts[found])
        return True

    def points_of(self, span: Span) -> tuple[QPoint, QPoint]:
        """Where words begin and end on the page, in pixels of its viewport. Raises ValueError where they are not shown."""
        first, last = self.page.first_line(span), self.page.last_line(span)
        if first.isNull() or last.isNull():
            raise ValueError(span)
        return (
            QPoint(round(first.left()) + 1, round(first.center().y())),
            QPoint(round(last.right()), round(last.center().y())),
        )

    # what is chosen

    @property
    def article(self) -> Article | None:
        """The text that is shown."""
        return self._article

    @property
    def second(self) -> Article | None:
        """The text beside it."""
        return self._second

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
        return {name: keys[key, plain] for name, key in _NAMED.items()}

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
}
