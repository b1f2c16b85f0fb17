"""HTML of a citation as a document on a fixed pitch, and its beginning where not all of it fits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from reindreader.desktop import theme as look
from reindreader.desktop.fonts import is_right_to_left
from reindreader.desktop.theme import text_font

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


def rich_document(html: str, tag: str | None, width: int) -> QTextDocument:
    """The document, laid out this wide. ``tag``: its language, for its font and direction: a name in Arabic at the beginning
    turns no citation in English round."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(text_font(tag, look.scaled(look.PREVIEW)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    _set_upright(document)
    pitch = QTextBlockFormat()
    pitch.setLineHeight(look.scaled(look.PREVIEW_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    mirrored = is_right_to_left(tag)
    pitch.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(pitch)
    document.setTextWidth(max(width, 1))
    return document


def lines_of(document: QTextDocument) -> int:
    """How many lines it takes."""
    document.documentLayout().documentSize()  # lays out
    count, block = 0, document.begin()
    while block.isValid():
        count += block.layout().lineCount()
        block = block.next()
    return count


def elided(whole: QTextDocument, most: int) -> QTextDocument:
    """The longest beginning that fits on ``most`` lines with an ellipsis behind it."""
    low, high = 0, whole.characterCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines_of(_cut(whole, middle)) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return _cut(whole, low)


def _cut(whole: QTextDocument, length: int) -> QTextDocument:
    document = whole.clone()
    document.setTextWidth(whole.textWidth())
    cursor = QTextCursor(document)
    cursor.setPosition(length)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(_ELLIPSIS)
    return document


def _set_upright(document: QTextDocument) -> None:
    """Take the slant from East Asian letters."""
    upright = QTextCharFormat()
    upright.setFontItalic(False)
    cursor = QTextCursor(document)
    place = 0
    for letter in document.toPlainText():
        units = 2 if ord(letter) > 0xFFFF else 1  # Qt counts UTF-16
        if any(low <= ord(letter) <= high for low, high in _UPRIGHT):
            cursor.setPosition(place)
            cursor.setPosition(place + units, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(upright)
        place += units
