"""The strip above the article: back and forward, which text, find, type; ruled once the text is scrolled."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from reindreader.desktop.theme import Theme, icon, scaled, text_font
from reindreader.workflows.wording import _

HEIGHT, _TOOL, _SIGN = 48, 30, 16


class Header(QWidget):
    """48 high, more where the system's text is larger. Buttons tell their keys in their tooltips."""

    shelf_wanted = Signal()
    card_wanted = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()
    find_wanted = Signal()
    type_wanted = Signal()
    page_wanted = Signal(bool)
    """The pages as printed are to be shown, or no longer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(HEIGHT))
        self.shelf = self._tool(_("Shelf (F9)"), self.shelf_wanted)
        self.back = self._tool(_("Back (Alt+Left)"), self.back_wanted)
        self.forward = self._tool(_("Forward (Alt+Right)"), self.forward_wanted)
        self.views = ViewSwitch(self)  # the order in which they are made is that of the Tab key
        self.page = self._tool(_("Pages as printed (G)"), None)
        self.page.setCheckable(True)
        self.page.clicked.connect(self.page_wanted)
        self.search = self._tool(_("Find in the text (Ctrl+F)"), self.find_wanted)
        self.type = self._tool(_("Type and theme"), self.type_wanted)
        self.card = self._tool(_("Card (Shift+F9)"), self.card_wanted)
        self.type.setText("Aa")
        self.type.setProperty("role", "type")
        self._there = self._card_shown = True
        self._pages = False
        self._rule = QFrame(self)
        self._rule.setProperty("surface", "rule")
        self._lay_out()
        self.show_theme(theme)
        self.show_way(back=False, forward=False)
        self.show_scrolled(scrolled=False)
        self.show_panes(shelf=True, card=True)

    def show_theme(self, theme: Theme) -> None:
        """Ink the icons."""
        for name, button in self._icons().items():
            button.setIcon(icon(name, theme))
        self.type.setFont(text_font("en", scaled(_SIGN)))

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Whether there is anything to go back or forward to."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)
        self.back.setToolTip(_("Back (Alt+Left)") if back else _("Nothing was read before this."))
        self.forward.setToolTip(_("Forward (Alt+Right)") if forward else _("Nothing was read after this."))

    def show_scrolled(self, *, scrolled: bool) -> None:
        """Rule the strip off while the text runs below it."""
        self._rule.setVisible(scrolled)

    def show_panes(self, *, shelf: bool, card: bool) -> None:
        """The buttons for panes that are away."""
        self._card_shown = card
        self.shelf.setVisible(not shelf)
        self.card.setVisible(self._there and not card)

    def show_pages(self, *, there: bool, shown: bool) -> None:
        """Whether the article has pages as printed, and whether they are shown."""
        self._pages = there
        self.page.setVisible(there and self._there)
        self.page.setChecked(shown)

    def show_article(self, *, there: bool) -> None:
        """Without an article only the way and the panes can be used."""
        self._there = there
        self.views.setVisible(there)
        self.search.setVisible(there)
        self.page.setVisible(there and self._pages)
        self.type.setVisible(there)
        self.card.setVisible(there and not self._card_shown)
        if not there:
            self.show_scrolled(scrolled=False)

    def _icons(self) -> dict[str, QToolButton]:
        own = {"shelf": self.shelf, "back": self.back, "forward": self.forward}
        return own | {"page": self.page, "search": self.search, "card": self.card}

    def _tool(self, tip: str, wanted: SignalInstance | None) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(scaled(_TOOL), scaled(_TOOL))
        button.setIconSize(QSize(scaled(_SIGN), scaled(_SIGN)))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if wanted is not None:
            button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(2)
        right.setSpacing(2)
        for button in (self.shelf, self.back, self.forward):
            left.addWidget(button)
        left.addStretch(1)
        right.addStretch(1)
        for button in (self.page, self.search, self.type, self.card):
            right.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.addLayout(left, 1)
        row.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rule stands at the foot."""
        super().resizeEvent(event)
        self._rule.setGeometry(0, self.height() - 1, self.width(), 1)


class ViewSwitch(QFrame):
    """Translation, original, side by side."""

    view_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "switch")
        self.setAccessibleName(_("View"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons = {
            name: self._segment(name, words)
            for name, words in (
                ("translation", _("Translation")),
                ("original", _("Original")),
                ("both", _("Side by side")),
            )
        }
        for button in self.buttons.values():
            row.addWidget(button)
        self.buttons["translation"].setChecked(True)
        self.show_second(there=False)

    def show_second(self, *, there: bool) -> None:
        """Whether there is a second text; without one the switch says why it is still."""
        for name in ("original", "both"):
            self.buttons[name].setEnabled(there)
            reason = _("There is only one text of this article: this translation.")
            self.buttons[name].setToolTip("" if there else reason)

    def _segment(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.clicked.connect(lambda: self.view_changed.emit(name))
        self._group.addButton(button)
        return button
