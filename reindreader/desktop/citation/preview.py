"""The middle of the citation bar: citation, reference and warning, one below the other, or why there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.citation.rich_lines import PAD, RichLines
from reindreader.desktop.citation.warnings import WarningLine
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.workflows.wording import _

_ICON, _GAP = 16, 6


class Preview(QWidget):
    """Stands in the middle of its height, whatever it holds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._citation = RichLines(_("Citation"), theme, 1, self)
        self._reference = RichLines(_("Reference"), theme, 2, self)
        self._warning = WarningLine(theme, self)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        for part in (self._citation, self._reference):
            part.show_theme(theme)
        self._warning.show_theme(theme)

    def show_preview(self, citation: str, reference: str, warnings: Sequence[str], tag: str | None) -> None:
        """Show both as HTML, and what they leave out."""
        self._citation.show_html(citation, tag)
        self._reference.show_html(reference, tag)
        self._warning.show_warnings(warnings)
        self._show_error("")

    def show_error(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self._warning.show_warnings(())
        self._show_error(sentence)

    def minimumSizeHint(self) -> QSize:
        """Qt: it yields to choosers and buttons."""
        return QSize(120, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: lines break anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the mark before an error."""
        if self._error.isVisible():
            mark = self._error.geometry()
            mark.setRect(PAD, mark.top() + 2, scaled(_ICON), scaled(_ICON))
            icon("warning", self._theme, _ICON, "error").paint(QPainter(self), mark)

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._citation.setVisible(not sentence)
        self._reference.setVisible(not sentence)
        self._place()
        self.update()

    def _place(self) -> None:
        width = self.width()
        for part in (self._citation, self._reference):
            part.resize(width, part.height())
        heights: list[tuple[QWidget, int]] = [
            (self._citation, _height(self._citation)),
            (self._reference, _height(self._reference)),
        ]
        if not self._warning.isHidden():
            heights.append((self._warning, scaled(look.CONTROL_LINE)))
        if not self._error.isHidden():
            left = PAD + scaled(_ICON) + _GAP
            room = width - left - PAD
            high = min(self._error.heightForWidth(room), self.height())
            self._error.setGeometry(left, (self.height() - high) // 2, room, high)
            return
        between = 2 if sum(height for _part, height in heights) + 4 <= self.height() - 8 else 0
        top = (self.height() - sum(height for _part, height in heights) - between * (len(heights) - 1)) // 2
        for line, height in heights:
            inset = PAD if line is self._warning else 0
            line.setGeometry(inset, top, width - 2 * inset, height)
            top += height + between


def _height(part: RichLines) -> int:
    return part.lines * scaled(look.PREVIEW_LINE)
