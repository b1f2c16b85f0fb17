"""What a file format leaves out or rewords, in sentences, for one record or many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reindreader.citing.facts import Fact
from reindreader.citing.losses import Fate, Loss
from reindreader.workflows.catalogue import _, ngettext
from reindreader.workflows.languages import language_name

_GRAVE = frozenset({Fate.LEFT_OUT, Fate.MISREAD})
_SMALL = frozenset({Fact.YEAR, Fact.ROLE_TITLE, Fact.NAME_FORM, Fact.TITLE_FORM})
"""Facts that no reference needs."""


@dataclass(frozen=True, slots=True)
class LossWords:
    """``label``: the fact; ``sentence``: what becomes of it; ``severe``: a fact is lost or read as another."""

    label: str
    sentence: str
    severe: bool


def format_label(form: str) -> str:
    """A format's name for people."""
    return {
        "biblatex": _("BibLaTeX"),
        "biblatex-apa": _("BibLaTeX for APA"),
        "bibtex": _("BibTeX, classic"),
        "csl-json": _("CSL-JSON"),
    }.get(form, form)


def loss_words(found: Iterable[Loss] | Counter[Loss]) -> tuple[LossWords, ...]:
    """One sentence a fact and fate, the gravest first; of several records their number."""
    counts: Counter[tuple[Fact, Fate, str]] = Counter()
    values: dict[tuple[Fact, Fate, str], tuple[str, ...]] = {}
    for loss, count in Counter(found).items():
        kind = (loss.fact, loss.fate, loss.place)
        counts[kind] += count
        values[kind] = loss.values
    said = (_said(*kind, values[kind], count) for kind, count in counts.items())
    return tuple(sorted(said, key=lambda words: not words.severe))


def _said(fact: Fact, fate: Fate, place: str, values: tuple[str, ...], count: int) -> LossWords:
    if fact in {Fact.LANGUAGE, Fact.ORIGINAL_LANGUAGE}:
        values = tuple(language_name(tag) for tag in values)
    about = (
        ", ".join(values) if count == 1 else ngettext("{count} record", "{count} records", count).format(count=count)
    )
    sentence = _sentence(fact, fate).format(place=place, about=about.rstrip("."))
    return LossWords(_labels().get(fact, fact.value), sentence, fate in _GRAVE and fact not in _SMALL)


def _sentence(fact: Fact, fate: Fate) -> str:
    if fact is Fact.YEAR:
        return _("Left out, because it is not stated. Styles will print n.d.")
    if fact is Fact.APPEARANCE and fate is Fate.IN_WORDS:
        return _("Kept in words, in {place}: nobody has said which text appeared there.")
    return {
        Fate.LEFT_OUT: _("Left out: {about}."),
        Fate.IN_WORDS: _("Kept in words, in {place}: {about}."),
        Fate.PRIVATE: _("Kept in {place}, which other programs do not read: {about}."),
        Fate.SHORTENED: _("Shortened: {about}."),
        Fate.MISREAD: _("Most programs read it as something else: {about}."),
    }[fate]


def _labels() -> dict[Fact, str]:
    return {
        Fact.APPEARANCE: _("Appeared in"),
        Fact.YEAR: _("Year"),
        Fact.TRANSLATOR: _("Translator"),
        Fact.ORIGINAL_TITLE: _("Original title"),
        Fact.ORIGINAL_OUTLET: _("Original outlet"),
        Fact.ORIGINAL_DATE: _("Original date"),
        Fact.ORIGINAL_AUTHOR: _("Original author"),
        Fact.ORIGINAL_LANGUAGE: _("Original language"),
        Fact.OTHER_APPEARANCE: _("Also appeared in"),
        Fact.LINK: _("Link to the original"),
        Fact.ROLE: _("Other people"),
        Fact.ROLE_TITLE: _("Positions"),
        Fact.NAME_FORM: _("Forms of names"),
        Fact.TITLE_FORM: _("Forms of titles"),
        Fact.LANGUAGE: _("Language"),
        Fact.DATE_RANGE: _("Range of dates"),
        Fact.DAY: _("Day"),
        Fact.URL: _("Web address"),
        Fact.ACCESSED: _("Read on"),
        Fact.ARCHIVED: _("Kept copy"),
        Fact.TRANSLATION: _("Kind of translation"),
        Fact.LICENSE: _("Licence"),
        Fact.VARIABLE: _("Other fields"),
        Fact.SCRIPT: _("Letters"),
    }
