"""A number between a minus and a plus."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QPushButton, QWidget

from reindreader.workflows.wording import _


class Stepper(QWidget):
    """Arrows, wheel, typing and both buttons change it by a step."""

    changed = Signal(float)

    def __init__(
        self, name: str, limits: tuple[float, float], step: float, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._telling = True
        self._field = QDoubleSpinBox()
        self._field.setLocale(QLocale.c())
        self._field.setDecimals(0 if step == int(step) else 2)
        self._field.setRange(*limits)
        self._field.setSingleStep(step)
        self._field.setSuffix(unit and f" {unit}")
        self._field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._field.setFixedWidth(148)
        self._field.setAccessibleName(name)
        self._field.setKeyboardTracking(False)
        self._field.valueChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(_button("−", _("Less: {name}").format(name=name), self._field.stepDown))
        row.addWidget(self._field)
        row.addWidget(_button("+", _("More: {name}").format(name=name), self._field.stepUp))
        row.addStretch(1)

    @property
    def value(self) -> float:
        """The number."""
        return self._field.value()

    def show_value(self, value: float) -> None:
        """Show a number."""
        self._telling = False
        self._field.setValue(value)
        self._telling = True

    def _tell(self, value: float) -> None:
        if self._telling:
            self.changed.emit(value)


def _button(sign: str, name: str, step: Callable[[], None]) -> QPushButton:
    button = QPushButton(sign)
    button.setFixedWidth(32)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setAutoRepeat(True)
    button.setAutoDefault(False)
    button.clicked.connect(step)
    return button
