"""What stands on the shelf in the pictures of README: short texts of our own, each with its credits; and a printed one."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextLayout, QTextOption

SHELF = {
    "bridge.txt": """The Bridge That Was Drawn First

By Ilse Brandt

The bridge stood on paper for eleven years before anybody asked the river. By then three mayors had opened it.

Translated from the German by Tom Fairweather
""",
    "chairs.txt": """A Field Guide to Borrowed Chairs

By Mireille Castan

A chair that has been lent remembers both rooms. It stands a little too straight in the second one.

Translated from the French by Noor Haddad
""",
    "calm.txt": """風停了以後

文：周以安

風停了以後，港裏的船都朝着不同的方向，像一屋子剛吵完架的人。

譯者：何曼
""",
    "clock.txt": """ساعة الميناء

بقلم سلمى النجار

ساعة الميناء متأخرة أربع دقائق، ولا أحد يصلحها، لأن الجميع تعلّموا أن يصلوا مبكرين.
""",
    "weather.txt": """Letters to the Weather Office

By Jiří Malina

The office answers every letter. It has never once been asked about the weather of the day itself.

Translated from the Czech by Petra Quist
""",
    "ferry.txt": """The Ferryman’s Arithmetic

By Sato Haruka

Three passengers and a dog make four tickets in winter, when the dog sits on a coat.

Translated from the Japanese by Owen Pryce
""",
    "map.txt": """Mapa de las cosas perdidas

Por Lucy Farrow

Hay un mapa en la comisaría donde cada alfiler es un paraguas.

Traducción del inglés de Inés Robledo
""",
}

_MARGIN, _FIRST = 96.0, 117
_INCH = 96


def print_pages(text: str, path: Path) -> None:
    """Set a text as a magazine would, with page numbers from 117, and write it as a PDF."""
    writer = QPdfWriter(str(path))
    writer.setResolution(_INCH)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    _Press(writer, painter).set_text(text)
    painter.end()


class _Press:
    """Sets paragraphs line by line, and begins a page where one is full."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self._painter = writer, painter
        self._page = QSizeF(writer.width(), writer.height())
        self._number, self._top = _FIRST, 64.0
        self._print_number()

    def set_text(self, text: str) -> None:
        title, byline, *paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
        self._set(title, _font(25, QFont.Weight.Bold), 30, 6, Qt.AlignmentFlag.AlignLeft)
        self._set(byline, _font(13, italic=True), 20, 22, Qt.AlignmentFlag.AlignLeft)
        for paragraph in paragraphs:
            self._set(paragraph, _font(13), 19, 11, Qt.AlignmentFlag.AlignJustify)

    def _set(self, words: str, font: QFont, pitch: float, below: float, align: Qt.AlignmentFlag) -> None:
        layout = QTextLayout(words, font)
        option = QTextOption(align)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._page.width() - 2 * 64)
            lines.append(line)
        layout.endLayout()
        for line in lines:
            if self._top + pitch > self._page.height() - _MARGIN:
                self._turn()
            line.draw(self._painter, QRectF(64, self._top - line.y(), 0, 0).topLeft())
            self._top += pitch
        self._top += below

    def _turn(self) -> None:
        self._writer.newPage()
        self._number, self._top = self._number + 1, 64.0
        self._print_number()

    def _print_number(self) -> None:
        self._painter.setFont(_font(11))
        foot = QRectF(0, self._page.height() - 60, self._page.width(), 20)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(self._number))


def _font(size: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False) -> QFont:
    font = QFont("C059")
    font.setPixelSize(round(size))
    font.setWeight(weight)
    font.setItalic(italic)
    return font
