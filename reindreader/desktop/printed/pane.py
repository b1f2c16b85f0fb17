"""The printed pages of an article, to read, search and mark: the same highlights as in its text.

``show_…`` in, signals out, places in code points of the article, as the reading pane has them.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reindreader.anchoring.printed import PrintedText
from reindreader.desktop.printed.bar import PageBar
from reindreader.desktop.printed.hand import Hand
from reindreader.desktop.printed.layout import Zoom
from reindreader.desktop.printed.marking import PageMarking
from reindreader.desktop.printed.press import Press
from reindreader.desktop.printed.searching import PageSearching
from reindreader.desktop.printed.side import SidePanel
from reindreader.desktop.printed.steering import PageSteering
from reindreader.desktop.printed.view import PageView
from reindreader.desktop.theme import Theme
from reindreader.desktop.way import Place
from reindreader.errors import UnreadableFileError
from reindreader.model.articles import Article
from reindreader.model.highlights import Highlight, Quote
from reindreader.model.text import Span
from reindreader.pages.values import Letters, PageLink, PrintedDocument
from reindreader.workflows.wording import _, error_sentence

_SIDE_ROOM = 640
"""The list beside the pages opens by itself only where this much is left."""


class PrintedPane(QWidget):
    """Shows one file. Its parent connects the signals; a stored highlight is named by its id."""

    highlight_wanted = Signal(object, object)
    """(Span, Colour)."""
    colour_changed = Signal(int, object)
    note_changed = Signal(int, str)
    tags_changed = Signal(int, object)
    highlight_removed = Signal(int)
    quotation_wanted = Signal(object)
    """A Span, or the id of a highlight."""
    selection_changed = Signal(object)
    evidence_pointed = Signal(object)
    place_changed = Signal(int)
    """The code point that begins the page in sight."""
    link_opened = Signal(str)
    save_wanted = Signal()
    password_wanted = Signal()
    """The file is encrypted: it waits for ``show_file`` with a password."""
    shown = Signal()
    """The first page in sight is drawn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._wanted: Span | None = None
        self._waiting, self._name = False, ""
        self.press = Press(self)
        self.view = PageView(theme, self.press)
        self.hand = Hand(self.view)
        self.bar, self.side = PageBar(theme), SidePanel(theme, self.press)
        self._sentence, self._note = QLabel(), QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self.marking = PageMarking(self, self.view, self.hand, theme)
        self.searching = PageSearching(self, theme)
        self.steering = PageSteering(self)
        self._keys = self.steering.keys()
        self._connect()

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        for part in (self.view, self.bar, self.side, self.marking, self.searching):
            part.show_theme(theme)

    def show_file(self, path: Path, name: str, password: str | None = None) -> None:
        """Show a file's pages, from the first; its text may come later. ``name``: what people call it."""
        self._name = name
        self.marking.close()
        self._article, self._wanted, self._waiting = None, None, True
        self.hand.follow(None)
        self._stack.setCurrentIndex(0)
        self.view.show_document(None)
        self.press.open(path, password)

    def show_article(self, article: Article | None) -> None:
        """The text of the file that is shown, with the places of its words: now they can be selected and marked."""
        self._article = article
        text = PrintedText(article.text, article.pages) if article is not None else None
        self.view.show_scene(replace(self.view.scene, text=text))
        self.hand.follow(article)
        self.view.supply.forget_letters()
        self._show_labels()
        if article is not None and self._wanted is not None:
            self._show_wanted(self._wanted)

    def show_note(self, words: str) -> None:
        """Say above the pages what is special about them; "" for nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Draw these highlights."""
        self.view.show_scene(replace(self.view.scene, highlights=highlights))
        self.marking.follow(highlights)

    def show_evidence(self, spans: tuple[Span, ...]) -> None:
        """Tint these words, and bring the first into sight; none: show no evidence."""
        self.view.show_scene(replace(self.view.scene, evidence=spans))
        if spans:
            self.show_span(spans[0])

    def show_span(self, span: Span) -> None:
        """Bring words into sight; as soon as the pages are there."""
        text = self.view.scene.text
        self._wanted = span if text is None or not self.view.layout_shown.sizes else None
        boxes = text.boxes(span) if text and self._wanted is None else {}
        if boxes:
            self.steering.jump(partial(self.view.show_boxes, min(boxes), boxes[min(boxes)]))

    def show_place(self, offset: int) -> None:
        """Bring the page of a code point to the top, unless it is in sight; as soon as the pages are there."""
        text = self.view.scene.text
        if text is None or not self.view.layout_shown.sizes:
            self._wanted = Span(offset, offset)
            return
        page = text.page_at(offset)
        if page is not None and page != self.view.page:
            self.view.show_page(page)

    def show_again(self, place: Place) -> None:
        """Go back to a place that was jumped from."""
        _pages, page, share = place
        self.view.show_place(page, share)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_highlight(self, identity: int) -> None:
        """Bring a highlight into sight, and choose it."""
        found = self.view.scene.by_id(identity)
        if found is not None and found.quote.position is not None:
            self.show_span(found.quote.position)
            self.marking.choose(identity)

    def show_nothing(self) -> None:
        """Let go of the file."""
        self.marking.close()
        self._article = None
        self.hand.follow(None)
        self.view.show_document(None)

    def zoom(self, steps: int) -> None:
        """Larger or smaller; 0: as wide as the window."""
        layout = self.view.layout_shown
        self.view.show_zoom(layout.zoom.stepped(steps, layout.factor) if steps else Zoom())

    def finish(self) -> None:
        """Hand out what is being typed, and end the worker: the window closes."""
        self.marking.close()
        self.press.close()

    @property
    def article(self) -> Article | None:
        """The text below the words."""
        return self._article

    @property
    def selection(self) -> Span | None:
        """The selected words."""
        return self.hand.selection

    def selected_words(self) -> str:
        """The selected words as the text has them."""
        return self.selection.slice(self._article.text) if self.selection and self._article else ""

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        if words := self.selected_words():
            QGuiApplication.clipboard().setText(words)

    def chosen_quote(self) -> Quote | None:
        """The words that a quotation is taken from: those selected, else those of the chosen highlight."""
        if self.selection is not None and self._article is not None:
            return Quote(self.selected_words(), position=self.selection)
        found = self.view.scene.by_id(self.view.scene.chosen)
        return found.quote if found else None

    # inside

    def _lay_out(self) -> None:
        self._sentence.setProperty("role", "sentence")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._note.setProperty("role", "sentence")
        self._note.setProperty("surface", "panel")
        self._note.setContentsMargins(20, 8, 20, 8)
        self._note.setWordWrap(True)
        self._note.hide()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._sentence)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._note)
        rows.addLayout(across, 1)
        self.side.hide()
        self.view.setAccessibleName(_("Pages as printed"))

    def _connect(self) -> None:
        bar, view, press = self.bar, self.view, self.press
        press.opened.connect(self._take_document)
        press.refused.connect(self._take_refusal)
        press.outlined.connect(self.side.show_outline)
        press.read.connect(self._take_letters)
        press.drawn.connect(self._take_first)
        view.page_changed.connect(self.take_page)
        view.zoomed.connect(bar.show_zoom)
        bar.zoom_wanted.connect(self.zoom)
        bar.side_wanted.connect(self.side.setVisible)
        bar.find_wanted.connect(lambda _: self.searching.open())
        bar.save_wanted.connect(lambda _: self.save_wanted.emit())
        self.side.hit_wanted.connect(self.searching.show)
        self.hand.selection_changed.connect(self.selection_changed)
        self.hand.pointed.connect(self.evidence_pointed)

    def _take_document(self, document: PrintedDocument) -> None:
        scene = self.view.scene
        self.view.show_document(document)
        self.view.show_scene(scene)
        self.side.thumbnails.show_document(document)
        self._show_labels()
        if self._wanted is not None:
            self._show_wanted(self._wanted)

    def _show_labels(self) -> None:
        count = len(self.view.layout_shown.sizes)
        self.side.thumbnails.show_labels([self.view.label(page) for page in range(count)])
        if count:
            self.bar.show_page(self.view.label(self.view.page), self.view.page, count)

    def _show_wanted(self, span: Span) -> None:
        if len(span):
            self.show_span(span)
        else:
            self.show_place(span.start)

    def _take_refusal(self, reason: str) -> None:
        self._sentence.setText(error_sentence(UnreadableFileError(Path(self._name), reason)))
        self._stack.setCurrentIndex(1)
        if reason == "encrypted":
            self.password_wanted.emit()

    def _take_letters(self, page: int, letters: tuple[Letters, ...], links: tuple[PageLink, ...]) -> None:
        if self.view.scene.text is not None:
            self.view.scene.text.know(page, letters)
        self.hand.know_links(page, links)
        self.view.supply.take_letters(page)

    def _take_first(self) -> None:
        if self._waiting:
            self._waiting = False
            self.shown.emit()

    def take_page(self, page: int) -> None:
        """Say everywhere that another page is in sight."""
        self.bar.show_page(self.view.label(page), page, len(self.view.layout_shown.sizes))
        self.side.thumbnails.show_page(page)
        text = self.view.scene.text
        if text is not None and page < len(text):
            self.place_changed.emit(text.span_of(page).start)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, as in the text."""
        action = self._keys.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if action is not None:
            action()
            event.accept()
        else:
            super().keyPressEvent(event)

    def escape(self) -> None:
        """Leave what was begun last."""
        if self.marking.close():
            return
        if self.selection is not None:
            self.hand.select(None)
        elif self.searching.is_open:
            self.searching.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The find bar stays at its corner."""
        super().resizeEvent(event)
        self.searching.place()
