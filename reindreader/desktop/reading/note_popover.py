"""A highlight with its colour, note and tags, below its words. It saves as one types."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.reading.popover import COLOURS, Popover, Swatch
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.model.highlights import Colour, Highlight
from reindreader.workflows.wording import _

_WIDTH = 440
_SAVE_AFTER_MS = 400


class NotePopover(Popover):
    """Shows one stored highlight. The signals carry its id."""

    colour_changed = Signal(int, object)
    note_changed = Signal(int, str)
    tags_changed = Signal(int, object)
    removed = Signal(int)
    quotation_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(_("Highlight"))
        self._highlight: Highlight | None = None
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 12, 16, 12)
        self._rows.setSpacing(10)
        self._swatches = {colour: self._swatch(colour, theme) for colour in COLOURS}
        self._underline, self._place = QToolButton(self), QLabel(self)
        self._rows.addLayout(self._colour_row())
        self._field = self._note_field()
        self._tags = QHBoxLayout()
        self._rows.addLayout(self._tags)
        self._rows.addLayout(self._foot())
        self.show_theme(theme)

    def sizeHint(self) -> QSize:
        """As wide as the design has it, narrower in a narrow pane."""
        return QSize(min(scaled(_WIDTH), self._over.width() - 32), super().sizeHint().height())

    @property
    def shown_id(self) -> int | None:
        """The highlight that is shown; None while hidden."""
        return self._highlight.id if self._highlight and not self.isHidden() else None

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.show_shadow(theme)
        for swatch in self._swatches.values():
            swatch.show_theme(theme)
        self._underline.setIcon(icon("underline", theme, token="text"))

    def show_highlight(self, highlight: Highlight, place: str) -> None:
        """Show a highlight; ``place``: where it stands, such as "¶ 4". Words being typed are left alone."""
        same = self._highlight is not None and self._highlight.id == highlight.id
        if not same:
            self.save()
        self._highlight = highlight
        for colour, swatch in self._swatches.items():
            swatch.setChecked(colour is highlight.colour)
            swatch.update()
        self._underline.setChecked(highlight.colour is Colour.UNDERLINE)
        self._place.setText(place)
        if not same or self._field.toPlainText() == self._saved:
            self._saved = highlight.note
            if self._field.toPlainText() != highlight.note:
                self._field.setPlainText(highlight.note)
        self._show_tags(highlight.tags)

    def write(self) -> None:
        """Give the focus to the note."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Hand out what was typed, at once."""
        self._timer.stop()
        words = self._field.toPlainText()
        if self._highlight is not None and self._highlight.id is not None and words != self._saved:
            self._saved = words
            self.note_changed.emit(self._highlight.id, words)

    def close_up(self) -> None:
        """Save and go away."""
        self.save()
        self.hide()
        self._highlight = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc saves and closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _swatch(self, colour: Colour, theme: Theme) -> Swatch:
        swatch = Swatch(colour, theme, self)
        swatch.setCheckable(True)
        swatch.clicked.connect(lambda: self._choose(colour))
        return swatch

    def _choose(self, colour: Colour) -> None:
        if self._highlight is None or self._highlight.id is None:
            return
        self.save()
        for own, swatch in self._swatches.items():
            swatch.setChecked(own is colour)
        self._underline.setChecked(colour is Colour.UNDERLINE)
        if colour is not self._highlight.colour:
            self.colour_changed.emit(self._highlight.id, colour)

    def _colour_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for swatch in self._swatches.values():
            row.addWidget(swatch)
        self._underline.setToolTip(_("Underline (U)"))
        self._underline.setAccessibleName(_("Underline"))
        self._underline.setCheckable(True)
        self._underline.clicked.connect(lambda: self._choose(Colour.UNDERLINE))
        row.addWidget(self._underline)
        row.addStretch(1)
        self._place.setProperty("role", "label")
        row.addWidget(self._place)
        return row

    def _note_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setPlaceholderText(_("A note"))
        field.setAccessibleName(_("Note"))
        field.setTabChangesFocus(True)
        field.setFixedHeight(scaled(78))
        field.textChanged.connect(self._timer.start)
        self._rows.addWidget(field)
        return field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        remove, copy = QPushButton(_("Remove"), self), QPushButton(_("Copy quotation"), self)
        remove.setProperty("role", "danger")
        copy.setProperty("size", "row")
        remove.setProperty("size", "row")
        remove.clicked.connect(lambda: self._with_id(self.removed))
        copy.clicked.connect(lambda: self._with_id(self.quotation_wanted))
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(copy)
        return row

    def _with_id(self, signal: SignalInstance) -> None:
        if self._highlight is not None and self._highlight.id is not None:
            self.save()
            signal.emit(self._highlight.id)

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        while (item := self._tags.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for tag in tags:
            chip = QPushButton(tag, self)
            chip.setProperty("role", "chip")
            chip.setToolTip(_("Take the tag {tag} off").format(tag=tag))
            chip.clicked.connect(lambda *_, tag=tag: self._send_tags(t for t in tags if t != tag))
            self._tags.addWidget(chip)
        self._tags.addWidget(self._tag_field(tags), 1)

    def _tag_field(self, tags: tuple[str, ...]) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(_("Add tag"))
        field.setAccessibleName(_("Add tag"))
        field.setProperty("role", "bare")
        field.returnPressed.connect(lambda: self._send_tags((*tags, field.text().strip())))
        return field

    def _send_tags(self, tags: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(tag for tag in tags if tag))
        if self._highlight is not None and self._highlight.id is not None and wanted != self._highlight.tags:
            self.tags_changed.emit(self._highlight.id, wanted)
