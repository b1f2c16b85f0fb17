"""An entry that came from a .bib file, written again as the file had it, as far as its facts are still the same.

``Record.unknown`` keeps what the file wrote in another way than we would: ``bibtex:title`` (the value, where our own has the
same words), ``bibtex:langid:said`` beside it (what we would have written at that time, where the words differ),
``bibtex:@`` (the entry type; ``bibtex:type`` in older libraries), and ``bibtex+:author+an:default`` (fields whose names no other writer could use).
A fact that was changed since is written in our own way.
"""

import re

from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.bibtex.fields import Fields
from reindreader.citing.bibtex.tables import MONTHS
from reindreader.citing.bibtex.types import CLASSIC_ENTRIES, kind_of
from reindreader.citing.bibtex.values import balanced, writable
from reindreader.model.records import Record

KEPT, SAID, STRANGE = "bibtex:", ":said", "bibtex+:"
TYPE = f"{KEPT}@"
ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "journal": "journaltitle",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Older names of fields (biblatex, 2.2.5), and those of classic BibTeX, by biblatex's own."""

COMPOSED = {"title": "subtitle", "journaltitle": "journalsubtitle", "booktitle": "booksubtitle"}
"""A field and the one that is read into the same words after it."""

_NAME = re.compile(r"[^\s{}=,\"#%@\\\\']+")
_ENDS = (".", "?", "!", ":", "。", "？", "！", "：")


def same_words(one: str, other: str) -> bool:
    """Whether two values say the same, however they are set."""
    return one == other or words_of(one) == words_of(other)


def words_of(value: str) -> str:
    """The words of a value, one blank between two."""
    return " ".join(plain(value, ligatures=True).split())


def composed(title: str, subtitle: str) -> str:
    """A title with its subtitle, plain text."""
    if not title or not subtitle:
        return title or subtitle
    return f"{title} {subtitle}" if title.endswith(_ENDS) else f"{title}: {subtitle}"


def as_in_file(record: Record, kind: str, fields: Fields, *, ascii_only: bool = False) -> tuple[str, Fields]:
    """The entry type and fields as the record's file had them. ``ascii_only``: no other values are put in."""
    unknown = record.unknown
    if not unknown:
        return kind, fields
    out: Fields = {}
    for name, value in fields.items():
        kept = unknown.get(KEPT + ALIASES.get(name, name))
        if kept is None or not _writable(kept, ascii_only):
            out[name] = value
        else:
            out |= _restored(record, name, value, kept)
    for name, value in unknown.items():
        strange = name.removeprefix(STRANGE)
        if strange != name and strange not in out and _NAME.fullmatch(strange) and balanced(value):
            out[strange] = writable(value)
    return _type(record, kind), out


def classic_as_in_file(record: Record, kind: str, fields: Fields, *, ascii_only: bool = True) -> tuple[str, Fields]:
    """The same for classic BibTeX: only its own entry types."""
    type_, out = as_in_file(record, kind, fields, ascii_only=ascii_only)
    if out.get("month", MONTHS[0]) not in MONTHS:  # words, where else the name of a macro stands without braces
        out["month"] = f"{{{out['month']}}}"
    return type_ if type_ in CLASSIC_ENTRIES else kind, out


def _restored(record: Record, name: str, value: str, kept: str) -> Fields:
    own = ALIASES.get(name, name)
    part = COMPOSED.get(own, "")
    rest = record.unknown.get(KEPT + part) if part else None
    if rest is not None:
        whole = composed(words_of(kept), words_of(rest)) == words_of(value)
        return {name: kept, part: rest} if whole and name == own and balanced(rest) else {name: value}
    said = record.unknown.get(KEPT + own + SAID)
    return {name: kept if value == said or same_words(kept, value) else value}


def _type(record: Record, kind: str) -> str:
    subtype = record.unknown.get("entrysubtype", "")
    named = (record.unknown.get(name) for name in (TYPE, f"{KEPT}type"))
    return next((kept for kept in named if kept and kind_of(kept, subtype) == record.kind), kind)


def _writable(kept: str, ascii_only: bool) -> bool:
    return balanced(kept) and (not ascii_only or kept.isascii())
