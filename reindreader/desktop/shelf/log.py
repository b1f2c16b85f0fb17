"""Acts that the library keeps in its log: they can be taken back also after a restart."""

from collections.abc import Callable

from reindreader.library import Library


def logged(change: Callable[[Library], object]) -> Callable[[Library], int | None]:
    """A destructive act that the library keeps in its log: its number there."""

    def do(library: Library) -> int | None:
        before = {own.id for own in library.undoable()[:1]}
        change(library)
        last = next(iter(library.undoable()), None)
        return last.id if last and last.id not in before else None

    return do


def undo_logged(library: Library, number: int | None) -> bool:
    """Take a logged act back, if it is the last one; whether it was."""
    last = next(iter(library.undoable()), None)
    if number is None or last is None or last.id != number:
        return False
    library.undo_last()
    return True
