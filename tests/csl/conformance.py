"""Measure the processor: `python -m tests.csl.conformance DIR [--list]` or `--oracle DIR`.

DIR holds fixtures in the format of the official test suite, or an oracle's JSON files. A second line a style of
`--list` shows what was wanted and what was printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reindreader.csl import CiteItem, Cluster, Document, Style
from tests.csl import shelf

_SECTION = re.compile(r">>=+ *([A-Z-]+) *=+>>\r?\n?(.*?)<<=+ *\1 *=+<<", re.DOTALL)
# What the two sources of cases write where nothing is printed.
_NOTHING = "[NO_PRINTED_FORM]"
_NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
_POSITIONS = {1: "subsequent", 2: "ibid", 3: "ibid-with-locator"}
_SPELLINGS = (("&amp;", "&#38;"), ("&lt;", "&#60;"), ("&gt;", "&#62;"))


# How the cases set the blocks of an entry.
_BLOCKS = {
    "left-margin": ("\n    ", ""),
    "right-inline": ("", "\n  "),
    "block": ("\n\n    ", "\n"),
    "indent": ("", "\n  "),
}
_BLOCK = re.compile(r'<div class="csl-([a-z-]+)">(.*?)</div>', re.DOTALL)


def normal(text: str) -> str:
    """Line ends and the spelling of & < > unified, marks of changed citations and blank space around it all dropped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for one, other in _SPELLINGS:
        text = text.replace(one, other)
    return re.sub(r"^(?:>>|\.\.)\[\d+\] ", "", text, flags=re.MULTILINE).strip()


def without_gaps(text: str) -> str:
    """As `normal`, and blank space next to blocks dropped."""
    return re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", normal(text))


def _set(html: str) -> str:
    """An entry with its blocks on lines of their own."""
    return _BLOCK.sub(lambda match: match[0].join(_BLOCKS[match[1]]), html)


def sections(text: str) -> dict[str, str]:
    """A fixture's named sections."""
    return {match[1]: match[2].strip() for match in _SECTION.finditer(text)}


def cite_item(source: Mapping[str, Any]) -> CiteItem:
    """A cite-item of CSL's JSON."""
    return CiteItem(
        id=str(source["id"]),
        locator=str(source.get("locator") or ""),
        label=str(source.get("label") or ""),
        prefix=source.get("prefix") or "",
        suffix=source.get("suffix") or "",
        suppress_author=bool(source.get("suppress-author")),
        author_only=bool(source.get("author-only")),
        position="near-note" if source.get("near-note") else _POSITIONS.get(int(source.get("position") or 0), ""),
    )


def _cluster(source: Mapping[str, Any]) -> Cluster:
    properties = source.get("properties") or {}
    return Cluster(
        id=str(source["citationID"]),
        items=tuple(cite_item(item) for item in source["citationItems"]),
        note=int(properties.get("noteIndex") or 0),
        mode=properties.get("mode") or "",
        infix=properties.get("infix") or "",
        unsorted=bool(properties.get("unsorted")),
    )


def _edited(document: Document, steps: list[list[Any]]) -> list[str]:
    """The document's citations after every edit."""
    known: dict[str, Cluster] = {}
    for step, before, after in steps:
        order = []
        here = _cluster(step)
        for place, note in [*before, [here.id, here.note], *after]:
            one = here if place == here.id else known[place]
            known[place] = Cluster(one.id, one.items, int(note), one.mode, one.infix, one.unsorted)
            order.append(known[place])
        document.arrange(order)
    return [document.citation(cluster.id).html() or _NO_FORM for cluster in document.clusters]


def _cited(document: Document, parts: Mapping[str, str], items: list[Any]) -> list[str]:
    if "CITATIONS" in parts:
        return _edited(document, json.loads(parts["CITATIONS"]))
    document.include(str(item["id"]) for item in items)
    rows = json.loads(parts.get("CITATION-ITEMS") or "null") or [[{"id": one} for one in document.order]]
    clusters = [Cluster(str(index), tuple(cite_item(item) for item in row)) for index, row in enumerate(rows, 1)]
    document.arrange(clusters)
    return [document.citation(cluster.id).html() or _NO_FORM for cluster in clusters]


def _entries(document: Document, numeric: bool) -> list[str]:
    """The bibliography's entries; a numeric style has a line for an item that it prints nothing of."""
    printed = {entry.item_id: _set(entry.output.html()) for entry in document.bibliography().entries}
    if not numeric:
        return list(printed.values())
    return [printed.get(one, f"{number}. {_NO_FORM}") for number, one in enumerate(document.order, 1)]


