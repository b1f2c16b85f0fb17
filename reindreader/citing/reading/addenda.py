"""Facts that our own writers said in words (``citing.phrases``), read back.

What is read is believed only where writing it gives the very same words again: anybody may write anything there.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from reindreader.citing.bibtex.as_in_file import words_of
from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.classic import classic_entry
from reindreader.citing.bibtex.fields import Settings
from reindreader.citing.phrases import Words, date_words, phrases
from reindreader.citing.reading.bibtex_names import names_of
from reindreader.citing.reading.drafts import Draft
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import PartialDate
from reindreader.model.records import (
    Appearance,
    Link,
    LinkKind,
    Original,
    Record,
    Relation,
    Title,
    Translation,
    TranslationKind,
)
from reindreader.resources import resource_text

_RELATIONS = {
    "appeared": Relation.UNSTATED,
    "original": Relation.ORIGINAL,
    "reprint": Relation.REPRINT,
    "also": Relation.TRANSLATION,
}
_ENDINGS = ("_dated", "", "_date")
_OF_TRANSLATIONS = frozenset({"translated", "translation_of", "machine", "machine_tool"})
_OF_ORIGINALS = frozenset({"original" + ending for ending in _ENDINGS})
_SINGLE = ("machine_tool", "machine", "translated", "translation_of", "published_date")
_SLOT = re.compile(r"\\{(\w+)\\}")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_YEAR = re.compile(r"\b(\d{4})\b")
_MOST_SENTENCES = 12
Groups = Mapping[str, str]
Sentence = tuple[str, Groups]


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences of a language's table; ``before``: what stands before them."""

    language: str
    before: str
    sentences: tuple[Sentence, ...]

    @property
    def translated(self) -> bool:
        """Whether they say that the record is a translation."""
        return any(key in _OF_TRANSLATIONS for key, _groups in self.sentences)

    @property
    def reprinted(self) -> bool:
        """Whether they name another place where it appeared first."""
        return any(key in _OF_ORIGINALS for key, _groups in self.sentences)


def said_in_words(draft: Draft, words: str) -> Record:
    """The record with what its ``addendum`` says, where those are words of ours."""

    def written(candidate: Record, language: str) -> str:
        return words_of(biblatex_entry(candidate, Settings(words=language))[1].get("addendum", ""))

    return _believed(draft, words, written)


def said_in_note(draft: Draft, words: str) -> Record:
    """The same for classic BibTeX's ``note``; what stands before our words stays the record's note."""

    def written(candidate: Record, language: str) -> str:
        return words_of(classic_entry(candidate, Settings(words=language))[1].get("note", ""))

    return _believed(draft, words, written)


def _believed(draft: Draft, words: str, written: Callable[[Record, str], str]) -> Record:
    for said in _readings(words):
        bare = draft.record(translated=said.translated, reprinted=said.reprinted)
        candidate = _with_note(told(bare, said), words, said.before)
        if said.sentences and written(candidate, said.language) == words:
            return candidate
    return draft.record()


def _with_note(record: Record, words: str, before: str) -> Record:
    if record.variables.get("note") != words:
        return record
    rest = {name: value for name, value in record.variables.items() if name != "note"}
    return replace(record, variables=MappingProxyType(rest | ({"note": before} if before else {})))


def _readings(words: str) -> Iterator[Said]:
    parts = words.split(". ")
    if len(parts) > _MOST_SENTENCES:
        return
    for language in _languages():
        for first in range(len(parts)):
            found = _sentences(parts[first:], language)
            if found:
                yield Said(language, ". ".join(parts[:first]), tuple(found))
                break


def _sentences(parts: list[str], language: str) -> list[Sentence] | None:
    """All parts as sentences of the table, the shortest that fit; None where some words are no sentence of it."""
    if not parts:
        return []
    for end in range(1, len(parts) + 1):
        sentence = _sentence(". ".join(parts[:end]), language)
        rest = _sentences(parts[end:], language) if sentence else None
        if sentence and rest is not None:
            return [sentence, *rest]
    return None


def _sentence(words: str, language: str) -> Sentence | None:
    matches = ((key, pattern.fullmatch(words)) for key, pattern in _patterns(language))
    return next(((key, match.groupdict()) for key, match in matches if match), None)


