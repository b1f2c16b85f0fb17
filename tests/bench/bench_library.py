"""A library of 100,000 articles of 600 words, half of them Chinese: `python -m tests.bench.bench_library [--articles N]`.

It is made once and kept in build/bench/ (`--articles`, or BENCH_ARTICLES in the environment, for a smaller one). CPU
time, median of five, warm files. The peers, in the same run: SQLite's LIKE over the same texts, and an index of SQLite's
own words over a tenth of them, for what it misses. No figure is asserted.
"""

import argparse
import gc
import itertools
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from reindreader.library import Entry, Grouping, Library, Sort, View
from reindreader.model.articles import Article, Source
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.names import Name
from reindreader.model.records import Title
from reindreader.model.text import Block, BlockKind, Span
from reindreader.workflows.exporting import export
from reindreader.workflows.progress import finish

WORDS = 600
BATCH = 5_000
FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"
SYLLABLES = [
    a + b
    for a in ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "br", "pl", "ch", "sh"]
    for b in ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
]
COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "it",
    "was",
    "for",
    "on",
    "with",
    "as",
    "his",
    "they",
    "at",
    "be",
    "this",
    "have",
    "from",
    "or",
    "one",
    "had",
    "by",
    "word",
    "but",
    "not",
]


class Tongue:
    """Words as often as they are in a language: the n-th about 1/n times as often as the first."""

    def __init__(self) -> None:
        rng = random.Random(7)
        made = ("".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4)))) for _ in range(60_000))
        self.latin = [*COMMON, *dict.fromkeys(made)][:40_000]
        letters = [chr(0x4E00 + own) for own in rng.sample(range(0x51A0), 4_000)]
        often = _zipf(len(letters))
        drawn = (rng.choices(letters, cum_weights=often, k=rng.choice((1, 2, 2, 2, 2, 3, 4))) for _ in range(40_000))
        self.chinese = list(dict.fromkeys("".join(own) for own in drawn))
        self._weights = {True: _zipf(len(self.chinese)), False: _zipf(len(self.latin))}

    def words(self, rng: random.Random, count: int, *, chinese: bool) -> list[str]:
        return rng.choices(self.chinese if chinese else self.latin, cum_weights=self._weights[chinese], k=count)

    def text(self, rng: random.Random, *, chinese: bool) -> str:
        words = self.words(rng, WORDS, chinese=chinese)
        some = (words[at : at + 60] for at in range(0, WORDS, 60))
        join, end = ("", "。") if chinese else (" ", ".")
        return "\n\n".join(join.join(own) + end for own in some)


def _zipf(count: int) -> list[float]:
    return list(itertools.accumulate(1 / (rank + 2.7) for rank in range(count)))


def entry(tongue: Tongue, number: int) -> Entry:
    rng, chinese = random.Random(number), bool(number % 2)
    title = ("" if chinese else " ").join(tongue.words(rng, 5, chinese=chinese)).capitalize()
    first, last, third, fourth = (word.capitalize() for word in rng.choices(tongue.latin[200:9000], k=4))
    people = (
        Contributor(Role.AUTHOR, Name.of(f"{first} {last}", last, first)),
        Contributor(Role.TRANSLATOR, Name.of(f"{third} {fourth}", fourth, third)),
    )
    facts = {
        "title": Title(title, "zh-Hant" if chinese else "en"),
        "author": people[0],
        "translator": people[1],
        "language": "zh-Hant" if chinese else "en",
        "original.title": Title(" ".join(tongue.words(rng, 4, chinese=False)).capitalize(), "de"),
        "original.language": "de",
        "appearance.publication": f"The {tongue.latin[300 + rng.randrange(200)].capitalize()} Review",
        "appearance.date": PartialDate(rng.randrange(1950, 2026), rng.randrange(1, 13), rng.randrange(1, 29)),
        "appearance.relation": "translation",
        "variable.volume": str(rng.randrange(1, 90)),
        "variable.page": f"{rng.randrange(1, 300)}-{rng.randrange(300, 600)}",
    }
    claims = tuple(Claim(name, value, Certainty.USER) for name, value in facts.items())
    text = tongue.text(rng, chinese=chinese)
    source = Source(f"{number}.txt", "text/plain", f"{number:064x}", len(text))
    spans = _paragraphs(text)
    article = Article(text, tuple(Block(BlockKind.PARAGRAPH, span) for span in spans), source)
    return Entry(claims, f"{last.lower()}{number}", article=article)


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for paragraph in text.split("\n\n"):
        yield Span(at, at + len(paragraph))
        at += len(paragraph) + 2


