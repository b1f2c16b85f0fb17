"""All keys on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.commands import ARTICLE, EDIT, FILE, GO, HELP, QUOTATION, VIEW, Command, commands, menu_names
from reindreader.desktop.fonts import scaled
from reindreader.workflows.wording import _

_COLUMNS = ((FILE, EDIT, QUOTATION), (VIEW, GO), (ARTICLE, HELP))


def more_keys() -> tuple[tuple[str, str], ...]:
    """Keys of the article that are no command of a menu."""
    return (
        (_("A page on, a page back"), "Space, Shift+Space"),
        (_("Select words"), "Shift+←→↑↓"),
        (_("Open the highlight"), "Enter"),
        (_("Into the panel beside the selection"), "F2"),
        (_("Leave: panel, find, caret, evidence"), "Esc"),
    )


def shelf_keys() -> tuple[tuple[str, str], ...]:
    """Keys of the shelf's list, while it has the focus."""
    return (
        (_("On the shelf: open, open beside"), "Enter, Ctrl+Enter"),
        (_("Star, read, tags"), "S, R, T"),
        (_("Move to the bin; in the bin: delete for good"), "Del"),
        (_("Rename, remove a collection, tag or search"), "F2, Del"),
        (_("How to search, in the search field"), "Alt+↓"),
    )


_MORE = {ARTICLE: more_keys, FILE: shelf_keys}


class KeySheet(QDialog):
    """Commands and their keys, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        room = self.screen().availableSize() * 0.94
        sheet = self._sheet(_COLUMNS)
        if sheet.sizeHint().width() + 32 > room.width():  # the system's text is large: one below the other
            sheet = self._sheet([tuple(menu for menus in _COLUMNS for menu in menus)])
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setAccessibleName(_("All keys"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 16)
        rows.addWidget(area)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(buttons)
        rows.addLayout(foot)
        wide = min(sheet.sizeHint().width() + 32, room.width())
        self.resize(wide, min(scaled(860), sheet.sizeHint().height() + 72, room.height()))

    def _sheet(self, columns: Sequence[tuple[str, ...]]) -> QWidget:
        sheet = QWidget()
        sheet.setProperty("surface", "clear")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(24, 20, 24, 12)
        row.setSpacing(40)
        for menus in columns:
            row.addLayout(self._column(menus))
        return sheet

    def _column(self, menus: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        for menu in menus:
            column.addWidget(_label(menu_names()[menu].replace("&", ""), "heading"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(4)
            rows = [(_plain(c.words), keys) for c in commands() if c.menu == menu and (keys := shown_keys(c))]
            for words, keys in rows + list(_MORE[menu]() if menu in _MORE else ()):
                at = grid.rowCount()
                grid.addWidget(_label(words, "sentence"), at, 0)
                grid.addWidget(
                    _label(keys, "label"), at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
            column.addLayout(grid)
        column.addStretch(1)
        return column


def shown_keys(command: Command) -> str:
    """The keys of a command as this platform writes them; "" where it has none."""
    written = [QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in command.keys]
    return command.single or ", ".join(written)


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    return label
