"""Folders that stand for the files in them: each file once, in a stable order, and no loop of links is walked twice."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from reindreader.errors import UnreadableFileError
from reindreader.ingest import SUFFIXES
from reindreader.workflows.bibliography_reading import BIBLIOGRAPHY_SUFFIXES

Found = Path | UnreadableFileError
_NO_ENDING = ""


def files_in(path: Path) -> Iterator[Found]:
    """The file itself, or the files below a folder: those without an ending and those whose ending has a reader.

    Hidden ones are left out. A folder that cannot be looked into is an error among them, and so is one without any
    file to read.
    """
    if not path.is_dir():
        yield path
        return
    found = False
    for one in _walked(path, set()):
        found = True
        yield one
    if not found:
        yield UnreadableFileError(path, "empty-folder")


def _walked(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        about = folder.stat()
        if (about.st_dev, about.st_ino) in seen:
            return
        seen.add((about.st_dev, about.st_ino))
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except PermissionError:
        yield UnreadableFileError(folder, "permission")
        return
    except OSError:
        yield UnreadableFileError(folder, "missing")
        return
    for name in names:
        own = folder / name
        if own.is_dir():
            yield from _walked(own, seen)
        elif PurePath(name).suffix.casefold() in {*SUFFIXES, *BIBLIOGRAPHY_SUFFIXES, _NO_ENDING}:
            yield own
