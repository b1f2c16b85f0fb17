"""One style sheet for every control. Widgets say what they are by dynamic properties, never by sheets of their own.

Buttons, ``role``: ``primary`` (filled; one a view), ``quiet`` (no border), ``link``, ``danger``; none: bordered.
``size`` = ``row``: 28 high instead of 32. Labels, ``role``: ``heading``, ``label``, ``fact``, ``sentence``, ``hint``,
``warn``, ``error``, ``absent``, ``title``. Containers, ``surface``: ``paper``, ``panel``, ``raised``, ``select``,
``popover``, and ``rule`` for a line 1 px thick. After changing a property of a shown widget call ``restyle(widget)``.
"""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from string import Template
from tempfile import NamedTemporaryFile

from PySide6.QtWidgets import QWidget

from reindreader.resources import resource_names, resource_text

_DRAWN = ("QComboBox::", "QListView::indicator", "QCheckBox::indicator", "QRadioButton::indicator")
"""The rules that need the pictures; without these the style draws the marks itself."""

_LENGTH = re.compile(r"\b([3-9]|\d{2,})px")
"""What grows with the text; lines stay as thin as they are."""

_SHEET = """
QMainWindow, QDialog { background: $panel; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 6px 8px; font-size: 12px; }
*[surface="paper"] { background: $paper; }
*[surface="panel"] { background: $panel; }
*[surface="raised"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
*[surface="select"] { background: $select; border-radius: 8px; }
*[surface="popover"] { background: $raised; border: 1px solid $edge; border-radius: 10px; }
*[surface="rule"] { background: $line; border: 0; }
*[surface="edge"] { background: $edge; border: 0; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel { background: transparent; color: $text; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-size: 12px; font-weight: 600; color: $text; }
QLabel[role="label"] { font-size: 12px; color: $quiet; }
QLabel[role="fact"] { font-size: 14px; font-weight: 500; color: $text; }
QLabel[role="absent"] { font-size: 14px; font-style: italic; color: $quiet; }
QLabel[role="sentence"] { font-size: 13px; color: $text; }
QLabel[role="hint"] { font-size: 11px; color: $quiet; }
QLabel[role="warn"] { font-size: 13px; color: $warn; }
QLabel[role="error"] { font-size: 13px; color: $error; }
QLabel[role="button"] { font-size: 13px; font-weight: 600; }
QLabel[role="button-hint"] { font-size: 11px; }
QLabel[on="accent"] { color: $on_accent; }

QPushButton { background: $raised; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 0 12px;
  min-height: 30px; font-size: 13px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $select; }
QPushButton:disabled { color: $edge; border-color: $line; background: transparent; }
QPushButton[size="row"] { min-height: 26px; padding: 0 10px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent; border-color: $text; }
QPushButton[role="primary"]:disabled { background: $panel; color: $edge; border-color: $edge; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:checked { background: $select; }
QPushButton[role="link"], QPushButton[role="danger"] { background: transparent; border-color: transparent;
  padding: 0 4px; color: $accent; }
QPushButton[align="left"] { text-align: left; padding: 0; }
QPushButton[flush="true"] { padding: 0; border: 0; text-decoration: underline; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="danger"] { color: $error; }
QPushButton[role="danger"]:hover { text-decoration: underline; }
QPushButton[role="chip"] { background: $hover; border-color: transparent; border-radius: 12px; min-height: 22px;
  padding: 0 10px; font-size: 12px; font-weight: 400; }
QPushButton[role="chip"]:hover { text-decoration: line-through; }

QAbstractButton { icon-size: 16px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
  padding: 5px; font-size: 13px; }
QToolButton[role="type"] { font-size: 16px; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $select; }
QToolButton::menu-indicator { image: none; width: 0; }
*[surface="switch"] { background: $hover; border-radius: 8px; }
QToolButton[role="segment"] { padding: 3px 11px; border-radius: 7px; font-weight: 500; color: $quiet; }
QToolButton[role="segment"]:hover { color: $text; }
QToolButton[role="segment"]:checked { background: $raised; color: $text; border-color: $edge; }
QToolButton[role="segment"]:disabled { color: $edge; }

QLineEdit, QPlainTextEdit, QTextEdit[role="field"], QSpinBox, QDoubleSpinBox { background: $raised; color: $text;
  border: 1px solid $edge; border-radius: 6px; padding: 0 8px; font-size: 13px;
  selection-background-color: $selection; selection-color: $text; placeholder-text-color: $quiet; }
QLineEdit, QSpinBox, QDoubleSpinBox { min-height: 30px; }
QPlainTextEdit, QTextEdit[role="field"] { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[role="field"]:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $accent; padding: 0 $focused_pad; min-height: $focused; }
QPlainTextEdit:focus, QTextEdit[role="field"]:focus { padding: 5px 7px; }
QLineEdit[role="bare"] { background: transparent; border-color: transparent; min-height: 22px; padding: 0; }
QLineEdit[role="bare"]:focus { border: 0; border-bottom: 2px solid $accent; border-radius: 0; padding: 0; min-height: 22px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $quiet; background: $panel; border-color: $line; }
QLineEdit[invalid="true"] { border-color: $error; }

QComboBox { background: $raised; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 0 10px;
  min-height: 30px; font-size: 13px; }
QComboBox[size="row"] { min-height: 26px; }
QComboBox:hover { background: $hover; }
QComboBox:disabled { color: $edge; border-color: $line; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$pictures/chevron.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge; outline: 0;
  selection-background-color: $select; selection-color: $text; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }

QListView, QTreeView, QTableView, QListWidget { background: transparent; border: 0; outline: 0; color: $text;
  selection-background-color: $select; selection-color: $text; }
QTreeView { show-decoration-selected: 0; }
QListView::item { border-radius: 8px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $select; color: $text; }
QListView::indicator { width: 16px; height: 16px; margin-right: 6px; }
QListView::indicator:unchecked { image: url("$pictures/check-off.svg"); }
QListView::indicator:checked { image: url("$pictures/check-on.svg"); }
QListView::indicator:indeterminate { image: url("$pictures/check-part.svg"); }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[surface="clear"] { background: transparent; }

QCheckBox, QRadioButton { spacing: 8px; color: $text; font-size: 13px; min-height: 28px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; }
QCheckBox::indicator:unchecked { image: url("$pictures/check-off.svg"); }
QCheckBox::indicator:checked { image: url("$pictures/check-on.svg"); }
QCheckBox::indicator:indeterminate { image: url("$pictures/check-part.svg"); }
QRadioButton::indicator:unchecked { image: url("$pictures/radio-off.svg"); }
QRadioButton::indicator:checked { image: url("$pictures/radio-on.svg"); }
QGroupBox { border: 0; margin-top: 24px; font-size: 12px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 0; color: $text; }
QTabWidget::pane { border: 0; }

QMenuBar { background: $panel; color: $text; padding: 0 14px; font-size: 13px; }
QMenuBar::item { padding: 5px 12px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 5px; font-size: 13px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 6px; }
QMenu::item:selected { background: $select; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 6px; }

QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 2px; min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:vertical:pressed { background: $quiet; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 2px; min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:horizontal:hover { background: $quiet; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: transparent; border: 0; }
QProgressBar::chunk { background: $accent; }
"""


