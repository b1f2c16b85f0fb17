"""Settings: what is changed in the dialog holds at once, and is remembered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.settings import SettingsDialog, SettingsValues
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Setting(QObject):
    """Opens the dialog, and does what it asks for."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: SettingsDialog | None = None
        window.choices.came.connect(self._show_choices)

    def ask(self, page: QWidget | None = None) -> None:
        """Open the dialog. ``page``: at this page; None where it was left."""
        window = self._window
        if self._dialog is None:
            self._dialog = self._made()
        window.choices.want()
        self._show_choices()
        self._dialog.show_library(str(window.jobs.path))
        self._dialog.show_settings(self._values())
        if page is not None:
            self._dialog.turn_to(page)
        self._refresh(self._dialog.page)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _show_choices(self) -> None:
        if self._dialog is not None:
            self._dialog.show_styles(self._window.choices.styles, (self._window.preferences.style,))
            self._dialog.show_languages(self._window.choices.languages)

    def _made(self) -> SettingsDialog:
        window = self._window
        dialog = SettingsDialog(window.looks.theme, window)
        dialog.add_page(_("Citation keys"), window.keying.page)
        dialog.add_page(_("Files kept up to date"), window.targets.page)
        dialog.add_page(_("Safe keeping"), window.safekeeping.page)
        dialog.settings_changed.connect(self._change)
        dialog.library_folder_wanted.connect(self._show_folder)
        dialog.page_turned.connect(self._refresh)
        window.looks.changed.connect(dialog.show_theme)
        return dialog

    def _refresh(self, page: QWidget | None) -> None:
        for own in (self._window.keying, self._window.targets, self._window.safekeeping):
            if own.page is page:
                own.refresh()

    def _values(self) -> SettingsValues:
        own, reading = self._window.preferences, self._window.preferences.reading
        return SettingsValues(
            own.theme,
            reading.size,
            reading.leading,
            reading.characters,
            reading.justified,
            own.style,
            own.language or "",
            reading.hyphenated,
        )

    def _change(self, values: SettingsValues) -> None:
        window, before = self._window, self._values()
        window.preferences.reading = ReadingStyle(
            values.size, values.leading, values.characters, values.justified, values.hyphenated
        )
        if values.theme != before.theme:
            window.looks.choose(values.theme)
        if values.style != before.style:
            window.citing.choose_style(values.style)
        if values.language != before.language:
            window.citing.choose_language(values.language)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.jobs.path.parent)))
