"""The export dialog as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reindreader.desktop.exporting.choices import Exportable, ExportChoices, FileFormat, Scope
from reindreader.desktop.exporting.file_view import FileView
from reindreader.desktop.exporting.losses import Loss, LossList
from reindreader.desktop.exporting.parts import head, label, surface
from reindreader.desktop.exporting.ways import Ways
from reindreader.desktop.focus_ring import FocusRing
from reindreader.desktop.hairline import hairline
from reindreader.desktop.sizing import open_as_large
from reindreader.desktop.theme import Theme, scaled
from reindreader.workflows.exporting import ExportOptions
from reindreader.workflows.wording import _, ngettext

_WIDTH, _HEIGHT, _LEFT = 912, 632, 232

ChoosePath = Callable[[QWidget, str, str], str]
"""Parent, suggested name, filter -> path, "" where the user thinks better of it."""


def choose_path(parent: QWidget, name: str, kinds: str) -> str:
    """Ask by the system's own dialog."""
    return QFileDialog.getSaveFileName(parent, _("Save as"), name, kinds)[0]


class ExportDialog(QDialog):
    """Shows the file before it is written. It stays open until its parent says that the file was (``accept``)."""

    preview_wanted = Signal(str, str)
    """Scope and format, now that they were chosen."""
    save_wanted = Signal(str, str, str)
    """Scope, format, path."""
    copy_wanted = Signal()
    cancel_wanted = Signal()
    """Of the file that is being written."""

    def __init__(
        self,
        formats: Sequence[FileFormat],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        choose_path: ChoosePath = choose_path,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._choose_path = choose_path
        self._name = ""
        self._writing = self._possible = False
        self._ring = FocusRing(theme, self)
        self._choices = ExportChoices(formats, theme)
        self._ways = Ways(theme)
        self._text = FileView(theme)
        self._entries = label("", "label")
        self._losses = LossList(theme)
        self._count = label("", "label")
        self._file = label("", "sentence")
        self._file.setWordWrap(True)
        self._keep = QCheckBox(_("Keep this file up to date"))
        self._keep.setToolTip(_("It is written again after changes of these articles. The settings list such files."))
        self._progress = QProgressBar()
        self._cancel = QPushButton(_("Cancel"))
        self._copy = QPushButton(_("Copy"))
        self._save = QPushButton(_("Save as…"))
        self._lay_out()
        self._connect()
        self._show_format()
        self._enable(False)
        open_as_large(self, _WIDTH, _HEIGHT)

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self._choices, self._ways, self._losses, self._ring, self._text):
            part.show_theme(theme)

    def show_articles(self, there: Exportable) -> None:
        """Say what can be exported."""
        self._choices.show_articles(there)

    def show_styles(self, styles: Sequence[tuple[str, str]], languages: Sequence[tuple[str, str]]) -> None:
        """Offer these for bibliographies, (id, title) and (tag, name) each."""
        self._ways.show_styles(styles, languages)

    def show_choice(
        self, scope: Scope | None = None, form: str | None = None, options: ExportOptions | None = None
    ) -> None:
        """Begin with these, such as what was chosen last."""
        self._choices.choose(scope, form)
        if options is not None:
            self._ways.show_options(options)
        self._show_format()

    def show_preview(
        self, text: str, entries: int, losses: Sequence[Loss] = (), *, shown: int | None = None, name: str = ""
    ) -> None:
        """Show the file. ``entries``: of the whole file; ``shown``: in ``text``, None for all; ``name``: of the file."""
        form = self.format
        self._name = name or f"references{form.suffix}"
        self._text.show_file(text, form.suffix, reads=form.packed)
        self._entries.setText(_entries_words(entries, entries if shown is None else shown, packed=form.packed))
        self.show_losses(losses)
        self._say(self._name if form.packed else _("{name}, UTF-8").format(name=self._name), "sentence")
        self._enable(entries > 0)

    def show_losses(self, losses: Sequence[Loss], counting: int = 0) -> None:
        """Show these; ``counting``: how many articles are still looked through, 0 where these are all."""
        self._losses.show_losses(losses)
        words = ngettext("looking through {count} article", "looking through {count} articles", counting)
        self._count.setText(words.format(count=f"{counting:,}") if counting else f"{len(losses):,}" if losses else "")

    def show_waiting(self) -> None:
        """Another preview is being made: until it is there the old one stands, but cannot be saved."""
        self._entries.setText(_("One moment…"))

    def show_progress(self, done: int, total: int) -> None:
        """The file is being written; ``total`` 0: how far is not known."""
        self._writing = True
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.setVisible(True)
        if total:
            self._say(_("{done} of {total} written").format(done=f"{done:,}", total=f"{total:,}"), "sentence")
        self._enable(self._possible)

    def end_progress(self, words: str = "") -> None:
        """It is written, or was given up: ``words``."""
        self._writing = False
        self._progress.setVisible(False)
        if words:
            self._say(words, "sentence")
        self._enable(self._possible)

    def show_error(self, sentence: str) -> None:
        """Say why the file could not be made or written."""
        self.end_progress()
        self._say(sentence, "error")

    @property
    def scope(self) -> Scope:
        """Which articles are chosen."""
        return self._choices.scope

    @property
    def within(self) -> str:
        """The collection's id or the tag's name."""
        return self._choices.within

    @property
    def format(self) -> FileFormat:
        """Which format is chosen."""
        return self._choices.format

    @property
    def options(self) -> ExportOptions:
        """How the file is to be written."""
        return self._ways.options

    @property
    def keeps(self) -> bool:
        """Whether the file is to be kept up to date."""
        return self._keep.isChecked()

    def reject(self) -> None:
        """Qt: Cancel and Esc end the writing first, then the dialog."""
        if self._writing:
            self.cancel_wanted.emit()
            self.end_progress(_("Cancelled. No file was changed."))
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: it opens with a preview."""
        super().showEvent(event)
        self._choices.show_chosen_format()
        self._ask()

    def _lay_out(self) -> None:
        left = surface("panel")
        left.setFixedWidth(min(scaled(_LEFT), 320))
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._choices)
        right = surface("paper")
        column = QVBoxLayout(right)
        column.setContentsMargins(28, 16, 28, 0)
        column.setSpacing(0)
        column.addLayout(head(_("Preview"), self._entries))
        column.addSpacing(8)
        column.addWidget(self._text, 3)
        column.addSpacing(12)
        column.addWidget(self._ways)
        column.addSpacing(16)
        column.addLayout(head(_("Left out or reworded"), self._count))
        column.addSpacing(8)
        column.addWidget(self._losses, 2)
        edge = QVBoxLayout()
        edge.setSpacing(0)
        edge.addWidget(right, 1)
        edge.addWidget(self._progress)
        edge.addWidget(hairline())
        edge.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(hairline(upright=True))
        row.addLayout(edge, 1)

    def _foot(self) -> QWidget:
        foot = surface("paper")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 8, 28, 8)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._file)
        words.addWidget(self._keep)
        row.addLayout(words, 1)
        for button in (self._cancel, self._copy, self._save):
            button.setMinimumHeight(scaled(32))
            button.setMinimumWidth(max(scaled(72), button.sizeHint().width()))
            row.addWidget(button)
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._progress.setFixedHeight(2)
        self._progress.setTextVisible(False)
        self._progress.hide()
        return foot

    def _connect(self) -> None:
        self._choices.changed.connect(self._show_format)
        self._choices.changed.connect(self._ask)
        self._ways.changed.connect(self._ask)
        self._cancel.clicked.connect(self.reject)
        self._copy.clicked.connect(self.copy_wanted)
        self._save.clicked.connect(self._ask_where)

    def _show_format(self) -> None:
        self._ways.show_format(self.format.options)

    def _ask(self) -> None:
        self.preview_wanted.emit(self.scope, self.format.key)

    def _ask_where(self) -> None:
        form = self.format
        path = self._choose_path(self, self._name, f"{form.label} (*{form.suffix})")
        if path:
            path = path if "." in path.rsplit("/", 1)[-1] else path + form.suffix
            self.save_wanted.emit(self.scope, form.key, path)

    def _say(self, words: str, role: str) -> None:
        self._file.setProperty("role", role)
        self._file.setText(words)
        self._file.style().unpolish(self._file)
        self._file.style().polish(self._file)

    def _enable(self, possible: bool) -> None:
        self._possible = possible
        for button in (self._copy, self._save):
            button.setEnabled(possible and not self._writing)
            button.setToolTip("" if possible else _("There is nothing to export yet."))


def _entries_words(entries: int, shown: int, *, packed: bool) -> str:
    if packed and shown == entries:
        words = ngettext("{count} entry, as it will read", "{count} entries, as they will read", entries)
        return words.format(count=f"{entries:,}")
    if shown < entries:
        return _("The first {shown} of {count} entries").format(shown=f"{shown:,}", count=f"{entries:,}")
    words = ngettext("{count} entry, as it will be written", "{count} entries, as they will be written", entries)
    return words.format(count=f"{entries:,}")
