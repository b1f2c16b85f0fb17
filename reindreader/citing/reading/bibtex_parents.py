"""What an entry has from its parents: ``crossref`` (btxdoc, 3.3; biblatex, 2.4.1 and appendix B) and ``xdata`` (3.13.6)."""

import re
from collections.abc import Callable, Mapping

from reindreader.citing.reading.bibtex_blocks import RawEntry
from reindreader.citing.reading.values import Notice, Remark

Parents = Callable[[str], RawEntry | None]
_OWN = frozenset(
    {
        "abstract", "annotation", "annote", "crossref", "ids", "entryset", "entrysubtype", "execute", "groups", "file",
        "keywords", "label", "note", "options", "presort", "related", "relatedtype", "relatedoptions", "relatedstring",
        "shorthand", "shorthandintro", "shorttitle", "indextitle", "indexsorttitle", "sortkey", "sorttitle", "timestamp",
        "xdata", "xref", "date-added", "date-modified", "owner", "addendum", "userd", "langid",
    }
)  # fmt: skip
"""Fields that no child has from its parent."""

_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_RENAMED: dict[str, dict[str, str]] = {
    "inbook": _TITLES | {"author": "bookauthor"}, "bookinbook": _TITLES | {"author": "bookauthor"}, "suppbook": _TITLES,
    "incollection": _TITLES, "suppcollection": _TITLES, "inreference": _TITLES, "inproceedings": _TITLES,
    "conference": _TITLES, "article": _JOURNAL, "suppperiodical": _JOURNAL,
}  # fmt: skip
"""Type of the child -> what the parent's fields are called in it."""

_MULTI = ("mvbook", "mvcollection", "mvproceedings", "mvreference")
_GRANULAR = re.compile(r"xdata\s*=\s*\{?([^\s{},=]+?)-([a-z]+)(?:-(\d+))?\}?(?=\s*(?:,|$|\}|\sand\s))")
_DEEPEST = 8
"""Generations that are looked up: a circle of parents must end."""


def inherited(entry: RawEntry, parents: Parents, depth: int = 0) -> dict[str, str]:
    """The fields that the entry has not, and its parents have. A parent that is not in the file is remarked."""
    found: dict[str, str] = {}
    if depth > _DEEPEST:
        return found
    for name in ("xdata", "crossref"):
        for key in _keys(entry.fields.get(name, "")):
            parent = parents(key)
            if parent is None:
                if depth == 0:
                    entry.remarks.append(Remark(Notice.UNKNOWN_PARENT, entry.line, name, key))
                continue
            given = parent.fields | inherited(parent, parents, depth + 1)
            given = given if name == "xdata" else _given(entry.kind, parent.kind, given)
            found = given | found
    return {name: value for name, value in found.items() if name not in entry.fields and name not in _OWN}


def _keys(value: str) -> list[str]:
    return [key.strip() for key in value.split(",") if key.strip()]


def _given(child: str, parent: str, fields: Mapping[str, str]) -> dict[str, str]:
    """A booktitle of the parent's own goes before its title (BibTeX's way)."""
    names = _MAIN if parent in _MULTI and child not in _RENAMED else _RENAMED.get(child, {})
    kept = {name: value for name, value in fields.items() if name not in _OWN}
    renamed = {names[name]: value for name, value in kept.items() if name in names}
    also = {"author"} if "author" in names else set()
    return renamed | {name: value for name, value in kept.items() if name not in names or name in also}


def granular(entry: RawEntry, parents: Parents) -> dict[str, str]:
    """The entry's fields, with ``xdata=KEY-FIELD-NUMBER`` replaced by what it stands for."""

    def part(match: re.Match[str]) -> str:
        parent = parents(match[1])
        value = parent.fields.get(match[2]) if parent else None
        if value is None:
            return match.group()
        return re.split(r"\s+and\s+", value)[int(match[3]) - 1 : int(match[3])][0] if _has(value, match[3]) else value

    return {
        name: _GRANULAR.sub(part, value) if "xdata" in value and name != "xdata" else value
        for name, value in entry.fields.items()
    }


def _has(value: str, number: str | None) -> bool:
    return number is not None and 1 <= int(number) <= len(re.split(r"\s+and\s+", value))
