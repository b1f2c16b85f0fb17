"""A number between a minus and a plus."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reindreader.desktop.theme import scaled
from reindreader.workflows.wording import _


class Stepper(QWidget):
    """Arrow keys and both buttons change it by a step; it can be typed as well. ``unit``: stands behind it."""

    changed = Signal(float)

    def __init__(
        self, name: str, limits: tuple[float, float], step: float, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._limits, self._size, self._unit = name, limits, step, unit
        self._value = limits[0]
        self._field = NumberField()
        self._field.stepped.connect(self.step)
        self._field.editingFinished.connect(self._take)
        self._less = _button("−", _("Less: {name}").format(name=name), lambda: self.step(-1))
        self._more = _button("+", _("More: {name}").format(name=name), lambda: self.step(1))
        behind = QLabel(unit)
        behind.setProperty("role", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._less, self._field, self._more):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(behind)
        row.addStretch(1)
        self.setFocusProxy(self._field)
        self.show_value(self._value)

    @property
    def value(self) -> float:
        """The number."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show a number, the nearest that may be."""
        low, high = self._limits
        self._value = min(high, max(low, value))
        words = f"{self._value:.0f}" if self._size == int(self._size) else f"{self._value:.2f}"
        self._field.setText(words)
        self._field.setAccessibleName(" ".join(part for part in (f"{self._name}, {words}", self._unit) if part))
        self._less.setEnabled(self._value > low)
        self._more.setEnabled(self._value < high)

    def step(self, steps: int) -> None:
        """Change it by some steps."""
        self._change(self._value + steps * self._size)

    def _take(self) -> None:
        try:
            self._change(float(self._field.text().replace(",", ".")))
        except ValueError:
            self.show_value(self._value)

    def _change(self, value: float) -> None:
        before = self._value
        if abs(value - before) < 0.005:  # typed as it was shown, which is rounded
            value = before
        self.show_value(value)
        if self._value != before:
            self.changed.emit(self._value)


class NumberField(QLineEdit):
    """Up and Down step."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(scaled(64))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows are ours."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


def _button(sign: str, name: str, step: Callable[[], None]) -> QPushButton:
    button = QPushButton(sign)
    button.setFixedWidth(scaled(32))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setAutoRepeat(True)
    button.setAutoDefault(False)
    button.clicked.connect(step)
    return button
