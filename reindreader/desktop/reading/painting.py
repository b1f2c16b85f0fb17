"""Drawing a paragraph: what stands behind its words, and the words. All in pixels of the viewport."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reindreader.desktop.fonts import text_font, ui_font
from reindreader.desktop.ink import paint_line
from reindreader.desktop.reading.lines import Run, Stretch
from reindreader.desktop.reading.pictures import Pictures
from reindreader.desktop.reading.scene import Placed, Scene
from reindreader.desktop.reading.spread import Shown
from reindreader.desktop.theme import LABEL, Theme
from reindreader.model.highlights import Highlight
from reindreader.model.text import Span
from reindreader.workflows.wording import _

LANE = 2.75
"""How much lower the line of an overlapping highlight stands."""


@dataclass(frozen=True, slots=True)
class Mirror:
    """A place that answers to a highlight of the text beside."""

    highlight: Highlight
    span: Span


@dataclass(slots=True)
class Inks:
    """What painting needs beside the paragraphs. ``mirrors``: of the highlights in sight, by the side they stand on."""

    theme: Theme
    pictures: Pictures
    mirrors: dict[int, list[Mirror]] = field(default_factory=dict)
    label: QFont = field(default_factory=lambda: ui_font(LABEL))


def paint_behind(painter: QPainter, shown: Shown, inks: Inks) -> None:
    """Evidence, highlights, hits and the selection, from the back to the front."""
    theme, scene, span = inks.theme, shown.side.scene, shown.paragraph.span
    if scene.bead is not None and scene.bead.overlaps(span):
        _paint_boxes(painter, shown.stretches(scene.bead), theme.colour("hover"), 2)
    for own in scene.evidence_in(span):
        _paint_boxes(painter, shown.stretches(own), theme.colour("select"), 5)
    placed = placed_in(shown, inks)
    for one in placed:
        _paint_fill(painter, shown, one, theme)
    _paint_hits(painter, shown, scene, theme)
    if scene.selection is not None and scene.selection.overlaps(span):
        for piece in shown.stretches(scene.selection):
            painter.fillRect(piece.line, theme.colour("selection"))
    for one in placed:
        _paint_line(painter, shown, one, theme)
    for own in scene.evidence_in(span):
        _underline(painter, shown.stretches(own), theme.colour("accent"))


def placed_in(shown: Shown, inks: Inks) -> list[Placed]:
    """The highlights of a paragraph, and those that the text beside has here."""
    own = shown.side.scene.highlights.touching(shown.paragraph.span)
    mirrors = inks.mirrors.get(shown.side.number, ())
    return own + [Placed(m.highlight, m.span) for m in mirrors if m.span.overlaps(shown.paragraph.span)]


def _paint_boxes(painter: QPainter, pieces: Iterable[Stretch], colour: QColor, beyond: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for piece in pieces:
        painter.drawRoundedRect(piece.fill.adjusted(-beyond, -2, beyond, 2), 6, 6)


def _underline(painter: QPainter, pieces: Iterable[Stretch], colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for piece in pieces:
        y = piece.fill.bottom() - 0.75
        painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))


def _paint_fill(painter: QPainter, shown: Shown, placed: Placed, theme: Theme) -> None:
    fill = theme.inks[placed.highlight.colour].fill
    if fill is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    for piece in shown.stretches(placed.span):
        painter.drawRoundedRect(piece.fill, 3, 3)


def _paint_line(painter: QPainter, shown: Shown, placed: Placed, theme: Theme) -> None:
    ink = theme.inks[placed.highlight.colour]
    for piece in shown.stretches(placed.span):
        y = piece.fill.bottom() - 1 + placed.lane * LANE
        paint_line(painter, ink, QPointF(piece.left - 1, y), QPointF(piece.right + 1, y))


def _paint_hits(painter: QPainter, shown: Shown, scene: Scene, theme: Theme) -> None:
    numbers = scene.hits.touching(shown.paragraph.span)
    painter.setBrush(theme.colour("selection"))
    for number in numbers:
        painter.setPen(QPen(theme.colour("accent"), 1.5) if number == scene.current else Qt.PenStyle.NoPen)
        for piece in shown.stretches(scene.hits.span(number)):
            painter.drawRoundedRect(piece.fill, 3, 3)


def paint_words(painter: QPainter, shown: Shown, inks: Inks, area: QRectF) -> None:
    """The words with all that belongs to them; of those beyond ``area`` no more than comes by itself."""
    paragraph, theme = shown.paragraph, inks.theme
    painter.setPen(theme.colour(paragraph.face.token))
    for run in paragraph.runs:
        run.layout.draw(painter, QPointF(shown.x + run.left, shown.y + run.top), [], area)
    if paragraph.picture:
        _paint_picture(painter, shown, inks)
    if paragraph.rules:
        _paint_rules(painter, shown, theme)
    _paint_dots(painter, shown, theme)
    _paint_rubies(painter, shown, theme)
    _paint_marker(painter, shown, theme)
    for note in paragraph.notes:
        _paint_note(painter, shown, note, theme)


def _paint_picture(painter: QPainter, shown: Shown, inks: Inks) -> None:
    assert shown.paragraph.picture is not None
    sha256, box = shown.paragraph.picture
    area = box.translated(shown.x, shown.y)
    image = inks.pictures.image(sha256)
    if image is None:
        painter.fillRect(area, inks.theme.colour("panel"))
        painter.setPen(inks.theme.colour("quiet"))
        painter.setFont(ui_font())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _("The picture is being read."))
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image)


def _paint_rules(painter: QPainter, shown: Shown, theme: Theme) -> None:
    rules = shown.paragraph.rules
    for number, y in enumerate(rules):
        strong = number in {0, 1, len(rules) - 1}
        painter.setPen(QPen(theme.colour("edge" if strong else "line"), 1))
        at = round(shown.y + y) + 0.5
        painter.drawLine(QPointF(shown.x, at), QPointF(shown.x + shown.paragraph.width, at))


def _paint_dots(painter: QPainter, shown: Shown, theme: Theme) -> None:
    """A dot below each character that is emphasised; above it in Japanese."""
    above = (shown.side.folio.language or "").startswith("ja")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(shown.paragraph.face.token))
    size = shown.side.setter.setting.style.of(shown.paragraph.face.size)
    for span in shown.paragraph.dots:
        for offset in range(span.start, span.end):
            if not shown.side.folio.text[offset].isalnum():
                continue
            for piece in shown.stretches(Span(offset, offset + 1)):
                y = piece.baseline - size * 0.95 if above else piece.baseline + size * 0.42
                painter.drawEllipse(QPointF((piece.left + piece.right) / 2, y), size / 14, size / 14)


def _paint_rubies(painter: QPainter, shown: Shown, theme: Theme) -> None:
    if not shown.paragraph.rubies:
        return
    font = shown.side.setter.font(shown.paragraph.face)
    size = font.pixelSize()
    font.setPixelSize(max(8, round(size * 0.5)))
    painter.setFont(font)
    painter.setPen(theme.colour(shown.paragraph.face.token))
    metrics = QFontMetricsF(font)
    for ruby in shown.paragraph.rubies:
        pieces = list(shown.stretches(ruby.span))
        if pieces:
            middle = (pieces[0].left + pieces[0].right) / 2
            left = middle - metrics.horizontalAdvance(ruby.words) / 2
            painter.drawText(QPointF(left, pieces[0].baseline - size * 0.92), ruby.words)
    font.setPixelSize(size)


def _paint_marker(painter: QPainter, shown: Shown, theme: Theme) -> None:
    paragraph, marker = shown.paragraph, shown.paragraph.marker
    if marker is None:
        return
    font = shown.side.setter.font(paragraph.face)
    bullet = not marker.words.isalnum() and len(marker.words) == 1
    painter.setFont(text_font("en", font.pixelSize()) if bullet else font)
    painter.setPen(theme.colour(paragraph.face.token))
    width = painter.fontMetrics().horizontalAdvance(marker.words)
    x = shown.x + paragraph.width - marker.edge if paragraph.mirrored else shown.x + marker.edge - width
    painter.drawText(QPointF(x, shown.y + paragraph.baseline), marker.words)


def _paint_note(painter: QPainter, shown: Shown, note: Run, theme: Theme) -> None:
    """A footnote that is open where it is named, with a rule at its side."""
    at = shown.x + (shown.paragraph.width - 6 if shown.paragraph.mirrored else 12)
    painter.fillRect(QRectF(at, shown.y + note.top, 2, note.height), theme.colour("edge"))
    painter.setPen(theme.colour("text"))
    note.layout.draw(painter, QPointF(shown.x + note.left, shown.y + note.top))
