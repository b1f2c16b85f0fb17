"""The CSL processor beside citeproc-py in one run: `python -m tests.bench.bench_csl [--items N] [--alone]`.

CPU time, median of the repetitions. No figure is asserted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

from reindreader.csl import CiteItem, Cluster, Document
from tests.csl import shelf

_SYLLABLES = [
    "ba",
    "ber",
    "co",
    "dan",
    "el",
    "fa",
    "gro",
    "hal",
    "is",
    "ja",
    "kra",
    "lin",
    "mo",
    "nor",
    "ol",
    "pe",
    "ri",
    "sta",
    "tor",
    "ul",
    "ven",
    "wes",
    "yar",
    "zel",
]
_WORDS = [
    "city",
    "light",
    "memory",
    "press",
    "work",
    "factory",
    "policy",
    "river",
    "translation",
    "harbour",
    "market",
    "island",
    "history",
    "voice",
]
_GIVEN = [
    "Anna",
    "Boris",
    "Chiara",
    "David",
    "Elif",
    "Farid",
    "Grace",
    "Hugo",
    "Ines",
    "Jun",
    "Karin",
    "Luis",
    "Mei",
    "Nora",
    "Omar",
    "Paula",
    "Quentin",
    "Rosa",
]


def surnames(count: int) -> list[str]:
    """So many different surnames, always the same."""
    chance = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize())
    return list(found)


def items(count: int) -> list[dict[str, Any]]:
    """So many varied items: articles, books, chapters, newspaper columns and pages, some translated, some undated."""
    chance = random.Random(11)
    names = surnames(2000)
    return [_item(f"item{number}", chance, names) for number in range(count)]


def _people(chance: random.Random, names: list[str], most: int) -> list[dict[str, str]]:
    return [
        {"family": chance.choice(names), "given": " ".join(chance.choices(_GIVEN, k=chance.randint(1, 2)))}
        for _ in range(chance.randint(1, most))
    ]


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(3, 8))).capitalize()


def _item(item_id: str, chance: random.Random, names: list[str]) -> dict[str, Any]:
    kind = chance.choice(["article-journal", "book", "chapter", "article-newspaper", "webpage", "thesis", "report"])
    item: dict[str, Any] = {
        "id": item_id,
        "type": kind,
        "title": _title(chance),
        "author": _people(chance, names, 4),
        "publisher": "University Press",
        "publisher-place": "Bergen",
        "language": "en",
    }
    if chance.random() < 0.95:
        item["issued"] = {"date-parts": [[chance.randint(1950, 2025), chance.randint(1, 12), chance.randint(1, 28)]]}
    if kind in ("article-journal", "chapter", "article-newspaper"):
        start = chance.randint(1, 900)
        item |= {"container-title": _title(chance), "volume": str(chance.randint(1, 90)), "issue": "2"}
        item["page"] = f"{start}-{start + chance.randint(1, 30)}"
    if kind in ("book", "chapter") and chance.random() < 0.5:
        item["editor"] = _people(chance, names, 2)
    if chance.random() < 0.3:
        item["translator"] = _people(chance, names, 1)
    if chance.random() < 0.5:
        item["DOI"] = f"10.1000/{item_id}"
    return item


def cpu(work: Callable[[], object], times: int = 5) -> float:
    """The median CPU time of `work`, in seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def _ours(name: str, source: list[dict[str, Any]]) -> Callable[[], object]:
    style = shelf.style(name)

    def work() -> object:
        document = Document(style, source, uncited=[item["id"] for item in source])
        return [entry.output.html() for entry in document.bibliography().entries]

    return work


def _theirs(name: str, source: list[dict[str, Any]]) -> Callable[[], object]:
    peer = import_module("citeproc")
    source_json = import_module("citeproc.source.json")

    path = str(shelf.styles_folder() / f"{name}.csl")
    style = peer.CitationStylesStyle(path, validate=False)
    plain = [{key: value for key, value in item.items() if key != "language"} for item in source]

    def work() -> object:
        bibliography = peer.CitationStylesBibliography(style, source_json.CiteProcJSON(plain), peer.formatter.html)
        for item in plain:
            bibliography.register(peer.Citation([peer.CitationItem(item["id"])]))
        bibliography.sort()
        return [str(entry) for entry in bibliography.bibliography()]

    return work


def _bibliographies(count: int, alone: bool) -> None:
    source = items(count)
    for name in ("apa", "chicago-author-date"):
        own = cpu(_ours(name, source))
        line = f"bibliography of {count}, {name}: {own * 1000:.0f} ms"
        if not alone:
            few = source[: max(count // 10, 1)]
            other = cpu(_theirs(name, few), 1) * len(source) / len(few)
            line += f"; citeproc-py {other * 1000:.0f} ms (from {len(few)}): {other / own:.1f} times"
        print(line)


def _growth(count: int) -> None:
    for name in ("apa", "chicago-author-date"):
        small, large = cpu(_ours(name, items(count)), 3), cpu(_ours(name, items(count * 10)), 3)
        print(f"{count * 10} items take {large / small:.1f} times as long as {count}, {name}")


def _citation(count: int) -> None:
    source = items(count)
    for name in ("apa", "chicago-notes-bibliography"):
        document = Document(shelf.style(name), source)
        document.arrange([Cluster(str(n), (CiteItem(item["id"]),), n) for n, item in enumerate(source, 1)])
        places = iter(range(10**6))

        def work(document: Document = document, places: Any = places) -> object:
            return document.cite(Cluster("7", (CiteItem("item6", locator=str(next(places))),), 7))

        print(f"a warm citation among {count}, {name}: {cpu(work, 25) * 1000:.2f} ms")


def _compile() -> None:
    for name in ("apa", "chicago-author-date", "ieee"):
        text = shelf.style_text(name) or ""
        print(f"compile {name}: {cpu(lambda text=text: shelf.compiled(text)) * 1000:.0f} ms")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--alone", action="store_true", help="without citeproc-py")
    given = parser.parse_args()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _compile()
        _bibliographies(given.items, given.alone)
        _citation(given.items)
        _growth(given.items)


if __name__ == "__main__":
    main()
