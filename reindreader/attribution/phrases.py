"""The phrase tables of all languages (``resources/attribution``), read once and compiled where a line needs them.

A table's ``[[phrase]]`` has a ``role`` and the wordings that give it: ``label`` (before a colon), ``lead`` (the value
follows), ``after`` (the value stands before), ``about`` (a note on the person follows), ``bare`` (no value).
The notation of wordings is described in ``templates``.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from reindreader.attribution.templates import MASK, Template, compile_template, is_unspaced
from reindreader.resources import resource_names, resource_text

FOLDER = "attribution"
SHARED = ("attribution/common.toml", "attribution/surnames.toml")
_LISTS = (
    "joiners",
    "prepositions",
    "articles",
    "outlet_nouns",
    "before_names",
    "copulas",
    "bio_verbs",
    "outlet_cuts",
    "outlet_endings",
    "stopwords",
)
_SETS = ("tail_words", "not_names", "not_name_characters", "abbreviations")
_PEOPLE_LISTS = ("honorifics", "honorifics_after", "positions", "organisations")
FORMS = ("label", "lead", "after", "about", "bare")

_COLON = r"(?:\s*[:：=＝﹕∶]\s*(?:[-–—]\s+)?|\s+[-–—|]\s+|[\])】］]:?\s*)"
_COLON_UNSPACED = (
    r"(?:\s*[:：=＝﹕∶]\s*|\s?[/／|｜◎◆＊│︱丨]\s?|\s*[—–]+\s*|[】］\]）][:：]?\s*|(?P<blank>[\u3000 ・]{1,4}))"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says. ``role``: a contributor's field, ``appearance``, ``original-title``, ``license`` and so on.

    ``byline``: as short as "by", so that the rest has to be a name; ``inside``: only goes on with a credit (of the role
    ``follows``); ``quoted``: an outlet follows in title marks; ``also``: a second role of the same people.
    """

    role: str
    relation: str | None = None
    qualifier: str | None = None
    byline: bool = False
    inside: bool = False
    quoted: bool = False
    also: str | None = None
    follows: str | None = None


@dataclass(frozen=True, eq=False)
class Wording:
    """One way to say it, in one language."""

    meaning: Meaning
    form: str
    words: "Language"
    template: Template
    unspaced: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression: with the colon, of a label."""
        tail = "" if self.form != "label" else _COLON_UNSPACED if self.unspaced else _COLON
        return re.compile(self.template.pattern + tail, re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Language:
    """What one table knows. ``names``: of languages, folded, to tags; ``spelt``: the same as the table has them."""

    tag: str
    names: Mapping[str, str] = field(default_factory=dict)
    spelt: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
    date_order: str = "dmy"
    joiners: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    outlet_nouns: tuple[str, ...] = ()
    tail_words: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    not_name_characters: frozenset[str] = frozenset()
    before_names: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    bio_verbs: tuple[str, ...] = ()
    outlet_cuts: tuple[str, ...] = ()
    outlet_endings: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    honorifics: tuple[str, ...] = ()
    honorifics_after: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    stopwords: tuple[str, ...] = ()

    @cached_property
    def _names_pattern(self) -> re.Pattern[str]:
        names = sorted(self.spelt, key=len, reverse=True)
        parts = (name if is_unspaced(name) else rf"(?<!\w){name}(?!\w)" for name in map(re.escape, names))
        return re.compile(rf"(?:{'|'.join(parts) or '(?!)'})(?:\s\([^()]{{2,24}}\))?", re.IGNORECASE)

    def masked(self, line: str) -> str:
        """The line with each language's name masked, of the same length."""
        return self._names_pattern.sub(lambda match: MASK * len(match[0]), line)

    def tag_of(self, name: str) -> str | None:
        """The BCP 47 tag of a language's name, None where the table does not know it."""
        return self.names.get(" ".join(name.partition("(")[0].casefold().split()))


@dataclass(frozen=True)
class PhraseBook:
    """All tables together."""

    languages: Mapping[str, Language]
    wordings: tuple[Wording, ...]

    def candidates(self, line: str) -> Iterator[Wording]:
        """The wordings that may occur in a line, by the words that they cannot do without."""
        folded = line.casefold()
        present = {word: word in folded for word in self._triggers}
        for wording in self.wordings:
            triggers = wording.template.triggers
            if not triggers or any(present[word] for word in triggers):
                yield wording

    @cached_property
    def _triggers(self) -> frozenset[str]:
        return frozenset().union(*(wording.template.triggers for wording in self.wordings))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words that end in a full stop without ending a sentence, folded, of all languages."""
        months = (month.rstrip(".") for words in self.languages.values() for month in words.months)
        titles = (title.rstrip(".").casefold() for words in self.languages.values() for title in words.honorifics)
        own = (word for words in self.languages.values() for word in words.abbreviations)
        return frozenset(word for group in (months, titles, own) for word in group)


@cache
def phrase_book() -> PhraseBook:
    """The tables that the program ships."""
    names = [name for name in resource_names(FOLDER, ".toml") if name not in SHARED]
    tables = [tomllib.loads(resource_text(name)) for name in names]
    languages = {table["language"]: _language(table) for table in tables}
    wordings = [wording for table in tables for wording in _wordings(table, languages[table["language"]])]
    return PhraseBook(languages, tuple(wordings))


@cache
def shared_words() -> Mapping[str, Any]:
    """What holds in all languages: particles, eras, surnames, translating machines."""
    return {key: value for name in SHARED for key, value in tomllib.loads(resource_text(name)).items()}


def _language(table: Mapping[str, Any]) -> Language:
    people, days = table.get("people", {}), table.get("days", {})
    values: dict[str, Any] = {name: tuple(table.get(name, ())) for name in _LISTS}
    values |= {name: tuple(people.get(name, ())) for name in _PEOPLE_LISTS}
    values |= {name: frozenset(table.get(name, ())) for name in _SETS}
    return Language(
        tag=table["language"],
        names={name.casefold(): tag for tag, names in table.get("languages", {}).items() for name in names},
        spelt=tuple(name for names in table.get("languages", {}).values() for name in names),
        months={name: int(number) for number, names in table.get("months", {}).items() for name in names},
        seasons={name: int(number) for number, names in table.get("seasons", {}).items() for name in names},
        days=tuple(days.get("names", ())),
        approximate=tuple(days.get("approximate", ())),
        date_order=table.get("date_order", "dmy"),
        **values,
    )


def _wordings(table: Mapping[str, Any], words: Language) -> Iterator[Wording]:
    macros = table.get("macros", {})
    for phrase in table.get("phrase", ()):
        meaning = Meaning(**{key: value for key, value in phrase.items() if key not in FORMS})
        for form in FORMS:
            for text in phrase.get(form, ()):
                yield Wording(meaning, form, words, compile_template(text, macros), is_unspaced(text))
