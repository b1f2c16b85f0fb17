"""Export: the dialog shows the file as it will be written; it is written in the library's thread."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reindreader.desktop.exporting import ExportDialog
from reindreader.desktop.exporting.options import FileFormat, Scope
from reindreader.library import Library
from reindreader.workflows.exporting import FORMATS, ExportPreview, ExportReport, export, export_preview, export_text
from reindreader.workflows.loss_words import format_label
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Exporting(QObject):
    """Opens the dialog and does what it asks for."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ExportDialog | None = None
        self._all: list[int] = []

    def ask(self) -> None:
        """Open the dialog on what is open and chosen."""
        formats = [FileFormat(key, format_label(key), form.suffix) for key, form in FORMATS.items()]
        dialog = ExportDialog(formats, self._window.looks.theme, self._window)
        self._dialog = dialog
        dialog.preview_wanted.connect(self._preview)
        dialog.save_wanted.connect(self._save)
        dialog.copy_wanted.connect(self._copy)
        dialog.finished.connect(self._close)
        self._window.jobs.submit(lambda library: list(library.all_ids()), self._show)

    def _show(self, everything: list[int]) -> None:
        self._all = everything
        dialog, shown = self._dialog, self._window.current.shown
        if dialog is not None:
            title = shown.stored.record.title if shown else None
            name = (title.text if title else shown.stored.key) if shown else None
            dialog.show_articles(name, len(self._window.shelf.selected_ids), len(everything))
            dialog.open()

    def _ids(self, scope: Scope) -> list[int]:
        shown = self._window.current.shown
        own = {Scope.THIS: [shown.id] if shown else [], Scope.SELECTED: list(self._window.shelf.selected_ids)}
        return own.get(scope, self._all)

    def _preview(self, scope: str, form: str) -> None:
        scope = Scope(scope)
        ids, name = self._ids(scope), self._name(scope, form)

        def preview(library: Library) -> ExportPreview:
            return export_preview(library, ids, form)

        def take(made: ExportPreview) -> None:
            if self._dialog is not None and (self._dialog.scope, self._dialog.format.key) == (scope, form):
                losses = [(own.label, own.sentence, own.severe) for own in made.losses]
                self._dialog.show_preview(made.text, made.entries, losses, shown=made.shown, name=name)

        self._window.jobs.submit(preview, take, self._refuse)

    def _name(self, scope: Scope, form: str) -> str:
        shown = self._window.current.shown
        stem = shown.stored.key if scope is Scope.THIS and shown else "references"
        return stem + FORMATS[form].suffix

    def _save(self, scope: str, form: str, path: str) -> None:
        ids, file = self._ids(Scope(scope)), Path(path)

        def take(report: ExportReport) -> None:
            if self._dialog is not None:
                self._dialog.accept()
            words = ngettext("{count} entry written to {name}.", "{count} entries written to {name}.", report.entries)
            self._window.telling.tell(words.format(count=report.entries, name=file.name))
            self._window.side.end_progress()

        self._window.jobs.submit(lambda library: export(library, ids, form, file), take, self._refuse)

    def _copy(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        ids, form = self._ids(dialog.scope), dialog.format.key

        def take(pieces: Sequence[str]) -> None:
            QGuiApplication.clipboard().setText("".join(pieces))
            self._window.telling.tell(_("The file’s text is copied."))

        self._window.jobs.submit(lambda library: list(export_text(library, ids, form)), take, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error_sentence(error))

    def _close(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
