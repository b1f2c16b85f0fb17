"""Facts in words, for formats that have no field for them ("Appeared in Harbour Evening Post, 14 March (year not stated)").

The words stand in ``resources/citing/phrases.toml``, one table a language; a language that is not there falls back to
English. They go into files, not to the user: the interface has its own catalogue.
"""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from reindreader.citing.versions import Outlets, original_of, outlets, yearless
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.records import Appearance, Record, Relation, TranslationKind
from reindreader.resources import resource_text


class Words(dict[str, Any]):
    """The table of a language. Each is made once, and is itself alone, so that what was spelled with it can be remembered."""

    __hash__ = object.__hash__  # type: ignore[assignment]


_PATTERNS = {(True, True): "_dated", (False, True): "_date", (True, False): ""}
"""Whether outlet and date are known -> which of the table's patterns."""

_ALSO: dict[Relation, str] = {Relation.REPRINT: "reprint", Relation.ORIGINAL: "original"}


@cache
def phrases(language: str = "en") -> Words:
    """The table of a language (BCP 47; its first subtag decides)."""
    tables = _tables()
    return tables.get(language.partition("-")[0].lower(), tables["en"])


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a table."""
    return tuple(_tables())


@cache
def _tables() -> dict[str, Words]:
    return {language: Words(own) for language, own in tomllib.loads(resource_text("citing/phrases.toml")).items()}


@lru_cache(maxsize=8192)
def date_words(date: Date, words: Words) -> str:
    """The date as the text prints it, else spelled out; a missing year is said."""
    if isinstance(date, DateRange):
        ends = [_one_date(end, words) for end in (date.start, date.end) if end is not None]
        spelled = "–".join(ends) if date.start and date.end else f"–{ends[0]}" if date.end else f"{ends[0]}–"
    else:
        spelled = date.printed or _one_date(date, words)
    return words["yearless"].format(date=spelled) if spelled and yearless(date) else spelled


def _one_date(date: PartialDate, words: Words) -> str:
    parts: dict[str, int | str] = {}
    if date.day is not None:
        parts["day"] = date.day
    if date.month is not None:
        parts["month"] = words["months"][date.month - 1]
    if date.season is not None:
        parts["season"] = words["seasons"][date.season - 1]
    if date.year is not None:
        parts["year"] = date.year
    known = [*parts]
    pattern = words.get("_".join(known), "{" + "} {".join(known) + "}" if known else "")
    spelled: str = pattern.format(**parts)
    return words["circa"].format(date=spelled) if spelled and (date.approximate or date.uncertain) else spelled


def names_words(contributors: Iterable[Contributor], words: Words) -> str:
    """The names in their own order: "Ada Lovelace, Ben Okri and Chen Yi"."""
    names = [c.name.form.text for c in contributors]
    if len(names) < 2:
        return "".join(names)
    pattern = words["names_two"] if len(names) == 2 else words["names_many"]
    spelled: str = pattern.format(first=words["names_joint"].join(names[:-1]), last=names[-1])
    return spelled


def appearance_words(kind: str, appearance: Appearance, words: Words) -> str:
    """``kind``: ``appeared``, ``original``, ``reprint`` or ``also``; "" where neither outlet nor date is known."""
    outlet, place = appearance.publication, appearance.place
    if outlet and place:
        outlet = words["placed"].format(outlet=outlet, place=place)
    outlet = outlet or place or ""
    date = date_words(appearance.date, words) if appearance.date else ""
    suffix = _PATTERNS.get((bool(outlet), bool(date)))
    return "" if suffix is None else words[kind + suffix].format(outlet=outlet, date=date)


def statements(
    record: Record, words: Words, roles: Iterable[Role], *, original: bool, found: Outlets | None = None
) -> list[str]:
    """All that is said in words: unstated and further appearances, a date without a year, the original's appearance
    (where ``original``), the contributors of ``roles``, a machine's share. ``found``: the record's outlets."""
    found = found or outlets(record)
    said = [appearance_words("appeared", a, words) for a in found.unstated] if found.unstated else []
    if found.own and found.own.date and yearless(found.own.date):
        said.append(words["published_date"].format(date=date_words(found.own.date, words)))
    if original and found.original:
        said.append(appearance_words("original", found.original, words))
    if found.others:
        said += [appearance_words(_ALSO.get(a.relation, "also"), a, words) for a in found.others]
    there = {c.role for c in record.contributors}
    if not there.isdisjoint(roles):
        said += [role_words(record, role, words) for role in roles if role in there]
    if record.translation.kind is TranslationKind.MACHINE:
        said.append(_machine(record, words))
    return [sentence for sentence in said if sentence] if said else said


def role_words(record: Record, role: Role, words: Words) -> str:
    """The contributors of a role in words; "" where there are none."""
    contributors = record.by_role(role)
    pattern = words["translated"] if role is Role.TRANSLATOR else words[role.value] if contributors else ""
    return pattern.format(names=names_words(contributors, words)) if contributors else ""


def title_words(record: Record, words: Words) -> str:
    """The original's title in words; "" where it is not known."""
    title = original_of(record).title
    said: str = words["translation_of"].format(title=title.text) if title else ""
    return said


def _machine(record: Record, words: Words) -> str:
    translation = record.translation
    said: str = words["machine_tool"].format(tool=translation.tool) if translation.tool else words["machine"]
    return said
