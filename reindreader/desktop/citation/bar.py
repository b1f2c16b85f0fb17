"""The citation bar as a whole."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.citation.preview import Preview
from reindreader.desktop.citation.rich_lines import PAD
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

_HEIGHT = 96
_NARROW = 760
_WIDTHS = {False: (148, 172), True: (124, 132)}
"""Of choosers and buttons; in a narrow bar."""


class CitationBar(QWidget):
    """Shows one citation and its reference in one style, and asks to copy them."""

    choices_wanted = Signal()
    """One of the choosers was opened."""
    style_chosen = Signal(str)
    style_file_dropped = Signal(str)
    """The path of a ``.csl`` file."""
    language_chosen = Signal(str)
    """A BCP 47 tag, or "" for the language of the style."""
    copy_citation_wanted = Signal()
    copy_quotation_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Citation bar"))
        self.setAcceptDrops(True)
        self.setFixedHeight(look.scaled(_HEIGHT))
        self._style = Chooser(_("Style"), theme, _("A .csl file can be dropped on the citation bar."))
        self._language = Chooser(_("Language of the citation"), theme)
        self._preview = Preview(theme)
        self._citation = _button(_("Copy citation"), "primary", _("Copy the citation (Ctrl+Shift+C)"))
        self._quotation = _button(
            _("Copy quotation"), "", _("Copy the marked words with their citation (Ctrl+Shift+Q)")
        )
        self._tips = {button: button.toolTip() for button in (self._citation, self._quotation)}
        self._lay_out()
        for chooser in (self._style, self._language):
            chooser.opened.connect(self.choices_wanted)
        self._style.chosen.connect(self.style_chosen)
        self._language.chosen.connect(self.language_chosen)
        self._citation.clicked.connect(self.copy_citation_wanted)
        self._quotation.clicked.connect(self.copy_quotation_wanted)
        self._tag: str | None = None

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._style, self._language):
            part.show_theme(theme)
        self._preview.show_theme(theme)

    def show_styles(self, styles: Sequence[tuple[str, str]], used: Sequence[str] = ()) -> None:
        """Offer these styles, (id, title) each; ``used``: the ids of those used last, the latest first."""
        self._style.show_choices(styles, used)

    def show_style(self, style: str, title: str = "") -> None:
        """Show which style is used; ``title``: a shorter name, or that of a style from a file."""
        self._style.show_choice(style, title)

    def show_languages(self, languages: Sequence[tuple[str, str]]) -> None:
        """Offer these languages, (tag, name) each."""
        self._language.show_choices(languages)

    def show_language(self, tag: str, name: str = "") -> None:
        """Show in which language is cited; "" for that of the style. ``name``: where it is not among those offered."""
        self._tag = tag or None
        self._language.show_choice(tag, name)

    def show_preview(self, citation: str, reference: str, warnings: tuple[str, ...] = ()) -> None:
        """Show citation and reference, both HTML, and what they leave out, the gravest first."""
        self._preview.show_preview(citation, reference, warnings, self._tag)
        self._enable(self._citation, "")

    def show_error(self, sentence: str) -> None:
        """Say why nothing can be cited."""
        self._preview.show_error(sentence)
        self._enable(self._citation, sentence)

    def show_quotation_refusal(self, reason: str) -> None:
        """Say why no quotation can be copied just now; "" where one can."""
        self._enable(self._quotation, reason)

    def focus_style(self) -> None:
        """Put the focus on the style."""
        self._style.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: styles are welcome here; all else goes on to the window."""
        if _style_file(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: a style was dropped."""
        path = _style_file(event)
        if path:
            event.acceptProposedAction()
            self.style_file_dropped.emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the preview yields last."""
        super().resizeEvent(event)
        chooser, button = _WIDTHS[self.width() < look.scaled(_NARROW)]
        widths = {self._style: chooser, self._language: chooser, self._citation: button, self._quotation: button}
        for part, width in widths.items():
            least = 0 if isinstance(part, Chooser) else part.sizeHint().width()  # a button's words are not cut
            part.setFixedWidth(max(least, min(look.scaled(width), self.width() // 4)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.SIDE_MARGIN, 0, look.SIDE_MARGIN, 0)
        row.setSpacing(24 - PAD)
        row.addLayout(_column(8, self._style, self._language))
        row.addWidget(self._preview, 1)
        row.addLayout(_column(4, self._citation, self._quotation))

    def _enable(self, button: QPushButton, reason: str) -> None:
        button.setEnabled(not reason)
        button.setToolTip(reason or self._tips[button])
        button.setAccessibleDescription(reason)


def _column(gap: int, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    column.addStretch(1)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _button(words: str, role: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setMinimumHeight(look.scaled(look.BUTTON_HEIGHT))
    button.setToolTip(tip)
    return button


def _style_file(event: QDropEvent) -> str | None:
    paths = (url.toLocalFile() for url in event.mimeData().urls())
    return next((path for path in paths if Path(path).suffix.lower() == ".csl"), None)
