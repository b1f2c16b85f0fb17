"""The duplicates of the library: the groups left, two records of one side by side right, and what can be done below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.focus_ring import FocusRing
from reindreader.desktop.hairline import hairline
from reindreader.desktop.merging.group_list import GroupList, Shown
from reindreader.desktop.merging.sides import Sides
from reindreader.desktop.sizing import open_as_large
from reindreader.desktop.theme import Theme, scaled
from reindreader.workflows.merging import MergePair
from reindreader.workflows.wording import _, ngettext

_WIDTH, _HEIGHT, _LEFT = 980, 640, 264


class MergingDialog(QDialog):
    """All changes are only asked for. ``pair_wanted``: two ids are to be shown, the first one to be kept."""

    pair_wanted = Signal(int, int)
    merge_wanted = Signal(int, int, object)
    """Kept, other, and what is taken of each fact."""
    distinct_wanted = Signal(object)
    """These ids are no duplicates."""
    link_wanted = Signal(int, int)
    """The first is a translation of the second."""
    join_wanted = Signal(int, int)
    """Both are versions of one work, neither is the original."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Duplicates"))
        self._ring = FocusRing(theme, self)
        self._groups: list[Shown] = []
        self._group: Shown | None = None
        self._pair: MergePair | None = None
        self._sides = Sides(theme)
        self._list = GroupList(theme)
        self._list.chosen.connect(self._choose)
        self._count, self._reason, self._note = _label("heading"), _label("sentence"), _label("sentence")
        self._absence = _label("sentence")
        self._progress = QProgressBar()
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        open_as_large(self, _WIDTH, _HEIGHT)
        self.show_searching(0, 0)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._sides, self._list, self._ring):
            part.show_theme(theme)

    def show_searching(self, done: int, total: int) -> None:
        """Records are being compared."""
        words = _("Comparing {done} of {total} records …").format(done=f"{done:,}", total=f"{total:,}")
        self._absence.setText(words if total else _("Comparing the records …"))
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.setVisible(True)
        self._stack.setCurrentIndex(0)
        self._show_buttons(())

    def show_groups(self, groups: Sequence[Shown], place: int = 0) -> None:
        """List what was found; with nothing, say so."""
        self._groups = list(groups)
        self._progress.setVisible(False)
        self._count.setText(
            ngettext("{count} group", "{count} groups", len(groups)).format(count=f"{len(groups):,}") if groups else ""
        )
        self._left.setVisible(len(groups) > 0)
        self._absence.setText(_("No two records seem to be the same."))
        self._stack.setCurrentIndex(1 if groups else 0)
        self._show_buttons(())
        self._list.show_groups(groups, place)

    def show_pair(self, pair: MergePair) -> None:
        """Two records of the chosen group."""
        self._pair = pair
        versions = self._group is not None and self._group.versions
        self._sides.show_pair(pair, merging=not versions)
        self._reason.setText(self._group.reason if self._group else _("Chosen by you."))
        self._show_buttons(("distinct", "neither", "left", "right") if versions else ("distinct", "swap", "merge"))
        note = (
            _("Both stay, linked. Which one is the original?")
            if versions
            else _("Tags, collections and links of both stay.")
        )
        self._note.setText(note)
        self._stack.setCurrentIndex(1)

    def forget(self, gone: Sequence[int], *, whole: bool) -> None:
        """A record went (or, ``whole``, the group is settled): the next group is shown."""
        place = self._list.currentRow()
        left = []
        for group in self._groups:
            settled = whole and set(gone) <= set(group.ids)
            ids = tuple(one for one in group.ids if whole or one not in gone)
            if not settled and len(ids) > 1:
                left.append(Shown(ids, group.title, group.reason, group.versions))
        self.show_groups(left, max(0, place))

    def show_error(self, sentence: str) -> None:
        """Say why it could not be done."""
        self._note.setText(sentence)

    def _choose(self, group: Shown) -> None:
        self._group = group
        self.pair_wanted.emit(group.ids[0], group.ids[1])

    def _lay_out(self) -> None:
        self._left = QFrame()
        self._left.setProperty("surface", "panel")
        self._left.setFixedWidth(min(scaled(_LEFT), 340))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 18, 0, 0)
        self._count.setContentsMargins(20, 0, 20, 4)
        left.addWidget(self._count)
        left.addWidget(self._list, 1)
        pair = QWidget()
        right = QVBoxLayout(pair)
        right.setContentsMargins(24, 16, 12, 0)
        right.setSpacing(12)
        right.addWidget(self._reason)
        right.addWidget(self._sides, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(pair)
        paper = QFrame()
        paper.setProperty("surface", "paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(hairline())
        column.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(paper, 1)

    def _waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(2)
        column.addWidget(self._absence)
        column.addWidget(self._progress)
        column.addStretch(1)
        return page

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        self._note.setWordWrap(True)
        foot.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        foot.addLayout(row)
        for name, words, act in (
            ("distinct", _("Not duplicates"), self._distinct),
            ("swap", _("Keep the other"), self._swap),
            ("neither", _("Neither"), self._join),
            ("left", _("The left one"), lambda: self._link(left_is_original=True)),
            ("right", _("The right one"), lambda: self._link(left_is_original=False)),
            ("merge", _("Merge"), self._merge),
            ("close", _("Close"), self.reject),
        ):
            button = QPushButton(words)
            button.clicked.connect(act)
            button.setAutoDefault(False)
            row.addWidget(button)
            self._buttons[name] = button
        self._buttons["merge"].setProperty("role", "primary")
        self._buttons["neither"].setToolTip(_("Both are translations; they are kept together as versions of one work."))
        self._buttons["left"].setAccessibleName(_("The left one is the original"))
        self._buttons["right"].setAccessibleName(_("The right one is the original"))
        return foot

    def _show_buttons(self, names: Sequence[str]) -> None:
        for name, button in self._buttons.items():
            button.setVisible(name in names or name == "close")
        if not names:
            self._note.setText("")
        self._buttons["distinct"].setText(
            _("Not one work") if self._group is not None and self._group.versions else _("Not duplicates")
        )

    def _distinct(self) -> None:
        if self._pair is not None:
            ids = self._group.ids if self._group is not None else (self._pair.kept, self._pair.other)
            self.distinct_wanted.emit(ids)

    def _swap(self) -> None:
        if self._pair is not None:
            self.pair_wanted.emit(self._pair.other, self._pair.kept)

    def _merge(self) -> None:
        if self._pair is not None:
            self.merge_wanted.emit(self._pair.kept, self._pair.other, self._sides.choices)

    def _join(self) -> None:
        if self._pair is not None:
            self.join_wanted.emit(self._pair.kept, self._pair.other)

    def _link(self, *, left_is_original: bool) -> None:
        if self._pair is not None:
            left, right = self._pair.kept, self._pair.other
            self.link_wanted.emit(*((right, left) if left_is_original else (left, right)))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
