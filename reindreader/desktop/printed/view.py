"""The pages, laid out and drawn as they come into sight. The pictures are made elsewhere; scrolling never waits."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reindreader.desktop.printed.layout import Box, Fit, Layout, Zoom
from reindreader.desktop.printed.painting import PageScene, paint_page
from reindreader.desktop.printed.press import Press
from reindreader.desktop.printed.scene import Scene
from reindreader.desktop.printed.supply import Sight, Supply
from reindreader.desktop.theme import Theme, load_theme
from reindreader.pages.values import PrintedDocument
from reindreader.workflows.wording import _


class PageView(QAbstractScrollArea):
    """Shows a document's pages. Pages count from 0; places are points of a page."""

    moved = Signal()
    page_changed = Signal(int)
    zoomed = Signal(float)
    """The factor that pages are shown at."""

    def __init__(self, theme: Theme, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inks = theme
        self._document: PrintedDocument | None = None
        self._layout = Layout((), QSizeF(1, 1))
        self.supply = Supply(press, self)
        self._page, self._down = 0, True
        self.scene = Scene()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._take_scroll)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._take_scroll())
        self.supply.came.connect(self._take_page)
        self.show_theme(theme)

    # what is shown

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours; paper stays white, as it is printed."""
        self._theme = theme
        self._inks = load_theme("light") if theme.dark else theme  # marks are made for paper, which stays white
        palette = QPalette(theme.colour("panel"))
        palette.setColor(QPalette.ColorRole.Window, theme.colour("panel"))
        self.viewport().setPalette(palette)
        self.viewport().update()

    def show_document(self, document: PrintedDocument | None) -> None:
        """Show another document, from its first page; None: nothing."""
        self._document = document
        self.supply.clear()
        self._page = 0
        self.scene = Scene()
        self._lay_out(replace(self._layout, sizes=document.sizes if document else ()))
        self.verticalScrollBar().setValue(0)
        self._ask()

    def show_zoom(self, zoom: Zoom) -> None:
        """Show pages larger or smaller; what is in the middle stays there."""
        self._lay_out(replace(self._layout, zoom=zoom))

    def show_turned(self, turned: int) -> None:
        """Turn every page by 0, 90, 180 or 270 degrees clockwise."""
        self._lay_out(replace(self._layout, turned=turned % 360))

    def show_single(self, *, single: bool) -> None:
        """Show one page at a time, or all in a row."""
        self._lay_out(replace(self._layout, single=single))

    def show_page(self, page: int) -> None:
        """Put the top of a page at the top."""
        if 0 <= page < len(self._layout.sizes):
            self._bound(page)
            self.verticalScrollBar().setValue(round(self._layout.slot(page)[0]))

    def show_place(self, page: int, share: float) -> None:
        """Put such a place at the top."""
        if 0 <= page < len(self._layout.sizes):
            self._bound(page)
            top, bottom = self._layout.slot(page)
            self.verticalScrollBar().setValue(round(top + share * (bottom - top)))

    def show_boxes(self, page: int, boxes: Sequence[Box]) -> None:
        """Bring boxes of a page into sight."""
        if not 0 <= page < len(self._layout.sizes):
            return
        self._bound(page)
        places = [self._layout.to_view(page, box) for box in boxes] or [self._layout.rect(page)]
        area = places[0].united(places[-1]) if places[-1].bottom() - places[0].top() < self._height else places[0]
        top = self.verticalScrollBar().value()
        if not (top + 24 <= area.top() and area.bottom() <= top + self._height - 24):
            self.verticalScrollBar().setValue(round(area.top() - self._height / 3))
        left = self.horizontalScrollBar().value()
        if not (left <= area.left() and area.right() <= left + self.viewport().width()):
            self.horizontalScrollBar().setValue(round(area.left() - 40))

    def show_scene(self, scene: Scene) -> None:
        """Mark these words."""
        self.scene = scene
        self.viewport().update()

    @property
    def layout_shown(self) -> Layout:
        """Where the pages stand."""
        return self._layout

    @property
    def page(self) -> int:
        """The page that fills the most of the view, from 0."""
        return self._page

    def label(self, page: int) -> str:
        """What is printed on the page as its number, else its place in the file."""
        printed = self.scene.text.label(page) if self.scene.text else None
        label = printed or self._file_label(page)
        return label or str(page + 1)

    def _file_label(self, page: int) -> str | None:
        return self._document.labels[page] if self._document and page < len(self._document.labels) else None

    def drawn(self, page: int) -> bool:
        """Whether a page's picture is there, as large as it is shown."""
        return self.supply.holds(page)

    def turn_page(self, step: int) -> None:
        """To the next page, or the one before."""
        self.show_page(self._page + step)

    # places

    def place_under(self, point: QPoint) -> tuple[int, float, float]:
        """The page below (or nearest to) a point of the viewport, and the point in points of the page."""
        whole = QPointF(point) + self._offset
        page = self._layout.page_at(whole.y())
        x, y = self._layout.to_page(page, whole)
        return page, x, y

    def area_of(self, page: int, box: Box) -> QRectF:
        """Where a box of a page stands in the viewport."""
        return self._layout.to_view(page, box).translated(-self._offset)

    @property
    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def _height(self) -> int:
        return self.viewport().height()

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew, and stay at the same place."""
        super().resizeEvent(event)
        self._lay_out(replace(self._layout, view=QSizeF(self.viewport().size())))

    def _lay_out(self, layout: Layout) -> None:
        page, share = self.place
        self._layout = layout
        if not layout.sizes:
            self._bound(page)
        across = max(0, round(layout.size.width()) - self.viewport().width())
        self.horizontalScrollBar().setRange(0, across)
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.horizontalScrollBar().setValue(across // 2)
        self.show_place(page, share)
        self.zoomed.emit(layout.factor if layout.sizes else 0.0)
        self._take_scroll()

    def _bound(self, page: int) -> None:
        """How far one may scroll: over all pages, or over one of them."""
        bar = self.verticalScrollBar()
        top, bottom = 0.0, self._layout.size.height()
        if self._layout.single and self._layout.sizes:
            top, bottom = self._layout.slot(page)
        bar.setRange(round(top), max(round(top), round(bottom) - self._height))
        bar.setPageStep(self._height)
        bar.setSingleStep(48)

    @property
    def place(self) -> tuple[int, float]:
        """The page at the top, and which part of it is above."""
        if not self._layout.sizes:
            return 0, 0.0
        at = self.verticalScrollBar().value()
        page = self._layout.page_at(at)
        top, bottom = self._layout.slot(page)
        return page, (at - top) / max(1.0, bottom - top)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight: their pictures where they are there, else white paper."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("panel"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._offset)
        for page in self._in_sight():
            paint_page(painter, self._layout, self._scene_of(page), self._inks)
        painter.end()

    def _scene_of(self, page: int) -> PageScene:
        label, failed = self.label(page), self.supply.failed(page)
        words = _("Page {label} could not be drawn.").format(label=label) if failed else ""
        return self.scene.on(PageScene(page, self.supply.picture(page), label, failed=words), self._inks)

    def _in_sight(self) -> range:
        top = self._offset.y()
        if self._layout.single:
            return range(self._page, self._page + 1) if self._layout.sizes else range(0)
        return self._layout.pages_between(top, top + self._height)

    def _take_scroll(self, value: int | None = None) -> None:
        middle = self._offset.y() + self._height / 3
        page = self._layout.page_at(middle) if self._layout.sizes else 0
        if page != self._page:
            self._down = page > self._page
            self._page = page
            self.page_changed.emit(page)
        self._ask()
        self.viewport().update()
        self.moved.emit()

    def _ask(self) -> None:
        layout = self._layout
        scale = round(layout.scale * self.devicePixelRatioF(), 4)
        self.supply.ask(Sight(self._in_sight(), len(layout.sizes), scale, layout.turned, self._down))

    def _take_page(self, page: int) -> None:
        if page in self._in_sight():
            self.viewport().update()

    # wheel

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer; in single pages the end of one leads to the next."""
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(event.position().toPoint(), 1 if steps > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        if self._layout.single and steps and bar.value() == (bar.minimum() if steps > 0 else bar.maximum()):
            self._flip(-1 if steps > 0 else 1)
            event.accept()
            return
        super().wheelEvent(event)

    def _flip(self, step: int) -> None:
        page = self._page + step
        if 0 <= page < len(self._layout.sizes):
            self.show_page(page)
            if step < 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def zoom_at(self, point: QPoint, steps: int) -> None:
        """Zoom, and keep what is below the point where it is."""
        page, x, y = self.place_under(point)
        self.show_zoom(self._layout.zoom.stepped(steps, self._layout.factor))
        place = self._layout.to_view(page, (x, y, x, y)).topLeft()
        self.horizontalScrollBar().setValue(round(place.x() - point.x()))
        self.verticalScrollBar().setValue(round(place.y() - point.y()))

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._layout.zoom.fit
