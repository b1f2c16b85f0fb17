"""What can be done with records: each with what takes it back."""

from collections.abc import Callable, Sequence
from typing import Any

from reindreader.desktop.acting import Act
from reindreader.desktop.shelf.log import logged, undo_logged
from reindreader.library import Library, ReadingState
from reindreader.library.shelf import ShelfRow
from reindreader.workflows.merging import link_versions
from reindreader.workflows.wording import _, ngettext

Ids = Sequence[int]


def star(ids: Ids) -> Act:
    """A star on each; where all have one, it is taken off."""

    def do(library: Library) -> tuple[bool, list[int]]:
        rows = library.shelf_rows(ids)
        on = not all(row.starred for row in rows)
        changed = [row.id for row in rows if row.starred is not on]
        library.set_starred(changed, on)
        return on, changed

    def told(result: tuple[bool, list[int]]) -> str:
        on, changed = result
        words = (
            ngettext("{count} article has a star now.", "{count} articles have a star now.", len(changed))
            if on
            else ngettext("The star of {count} article is off.", "The stars of {count} articles are off.", len(changed))
        )
        return words.format(count=f"{len(changed):,}")

    return Act(
        _("Star"), do, lambda library, own: library.set_starred(own[1], not own[0]), told, ids, lists=False, quiet=True
    )


def mark_read(ids: Ids) -> Act:
    """Read; where all are, unread again."""

    def do(library: Library) -> list[ShelfRow]:
        rows = library.shelf_rows(ids)
        all_read = all(row.state is ReadingState.READ for row in rows)
        library.set_state([row.id for row in rows], ReadingState.UNREAD if all_read else ReadingState.READ)
        return rows

    def told(before: list[ShelfRow]) -> str:
        if all(row.state is ReadingState.READ for row in before):
            words = ngettext("{count} article is unread again.", "{count} articles are unread again.", len(before))
        else:
            words = ngettext("{count} article is marked as read.", "{count} articles are marked as read.", len(before))
        return words.format(count=f"{len(before):,}")

    return Act(_("Reading state"), do, _put_states_back, told, ids, lists=False, quiet=True)


def mark_unread(ids: Ids) -> Act:
    """Unread, each."""

    def do(library: Library) -> list[ShelfRow]:
        rows = library.shelf_rows(ids)
        library.set_state(ids, ReadingState.UNREAD)
        return rows

    return Act(_("Reading state"), do, _put_states_back, lambda _own: _("Marked as unread."), ids, lists=False)


def _put_states_back(library: Library, before: list[ShelfRow]) -> None:
    for state in (None, *ReadingState):
        own = [row.id for row in before if _by_hand(row) is state]
        if own:
            library.set_state(own, state)


def _by_hand(row: ShelfRow) -> ReadingState | None:
    return None if ReadingState.of(None, row.progress) is row.state else row.state


def tag(ids: Ids, name: str, *, on: bool) -> Act:
    """A tag on each, or off."""

    def do(library: Library) -> list[int]:
        changed = [row.id for row in library.shelf_rows(ids) if (name in row.tags) is not on]
        library.tag(changed, **{"add" if on else "remove": [name]})
        return changed

    def undo(library: Library, changed: list[int]) -> None:
        library.tag(changed, **{"remove" if on else "add": [name]})

    def told(changed: list[int]) -> str:
        if on:
            words = ngettext(
                "{count} article has the tag “{name}” now.", "{count} articles have the tag “{name}” now.", len(changed)
            )
        else:
            words = ngettext(
                "The tag “{name}” is off {count} article.", "The tag “{name}” is off {count} articles.", len(changed)
            )
        return words.format(count=f"{len(changed):,}", name=name)

    return Act(_("Tag"), do, undo, told, ids, lists=False)


def collect(ids: Ids, collection: int, name: str) -> Act:
    """Into a collection."""

    def do(library: Library) -> list[int]:
        return library.collect(collection, ids)

    def told(new: list[int]) -> str:
        words = ngettext("{count} article added to “{name}”.", "{count} articles added to “{name}”.", len(new))
        return (
            words.format(count=f"{len(new):,}", name=name)
            if new
            else _("All of them are in “{name}” already.").format(name=name)
        )

    return Act(
        _("Add to collection"), do, lambda library, new: library.uncollect(collection, new), told, ids, lists=False
    )


def uncollect(ids: Ids, collection: int, name: str) -> Act:
    """Out of a collection."""

    def do(library: Library) -> list[int]:
        return library.uncollect(collection, ids)

    def told(gone: list[int]) -> str:
        words = ngettext("{count} article taken out of “{name}”.", "{count} articles taken out of “{name}”.", len(gone))
        return words.format(count=f"{len(gone):,}", name=name)

    return Act(
        _("Take out of collection"), do, lambda library, gone: library.collect(collection, gone), told, ids, lists=False
    )


def link_original(record: int, original: int) -> Act:
    """One record as the translation of another."""

    def do(library: Library) -> Any:
        before = library.get(record).links
        link_versions(library, record, original)
        return before

    def undo(library: Library, before: Any) -> None:
        library.set_links(record, [link for link in before if isinstance(link.target, int)])
        if not any(isinstance(link.target, int) for link in before) and not library.linking_to(record):
            library.part_work(record)

    return Act(_("Link the original"), do, undo, lambda _own: _("Linked as its original."), (record, original))


def join_works(one: int, other: int) -> Act:
    """Two records as versions of one work, neither of them the original."""
    told = _("Kept together as versions of one work.")
    return Act(
        _("Keep versions together"),
        lambda library: library.join_works(one, other),
        lambda library, _done: library.part_work(other),
        lambda _own: told,
        (one, other),
    )


# Bin


def to_bin(ids: Ids) -> Act:
    """Into the bin."""

    def told(_done: object) -> str:
        if len(ids) == 1:
            return _("The article is in the bin.")
        return ngettext("{count} article is in the bin.", "{count} articles are in the bin.", len(ids)).format(
            count=f"{len(ids):,}"
        )

    return Act(_("Move to the bin"), lambda library: library.bin(list(ids)), _from_bin(ids), told, ids, binned=ids)


def _from_bin(ids: Ids) -> Callable[[Library, Any], object]:
    return lambda library, _done: library.restore(list(ids))


def restore(ids: Ids) -> Act:
    """Out of the bin."""

    def told(_done: object) -> str:
        words = ngettext("{count} article is back.", "{count} articles are back.", len(ids))
        return words.format(count=f"{len(ids):,}")

    def do(library: Library) -> None:
        library.restore(list(ids))

    return Act(_("Restore"), do, lambda library, _own: library.bin(list(ids)), told, ids)


def delete(ids: Ids | None) -> Act:
    """What is in the bin is deleted; None: all of it."""

    def told(_done: object) -> str:
        if ids is None:
            return _("The bin is empty.")
        words = ngettext("{count} article is deleted.", "{count} articles are deleted.", len(ids))
        return words.format(count=f"{len(ids):,}")

    return Act(_("Delete for good"), logged(lambda library: library.empty_bin(ids)), undo_logged, told)
