"""The history of a record: what changed, when, by what, from what to what."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.hairline import hairline
from reindreader.desktop.messages import local_time
from reindreader.desktop.sizing import open_as_large
from reindreader.library import Library
from reindreader.workflows.organising import change_parts
from reindreader.workflows.shelving import paths
from reindreader.workflows.wording import _, ngettext

_WIDTH, _HEIGHT = 720, 520


@dataclass(frozen=True, slots=True)
class Step:
    """One change. ``at``: ISO 8601 UTC; ``by``: which program, "" where not known; ``parts``: what, before, after."""

    at: str
    by: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Past:
    """All that happened to a record, the last first."""

    title: str
    steps: tuple[Step, ...]


def history_of(library: Library, record: int) -> Past:
    """The past of a record, in words. Raises UnknownKeyError."""
    stored, names = library.get(record), {one.id: path for path, one in paths(library).items()}
    steps = [Step(own.at, own.by, tuple(change_parts(own, names))) for own in library.history(record)]
    title = stored.record.title
    return Past(title.text if title else stored.key, tuple(reversed(steps)))


class HistoryDialog(QDialog):
    """A list to read and to copy from; nothing is changed in it."""

    def __init__(self, past: Past, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        title = _label(past.title, "fact")
        count = ngettext("{count} change, the last one first", "{count} changes, the last one first", len(past.steps))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(_label(count.format(count=len(past.steps)), "label"))
        column.addSpacing(8)
        column.addWidget(_list_of(past), 1)
        column.addSpacing(8)
        column.addWidget(buttons)
        open_as_large(self, _WIDTH, _HEIGHT)


def _list_of(past: Past) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("surface", "clear")
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    row = 0
    for step in past.steps:
        row = _add_step(grid, row, step)
    grid.setRowStretch(row, 1)
    for number, stretch in enumerate((0, 0, 1, 1)):
        grid.setColumnStretch(number, stretch)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(_("Changes"))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(inside)
    return area


def _add_step(grid: QGridLayout, row: int, step: Step) -> int:
    rule = hairline()
    grid.addWidget(rule, row, 0, 1, 4)
    when = _label(local_time(step.at) + (f"\n{step.by}" if step.by else ""), "label")
    grid.addWidget(when, row + 1, 0, max(1, len(step.parts)), 1, Qt.AlignmentFlag.AlignTop)
    for number, (what, before, after) in enumerate(step.parts):
        at = row + 1 + number
        grid.addWidget(_label(what, "sentence"), at, 1, Qt.AlignmentFlag.AlignTop)
        if before and after:
            grid.addWidget(_label(_("was: {words}").format(words=before), "label"), at, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(after, "sentence"), at, 3, Qt.AlignmentFlag.AlignTop)
        elif before:
            words = _("removed: {words}").format(words=before)
            grid.addWidget(_label(words, "label"), at, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        elif after:
            grid.addWidget(_label(after, "sentence"), at, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
    return row + 1 + max(1, len(step.parts))


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(role != "label" or len(words) > 40)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
