"""What can be done with the articles that are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reindreader.desktop.shelf.sources import Kind, Source, Sources
from reindreader.library import ReadingState
from reindreader.library.shelf import ShelfRow
from reindreader.workflows.wording import _

_MOST_COLLECTIONS = 30


@dataclass(frozen=True, slots=True)
class Chosen:
    """``ids``: all that are chosen; ``rows``: those of them that are in memory; ``source``: what they are listed in."""

    ids: tuple[int, ...]
    rows: Sequence[ShelfRow]
    source: Source = field(default_factory=Source)
    sources: Sources = field(default_factory=Sources)


class RowMenu(QMenu):
    """``act_wanted``: the name of an act and what it needs beside the articles (a collection's id), else None."""

    act_wanted = Signal(str, object)

    def __init__(self, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen = chosen
        if len(chosen.ids) == 1:
            self._add(_("Open"), "open", keys=_("Enter"))
            self._add(_("Open beside"), "open_beside", keys=_("Ctrl+Enter"))
            self.addSeparator()
        if chosen.source.kind is Kind.BIN:
            self._add(_("Restore"), "restore")
            self._add(_("Delete for good"), "delete", keys=_("Del"))
        else:
            self._fill()

    def _fill(self) -> None:
        rows, source = self._chosen.rows, self._chosen.source
        starred = bool(rows) and all(row.starred for row in rows)
        read = bool(rows) and all(row.state is ReadingState.READ for row in rows)
        self._add(_("Take the star off") if starred else _("Put a star on"), "unstar" if starred else "star", keys="S")
        self._add(_("Mark as unread") if read else _("Mark as read"), "unread" if read else "read", keys="R")
        self._add(_("Tags…"), "tags", keys="T")
        self._add_collections()
        if source.kind is Kind.COLLECTION:
            self._add(_("Take out of “{name}”").format(name=_plain(source.name)), "uncollect", source.id)
        if source.kind is Kind.TAG:
            self._add(_("Take the tag “{name}” off").format(name=_plain(source.name)), "untag", source.name)
        self.addSeparator()
        if len(self._chosen.ids) == 1:
            self._add(_("Link its original…"), "link_original")
            self._add(_("History…"), "history")
        if len(self._chosen.ids) == 2:
            self._add(_("Compare and merge…"), "merge")
        self._add(_("Export…"), "export", keys=_("Ctrl+E"))
        self.addSeparator()
        self._add(_("Move to bin"), "bin", keys=_("Del"))

    def _add_collections(self) -> None:
        menu = self.addMenu(_("Add to collection"))
        paths = self._chosen.sources.paths
        for one, path in list(paths.items())[:_MOST_COLLECTIONS]:
            action = menu.addAction(_plain(path))
            action.triggered.connect(lambda _=False, one=one: self.act_wanted.emit("collect", one))
        if len(paths) > _MOST_COLLECTIONS:
            menu.addAction(_("More…")).triggered.connect(lambda: self.act_wanted.emit("ask_collection", None))
        if paths:
            menu.addSeparator()
        menu.addAction(_("New collection")).triggered.connect(lambda: self.act_wanted.emit("collect_new", None))

    def _add(self, words: str, act: str, argument: object = None, *, keys: str = "") -> None:
        action = self.addAction(words + (f"\t{keys}" if keys else ""))
        action.triggered.connect(lambda: self.act_wanted.emit(act, argument))


def _plain(name: str) -> str:
    return name.replace("&", "&&")
