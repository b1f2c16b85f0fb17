"""BibTeX and BibLaTeX files -> entries."""

import re
from collections.abc import Iterator

from reindreader.citing.bibtex.as_in_file import words_of
from reindreader.citing.reading.bibtex_blocks import Blocks, RawEntry, split
from reindreader.citing.reading.bibtex_fields import record_of_fields
from reindreader.citing.reading.bibtex_parents import granular, inherited
from reindreader.citing.reading.jabref import Groups
from reindreader.citing.reading.values import Bibliography, Broken, Entry, KeyLink, Notice, Remark
from reindreader.model.records import LinkKind, Record

_RELATIONS: dict[str, tuple[LinkKind, bool]] = {
    "translationof": (LinkKind.TRANSLATION_OF, False),
    "translatedas": (LinkKind.TRANSLATION_OF, True),
    "translatedfrom": (LinkKind.TRANSLATION_OF, False),
    "reprintof": (LinkKind.REPRINT_OF, False),
    "reprintfrom": (LinkKind.REPRINT_OF, False),
    "reprintas": (LinkKind.REPRINT_OF, True),
    "origpubas": (LinkKind.REPRINT_OF, False),
    "origpubin": (LinkKind.REPRINT_OF, False),
}
"""``relatedtype`` -> the link, and whether it leads from the other entry to this one (biblatex, 4.5.1)."""

_CONTAINERS = {"xdata"}
_DATES = ("date", "origdate", "urldate")
_LIST = re.compile(r"\s*[,;]\s*")


def read_bibtex(text: str) -> Bibliography:
    """The entries of a .bib text. ``@xdata`` gives records too: what a file holds is kept."""
    return Bibliography("bibtex", *_read(split(text.lstrip("\ufeff"))))


def _read(
    blocks: Blocks,
) -> tuple[tuple[Entry, ...], tuple[Broken, ...], tuple[str, ...], tuple[Remark, ...]]:
    by_key = {name: entry for entry in reversed(blocks.entries) for name in _names(entry)}
    groups = Groups(blocks.comments)
    seen: set[str] = set()
    entries = tuple(_entry(raw, by_key, groups, seen) for raw in blocks.entries)
    return entries, tuple(blocks.broken), tuple(blocks.comments), tuple(blocks.remarks)


def _names(entry: RawEntry) -> Iterator[str]:
    """The key and its aliases, for entries that name it as their parent."""
    yield entry.key.casefold()
    yield from (name.strip().casefold() for name in entry.fields.get("ids", "").split(",") if name.strip())


def _entry(raw: RawEntry, by_key: dict[str, RawEntry], groups: Groups, seen: set[str]) -> Entry:
    def parent(key: str) -> RawEntry | None:
        return by_key.get(key.casefold())

    needs = "crossref" in raw.fields or "xdata" in raw.fields
    given = inherited(raw, parent) if needs else {}
    parts = granular(raw, parent) if "xdata" in raw.raw else raw.fields
    record = record_of_fields(raw.kind, raw.fields, given | parts)
    return Entry(
        raw.key,
        record,
        raw.raw,
        raw.line,
        _links(raw.fields),
        groups.of(raw.key, raw.fields),
        _tags(raw.fields),
        tuple(part for part in (raw.fields.get("file"),) if part),
        (*raw.remarks, *_remarks(raw, record, seen)),
    )


def _links(fields: dict[str, str]) -> tuple[KeyLink, ...]:
    relation = _RELATIONS.get(fields.get("relatedtype", "").strip().lower())
    if relation is None:
        return ()
    kind, reverse = relation
    return tuple(KeyLink(kind, key.strip(), reverse) for key in fields.get("related", "").split(",") if key.strip())


def _tags(fields: dict[str, str]) -> tuple[str, ...]:
    words = words_of(fields.get("keywords", ""))
    return tuple(dict.fromkeys(tag for tag in _LIST.split(words) if tag))


def _remarks(raw: RawEntry, record: Record, seen: set[str]) -> Iterator[Remark]:
    key = raw.key.casefold()
    if not key:
        yield Remark(Notice.NO_KEY, raw.line)
    elif key in seen:
        yield Remark(Notice.DUPLICATE_KEY, raw.line, words=raw.key)
    seen.add(key)
    if not raw.fields:
        yield Remark(Notice.NO_FIELDS, raw.line)
    yield from (
        Remark(Notice.BAD_DATE, raw.line, n, raw.fields[n]) for n in _DATES if raw.fields.get(n) and n in record.unknown
    )
