"""Formats that are lists of named texts (RIS, EndNote XML): what both have in common, by the names of CSL's variables."""

import re
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from reindreader.citing.bibtex.tables import LANGIDS
from reindreader.citing.csl_tables import PUBLISHED_ALONE
from reindreader.citing.reading.addenda import sentences_of, told
from reindreader.citing.reading.bibtex_dates import date_of, date_of_parts
from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.languages import tag_of
from reindreader.model.dates import Date, PartialDate
from reindreader.model.fields import VARIABLES
from reindreader.model.records import Record

_DIGITS = re.compile(r"[^0-9Xx]")
_SLASHED = re.compile(r"(-?\d{1,4})/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?", re.ASCII)
_BLANKS = re.compile(r"\s+")


def say(draft: Draft, name: str, words: str) -> bool:
    """Say one text; tell whether the record has a place for it that is free."""
    words = words.strip()
    if not words:
        return True
    known = _SAYERS.get(name)
    if known:
        return known(draft, words)
    return name in VARIABLES and draft.variable(name, _BLANKS.sub(" ", words))


def said_record(draft: Draft, sentences: Iterable[str]) -> Record:
    """The record, with the sentences that our own writers put into its notes; other notes are notes."""
    read = [(words, sentences_of(words)) for words in sentences]
    ours = [said for _words, said in read if said]
    record = draft.record(translated=any(s.translated for s in ours), reprinted=any(s.reprinted for s in ours))
    for said in ours:
        record = told(record, said)
    notes = [words for words, said in read if said is None]
    if notes:
        whole = "\n".join([note for note in (draft.variables.get("note"),) if note] + notes)
        record = replace(record, variables=MappingProxyType({**record.variables, "note": whole}))
    return record


def slashed_date(words: str) -> Date | None:
    """``2015/11/30/``, ``2015//``, ``2015/11``; or a date as .bib files have them; None for anything else."""
    match = _SLASHED.fullmatch(words.strip())
    if match is None:
        return date_of(words) or date_of_parts({"year": words})[0]
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    try:
        return PartialDate(year, month, day if month else None)
    except ValueError:
        return PartialDate(year)


def _title(draft: Draft, words: str) -> bool:
    if draft.title:
        return False
    draft.say_title(_BLANKS.sub(" ", words))
    return True


def _original_title(draft: Draft, words: str) -> bool:
    draft.say_original_title(_BLANKS.sub(" ", words))
    return True


def _language(draft: Draft, words: str) -> bool:
    draft.language = tag_of(words, LANGIDS)
    return draft.language is not None


def _container(draft: Draft, words: str) -> bool:
    words = _BLANKS.sub(" ", words)
    if draft.kind in PUBLISHED_ALONE:
        return draft.variable("collection-title", words)
    return _own(draft, "publication", words)


def _publisher(draft: Draft, words: str) -> bool:
    if draft.kind in PUBLISHED_ALONE:
        return _own(draft, "publication", words)
    return draft.variable("publisher", words)


def _place(draft: Draft, words: str) -> bool:
    return _own(draft, "place", words)


def _address(draft: Draft, words: str) -> bool:
    return _own(draft, "url", words.split(maxsplit=1)[0])


def _own(draft: Draft, part: str, words: str) -> bool:
    return bool(draft.own.setdefault(part, words) == words)


def _issued(draft: Draft, words: str) -> bool:
    """A more exact date takes the place of the year alone."""
    date = slashed_date(words)
    before: Date | None = draft.own.get("date")
    if date is None:
        return False
    if before is None or (before.year == date.year and isinstance(before, PartialDate) and before.month is None):
        draft.own["date"] = date
        return True
    return bool(before.year == date.year)


def _accessed(draft: Draft, words: str) -> bool:
    date = slashed_date(words)
    if date:
        draft.own["accessed"] = date
    return date is not None


def _serial(draft: Draft, words: str) -> bool:
    """An ISSN has eight figures, an ISBN ten or thirteen."""
    numbers = [one for one in re.split(r"[\s;,]+", re.sub(r"\([^)]*\)", " ", words)) if one]
    return all(draft.variable("ISSN" if len(_DIGITS.sub("", one)) == 8 else "ISBN", one) for one in numbers)


_SAYERS = {
    "title": _title,
    "original-title": _original_title,
    "language": _language,
    "container-title": _container,
    "publisher": _publisher,
    "publisher-place": _place,
    "URL": _address,
    "issued": _issued,
    "accessed": _accessed,
    "serial-number": _serial,
}
