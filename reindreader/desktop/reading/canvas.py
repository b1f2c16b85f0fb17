"""The page: one widget that sets and draws only what is in sight, in one column or two."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reindreader.desktop.reading.caret import Caret, Moving, move_of
from reindreader.desktop.reading.columns import Column
from reindreader.desktop.reading.drawing import Drawing
from reindreader.desktop.reading.folio import Folio
from reindreader.desktop.reading.mirroring import Mirroring
from reindreader.desktop.reading.pairing import Pairing
from reindreader.desktop.reading.places import TOP
from reindreader.desktop.reading.pointing import Pointer
from reindreader.desktop.reading.rows import Row
from reindreader.desktop.reading.scene import Hits, Scene
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.reading.touching import Touching
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Highlight
from reindreader.model.text import Span

Keys = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Canvas(Touching):
    """Shows one or two texts. Places are code points; of the article (side 0) where no side is given."""

    highlight_opened = Signal(int)
    selectionChanged = Signal()  # noqa: N815  as Qt's own text widgets name it
    rows_changed = Signal(object)
    """The rows as the user wants them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.theme = theme
        self.caret = Caret()
        super().__init__(theme, parent)
        self._keys: Keys = {}
        self._copied: Callable[[], str] = str
        self._nothing = Scene()
        self.moving = Moving(self, self.caret)
        self.mirroring = Mirroring()
        self.drawing = Drawing(self)
        self.pairing = Pairing(self)
        self._pointer = Pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.moved.connect(self.drawing.follow)

    # what is shown

    def show_folios(self, folios: Sequence[Folio], rows: Sequence[Row] = ()) -> None:
        """Show other texts, from their beginning; what is drawn around words of texts that stay, stays."""
        self.caret.side = self.caret.anchor = self.caret.at = 0
        self.spread.show(folios, rows)
        self.spread.view = "both" if len(folios) > 1 else "first"
        self.lay_out((0, 0, float(TOP)))
        if self.spread.sides and len(self.spread.sides[0].folio):
            self.caret.at = self.caret.anchor = self.spread.sides[0].folio.starts[0]
        self.drawing.mark_later()
        self.selectionChanged.emit()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.theme = theme
        self.ribbon.show_theme(theme)
        self.drawing.mark_later()
        self.spread.restyle(theme=theme)
        self.lay_out()

    def show_style(self, style: ReadingStyle) -> None:
        """Set the texts otherwise; the same words stay at the top."""
        self.spread.restyle(style=style)
        self.lay_out()

    def show_view(self, view: str) -> None:
        """``first``, ``second`` or ``both`` texts."""
        if view != self.spread.view and len(self.spread.sides) > 1:
            kept = self.place_kept()
            self.spread.view = view
            hidden = {"first": 1, "second": 0}.get(view)
            self.lay_out(None if kept is None or kept[0] == hidden else kept)
            if hidden == self.caret.side:
                self.put_caret(1 - hidden, self.top_offset(1 - hidden))

    def show_locked(self, *, locked: bool) -> None:
        """Scroll two texts in rows, or each for itself."""
        if locked != self.spread.locked:
            kept = self.place_kept()
            self.spread.locked = locked
            self.lay_out(kept)

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Draw these highlights on the article."""
        scene = self.scene
        before, scene.highlights = scene.highlights, scene.highlights.with_new(highlights)
        self.show_changes(before)
        self.drawing.mark_later()

    def show_evidence(self, spans: tuple[Span, ...]) -> None:
        """Tint and underline these words; none: show no evidence."""
        self.scene.evidence = spans
        self.viewport().update()

    def show_hits(self, hits: Hits, current: int, side: int = 0) -> None:
        """Draw what was found in a text, and which of it is shown."""
        for own in self.spread.sides:
            mine = own.number == side
            own.scene.hits, own.scene.current = (hits, current) if mine else (Hits(), -1)
        self.viewport().update()
        self.drawing.mark_later()

    def show_chosen(self, identity: int | None) -> None:
        """Frame the bar of a highlight."""
        self.scene.chosen = identity
        self.viewport().update()

    def show_lit(self, offset: int | None) -> None:
        """Dim all paragraphs but the one of a code point; None: dim nothing."""
        self.drawing.lit = offset
        self.viewport().update()

    @property
    def scene(self) -> Scene:
        """What is drawn around the words of the article."""
        return self.spread.sides[0].scene if self.spread.sides else self._nothing

    @property
    def column(self) -> Column:
        """Where the article stands on the page."""
        return self.spread.sides[0].column

    def on_keys(self, keys: Keys, copied: Callable[[], str]) -> None:
        """What single keys do while the page has the focus; and what a copy of the selection is."""
        self._keys, self._copied = keys, copied

    # selection and caret

    @property
    def selection(self) -> Span | None:
        """What is selected, in the text of ``caret.side``."""
        return self.caret.span

    def select(self, span: Span, side: int = 0, *, backwards: bool = False) -> None:
        """Select words."""
        self.caret.side = side
        self.caret.anchor, self.caret.at = (span.end, span.start) if backwards else (span.start, span.end)
        self.caret.before, self.caret.x = not backwards, None
        self._take_selection()

    def put_caret(self, side: int, offset: int, *, before: bool = False, selects: bool = False) -> None:
        """Put the caret before a code point; stretch the selection to there, or drop it."""
        self.caret.side, self.caret.at, self.caret.before, self.caret.x = side, offset, before, None
        if not selects:
            self.caret.anchor = offset
        self._take_selection()

    def _take_selection(self) -> None:
        for side in self.spread.sides:
            side.scene.selection = self.caret.span if side.number == self.caret.side else None
        self.selectionChanged.emit()
        self.drawing.start_caret()

    @property
    def caret_shown(self) -> bool:
        """Whether there is a caret that the arrows move."""
        return self.caret.shown

    def show_caret(self, *, shown: bool) -> None:
        """Let the arrows move a caret, which begins in sight; or let them scroll."""
        self.caret.shown = shown
        box = self.moving.rectangle() if self.spread.sides else None
        if (
            shown
            and box is not None
            and self.caret.span is None
            and not self.viewport().rect().intersects(box.toRect())
        ):
            side = self.spread.in_view[0].number
            self.put_caret(side, self.top_offset(side))
        self.drawing.start_caret()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, also the address of a link."""
        self._pointer.menu(event)

    def select_all(self) -> None:
        """Select all of the text that the caret is in."""
        if self.spread.sides:
            folio = self.spread.sides[self.caret.side].folio
            self.select(Span(folio.starts[0], folio.ends[-1]), self.caret.side)

    def copied(self) -> str:
        """The selected words, as they are copied."""
        return self._copied()

    def copy(self) -> None:
        """Copy the selected words."""
        words = self._copied()
        if words:
            QGuiApplication.clipboard().setText(words)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is for; arrows move the caret, or scroll."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._keys.get((Qt.Key(event.key()), modifiers))
        move = move_of(event)
        if action is not None:
            action()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif move is not None and self.spread.sides and (self.caret.shown or move[1]):
            self._move(*move)
        elif move is not None:
            self._scroll(move[0])
        else:
            event.ignore()
            return
        event.accept()

    def _move(self, name: str, selects: bool) -> None:
        self.show_caret(shown=True)
        self.moving.move(name, selects=selects)
        self._take_selection()
        self.moving.into_sight()

    def _scroll(self, name: str) -> None:
        bar, pitch = self.verticalScrollBar(), self.spread.style.pitch
        page = int(self.spread.height) - 2 * pitch
        by = {"up": -pitch, "down": pitch, "page-up": -page, "page-down": page}.get(name)
        if by is not None:
            bar.setValue(bar.value() + by)
        elif name in {"start", "line-start"}:
            bar.setValue(0)
        elif name in {"end", "line-end"}:
            bar.setValue(bar.maximum())
            bar.setValue(bar.maximum())  # the end was set only now

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        self.drawing.paint(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret blinks."""
        super().focusInEvent(event)
        self.drawing.start_caret()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; of two texts that scroll for themselves the one below the mouse."""
        if len(self.spread.flows) > 1:
            self.spread.active = int(event.position().x() >= self.spread.sides[1].column.left - 40)
            self.settle()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See ``pointing``."""
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See ``pointing``."""
        self._pointer.double(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See ``pointing``."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See ``pointing``."""
        self._pointer.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._pointer.leave()
