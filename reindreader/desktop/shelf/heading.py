"""The line above the list: what is listed and how many, in which order; a click shows what else there is to list."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.shelf.sort_button import ARROW, GAP, PAD, SortButton
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.library import Grouping
from reindreader.library.shelf import Sort
from reindreader.workflows.wording import _

_LEFT = 12


class ShelfHeading(QWidget):
    """``All articles  42``, and the order with its menu."""

    sort_changed = Signal(object)
    """A ``Sort``."""
    turned = Signal(bool)
    grouped = Signal(object)
    """A ``Grouping``."""
    sources_wanted = Signal(bool)
    """The sources are to be shown above the list, or put away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = SourceButton(theme)
        self._name.toggled.connect(self.sources_wanted)
        self._sort = SortButton(theme)
        self._sort.chosen.connect(self.sort_changed)
        self._sort.turned.connect(self.turned)
        self._sort.grouped.connect(self.grouped)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, 20 - PAD, 0)
        row.setSpacing(4)
        row.addWidget(self._name, 1)
        row.addWidget(self._sort)
        self.setFixedHeight(scaled(look.ROW_BUTTON_HEIGHT))

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._name.show_theme(theme)
        self._sort.show_theme(theme)

    def show_count(self, count: int, *, searching: bool, name: str = "") -> None:
        """Say how many articles are listed, and of what."""
        words = name or _("All articles")
        if searching:
            words = _("Found in {source}").format(source=words) if name else _("Found")
        self._name.show_words(words, count)
        self._sort.setVisible(count > 0 or searching)
        self._sort.show_searching(searching=searching)

    def show_sort(self, sort: Sort, *, reverse: bool = False) -> None:
        """Say in which order they stand."""
        self._sort.show_sort(sort, reverse=reverse)

    def show_group(self, by: Grouping) -> None:
        """Say what they are grouped by."""
        self._sort.show_group(by)

    def show_sources(self, *, shown: bool) -> None:
        """Whether the sources are shown."""
        self._name.setChecked(shown)


class SourceButton(QAbstractButton):
    """What is listed and how many; pressed while the sources are shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.toggled.connect(self._name)

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._theme = theme
        self.update()

    def show_words(self, words: str, count: int) -> None:
        """Show the name and the count."""
        self.setText(words)
        self._count = f"{count:,}"
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: words, count, arrow."""
        words = QFontMetrics(ui_font(look.LABEL, 600)).horizontalAdvance(self.text())
        count = QFontMetrics(ui_font(look.LABEL)).horizontalAdvance(self._count)
        return QSize(words + count + 2 * GAP + 2 + scaled(ARROW) + 2 * PAD, scaled(look.ROW_BUTTON_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: words that yield, count, arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), look.FIELD_CORNER, look.FIELD_CORNER)
        bold, plain = ui_font(look.LABEL, 600), ui_font(look.LABEL)
        beside = QFontMetrics(plain).horizontalAdvance(self._count) + 2 * GAP + 2 + scaled(ARROW)
        room = max(0, self.width() - 2 * PAD - beside)
        shown = QFontMetrics(bold).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        at = PAD
        for words, font, token in ((shown, bold, "text"), (self._count, plain, "quiet")):
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            width = painter.fontMetrics().horizontalAdvance(words)
            where = QRect(at, 0, width + 2, self.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            at += width + GAP + 2
        size = scaled(ARROW)
        arrow = QRect(at - 2, (self.height() - size) // 2, size, size)
        icon("chevron-up" if self.isChecked() else "chevron-down", self._theme, ARROW).paint(painter, arrow)

    def _name(self) -> None:
        does = _("hide what else there is") if self.isChecked() else _("show collections, tags, searches and the bin")
        self.setAccessibleName(f"{self.text()} {self._count}, {does}")
        self.setToolTip(f"{self.text()} {self._count}\n{does[:1].upper()}{does[1:]} (Ctrl+Shift+K)")
