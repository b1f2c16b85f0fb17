"""The pages as small pictures, each with its number below."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reindreader.desktop.printed.gallery import Gallery
from reindreader.desktop.printed.press import Drawing, Press
from reindreader.desktop.theme import LABEL, Theme, ui_font
from reindreader.pages.values import PrintedDocument
from reindreader.workflows.wording import _

WIDE, HIGH = 116, 164
"""The most that a small picture takes."""
_ROW = HIGH + 40
_MOST_BYTES = 12_000_000
_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """A row a page; the label is what is shown and read out."""

    labels: tuple[str, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self.labels)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.labels[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {label}").format(label=self.labels[index.row()])
        return None

    def show_labels(self, labels: tuple[str, ...]) -> None:
        self.beginResetModel()
        self.labels = labels
        self.endResetModel()


class Thumbnails(QListView):
    """Asks for the pictures of the rows in sight only."""

    page_wanted = Signal(int)

    def __init__(self, theme: Theme, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press, self._document = press, PrintedDocument((), ())
        self.gallery = Gallery(_MOST_BYTES)
        self._pages = _Pages(self)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._ask)
        self.setModel(self._pages)
        self._delegate = _Delegate(self, theme)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Pages"))
        self.clicked.connect(lambda index: self.page_wanted.emit(index.row()))
        self.activated.connect(lambda index: self.page_wanted.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())
        press.drawn.connect(self._take)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_document(self, document: PrintedDocument) -> None:
        """List another document's pages."""
        self._document = document
        self.gallery.clear()
        self._pages.show_labels(tuple(label or str(n) for n, label in enumerate(document.labels, 1)))
        self._soon.start()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Other numbers below the pages."""
        if len(labels) == len(self._document.labels) and tuple(labels) != self._pages.labels:
            row = self.currentIndex().row()
            self._pages.show_labels(tuple(labels))
            self.show_page(row)

    def show_page(self, page: int) -> None:
        """Choose a page's row, without asking for the page."""
        index = self._pages.index(page, 0)
        if index.isValid() and self.currentIndex().row() != page:
            self.setCurrentIndex(index)
            if self.isVisible():
                self.scrollTo(index)

    def drawing(self, page: int) -> Drawing:
        """The small picture of a page."""
        width, height = self._document.sizes[page]
        scale = min(WIDE / width, HIGH / height) * self.devicePixelRatioF()
        return Drawing(page, round(scale, 4), small=True)

    def document_size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        return self._document.sizes[page]

    def showEvent(self, event: object) -> None:
        """Now pictures are wanted."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._soon.start()

    def _ask(self) -> None:
        if not self.isVisible() or not self._document.sizes:
            return
        first = self.indexAt(QPoint(8, 8)).row()
        first = max(0, first)
        last = min(len(self._document.sizes), first + self.viewport().height() // _ROW + 3)
        wanted = [self.drawing(page) for page in range(first, last)]
        self._press.want_small([own for own in wanted if not self.gallery.holds(own)])

    def _take(self, drawing: Drawing, picture: QImage) -> None:
        if drawing.small:
            self.gallery.keep(drawing, picture)
            self.update(self._pages.index(drawing.page, 0))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: Thumbnails, theme: Theme) -> None:
        super().__init__(view)
        self._view, self.theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(WIDE + 32, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        row, chosen = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("select"))
            painter.drawRoundedRect(row.adjusted(8, 4, -8, -4), 8, 8)
        area = self._picture_area(index.row(), row)
        found = self._view.gallery.picture(index.row())
        painter.fillRect(area, QColor(255, 255, 255))
        if found is not None:
            painter.drawImage(area, found[1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("accent" if chosen else "edge"), 2 if chosen else 1))
        painter.drawRect(area)
        painter.setFont(ui_font(LABEL))
        painter.setPen(self.theme.colour("text" if chosen else "quiet"))
        foot = QRectF(row.left(), row.bottom() - 28, row.width(), 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _picture_area(self, page: int, row: QRectF) -> QRectF:
        drawing, ratio = self._view.drawing(page), self._view.devicePixelRatioF()
        width, height = (side * drawing.scale / ratio for side in self._view.document_size(page))
        left = row.left() + (row.width() - width) / 2
        return QRectF(round(left), round(row.top() + 10 + (HIGH - height) / 2), round(width), round(height))
