"""The export formats beside bibtexparser and pandoc in one run: `python -m tests.bench.bench_export [--records N]`.

CPU time, median of the repetitions, of the varied library of the tests. No figure is asserted.
"""

import argparse
import gc
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import bibtexparser
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library as Parsed
from bibtexparser.middlewares import AddEnclosingMiddleware

from reindreader.citing.formats import FORMATS, Group, losses, write, write_bytes
from reindreader.citing.keys import make_key
from reindreader.library import Entry, Library
from reindreader.model.fields import claims_of
from reindreader.model.records import Record
from reindreader.workflows.exporting import export
from reindreader.workflows.progress import finish
from tests.citing.varied import varied

_REPETITIONS = 5
_LISTED = 200
"""Entries of a formatted bibliography: its work is the styles', which another benchmark measures."""


def main() -> None:
    """Print the table; cycles are looked for as seldom as in the programs."""
    gc.set_threshold(2_000, 20, 100)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    count = parser.parse_args().records
    entries = list(varied(count))
    text = "".join(write(entries, "biblatex"))
    peers = {"bibtexparser, write in place": _rate(_parsed_writer(text), count)}
    if pandoc := _pandoc(entries):
        peers["pandoc, CSL-JSON to biblatex"] = pandoc
    for name, rate in peers.items():
        print(f"{name:40} {rate:9,.0f} entries/s")
    for form in FORMATS.values():
        _print_format(form.id, entries, peers)
    _print_library(entries)


def _print_format(form: str, entries: Sequence[tuple[str, Record]], peers: dict[str, float]) -> None:
    if FORMATS[form].group is Group.HIGHLIGHTS:
        return
    some = entries[:_LISTED] if FORMATS[form].group is Group.BIBLIOGRAPHY else entries
    repetitions = 1 if FORMATS[form].group is Group.BIBLIOGRAPHY else _REPETITIONS
    rate = _rate(lambda: _drain(some, form), len(some), repetitions)
    report = _rate(lambda: [losses(record, form) for _key, record in some], len(some), 1)
    ratios = ", ".join(f"{rate / peer:.2f} × {name.partition(',')[0]}" for name, peer in peers.items())
    print(f"{form:24} {rate:9,.0f} entries/s   {ratios}   losses {report:9,.0f} records/s")


def _drain(entries: Sequence[tuple[str, Record]], form: str) -> None:
    for _piece in write_bytes(entries, form):
        pass


def _rate(work: Callable[[], object], count: int, repetitions: int = _REPETITIONS) -> float:
    """Entries a second of CPU time."""
    taken = []
    for _ in range(repetitions):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return count / statistics.median(taken)


def _parsed_writer(text: str) -> Callable[[], object]:
    parsed = bibtexparser.parse_string(text)
    values = [[field.value for field in entry.fields] for entry in parsed.entries]

    def work() -> object:
        for entry, kept in zip(parsed.entries, values, strict=True):  # the writer leaves its braces in the values
            for field, value in zip(entry.fields, kept, strict=True):
                field.value = value
        enclosing = AddEnclosingMiddleware(
            reuse_previous_enclosing=False,
            enclose_integers=True,
            default_enclosing="{",
            allow_inplace_modification=True,
        )
        return write_string(Parsed(list(parsed.entries)), unparse_stack=[enclosing])

    return work


def _pandoc(entries: Sequence[tuple[str, Record]]) -> float | None:
    """Entries a second of pandoc's CPU time, from our CSL-JSON; None where pandoc is not there."""
    if shutil.which("pandoc") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.json"
        path.write_text("".join(write(entries, "csl-json")), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            ["pandoc", "-f", "csljson", "-t", "biblatex", str(path), "-o", os.devnull], check=True, capture_output=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return len(entries) / (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _print_library(entries: Sequence[tuple[str, Record]]) -> None:
    """From a library on the disk to a file on the disk."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
        library.add_records([Entry(claims_of(record, "made up"), key) for key, record in entries], make_key)
        ids = library.all_ids()
        for form in ("biblatex", "csl-json"):
            seconds = len(ids) / _rate(partial(_export, library, ids, form, Path(folder) / "out"), len(ids), 3)
            print(f"library to {form:13} {seconds:9.2f} s for {len(ids):,} records")


def _export(library: Library, ids: Sequence[int], form: str, path: Path) -> object:
    return finish(export(library, ids, form, path))


if __name__ == "__main__":
    main()
