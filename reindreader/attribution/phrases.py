"""The phrase tables of all languages (``resources/attribution``), read once and compiled where a line needs them.

A table's ``[[phrase]]`` has a ``role`` and the wordings that give it: ``label`` (before a colon), ``lead`` (the value
follows), ``after`` (the value stands before), ``around`` (it stands within, as ``{people}``), ``about`` (a note on the
person follows), ``bare`` (no value).
The notation of wordings is described in ``templates``.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from operator import add
from typing import Any

from reindreader.attribution.locale_terms import locale_terms
from reindreader.attribution.spelling import fold, spelt
from reindreader.attribution.templates import MASK, Template, compile_template, is_unspaced
from reindreader.resources import resource_names, resource_text

FOLDER = "attribution"
SHARED = ("attribution/common.toml", "attribution/surnames.toml")
_LISTS = (
    "joiners",
    "joiner_prefixes",
    "begins_with_joiner",
    "prepositions",
    "articles",
    "outlet_nouns",
    "before_names",
    "copulas",
    "bio_verbs",
    "outlet_cuts",
    "outlet_endings",
)
_SETS = ("stopwords", "tail_words", "not_names", "not_name_characters", "abbreviations")
_PEOPLE_LISTS = ("honorifics", "honorifics_after", "positions", "organisations")
FORMS = ("label", "lead", "after", "around", "about", "bare")

_COLON = r"(?:\s*[:：=＝﹕∶՝]\s*(?:[-–—]\s+)?|\s+[-–—|]\s+|[\])】］]:?\s*)"
_COLON_UNSPACED = (
    r"(?:\s*[:：=＝﹕∶]\s*|\s?[/／|｜◎◆＊│︱丨]\s?|\s*[—–]+\s*|[】］\]）][:：]?\s*|(?P<blank>[\u3000 ・]{1,4}))"
)


_LETTERS = re.compile(r"[^\W\d_]+")

_BRACKETED_LANGUAGE = r"(?:\s?[(（][^\W\d_]{2,24}[)）](?=\s*[:：]))?"

_TWO_LABELS = r"\s*(?:[/&+·・、＋／–-]|{joiners})\s*(?P<more>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)\s*[:：=＝﹕]\s*"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says. ``role``: a contributor's field, ``appearance``, ``original-title``, ``license`` and so on.

    ``byline``: as short as "by", so that the rest has to be a name; ``inside``: only goes on with a credit (of the role
    ``follows``); ``quoted``: an outlet follows in title marks; ``also``: a second role of the same people; ``bracketed``:
    only in brackets of its own, "A (translator)", written so in the tables.
    """

    role: str
    relation: str | None = None
    qualifier: str | None = None
    byline: bool = False
    inside: bool = False
    quoted: bool = False
    also: str | None = None
    follows: str | None = None
    bracketed: bool = False


@dataclass(frozen=True, eq=False)
class Wording:
    """One way to say it, in one language."""

    meaning: Meaning
    form: str
    words: "Language"
    template: Template
    unspaced: bool
    of_table: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression: with the colon, of a label."""
        tail = "" if self.form != "label" else _COLON_UNSPACED if self.unspaced else _COLON
        if self.form == "label" and self.meaning.role == "original-title":
            tail = _BRACKETED_LANGUAGE + tail
        return re.compile(self.template.pattern + tail, re.IGNORECASE)

    @cached_property
    def with_another(self) -> re.Pattern[str]:
        """Of a label: with a second label before the colon ("Translation and editing:"), its words as ``more``."""
        joiners = "|".join(rf"(?<=\s){re.escape(word)}(?=\s)" for word in self.words.joiners if word.isalpha())
        tail = _TWO_LABELS.format(joiners=joiners or "(?!)") + "|(?!)"
        if self.words.joiner_prefixes:
            tail = tail.replace(r"\s*(?:[", rf"\s*(?:{'|'.join(self.words.joiner_prefixes)}|[", 1)
        return re.compile(f"(?:{self.template.pattern})(?:{tail})", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Language:
    """What one table knows. ``names``: of languages, folded, to tags; ``spelt``: the same as the table has them."""

    tag: str
    names: Mapping[str, str] = field(default_factory=dict)
    spelt: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    month_names: tuple[str, ...] = ()
    seasons: Mapping[str, int] = field(default_factory=dict)
    season_names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
    date_order: str = "dmy"
    own_name_is_target: bool = False
    joiners: tuple[str, ...] = ()
    joiner_prefixes: tuple[str, ...] = ()
    begins_with_joiner: tuple[str, ...] = ()
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
    stopwords: frozenset[str] = frozenset()
    appearing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _names_pattern(self) -> re.Pattern[str]:
        names = sorted(self.spelt, key=len, reverse=True)
        parts = (spelt(name) if is_unspaced(name) else rf"(?<!\w){spelt(name)}{_after(name)}" for name in names)
        return re.compile(rf"(?:{'|'.join(parts) or '(?!)'})(?:\s\([^()]{{2,24}}\))?", re.IGNORECASE)

    @cached_property
    def _name_words(self) -> "Sought":
        """The longest word of each name, folded: without one of them there is no name in a line."""
        words = (re.findall(r"\w+", fold(name)) for name in self.spelt)
        return Sought({max(own, key=len) for own in words if own})

    def masked(self, line: str) -> str:
        """The line with each language's name masked, of the same length."""
        if not self._name_words.within(line):
            return line
        return self._names_pattern.sub(lambda match: MASK * len(match[0]), line)

    def tag_of(self, name: str) -> str | None:
        """The BCP 47 tag of a language's name, None where the table does not know it."""
        return self.names.get(" ".join(fold(name.partition("(")[0]).split()))


