"""The reading pane: an article to read, its highlights, the evidence of its facts, find.

``show_…`` in, signals out, all places in code points of the article: what draws the page behind it can be exchanged.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reindreader.desktop.fonts import is_right_to_left
from reindreader.desktop.positions import Positions
from reindreader.desktop.reading.marking import Actions, Marking
from reindreader.desktop.reading.page import Page
from reindreader.desktop.reading.pointing import TOP
from reindreader.desktop.reading.scene import Placed, Range, placed, ranges
from reindreader.desktop.reading.searching import Searching
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.reading.typesetting import Typeset
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
    scrolled = Signal(bool)
    """Whether the text has been scrolled away from its beginning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, ReadingStyle()
        self._article: Article | None = None
        self._byline = ""
        self._positions = Positions(())
        self._highlights: tuple[Highlight, ...] = ()
        self._evidence: tuple[Span, ...] = ()
        self.page = Page(theme, self)
        self.page.setAccessibleName(_("Article"))
        self.setFocusProxy(self.page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.page)
        self._marking = Marking(self, theme)
        self._searching = Searching(self, theme)
        self._place_timer = QTimer(self, singleShot=True, interval=_PLACE_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.on_keys(self._marking.keys() | self._keys(), self.selected_words)
        page.moved.connect(self._take_move)
        page.pointed.connect(lambda at: self.evidence_pointed.emit(None if at is None else self._positions.offset(at)))
        page.anchorClicked.connect(lambda url: self.link_opened.emit(url.toString()))
        page.selectionChanged.connect(lambda: self.selection_changed.emit(self.selection))
        self._place_timer.timeout.connect(self._send_place)

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Set the text in the theme's colours."""
        self._theme = theme
        self.page.show_theme(theme)
        self._marking.show_theme(theme)
        self._searching.show_theme(theme)
        self._set()

    def show_style(self, style: ReadingStyle) -> None:
        """Set the text larger, smaller, wider, narrower; the same words stay at the top."""
        if style != self._style:
            self._style = style
            self._set()

    @property
    def style_shown(self) -> ReadingStyle:
        """How the text is set."""
        return self._style

    def show_article(self, article: Article, *, byline: str = "", place: int = 0) -> None:
        """Show a text from ``place`` on; ``byline``: what stands below the title where the text has no line of its own.

        Highlights, evidence and hits of the text before it are gone.
        """
        self._marking.close()
        self._article, self._byline = article, byline
        self._highlights, self._evidence = (), ()
        self._set(place=place)
        self.close_find()

    def show_byline(self, byline: str) -> None:
        """Show another line below the title; the same words stay in sight."""
        if byline != self._byline:
            self._byline = byline
            self._set()

    def finish(self) -> None:
        """Hand out what is being typed, and the place, at once: the window closes."""
        self._marking.close()
        if self._place_timer.isActive():
            self._place_timer.stop()
            self._send_place()

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._marking.close()
        self._article, self._positions = None, Positions(())
        self._highlights, self._evidence = (), ()
        self.page.clear()

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Draw these highlights; lost ones have no place here."""
        self._highlights = highlights
        self._show_scene()
        self._marking.follow(highlights)

    def show_evidence(self, spans: tuple[Span, ...]) -> None:
        """Tint and underline these words, and bring the first into sight; none: show no evidence."""
        self._evidence = tuple(sorted(spans))
        self._show_scene()
        where = ranges(self._evidence, self._positions)
        if where:
            self.page.bring_into_sight(where[0])

    def show_place(self, offset: int) -> None:
        """Put the line of a code point at the top."""
        position = self._positions.position(offset)
        if position is not None:
            self.page.scroll_to(position)

    def show_span(self, span: Span) -> None:
        """Bring words into sight."""
        where = self._positions.range(span)
        if where:
            self.page.bring_into_sight(where)

    def show_highlight(self, identity: int) -> None:
        """Bring a highlight into sight, and choose it."""
        found = self.page.scene.by_id(identity)
        if found:
            self.page.bring_into_sight((found.first, found.last))
            self._marking.choose(found)

    def show_paragraph(self, number: int) -> bool:
        """Bring a paragraph to the top; False where there is none of this number."""
        if self._article is None or not 1 <= number <= len(self._article.numbers):
            return False
        self.show_place(self._article.numbers.span(number).start)
        return True

    def points_of(self, span: Span) -> tuple[QPoint, QPoint]:
        """Where words begin and end on the page, in pixels of its viewport. Raises ValueError where they are not shown."""
        where = self._positions.range(span)
        if where is None:
            raise ValueError(span)
        first, last = self.page.first_line(where), self.page.last_line(where)
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
    def selection(self) -> Span | None:
        """The selected words without white space around them."""
        cursor = self.page.textCursor()
        span = self._positions.span(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None
        if span is None or self._article is None:
            return None
        words = span.slice(self._article.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.end - (len(words) - len(words.rstrip())))) if words.strip() else None

    def selected_words(self) -> str:
        """The selected words as the article has them, without soft hyphens."""
        span = self.selection
        return span.slice(self._article.text).replace("\u00ad", "") if span and self._article else ""

    def select(self, span: Span) -> None:
        """Select words."""
        where = self._positions.range(span)
        if where:
            cursor = self.page.textCursor()
            cursor.setPosition(where[0])
            cursor.setPosition(where[1], QTextCursor.MoveMode.KeepAnchor)
            self.page.setTextCursor(cursor)

    def place_words(self, span: Span) -> str:
        """Where words stand: ``¶ 4``, ``¶ 4–5``, "" outside the body."""
        touched = self._article.numbers.of(span) if self._article else None
        if touched is None:
            return ""
        return f"¶ {touched[0]}" if touched[0] == touched[1] else f"¶ {touched[0]}–{touched[1]}"

    def mark(self, colour: Colour) -> None:
        """Highlight the selected words, or give the chosen highlight this colour."""
        self._marking.mark(colour)

    def actions_by_name(self) -> dict[str, Callable[[], object]]:
        """What menus can ask for, by the names of their commands."""
        plain = Qt.KeyboardModifier.NoModifier
        named = {
            "note": Qt.Key.Key_M,
            "remove": Qt.Key.Key_Delete,
            "next_highlight": Qt.Key.Key_N,
            "previous_highlight": Qt.Key.Key_P,
            "next_paragraph": Qt.Key.Key_J,
            "previous_paragraph": Qt.Key.Key_K,
            "fact": Qt.Key.Key_E,
            "caret": Qt.Key.Key_F7,
        }
        keys = self._marking.keys() | self._keys()
        return {name: keys[key, plain] for name, key in named.items()}

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

    def ranges(self, spans: tuple[Span, ...]) -> tuple[Range, ...]:
        """The spans that are shown, as ranges of the document."""
        return ranges(spans, self._positions)

    def top_offset(self) -> int:
        """The code point at the top of what is in sight."""
        return self._positions.offset(self.page.top_position()) or 0

    def chosen(self) -> Placed | None:
        """The highlight that a click, N or P chose."""
        return self.page.scene.by_id(self.page.scene.chosen)

    # inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self._searching.place()
        self._marking.place()

    def _keys(self) -> Actions:
        plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        return {
            (Qt.Key.Key_Space, plain): partial(self._turn, 1),
            (Qt.Key.Key_Space, shift): partial(self._turn, -1),
            (Qt.Key.Key_J, plain): partial(self._go_paragraph, 1),
            (Qt.Key.Key_K, plain): partial(self._go_paragraph, -1),
            (Qt.Key.Key_F7, plain): self._toggle_caret,
            (Qt.Key.Key_E, plain): self._want_fact,
            (Qt.Key.Key_Escape, plain): self._escape,
        }

    def _set(self, place: int | None = None) -> None:
        if self._article is None:
            return
        place = self._positions.offset(self.page.top_position()) if place is None else place
        typeset = Typeset(self._article, self._style, self._theme, self._byline)
        self._positions = typeset.fill()
        mirrored = is_right_to_left(self._article.language)
        self.page.show_document(typeset.document, self._style, mirrored=mirrored)
        self._show_scene()
        position = self._positions.position(place or 0)
        at_start = not place or place <= self._article.blocks[0].span.end if self._article.blocks else True
        self.page.scroll_to(0 if at_start or position is None else position)

    def _show_scene(self) -> None:
        scene = replace(
            self.page.scene,
            highlights=placed(self._highlights, self._positions),
            evidence=ranges(self._evidence, self._positions),
            hits=ranges(self._searching.hits, self._positions),
        )
        self.page.show_scene(scene)

    def _take_move(self) -> None:
        self.scrolled.emit(self.page.verticalScrollBar().value() > 0)
        self._marking.place()
        self._place_timer.start()

    def _send_place(self) -> None:
        offset = self._positions.offset(self.page.top_position())
        if self._article is not None and offset is not None:
            self.place_changed.emit(offset, self.page.fraction())

    def _turn(self, step: int) -> None:
        bar = self.page.verticalScrollBar()
        bar.setValue(bar.value() + step * (self.page.viewport().height() - 2 * self._style.pitch))

    def _go_paragraph(self, step: int) -> None:
        if self._article is None:
            return
        tops = {
            block.span.start: self.page.top_of(where[0])
            for block in self._article.blocks
            if (where := self._positions.range(block.span))
        }
        later = [start for start, top in tops.items() if top > TOP + 1]
        earlier = [start for start, top in tops.items() if top < TOP - 1]
        wanted = later[:1] if step > 0 else earlier[-1:]
        if wanted:
            self.show_place(wanted[0])

    def _toggle_caret(self) -> None:
        self.page.show_caret(shown=not self.page.caret_shown)

    def _want_fact(self) -> None:
        first = self._evidence[0].start if self._evidence else None
        span = self.selection
        self.fact_wanted.emit(span.start if span else first)

    def _escape(self) -> None:
        if self._marking.close():
            return
        if self.page.textCursor().hasSelection():
            self._marking.drop_selection()
        elif self._searching.is_open:
            self.close_find()
        elif self.page.caret_shown:
            self.page.show_caret(shown=False)
        elif self._evidence:
            self.show_evidence(())
            self.evidence_left.emit()
