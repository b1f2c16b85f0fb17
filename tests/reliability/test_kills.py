"""Import, edit, export and backup, killed at any moment and on a disk that is full: what was confirmed is there, files are whole."""

import hashlib
import random
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import bibtexparser
import pytest

from reindreader.errors import UnwritableError
from reindreader.library import Library
from reindreader.library.backups import Backups, backups_beside
from reindreader.workflows.editing import set_field
from reindreader.workflows.exporting import export
from reindreader.workflows.importing import ImportOptions, import_files
from reindreader.workflows.outcomes import ImportReport, Outcome
from reindreader.workflows.progress import Work, finish

BATCH = 3
"""Articles imported at once."""

WORKING = """
import hashlib, itertools, sys
from pathlib import Path
from tests.reliability.test_kills import steps
for line in steps(Path(sys.argv[1]), sys.argv[2]):
    print(line, flush=True)
"""

COMING_IN = """
import sys
from pathlib import Path
from tests.reliability.test_kills import coming_in
for line in coming_in(Path(sys.argv[1]), Path(sys.argv[2])):
    print(line, flush=True)
"""


def article(folder: Path, name: str) -> Path:
    path = folder / f"{name}.txt"
    words = f"Of {name}, and of nothing else but {name}. " * 40
    path.write_text(f"The Article {name}\n\nBy Lam Ka-wai\n\n{words}\n\nTranslated by Helen Ashworth\n", "utf-8")
    return path


def steps(folder: Path, name: str) -> Iterator[str]:
    """Import, edit, export, back up, without end. Each line says what is done."""
    path = folder / "library.sqlite"
    with Library.open(path) as library:
        for number in range(10_000):
            titles = [f"{name}x{number}p{part}" for part in range(BATCH)]
            told: list[Outcome] = []
            work, record = import_files(library, [article(folder, title) for title in titles], outcomes=told), 0
            for said in _told(work, told):
                if said.error is not None:
                    raise said.error
                record, title = said.record or 0, titles.pop(0)
                yield f"imported {record} {title}"
            set_field(library, record, "title", f"Edited {title}")
            yield f"edited {record} {title}"
            finish(export(library, library.all_ids(), "biblatex", folder / "all.bib"))
            yield f"exported {hashlib.sha256((folder / 'all.bib').read_bytes()).hexdigest()} {title}"
            if number % 3 == 0:
                for _step in Backups(backups_beside(path)).make(path):
                    pass
                yield f"backed-up {len(library.all_ids())} {title}"


def coming_in(library: Path, folder: Path) -> Iterator[str]:
    """A folder that several workers read. Each line is a file that is in."""
    told: list[Outcome] = []
    with Library.open(library) as opened:
        for said in _told(import_files(opened, [folder], ImportOptions(workers=3), outcomes=told), told):
            yield f"{said.record} {Path(said.name).name}"


def _told(work: Work[ImportReport], told: list[Outcome]) -> Iterator[Outcome]:
    """Each outcome as soon as it is said."""
    said = 0
    for _step in work:
        new, said = told[said:], len(told)
        yield from new


@dataclass
class Confirmed:
    """What was said to be done, over all runs."""

    titles: dict[int, str] = field(default_factory=dict)
    target: str = ""
    entries: int = 0
    records: int = 0

    def take(self, line: str) -> None:
        what, value, title = line.split()
        match what:
            case "imported":
                self.titles[int(value)] = f"The Article {title}"
            case "edited":
                self.titles[int(value)] = f"Edited {title}"
            case "exported":
                self.target = value
            case "backed-up":
                self.records = int(value)


def check(folder: Path, confirmed: Confirmed) -> None:
    """Everything confirmed is there; what was being done is done wholly or not at all."""
    path, target = folder / "library.sqlite", folder / "all.bib"
    with Library.open(path) as library:
        assert library.check() == "ok"
        for record, title in confirmed.titles.items():
            own = library.get(record).record.title
            assert own is not None
            assert own.text == title or own.text == title.replace("The Article", "Edited")
            assert library.files.read(library.article(record).source.sha256)
        count = len(library.all_ids())
    if target.exists() and hashlib.sha256(target.read_bytes()).hexdigest() != confirmed.target:
        parsed = bibtexparser.parse_string(target.read_text("utf-8"))
        assert not parsed.failed_blocks
        assert confirmed.entries <= len(parsed.entries) <= count
        confirmed.entries = len(parsed.entries)
    for backup in Backups(backups_beside(path)).all():
        assert Backups(backups_beside(path)).verify(backup) == ()
    if confirmed.records:
        assert max(own.records for own in Backups(backups_beside(path)).all()) >= confirmed.records


@pytest.mark.parametrize("runs", [3, pytest.param(200, marks=pytest.mark.nightly)])
def test_killed_at_any_moment(tmp_path: Path, runs: int) -> None:
    confirmed, chance = Confirmed(), random.Random(runs)
    for run in range(runs):
        process = subprocess.Popen(
            [sys.executable, "-c", WORKING, str(tmp_path), f"r{run}"], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(chance.randint(1, 9))]
        time.sleep(chance.random() / 20)
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        for line in lines:
            if line.endswith("\n"):
                confirmed.take(line)
        check(tmp_path, confirmed)
    assert confirmed.titles


@pytest.mark.parametrize("runs", [2, pytest.param(60, marks=pytest.mark.nightly)])
def test_killed_while_several_workers_read(tmp_path: Path, runs: int) -> None:
    library, confirmed, chance = tmp_path / "library.sqlite", dict[int, Path](), random.Random(runs)
    for run in range(runs):
        folder = tmp_path / f"r{run}"
        folder.mkdir()
        paths = {path.name: path for path in (article(folder, f"r{run}a{number}") for number in range(60))}
        process = subprocess.Popen(
            [sys.executable, "-c", COMING_IN, str(library), str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(chance.randint(1, 40))]
        time.sleep(chance.random() / 20)
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        whole = (line.split() for line in lines if line.endswith("\n"))
        new = {int(record): paths[name] for record, name in whole}
        are_in(library, new)
        confirmed |= new
    assert len(confirmed) >= runs
    are_in(library, confirmed)


def are_in(path: Path, records: Mapping[int, Path]) -> None:
    with Library.open(path) as library:
        assert library.check() == "ok"
        for record, source in records.items():
            assert library.files.read(library.article(record).source.sha256) == source.read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this account may not mount a small file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_on_a_disk_that_fills_up(small_disk: Path) -> None:
    confirmed = Confirmed()
    lines = map(confirmed.take, steps(small_disk, "full"))
    with pytest.raises((UnwritableError, OSError)):
        deque(lines, maxlen=0)
    for own in small_disk.glob("*.txt"):
        own.unlink()  # the articles that were read from: some room to open the library in
    check(small_disk, confirmed)
