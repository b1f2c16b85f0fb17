"""The left side of the export dialog: which articles, and which format."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, scaled, ui_font
from reindreader.workflows.wording import _

_ROW, _OUTER, _PAD = 32, 12, 8


class Scope(StrEnum):
    """Which articles are exported."""

    THIS = "this"
    SELECTED = "selected"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """``key``: by which it is asked for; ``suffix``: with its dot."""

    key: str
    label: str
    suffix: str


class ExportOptions(QWidget):
    """Two groups of rows to choose one of each."""

    changed = Signal()

    def __init__(self, formats: Sequence[FileFormat], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = {form.key: form for form in formats}
        self._scopes = {
            Scope.THIS: OptionRow(_("This article"), "", theme, dot=True),
            Scope.SELECTED: OptionRow(_("Selected"), "", theme, dot=True),
            Scope.ALL: OptionRow(_("All"), "", theme, dot=True),
        }
        self._files = {form.key: OptionRow(form.label, form.suffix, theme) for form in formats}
        column = QVBoxLayout(self)
        column.setContentsMargins(_OUTER, 12, _OUTER, 16)
        column.setSpacing(0)
        for name, rows in ((_("Articles"), self._scopes), (_("Format"), self._files)):
            column.addWidget(_heading(name))
            column.addSpacing(6)
            self._group(list(rows.values()), column)
            column.addSpacing(10)
        column.addStretch(1)
        self._scopes[Scope.THIS].setChecked(True)
        next(iter(self._files.values())).setChecked(True)

    @property
    def scope(self) -> Scope:
        """Which articles are chosen."""
        return next(scope for scope, row in self._scopes.items() if row.isChecked())

    @property
    def format(self) -> FileFormat:
        """Which format is chosen."""
        return next(self._formats[key] for key, row in self._files.items() if row.isChecked())

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        for row in (*self._scopes.values(), *self._files.values()):
            row.show_theme(theme)

    def show_articles(self, this: str | None, selected: int, everything: int) -> None:
        """Say what each choice holds. ``this``: the title of the open article, None where none is open."""
        self._scopes[Scope.THIS].show_state("", "" if this else _("No article is open."), this or "")
        none = "" if selected else _("No article is selected in the shelf.")
        self._scopes[Scope.SELECTED].show_state(f"{selected:,}", none)
        self._scopes[Scope.ALL].show_state(f"{everything:,}", "" if everything else _("The library is empty."))
        if not self._scopes[self.scope].isEnabled():
            possible = (row for row in self._scopes.values() if row.isEnabled())
            next(possible, self._scopes[Scope.ALL]).setChecked(True)

    def choose(self, scope: Scope | None = None, form: str | None = None) -> None:
        """Choose for the user, such as what was chosen last."""
        if scope and self._scopes[scope].isEnabled():
            self._scopes[scope].setChecked(True)
        if form in self._files:
            self._files[form].setChecked(True)

    def _group(self, rows: Sequence["OptionRow"], column: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        for row in rows:
            group.addButton(row)
            column.addWidget(row)
        for row in rows:
            row.toggled.connect(lambda on: self.changed.emit() if on and self.isVisible() else None)


class OptionRow(QAbstractButton):
    """Words at the left, a number or a suffix at the right; with a dot before it, or tinted as a whole."""

    def __init__(self, words: str, behind: str, theme: Theme, *, dot: bool = False) -> None:
        super().__init__()
        self._theme, self._behind, self._dot = theme, behind, dot
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(behind)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_state(self, behind: str, refusal: str = "", tip: str = "") -> None:
        """``behind``: at the right; ``refusal``: why it cannot be chosen, "" where it can."""
        self._behind = behind
        self.setEnabled(not refusal)
        self.setToolTip(refusal or tip)
        self.setAccessibleName(", ".join(part for part in (self.text(), behind, tip) if part))
        self.setAccessibleDescription(refusal)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: one row."""
        return QSize(200, scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: tint or dot, words, what stands behind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = _PAD + (26 if self._dot else 0)
        if self._dot:
            self._paint_dot(painter, QRect(_PAD, (self.height() - 16) // 2, 16, 16))
        strong = self.isChecked() and not self._dot
        room = self.rect().adjusted(left, 0, -_PAD, 0)
        painter.setFont(ui_font(look.CONTROL, 600 if strong else 400))
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "edge"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(ui_font(look.LABEL))
        painter.setPen(self._theme.colour("quiet" if self.isEnabled() else "edge"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._behind)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.rect().adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        tinted = self.isChecked() and not self._dot
        if tinted or (self.underMouse() and self.isEnabled()):
            painter.setBrush(self._theme.colour("select" if tinted else "hover"))
            painter.drawRoundedRect(ground, look.FIELD_CORNER, look.FIELD_CORNER)

    def _paint_dot(self, painter: QPainter, place: QRect) -> None:
        token = "edge" if not self.isChecked() or not self.isEnabled() else "accent"
        painter.setPen(QPen(self._theme.colour(token), 1.5))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(token))
            painter.drawEllipse(place.adjusted(5, 5, -5, -5))


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(_PAD, 4, _PAD, 4)
    return heading
