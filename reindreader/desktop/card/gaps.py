"""The line that names what nobody stated, and the way to state it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.card.editor import FactEditor
from reindreader.desktop.card.fact_parts import PAD_X, editor_height, place_link, row_button_height
from reindreader.desktop.card.paragraph import Paragraph
from reindreader.desktop.card.words import gaps_sentence
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.wording import _

_LINK = 44
_PAD = 4


class GapLine(QWidget):
    """``Not stated: place, web address   Add``. Add asks which, and opens a line for it."""

    added = Signal(str, str)
    height_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gaps: tuple[tuple[str, str], ...] = ()
        self._field, self._label = "", ""
        self._editor: FactEditor | None = None
        self._error = ""
        self._add = QPushButton(_("Add"), self)
        self._add.setProperty("role", "link")
        self._add.setProperty("size", "row")
        self._add.clicked.connect(self._ask_which)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_gaps(self, gaps: Sequence[tuple[str, str]]) -> None:
        """Name these facts, (field, label) each."""
        self._gaps = tuple(gaps)
        self._add.setAccessibleName(_("Add: {facts}").format(facts=self._names()))
        self.setVisible(bool(gaps))
        self._place()

    def show_error(self, field: str, words: str, sentence: str) -> bool:
        """Open the line again with words that were refused. False where the field is no gap."""
        label = dict(self._gaps).get(field)
        if label is None:
            return False
        self._edit(field, label, words)
        self._error = sentence
        if self._editor:
            self._editor.show_invalid(sentence)
        self._place()
        return True

    def leave(self) -> None:
        """Close the editor; what was typed is given up."""
        editor, self._editor = self._editor, None
        self._error = ""
        if editor is not None:
            self._place()
            editor.put_away(self._add)

    def heightForWidth(self, width: int) -> int:
        """Qt: how high the line is, with its editor."""
        below = editor_height() + 4 + scaled(look.LABEL_LINE) if self._editor else 0
        return 2 * _PAD + self._sentence().height(self._room(width)) + below + self._error_height(width)

    def sizeHint(self) -> QSize:
        """Qt: at its present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the parts move along."""
        super().resizeEvent(event)
        self._place_children()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the sentence; the label above the editor; why words were refused."""
        painter = QPainter(self)
        sentence, room = self._sentence(), self._room(self.width())
        sentence.draw(painter, PAD_X, _PAD, room, self._theme.colour("quiet"))
        if self._editor:
            pitch = scaled(look.LABEL_LINE)
            label = Paragraph(self._label.capitalize(), ui_font(look.LABEL), pitch, 1)
            label.draw(painter, PAD_X, _PAD + sentence.height(room) + 2, room, self._theme.colour("quiet"))
            below = self._editor.geometry().bottom() + 3
            self._refusal().draw(painter, PAD_X, below, self.width() - 2 * PAD_X, self._theme.colour("error"))

    def _ask_which(self) -> None:
        if len(self._gaps) == 1:
            self._edit(*self._gaps[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field, label in self._gaps:
            menu.addAction(label.capitalize(), partial(self._edit, field, label))
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _edit(self, field: str, label: str, words: str = "") -> None:
        self.leave()
        self._field, self._label = field, label
        self._editor = FactEditor(label.capitalize(), self)
        self._editor.setText(words)
        self._editor.committed.connect(self._commit)
        self._editor.left.connect(self.leave)
        self._editor.show()
        self._place()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self, words: str) -> None:
        self.leave()
        if words:
            self.added.emit(self._field, words)

    def _place(self) -> None:
        self._place_children()
        self.height_changed.emit()
        self.update()

    def _place_children(self) -> None:
        wide = scaled(_LINK)
        top = _PAD + (scaled(look.FACT_LINE) - row_button_height()) // 2
        place_link(self._add, QRect(self.width() - PAD_X - wide, top, wide, row_button_height()))
        if self._editor:
            line = _PAD + self._sentence().height(self._room(self.width())) + scaled(look.LABEL_LINE) + 4
            self._editor.setGeometry(PAD_X, line, self.width() - 2 * PAD_X, editor_height())

    def _room(self, width: int) -> int:
        return width - 2 * PAD_X - scaled(_LINK) - 8

    def _names(self) -> str:
        return ", ".join(label for _field, label in self._gaps)

    def _sentence(self) -> Paragraph:
        font = ui_font(look.FACT)
        font.setItalic(True)
        return Paragraph(gaps_sentence([label for _field, label in self._gaps]), font, scaled(look.FACT_LINE))

    def _refusal(self) -> Paragraph:
        return Paragraph(self._error, ui_font(look.LABEL), scaled(look.LABEL_LINE))

    def _error_height(self, width: int) -> int:
        return self._refusal().height(width - 2 * PAD_X) + 4 if self._error else 0
