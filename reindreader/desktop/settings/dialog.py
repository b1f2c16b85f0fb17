"""The settings dialog as a whole. What is changed holds at once; there is nothing to confirm."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.focus_ring import FocusRing
from reindreader.desktop.settings.pages import Pages
from reindreader.desktop.settings.parts import heading, rows
from reindreader.desktop.settings.specimen import Specimen
from reindreader.desktop.settings.stepper import Stepper
from reindreader.desktop.settings.theme_tiles import ThemeTiles
from reindreader.desktop.settings.values import CHARACTERS, LEADINGS, SIZES, SettingsValues
from reindreader.desktop.sizing import open_as_large
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

_WIDTH, _HEIGHT = 872, 600


class SettingsDialog(QDialog):
    """``show_settings`` in, ``settings_changed`` out, at every change."""

    settings_changed = Signal(object)
    """The ``SettingsValues`` as they are now."""
    library_folder_wanted = Signal()
    page_turned = Signal(object)
    """The widget of the page that is shown now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self._values = SettingsValues()
        self._ring = FocusRing(theme, self)
        self._pages = Pages(theme)
        self._pages.turned.connect(self.page_turned)
        self._tiles = ThemeTiles(theme)
        self._size = Stepper(_("Text size"), SIZES, 1, _("pixels"))
        self._leading = Stepper(_("Line height"), LEADINGS, 0.05)
        self._characters = Stepper(_("Line length"), CHARACTERS, 1, _("characters"))
        self._justified = QCheckBox(_("Justify both edges"))
        self._hyphenated = QCheckBox(_("Break words by the rules of their language"))
        self._specimen = Specimen(theme)
        self._style = Chooser(_("Citation style"), theme)
        self._language = Chooser(_("Language of citations"), theme)
        self._library = QLabel()
        self._folder = QPushButton(_("Show the folder"))
        self._lay_out()
        self._connect()
        open_as_large(self, _WIDTH, _HEIGHT)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._tiles, self._specimen, self._ring, self._pages):
            part.show_theme(theme)
        for chooser in (self._style, self._language):
            chooser.show_theme(theme)

    def add_page(self, words: str, page: QWidget) -> None:
        """One page more."""
        self._pages.add(words, page)

    def turn_to(self, page: QWidget) -> None:
        """Show this page."""
        self._pages.turn_to(page)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.page

    def show_settings(self, values: SettingsValues) -> None:
        """Show these."""
        self._values = values
        self._tiles.show_choice(values.theme)
        self._size.show_value(values.size)
        self._leading.show_value(values.leading)
        self._characters.show_value(values.characters)
        self._justified.setChecked(values.justified)
        self._hyphenated.setChecked(values.hyphenated)
        self._style.show_choice(values.style)
        self._language.show_choice(values.language)
        self._specimen.show_values(values)

    def show_styles(self, styles: Sequence[tuple[str, str]], used: Sequence[str] = ()) -> None:
        """Offer these styles, (id, title) each; ``used``: the ids of those used last."""
        self._style.show_choices(styles, used)

    def show_languages(self, languages: Sequence[tuple[str, str]]) -> None:
        """Offer these languages, (tag, name) each."""
        self._language.show_choices(languages)

    def show_library(self, place: str) -> None:
        """Say where the library lies."""
        self._library.setText(place)
        self._library.setToolTip(place)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        page = QWidget()
        page.setProperty("surface", "paper")
        self._pages.add(_("Reading and citing"), page)
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(0)
        column.addWidget(heading(_("Theme")))
        column.addSpacing(8)
        column.addWidget(self._tiles)
        column.addSpacing(20)
        column.addWidget(heading(_("Text")))
        column.addSpacing(12)
        column.addLayout(self._text_row())
        column.addSpacing(20)
        column.addWidget(heading(_("Citations")))
        column.addSpacing(12)
        column.addLayout(rows((_("Style"), self._style), (_("Language"), self._language)))
        column.addSpacing(20)
        column.addWidget(heading(_("Library")))
        column.addSpacing(8)
        column.addLayout(self._library_row())
        column.addStretch(1)

    def _text_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._text_rows())
        row.addWidget(self._specimen, 1)
        return row

    def _text_rows(self) -> QGridLayout:
        return rows(
            (_("Text size"), self._size),
            (_("Line height"), self._leading),
            (_("Line length"), self._characters),
            ("", self._justified),
            ("", self._hyphenated),
        )

    def _library_row(self) -> QHBoxLayout:
        self._library.setProperty("role", "sentence")
        self._library.setWordWrap(True)
        self._library.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder.setProperty("role", "link")
        self._folder.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._library, 1)
        row.addWidget(self._folder)
        return row

    def _connect(self) -> None:
        self._tiles.chosen.connect(lambda name: self._change(theme=name))
        self._size.changed.connect(lambda value: self._change(size=round(value)))
        self._leading.changed.connect(lambda value: self._change(leading=round(value, 2)))
        self._characters.changed.connect(lambda value: self._change(characters=round(value)))
        self._justified.clicked.connect(lambda on: self._change(justified=on))
        self._hyphenated.clicked.connect(lambda on: self._change(hyphenated=on))
        self._style.chosen.connect(lambda key: self._change(style=key))
        self._language.chosen.connect(lambda tag: self._change(language=tag))
        self._folder.clicked.connect(self.library_folder_wanted)
        for chooser in (self._style, self._language):
            chooser.setAutoDefault(False)

    def _change(self, **changes: Any) -> None:
        self._values = replace(self._values, **changes)
        self._specimen.show_values(self._values)
        self.settings_changed.emit(self._values)