def made(tongue: Tongue, count: int) -> Path:
    """The library, made where it is not there yet."""
    path = FOLDER / str(count) / "library.sqlite"
    if path.with_name("done").exists():
        return path
    shutil.rmtree(path.parent, ignore_errors=True)
    start, wall = time.process_time(), time.perf_counter()
    with Library.open(path) as library:
        for first in range(0, count, BATCH):
            some = (entry(tongue, number) for number in range(first, min(first + BATCH, count)))
            library.add_records(some, lambda _record, _taken: "")
    took = time.process_time() - start
    print(f"made {count} articles: {took:.0f} s CPU, {time.perf_counter() - wall:.0f} s by the clock")
    path.with_name("done").touch()
    return path


def plain(path: Path, library: Library, ids: Sequence[int]) -> sqlite3.Connection:
    """The peer: the library's file itself, and beside it the index of SQLite's own words."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.execute("ATTACH ':memory:' AS beside")
    database.execute("CREATE VIRTUAL TABLE beside.f USING fts5(text, content='', tokenize='unicode61')")
    for one in ids:
        database.execute("INSERT INTO f (rowid, text) VALUES (?, ?)", (one, library.article(one).text))
    return database


def cpu(work: Callable[[], object], runs: int = 5) -> float:
    """Median CPU milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


FRESH = """
import resource, sys, time
from pathlib import Path
from reindreader.library import Library, Sort, View
start = time.process_time()
library = Library.open(Path(sys.argv[1]))
opened = time.process_time()
ids = library.shelf(View(sort=Sort.READ)).ids
library.shelf_rows(ids[:50])
shown = time.process_time()
for query in ("the", "a b", "lamp", "tra", "of the"):
    library.shelf(View(query, Sort.RELEVANCE))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{(opened - start) * 1000:.1f} {(shown - opened) * 1000:.1f} {peak:.0f}")
"""


