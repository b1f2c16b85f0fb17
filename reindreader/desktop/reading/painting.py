"""Drawing what stands behind and beside the words. All in document pixels; the painter is moved to the scroll place."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument

from reindreader.desktop.ink import paint_bar, paint_line
from reindreader.desktop.reading.lines import Stretch, settle, stretches
from reindreader.desktop.reading.notes import Column, SideNote, paint_note
from reindreader.desktop.reading.scene import Placed, Range, Scene
from reindreader.desktop.reading.style import BAR_LEFT, BAR_WIDTH, NUMERAL_END
from reindreader.desktop.reading.typesetting import NUMBER_PROPERTY
from reindreader.desktop.theme import LABEL, Theme, ui_font

_LANE = 2.75
"""How much lower the line of an overlapping highlight stands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a document that is to be drawn: ``top`` to ``bottom`` and the blocks in it."""

    document: QTextDocument
    column: Column
    theme: Theme
    top: float
    bottom: float
    blocks: tuple[QTextBlock, ...]

    @property
    def shown(self) -> Range:
        """The positions in sight."""
        if not self.blocks:
            return 0, 0
        last = self.blocks[-1]
        return self.blocks[0].position(), last.position() + last.length()

    def pieces(self, where: Range) -> list[Stretch]:
        """The stretches of a range that are in sight."""
        first, last = max(where[0], self.shown[0]), min(where[1], self.shown[1])
        return list(stretches(self.document, first, last)) if first < last else []


def blocks_between(document: QTextDocument, start: QTextBlock, bottom: float) -> tuple[QTextBlock, ...]:
    """The blocks from ``start`` down to ``bottom``, their lines put on their pitch."""
    found: list[QTextBlock] = []
    block = start
    while block.isValid():
        box = document.documentLayout().blockBoundingRect(block)
        if box.top() > bottom:
            break
        settle(block)
        found.append(block)
        block = block.next()
    return tuple(found)


def paint_behind(painter: QPainter, sheet: Sheet, scene: Scene) -> None:
    """Evidence, highlights, hits and the selection, from the back to the front."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for where in scene.evidence:
        _paint_evidence(painter, sheet, where)
    for placed in scene.highlights:
        _paint_fill(painter, sheet, placed)
    for number, where in enumerate(scene.hits):
        _paint_hit(painter, sheet, where, current=number == scene.current)
    if scene.selection:
        for piece in sheet.pieces(scene.selection):
            painter.fillRect(piece.line, sheet.theme.colour("selection"))
    for placed in scene.highlights:
        _paint_lines(painter, sheet, placed)
    for where in scene.evidence:
        _paint_evidence_line(painter, sheet, where)


def _paint_evidence(painter: QPainter, sheet: Sheet, where: Range) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sheet.theme.colour("select"))
    for piece in sheet.pieces(where):
        painter.drawRoundedRect(piece.fill.adjusted(-5, -2, 5, 2), 6, 6)


def _paint_evidence_line(painter: QPainter, sheet: Sheet, where: Range) -> None:
    painter.setPen(QPen(sheet.theme.colour("accent"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for piece in sheet.pieces(where):
        y = piece.fill.bottom() - 0.75
        painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))


def _paint_fill(painter: QPainter, sheet: Sheet, placed: Placed) -> None:
    fill = sheet.theme.inks[placed.highlight.colour].fill
    if fill is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    for piece in sheet.pieces((placed.first, placed.last)):
        painter.drawRoundedRect(piece.fill, 3, 3)


def _paint_lines(painter: QPainter, sheet: Sheet, placed: Placed) -> None:
    ink = sheet.theme.inks[placed.highlight.colour]
    for piece in sheet.pieces((placed.first, placed.last)):
        y = piece.fill.bottom() - 1 + placed.lane * _LANE
        paint_line(painter, ink, QPointF(piece.left - 1, y), QPointF(piece.right + 1, y))


def _paint_hit(painter: QPainter, sheet: Sheet, where: Range, *, current: bool) -> None:
    theme = sheet.theme
    painter.setBrush(theme.colour("selection"))
    painter.setPen(QPen(theme.colour("accent"), 1.5) if current else Qt.PenStyle.NoPen)
    for piece in sheet.pieces(where):
        painter.drawRoundedRect(piece.fill, 3, 3)


def paint_gutter(painter: QPainter, sheet: Sheet, scene: Scene) -> None:
    """Paragraph numbers and the highlights' bars."""
    painter.setFont(ui_font(LABEL))
    painter.setPen(sheet.theme.colour("quiet"))
    for block in sheet.blocks:
        number = block.blockFormat().property(NUMBER_PROPERTY)
        if number and block.layout().lineCount():
            _paint_number(painter, sheet, block, str(number))
    for placed in scene.highlights:
        _paint_gutter_bar(painter, sheet, placed, chosen=placed.highlight.id == scene.chosen is not None)


def _paint_number(painter: QPainter, sheet: Sheet, block: QTextBlock, number: str) -> None:
    line = block.layout().lineAt(0)
    baseline = sheet.document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()
    width = painter.fontMetrics().horizontalAdvance(number)
    column = sheet.column
    x = column.right + NUMERAL_END if column.mirrored else column.left - NUMERAL_END - width
    painter.drawText(QPointF(x, baseline), number)


def _paint_gutter_bar(painter: QPainter, sheet: Sheet, placed: Placed, *, chosen: bool) -> None:
    pieces = sheet.pieces((placed.first, placed.last))
    if not pieces:
        return
    top, bottom = pieces[0].fill.top(), pieces[-1].fill.bottom()
    away = BAR_LEFT + placed.lane * (BAR_WIDTH + 2)
    column = sheet.column
    x = column.right + away - BAR_WIDTH if column.mirrored else column.left - away
    paint_bar(painter, sheet.theme.inks[placed.highlight.colour], QRectF(x, top, BAR_WIDTH, bottom - top))
    if chosen:
        painter.setPen(QPen(sheet.theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - 3, top - 3, BAR_WIDTH + 6, bottom - top + 6), 4, 4)


def paint_notes(painter: QPainter, sheet: Sheet, notes: Iterable[SideNote]) -> None:
    """The notes that are in sight."""
    font = ui_font()
    for note in notes:
        if note.area.bottom() >= sheet.top and note.area.top() <= sheet.bottom:
            paint_note(painter, note, sheet.theme, font)


def paint_marks(painter: QPainter, sheet: Sheet, scene: Scene, view: QRectF) -> None:
    """A small mark a highlight (or hit) at the right edge of the view, where it stands in the whole of the text."""
    whole = max(1.0, sheet.document.size().height())
    marks = [(p.first, sheet.theme.inks[p.highlight.colour].line) for p in scene.highlights]
    marks += [(first, sheet.theme.hex("accent")) for first, _ in scene.hits]
    for position, colour in marks:
        box = sheet.document.documentLayout().blockBoundingRect(sheet.document.findBlock(position))
        y = view.top() + (view.height() - 6) * box.center().y() / whole
        painter.fillRect(QRectF(view.right() - 3, y, 3, 6), QColor(colour))
