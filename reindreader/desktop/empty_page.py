"""The page while there is nothing to read: what to do, and two ways to begin."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reindreader.desktop.icons import pixmap
from reindreader.desktop.theme import BUTTON_HEIGHT, CONTROL_LINE, TEXT, TITLE, Theme, scaled, text_font
from reindreader.workflows.wording import _

_WIDTH = 580
_PITCH = 115
"""Percent of the font's own line height: 28 px in the size of the text."""


class EmptyPage(QWidget):
    """Two buttons, two links, and where everything is kept."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    references_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self._heading, self._words = QLabel(), QLabel()
        self._foot = QLabel()
        self.show_foot("")
        self._open = _KeyedButton(_("Open a file"), "Ctrl+O", primary=True)
        self._open.clicked.connect(self.open_wanted)
        self._paste = _KeyedButton(_("Paste a text"), "Ctrl+Shift+V")
        self._paste.clicked.connect(self.paste_wanted)
        self._sample = _link(_("Read the sample article"), self.sample_wanted)
        self._references = _link(_("Import references from Zotero or a .bib file"), self.references_wanted)
        self._filled = False
        self._lay_out()
        self.show_theme(theme)
        self.show_reason("")

    def show_theme(self, theme: Theme) -> None:
        """Ink the sign above the words."""
        self._sign.setPixmap(pixmap("facing", theme.hex("quiet"), 108, self.devicePixelRatioF()))
        self._heading.setFont(text_font("en", TITLE, 600))
        self._words.setFont(text_font("en", TEXT))

    def show_foot(self, words: str) -> None:
        """What is going on; "" for where the library is."""
        self._foot.setText(words or _("Your library is a folder on this computer. Nothing is sent anywhere."))

    def show_filled(self, *, filled: bool) -> None:
        """Whether there is anything on the shelf to choose."""
        if filled != self._filled:
            self._filled = filled
            self.show_reason("")

    def show_reason(self, error: str) -> None:
        """Say why nothing can be read; "" where nothing is open."""
        nothing = _("Choose an article on the shelf") if self._filled else _("Nothing to read yet")
        self._heading.setText(_("The library was not opened") if error else nothing)
        invitation = _(
            "Drop a file anywhere in this window. Reindreader reads text, Word, PDF, e-books and saved web pages, "
            "and finds who wrote and who translated them."
        )
        self._words.setText(f'<p style="line-height: {_PITCH}%">{escape(error or invitation)}</p>')
        for button in (self._open, self._paste, self._sample, self._references):
            button.setVisible(not error)

    def showEvent(self, event: QShowEvent) -> None:
        """The first thing to do has the focus."""
        super().showEvent(event)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._foot.setMinimumHeight(scaled(CONTROL_LINE))
        self._foot.setProperty("role", "label")
        buttons, links = QHBoxLayout(), QHBoxLayout()
        buttons.setSpacing(12)
        links.setSpacing(24)
        buttons.addWidget(self._open)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        for link in (self._sample, self._references):
            links.addWidget(link)
        links.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDTH))
        rows = QVBoxLayout(column)
        rows.setContentsMargins(24, 0, 24, 0)
        rows.addStretch(3)
        for part, gap in ((self._sign, 28), (self._heading, 14), (self._words, 22)):
            rows.addWidget(part)
            rows.addSpacing(gap)
        rows.addLayout(buttons)
        rows.addSpacing(10)
        rows.addLayout(links)
        rows.addStretch(4)
        rows.addWidget(self._foot)
        rows.addSpacing(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 10)
        row.addStretch(1)


def _link(words: str, wanted: SignalInstance) -> QPushButton:
    link = QPushButton(words)
    link.setProperty("role", "link")
    link.setProperty("flush", "true")
    link.clicked.connect(wanted)
    return link


class _KeyedButton(QPushButton):
    """A button that tells its keys in a smaller type."""

    def __init__(self, words: str, keys: str, *, primary: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setProperty("role", "primary" if primary else "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(BUTTON_HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(12)
        for text, role in ((words, "button"), (keys, "button-hint")):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setProperty("on", "accent" if primary else "")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(label)

    def sizeHint(self) -> QSize:
        """Qt: as its words have it, once they are dressed."""
        return QSize(self._row.sizeHint().width() + 8, scaled(BUTTON_HEIGHT))
