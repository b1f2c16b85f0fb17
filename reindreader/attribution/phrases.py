"""The phrase tables of all languages (``resources/attribution``), read once and compiled where a line needs them.

A table's ``[[phrase]]`` has a ``role`` and the wordings that give it: ``label`` (before a colon), ``lead`` (the value
follows), ``after`` (the value stands before), ``around`` (it stands within, as ``{people}``), ``about`` (a note on the
person follows), ``bare`` (no value).
The notation of wordings is described in ``templates``.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from reindreader.attribution.locale_terms import locale_terms
from reindreader.attribution.sought import Sought, is_word, words_of
from reindreader.attribution.spelling import fold
from reindreader.attribution.templates import compile_template, is_unspaced
from reindreader.attribution.vocabulary import Language
from reindreader.attribution.wordings import Meaning, Wording
from reindreader.resources import resource_names, resource_text

FOLDER = "attribution"
SHARED = ("attribution/common.toml", "attribution/surnames.toml", "attribution/cited.toml")
_LISTS = (
    "joiners",
    "compound_joiners",
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
_SETS = ("stopwords", "tail_words", "not_names", "not_name_characters", "abbreviations", "foreign_letters")
_PEOPLE_LISTS = ("honorifics", "honorifics_after", "positions", "organisations")
FORMS = ("label", "lead", "after", "around", "about", "bare")


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
        return frozenset(
            word for group in (months, titles, own, self._of_titles(), self._of_outlets()) for word in group
        )

    def _of_titles(self) -> Iterator[str]:
        """ "Mgr.", "hab." and the like, of all titles that stand before names."""
        for title in tomllib.loads(resource_text("names/titles.toml"))["before"]:
            yield from (fold(word[:-1]) for word in re.findall(r"[^\W\d_]+\.", title))

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
        runs_on = form == "lead" and tag in languages and is_unspaced(words)  # "แปลว่า" means "that is to say"
        if (tag, form, fold(words)) not in known and not runs_on:
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
        works={fold(word): role for role, own in table.get("works", {}).items() for word in own},
        appearing=_appearing(table),
        **values,
    )


def _translating(table: Mapping[str, Any], words: Language) -> Iterator[Wording]:
    """A translator's credit in the orders it may have: the languages before or behind the verb, the verb or the noun.

    ``participle``: the ``agent`` ("by") follows it; ``verb``: the names follow it at once; ``noun``: with ``by`` or without;
    ``subject``: what was translated, by its kind.
    """
    own = {kind: f"({'|'.join(texts)})" for kind, texts in table.get("translating", {}).items() if texts}
    if "from" in own:
        language = Meaning("language", inside=True, follows="translator")
        yield Wording(
            language, "lead", words, compile_template(own["from"], {}), is_unspaced(own["from"]), of_table=False
        )
    for form, text in _orders(own, words):
        yield Wording(Meaning("translator"), form, words, compile_template(text, {}), is_unspaced(text), of_table=False)


def _orders(own: Mapping[str, str], words: Language) -> Iterator[tuple[str, str]]:
    """The templates of translating, each with its form."""
    before, behind = _tongues(own)
    deeds, works = _more(words, "deed"), _more(words, "work")
    by = own.get("by")
    subject = f"[{own['subject']} ]" if "subject" in own else ""
    if "participle" in own:
        was = subject + (f"[{own['was']} ]" if "was" in own else "")
        text = f"{was}{before}{own['participle']}{deeds}{behind}{deeds} {own['agent']}"
        yield from (("lead", text), ("label", text))
    if "verb" in own:
        text = f"{subject}{before}{own['verb']}{deeds}{behind}{deeds}"
        yield from (("lead", text), ("label", text))
    if "noun" in own:
        noun = f"{own['noun']}{works}{behind}{works}"
        if by or own["noun"].lower() != own["noun"].upper():
            yield "lead", f"[{{into}} ]{noun} {by}" if by else f"[{{into}} ]{noun}"
        yield "label", f"{before}[{{into}} ]{noun}" + (f"[ {by}]" if by else "")


def _tongues(own: Mapping[str, str]) -> tuple[str, str]:
    """The languages as they may stand before the word for translating, and behind it."""
    source, target = (f"[{own[kind]} ]" if kind in own else "" for kind in ("from", "into"))
    after, into = (f"[ {own[kind]}]" if kind in own else "" for kind in ("from", "into"))
    return source + target, after + into + after


def _more(words: Language, slot: str) -> str:
    """What stands for the works behind the first, ", A, B and C"."""
    joiners = "|".join(words.joiners)
    listed = f"[[, {{{slot}}}][, {{{slot}}}][,] ({joiners}) {{{slot}}}]" if joiners else ""
    prefixed = f"[ ({'|'.join(words.joiner_prefixes)}){{{slot}}}]" if words.joiner_prefixes else ""
    return listed + prefixed


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
