"""A small picture of each theme to choose from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.theme import Theme, load_theme, paint_line, scaled, text_font, ui_font
from reindreader.model.highlights import Colour
from reindreader.workflows.wording import _

SYSTEM = "system"
_PICTURE = QSize(84, 60)


def theme_words() -> dict[str, str]:
    """The names of the themes for people, in their order."""
    return {
        SYSTEM: _("System"),
        "light": _("Light"),
        "sepia": _("Sepia"),
        "dark": _("Dark"),
        "high-contrast": _("High contrast"),
    }


class ThemeTiles(QWidget):
    """One tile a theme; arrows and clicks choose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tiles = {name: ThemeTile(name, words, theme) for name, words in theme_words().items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for name, tile in self._tiles.items():
            self._group.addButton(tile)
            tile.toggled.connect(lambda on, own=name: self._choose(own) if on else None)
            row.addWidget(tile)
        row.addStretch(1)
        self._telling = True

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        for tile in self._tiles.values():
            tile.show_theme(theme)

    def show_choice(self, name: str) -> None:
        """Show which theme is used."""
        self._telling = False
        self._tiles.get(name, self._tiles[SYSTEM]).setChecked(True)
        self._telling = True

    def _choose(self, name: str) -> None:
        if self._telling:
            self.chosen.emit(name)


class ThemeTile(QAbstractButton):
    """A page in the theme's own colours, its name below."""

    def __init__(self, name: str, words: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = (load_theme("light"), load_theme("dark")) if name == SYSTEM else (load_theme(name),)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_theme(self, theme: Theme) -> None:
        """Paint the frame and the name in this theme from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the picture and a line."""
        width = max(_PICTURE.width() + 2, QFontMetrics(ui_font(look.LABEL, 600)).horizontalAdvance(self.text()) + 4)
        return QSize(width, _PICTURE.height() + 10 + scaled(look.LABEL_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw page, frame and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(1, 1, _PICTURE.width(), _PICTURE.height())
        self._paint_page(painter, page, self._shown[0])
        if len(self._shown) > 1:
            half = QPainterPath()
            half.addPolygon(QPolygonF([page.topRight(), page.bottomRight(), page.bottomLeft()]))
            painter.save()
            painter.setClipPath(half)
            self._paint_page(painter, page, self._shown[1])
            painter.restore()
        chosen = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "edge"), 2 if chosen else 1))
        painter.drawRoundedRect(page, look.FIELD_CORNER, look.FIELD_CORNER)
        painter.setFont(ui_font(look.LABEL, 600 if chosen else 400))
        painter.setPen(self._theme.colour("text" if chosen else "quiet"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self.text())

    def _paint_page(self, painter: QPainter, page: QRectF, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(page, look.FIELD_CORNER, look.FIELD_CORNER)
        painter.setPen(theme.colour("text"))
        painter.setFont(text_font("en", 20, 600))
        painter.drawText(page.adjusted(10, 4, 0, -20), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "Aa")
        ink = theme.inks[Colour.YELLOW]
        marked = QRectF(page.left() + 10, page.top() + 38, page.width() - 20, 10)
        painter.fillRect(marked, QColor(ink.fill or theme.hex("paper")))
        paint_line(painter, ink, QPointF(marked.bottomLeft()), QPointF(marked.bottomRight()))