def _after(name: str) -> str:
    """What may not follow a language's name: nothing is written together with one, but Korean particles are."""
    return "" if "\uac00" <= name[-1] <= "\ud7a3" else r"(?!\w)"


@lru_cache(maxsize=8)
def _folded_line(line: str) -> tuple[str, frozenset[str]]:
    """The line folded, and its stretches of three letters; all languages ask for those of the same one."""
    folded = fold(line)
    return folded, frozenset(map(add, map(add, folded, folded[1:]), folded[2:]))


@lru_cache(maxsize=8)
def words_of(line: str) -> frozenset[str]:
    """The words of a line, folded: stretches of letters."""
    return frozenset(_LETTERS.findall(_folded_line(line)[0]))


class Sought:
    """Folded words to be looked for in lines: by their first three letters, for few begin as something in a line does."""

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []
        self._long: dict[str, list[str]] = {}
        for word in words:
            (self._short if len(word) < 3 else self._long.setdefault(word[:3], [])).append(word)
        self._short_ascii = [word for word in self._short if word.isascii()]
        self._beginnings = frozenset(self._long)

    def within(self, line: str) -> list[str]:
        """Those of the words that occur in the line, folded, also as parts of others."""
        folded, stretches = _folded_line(line)
        found = [word for word in (self._short_ascii if folded.isascii() else self._short) if word in folded]
        return found + [w for start in stretches & self._beginnings for w in self._long[start] if w in folded]


def is_word(trigger: str) -> bool:
    """Whether it is a stretch of letters in lines as well: not of scripts that join words or write marks within them."""
    return trigger.isalpha() and max(trigger) < "\u0530"


@dataclass(frozen=True)
class PhraseBook:
    """All tables together."""

    languages: Mapping[str, Language]
    wordings: tuple[Wording, ...]

    def candidates(self, line: str) -> Iterator[Wording]:
        """The wordings that may occur in a line, by the words that they cannot do without."""
        found = {number for word in self._triggers.within(line) for number in self._by_trigger[word]}
        found.update(number for word in words_of(line) & self._by_word.keys() for number in self._by_word[word])
        return (self.wordings[number] for number in sorted(found))

    @cached_property
    def _triggers(self) -> Sought:
        return Sought(self._by_trigger)

    @cached_property
    def _by_trigger(self) -> dict[str, list[int]]:
        """The places of the wordings by their triggers; those without one are found by the empty word."""
        return self._places(whole=False)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The same of those of which a trigger is a word of the line."""
        return self._places(whole=True)

    def _places(self, *, whole: bool) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, wording in enumerate(self.wordings):
            template = wording.template
            if whole is (template.whole and all(map(is_word, template.triggers))):
                for word in template.triggers or {""}:
                    places.setdefault(word, []).append(number)
        return places

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words that end in a full stop without ending a sentence, folded, of all languages."""
        months = (month for words in self.languages.values() for month in words.months)
        titles = (fold(title).rstrip(".") for words in self.languages.values() for title in words.honorifics)
        own = (fold(word) for words in self.languages.values() for word in words.abbreviations)
        return frozenset(word for group in (months, titles, own, self._of_outlets()) for word in group)

    def _of_outlets(self) -> Iterator[str]:
        """ "No.", "сп." and the like."""
        for words in self.languages.values():
            for text in (text for texts in words.appearing.values() for text in texts):
                yield from (fold(word[:-1]) for word in re.findall(r"[^\W\d_]+\.", text))


