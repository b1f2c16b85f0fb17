"""Backups of a library: each is a state that can be gone back to, and what two of them have in common is kept once.

A folder of backups holds a manifest a backup (JSON, written last and whole) and a store of pieces by the SHA-256 of their
bytes: stretches of the database, and the library's files. A piece never changes, so an interrupted backup leaves nothing
worse than pieces that no manifest names.
"""

import hashlib
import json
import tempfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reindreader.errors import NotALibraryError, UnreadableFileError, UnwritableError
from reindreader.library import migrations, sqlite, whole
from reindreader.library.contents import contents
from reindreader.library.files import Files
from reindreader.library.library import Library

STRETCH = 1 << 20
"""Bytes of the database in one piece: a small change makes few new ones."""
FORM = 1
"""The form of the manifest."""
RECENT = timedelta(days=2)
"""So long every backup is kept."""
DAILY, WEEKLY, MONTHLY = 7, 5, 12
"""Of how many days, weeks and months the newest backup is kept longer."""
OFTEN = timedelta(hours=24)

_ELSEWHERE = "elsewhere.txt"
"""Where the backups are, in the folder beside the library."""
_NAME = "%Y-%m-%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup. ``made``: ISO 8601, UTC; ``database``: the pieces of the database in order; ``files``: of the library.

    ``size``: of the database in bytes; ``records``: how many there were, the bin included.
    """

    made: str
    size: int
    sha256: str
    records: int
    database: tuple[str, ...]
    files: tuple[str, ...]
    form: int = FORM

    @property
    def time(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made)

    @property
    def name(self) -> str:
        """Its name, which sorts by time."""
        return self.time.strftime(_NAME)


def backups_beside(library: Path) -> Path:
    """Where a library's backups are kept when nobody says otherwise."""
    return library.with_suffix(".backups")


