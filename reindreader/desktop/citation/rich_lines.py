"""Formatted text on a few lines, the last one elided, all of it in the tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.citation.rich_document import elided, lines_of, rich_document
from reindreader.desktop.theme import Theme

PAD = 6
"""Room beside the text for the ring of the focus."""


class RichLines(QWidget):
    """At most ``most`` lines of HTML, set in the reading font at 15/22."""

    def __init__(self, name: str, theme: Theme, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._theme, self._most = name, theme, most
        self._html = ""
        self._tag: str | None = None
        self._whole: QTextDocument | None = None
        self._shown: QTextDocument | None = None
        self._cut = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_html("", None)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self._set()

    def show_html(self, html: str, tag: str | None) -> None:
        """Show this; ``tag``: its language, for its font."""
        self._html, self._tag = html, tag
        plain = QTextDocumentFragment.fromHtml(html).toPlainText().replace("\n", " ").strip()
        self.setAccessibleName(f"{self._name}: {plain}" if plain else self._name)
        self._set()

    @property
    def lines(self) -> int:
        """How many lines it takes at its present width."""
        return lines_of(self._shown) if self._shown and self._html else 0

    @property
    def words(self) -> str:
        """What is to be seen, as plain text."""
        return self._shown.toPlainText() if self._shown else ""

    def sizeHint(self) -> QSize:
        """Qt: as high as its lines."""
        return QSize(200, max(self.lines, 1) * look.scaled(look.PREVIEW_LINE))

    def minimumSizeHint(self) -> QSize:
        """Qt: it yields."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space and Enter show the whole, as the mouse does by resting."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.toolTip():
            QToolTip.showText(self.mapToGlobal(self.rect().topLeft()), self.toolTip(), self)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font is another break."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the lines, and a ring where the focus is here."""
        painter = QPainter(self)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.FIELD_CORNER, look.FIELD_CORNER)
        if self._shown:
            painter.translate(PAD, 0)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
            self._shown.documentLayout().draw(painter, context)

    def _set(self) -> None:
        whole = rich_document(self._html, self._tag, self.width() - 2 * PAD)
        self._cut = lines_of(whole) > self._most
        self._whole = whole  # what is cut from it lives as long as it does
        self._shown = elided(whole, self._most) if self._cut else whole
        self.setToolTip(f"<p>{self._html}</p>" if self._cut else "")
        self.updateGeometry()
        self.update()