def report_fresh(path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", FRESH, str(path)], capture_output=True, text=True, check=True)
    opened, shown, peak = ran.stdout.split()
    print(f"fresh process: opened in {opened} ms, first 50 rows after {shown} ms, {peak} MB at most with searches")


def report_shelf(path: Path, library: Library) -> None:
    for name, view in (
        ("ids by last read", View(sort=Sort.READ)),
        *((f"sort by {sort.value}", View(sort=sort)) for sort in (Sort.TITLE, Sort.AUTHOR, Sort.YEAR)),
        ("title, descending", View(sort=Sort.TITLE, reverse=True)),
        *((f"grouped by {own.value}", View(group=own)) for own in (Grouping.WORK, Grouping.OUTLET, Grouping.LANGUAGE)),
    ):
        print(f"{name:20} {_first(path, view):8.1f} ms, again {cpu(partial(library.shelf, view)):.1f} ms")
    ids = library.shelf_ids()
    print(f"a page of 200 rows   {cpu(lambda: library.shelf_rows(ids[-400:-200])):8.1f} ms")


def _first(path: Path, view: View) -> float:
    """Median CPU milliseconds of the first look of a library that was just opened: no order is kept yet."""
    times = []
    for _ in range(5):
        with Library.open(path) as library:
            library.shelf_rows([1])
            times.append(cpu(partial(library.shelf, view), 1))
    return statistics.median(times)


def queries(tongue: Tongue) -> tuple[list[str], list[str]]:
    """Selective and common queries, half Chinese: words, beginnings of words, several words, fields."""
    rng = random.Random(3)
    rare, often = [], []
    for _ in range(40):
        latin, chinese = (
            rng.choice(tongue.latin[2000:]),
            rng.choice([w for w in tongue.chinese[2000:9000] if len(w) > 1]),
        )
        rare += [f"{latin} ", latin, f"{latin} {rng.choice(COMMON)} ", chinese, f"title:{latin}", f"translator:{latin}"]
    for word in (*COMMON[:10], *tongue.chinese[:10]):
        often += [f"{word} ", word, f"{word} {rng.choice(COMMON)} "]
    return rare, often


def selective(path: Path, asked: Sequence[str]) -> list[str]:
    """Those of the queries that find few."""
    with Library.open(path) as library:
        return [query for query in asked if len(library.shelf_ids(query=query)) <= _SELECTIVE]


def report_searches(library: Library, tongue: Tongue, peer: sqlite3.Connection) -> None:
    rare, often = queries(tongue)
    rare = selective(library.path, rare)
    for name, some in (("selective", rare), ("common", often)):
        for sort in (Sort.RELEVANCE, Sort.READ):
            times = [(cpu(lambda q=query, s=sort: library.shelf(View(q, s)), 3), query) for query in some]
            _print_times(f"{name}, by {sort.value}", times)
        if name == "common":
            continue
        words = [query.strip() for query in some if ":" not in query and " " not in query.strip()]
        _print_times("  plain FTS5", [(cpu(partial(_peer, peer, _FTS, f'"{w}"'), 3), w) for w in words])
        missed = [w for w in words if not _peer(peer, _FTS, f'"{w}"') and library.shelf_ids(query=w)]
        print(f"  plain FTS5 over a tenth of the texts finds nothing for {len(missed)} of these {len(words)} words")
        _print_times("  plain LIKE", [(cpu(partial(_peer, peer, _LIKE, f"%{w}%"), 1), w) for w in words[:3]])


_SELECTIVE = 2_000
"""Hits of a query that is called selective: one in fifty."""

_FTS = "SELECT rowid FROM f WHERE f MATCH ?"
_LIKE = "SELECT record FROM articles WHERE text LIKE ?"


def _peer(database: sqlite3.Connection, query: str, words: str) -> list[tuple[int]]:
    return database.execute(query, (words,)).fetchall()


def _print_times(name: str, times: list[tuple[float, str]]) -> None:
    times.sort()
    median, (late, query) = times[len(times) // 2][0], times[int(len(times) * 0.99) if len(times) > 99 else -1]
    print(
        f"search, {name:22} median {median:7.2f} ms, 99th percentile {late:7.2f} ms ({query!r}, {len(times)} queries)"
    )


def report_export(library: Library) -> None:
    ids = library.all_ids()
    beside = FOLDER / "out.bib"
    for count in (10_000, 100_000):
        if count <= len(ids):
            gc.collect()
            read = cpu(lambda n=count: sum(1 for _ in library.entries(ids[:n])), 3)
            took = cpu(lambda n=count: finish(export(library, ids[:n], "biblatex", beside)), 1)
            print(
                f"{count:7} records: read {read / 1000:.2f} s ({count / read * 1000:,.0f} a second), to .bib {took / 1000:.2f} s"
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of this process at most {peak:.0f} MB")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=int(os.environ.get("BENCH_ARTICLES", "100000")))
    count = arguments.parse_args().articles
    tongue = Tongue()
    path = made(tongue, count)
    print(f"{count} articles of {WORDS} words; {path.stat().st_size / 1e6:.0f} MB")
    report_fresh(path)
    with Library.open(path) as library:
        report_shelf(path, library)
        report_searches(library, tongue, plain(path, library, library.all_ids()[::10]))
        report_export(library)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
