"""A button that shows what is chosen, and opens a panel to choose among many."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.citation.choice_panel import ChoicePanel
from reindreader.desktop.citation.choices import ChoiceModel
from reindreader.desktop.theme import Theme, icon, scaled, ui_font

_PAD, _ARROW = 10, 12


class Chooser(QPushButton):
    """``name``: what is chosen here ("Style"); ``foot``: a hint at the panel's foot."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, name: str, theme: Theme, foot: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._foot, self._theme = name, foot, theme
        self._model = ChoiceModel(self)
        self._key = ""
        self._title = ""
        self._panel: ChoicePanel | None = None
        self.setProperty("size", "row")
        self.setMinimumWidth(96)
        self.clicked.connect(self.open_panel)
        self._say()

    @property
    def key(self) -> str:
        """The id of what is chosen."""
        return self._key

    @property
    def panel(self) -> ChoicePanel | None:
        """The panel, once it has been opened."""
        return self._panel

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        if self._panel:
            self._panel.show_theme(theme)
        self.update()

    def show_choices(self, choices: Sequence[tuple[str, str]], used: Sequence[str] = ()) -> None:
        """Offer these, (id, title) each; ``used``: the ids of those used last."""
        self._model.show_choices(choices, used)
        self.show_choice(self._key)

    def show_choice(self, key: str, title: str = "") -> None:
        """Show what is chosen; ``title``: where it is none of the choices, or has a shorter name."""
        self._key = key
        self._title = title or self._model.title_of(key)
        self._say()

    def open_panel(self) -> None:
        """Open the panel above the button, or below where there is no room."""
        window = self.window()
        if self._panel is None or self._panel.parent() is not window:
            self._panel = ChoicePanel(self._model, self._name, self._foot, self._theme, window)
            self._panel.chosen.connect(self._choose)
            self._panel.closed.connect(lambda: self.setFocus(Qt.FocusReason.PopupFocusReason))
        self.opened.emit()
        self._panel.open_at(QRect(self.mapTo(window, QPoint(0, 0)), self.size()), self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows open it as they open a combo box."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            self.open_panel()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Qt: as the design has it."""
        return QSize(scaled(148), scaled(look.ROW_BUTTON_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the frame of a button, the title from the left, an arrow at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(ui_font(look.CONTROL))
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "edge"))
        room = self.rect().adjusted(_PAD, 0, -_PAD - scaled(_ARROW) - 4, 0)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        size = scaled(_ARROW)
        arrow = QRect(self.width() - _PAD - size, (self.height() - size) // 2, size, size)
        icon("chevron-down", self._theme, _ARROW, "text").paint(painter, arrow)

    def _choose(self, key: str) -> None:
        self.show_choice(key)
        self.chosen.emit(key)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}, {self._title}" if self._title else self._name)
        self.setToolTip(f"{self._name}: {self._title}" if self._title else self._name)
        self.update()
