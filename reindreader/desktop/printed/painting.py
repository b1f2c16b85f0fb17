"""Draws pages with what is marked on them. All in pixels from the top left corner of all pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from reindreader.desktop.ink import Ink, paint_line
from reindreader.desktop.printed.layout import Box, Layout
from reindreader.desktop.theme import LABEL, Theme, ui_font

_PAPER = QColor(255, 255, 255)


@dataclass(frozen=True, slots=True)
class Mark:
    """Boxes of a page in one ink. ``chosen``: it is the highlight that keys are about."""

    boxes: Sequence[Box]
    ink: Ink
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class PageScene:
    """What is drawn of one page. ``label``: what stands on it as long as it is not drawn; ``failed``: it never will be."""

    page: int
    picture: QImage | None
    label: str
    marks: tuple[Mark, ...] = ()
    evidence: Sequence[Box] = ()
    hits: Sequence[Box] = ()
    current: Sequence[Box] = ()
    selection: Sequence[Box] = ()
    failed: str = ""


def paint_page(painter: QPainter, layout: Layout, scene: PageScene, theme: Theme) -> None:
    """Draw a page and what is marked on it. The ink of the words stays in front: colours multiply."""
    area = layout.rect(scene.page)
    painter.fillRect(area, _PAPER)
    if scene.picture is not None:
        painter.drawImage(area, scene.picture)
    else:
        _paint_wait(painter, area, scene)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    for boxes, colour in _tints(scene, theme):
        painter.setBrush(colour)
        for box in boxes:
            painter.drawRoundedRect(layout.to_view(scene.page, box).adjusted(-1, -1, 1, 1), 2, 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for mark in scene.marks:
        _paint_line(painter, layout, scene.page, mark, theme)
    _outline(painter, layout, scene.page, scene.evidence, theme)
    _outline(painter, layout, scene.page, scene.current, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def _tints(scene: PageScene, theme: Theme) -> Iterable[tuple[Sequence[Box], QColor]]:
    yield from ((mark.boxes, QColor(mark.ink.fill)) for mark in scene.marks if mark.ink.fill)
    yield scene.evidence, theme.colour("select")
    yield scene.hits, theme.colour("selection")
    yield scene.selection, theme.colour("selection")


def _paint_line(painter: QPainter, layout: Layout, page: int, mark: Mark, theme: Theme) -> None:
    for box in mark.boxes:
        place = layout.to_view(page, box)
        paint_line(painter, mark.ink, place.bottomLeft() + QPointF(0, 1), place.bottomRight() + QPointF(0, 1))
    if mark.chosen:
        _outline(painter, layout, page, mark.boxes, theme)


def _outline(painter: QPainter, layout: Layout, page: int, boxes: Sequence[Box], theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    for box in boxes:
        painter.drawRoundedRect(layout.to_view(page, box).adjusted(-2, -2, 2, 3), 3, 3)


def _paint_wait(painter: QPainter, area: QRectF, scene: PageScene) -> None:
    """The page's number on white paper: the picture takes its place when it comes."""
    painter.setFont(ui_font(LABEL))
    painter.setPen(QColor(0x50, 0x4B, 0x44))
    words = scene.failed or scene.label
    painter.drawText(area.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
