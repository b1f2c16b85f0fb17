"""What can be said of all CSL styles without compiling them, made once and kept on disk.

The facts are those of a style's ``cs:info`` (CSL 1.0.2, "Info"). The index is one JSON file; its name holds a digest of
the style package's version and file list, so a new package makes a new index.
"""

import contextlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

_HEAD = 8192
"""Bytes of a style that surely hold its info; a style whose info is longer is read whole."""

_CATEGORY = re.compile(r'<category\s+(citation-format|field)="([^"]*)"')
_PARENT = re.compile(r'<link\s[^>]*rel="independent-parent"[^>]*>')
_HREF = re.compile(r'href="([^"]*)"')
_TEXTS = {
    name: re.compile(rf"<{tag}\b[^>]*>([^<]*)</{tag}>")
    for name, tag in (("title", "title"), ("short", "title-short"))
}  # fmt: skip
_SPLIT = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class StyleEntry:
    """One style. ``id``: its file's name without ``.csl``; ``parent``: the id of the style that a dependent one names;
    ``format``: CSL's citation-format (author-date, author, numeric, label, note), "" where not given."""

    id: str
    title: str
    short: str = ""
    format: str = ""
    fields: tuple[str, ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class StyleIndex:
    """All styles, by id. ``search`` looks through titles, short titles, ids and fields."""

    entries: tuple[StyleEntry, ...]
    haystacks: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[StyleEntry]) -> "StyleIndex":
        """An index of the entries, sorted by id."""
        ordered = tuple(sorted(entries, key=lambda entry: entry.id))
        return cls(ordered, tuple(_haystack(entry) for entry in ordered))

    def search(self, words: str, limit: int = 50) -> tuple[StyleEntry, ...]:
        """The styles that have every word (or its beginning), the likeliest first: exact names, then independent styles,
        then short titles. Nothing for no words."""
        wanted = [f" {word}" for word in _SPLIT.split(words.casefold()) if word]
        if not wanted:
            return ()
        found = [
            entry
            for entry, hay in zip(self.entries, self.haystacks, strict=True)
            if all(word in hay for word in wanted)
        ]
        whole = " ".join(words.casefold().split())
        return tuple(sorted(found, key=lambda entry: _rank(entry, whole))[:limit])


def _haystack(entry: StyleEntry) -> str:
    parts = (entry.id, entry.title, entry.short, *entry.fields)
    return " " + " ".join(_SPLIT.split(" ".join(parts).casefold()))


def _rank(entry: StyleEntry, words: str) -> tuple[bool, bool, bool, bool, int, str]:
    title, short = entry.title.casefold(), entry.short.casefold()
    exact = words in {title, short, entry.id.replace("-", " ")} or entry.id in words.split()
    begins = title.startswith(words) or entry.id.startswith(words.replace(" ", "-"))
    return not exact, bool(entry.parent), not begins, words not in title, len(title), entry.id


def read_entry(path: Path) -> StyleEntry:
    """The entry of a style file. Reads no more of it than its beginning where that will do."""
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(_HEAD)
        if "</info>" not in head:
            head += file.read()
    info = head.partition("</info>")[0]
    texts = {name: unescape(match[1]).strip() for name, rule in _TEXTS.items() if (match := rule.search(info))}
    categories = _CATEGORY.findall(info)
    parent = _PARENT.search(info)
    href = _HREF.search(parent.group()) if parent else None
    return StyleEntry(
        id=path.stem,
        title=texts.get("title") or path.stem,
        short=texts.get("short", ""),
        format=next((value for name, value in categories if name == "citation-format"), ""),
        fields=tuple(value for name, value in categories if name == "field"),
        parent=style_id(href[1]) if href else "",
    )


def style_id(uri: str) -> str:
    """The file name that a style's URI means: its last segment (``http://www.zotero.org/styles/apa`` → ``apa``)."""
    return uri.rstrip("/").rpartition("/")[2].removesuffix(".csl")


def style_files(folders: Iterable[Path]) -> Iterator[Path]:
    """All style files of the folders."""
    for folder in folders:
        yield from (folder / entry.name for entry in os.scandir(folder) if entry.name.endswith(".csl"))


def load_index(folders: Iterable[Path], digest: str, cache: Path | None) -> StyleIndex:
    """The index of all styles in the folders: read from the cache folder, or made and put there.

    A cache that cannot be read or written only costs the time to make the index again.
    """
    kept = cache / f"styles-{digest}.json" if cache else None
    if kept:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            return StyleIndex.of(_entry(row) for row in json.loads(kept.read_bytes()))
    index = StyleIndex.of(read_entry(path) for path in style_files(folders))
    if kept:
        with contextlib.suppress(OSError):
            _keep(kept, index)
    return index


def _entry(row: dict[str, Any]) -> StyleEntry:
    return StyleEntry(**{**row, "fields": tuple(row["fields"])})


def _keep(kept: Path, index: StyleIndex) -> None:
    """Write the index whole or not at all, and drop those of older packages."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in kept.parent.glob("styles-*.json"):
        old.unlink(missing_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=kept.parent, prefix=".styles-", delete=False) as file:
        json.dump([asdict(entry) for entry in index.entries], file, ensure_ascii=False)
    Path(file.name).replace(kept)
