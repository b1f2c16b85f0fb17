"""The strip above two columns: what each of them is."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reindreader.desktop.fonts import scaled, ui_font
from reindreader.desktop.reading.places import Places
from reindreader.desktop.theme import LABEL, Theme

_HEIGHT, _GAP = 32, 14
Head = tuple[str, str]
"""The language of a column, and what it is: "English", "translated by Helen Ashworth"."""


class Heads(QWidget):
    """Names the columns of a page; hidden while there is one."""

    def __init__(self, theme: Theme, page: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._page = theme, page
        self._heads: tuple[Head, ...] = ()
        self.setFixedHeight(scaled(_HEIGHT))
        self.hide()
        page.moved.connect(self.follow)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._theme = theme
        self.update()

    def show_heads(self, heads: tuple[Head, ...]) -> None:
        """Name the columns, from the first text on."""
        self._heads = heads
        words = "; ".join(" ".join(head) for head in heads)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.follow()

    def follow(self) -> None:
        """Be there while two columns are."""
        self.setVisible(self._page.spread.parallel and bool(self._heads))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each name above its column, cut where the next begins; all of it is in the tooltip."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        baseline = self.height() - scaled(12)
        for side, (name, role) in zip(self._page.spread.sides, self._heads, strict=False):
            painter.setFont(ui_font(LABEL, 600))
            painter.setPen(self._theme.colour("text"))
            metrics = painter.fontMetrics()
            wide = metrics.horizontalAdvance(name)
            left = side.column.right - wide if side.folio.mirrored else side.column.left
            painter.drawText(QPointF(left, baseline), name)
            painter.setFont(ui_font(LABEL))
            painter.setPen(self._theme.colour("quiet"))
            metrics, room = painter.fontMetrics(), int(side.column.width - wide - _GAP)
            shown = metrics.elidedText(role, Qt.TextElideMode.ElideRight, max(0, room))
            own = metrics.horizontalAdvance(shown)
            after = left - _GAP - own if side.folio.mirrored else left + wide + _GAP
            painter.drawText(QPointF(after, baseline), shown)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