def chosen_folder(library: Path) -> Path | None:
    """The folder that was chosen for a library's backups, None: beside it. Kept outside the library, which may be damaged
    when it is asked for.
    """
    try:
        return Path((backups_beside(library) / _ELSEWHERE).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def choose_folder(library: Path, folder: Path | None) -> None:
    """Keep backups in a folder of the library's own inside this folder from now on; None: beside the library. Those of
    before stay where they are. Raises UnwritableError.
    """
    beside = backups_beside(library)
    with whole.told(beside):
        if folder is None:
            (beside / _ELSEWHERE).unlink(missing_ok=True)
            return
    name = f"{library.stem}-{hashlib.sha256(str(library.absolute()).encode()).hexdigest()[:8]}"
    with whole.told(folder):
        (folder / name).mkdir(exist_ok=True)
    whole.write_whole(beside / _ELSEWHERE, str((folder / name).absolute()).encode("utf-8"), make_folder=True)


class Backups:
    """A folder of backups of one library. ``make``: it is made where it is not there; else it may be on a disk that was
    taken away.
    """

    def __init__(self, folder: Path, *, make: bool = True) -> None:
        self.folder = folder
        self._may_make = make
        self._pieces = Files(folder / "pieces")

    def all(self) -> tuple[Backup, ...]:
        """All backups, the newest first. A manifest that cannot be read is left out: ``damaged`` names it."""
        found = (_read_manifest(path) for path in self._manifests())
        return tuple(sorted((own for own in found if own), key=lambda own: own.made, reverse=True))

    def damaged(self) -> tuple[Path, ...]:
        """Manifests that cannot be read."""
        return tuple(path for path in self._manifests() if _read_manifest(path) is None)

    def named(self, name: str) -> Backup | None:
        """The backup of the name, or of the only one that begins so; "" for the newest."""
        found = [own for own in self.all() if own.name.startswith(name)]
        return found[0] if found and (len(found) == 1 or not name) else None

    def due(self, now: datetime | None = None) -> bool:
        """Whether the newest is older than a day."""
        newest = next(iter(self.all()), None)
        return newest is None or (now or datetime.now(UTC)) - newest.time >= OFTEN

    def make(self, library: Path, now: datetime | None = None) -> Iterator[tuple[int, int]]:
        """Make a backup, and drop those that are wanted no more. Yields pieces done, pieces; other programs may go on.

        The copy is opened and checked before it counts. A library that has not changed since the newest one makes none.
        Raises UnwritableError, NotALibraryError where the library itself is damaged, LibraryBusyError.
        """
        if not self._may_make and not self.folder.is_dir():
            raise UnwritableError(self.folder, "missing")
        with whole.told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self.folder) as scratch:
            copy = Path(scratch) / "library.sqlite"
            _copy(library, copy)
            records, names = _looked_into(copy, library)
            newest = next(iter(self.all()), None)
            sha256 = _hash(copy)
            if newest is not None and (newest.sha256, set(newest.files)) == (sha256, set(names)):
                return
            total = len(names) + -(-copy.stat().st_size // STRETCH)
            files = yield from self._keep_files(Files(library.with_suffix(".files")), names, total)
            database = yield from self._keep_database(copy, len(names), total)
            made = (now or datetime.now(UTC)).isoformat(timespec="microseconds")
            backup = Backup(made, copy.stat().st_size, sha256, records, tuple(database), tuple(files))
        text = json.dumps(asdict(backup), indent=1)
        whole.write_whole(self.folder / f"{backup.name}.json", text.encode("utf-8"))
        self.rotate(now)

    def verify(self, backup: Backup) -> tuple[str, ...]:
        """The pieces that are gone or damaged; none where it can be gone back to. Reads all of it."""
        return tuple(piece for piece in (*backup.database, *backup.files) if not self._sound(piece))

    def put_back(self, backup: Backup, library: Path) -> Iterator[tuple[int, int]]:
        """Make the library what it was. Yields pieces done, pieces. Raises UnreadableFileError where a piece is damaged,
        NotALibraryError, UnwritableError; the library is then as it was.

        An open library is changed in one transaction, which other programs see; its state of before is backed up first.
        One that does not open any more is put aside.
        """
        total = len(backup.files) + len(backup.database)
        with tempfile.TemporaryDirectory(prefix=".putting-back-", dir=self.folder) as scratch:
            copy = Path(scratch) / "library.sqlite"
            with whole.told(copy), copy.open("wb") as file:
                for number, piece in enumerate(backup.database):
                    file.write(self._read(piece))
                    yield number, total
            _looked_into(copy, library)
            files = Files(library.with_suffix(".files"))
            for number, piece in enumerate(backup.files, len(backup.database)):
                if not files.path(piece).exists():
                    files.add(self._read(piece))
                yield number, total
            if _opens(library):
                yield from self.make(library)
                _replace(library, copy)
            else:
                _put_aside(library)
                whole.write_whole(library, copy.read_bytes())

    def rotate(self, now: datetime | None = None) -> None:
        """Drop the backups that no rule keeps, and the pieces that none of the others names."""
        every = self.all()
        kept = kept_of([own.time for own in every], now or datetime.now(UTC))
        for own in every:
            if own.time not in kept:
                (self.folder / f"{own.name}.json").unlink(missing_ok=True)
        if self.damaged():
            return  # what it names is not known, so no piece is dropped
        named = {piece for own in self.all() for piece in (*own.database, *own.files)}
        for path in self._pieces.folder.glob("*/*"):
            if path.name not in named:
                path.unlink(missing_ok=True)

    def _manifests(self) -> list[Path]:
        return sorted(self.folder.glob("*.json"))

    def _keep_files(
        self, files: Files, names: Sequence[str], total: int
    ) -> Generator[tuple[int, int], None, list[str]]:
        kept = []
        for number, name in enumerate(names):
            if not self._pieces.path(name).exists():
                try:
                    self._keep(files.read(name))
                except UnreadableFileError:
                    continue  # it is lost already: the check tells of it, and the rest is saved all the same
            kept.append(name)
            yield number, total
        return kept

    def _keep_database(self, copy: Path, done: int, total: int) -> Generator[tuple[int, int], None, list[str]]:
        pieces = []
        with copy.open("rb") as file:
            while stretch := file.read(STRETCH):
                pieces.append(self._keep(stretch))
                yield done + len(pieces), total
        return pieces

    def _keep(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        path = self._pieces.path(name)
        if not path.exists():
            whole.write_whole(path, zlib.compress(data, 1), make_folder=True)
        return name

    def _read(self, piece: str) -> bytes:
        path = self._pieces.path(piece)
        try:
            data = zlib.decompress(path.read_bytes())
        except OSError as error:
            raise UnreadableFileError(path, "missing") from error
        except zlib.error as error:
            raise UnreadableFileError(path, "damaged") from error
        if hashlib.sha256(data).hexdigest() != piece:
            raise UnreadableFileError(path, "damaged")
        return data

    def _sound(self, piece: str) -> bool:
        try:
            self._read(piece)
        except UnreadableFileError:
            return False
        return True


def kept_of(times: Sequence[datetime], now: datetime) -> frozenset[datetime]:
    """The times of the backups that are kept: recent ones, and the newest of each of the last days, weeks and months."""
    kept = {time for time in times if now - time < RECENT}
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        newest: dict[tuple[int, ...], datetime] = {}
        for time in sorted(times):
            newest[period(time)] = time
        periods = sorted(newest)[-count:]
        kept |= {newest[own] for own in periods}
    return frozenset(kept)


def _day(time: datetime) -> tuple[int, ...]:
    return time.year, time.month, time.day


def _week(time: datetime) -> tuple[int, ...]:
    return tuple(time.isocalendar())[:2]


def _month(time: datetime) -> tuple[int, ...]:
    return time.year, time.month


def _read_manifest(path: Path) -> Backup | None:
    try:
        raw = json.loads(path.read_text("utf-8"))
        return Backup(**{**raw, "database": tuple(raw["database"]), "files": tuple(raw["files"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(library: Path, copy: Path) -> None:
    engine = sqlite.open_untouched(library)
    try:
        with sqlite.told(library), engine.connect() as connection:
            sqlite.copy_out(connection, copy)
    finally:
        engine.dispose()


def _looked_into(copy: Path, library: Path) -> tuple[int, list[str]]:
    """How many records a copy has, and which files it names. Raises NotALibraryError where it is damaged."""
    engine = sqlite.open_untouched(copy)
    try:
        with sqlite.told(library), engine.connect() as connection:
            words = sqlite.integrity(connection, quick=True)
            if words != "ok":
                raise NotALibraryError(library, words)
            migrations.refuse_newer(library, migrations.schema_of(connection, library))
            return contents(connection)
    finally:
        engine.dispose()


def _opens(library: Path) -> bool:
    """Whether the library is one that can be changed in place: it opens, and its database is sound."""
    if not library.exists():
        return False
    try:
        with Library.open(library, patience=0) as own:
            return own.check(quick=True) == "ok" and not own.read_only
    except NotALibraryError:
        return False


def _replace(library: Path, copy: Path) -> None:
    engine = sqlite.open_untouched(library)
    try:
        with sqlite.told(library), engine.connect() as connection:
            sqlite.copy_in(connection, copy)
    finally:
        engine.dispose()
    Library.open(library, patience=0).close()  # an older backup is migrated; whoever opens it next makes the rest anew


def _put_aside(library: Path) -> None:
    """Keep what does not open under another name: nobody but its owner may throw it away."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for ending in ("", "-wal", "-shm"):
        path = library.with_name(library.name + ending)
        if path.exists():
            path.rename(library.with_name(f"{library.stem}.damaged-{stamp}{library.suffix}{ending}"))
