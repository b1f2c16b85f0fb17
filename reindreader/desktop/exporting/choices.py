"""The left side of the export dialog: which articles, and which format."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.exporting.option_row import OptionRow
from reindreader.desktop.hairline import hairline
from reindreader.desktop.theme import Theme
from reindreader.workflows.wording import _

_OUTER, _PAD = 12, 8


class Scope(StrEnum):
    """Which articles are exported."""

    THIS = "this"
    SELECTED = "selected"
    SEARCH = "search"
    COLLECTION = "collection"
    TAG = "tag"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """``key``: by which it is asked for; ``suffix``: with its dot; ``group``: a name of ``group_words``; ``options``: what
    can be chosen of how it is written; ``packed``: the file is no text."""

    key: str
    label: str
    suffix: str
    group: str = "references"
    options: frozenset[str] = frozenset()
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Exportable:
    """What there is to export. ``this``: the title of the open article, None where none is open; ``search``: the words
    of the shelf's search, "" for none; ``collections``: (id, path, how many); ``tags``: (name, how many)."""

    this: str | None = None
    selected: int = 0
    everything: int = 0
    search: str = ""
    found: int = 0
    collections: Sequence[tuple[str, str, int]] = ()
    tags: Sequence[tuple[str, int]] = ()


def group_words() -> dict[str, str]:
    """What files are for, in the order in which they are offered."""
    return {
        "references": _("Format: references"),
        "bibliography": _("A list to read"),
        "highlights": _("Highlights and notes"),
    }


def _scope_words() -> dict[Scope, str]:
    return {
        Scope.THIS: _("This article"),
        Scope.SELECTED: _("Selected"),
        Scope.SEARCH: _("Search result"),
        Scope.COLLECTION: _("Collection"),
        Scope.TAG: _("Tag"),
        Scope.ALL: _("All"),
    }


class ExportChoices(QWidget):
    """Groups of rows to choose one of each."""

    changed = Signal()

    def __init__(self, formats: Sequence[FileFormat], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = {form.key: form for form in formats}
        self._scopes = {scope: OptionRow(words, "", theme, dot=True) for scope, words in _scope_words().items()}
        self._files = {form.key: OptionRow(form.label, form.suffix, theme) for form in formats}
        self._pickers = {
            Scope.COLLECTION: Chooser(_("Collection"), theme),
            Scope.TAG: Chooser(_("Tag"), theme),
        }
        self._lay_out()
        for picker in self._pickers.values():
            picker.setAutoDefault(False)
            picker.chosen.connect(lambda _key: self.changed.emit())
        self._scopes[Scope.THIS].setChecked(True)
        next(iter(self._files.values())).setChecked(True)
        for scope in (Scope.SEARCH, Scope.COLLECTION, Scope.TAG):
            self._scopes[scope].setVisible(False)

    @property
    def scope(self) -> Scope:
        """Which articles are chosen."""
        return next(scope for scope, row in self._scopes.items() if row.isChecked())

    @property
    def within(self) -> str:
        """The id of the collection or the name of the tag that is chosen, "" for other scopes."""
        picker = self._pickers.get(self.scope)
        return picker.key if picker else ""

    @property
    def format(self) -> FileFormat:
        """Which format is chosen."""
        return next(self._formats[key] for key, row in self._files.items() if row.isChecked())

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        for row in (*self._scopes.values(), *self._files.values()):
            row.show_theme(theme)
        for picker in self._pickers.values():
            picker.show_theme(theme)

    def show_articles(self, there: Exportable) -> None:
        """Say what each choice holds; what is not there at all (a search, a collection) is not offered."""
        rows = self._scopes
        rows[Scope.THIS].show_state("", "" if there.this else _("No article is open."), there.this or "")
        none = "" if there.selected else _("No article is selected in the shelf.")
        rows[Scope.SELECTED].show_state(f"{there.selected:,}", none)
        nothing = "" if there.found else _("The search finds nothing.")
        rows[Scope.SEARCH].show_state(f"{there.found:,}", nothing, there.search)
        rows[Scope.ALL].show_state(f"{there.everything:,}", "" if there.everything else _("The library is empty."))
        for scope, offered in (
            (Scope.SEARCH, there.search),
            (Scope.COLLECTION, there.collections),
            (Scope.TAG, there.tags),
        ):
            rows[scope].setVisible(bool(offered))
        collections = [(key, f"{path}  ({count:,})") for key, path, count in there.collections]
        self._fill(Scope.COLLECTION, collections)
        self._fill(Scope.TAG, [(name, f"{name}  ({count:,})") for name, count in there.tags])
        if not self._possible(self.scope):
            rows[Scope.ALL].setChecked(True)

    def choose(self, scope: Scope | None = None, form: str | None = None) -> None:
        """Choose for the user, such as what was chosen last."""
        if scope and self._possible(scope):
            self._scopes[scope].setChecked(True)
        if form in self._files:
            self._files[form].setChecked(True)

    def show_chosen_format(self) -> None:
        """Bring the chosen format in sight."""
        self._scroll.ensureWidgetVisible(self._files[self.format.key], 0, 40)

    def _possible(self, scope: Scope) -> bool:
        row = self._scopes[scope]
        return row.isEnabled() and not row.isHidden()

    def _fill(self, scope: Scope, choices: Sequence[tuple[str, str]]) -> None:
        picker = self._pickers[scope]
        picker.show_choices(choices)
        if picker.key not in {key for key, _words in choices}:
            picker.show_choice(choices[0][0] if choices else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        rule = hairline()
        column.addWidget(self._articles())
        column.addWidget(rule)
        column.addWidget(self._kinds(), 1)

    def _articles(self) -> QWidget:
        articles = QWidget()
        column = QVBoxLayout(articles)
        column.setContentsMargins(_OUTER, 0, _OUTER, 8)
        column.setSpacing(0)
        column.addWidget(_heading(_("Articles")))
        column.addSpacing(4)
        group = QButtonGroup(self)
        for scope, row in self._scopes.items():
            group.addButton(row)
            column.addWidget(row)
            row.toggled.connect(self._told)
            picker = self._pickers.get(scope)
            if picker:
                holder = _indented(picker)
                column.addWidget(holder)
                holder.setVisible(False)
                row.toggled.connect(holder.setVisible)
        return articles

    def _kinds(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(_OUTER, 8, _OUTER, 12)
        column.setSpacing(0)
        group = QButtonGroup(self)
        for name, words in group_words().items():
            rows = [row for key, row in self._files.items() if self._formats[key].group == name]
            if rows:
                column.addWidget(_heading(words))
                column.addSpacing(4)
            for row in rows:
                group.addButton(row)
                column.addWidget(row)
                row.toggled.connect(self._told)
            column.addSpacing(8 if rows else 0)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._scroll

    def _told(self, on: bool) -> None:
        if on and self.isVisible():
            self.changed.emit()


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(_PAD, 4, _PAD, 4)
    return heading


def _indented(part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_PAD + 26, 2, 0, 6)
    column.addWidget(part)
    return holder
