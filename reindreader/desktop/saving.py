"""Export: the dialog shows the file as it will be written; it is written in the library's thread."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reindreader.desktop.exporting import Exportable, ExportDialog, FileFormat, Scope
from reindreader.desktop.jobs import Job
from reindreader.library import ExportTarget, Library
from reindreader.workflows.exporting import (
    ExportOptions,
    ExportPreview,
    ExportReport,
    export,
    export_preview,
    export_text,
    known_formats,
    loss_report,
)
from reindreader.workflows.loss_words import LossWords, format_label
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.shelving import paths
from reindreader.workflows.targets import EVERYTHING, Selection, add_target, trouble_sentence
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_PIECES = 200
"""Between two words on progress."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the dialog asks for."""

    selection: Selection
    form: str
    options: ExportOptions


class Exporting(QObject):
    """Opens the dialog and does what it asks for."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ExportDialog | None = None
        self._previewing: list[Job] = []
        self._writing: Job | None = None
        window.choices.came.connect(self._show_choices)

    def ask(self) -> None:
        """Open the dialog on what is open and chosen."""
        if self._dialog is not None:
            return
        dialog = ExportDialog(formats(), self._window.looks.theme, self._window)
        self._dialog = dialog
        self._window.choices.want()
        self._show_choices()
        dialog.preview_wanted.connect(lambda _scope, _form: self._preview())
        dialog.save_wanted.connect(lambda _scope, _form, path: self._save(Path(path)))
        dialog.copy_wanted.connect(self._copy)
        dialog.cancel_wanted.connect(self._cancel)
        dialog.finished.connect(self._close)
        shown = self._window.current.shown
        title = shown.title if shown else None
        selected, words = len(self._window.shelf.selected_ids), self._window.shelf.search_words.strip()
        self._window.jobs.submit(lambda library: exportable(library, title, selected, words), self._show)

    def _show_choices(self) -> None:
        if self._dialog is not None:
            self._dialog.show_styles(self._window.choices.styles, self._window.choices.languages)

    def _show(self, there: Exportable) -> None:
        dialog = self._dialog
        if dialog is not None:
            dialog.show_articles(there)
            form, options = self._kept()
            dialog.show_choice(Scope.SELECTED if there.selected > 1 else None, form, options)
            dialog.open()

    def _asked(self) -> _Asked | None:
        dialog = self._dialog
        if dialog is None:
            return None
        return _Asked(self._selection(dialog), dialog.format.key, dialog.options)

    def _selection(self, dialog: ExportDialog) -> Selection:
        shown, scope = self._window.current.shown, dialog.scope
        if scope is Scope.COLLECTION:
            return Selection(collection=int(dialog.within))
        return {
            Scope.THIS: Selection(ids=(shown.id,) if shown else ()),
            Scope.SELECTED: Selection(ids=tuple(self._window.shelf.selected_ids)),
            Scope.SEARCH: Selection(search=self._window.shelf.search_words.strip()),
            Scope.TAG: Selection(tag=dialog.within),
        }.get(scope, EVERYTHING)

    # the preview

    def _preview(self) -> None:
        asked, dialog = self._asked(), self._dialog
        if asked is None or dialog is None:
            return
        self._stop_previewing()
        dialog.show_waiting()
        name = self._name(dialog.scope, asked.form)

        def preview(library: Library) -> ExportPreview:
            return export_preview(library, asked.selection.find(library), asked.form, asked.options)

        def take(made: ExportPreview) -> None:
            if self._dialog is not None and self._asked() == asked:
                self._dialog.show_preview(made.text, made.entries, _rows(made.losses), shown=made.shown, name=name)
                if made.shown < made.entries:
                    self._dialog.show_losses(_rows(made.losses), made.entries)
                    self._look_through(asked)

        self._previewing = [self._window.jobs.submit(preview, take, self._refuse)]

    def _look_through(self, asked: _Asked) -> None:
        """What all the records lose, not just the first."""

        def look(library: Library) -> Work[tuple[LossWords, ...]]:
            return loss_report(library, asked.selection.find(library), asked.form, asked.options)

        def take(losses: tuple[LossWords, ...]) -> None:
            if self._dialog is not None and self._asked() == asked:
                self._dialog.show_losses(_rows(losses))

        self._previewing.append(self._window.jobs.submit(look, take, self._refuse))

    def _stop_previewing(self) -> None:
        for job in self._previewing:
            job.cancel()
        self._previewing = []

    def _name(self, scope: Scope, form: str) -> str:
        shown = self._window.current.shown
        stem = shown.stored.key if scope is Scope.THIS and shown else "references"
        return stem + known_formats()[form].suffix

    # the file

    def _save(self, path: Path) -> None:
        asked, dialog = self._asked(), self._dialog
        if asked is None or dialog is None:
            return
        self._stop_previewing()
        self._keep(asked)
        act = self._keep_up_to_date if dialog.keeps else self._write
        dialog.show_progress(0, 0)
        self._writing = act(asked, path)

    def _write(self, asked: _Asked, path: Path) -> Job:
        def write(library: Library) -> Work[ExportReport]:
            return export(library, asked.selection.find(library), asked.form, path, asked.options)

        def take(report: ExportReport) -> None:
            words = ngettext("{count} entry written to {name}.", "{count} entries written to {name}.", report.entries)
            self._end(words.format(count=f"{report.entries:,}", name=path.name))

        return self._window.jobs.submit(write, take, self._refuse, self._progress)

    def _keep_up_to_date(self, asked: _Asked, path: Path) -> Job:
        def write(library: Library) -> Work[ExportTarget]:
            return add_target(library, path, asked.form, asked.options, asked.selection)

        def take(target: ExportTarget) -> None:
            if target.trouble:
                if self._dialog is not None:
                    self._dialog.show_error(trouble_sentence(target))
            else:
                self._end(_("{name} is written, and kept up to date from now on.").format(name=path.name))

        return self._window.jobs.submit(write, take, self._refuse, self._progress)

    def _progress(self, progress: Progress) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(progress.done if progress.total else 0, progress.total)

    def _end(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.end_progress()
            self._dialog.accept()
        self._window.telling.tell(words)

    def _cancel(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None

    def _copy(self) -> None:
        asked, dialog = self._asked(), self._dialog
        if asked is None or dialog is None:
            return

        def make(library: Library) -> Work[str]:
            pieces: list[str] = []
            for piece in export_text(library, asked.selection.find(library), asked.form, asked.options):
                pieces.append(piece)
                if len(pieces) % _PIECES == 0:
                    yield Progress(len(pieces), 0)
            return "".join(pieces)

        def take(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            if self._dialog is not None:
                self._dialog.end_progress(_("The file’s text is copied."))
            self._window.telling.tell(_("The file’s text is copied."))

        self._writing = self._window.jobs.submit(make, take, self._refuse, self._progress)

    def _refuse(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error_sentence(error))

    def _close(self, _result: int) -> None:
        self._stop_previewing()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    # what was chosen last

    def _keep(self, asked: _Asked) -> None:
        self._window.preferences.set_words("export", json.dumps([asked.form, asked.options.as_json()]))

    def _kept(self) -> tuple[str | None, ExportOptions]:
        usual = ExportOptions(style=self._window.preferences.style, language=self._window.preferences.language)
        with suppress(ValueError, TypeError, AttributeError):
            form, options = json.loads(self._window.preferences.words("export"))
            return str(form), ExportOptions.from_json(options)
        return None, usual


def formats() -> list[FileFormat]:
    """All formats, by what they are for."""
    short = short_labels()
    return [
        FileFormat(
            key,
            short.get(key) or format_label(key),
            form.suffix,
            form.group.value,
            form.options,
            form.pack is not None,
        )
        for key, form in known_formats().items()
    ]


def short_labels() -> dict[str, str]:
    """Names of formats below the heading that says what they are for."""
    return {
        "bibliography-text": _("Plain text"),
        "bibliography-markdown": _("Markdown"),
        "bibliography-html": _("HTML"),
        "bibliography-rtf": _("RTF"),
        "bibliography-docx": _("Word"),
        "bibliography-odt": _("OpenDocument"),
        "annotations": _("W3C annotations"),
        "notes-markdown": _("Markdown notes"),
        "notes-org": _("Org notes"),
        "notes-obsidian": _("Obsidian notes"),
    }


def exportable(library: Library, title: str | None, selected: int, words: str) -> Exportable:
    """What there is to export."""
    return Exportable(
        title,
        selected,
        len(library.all_ids()),
        words,
        len(library.shelf_ids(query=words)) if words else 0,
        [(str(one.id), path, one.count) for path, one in paths(library).items()],
        [(tag.name, tag.count) for tag in library.tags()],
    )


def _rows(losses: Sequence[LossWords]) -> list[tuple[str, str, bool]]:
    return [(own.label, own.sentence, own.severe) for own in losses]
