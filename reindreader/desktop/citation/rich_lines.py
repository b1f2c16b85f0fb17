"""Formatted text on a few lines, the last one elided, all of it in the tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextOption,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, text_font

_ELLIPSIS = "…"
_UPRIGHT = (
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
"""East Asian letters (Unicode blocks): they have no italic."""


class RichLines(QWidget):
    """At most ``most`` lines of HTML, set in the reading font at 15/22."""

    def __init__(self, name: str, theme: Theme, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._theme, self._most = name, theme, most
        self._html = ""
        self._tag: str | None = None
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
        return _lines_of(self._shown) if self._shown and self._html else 0

    @property
    def words(self) -> str:
        """What is to be seen, as plain text."""
        return self._shown.toPlainText() if self._shown else ""

    def runs(self) -> list[tuple[str, bool]]:
        """What is to be seen in pieces, each with whether it is slanted."""
        found, block = [], self._shown.begin() if self._shown else None
        while block is not None and block.isValid():
            for piece in block:
                fragment = piece.fragment()
                found.append((fragment.text(), fragment.charFormat().fontItalic()))
            block = block.next()
        return found

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
        if self._shown:
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
            self._shown.documentLayout().draw(painter, context)

    def _set(self) -> None:
        whole = self._document(self._html)
        self._cut = _lines_of(whole) > self._most
        self._shown = self._elided(whole) if self._cut else whole
        self.setToolTip(f"<p>{self._html}</p>" if self._cut else "")
        self.updateGeometry()
        self.update()

    def _document(self, html: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(text_font(self._tag, look.scaled(look.PREVIEW)))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(html)
        _set_upright(document)
        pitch = QTextBlockFormat()
        pitch.setLineHeight(look.scaled(look.PREVIEW_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(pitch)
        document.setTextWidth(max(self.width(), 1))
        return document

    def _elided(self, whole: QTextDocument) -> QTextDocument:
        """The longest beginning that fits with an ellipsis behind it."""
        low, high = 0, whole.characterCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if _lines_of(_cut(whole, middle)) <= self._most else (low, middle - 1)
        return _cut(whole, low)


def _cut(whole: QTextDocument, length: int) -> QTextDocument:
    document = whole.clone()
    document.setTextWidth(whole.textWidth())
    cursor = QTextCursor(document)
    cursor.setPosition(length)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(_ELLIPSIS)
    return document


def _lines_of(document: QTextDocument) -> int:
    document.documentLayout().documentSize()  # lays out
    count, block = 0, document.begin()
    while block.isValid():
        count += block.layout().lineCount()
        block = block.next()
    return count


def _set_upright(document: QTextDocument) -> None:
    """Take the slant from East Asian letters."""
    upright = QTextCharFormat()
    upright.setFontItalic(False)
    text = document.toPlainText()
    cursor = QTextCursor(document)
    place = 0
    for letter in text:
        units = 2 if ord(letter) > 0xFFFF else 1
        if any(low <= ord(letter) <= high for low, high in _UPRIGHT):
            cursor.setPosition(place)
            cursor.setPosition(place + units, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(upright)
        place += units
