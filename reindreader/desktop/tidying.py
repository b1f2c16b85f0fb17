"""Looking for cycles of objects that nobody holds any more, while the user does nothing.

To look through an article of a million words takes several frames: Python would do that in the middle of one, whenever it
has made enough objects.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_AFTER = 2_000, 1_000, 1_000
"""The youngest objects are looked through by the way, the others hardly ever."""
_EVERY_MS = 3_000
_BUSY = 0.03
"""Seconds of the processor in that time: a thread that takes less does no more than let the caret blink."""


class Tidying(QObject):
    """Lives in the window's thread. What is there when it is made stays for good, and is never looked through again."""

    def __init__(self, parent: QObject | None = None, every: int = _EVERY_MS) -> None:
        super().__init__(parent)
        gc.set_threshold(*_AFTER)
        gc.freeze()
        self._spent = time.thread_time()
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()

    def _tidy(self) -> None:
        now = time.thread_time()
        idle, self._spent = now - self._spent < _BUSY, now
        if idle and any(gc.get_count()[1:]):
            gc.collect()
            self._spent = time.thread_time()
