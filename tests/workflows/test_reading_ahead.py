"""Many files read at once: they come in their order, and what a file does to its worker is nothing to the others."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reindreader.errors import UnreadableFileError
from reindreader.library import Library
from reindreader.pages import Limits, WorkerFailedError, in_worker
from reindreader.workflows.beside import Tell
from reindreader.workflows.importing import ImportOptions, import_files
from reindreader.workflows.outcomes import Outcome, State
from reindreader.workflows.progress import Part, Progress, Unit, finish
from reindreader.workflows.reading import Reading, read_file
from reindreader.workflows.reading_ahead import Ahead
from tests.workflows.articles import COLUMN

SEVERAL = ImportOptions(workers=3)
Read = Callable[[Path, Tell], Reading | None]


def columns(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"{COLUMN}\n{path.name}\n", "utf-8")
    return paths


def read(path: Path, tell: Tell) -> Reading:
    return read_file(path, tell=tell)


def taken(paths: list[Path], read: Read, workers: int = 3) -> list[str]:
    """The names of the texts in the order in which they come, and of what went wrong."""
    ahead, names = Ahead(paths, read, workers), []
    for number in range(len(paths)):
        try:
            reading = finish(ahead.take(Progress(number, len(paths))))
            names.append(reading.written.source.name if reading else "")
        except (WorkerFailedError, UnreadableFileError) as error:
            names.append(error.reason)
    ahead.close()
    return names


def test_they_come_in_their_order(tmp_path: Path) -> None:
    paths = columns(tmp_path, 60)

    def the_later_the_sooner(path: Path, tell: Tell) -> Reading:
        time.sleep(0.05 if path.stem.endswith("0") else 0)
        return read(path, tell)

    assert taken(paths, the_later_the_sooner) == [path.name for path in paths]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_a_file_that_stalls_crashes_or_eats_memory_is_the_only_one(tmp_path: Path, workers: int) -> None:
    paths = columns(tmp_path, 60)

    def badly(path: Path, tell: Tell) -> Reading:
        match path.stem:
            case "005" | "020":
                in_worker(Limits(seconds=0.3), time.sleep, 60)
            case "021":
                in_worker(Limits(), os._exit, 3)
            case "040":
                in_worker(Limits(10.0, 500_000_000), bytes, 2_000_000_000)
        return read(path, tell)

    wrong = {5: "slow", 20: "slow", 21: "crash", 40: "memory"}
    assert taken(paths, badly, workers) == [wrong.get(number, path.name) for number, path in enumerate(paths)]


def test_others_are_read_while_the_first_takes_its_time(tmp_path: Path) -> None:
    paths = columns(tmp_path, 40)

    def waiting(path: Path, tell: Tell) -> Reading:
        tell(Part(1, 2, Unit.PAGES))
        if path == paths[0]:
            while not (tmp_path / "039.read").exists():
                time.sleep(0.01)
        reading = read(path, tell)
        path.with_suffix(".read").touch()
        return reading

    ahead = Ahead(paths, waiting, 2)
    steps = list(ahead.take(Progress(0, 40, "000.txt")))
    ahead.close()
    assert (tmp_path / "000.read").exists()
    assert steps[-1] == Progress(0, 40, "000.txt", Part(1, 2, Unit.PAGES))


def test_killed_workers_lose_no_file(library: Library, tmp_path: Path) -> None:
    """What a worker was at when it was killed is read again, by another."""
    paths, known, killed = columns(tmp_path, 120), list[Outcome](), set[int]()
    for _step in import_files(library, paths, SEVERAL, outcomes=known):
        for number in workers() - killed if len(killed) < 2 else ():
            os.kill(number, signal.SIGKILL)
            killed.add(number)
    assert [outcome.state for outcome in known] == [State.ADDED] * 120
    assert [Path(outcome.name) for outcome in known] == paths


def workers() -> set[int]:
    """The processes that were forked from the program's worker, where the system tells of them."""
    first = in_worker(Limits(), os.getpid)
    children = Path(f"/proc/{first}/task/{first}/children")
    return {int(number) for number in children.read_text("ascii").split()} if children.exists() else set()


def are_gone() -> bool:
    """Whether the workers end; one that was just being started does so a moment later."""
    end = time.monotonic() + 20
    while workers() and time.monotonic() < end:
        time.sleep(0.02)
    return not workers()


def test_giving_up_ends_the_workers(library: Library, tmp_path: Path) -> None:
    known, paths = list[Outcome](), columns(tmp_path, 200)
    work = import_files(library, paths, SEVERAL, outcomes=known)
    while len(known) < 20:
        next(work)
    work.close()
    assert are_gone()
    assert len(library.all_ids()) == len(known) < 200
    assert [outcome.state for outcome in finish(import_files(library, paths, SEVERAL)).outcomes] == (
        [State.HERE] * len(known) + [State.ADDED] * (200 - len(known))
    )
    assert are_gone()


def test_what_is_here_is_not_read_again(library: Library, tmp_path: Path) -> None:
    """A worker that does not answer is not missed."""
    paths = columns(tmp_path, 12)
    ids = [outcome.record for outcome in finish(import_files(library, paths)).outcomes]
    worker = in_worker(Limits(), os.getpid)
    os.kill(worker, signal.SIGSTOP)
    again = finish(import_files(library, paths))
    os.kill(worker, signal.SIGCONT)
    assert [(outcome.state, outcome.record) for outcome in again.outcomes] == [(State.HERE, record) for record in ids]
    assert in_worker(Limits(), os.getpid) == worker


def test_what_was_put_into_the_bin_meanwhile_comes_in_again(library: Library, tmp_path: Path) -> None:
    paths = columns(tmp_path, 2)
    first, second = finish(import_files(library, paths)).outcomes
    known: list[Outcome] = []
    work = import_files(library, paths, outcomes=known)
    next(work)
    library.bin([second.record or 0])
    finish(work)
    assert [outcome.state for outcome in known] == [State.HERE, State.ADDED]
    assert known[0].record == first.record