def style_sheet(colours: Mapping[str, str], scaled: Callable[[float], int], pictures: Path | None = None) -> str:
    """The style sheet in these colours; a field with the focus has a thicker line, and stays as large as it was.

    ``pictures``: the folder of the controls' pictures, None for the style's own."""
    lines = (line for line in _SHEET.splitlines() if pictures or not line.startswith(_DRAWN))
    folder = pictures.as_posix() if pictures else ""
    grown = _LENGTH.sub(lambda length: f"{scaled(int(length[1]))}px", "\n".join(lines))
    focused = {"focused": f"{scaled(30) - 2}px", "focused_pad": f"{scaled(8) - 1}px"}
    return Template(grown).substitute(colours, **focused, pictures=folder)


def control_pictures(colours: Mapping[str, str], folder: Path) -> Path | None:
    """Write the pictures of arrows, ticks and dots in these colours below the folder, once; None where that fails.

    A style sheet can only name pictures by their files.
    """
    names = resource_names("icons/controls", ".svg")
    drawn = {name: _inked(resource_text(name), colours) for name in names}
    own = folder / sha256("".join(drawn.values()).encode()).hexdigest()[:12]
    try:
        own.mkdir(parents=True, exist_ok=True)
        for name, svg in drawn.items():
            _write_whole(own / Path(name).name, svg)
    except OSError:
        return None
    return own


def restyle(widget: QWidget) -> None:
    """Let the style sheet see the widget's changed properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _inked(svg: str, colours: Mapping[str, str]) -> str:
    return re.sub(r'(fill|stroke)="(\w+)"', lambda m: f'{m[1]}="{colours.get(m[2], m[2])}"', svg)


def _write_whole(path: Path, text: str) -> None:
    if not path.exists():
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            file.write(text)
        Path(file.name).replace(path)
