"""How to search, by examples: each is a button that writes itself into the field."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QWidget

from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import CONTROL, Theme, code_font
from reindreader.workflows.wording import _


def examples() -> tuple[tuple[str, str], ...]:
    """What can be typed, and what it finds."""
    return (
        ("translator:lee", _("translated by Lee")),
        ("year:2010-2015", _("of these years")),
        ("lang:zh", _("texts in Chinese; origlang: of the original")),
        ("has:highlight", _("also note, original, text, tag, image")),
        ("is:unread", _("also reading, read, starred, binned")),
        ('"the ferry"', _("these words together")),
        ("ferr*", _("a beginning of a word")),
        ("ferry OR boat", _("either of them")),
        ("-harbour", _("without this word")),
        ('in:"To read"', _("in a collection; tag: with a tag")),
    )


class SearchHelp(Popover):
    """Floats below the field. A click or Enter takes an example; Esc and a click elsewhere close it."""

    example_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self.setAccessibleName(_("How to search"))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 14, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        title = QLabel(_("Words are looked for everywhere. A field narrows it."))
        title.setProperty("role", "sentence")
        grid.addWidget(title, 0, 0, 1, 2)
        self.buttons = [self._example(grid, number + 1, *own) for number, own in enumerate(examples())]

    def float_over(self, over: QWidget) -> None:
        """Float over this widget from now on."""
        self.setParent(over)
        self._over = over

    def open_below(self, field: QWidget) -> None:
        """Show below the field."""
        self.adjustSize()
        self.move(field.mapTo(self._over, QPoint(0, field.height() + 6)))
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_again(self) -> None:
        """Put it away; the field has the focus again."""
        self.hide()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes, arrows go through the examples."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        elif step:
            here = next((n for n, own in enumerate(self.buttons) if own.hasFocus()), 0)
            self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a click elsewhere puts it away."""
        pressed = event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget)
        if pressed and watched is not self and not self.isAncestorOf(watched):  # type: ignore[arg-type]
            self.close_again()
        return False

    def _example(self, grid: QGridLayout, row: int, typed: str, finds: str) -> QPushButton:
        button = QPushButton(typed)
        button.setProperty("role", "link")
        button.setProperty("size", "row")
        button.setFont(code_font(CONTROL))
        button.setAccessibleName(f"{typed}: {finds}")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._take(typed))
        words = QLabel(finds)
        words.setProperty("role", "label")
        grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words, row, 1)
        return button

    def _take(self, typed: str) -> None:
        self.close_again()
        self.example_chosen.emit(typed)
