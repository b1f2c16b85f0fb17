"""The middle of the window: header, progress line, and the article or what stands in its place."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reindreader.desktop.empty_page import EmptyPage
from reindreader.desktop.header import Header
from reindreader.desktop.printed import PrintedPane
from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.theme import Theme
from reindreader.desktop.toast import Toast
from reindreader.workflows.wording import _

_PROGRESS_AFTER_MS = 400


class ArticleSide(QWidget):
    """Holds the reading pane and what surrounds it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.header = Header(theme)
        self.pane = ReadingPane(theme)
        self.printed = PrintedPane(theme)
        self.empty = EmptyPage(theme)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setHandleWidth(1)
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self.pane)
        self._beside.addWidget(self.printed)
        self.printed.hide()
        self._stack = QStackedWidget()
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(2)
        self._progress.setAccessibleName(_("Progress"))
        self._progress.hide()
        self._soon = QTimer(self, singleShot=True, interval=_PROGRESS_AFTER_MS)
        self._soon.timeout.connect(self._progress.show)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.header, self._stack):
            rows.addWidget(part)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._beside)
        self.toast = Toast(theme, self._stack)
        self.toast.left.connect(self.pane.setFocus)
        self.pane.scrolled.connect(lambda scrolled: self.header.show_scrolled(scrolled=scrolled))
        self.show_article(there=False)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self.header, self.pane, self.printed, self.empty):
            part.show_theme(theme)
        self.toast.show_shadow(theme)

    def show_article(self, *, there: bool) -> None:
        """Show the article, or the page that says how to begin."""
        self._stack.setCurrentWidget(self._beside if there else self.empty)
        self.toast.raise_()  # the stack puts what it shows above all its children
        self.header.show_article(there=there)

    def show_pages(self, *, pages: bool, text: bool = True) -> None:
        """Show the article's text, its pages as printed, or both beside each other."""
        had_focus = self.pane.isAncestorOf(self.focusWidget() or self.header)
        self.printed.setVisible(pages)
        self.pane.setVisible(text or not pages)
        if pages and text:
            self._beside.setSizes([self.width() // 2, self.width() - self.width() // 2])
        if had_focus and pages and not text:
            self.printed.view.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show the line below the header, after a moment; ``total`` 0: how far is not known."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if self._progress.isHidden() and not self._soon.isActive():
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The progress line lies over the page, just below the header."""
        super().resizeEvent(event)
        self._progress.setGeometry(0, self.header.height(), self.width(), 2)
        self._progress.raise_()

    def end_progress(self) -> None:
        """Take the line away."""
        self._soon.stop()
        self._progress.hide()
