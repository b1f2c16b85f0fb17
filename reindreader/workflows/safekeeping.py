"""Keeping a library safe: backups, going back to one, the check, and the open archive; with the sentences on them."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reindreader.errors import NotALibraryError, UnknownBackupError
from reindreader.library import Library
from reindreader.library.archive import read_archive, write_archive
from reindreader.library.backups import Backup, Backups, backups_beside, choose_folder, chosen_folder
from reindreader.library.contents import Fault, Finding
from reindreader.workflows.catalogue import _, ngettext
from reindreader.workflows.progress import Progress, Work

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Made:
    """``backup``: the newest; ``new``: it was made now, since the library had changed."""

    backup: Backup
    new: bool


def backups_of(library: Path, folder: Path | None = None) -> Backups:
    """The backups of a library: in the folder, else in the one that was chosen, else beside the library."""
    own = folder or chosen_folder(library)
    return Backups(own or backups_beside(library), make=folder is not None or own is None)


def keep_backups_in(library: Path, folder: Path) -> Backups:
    """Keep the library's backups inside another folder; that of the library itself: beside it again.

    Raises UnwritableError.
    """
    home = folder.absolute() == library.absolute().parent
    choose_folder(library, None if home else folder)
    return backups_of(library)


def back_up(library: Path, folder: Path | None = None) -> Work[Made]:
    """Make a backup, if anything has changed. It has its own connection: the library may be open and written to.

    Raises UnwritableError, NotALibraryError, LibraryBusyError.
    """
    backups = backups_of(library, folder)
    before = {own.made for own in backups.all()}
    yield from _told(backups.make(library), _("backup"))
    newest = backups.all()[0]
    return Made(newest, newest.made not in before)


def back_up_when_due(library: Path, folder: Path | None = None) -> Work[Made | None]:
    """Make the day's backup, if there is none yet."""
    if not backups_of(library, folder).due():
        return None
    return (yield from back_up(library, folder))


def go_back(library: Path, name: str, folder: Path | None = None) -> Work[Backup]:
    """Make the library what it was in the backup of that name, "" for the newest. The state of now is backed up first.

    Raises UnknownBackupError, UnreadableFileError, NotALibraryError, UnwritableError; the library is then as it was.
    """
    backups = backups_of(library, folder)
    backup = backups.named(name)
    if backup is None:
        raise UnknownBackupError(name, tuple(own.name for own in backups.all()))
    yield from _told(backups.put_back(backup, library), backup.name)
    return backup


def verify(library: Path, name: str, folder: Path | None = None) -> tuple[Backup, int]:
    """A backup and how many of its pieces are gone or damaged. Raises UnknownBackupError."""
    backups = backups_of(library, folder)
    backup = backups.named(name)
    if backup is None:
        raise UnknownBackupError(name, tuple(own.name for own in backups.all()))
    return backup, len(backups.verify(backup))


def check_library(library: Library) -> Work[tuple[Finding, ...]]:
    """Look at the database and at every file; what is wrong with them. Nothing is changed, but a damaged search index is
    made anew.
    """
    found: list[Finding] = []
    for step in library.findings():
        if isinstance(step, Finding):
            found.append(step)
        else:
            yield Progress(*step, _("check"))
    if any(finding.fault is Fault.INDEX for finding in found):
        for done, total in library.reindex():
            yield Progress(done, total, _("search index"))
    return tuple(found)


def damage_after_unclean_end(library: Library) -> str | None:
    """What to say of a library that was not closed well: None where it is whole. The storage engine's words are logged."""
    try:
        words = library.check(quick=True)
    except NotALibraryError as error:
        words = error.detail
    if words == "ok":
        return None
    _LOG.error("the library is damaged: %s", words)
    return _("The library was not closed well, and is damaged. A backup can be gone back to.")


def bring_up_to_date(library: Library) -> Work[None]:
    """Make anew what an older program made of the library's claims and texts. Who stops goes on there later."""
    for done, total in library.remake():
        yield Progress(done, total)


def archive(library: Library, target: Path) -> Work[Path]:
    """Write everything into an open archive. Raises UnwritableError."""
    yield from _told(write_archive(library, target), target.name)
    return target


def open_archive(source: Path, target: Path) -> Work[Path]:
    """Make a new library from an archive. Raises UnwritableError (``exists``), UnreadableFileError, NewerLibraryError."""
    yield from _told(read_archive(source, target), source.name)
    return target


def finding_sentence(finding: Finding) -> str:
    """What is wrong, and with which records."""
    keys = ", ".join(finding.keys[:5]) + ("…" if len(finding.keys) > 5 else "")
    return {
        Fault.DATABASE: _("The database is damaged: {detail}"),
        Fault.INDEX: _("The search index was damaged. It was made anew."),
        Fault.REFERENCE: _("{detail} rows refer to rows that are not there."),
        Fault.FILE_MISSING: _("The file that {keys} was read from is gone ({detail}). Its text is there."),
        Fault.FILE_DAMAGED: _("The file that {keys} was read from is damaged ({detail}). Its text is there."),
    }[finding.fault].format(detail=finding.detail[:200], keys=keys)


def backup_line(backup: Backup) -> str:
    """When a backup was made and how much is in it: one line of a list."""
    time = backup.time.astimezone().strftime("%Y-%m-%d %H:%M")
    count = ngettext("{count} record", "{count} records", backup.records).format(count=backup.records)
    return f"{time}  {count}"


def _told(steps: Iterable[tuple[int, int]], name: str) -> Work[None]:
    for done, total in steps:
        yield Progress(done, total, name)
