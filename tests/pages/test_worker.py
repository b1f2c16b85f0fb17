"""The worker process: what comes back, what is raised again, and what happens to calls that stall or crash."""

import io
import itertools
import os
import pickle
import subprocess
import sys
import time

import pytest

from reindreader.pages import Limits, WorkerFailedError, in_worker, in_worker_told
from reindreader.pages.document import document_lines
from reindreader.pages.messages import LENGTH, RESULT, receive
from reindreader.pages.processes import SERVICE
from reindreader.pages.worker import Worker
from tests.pages.papers import pdf

SOON = Limits(seconds=10.0)


def test_the_result_comes_back_from_another_process() -> None:
    assert in_worker(SOON, os.getpid) not in {0, os.getpid()}
    assert in_worker(SOON, sorted, [3, 1, 2]) == [1, 2, 3]


def test_the_same_process_serves_the_next_call() -> None:
    assert in_worker(SOON, os.getpid) == in_worker(SOON, os.getpid)


def test_errors_are_raised_where_the_call_was_made() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        in_worker(SOON, int, "x")


def test_what_a_library_prints_is_no_answer() -> None:
    assert in_worker(SOON, os.system, "echo words") == 0


def test_a_stalled_call_is_killed_and_the_next_one_answered() -> None:
    worker = Worker()
    try:
        with pytest.raises(WorkerFailedError, match="slow"):
            worker.call(Limits(seconds=0.5), time.sleep, 60)
        assert worker.call(SOON, len, "abc") == 3
    finally:
        worker.close()


def test_a_call_that_works_without_end_is_killed() -> None:
    worker = Worker()
    try:
        with pytest.raises(WorkerFailedError, match="slow"):
            worker.call(Limits(seconds=0.5), sum, itertools.repeat(0))
    finally:
        worker.close()


def test_a_call_that_only_waits_for_the_processor_is_answered() -> None:
    worker = Worker()
    try:
        worker.call(SOON, len, "")
        assert worker.call(Limits(seconds=0.5), time.sleep, 1.0) is None
    finally:
        worker.close()


def test_a_call_tells_how_far_it_is() -> None:
    steps: list[tuple[int, int]] = []
    document = in_worker_told(SOON, steps.append, document_lines, pdf([[]] * 60), None)
    assert document.count == 60
    assert steps == [(0, 60), (25, 60), (50, 60)]


@pytest.mark.parametrize("entry", ["reindreader.cli.main", "reindreader.desktop.main"])
def test_a_frozen_program_is_its_own_worker(entry: str) -> None:
    script = f"import sys; sys.frozen = True; sys.argv[1:] = [{SERVICE!r}]; from {entry} import main; main()"
    request = pickle.dumps((SOON, False, sorted, ([3, 1, 2],), {}))
    done = subprocess.run(
        [sys.executable, "-c", script], input=LENGTH.pack(len(request)) + request, capture_output=True, check=True
    )
    assert pickle.loads(receive(io.BytesIO(done.stdout))) == (RESULT, [1, 2, 3])


def test_a_crash_is_told_and_the_next_call_answered() -> None:
    worker = Worker()
    try:
        with pytest.raises(WorkerFailedError, match="crash"):
            worker.call(SOON, os._exit, 3)
        assert worker.call(SOON, len, "abc") == 3
    finally:
        worker.close()


def test_memory_has_a_limit() -> None:
    worker = Worker()
    try:
        with pytest.raises(WorkerFailedError, match="memory"):
            worker.call(Limits(10.0, 500_000_000), bytes, 2_000_000_000)
        assert worker.call(SOON, len, "abc") == 3
    finally:
        worker.close()


def test_the_worker_does_itself_what_its_call_asks_of_the_worker() -> None:
    assert in_worker(SOON, in_worker, SOON, os.getpid) == in_worker(SOON, os.getpid)


class GivenUpError(BaseException):
    """Raised by who is told how far a call is."""


def test_a_call_that_is_given_up_leaves_no_answer_for_the_next() -> None:
    def give_up(_step: object) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        in_worker_told(SOON, give_up, document_lines, pdf([[]] * 60), None)
    assert in_worker(SOON, sorted, [2, 1]) == [1, 2]
