"""The fields of an entry as a record: the field maps of ``citing.bibtex.tables``, read the other way.

What ``biblatex_entry`` would write of the record tells what was understood: a field that it would not write, or with other
words, is kept as the file had it, so that nothing of the file is lost on the way back.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reindreader.citing.bibtex.as_in_file import (
    ALIASES,
    COMPOSED,
    KEPT,
    SAID,
    STRANGE,
    TYPE,
    composed,
    same_words,
    words_of,
)
from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.bibtex.fields import writes_unknown
from reindreader.citing.bibtex.tables import (
    BIBLATEX_NAMES,
    BIBLATEX_TYPES,
    BIBLATEX_VARIABLES,
    LANGIDS,
    ORIGLANGUAGES,
    OUTLETS,
    UNPRINTED,
    VERBATIM,
)
from reindreader.citing.bibtex.types import kind_of
from reindreader.citing.reading.addenda import said_in_note, said_in_words
from reindreader.citing.reading.bibtex_dates import date_of, date_of_parts
from reindreader.citing.reading.bibtex_names import names_of
from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.languages import tag_of
from reindreader.model.contributors import Contributor
from reindreader.model.dates import Date
from reindreader.model.records import Record

Fields = Mapping[str, str]
_VARIABLES = {name: variable for variable, name in reversed(BIBLATEX_VARIABLES.items())}
_NUMBERS = {"article": "issue", "book": "collection-number", "collection": "collection-number", "incollection":
            "collection-number", "inproceedings": "collection-number"}  # fmt: skip
"""Written entry type -> the variable that its ``number`` is (biblatex, 2.2.2)."""

_ELSEWHERE = {"location", "howpublished", "publisher", "eprint", "number", "type"}
"""Fields that need more than a look into the table."""

_ACCESSED = ("urldate", "lastchecked", "lastaccessed", "urlaccessdate", "accessdate", "access-date")
_TRANSLATION_OF = "translationof"


def record_of_fields(entry_type: str, source: Fields, whole: Fields) -> Record:
    """The record. ``source``: the entry's own fields, ``whole``: with those of its parents; names in lower case, values
    without outer braces."""
    fields = _by_own_names(whole)
    draft = Draft(kind=kind_of(entry_type, fields.get("entrysubtype", "")), first_alone=False)
    written = BIBLATEX_TYPES[draft.kind]
    draft.translated = _TRANSLATION_OF in fields.get("relatedtype", "")
    _people(draft, fields)
    _titles(draft, fields)
    _languages(draft, fields)
    _outlets(draft, fields, written)
    _dates(draft, fields)
    _variables(draft, fields, written)
    return _with_rest(_said(draft, fields), entry_type, _by_own_names(source))


def _said(draft: Draft, fields: Fields) -> Record:
    if "addendum" in fields:
        return said_in_words(draft, words_of(fields["addendum"]))
    if "note" in draft.variables:
        return said_in_note(draft, draft.variables["note"])
    return draft.record()


def _by_own_names(fields: Fields) -> dict[str, str]:
    out: dict[str, str] = {}
    for name, value in fields.items():
        own = ALIASES.get(name, name)
        own = name if own in fields and own != name else own
        out[own] = value
    return out


def _text(value: str | None) -> str | None:
    return words_of(value) or None if value else None


def _people(draft: Draft, fields: Fields) -> None:
    for role, name in BIBLATEX_NAMES.items():
        if fields.get(name):
            position = _text(fields.get(f"{name}type"))
            draft.contributors += [Contributor(role, one, title=position) for one in names_of(fields[name])]


def _titles(draft: Draft, fields: Fields) -> None:
    draft.say_title(_composed(fields, "title"))
    draft.say_original_title(_text(fields.get("origtitle")))


def _composed(fields: Fields, name: str) -> str | None:
    part = COMPOSED.get(name, "")
    return composed(_text(fields.get(name)) or "", _text(fields.get(part)) or "") or None


def _languages(draft: Draft, fields: Fields) -> None:
    names = (fields.get(name) for name in ("langid", "language", "hyphenation"))
    draft.language = next((tag for name in names if name and (tag := tag_of(words_of(name), LANGIDS))), None)
    origin = fields.get("origlanguage")
    draft.original_language = tag_of(words_of(origin), ORIGLANGUAGES) if origin else None


def _outlets(draft: Draft, fields: Fields, written: str) -> None:
    outlet = OUTLETS[written]
    own = {"publication": _composed(fields, outlet), "place": _text(fields.get("location")), "url": _address(fields)}
    there = {"publication": _text(fields.get("origpublisher")), "place": _text(fields.get("origlocation"))}
    if outlet == "location":
        own["place"] = None
    draft.own |= {part: value for part, value in own.items() if value}
    draft.there |= {part: value for part, value in there.items() if value}


def _address(fields: Fields) -> str | None:
    """An address is not typeset, but many write its special signs as if it were."""
    value = fields.get("url", "").strip()
    if value.startswith("\\url{") and value.endswith("}"):
        value = value[5:-1]
    for sign in "_%&#~$":
        value = value.replace("\\" + sign, sign)
    return value.replace("{", "").replace("}", "") or None


def _dates(draft: Draft, fields: Fields) -> None:
    dates = {"date": _date(fields), "accessed": _first_date(fields, _ACCESSED)}
    draft.own |= {part: date for part, date in dates.items() if date}
    there = _first_date(fields, ("origdate", "origyear"))
    if there:
        draft.there["date"] = there


def _date(fields: Fields) -> Date | None:
    if fields.get("date"):
        return date_of(fields["date"])
    return date_of_parts(fields)[0]


def _first_date(fields: Fields, names: tuple[str, ...]) -> Date | None:
    return next((date for name in names if fields.get(name) and (date := date_of(fields[name]))), None)


def _variables(draft: Draft, fields: Fields, written: str) -> None:
    outlet = OUTLETS[written]
    for name, variable in _VARIABLES.items():
        if name in fields and name != outlet and name not in _ELSEWHERE:
            value = fields[name].strip() if name in VERBATIM else _text(fields[name])
            draft.variable(variable, value.replace("\\_", "_") if value and name in VERBATIM else value)
    draft.variable(_NUMBERS.get(written, "number"), _text(fields.get("number")))
    if outlet != "publisher":
        draft.variable("publisher", _text(fields.get("publisher")))
    if outlet != "howpublished":
        draft.variable("medium", _text(fields.get("howpublished")))
    draft.variable("genre", _text(fields.get("type")))
    if fields.get("eprinttype", "").lower() in {"pubmed", "pmid"}:
        draft.variable("PMID", fields.get("eprint", "").strip())
    if "page" in draft.variables:
        draft.variables["page"] = draft.variables["page"].replace("–", "-")


def _with_rest(record: Record, entry_type: str, source: Fields) -> Record:
    """The record with all that the writer would not write by itself as the file has it."""
    written_type, written = biblatex_entry(record)
    kept: dict[str, str] = {} if written_type == entry_type else {TYPE: entry_type}
    said = _said_by_date(record, source)
    for name, raw in source.items():
        if name in said or raw == UNPRINTED:
            continue
        if name in written:
            kept |= _as_written(name, raw, written[name], source)
        elif _is_part(name, source, written):
            kept[KEPT + name] = raw
        else:
            kept[name if writes_unknown(name) else STRANGE + name] = raw
    return replace(record, unknown=MappingProxyType(kept)) if kept else record


def _as_written(name: str, raw: str, own: str, source: Fields) -> dict[str, str]:
    if raw == own:
        return {}
    if same_words(raw, own) or _is_whole(name, source, own):
        return {KEPT + name: raw}
    return {KEPT + name: raw, KEPT + name + SAID: own}


def _is_whole(name: str, source: Fields, own: str) -> bool:
    return COMPOSED.get(name) in source and _composed(source, name) == words_of(own)


def _is_part(name: str, source: Fields, written: Fields) -> bool:
    whole = next((whole for whole, part in COMPOSED.items() if part == name), "")
    return bool(whole) and whole in source and whole in written and _is_whole(whole, source, written[whole])


def _said_by_date(record: Record, source: Fields) -> set[str]:
    """Which of ``year``, ``month`` and ``day`` the record's date says."""
    if "date" in source:
        return set()
    date, used = date_of_parts(source)
    return used if date and any(a.date == date for a in record.appearances) and plain(source["year"]) else set()
