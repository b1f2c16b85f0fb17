"""Damaged files of every format: each gives an article or a reason, and whatever it is, the next one comes in."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from reindreader.errors import ReindreaderError, UnreadableFileError
from reindreader.library import Library
from reindreader.pages import Limits, in_worker
from reindreader.workflows.importing import ImportReport, State, import_files
from reindreader.workflows.progress import finish
from reindreader.workflows.reading import read_bytes
from tests.hostile.mutations import damaged_files
from tests.workflows.articles import column

GIGABYTE = 1_000_000_000


def sweep(library: Library, folder: Path, count: int, seed: int) -> ImportReport:
    paths = [column(folder, "00000first.txt")]
    for name, data in damaged_files(count, seed):
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    last = folder / "99999last.txt"
    last.write_text("The lamp is lit at four.\n", "utf-8")
    report = finish(import_files(library, [*paths, last]))
    assert len(report.outcomes) == count + 2
    assert {report.outcomes[0].state, report.outcomes[-1].state} == {State.ADDED}
    return report


def check(library: Library, report: ImportReport) -> None:
    for outcome in report.outcomes:
        if outcome.record is None:
            assert isinstance(outcome.error, UnreadableFileError), outcome
            assert outcome.error.reason not in {"crash", "memory", "slow"}, outcome
        else:
            stored, article = library.get(outcome.record), library.article(outcome.record)
            assert all(span.end <= len(article.text) for claim in stored.claims for span in claim.spans), outcome


def test_five_hundred_damaged_files(library: Library, tmp_path: Path) -> None:
    report = sweep(library, tmp_path, 500, seed=19)
    check(library, report)
    assert len(report.of(State.REFUSED)) < 300


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(100, 110))
def test_thousands_of_damaged_files(library: Library, tmp_path: Path, seed: int) -> None:
    check(library, sweep(library, tmp_path, 1_000, seed))


def most_memory() -> int:
    """The most that the worker has ever held, in bytes (in the worker)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


MONSTERS: dict[str, Callable[[int], bytes]] = {
    "nested.html": lambda size: b"<html><body>" + b"<div>" * (size // 20) + b"<p>The lamp is lit at four.</p>",
    "paragraphs.html": lambda size: b"<html><body>" + b"<p>The lamp is lit at four, and no one pays.</p>" * (size // 4),
    "open-paragraphs.html": lambda size: b"<html><body>" + b"<p>" * (4 * size) + b"The lamp is lit at four.",
    "attributes.html": lambda size: b"<html><body><p " + b'a="1" ' * size + b">The lamp is lit at four.</p>",
    "one-line.txt": lambda size: b"a lamp " * size,
    "short-lines.txt": lambda size: b"a\n\n" * (size // 2),
    "stars.md": lambda size: b"*" * size + b" [" * (size // 2) + b"(" * (size // 2),
    "headings.md": lambda size: b"# a\n" * (size // 4),
    "deep.md": lambda size: b"> " * (size // 20) + b"a lamp",
}
"""Files of a shape that parsers do not expect; the size is that of their kind's unit."""


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_give_a_text_or_a_reason_and_leave_memory(name: str) -> None:
    survive(name, MONSTERS[name](100_000))


def test_fifty_thousand_nested_parts() -> None:
    survive("nested.html", MONSTERS["nested.html"](1_000_000))


@pytest.mark.nightly
@pytest.mark.parametrize("name", MONSTERS)
def test_large_monsters(name: str) -> None:
    survive(name, MONSTERS[name](1_000_000))


def survive(name: str, data: bytes) -> None:
    try:
        assert read_bytes(data, name).article.text
    except ReindreaderError as error:
        assert getattr(error, "reason", None) in {"slow", "memory", "empty", "too-many"}  # noqa: PT017
    assert in_worker(Limits(), most_memory) < GIGABYTE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < GIGABYTE
    assert read_bytes(
        b"<p>The lamp is lit at four in the afternoon, before any other lamp.</p>", "next.html"
    ).article.text
