"""One fact of the card: painted, pressed for its evidence, edited in place."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.card.editor import FactEditor
from reindreader.desktop.card.fact_parts import FactPlaces, place_fact, place_link
from reindreader.desktop.card.marks import Marks
from reindreader.desktop.card.words import fact_spoken
from reindreader.desktop.theme import Theme
from reindreader.model.claims import Certainty
from reindreader.workflows.facts import Fact
from reindreader.workflows.wording import _

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FactRow(QAbstractButton):
    """A row. Click and Enter ask for the evidence, double click and F2 open the editor, Y confirms, Del takes that back."""

    evidence_wanted = Signal(object)
    edited = Signal(str, str)
    revert_wanted = Signal(str)
    swap_wanted = Signal(str, int)
    """The field, and which of its people."""
    confirm_wanted = Signal(str)
    step_wanted = Signal(int, int)
    """An arrow key: by how many columns and rows."""
    height_changed = Signal()

    def __init__(self, fact: Fact, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        self._theme, self._marks = theme, Marks(theme)
        self._labels = 0
        self._lit = False
        self._error = ""
        self._placed: tuple[int, FactPlaces] | None = None
        self._editor: FactEditor | None = None
        self._buttons: list[QPushButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._press)
        self.show_fact(fact)

    @property
    def fact(self) -> Fact:
        """The fact that is shown."""
        return self._fact

    @property
    def editing(self) -> bool:
        """Whether its editor is open."""
        return self._editor is not None

    def show_fact(self, fact: Fact, place: str = "") -> None:
        """Show a fact. ``place``: where its evidence stands, in words."""
        self._fact = fact
        self.setAccessibleName(fact_spoken(fact, place))
        self.setToolTip(fact.value if fact.value.startswith("http") else "")
        self.setAccessibleDescription(_("Enter shows the evidence, F2 edits."))
        self._make_buttons()
        self._place()

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme, self._marks = theme, Marks(theme)
        self._make_buttons()
        self._place()

    def show_labels(self, width: int) -> None:
        """Set label, value and certainty on one line, the label in a column of this width; 0: the value below."""
        if width != self._labels:
            self._labels = width
            self._place()

    def show_lit(self, lit: bool) -> None:
        """Tint the row: its evidence is being shown."""
        self._lit = lit
        self.update()

    def show_error(self, sentence: str, words: str) -> None:
        """Open the editor again with words that were refused, and say why beneath them."""
        self.edit(words)
        self._error = sentence
        if self._editor:
            self._editor.show_invalid(sentence)
        self._place()

    def edit(self, words: str | None = None) -> None:
        """Open the editor."""
        if self._editor is None:
            self._editor = FactEditor(self._fact.label, self)
            self._editor.committed.connect(self._commit)
            self._editor.left.connect(self.leave)
        self._editor.setText(self._fact.edit_text if words is None else words)
        self._editor.selectAll()
        self._editor.show()
        self._place()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the editor; what was typed is given up."""
        editor, self._editor = self._editor, None
        self._error = ""
        if editor is not None:
            self._place()
            editor.put_away(self)

    def heightForWidth(self, width: int) -> int:
        """Qt: how high the row is."""
        return self._places(width).height

    def sizeHint(self) -> QSize:
        """Qt: at its present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the parts move along."""
        super().resizeEvent(event)
        self._place_children()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: tint, words and mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._places(self.width()).draw(painter, self._theme, self._marks, self._fact.certainty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter, F2, Del and the arrows."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        elif key == Qt.Key.Key_F2:
            self.edit()
        elif key == Qt.Key.Key_Y and self._fact.unsure:
            self.confirm_wanted.emit(self._fact.field)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._changed:
            self.revert_wanted.emit(self._fact.field)
        elif key in _STEPS:
            self.step_wanted.emit(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: edit in place."""
        self.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the same by menu."""
        self._show_menu(event.globalPos())

    @property
    def _changed(self) -> bool:
        return self._fact.certainty is Certainty.USER or self._fact.found is not None

    @property
    def _has_evidence(self) -> bool:
        return bool(self._fact.spans or self._fact.place)

    def _press(self) -> None:
        if self._fact.value or self._has_evidence:
            self.evidence_wanted.emit(self._fact)
        else:
            self.edit()  # where nothing is stated there is nothing to show, but something to fill in

    def _commit(self, words: str) -> None:
        self.leave()
        if words != self._fact.edit_text:
            self.edited.emit(self._fact.field, words)

    def _places(self, width: int) -> FactPlaces:
        if self._placed is None or self._placed[0] != width:
            places = place_fact(self._fact, width, labels=self._labels, editing=self.editing, error=self._error)
            self._placed = width, places
        return self._placed[1]

    def _place(self) -> None:
        self._placed = None
        self._place_children()
        self.updateGeometry()
        self.height_changed.emit()
        self.update()

    def _place_children(self) -> None:
        places = self._places(self.width())
        if self._editor:
            self._editor.setGeometry(places.value)
        for button in self._buttons:
            button.setVisible(not self.editing)
        for button, rect in zip(self._buttons, places.buttons, strict=False):
            place_link(button, rect)

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._swap_button(*guess) for guess in self._fact.guesses]
        self._buttons += [self._take_button(value) for value in self._fact.conflict]

    def _swap_button(self, place: int, name: str) -> QPushButton:
        button = self._button(_("Swap"), _("Swap family name and given name of {name}").format(name=name))
        button.setToolTip(_("Which is the family name is a guess. Swap the two"))
        button.clicked.connect(lambda: self.swap_wanted.emit(self._fact.field, place))
        return button

    def _take_button(self, value: str) -> QPushButton:
        button = self._button(_("Take"), _("Take {value}").format(value=value))
        button.clicked.connect(lambda: self.edited.emit(self._fact.field, value))
        return button

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "link")
        button.setProperty("size", "row")
        button.setAccessibleName(name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.show()
        return button

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect())
        token = "select" if self._lit else "hover" if self.underMouse() and not self.editing else None
        painter.setPen(Qt.PenStyle.NoPen)
        if token:
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(ground, look.ROW_CORNER, look.ROW_CORNER)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        evidence = menu.addAction(_("Show the evidence"), lambda: self.evidence_wanted.emit(self._fact))
        evidence.setEnabled(self._has_evidence)
        menu.addAction(_("Edit"), self.edit)
        right = menu.addAction(_("It is right (Y)"), lambda: self.confirm_wanted.emit(self._fact.field))
        right.setEnabled(self._fact.unsure)
        back = menu.addAction(_("Back to what the text says"), lambda: self.revert_wanted.emit(self._fact.field))
        back.setEnabled(self._changed)
        menu.popup(place)
