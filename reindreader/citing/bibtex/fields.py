"""What both dialects do alike: entry fields in one order, no field twice, values escaped once."""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from reindreader.citing.bibtex.tables import LITERAL_LISTS, VERBATIM
from reindreader.citing.bibtex.values import balanced, verbatim, writable
from reindreader.citing.phrases import Words, phrases
from reindreader.model.contributors import Role
from reindreader.model.records import Record

Fields = dict[str, str]
ORDER = (
    "key", "author", "editor", "title", "shorttitle", "translator", "introduction", "commentator", "origtitle", "journal",
    "journaltitle", "shortjournal", "booktitle", "publisher", "organization", "institution", "school", "howpublished",
    "location", "address", "date", "year", "month", "day", "origdate", "origpublisher", "origlocation", "origlanguage",
    "edition", "series", "volume", "number", "issue", "chapter", "pages", "pagetotal", "volumes", "type", "version", "pubstate",
    "eventtitle", "venue", "library", "entrysubtype", "langid", "related", "relatedtype", "execute", "note", "addendum", "doi",
    "eprint", "eprinttype", "isbn", "issn", "url", "urldate", "keywords", "abstract",
)  # fmt: skip
"""The order in which fields are written; unknown ones follow, by name."""

_BLANK = dict.fromkeys(ORDER, "")
_PAGES = re.compile(r"(?<![\w-])([A-Za-z]?\d+)\s*[-–—]\s*([A-Za-z]?\d+)(?![\w-])")
_RANGE = re.compile(r"([A-Za-z]?[0-9]+) *[-–—] *([A-Za-z]?[0-9]+)")
"""A range of pages and nothing else, as most are: nothing of it is escaped."""

_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_+-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to write. ``profile``: ``standard`` or ``apa``; ``words``: the language of facts said in words (BCP 47);
    ``there``: the ids of the records that are written into the same file: only these can be ``related``; ``protect``: braces around names in titles; ``ascii``: None for the dialect's habit (BibLaTeX UTF-8,
    classic BibTeX ASCII); ``width``: of a line, 0 for any; ``safe_keys``: ASCII keys alone."""

    profile: str = "standard"
    words: str = "en"
    there: Container[int] = frozenset()
    protect: bool = True
    ascii: bool | None = None
    width: int = 0
    safe_keys: bool = True

    @property
    def phrases(self) -> Words:
        """The words that facts are said in."""
        return phrases(self.words)


STANDARD = Settings()


def blank() -> Fields:
    """All fields of ``ORDER``, empty: what is filled in stands in order, which is quicker than to sort it."""
    return _BLANK.copy()


def filled(fields: Fields) -> Fields:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def variable_fields(record: Record, table: Mapping[str, str], escape: Callable[[str], str], taken: Fields) -> Fields:
    """The record's further CSL variables that the table has a field for, unless another fact filled the field."""
    found: Fields = {}
    variables = record.variables
    for variable, value in variables.items():
        name = table.get(variable)
        if name is None or not value or taken[name]:
            continue
        if variable in _BEHIND and any(variables.get(first) for first in _BEHIND[variable]):
            continue
        found[name] = field_value(name, value, escape) if name in _SET_APART else escape(value)
    return found


_BEHIND = {"number": ("issue",), "collection-number": ("issue", "number")}
"""Variables that share a field with others, which go before them."""

_SET_APART = VERBATIM | LITERAL_LISTS | {"pages"}
"""Fields whose values are not merely escaped."""


def field_value(name: str, text: str, escape: Callable[[str], str]) -> str:
    """One text as the value of a field: addresses as they are, page ranges with ``--``, all else escaped."""
    if name in VERBATIM:
        return verbatim(text)
    if name == "pages":
        return _pages(text, escape)
    value = escape(text)
    return list_item(value) if name in LITERAL_LISTS and "and" in value.lower() else value


def _pages(text: str, escape: Callable[[str], str]) -> str:
    whole = _RANGE.fullmatch(text)
    if whole:
        return f"{whole[1]}--{whole[2]}"
    return _PAGES.sub(r"\1--\2", escape(_PAGES.sub(r"\1-\2", text)))


def add_publishers(record: Record, fields: Fields, escape: Callable[[str], str]) -> None:
    """Fill in those that the record names as its publishers, after the outlet where that stands there too."""
    named = [escape(c.name.form.text) for c in record.contributors if c.role is Role.PUBLISHER]
    if named:
        there = fields["publisher"]
        fields["publisher"] = " and ".join([there] * bool(there) + [list_item(n) for n in named if n != there])


def list_item(value: str) -> str:
    """One item of a literal list: a word "and" in braces, that nothing is split there.

    The word alone: biblatex-mla strikes " and Co" out of publishers, and the closing brace with it.
    """
    return _AND.sub(r"{\g<0>}", value)


def writes_unknown(name: str) -> bool:
    """Whether an unknown field of this name is written into .bib files."""
    return _FIELD_NAME.fullmatch(name) is not None


def unknown_fields(record: Record, escape: Callable[[str], str], taken: Fields) -> Fields:
    """Fields that a file brought and we have no place for, as they came; escaped where their braces do not balance."""
    if not record.unknown:
        return {}
    return {
        name.lower(): writable(value) if balanced(value) else escape(value)
        for name, value in sorted(record.unknown.items())
        if _FIELD_NAME.fullmatch(name) and not taken.get(name.lower())
    }


def sentences(said: Iterable[str]) -> str:
    """Facts in words, one after the other, without a full stop at the end: styles set their own."""
    return ". ".join(sentence.rstrip(".") for sentence in said if sentence)
