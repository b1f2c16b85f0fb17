"""Putting the library in order from the window: what shelf, menus and palette ask for, done so that it can be undone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reindreader.desktop.acting import Act, Acting
from reindreader.desktop.history import HistoryDialog, history_of
from reindreader.desktop.picking import Picking
from reindreader.desktop.shelf import acts, source_acts
from reindreader.desktop.shelf.sources import Kind, Source
from reindreader.desktop.shelf.tags_panel import TagsPanel
from reindreader.desktop.toast import Message
from reindreader.library import Library, Undoable
from reindreader.workflows.organising import undone_words
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_LISTS_ALL = {Kind.ALL}
_NEEDS_CHOICE = ("star", "read", "tags", "ask_collection", "link_original", "history", "bin")


class Organising(QObject):
    """Listens to the shelf, and gives the menus their commands."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.acting = Acting(window.jobs, window.edits.stack, self)
        self.acting.done.connect(self._take_done)
        self.acting.refused.connect(lambda _act: self._tell(_("Something was deleted since. Take that back first.")))
        self._picking = Picking(window)
        self._tags = TagsPanel(window.looks.theme, window)
        self._tags.toggled.connect(lambda ids, name, on: self.acting.do(acts.tag(ids, name, on=on)))
        self._tags.closed.connect(window.shelf.focus_list)
        self._renaming = ""
        window.looks.changed.connect(self._tags.show_theme)
        window.looks.changed.connect(self._picking.show_theme)
        window.adding.added.connect(lambda _report: self.refresh())  # a bibliography may bring collections and tags
        window.ready.connect(self.refresh)  # after the list was asked for
        self._connect_shelf()
        self._acts: dict[str, Callable[[Sequence[int], Any], object]] = {
            "star": lambda ids, _own: self.acting.do(acts.star(ids)),
            "unstar": lambda ids, _own: self.acting.do(acts.star(ids)),
            "read": lambda ids, _own: self.acting.do(acts.mark_read(ids)),
            "unread": lambda ids, _own: self.acting.do(acts.mark_read(ids)),
            "tags": lambda ids, _own: self._ask_tags(ids),
            "untag": lambda ids, name: self.acting.do(acts.tag(ids, name, on=False)),
            "collect": self._collect,
            "collect_new": lambda ids, _own: self.make_collection(None, ids),
            "ask_collection": lambda ids, _own: self._ask_collection(ids),
            "uncollect": self._uncollect,
            "link_original": lambda ids, _own: self._ask_original(ids[0]),
            "history": lambda ids, _own: self.show_history(ids[0]),
            "merge": lambda ids, _own: self._compare(ids),
            "export": lambda _ids, _own: window.exporting.ask(),
            "bin": lambda ids, _own: self.bin(ids),
            "restore": lambda ids, _own: self.acting.do(acts.restore(ids)),
            "delete": lambda ids, _own: self.acting.do(acts.delete(ids)),
        }

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the menus do, by the names of their commands."""
        window = self._window
        return {name: partial(self._act_on_choice, name) for name in _NEEDS_CHOICE} | {
            "show_bin": window.shelving.choose_bin,
            "empty_bin": self.empty_bin,
            "new_collection": partial(self.make_collection, None),
            "take_back": self.take_back,
            "save_search": self.save_search,
            "search_help": self._help,
            "sources": window.shelving.toggle_sources,
        }

    def refresh(self) -> None:
        """What there is to list, and what can be taken back."""
        self._window.shelving.refresh_sources()
        self._window.jobs.submit(_last, self._show_last, lambda _error: None)

    def bin(self, ids: Sequence[int]) -> None:
        """Move articles to the bin."""
        self.acting.do(acts.to_bin(ids))

    def empty_bin(self) -> None:
        """Delete what is in the bin."""
        if self._window.shelving.sources.binned:
            self.acting.do(acts.delete(None))
        else:
            self._tell(_("The bin is empty."))

    def make_collection(self, parent: int | None, ids: Sequence[int] = ()) -> None:
        """Make a collection with articles in it; its name is then typed where it stands."""
        self._window.shelving.show_sources(True)
        self._window.frame.show_pane(self._window.shelf, shown=True)
        self._renaming = "made"
        self.acting.do(source_acts.new_collection(_("New collection"), parent, ids))

    def save_search(self) -> None:
        """Keep what is searched for."""
        words = self._window.shelving.view.query
        if not words:
            self._tell(_("Search for something first. Then it can be kept."))
            return
        self._window.shelving.show_sources(True)
        self._renaming = "kept"
        self.acting.do(source_acts.save_search(words, words))

    def take_back(self) -> None:
        """Take back the last destructive act, also one from before a restart."""

        def take(act: Undoable | None) -> None:
            self._changed(lists=True)
            words = _("Taken back: {act}").format(act=undone_words(act)) if act else _("Nothing was deleted.")
            self._tell(words)

        self._window.jobs.submit(Library.undo_last, take)

    def show_history(self, record: int) -> None:
        """Show what changed of an article."""

        def take(found: Any) -> None:
            HistoryDialog(found, self._window).open()

        self._window.jobs.submit(lambda library: history_of(library, record), take)

    # asked by the shelf

    def _connect_shelf(self) -> None:
        window = self._window
        shelf, sources = window.shelf, window.shelf.sources
        shelf.act_wanted.connect(self._do)
        shelf.save_wanted.connect(self.save_search)
        sources.dropped.connect(self._drop)
        sources.renamed.connect(lambda source, name: self.acting.do(source_acts.rename(source, name)))
        sources.removed.connect(lambda source: self.acting.do(source_acts.remove(source)))
        sources.coloured.connect(self._colour)
        sources.collection_wanted.connect(self.make_collection)
        sources.collection_moved.connect(lambda *own: self.acting.do(source_acts.move_collection(*own)))
        sources.empty_wanted.connect(self.empty_bin)

    def _do(self, act: str, ids: Sequence[int], argument: object) -> None:
        self._acts[act](ids, argument)

    def _act_on_choice(self, act: str) -> None:
        """On what is chosen on the shelf, where that has the focus, else on the open article."""
        focus, shown = QApplication.focusWidget(), self._window.current.shown
        on_shelf = focus is not None and self._window.shelf.isAncestorOf(focus)
        ids = self._window.shelf.chosen if on_shelf or shown is None else (shown.id,)
        if ids:
            self._acts[act](ids, None)
        else:
            self._tell(_("Choose an article on the shelf first."))

    def _drop(self, source: Source, ids: Sequence[int]) -> None:
        dropped: dict[Kind, Callable[[], Act]] = {
            Kind.COLLECTION: lambda: acts.collect(ids, source.id or 0, source.name),
            Kind.TAG: lambda: acts.tag(ids, source.name, on=True),
            Kind.STARRED: lambda: acts.star(ids),
            Kind.UNREAD: lambda: acts.mark_unread(ids),
            Kind.BIN: lambda: acts.to_bin(ids),
        }
        self.acting.do(dropped[source.kind]())

    def _colour(self, source: Source, wanted: str | None) -> None:
        now = next((tag.colour for tag in self._window.shelving.sources.tags if tag.name == source.name), None)
        self.acting.do(source_acts.colour(source, now, wanted))

    def _collect(self, ids: Sequence[int], collection: int) -> None:
        self.acting.do(acts.collect(ids, collection, self._name_of(collection)))

    def _uncollect(self, ids: Sequence[int], collection: int) -> None:
        self.acting.do(acts.uncollect(ids, collection, self._name_of(collection)))

    def _name_of(self, collection: int) -> str:
        there = self._window.shelving.sources.collections
        return next((one.name for one in there if one.id == collection), "")

    def _ask_tags(self, ids: Sequence[int]) -> None:
        known = self._window.shelving.sources.tags

        def take(rows: Any) -> None:
            self._tags.ask(tuple(ids), rows, known)

        self._window.jobs.submit(lambda library: library.shelf_rows(ids), take)

    def _ask_collection(self, ids: Sequence[int]) -> None:
        self._picking.ask_collection(
            self._window.shelving.sources.paths,
            lambda one: self._collect(ids, one) if one is not None else self.make_collection(None, ids),
        )

    def _ask_original(self, record: int) -> None:
        self._picking.ask_article(
            _("The original of this article"),
            record,
            lambda original: self.acting.do(acts.link_original(record, original)),
        )

    def _compare(self, ids: Sequence[int]) -> None:
        self._window.commands.merging.compare(ids[0], ids[1])

    def _help(self) -> None:
        self._window.frame.show_pane(self._window.shelf, shown=True)
        self._window.shelf.focus_search()
        self._window.shelf.show_help()

    # told

    def _take_done(self, act: Act, result: Any, undone: bool) -> None:
        shelving = self._window.shelving
        plain = shelving.source.kind in _LISTS_ALL and not shelving.view.query
        if plain and not act.lists:
            shelving.refresh_rows(tuple(act.records))
            self.refresh()
        else:
            self._follow(act, undone=undone)
            self._changed(lists=True)
        words = act.told(result)
        if words and not undone and (len(act.records) != 1 or not plain or not act.quiet):
            self._tell(words, undo=True)
        self._name_what_was_made(result if not undone else None)

    def _changed(self, *, lists: bool) -> None:
        if lists:
            self._window.shelving.refresh()
            self._window.current.refresh()
        self.refresh()

    def _follow(self, act: Act, *, undone: bool) -> None:
        """What went to the bin is closed, and opened again when it comes back alone."""
        if not undone:
            for record in act.binned:
                self._window.current.forget(record)
        elif len(act.binned) == len(act.records) == 1:
            self._window.current.open(act.records[0])

    def _name_what_was_made(self, made: object) -> None:
        kind = {"made": Kind.COLLECTION, "kept": Kind.SEARCH}.get(self._renaming)
        self._renaming = ""
        if kind is not None and isinstance(made, int):
            self._window.shelving.rename_when_listed(Source(kind, made))

    def _show_last(self, last: Undoable | None) -> None:
        action = self._window.menus.action("take_back")
        words = undone_words(last) if last else ""
        action.setText(_("&Take back: {act}").format(act=words) if words else _("&Take back what was deleted"))
        action.setEnabled(last is not None)

    def _tell(self, words: str, *, undo: bool = False) -> None:
        stack = self._window.edits.stack
        message = Message(words, _("Undo"), stack.undo) if undo else Message(words)
        self._window.telling.tell_with(message)


def _last(library: Library) -> Undoable | None:
    return next(iter(library.undoable()), None)
