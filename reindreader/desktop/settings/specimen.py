"""A few lines of text, set as the settings say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.settings.values import SettingsValues
from reindreader.desktop.theme import Theme, scaled, text_font
from reindreader.workflows.wording import _

_PAD, _HEIGHT = 16, 148
_WORDS = (
    "A timetable is more than a list of departures. It is an agreement among strangers about when the day begins, "
    "and no one asked us before it was withdrawn. 時間表不只是一串開船時刻。 The ferry company says that the route "
    "will close at the end of the summer. The figures are not in dispute."
)


class Specimen(QWidget):
    """A window on a page: what does not fit runs out of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = SettingsValues()
        self.setAccessibleName(_("Specimen of the text"))
        self.setMinimumHeight(_HEIGHT)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_values(self, values: SettingsValues) -> None:
        """Set the text like this."""
        self._values = values
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: some lines."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: page and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("paper"))
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(page, look.ROW_CORNER, look.ROW_CORNER)
        painter.setClipRect(page.adjusted(1, 1, -1, -1))
        painter.translate(_PAD, _PAD - 4)
        self._document().drawContents(painter)

    def _document(self) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(text_font("en", scaled(self._values.size)))
        document.setDefaultStyleSheet(f"p {{ color: {self._theme.hex('text')}; }}")
        document.setHtml(f"<p>{_WORDS}</p>")
        option = QTextOption(Qt.AlignmentFlag.AlignJustify if self._values.justified else Qt.AlignmentFlag.AlignLeft)
        document.setDefaultTextOption(option)
        pitch = QTextBlockFormat()
        pixels = round(scaled(self._values.size) * self._values.leading)
        pitch.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(pitch)
        document.setTextWidth(self.width() - 2 * _PAD)
        return document
