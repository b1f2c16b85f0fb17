"""The hook that keeps exported files up to date after every command that edits. It loads little: all commands wait for it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def keeper(path: Path) -> Callable[[], None]:
    """What to do when a command of this library ends: where the library has changed since now, write the targets."""
    before = _stamp(path)

    def keep() -> None:
        if path.exists() and _stamp(path) != before:
            import_module("reindreader.cli.targets").keep_targets(path)

    return keep


def _stamp(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """When the library's file and its log were written last, and how long they are."""
    return tuple(_state(file) for file in (path, path.with_name(f"{path.name}-wal")))


def _state(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
