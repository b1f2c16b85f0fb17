"""The frame: shelf, article and card side by side, the citation bar below the last two; what does not fit slides over."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QSplitter, QVBoxLayout, QWidget

from reindreader.desktop.fonts import scaled
from reindreader.desktop.hairline import hairline

SHELF, SHELF_MIN, SHELF_MAX = 248, 200, 360
CARD, CARD_MIN, CARD_MAX = 368, 300, 480
ARTICLE_MIN = 480
SHELF_NEEDS, CARD_NEEDS = 1200, 900
"""The widths of the window below which shelf and card slide over instead of standing beside. All widths grow with the
text."""


class Frame(QWidget):
    """Places the regions. It owns no behaviour of theirs."""

    panes_changed = Signal(bool, bool)
    """Whether shelf and card stand beside the article now."""

    def __init__(self, shelf: QWidget, article: QWidget, card: QWidget, bar: QWidget) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self._shelf, self._card, self._bar = shelf, card, bar
        self._wanted = {shelf: True, card: True}
        self._can_show_card = True
        self._alone = False
        self._outer, self._inner = _splitter(), _splitter()
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._rule = hairline()
        self._right = right
        self._outer.addWidget(shelf)  # the order in which they are added is that of the Tab key
        self._inner.addWidget(article)
        self._inner.addWidget(card)
        for part, stretch in ((self._inner, 1), (self._rule, 0), (bar, 0)):
            rows.addWidget(part, stretch)
        self._outer.addWidget(right)
        self._set_limits(article)
        self._over = {shelf: SlideOver(self, article, at_left=True), card: SlideOver(self, article, at_left=False)}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)

    # what is shown

    def show_article(self, *, there: bool) -> None:
        """Card and bar are there only with an article."""
        self._can_show_card = there
        self._arrange()

    def show_pane(self, pane: QWidget, *, shown: bool) -> None:
        """Show or hide shelf or card; where there is no room beside the article, slide it over or away."""
        if self._fits(pane):
            self._wanted[pane] = shown
            self._arrange()
        elif shown and (pane is self._shelf or self._can_show_card):
            for other, over in self._over.items():
                over.slide_away() if other is not pane else over.slide_in(pane, self._width_of(pane))
        else:
            self._over[pane].slide_away()

    def is_shown(self, pane: QWidget) -> bool:
        """Whether shelf or card can be seen."""
        return pane.isVisibleTo(self)

    def slide_away(self) -> None:
        """Put away what was slid over the article."""
        for over in self._over.values():
            over.slide_away()

    def show_alone(self, *, alone: bool) -> None:
        """The article alone, without shelf, card and bar; or as before."""
        self._alone = alone
        self._arrange()

    # shape

    def shapes(self) -> tuple[QByteArray, QByteArray]:
        """The splitters' places, to be kept."""
        return self._outer.saveState(), self._inner.saveState()

    def restore(self, outer: QByteArray, inner: QByteArray, *, shelf: bool, card: bool) -> None:
        """Put the splitters where they were, and show what was shown."""
        self._wanted = {self._shelf: shelf, self._card: card}
        if not (self._outer.restoreState(outer) and self._inner.restoreState(inner)):
            self._outer.setSizes([self._width_of(self._shelf), 10_000])
            self._inner.setSizes([10_000, self._width_of(self._card)])
        for splitter in (self._outer, self._inner):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)

    @property
    def wanted(self) -> tuple[bool, bool]:
        """Whether the user wants shelf and card where there is room."""
        return self._wanted[self._shelf], self._wanted[self._card]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room, or use it."""
        super().resizeEvent(event)
        self._arrange()
        for over in self._over.values():
            over.place()

    def _fits(self, pane: QWidget) -> bool:
        return self.width() >= scaled(SHELF_NEEDS if pane is self._shelf else CARD_NEEDS)

    def _arrange(self) -> None:
        for pane, splitter, at in ((self._shelf, self._outer, 0), (self._card, self._inner, 1)):
            fits = self._fits(pane)
            if fits and splitter.indexOf(pane) < 0:
                self._dock(pane, splitter, at)
            if fits:
                there = pane is self._shelf or self._can_show_card
                pane.setVisible(self._wanted[pane] and there and not self._alone)
            elif splitter.indexOf(pane) >= 0:
                self._over[pane].take(pane)
        self._bar.setVisible(self._can_show_card and not self._alone)
        self._rule.setVisible(self._can_show_card and not self._alone)
        shelf_there, card_there = (self._fits(p) and self.is_shown(p) for p in (self._shelf, self._card))
        self.panes_changed.emit(shelf_there, card_there)

    def _dock(self, pane: QWidget, splitter: QSplitter, at: int) -> None:
        self._over[pane].slide_away()
        sizes = splitter.sizes()
        splitter.insertWidget(at, pane)
        own = self._width_of(pane)
        rest = sum(sizes) - own
        splitter.setSizes([own, rest] if at == 0 else [rest, own])
        self._set_stretch()

    def _width_of(self, pane: QWidget) -> int:
        return scaled(SHELF if pane is self._shelf else CARD)

    def _set_limits(self, article: QWidget) -> None:
        self._shelf.setMinimumWidth(scaled(SHELF_MIN))
        self._shelf.setMaximumWidth(scaled(SHELF_MAX))
        self._card.setMinimumWidth(scaled(CARD_MIN))
        self._card.setMaximumWidth(scaled(CARD_MAX))
        article.setMinimumWidth(min(scaled(ARTICLE_MIN), 720))
        self._set_stretch()
        self._outer.setSizes([self._width_of(self._shelf), 10_000])
        self._inner.setSizes([10_000, self._width_of(self._card)])

    def _set_stretch(self) -> None:
        self._outer.setStretchFactor(self._outer.indexOf(self._right), 1)
        self._inner.setStretchFactor(0, 1)


class SlideOver(QFrame):
    """Holds a pane over the others, at one edge, until a click beside it or Esc."""

    def __init__(self, frame: QWidget, heir: QWidget, *, at_left: bool) -> None:
        super().__init__(frame)
        self._frame, self._heir, self._at_left, self._wide = frame, heir, at_left, 0
        self.setProperty("surface", "panel")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 0)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self._beside = _Beside(frame, self)
        self._beside.hide()
        self.hide()

    def take(self, pane: QWidget) -> None:
        """Hold the pane, hidden."""
        self._rows.addWidget(pane)
        pane.show()
        self.slide_away()

    def slide_in(self, pane: QWidget, width: int) -> None:
        """Show the pane over the others, and give it the focus."""
        self._wide = min(width, self._frame.width())
        self.take(pane)
        self.show()
        self._beside.show()
        self.place()
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def slide_away(self) -> None:
        """Hide it again; the article has the focus, if the pane had it."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus() and not self.isHidden():
            self._heir.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._beside.hide()

    def place(self) -> None:
        """Stand at the edge, as high as the frame."""
        left = 0 if self._at_left else self._frame.width() - self._wide
        self.setGeometry(left, 0, self._wide, self._frame.height())
        self._beside.setGeometry(self._frame.rect())
        self._beside.raise_()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.slide_away()
        else:
            super().keyPressEvent(event)


class _Beside(QWidget):
    """All that is not the pane that was slid over: a click on it puts the pane away."""

    def __init__(self, frame: QWidget, over: SlideOver) -> None:
        super().__init__(frame)
        self._over = over

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._over.slide_away()


def _splitter() -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
