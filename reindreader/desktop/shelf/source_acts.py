"""What can be done with collections, searches and tags: each with what takes it back."""

from collections.abc import Callable

from reindreader.desktop.acting import Act
from reindreader.desktop.shelf.acts import Ids
from reindreader.desktop.shelf.log import logged, undo_logged
from reindreader.desktop.shelf.sources import Kind, Source
from reindreader.library import Library
from reindreader.workflows.wording import _


def new_collection(name: str, parent: int | None, ids: Ids = ()) -> Act:
    """A collection, with articles in it. Its result is its id."""

    def do(library: Library) -> int:
        made = library.add_collection(name, parent)
        library.collect(made, ids)
        return made

    return Act(_("New collection"), do, lambda library, made: library.remove_collection(made))


def rename(source: Source, name: str) -> Act:
    """Another name for a collection, a saved search or a tag."""
    if source.kind is Kind.TAG:
        change = logged(lambda library: library.rename_tag(source.name, name))
        return Act(_("Rename"), change, undo_logged)
    if source.kind is Kind.SEARCH:
        return _rename_search(source, name)
    own = source.id or 0
    return Act(
        _("Rename"),
        lambda library: library.rename_collection(own, name),
        lambda library, _done: library.rename_collection(own, source.name),
        lists=False,
    )


def _rename_search(source: Source, name: str) -> Act:
    own = source.id or 0
    return Act(
        _("Rename"),
        lambda library: library.rename_search(own, name),
        lambda library, _done: library.rename_search(own, source.name),
        lists=False,
    )


def remove(source: Source) -> Act:
    """A collection, a saved search or a tag taken away; the articles stay."""
    changes: dict[Kind, Callable[[Library], object]] = {
        Kind.COLLECTION: lambda library: library.remove_collection(source.id or 0),
        Kind.SEARCH: lambda library: library.remove_search(source.id or 0),
        Kind.TAG: lambda library: library.remove_tag(source.name),
    }
    words = (
        _("“{name}” is removed. Its articles stay.") if source.kind is not Kind.SEARCH else _("“{name}” is removed.")
    )
    told = words.format(name=source.name)
    return Act(_("Remove"), logged(changes[source.kind]), undo_logged, lambda _own: told)


def colour(source: Source, now: str | None, wanted: str | None) -> Act:
    """Another colour for a tag."""
    return Act(
        _("Colour of a tag"),
        lambda library: library.set_tag_colour(source.name, wanted),
        lambda library, _done: library.set_tag_colour(source.name, now),
        lists=False,
    )


def move_collection(collection: int, parent: int | None, position: int) -> Act:
    """A collection to another place."""

    def do(library: Library) -> tuple[int | None, int]:
        there = library.collections()
        own = next(one for one in there if one.id == collection)
        place = [one.id for one in there if one.parent == own.parent].index(collection)
        library.move_collection(collection, parent, position)
        return own.parent, place

    return Act(_("Move a collection"), do, lambda library, own: library.move_collection(collection, *own), lists=False)


def save_search(name: str, query: str) -> Act:
    """A query kept under a name."""
    told = _("The search is kept as “{name}”.").format(name=name)
    return Act(
        _("Save the search"),
        lambda library: library.save_search(name, query),
        lambda library, made: library.remove_search(made),
        lambda _own: told,
        lists=False,
    )
