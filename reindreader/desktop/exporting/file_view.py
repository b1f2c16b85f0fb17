"""The file as it will be written."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reindreader.desktop.exporting.tint import Tint
from reindreader.desktop.theme import PREVIEW, Theme, code_font, scaled, text_font
from reindreader.workflows.wording import _

_LINE = 21
_BEFORE_VALUE = re.compile(r"\s*(?:[\w-]+\s*= \{|\"[^\"]*\": )?")


class FileView(QTextEdit):
    """To be looked at and copied from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "field")
        self.setReadOnly(True)
        self.setFont(code_font(12))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The file as it will be written"))
        self._tint = Tint(self.document(), theme)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._tint.show_theme(theme)

    def show_file(self, text: str, suffix: str, *, reads: bool) -> None:
        """Show a file's text. ``reads``: it stands for what people read, not for what is in the file."""
        self._tint.show_suffix(suffix)
        self.setFont(text_font("en", scaled(PREVIEW)) if reads else code_font(12))
        self.setPlainText(text)
        letter = QFontMetricsF(self.font()).horizontalAdvance(" ")
        block = self.document().begin()
        while block.isValid():
            pitch = QTextBlockFormat()
            pitch.setLineHeight(scaled(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            hang = len(_BEFORE_VALUE.match(block.text())[0]) * letter  # type: ignore[index]
            pitch.setLeftMargin(hang)  # what is broken to fit goes on below its value, not below its name
            pitch.setTextIndent(-hang)
            QTextCursor(block).setBlockFormat(pitch)
            block = block.next()
