"""Finding and merging duplicates, in the library's thread."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reindreader.citing.duplicates import Group
from reindreader.desktop.acting import Act, Acting
from reindreader.desktop.jobs import Job
from reindreader.desktop.merging.dialog import MergingDialog
from reindreader.desktop.merging.group_list import Shown
from reindreader.desktop.shelf import acts, words
from reindreader.desktop.shelf.log import logged, undo_logged
from reindreader.library import Library
from reindreader.workflows.bibliography_words import group_sentence
from reindreader.workflows.merging import Slot, Take, find_duplicates, merge, merge_pair, not_duplicates
from reindreader.workflows.progress import Work
from reindreader.workflows.wording import _, error_sentence

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_MOST = 2000
"""So many groups are listed; the next ones come when these are settled."""


class Merging(QObject):
    """Opens the dialog and does what it asks for."""

    def __init__(self, window: "Window", acting: Acting) -> None:
        super().__init__(window)
        self._window, self._acting = window, acting
        self._dialog: MergingDialog | None = None
        self._search: Job | None = None
        acting.done.connect(self._take_done)

    def find(self) -> None:
        """Look for duplicates in all of the library."""
        dialog = self._open()
        self._search = self._window.jobs.submit(
            find_shown, self._show_groups, self._refuse, lambda own: dialog.show_searching(own.done, own.total)
        )

    def compare(self, kept: int, other: int) -> None:
        """Show two records that the user chose."""
        dialog = self._open()

        def shown(library: Library) -> list[Shown]:
            rows = library.shelf_rows([kept])
            return [Shown((kept, other), words.title(rows[0]) if rows else "", _("Chosen by you."), versions=False)]

        self._window.jobs.submit(shown, dialog.show_groups, self._refuse)

    def _open(self) -> MergingDialog:
        if self._dialog is not None:
            self._dialog.close()
        dialog = MergingDialog(self._window.looks.theme, self._window)
        self._dialog = dialog
        dialog.pair_wanted.connect(self._load)
        dialog.merge_wanted.connect(self._merge)
        dialog.distinct_wanted.connect(self._part)
        dialog.link_wanted.connect(lambda one, original: self._acting.do(acts.link_original(one, original)))
        dialog.join_wanted.connect(lambda one, other: self._acting.do(acts.join_works(one, other)))
        dialog.finished.connect(self._close)
        dialog.open()
        return dialog

    def _show_groups(self, groups: list[Shown]) -> None:
        if self._dialog is not None:
            self._dialog.show_groups(groups)

    def _load(self, kept: int, other: int) -> None:
        def take(pair: object) -> None:
            if self._dialog is not None:
                self._dialog.show_pair(pair)  # type: ignore[arg-type]

        self._window.jobs.submit(lambda library: merge_pair(library, kept, other), take, self._refuse)

    def _merge(self, kept: int, other: int, choices: Mapping[Slot, Take]) -> None:
        self._acting.do(merging(kept, other, choices))

    def _part(self, ids: Sequence[int]) -> None:
        self._acting.do(parting(ids))

    def _take_done(self, act: Act, _result: object, undone: bool) -> None:
        if self._dialog is None or undone:
            return
        if act.name == _("Merge two records"):
            self._dialog.forget(act.records[1:], whole=False)
        elif act.name in {_("Not duplicates"), _("Link the original"), _("Keep versions together")}:
            self._dialog.forget(act.records, whole=True)

    def _refuse(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error_sentence(error))

    def _close(self, _result: int) -> None:
        self._dialog = None
        if self._search is not None:
            self._search.cancel()


def find_shown(library: Library) -> Work[list[Shown]]:
    """The duplicates as they are listed."""
    groups = yield from find_duplicates(library)
    some = groups[:_MOST]
    rows = {row.id: row for row in library.shelf_rows(list({one for group in some for one in group.ids}))}
    return [_shown(group, words.title(rows[group.ids[0]])) for group in some if all(one in rows for one in group.ids)]


def _shown(group: Group, title: str) -> Shown:
    return Shown(group.ids, title, group_sentence(group), group.versions)


def merging(kept: int, other: int, choices: Mapping[Slot, Take]) -> Act:
    """Two records become one."""
    return Act(
        _("Merge two records"),
        logged(lambda library: merge(library, kept, other, choices)),
        undo_logged,
        lambda _own: _("Two records are one now."),
        (kept, other),
        binned=(other,),
    )


def parting(ids: Sequence[int]) -> Act:
    """These are remembered as different."""

    def undo(library: Library, _done: object) -> None:
        for one, other in combinations(ids, 2):
            library.set_distinct(one, other, distinct_=False)

    told = _("Remembered: they are different.")
    return Act(_("Not duplicates"), lambda library: not_duplicates(library, ids), undo, lambda _own: told, tuple(ids))
