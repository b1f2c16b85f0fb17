"""Several workers: each of its own, forked or started anew, and what happens to one is nothing to the others."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reindreader.pages import Limits, WorkerFailedError, in_worker
from reindreader.pages.crew import Crew, most_workers
from reindreader.pages.document import document_lines
from reindreader.pages.processes import Spawned, can_fork
from reindreader.pages.worker import Worker, WorkerEndedError, calling, one_more
from tests.pages.papers import pdf

SOON = Limits(seconds=10.0)

ORPHANED = """
import itertools, threading, time
from reindreader.pages.worker import Limits, one_more
worker = one_more()
print(worker.call(Limits(), __import__("os").getpid), flush=True)
worker.call(Limits(seconds=1.0), sum, itertools.repeat(0))
"""


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = one_more()
    yield one
    one.end()


@pytest.fixture
def crew() -> Iterator[Crew]:
    one = Crew.of(2)
    yield one
    one.end()


def pages_are_loaded() -> bool:
    return "reindreader.pages.document" in sys.modules


def meet(own: Path, other: Path) -> int:
    """Come back only once the other call has begun as well."""
    own.touch()
    while not other.exists():
        time.sleep(0.01)
    return os.getpid()


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not can_fork(), reason="this system starts each worker anew")
def test_one_more_has_loaded_what_the_first_has(worker: Worker) -> None:
    in_worker(SOON, document_lines, pdf([[]]), None)
    assert worker.call(SOON, pages_are_loaded)
    assert worker.call(SOON, os.getppid) == in_worker(SOON, os.getpid)


def test_one_more_is_a_process_of_its_own(worker: Worker) -> None:
    assert worker.call(SOON, os.getpid) == worker.process
    assert worker.process not in {os.getpid(), in_worker(SOON, os.getpid)}
    assert worker.call(SOON, sorted, [3, 1, 2]) == [1, 2, 3]


def test_one_more_gives_way(worker: Worker) -> None:
    usual = in_worker(SOON, os.nice, 0)
    anew = Worker(lambda: Spawned(gentle=True))
    assert worker.call(SOON, os.nice, 0) > usual
    assert anew.call(SOON, os.nice, 0) > usual
    anew.end()


@pytest.mark.parametrize(
    ("limits", "function", "args", "reason"),
    [
        (SOON, os._exit, (3,), "crash"),
        (Limits(seconds=0.3), time.sleep, (60,), "slow"),
        (Limits(seconds=0.3), signal.raise_signal, (signal.SIGSTOP,), "slow"),
        (Limits(10.0, 500_000_000), bytes, (2_000_000_000,), "memory"),
    ],
)
def test_what_ends_one_leaves_the_first_and_the_next_call(
    worker: Worker, limits: Limits, function: Callable[..., object], args: tuple[object, ...], reason: str
) -> None:
    first = in_worker(SOON, os.getpid)
    with pytest.raises(WorkerFailedError, match=reason):
        worker.call(limits, function, *args)
    assert worker.call(SOON, len, "abc") == 3
    assert in_worker(SOON, os.getpid) == first


def test_one_goes_on_where_the_first_is_killed(worker: Worker) -> None:
    number = worker.call(SOON, os.getpid)
    os.kill(in_worker(SOON, os.getpid), signal.SIGKILL)
    assert worker.call(SOON, os.getpid) == number
    os.kill(number, signal.SIGKILL)
    with pytest.raises(WorkerFailedError, match="crash"):
        worker.call(SOON, time.sleep, 60)
    assert worker.call(SOON, len, "abc") == 3


def test_the_terminals_interrupt_is_not_for_workers(worker: Worker) -> None:
    number = worker.call(SOON, os.getpid)
    os.kill(number, signal.SIGINT)
    assert worker.call(SOON, os.getpid) == number


def test_a_call_that_has_lost_its_parent_ends() -> None:
    parent = subprocess.Popen([sys.executable, "-c", ORPHANED], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    orphan = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 60
    while is_there(orphan):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_nobody_is_left_behind(worker: Worker) -> None:
    number = worker.call(SOON, os.getpid)
    worker.end()
    in_worker(SOON, len, "abc")
    assert not is_there(number)
    with pytest.raises(WorkerEndedError):
        worker.call(SOON, len, "abc")


def test_calls_of_a_crew_go_on_at_once(crew: Crew, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    with ThreadPoolExecutor(2) as threads:
        first, second = (
            threads.submit(crew.call, SOON, meet, one, other),
            threads.submit(crew.call, SOON, meet, other, one),
        )
        assert first.result() != second.result()


def test_one_more_does_not_wait_for_the_first(worker: Worker, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    with ThreadPoolExecutor(1) as threads:
        busy = threads.submit(in_worker, SOON, meet, one, other)
        while not one.exists():
            time.sleep(0.01)
        assert worker.call(SOON, meet, other, one) != busy.result()


def test_a_thread_asks_the_crew_that_it_is_given(crew: Crew) -> None:
    own = in_worker(SOON, os.getpid)
    with calling(crew):
        assert in_worker(SOON, os.getpid) != own
        with pytest.raises(ValueError, match="invalid literal"):
            in_worker(SOON, int, "x")
    assert in_worker(SOON, os.getpid) == own


def test_who_waits_for_a_crew_that_ends_hears_of_it(crew: Crew, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    names = [tmp_path / str(number) for number in range(3)]
    with ThreadPoolExecutor(3) as threads:
        calls = [threads.submit(crew.call, SOON, meet, name, gone) for name in names]
        while sum(name.exists() for name in names) < 2:
            time.sleep(0.01)
        crew.end()
        assert [type(call.exception()) for call in calls] == [WorkerEndedError] * 3


def test_there_is_always_one() -> None:
    assert most_workers() >= 1
