"""What can be done with selected words, close by them."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from reindreader.desktop.reading.popover import COLOURS, Popover, Swatch
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.model.highlights import Colour
from reindreader.workflows.wording import _


class SelectionPopover(Popover):
    """Swatches, underline, Note, Copy, more. It takes no focus unless it is entered."""

    colour_chosen = Signal(object)
    note_chosen = Signal()
    copy_chosen = Signal()
    quotation_chosen = Signal()
    find_chosen = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(_("Selected words"))
        self.setFixedHeight(scaled(44))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(2)
        self._swatches = [self._add_swatch(colour, theme) for colour in COLOURS]
        self._add_rule()
        self._underline = self._tool(_("Underline (U)"))
        self._underline.clicked.connect(lambda: self.colour_chosen.emit(Colour.UNDERLINE))
        self._add_button(_("Note"), _("Highlight with a note (M)"), self.note_chosen)
        self._add_button(_("Copy"), _("Copy these words (Ctrl+C)"), self.copy_chosen)
        self._more = self._tool(_("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self.show_shadow(theme)
        for swatch in self._swatches:
            swatch.show_theme(theme)
        self._underline.setIcon(icon("underline", theme, token="text"))
        self._more.setIcon(icon("more", theme, token="text"))

    def enter(self) -> None:
        """Give the focus to the first swatch."""
        self._swatches[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next, Esc goes back to the words."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _add_swatch(self, colour: Colour, theme: Theme) -> Swatch:
        swatch = Swatch(colour, theme, self)
        swatch.clicked.connect(lambda: self.colour_chosen.emit(colour))
        self._row.addWidget(swatch)
        return swatch

    def _add_rule(self) -> None:
        rule = QFrame(self)
        rule.setProperty("surface", "rule")
        rule.setFixedSize(1, scaled(20))
        self._row.addSpacing(6)
        self._row.addWidget(rule)
        self._row.addSpacing(4)

    def _add_button(self, words: str, tip: str, chosen: SignalInstance) -> None:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setProperty("size", "row")
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(chosen.emit)
        self._row.addWidget(button)

    def _tool(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFixedSize(scaled(30), scaled(30))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Copy quotation with citation"), self.quotation_chosen.emit)
        menu.addAction(_("Find these words"), self.find_chosen.emit)
        return menu