def _prints_numbers(style: str) -> bool:
    return re.search(r"<(?:text|number)\s[^>]*citation-number", style) is not None


def run_fixture(text: str) -> tuple[str, str]:
    """A fixture's result and ours, both normalised."""
    parts = sections(text)
    items = [{**item, "id": item.get("id", index)} for index, item in enumerate(json.loads(parts["INPUT"]))]
    document = Document(
        shelf.compiled(parts["CSL"]), items, note_fields=True, in_order=parts["MODE"].endswith("-nosort")
    )
    bibliography = parts["MODE"].startswith("bibliography")
    if bibliography and "CITATIONS" not in parts and "CITATION-ITEMS" not in parts:
        document.include(str(item["id"]) for item in items)
        lines = []
    else:
        lines = _cited(document, parts, items)
    if bibliography:
        shown = _entries(document, numeric=_prints_numbers(parts["CSL"]))
        entries = "".join(f'  <div class="csl-entry">{html}</div>\n' for html in shown)
        lines = [f'<div class="csl-bib-body">\n{entries}</div>']
    return normal(parts["RESULT"]), normal("\n".join(lines))


def fixtures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(name, wanted, printed) for each fixture of a folder; what raises prints the exception."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if ">>=" not in text:
            continue
        try:
            wanted, printed = run_fixture(text)
        except Exception as error:  # noqa: BLE001  a fixture that raises is one that fails
            wanted, printed = normal(sections(text).get("RESULT", "")), f"{type(error).__name__}: {error}"
        yield path.stem, wanted, printed


def oracle_style(record: Mapping[str, Any]) -> Style:
    """The style of an oracle's file."""
    return shelf.style(record["style"])


def run_oracle(record: Mapping[str, Any], items: list[Any]) -> Iterator[tuple[str, str, str, str]]:
    """(kind, what, wanted, printed) for each entry and each citation of an oracle's file."""
    document = Document(oracle_style(record), items)
    clusters = [
        Cluster(str(index), tuple(cite_item(item) for item in one["items"]), int(one.get("note") or 0))
        for index, one in enumerate(record["citations"])
    ]
    document.arrange(clusters)
    printed = {entry.item_id: entry.output.html() for entry in document.bibliography().entries}
    order = list(printed)
    for index, (item_id, html, _text) in enumerate(record["bibliography"]):
        place = "" if index < len(order) and order[index] == item_id else "(moved) "
        yield "entry", item_id, without_gaps(html), place + without_gaps(printed.get(item_id, ""))
    for extra in set(order) - {row[0] for row in record["bibliography"]}:
        yield "entry", extra, "", without_gaps(printed[extra])
    for cluster, one in zip(clusters, record["citations"], strict=True):
        if not one.get("skip"):
            yield (
                "citation",
                cluster.id,
                without_gaps(one["html"]),
                without_gaps(document.citation(cluster.id).html() or _NOTHING),
            )


def _say(text: str = "") -> None:
    sys.stdout.write(text + "\n")


def _oracle(folder: Path, listing: bool) -> bool:
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    whole = True
    for path in sorted(folder.glob("*.json")):
        if path.name == "items.json":
            continue
        record = json.loads(path.read_text(encoding="utf-8"))
        rows = list(run_oracle(record, items))
        counts = []
        for kind in ("entry", "citation"):
            mine = [wanted == printed for one, _, wanted, printed in rows if one == kind]
            counts.append(f"{sum(mine)} of {len(mine)}")
        _say(f"{record['style']} entries {counts[0]}, citations {counts[1]}")
        whole = whole and all(wanted == printed for _, _, wanted, printed in rows)
        if listing:
            _list((f"{kind} {what}", wanted, printed) for kind, what, wanted, printed in rows)
    return whole


def _list(rows: Iterator[tuple[str, str, str]]) -> None:
    for name, wanted, printed in rows:
        if wanted != printed:
            _say(f"  {name}\n    wanted  {wanted}\n    printed {printed}")


def _suite(folder: Path, listing: bool) -> bool:
    rows = list(fixtures(folder))
    failing = [row for row in rows if row[1] != row[2]]
    _say(f"passed {len(rows) - len(failing)} of {len(rows)}")
    if listing:
        _list(iter(failing))
    else:
        for name, _, _ in failing:
            _say(name)
    return not failing


def main(arguments: list[str] | None = None) -> int:
    """Run; 0 if everything agrees."""
    parser = argparse.ArgumentParser(prog="tests.csl.conformance")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--list", action="store_true", dest="listing")
    given = parser.parse_args(arguments)
    run = _oracle if given.oracle else _suite
    return 0 if run(given.folder, given.listing) else 1


if __name__ == "__main__":
    sys.exit(main())
