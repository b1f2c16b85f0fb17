"""Two records side by side, fact by fact: what differs is chosen, and the result stands beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from reindreader.desktop.merging.choice_cell import ChoiceCell
from reindreader.desktop.theme import Theme
from reindreader.model.fields import ORIGINAL
from reindreader.workflows.merging import MergePair, MergeRow, Slot, Take
from reindreader.workflows.wording import _, ngettext

_COLUMNS = (0, 3, 3, 3)
_TOP = Qt.AlignmentFlag.AlignTop


class Sides(QScrollArea):
    """``chosen``: something else is taken now. ``choices`` holds what was chosen otherwise than offered."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._takes: dict[Slot, Take] = {}
        self._pair: MergePair | None = None
        self._merging = True
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Facts of both records"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._theme = theme
        for cell in self.findChildren(ChoiceCell):
            cell.show_theme(theme)

    @property
    def choices(self) -> Mapping[Slot, Take]:
        """What is taken of each fact."""
        return dict(self._takes)

    def show_pair(self, pair: MergePair, *, merging: bool) -> None:
        """Show two records; ``merging``: to choose from, else only to compare."""
        self._pair, self._merging = pair, merging
        self._takes = {row.slot: row.take for row in pair.rows}
        inside = QWidget()
        inside.setProperty("surface", "clear")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, stretch in enumerate(_COLUMNS[: 4 if merging else 3]):
            grid.setColumnStretch(number, stretch)
        self._head(grid, pair)
        same = [row for row in pair.rows if row.kept == row.other]
        number = 2
        for row in pair.rows:
            if row not in same:
                self._row(grid, number, row)
                number += 1
        self._same(grid, number, same)
        grid.setRowStretch(number + len(same) + 2, 1)
        self.setWidget(inside)

    def _head(self, grid: QGridLayout, pair: MergePair) -> None:
        sides = (_("Kept: {key}"), _("Goes to the bin: {key}")) if self._merging else ("{key}", "{key}")
        words = [sides[0].format(key=pair.kept_key), sides[1].format(key=pair.other_key)]
        for column, name in enumerate([*words, *([_("Result")] if self._merging else [])], 1):
            grid.addWidget(_label(name, "heading"), 0, column)
        rule = QFrame()
        rule.setProperty("surface", "edge")
        rule.setFixedHeight(1)
        grid.addWidget(rule, 1, 0, 1, 4)

    def _row(self, grid: QGridLayout, number: int, row: MergeRow) -> None:
        name = row_label(row)
        label = _label(name, "label")
        label.setContentsMargins(0, 10 if self._merging else 2, 0, 0)
        label.setMinimumWidth(96)
        grid.addWidget(label, number, 0, _TOP)
        if not self._merging:
            for column, words in enumerate((row.kept, row.other), 1):
                grid.addWidget(
                    _label(words or _("not stated"), "sentence" if words else "absent"), number, column, _TOP
                )
            return
        cells = self._cells(name, row)
        result = _label("", "sentence")
        result.setContentsMargins(0, 8, 0, 0)
        for column, cell in enumerate(cells, 1):
            grid.addWidget(cell, number, column)
        grid.addWidget(result, number, 3, _TOP)
        group = QButtonGroup(self.widget() or self)
        for cell in cells:
            group.addButton(cell)
        cell_of = {Take.KEPT: cells[0], Take.OTHER: cells[1]}
        cell_of[row.take].setChecked(True)
        both = self._both(grid, number, row) if row.many and row.differs else None

        def show() -> None:
            take = Take.OTHER if cells[1].isChecked() else Take.KEPT
            take = Take.BOTH if both is not None and both.isChecked() else take
            self._takes[row.slot] = take
            said = {Take.KEPT: row.kept, Take.OTHER: row.other, Take.BOTH: f"{row.kept}; {row.other}"}
            result.setText(said[take])
            result.setAccessibleName(_("{fact}, result: {words}").format(fact=name, words=said[take]))
            self.chosen.emit()

        for cell in cells:
            cell.toggled.connect(show)
        if both is not None:
            both.toggled.connect(show)
        show()

    def _cells(self, name: str, row: MergeRow) -> tuple[ChoiceCell, ChoiceCell]:
        said = [words or _("not stated") for words in (row.kept, row.other)]
        kept = _("{fact}, of the kept record: {words}").format(fact=name, words=said[0])
        other = _("{fact}, of the other record: {words}").format(fact=name, words=said[1])
        return ChoiceCell(row.kept, kept, self._theme), ChoiceCell(row.other, other, self._theme)

    def _both(self, grid: QGridLayout, number: int, row: MergeRow) -> QCheckBox:
        both = QCheckBox(_("Both"))
        both.setAccessibleName(_("{fact}: both").format(fact=row_label(row)))
        grid.addWidget(both, number, 4, _TOP)
        return both

    def _same(self, grid: QGridLayout, number: int, same: list[MergeRow]) -> None:
        if not same:
            return
        words = ngettext("{count} fact is the same", "{count} facts are the same", len(same)).format(count=len(same))
        head = _label(words, "heading")
        head.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(head, number, 0, 1, 4)
        for place, row in enumerate(same, number + 1):
            grid.addWidget(_label(row_label(row), "label"), place, 0, _TOP)
            grid.addWidget(_label(row.kept, "sentence"), place, 1, 1, 3)


def row_label(row: MergeRow) -> str:
    """The name of a fact; those of the original say so."""
    if row.slot[0].startswith(ORIGINAL):
        return _("{fact} (original)").format(fact=row.label)
    return row.label


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
