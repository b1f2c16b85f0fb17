"""Damaged files of every format: each gives an article or a reason, and whatever it is, the next one comes in."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reindreader.errors import UnreadableFileError
from reindreader.library import Library
from reindreader.pages import Limits, in_worker
from reindreader.workflows.importing import import_files
from reindreader.workflows.outcomes import ImportReport, State
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
    assert survived(name, 100_000) == "ok"


def test_fifty_thousand_nested_parts() -> None:
    assert survived("nested.html", 1_000_000) == "ok"


@pytest.mark.nightly
@pytest.mark.parametrize("name", MONSTERS)
def test_large_monsters(name: str) -> None:
    assert survived(name, 1_000_000) == "ok"


def survived(name: str, size: int) -> str:
    """``ok``, or what went wrong. In a process of its own, whose memory is that of the reading alone."""
    code = "import sys; from tests.hostile.test_mutations import survive; print(survive(sys.argv[1], int(sys.argv[2])))"
    done = subprocess.run(
        [sys.executable, "-c", code, name, str(size)], capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout.strip() or done.stderr


def survive(name: str, size: int) -> str:
    try:
        if not read_bytes(MONSTERS[name](size), name).article.text:
            return "no text"
    except UnreadableFileError as error:
        if error.reason not in {"slow", "memory", "empty", "too-many"}:
            return error.reason
    worker = in_worker(Limits(), most_memory)
    if max(worker, most_memory()) >= GIGABYTE:
        return f"{most_memory()} bytes, and {worker} in the worker"
    next_one = b"<p>The lamp is lit at four in the afternoon, before any other lamp.</p>"
    return "ok" if read_bytes(next_one, "next.html").article.text else "the next file gave no text"


def most_memory() -> int:
    """The most that this process has ever held, in bytes; not what its parent held, as ``getrusage`` has it."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024
