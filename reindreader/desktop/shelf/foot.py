"""The foot of the shelf: a way to add articles, or how far long work has come and a way to end it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from reindreader.desktop import theme as look
from reindreader.desktop.hairline import hairline
from reindreader.desktop.theme import Theme, icon, scaled, ui_font
from reindreader.workflows.wording import _

_HEIGHT = 48


class ShelfFoot(QWidget):
    """``add_wanted``: the button; ``cancel_wanted``: Cancel beside the words of long work."""

    add_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._add = AddButton()
        self._add.clicked.connect(self.add_wanted)
        self._progress = ProgressWords()
        self._progress.cancel.clicked.connect(self.cancel_wanted)
        rule = hairline()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._add)
        self._stack.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(self._stack)

    def show_theme(self, theme: Theme) -> None:
        """Ink the icon."""
        self._add.show_theme(theme)

    def show_progress(self, words: str) -> None:
        """Say how far long work has come; "" when there is none."""
        self._progress.show_words(words)
        self._stack.setCurrentIndex(1 if words else 0)


class AddButton(QPushButton):
    """Icon, words and key hint over the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setAccessibleName(_("Add article"))
        self.setToolTip(_("Add articles from files"))
        self._icon = QLabel()
        self._words, self._hint = QLabel(_("Add article")), QLabel(_("Ctrl+O"))
        self._words.setFont(ui_font(look.FACT, 500))
        self._words.setProperty("role", "fact")
        self._hint.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        for part in (self._icon, self._words, self._hint):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._hint)

    def sizeHint(self) -> QSize:
        """Qt: as high as the foot."""
        return QSize(120, scaled(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the hint yields to the words."""
        super().resizeEvent(event)
        needed = sum(part.sizeHint().width() for part in (self._icon, self._words, self._hint))
        self._hint.setVisible(needed + 56 <= self.width())

    def show_theme(self, theme: Theme) -> None:
        """Ink the icon."""
        self._icon.setPixmap(icon("plus", theme, 16, "text").pixmap(scaled(16)))


class ProgressWords(QWidget):
    """One line of words, elided, and Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._label = QLabel()
        self._label.setProperty("role", "sentence")
        self._label.setMinimumWidth(1)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.cancel)
        self.setFixedHeight(scaled(_HEIGHT))

    def show_words(self, words: str) -> None:
        """Show these words, whole in the tooltip."""
        self._words = words
        self._label.setToolTip(words)
        self.cancel.setAccessibleName(_("Cancel: {work}").format(work=words))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the words yield, Cancel does not."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 36 - self.cancel.sizeHint().width() - 8
        elided = self._label.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self._label.setText(elided)
