"""A short message at the foot of the article, with a way back: "Highlight removed. Undo"."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QFocusEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reindreader.desktop.reading.popover import Popover
from reindreader.desktop.theme import Theme, scaled
from reindreader.workflows.wording import _

STAYS_MS = 8000


@dataclass(frozen=True, slots=True)
class Message:
    """``action``: a word on a button ("Undo", "Show them") and what it does; ``close``: in place of "Close", where to
    close it is an answer ("Leave"); ``lasting``: it waits to be closed, as errors do; ``about``: what it is about, so
    that a later success of the same takes it away."""

    words: str
    action: str = ""
    act: Callable[[], object] | None = None
    grave: bool = False
    close: str = ""
    lasting: bool = False
    about: object = None

    @property
    def stays(self) -> bool:
        """Whether it goes only when it is closed."""
        return self.grave or self.lasting


class Toast(Popover):
    """Shows one message at a time for eight seconds, longer under the mouse or with the focus; errors, and what waits for an answer, stay."""

    left = Signal()
    """It goes while it has the focus, which is wanted elsewhere."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self._message: Message | None = None
        self._words, self._button, self._close = QLabel(self), QPushButton(self), QPushButton(_("Close"), self)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for button in (self._button, self._close):
            button.setProperty("role", "link")
            button.setProperty("size", "row")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it was
        self._button.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._leave)
        over.installEventFilter(self)

    def show_message(self, message: Message) -> None:
        """Show it in the place of the one before, and announce it."""
        self._message = message
        self._words.setText(message.words)
        self._words.setProperty("role", "error" if message.grave else "sentence")
        self._words.style().polish(self._words)
        self._button.setText(message.action)
        self._button.setVisible(bool(message.action))
        self._close.setText(message.close or _("Close"))
        self._close.setVisible(message.stays)
        self._place()
        self.show()
        self.raise_()
        self._announce(message)
        if message.stays:
            self._timer.stop()
        else:
            self._timer.start()

    def take_away(self, about: object) -> None:
        """What was said of this is over."""
        if self._message is not None and self._message.stays and self._message.about == about:
            self.hide()

    @property
    def words(self) -> str:
        """What is shown; "" while nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it floats over."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is pointed at."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the mouse has gone."""
        if self._message is not None and not self._message.stays:
            self._timer.start()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: the focus does not fall to what happens to be next."""
        super().hideEvent(event)
        inside = self.focusWidget()
        if inside is not None and inside.hasFocus():
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stay while it has the focus."""
        self._timer.stop()
        super().focusInEvent(event)

    def _leave(self) -> None:
        if self._button.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _act(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.act is not None:
            message.act()

    def _place(self) -> None:
        room = self._over.width() - 40
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        beside = sum(b.sizeHint().width() + 8 for b in (self._button, self._close) if not b.isHidden())
        width = min(room, words + beside + 36, scaled(640))
        self.setFixedWidth(width)
        self.setFixedHeight(max(scaled(44), self.heightForWidth(width)))
        self.move(20, self._over.height() - self.height() - 20)

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.words)
        polite = QAccessible.AnnouncementPoliteness
        event.setPoliteness(polite.Assertive if message.grave else polite.Polite)
        QAccessible.updateAccessibility(event)