@cache
def _languages() -> tuple[str, ...]:
    return tuple(tomllib.loads(resource_text("citing/phrases.toml")))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = phrases(language)
    keys = [name + ending for ending in _ENDINGS for name in _RELATIONS]
    keys += [*_SINGLE, *(role.value for role in Role)]
    return tuple((key, re.compile(_SLOT.sub(r"(?P<\1>.+)", re.escape(table[key])))) for key in keys if key in table)


def told(record: Record, said: Said) -> Record:
    """The record, with what the sentences say besides."""
    for key, groups in said.sentences:
        record = _told(record, key, groups, phrases(said.language))
    return record


def _told(record: Record, key: str, groups: Groups, table: Words) -> Record:
    name = key.removesuffix("_dated").removesuffix("_date")
    if name in _RELATIONS:
        return _with_appearance(record, _RELATIONS[name], groups, table)
    tell = _TELL.get(key)
    return tell(record, groups, table) if tell else _with_people(record, Role(key), groups, table)


def _with_appearance(record: Record, relation: Relation, groups: Groups, table: Words) -> Record:
    outlet, place = groups.get("outlet"), None
    placed = re.fullmatch(_SLOT.sub(r"(?P<\1>.+)", re.escape(table["placed"])), outlet or "")
    if placed:
        outlet, place = placed["outlet"], placed["place"]
    date = _date(groups["date"], table) if "date" in groups else None
    said = Appearance(outlet, date, place, relation=relation)
    there = record.appeared(relation) if relation is Relation.ORIGINAL else None
    if there is None or there.publication not in {None, outlet} or there.place not in {None, place}:
        return replace(record, appearances=(*record.appearances, said))
    whole = replace(there, publication=outlet, place=place, date=there.date or date)
    return replace(record, appearances=tuple(whole if a is there else a for a in record.appearances))


def _with_people(record: Record, role: Role, groups: Groups, table: Words) -> Record:
    listed = groups["names"].replace(table["names_joint"], " and ").replace("and and ", "and ")
    joint = table["names_two"].replace("{first}", "").replace("{last}", "")
    people = [Contributor(role, replace(n, guessed=True)) for n in names_of(listed.replace(joint, " and "))]
    return replace(record, contributors=(*record.contributors, *people))


def _translated(record: Record, groups: Groups, table: Words) -> Record:
    return _with_people(record, Role.TRANSLATOR, groups, table)


def _translation_of(record: Record, groups: Groups, _table: Words) -> Record:
    if record.original.title:
        return record
    original = Link(LinkKind.TRANSLATION_OF, Original(Title(groups["title"]), record.original.language))
    return replace(record, links=(original, *(k for k in record.links if not k.described)))


def _machine(record: Record, groups: Groups, _table: Words) -> Record:
    return replace(record, translation=Translation(TranslationKind.MACHINE, tool=groups.get("tool")))


def _published(record: Record, groups: Groups, table: Words) -> Record:
    date = _date(groups["date"], table)
    dated = [replace(a, date=a.date or date) if at == 0 else a for at, a in enumerate(record.appearances)]
    return replace(record, appearances=tuple(dated or [Appearance(date=date, relation=Relation.ORIGINAL)]))


_TELL: Mapping[str, Callable[[Record, Groups, Words], Record]] = {
    "translated": _translated,
    "translation_of": _translation_of,
    "machine": _machine,
    "machine_tool": _machine,
    "published_date": _published,
}


def _date(words: str, table: Words) -> PartialDate | None:
    """The date that the words spell; the words are kept as the printed ones where they are not our own spelling."""
    before, _, after = table["yearless"].partition("{date}")
    words = words.removeprefix(before).removesuffix(after) if after and words.endswith(after) else words
    year = _YEAR.search(words)
    rest = words.replace(year.group(), " ") if year else words
    names = [name.lower() for name in table["months"]]
    month = next((n for n, name in enumerate(names, 1) if name in rest.lower()), None)
    month = month or next((n for n, name in enumerate(names, 1) if len(name) > 3 and name[:3] in rest.lower()), None)
    day = _DAY.search(rest) if month else None
    try:
        date = PartialDate(int(year[1]) if year else None, month, int(day[1]) if day else None)
    except ValueError:
        return None
    return date if date_words(date, table).startswith(words) else replace(date, printed=words)


def sentences_of(words: str) -> Said | None:
    """The sentences that our writers put into notes; None where not all of the words are ours."""
    return next((said for said in _readings(words) if not said.before), None)
