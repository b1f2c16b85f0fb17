"""Values of CSL-JSON: texts, names and dates of csl-data.json 1.0.2, and the habits of those who write it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from reindreader.citing.reading.people import organisation, person, unsplit
from reindreader.model.dates import Date, DateRange, PartialDate, parse_iso
from reindreader.model.names import Name


def text_of(value: Any) -> str | None:
    """A text or a number; of a list of texts (Crossref's titles) the only one; None for anything else."""
    if isinstance(value, list) and len(value) == 1:
        return text_of(value[0])
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def name_of(value: Any) -> Name | None:
    """A name of CSL; ``name`` is Crossref's word for ``literal``. None where there are no words."""
    if not isinstance(value, Mapping):
        return unsplit(value) if isinstance(value, str) else None
    literal = text_of(value.get("literal")) or text_of(value.get("name"))
    if literal:
        return organisation(literal) if " " in literal else unsplit(literal)
    part = {name: text_of(value.get(name)) for name in _PARTS}
    return person(
        part["family"],
        part["given"],
        particle=part["non-dropping-particle"],
        dropping=part["dropping-particle"],
        suffix=part["suffix"],
    )


_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix")


def date_of(value: Any) -> Date | None:
    """A date in ``date-parts``, ``raw`` or EDTF text; None where no calendar has it, and for literals."""
    with suppress(ValueError, TypeError, OverflowError):
        if isinstance(value, Mapping):
            return _parts(value) or _raw(value.get("raw")) or _raw(value.get("literal"))
        return _raw(value)
    return None


def _raw(value: Any) -> Date | None:
    text = text_of(value)
    date = parse_iso(text) if text else None
    return replace(date, printed="") if date else None


def _parts(value: Mapping[str, Any]) -> Date | None:
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(part, list) for part in parts):
        return None
    if not parts or not parts[0] or parts[0][0] in (None, ""):
        return None
    marks = {"approximate": bool(value.get("circa"))}
    season = int(value["season"]) if str(value.get("season", "")) in {"1", "2", "3", "4"} else None
    first = _single(parts[0], season, marks)
    if len(parts) == 1:
        return first
    if [str(part) for part in parts[1]] == ["0"]:
        return DateRange(first, None)
    return DateRange(first, _single(parts[1], season, marks))


def _single(parts: list[Any], season: int | None, marks: dict[str, bool]) -> PartialDate:
    """CSL counts 1 BC as -1; the months 13 to 16 and 21 to 24 are seasons."""
    year, month, day = ([int(part) for part in parts if part not in (None, "")] + [0, 0])[:3]
    year = year if year > 0 else year + 1
    if month > 12:
        season, month = (month - 20 if month > 20 else month - 12), 0
    return PartialDate(
        year, month or None, day or None if month else None, None if month else season, approximate=marks["approximate"]
    )
