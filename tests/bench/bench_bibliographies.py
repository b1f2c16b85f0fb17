"""Bibliography files read, beside bibtexparser in the same run, and duplicates found:
`python -m tests.bench.bench_bibliographies`. CPU time, median of three. No figure is asserted."""

import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

import bibtexparser

from reindreader.citing.duplicates import duplicates
from reindreader.citing.formats import write
from reindreader.citing.reading.forms import read_text, read_tree
from reindreader.model.records import Title
from tests.citing.varied import varied

_RECORDS = 2_000
_COMPARED = 100_000


def main() -> None:
    logging.disable(logging.WARNING)
    entries = list(varied(_RECORDS))
    records = [record for _key, record in entries]
    files = {form: "".join(write(entries, form)) for form in ("biblatex", "ris", "csl-json", "mods", "endnote-xml")}
    peer = _rate(lambda: bibtexparser.parse_string(files["biblatex"]))
    print(f"bibtexparser, parse          {peer:>9.0f} entries/s")
    for form, text in files.items():
        rate = _rate(_reader(form, text))
        print(f"{form:<28} {rate:>9.0f} entries/s, {rate / peer:.2f} x bibtexparser's parse")
    many = [
        (n, replace(record, title=Title(f"{record.title.text if record.title else 'None'} {n}")))
        for n, record in enumerate(records * (_COMPARED // _RECORDS))
    ]
    begun = time.process_time()
    found = duplicates(many)
    print(f"duplicates of {len(many)}: {time.process_time() - begun:.1f} s, {len(found)} groups")


def _reader(form: str, text: str) -> Callable[[], object]:
    if form in {"mods", "endnote-xml"}:
        return lambda: read_tree(text.encode(), form)
    return lambda: read_text(text, "bibtex" if form == "biblatex" else form)


def _rate(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return _RECORDS / statistics.median(times)


if __name__ == "__main__":
    main()
