"""The library's thread: order, answers, long work between which short work is done, and closing without a loss."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Event, Timer

import pytest
from pytestqt.qtbot import QtBot

from reindreader.desktop.jobs import Jobs
from reindreader.errors import NotALibraryError
from reindreader.library import Library
from reindreader.model.articles import Article, Source
from reindreader.model.text import Block, BlockKind, Span
from reindreader.workflows.progress import Progress, Work


def add_article(library: Library, title: str) -> int:
    source = Source("a.txt", "text/plain", sha256(title.encode()).hexdigest(), len(title))
    article = Article(title, (Block(BlockKind.HEADING, Span(0, len(title))),), source)
    return library.add(article, title.encode(), (), lambda _, __: title.lower().replace(" ", ""))


@pytest.fixture
def jobs(tmp_path: Path, qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs(tmp_path / "library.sqlite")
    made.start()
    yield made
    made.close()


def test_answers_come_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[int] = []
    for number in range(20):
        jobs.submit(lambda _, n=number: n, got.append)
    qtbot.waitUntil(lambda: len(got) == 20)
    assert got == list(range(20))


def test_a_failure_is_told_to_who_asked(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(_: Library) -> None:
        raise ValueError("no")

    told: list[Exception] = []
    jobs.submit(fail, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]) == "no"
    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.submit(fail)
    assert isinstance(heard.args[0], ValueError)


def counting(upto: int) -> Work[str]:
    for number in range(upto):
        yield Progress(number, upto)
    return "end"


def test_short_work_does_not_wait_for_long_work(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[object] = []
    jobs.submit(lambda _: counting(200_000), got.append)
    jobs.submit(lambda _: "short", got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got == ["short"]


def test_long_work_is_driven_to_its_end_and_tells_its_progress(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[Progress] = []
    got: list[object] = []
    jobs.submit(lambda _: counting(5), got.append, progressed=steps.append)
    qtbot.waitUntil(lambda: got == ["end"])
    assert [step.done for step in steps] == [0, 1, 2, 3, 4]


def test_cancelled_work_is_closed_and_heard_of_no_more(jobs: Jobs, qtbot: QtBot) -> None:
    ended: list[str] = []

    def endless(_: Library) -> Work[None]:
        try:
            while True:
                yield Progress(0, 0)
        finally:
            ended.append("closed")

    job = jobs.submit(endless, ended.append)
    job.cancel()
    jobs.submit(lambda _: None)
    done: list[None] = []
    jobs.submit(lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    jobs.close()
    assert ended in ([], ["closed"])


def test_closing_waits_for_what_was_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "library.sqlite"
    jobs = Jobs(path)
    jobs.start()
    for number in range(30):
        jobs.submit(partial(add_article, title=f"Title {number}"))
    assert jobs.close() == ()
    with Library.open(path) as library:
        assert len(library.all_ids()) == 30


def test_what_fails_while_closing_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs(tmp_path / "library.sqlite")
    gate = Event()

    def fail(_: Library) -> None:
        gate.wait()
        raise OSError("full")

    jobs.start()
    jobs.submit(fail, failed=lambda _: None)
    Timer(0.1, gate.set).start()
    assert [str(error) for error in jobs.close()] == ["full"]


def test_a_library_that_cannot_be_opened_fails_every_job(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"not a library at all" * 100)
    jobs = Jobs(path)
    told: list[Exception] = []
    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.start()
        jobs.submit(lambda _: None, failed=told.append)
    assert isinstance(heard.args[0], NotALibraryError)
    qtbot.waitUntil(lambda: bool(told))
    jobs.close()


def test_work_in_the_background_waits_for_other_long_work(jobs: Jobs, qtbot: QtBot) -> None:
    done: list[str] = []

    def endless(_: Library) -> Work[None]:
        while "read" not in done:
            yield Progress(0, 0)

    def reading(_: Library) -> Work[str]:
        yield Progress(0, 1)
        return "read"

    jobs.submit(endless, lambda _: done.append("background"), background=True)
    jobs.submit(reading, done.append)
    qtbot.waitUntil(lambda: done == ["read", "background"])