@cache
def phrase_book() -> PhraseBook:
    """The tables that the program ships."""
    names = [name for name in resource_names(FOLDER, ".toml") if name not in SHARED]
    tables = [tomllib.loads(resource_text(name)) for name in names]
    languages = {table["language"]: _language(table) for table in tables}
    wordings = [wording for table in tables for wording in _wordings(table, languages[table["language"]])]
    wordings += [wording for table in tables for wording in _translating(table, languages[table["language"]])]
    return PhraseBook(languages, (*wordings, *_locale_wordings(tables, languages)))


def _locale_wordings(tables: list[dict[str, Any]], languages: Mapping[str, Language]) -> Iterator[Wording]:
    """What CSL's locales add to the tables."""
    known = {
        (table["language"], form, fold(text))
        for table in tables
        for phrase in table.get("phrase", ())
        for form in FORMS
        for text in phrase.get(form, ())
    }
    for tag, role, form, words in locale_terms():
        if (tag, form, fold(words)) not in known:
            own = languages.get(tag) or Language(tag)
            yield Wording(Meaning(role), form, own, compile_template(words, {}), is_unspaced(words), of_table=False)


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
        names={fold(name): tag for tag, names in table.get("languages", {}).items() for name in names},
        spelt=tuple(name for names in table.get("languages", {}).values() for name in names),
        months={
            fold(name).rstrip("."): int(number) for number, names in table.get("months", {}).items() for name in names
        },
        seasons={fold(name): int(number) for number, names in table.get("seasons", {}).items() for name in names},
        month_names=tuple(name for names in table.get("months", {}).values() for name in names),
        season_names=tuple(name for names in table.get("seasons", {}).values() for name in names),
        days=tuple(days.get("names", ())),
        approximate=tuple(days.get("approximate", ())),
        date_order=table.get("date_order", "dmy"),
        own_name_is_target=table.get("own_name_is_target", False),
        appearing=_appearing(table),
        **values,
    )


def _translating(table: Mapping[str, Any], words: Language) -> Iterator[Wording]:
    """A translator's credit in the orders it may have: the languages before or behind the verb, the verb or the noun."""
    own = {kind: "(" + "|".join(texts) + ")" for kind, texts in table.get("translating", {}).items() if texts}
    if not own:
        return
    tongues = f"[{own['from']} ][{own['into']} ]"
    behind = f"[ {own['from']}][ {own['into']}][ {own['from']}]"
    by = own.get("by")
    noun = f"[{{into}} ]{own['noun']}{behind} {by}" if by else f"[{{into}} ]{own['noun']}{behind}"
    for form, text in (
        ("lead", f"{tongues}{own['verb']}{behind}"),
        ("label", f"{tongues}{own['verb']}{behind}"),
        *([("lead", noun)] if by or own["noun"][1].lower() != own["noun"][1].upper() else []),
        ("label", f"{tongues}[{{into}} ]{own['noun']}{behind}" + (f"[ {by}]" if by else "")),
    ):
        yield Wording(Meaning("translator"), form, words, compile_template(text, {}), is_unspaced(text), of_table=False)


def _appearing(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The words of sentences of appearing (see ``lexicon``)."""
    own = {kind: tuple(texts) for kind, texts in table.get("appearing", {}).items()}
    this = table.get("macros", {}).get("this")
    return own | ({"this": (*own.get("this", ()), this)} if own and this else {})


def _wordings(table: Mapping[str, Any], words: Language) -> Iterator[Wording]:
    macros = table.get("macros", {})
    for phrase in table.get("phrase", ()):
        meaning = Meaning(**{key: value for key, value in phrase.items() if key not in FORMS})
        for form in FORMS:
            for text in phrase.get(form, ()):
                bracketed = form == "after" and re.fullmatch(r"\([^()|\[\]]+\)", text) is not None
                own = replace(meaning, bracketed=True) if bracketed else meaning
                yield Wording(own, form, words, compile_template(text, macros), is_unspaced(text))
