"""The page: a text browser whose gutter, highlights and notes are drawn by us."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from reindreader.desktop.reading.notes import Column, SideNote, lay_notes, room_below
from reindreader.desktop.reading.painting import (
    Sheet,
    blocks_between,
    paint_behind,
    paint_gutter,
    paint_marks,
    paint_notes,
)
from reindreader.desktop.reading.pointing import TOP, Places
from reindreader.desktop.reading.scene import Placed, Scene
from reindreader.desktop.reading.style import GUTTER, NOTE_GAP, RIGHT_MARGIN, ReadingStyle
from reindreader.desktop.theme import Theme, ui_font

Keys = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]
_BOTTOM = 160
_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Page(Places):
    """Shows a document and a scene. Positions are those of the document."""

    highlight_opened = Signal(int)
    pointed = Signal(object)
    """The position that the mouse points at, None beside the words."""
    moved = Signal()
    """Scrolled, or laid out anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = ReadingStyle()
        self._scene = Scene()
        self._notes: tuple[SideNote, ...] = ()
        self._keys: Keys = {}
        self._copied: Callable[[], str] = str
        self._mirrored = False
        self._column = Column(GUTTER, GUTTER + self._style.column, 0)
        self._document = self.document()
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setTextInteractionFlags(_BY_MOUSE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self.selectionChanged.connect(self._take_selection)
        self.show_theme(self._theme)

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours; the document brings its own inks."""
        self._theme = theme
        palette = QPalette(theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))  # drawn by us, on the whole of the pitch
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        self.viewport().update()

    def show_document(self, document: QTextDocument, style: ReadingStyle, *, mirrored: bool = False) -> None:
        """Show another text, from its beginning. ``mirrored``: it runs from right to left."""
        self._style, self._mirrored = style, mirrored
        self._scene = Scene()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self._document = document  # Qt does not own it
        self._lay_out()

    def show_scene(self, scene: Scene) -> None:
        """Draw these highlights, this evidence and these hits."""
        noted = [p.highlight.note for p in scene.highlights] != [p.highlight.note for p in self._scene.highlights]
        placed = [(p.first, p.last) for p in scene.highlights] != [(p.first, p.last) for p in self._scene.highlights]
        self._scene = replace(scene, selection=self._scene.selection)
        if noted or placed:
            self._lay_notes()
        self.viewport().update()

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        return self._scene

    @property
    def column(self) -> Column:
        """Where the text stands on the page."""
        return self._column

    def on_keys(self, keys: Keys, copied: Callable[[], str]) -> None:
        """What single keys do while the page has the focus; and what a copy of the selection is."""
        self._keys, self._copied = keys, copied

    # caret

    @property
    def caret_shown(self) -> bool:
        """Whether there is a caret that the arrows move."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def show_caret(self, *, shown: bool) -> None:
        """Let the arrows move a caret, which begins in sight; or let them scroll."""
        if shown == self.caret_shown:
            return
        self.setTextInteractionFlags(
            _BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard if shown else _BY_MOUSE
        )
        if shown:
            self.caret_into_sight()

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew, and stay at the same words."""
        place = self.top_position() if self.verticalScrollBar().value() > 0 else 0
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
            self.scroll_to(place, margin=0)

    def _lay_out(self) -> None:
        width = self.viewport().width()
        column = max(120, min(self._style.column, width - GUTTER - RIGHT_MARGIN))
        left = width - GUTTER - column if self._mirrored else GUTTER
        self._column = Column(left, left + column, width, self._mirrored)
        shape = self.document().rootFrame().frameFormat()
        shape.setLeftMargin(left)
        shape.setRightMargin(max(0, width - left - column))
        shape.setTopMargin(TOP)
        shape.setBottomMargin(_BOTTOM)
        self.document().rootFrame().setFrameFormat(shape)
        self._lay_notes()
        self.moved.emit()

    def _lay_notes(self) -> None:
        noted = [placed for placed in self._scene.highlights if placed.highlight.note]
        self._make_room(noted if not self._column.note_width else [])
        self._notes = lay_notes(self.document(), noted, self._column, ui_font())

    def _make_room(self, noted: list[Placed]) -> None:
        """Leave room below the paragraphs whose notes have none beside them."""
        wanted: dict[int, list[Placed]] = {}
        for placed in noted:
            wanted.setdefault(self.document().findBlock(placed.last - 1).blockNumber(), []).append(placed)
        block = self.document().firstBlock()
        while block.isValid():
            own = wanted.get(block.blockNumber(), [])
            below = room_below(own, self._column, ui_font()) + NOTE_GAP if own else 0.0
            if block.blockFormat().bottomMargin() != below:
                shape = QTextBlockFormat()
                shape.setBottomMargin(below)
                QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what stands behind the words, the words, and what stands beside them."""
        sheet = self._sheet()
        offset = QPointF(0, -self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("paper"))  # a style sheet may hold on to an old palette
        painter.translate(offset)
        paint_behind(painter, sheet, self._scene)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(offset)
        paint_gutter(painter, sheet, self._scene)
        paint_notes(painter, sheet, self._notes)
        painter.resetTransform()
        paint_marks(painter, sheet, self._scene, QRectF(self.viewport().rect()))
        painter.end()

    def _sheet(self) -> Sheet:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        start = self.cursorForPosition(self.corner()).block()
        before = start.previous() if start.previous().isValid() else start
        blocks = blocks_between(self.document(), before, bottom)
        return Sheet(self.document(), self._column, self._theme, top, bottom, blocks)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is for; the rest is the text browser's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._keys.get((Qt.Key(event.key()), modifiers))
        if action is not None:
            action()
            event.accept()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and Qt.Key(event.key()) in _ARROWS:
            self.show_caret(shown=True)
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text() and modifiers in {_NO_KEYS, Qt.KeyboardModifier.ShiftModifier}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        super().mouseMoveEvent(event)
        note = self._note_at(event.position())
        if note is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            if not note.whole:
                QToolTip.showText(event.globalPosition().toPoint(), note.placed.highlight.note, self)
        if not event.buttons():
            self.pointed.emit(self._position_under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a highlight or note that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        note = self._note_at(event.position())
        under = self._position_under(event.position())
        placed = note.placed if note else self._scene.at(under) if under is not None else None
        if placed is not None and placed.highlight.id is not None:
            self.highlight_opened.emit(placed.highlight.id)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words of the article, as it has them."""
        data = QMimeData()
        data.setText(self._copied())
        return data

    def _take_selection(self) -> None:
        cursor = self.textCursor()
        selection = (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None
        self._scene = replace(self._scene, selection=selection)
        self.viewport().update()

    def _note_at(self, point: QPointF) -> SideNote | None:
        below = point + QPointF(0, self.verticalScrollBar().value())
        return next((note for note in self._notes if note.area.contains(below)), None)

    def _position_under(self, point: QPointF) -> int | None:
        position = (
            self.document()
            .documentLayout()
            .hitTest(point + QPointF(0, self.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit)
        )
        return position if position >= 0 else None
