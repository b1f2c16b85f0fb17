"""Files that are kept up to date: written again, whole, when what they hold has changed.

A file that somebody else has changed (its SHA-256 is not that of what was written last) is not overwritten; the target
is in trouble until the user says what to do. A trouble of one target keeps no other from being written.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from reindreader.citing.options import STANDARD, ExportOptions
from reindreader.errors import BadStyleError, UnknownStyleError, UnwritableError
from reindreader.library import Library, View
from reindreader.library.keeping import ExportTarget
from reindreader.library.whole import whole_file
from reindreader.workflows.exporting import export_bytes, known_formats
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.wording import _

_READ_AT_ONCE = 1 << 20


class Trouble(StrEnum):
    """Why a target could not be written."""

    CHANGED_ELSEWHERE = "changed-elsewhere"
    MISSING_FOLDER = "missing-folder"
    READ_ONLY = "read-only"
    FULL = "full"
    UNREADABLE = "unreadable"
    STYLE = "style"
    FORMAT = "format"
    OTHER = "other"


_REASONS = {"missing": Trouble.MISSING_FOLDER, "read-only": Trouble.READ_ONLY, "full": Trouble.FULL}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records: all; those that a search finds, that are in a collection or have a tag; or these ids."""

    search: str = ""
    ids: tuple[int, ...] | None = None
    collection: int | None = None
    tag: str | None = None

    def as_json(self) -> str:
        """As a target keeps it."""
        kept: dict[str, Any] = {"search": self.search} if self.search else {}
        ids = list(self.ids) if self.ids is not None else None
        others = {"ids": ids, "collection": self.collection, "tag": self.tag}
        return json.dumps(kept | {name: value for name, value in others.items() if value is not None})

    @classmethod
    def from_json(cls, text: str) -> "Selection":
        """What a target kept. Raises ValueError for anything else."""
        kept = json.loads(text)
        if not isinstance(kept, dict):
            raise ValueError(text)
        ids = kept.get("ids")
        collection, tag = kept.get("collection"), kept.get("tag")
        return cls(
            str(kept.get("search", "")),
            None if ids is None else tuple(int(number) for number in ids),
            None if collection is None else int(collection),
            None if tag is None else str(tag),
        )

    def find(self, library: Library) -> Sequence[int]:
        """The ids, by citation key, so that the file is the same however the shelf is sorted; ids in their own order."""
        if self.ids is not None:
            return self.ids
        if not self.search and self.collection is None and self.tag is None:
            return library.all_ids()
        found = frozenset(library.shelf(View(self.search, collection=self.collection, tag=self.tag)).ids)
        return [number for number in library.all_ids() if number in found]


EVERYTHING = Selection()


def add_target(
    library: Library,
    path: Path,
    form: str,
    options: ExportOptions = STANDARD,
    selection: Selection = EVERYTHING,
) -> Work[ExportTarget]:
    """Keep a file up to date from now on, and write it. A file that is there already is overwritten: the user named it."""
    kept = ExportTarget(str(path.absolute()), form, json.dumps(options.as_json()), selection.as_json())
    return (yield from update_target(library, library.set_export_target(kept), overwrite=True))


def update_targets(library: Library) -> Work[tuple[ExportTarget, ...]]:
    """Write those whose content has changed, but not the paused ones; return those that are in trouble."""
    targets = [target for target in library.export_targets() if not target.paused]
    found: list[ExportTarget] = []
    for target in targets:
        done = yield from update_target(library, target)
        if done.trouble:
            found.append(done)
    return tuple(found)


def update_target(library: Library, target: ExportTarget, *, overwrite: bool = False) -> Work[ExportTarget]:
    """Write one target, if its content is another than the file's; return it as it is kept now.

    ``overwrite``: also where somebody else has changed the file.
    """
    try:
        trouble = None if overwrite else _changed_elsewhere(target)
        done = target if trouble else (yield from _written(library, target))
    except UnwritableError as error:
        done, trouble = target, _REASONS.get(error.reason, Trouble.OTHER)
    except (UnknownStyleError, BadStyleError):
        done, trouble = target, Trouble.STYLE
    except (KeyError, ValueError):
        done, trouble = target, Trouble.FORMAT
    kept = replace(done, trouble=trouble.value if trouble else None)
    return library.set_export_target(kept) if kept != target else target


def _changed_elsewhere(target: ExportTarget) -> Trouble | None:
    """A file that is gone is no trouble: it is written anew."""
    path = Path(target.path)
    try:
        there = sha256_of(path)
    except FileNotFoundError:
        return None
    except OSError:
        return Trouble.UNREADABLE
    return None if there == target.sha256 else Trouble.CHANGED_ELSEWHERE


def _written(library: Library, target: ExportTarget) -> Work[ExportTarget]:
    """The content is made beside the file, and takes its place only where it is another."""
    path = Path(target.path)
    options = ExportOptions.from_json(json.loads(target.options))
    if target.format not in known_formats():
        raise KeyError(target.format)
    ids = Selection.from_json(target.selection).find(library)
    digest = hashlib.sha256()
    try:
        with whole_file(path) as file:
            for number, piece in enumerate(export_bytes(library, ids, target.format, options)):
                digest.update(piece)
                file.write(piece)
                yield Progress(number, 0, path.name)
            if path.exists() and digest.hexdigest() == sha256_of(path):
                raise _SameError
    except _SameError:
        return replace(target, sha256=digest.hexdigest())
    return replace(target, sha256=digest.hexdigest(), written=datetime.now(UTC).isoformat(timespec="seconds"))


class _SameError(Exception):
    """The file says all of it already; it is left as it is, and what was made beside it goes."""


def sha256_of(path: Path) -> str:
    """Of a file's bytes, in hexadecimal. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest()


def pause_target(library: Library, target: ExportTarget, *, paused: bool) -> ExportTarget:
    """Keep the target, but leave its file alone, or write it again from now on."""
    return library.set_export_target(replace(target, paused=paused))


def move_target(library: Library, target: ExportTarget, path: Path) -> ExportTarget:
    """Write to another file from now on; the old one stays as it is."""
    return library.set_export_target(replace(target, path=str(path.absolute()), sha256=None, trouble=None))


def trouble_sentence(target: ExportTarget) -> str:
    """What is the matter with a target, "" where all is well."""
    said = {
        Trouble.CHANGED_ELSEWHERE: _("{path} was changed by another program and was not overwritten."),
        Trouble.MISSING_FOLDER: _("The folder of {path} is not there."),
        Trouble.READ_ONLY: _("{path} cannot be written: it is read-only."),
        Trouble.FULL: _("{path} cannot be written: the disk is full."),
        Trouble.UNREADABLE: _("{path} cannot be read, so it was not overwritten."),
        Trouble.STYLE: _("{path} was not written: its citation style is not there."),
        Trouble.FORMAT: _("{path} was not written: its format or options are of another version."),
        Trouble.OTHER: _("{path} cannot be written."),
    }
    return said[Trouble(target.trouble)].format(path=target.path) if target.trouble else ""
