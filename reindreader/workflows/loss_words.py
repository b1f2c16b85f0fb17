"""What a file format leaves out or rewords, in sentences, for one record or many."""

from collections.abc import Iterable
from dataclasses import dataclass

from reindreader.citing.facts import Fact
from reindreader.citing.losses import Fate, Loss, Tally
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
        "ris": _("RIS"),
        "mods": _("MODS"),
        "endnote-xml": _("EndNote XML"),
        "hayagriva": _("Hayagriva, for Typst"),
        "word-sources": _("Word sources"),
        "schema-org": _("JSON-LD, schema.org"),
        "bibliography-text": _("Bibliography, plain text"),
        "bibliography-markdown": _("Bibliography, Markdown"),
        "bibliography-html": _("Bibliography, HTML"),
        "bibliography-rtf": _("Bibliography, RTF"),
        "bibliography-docx": _("Bibliography, Word"),
        "bibliography-odt": _("Bibliography, OpenDocument"),
        "annotations": _("Highlights, W3C annotations"),
        "notes-markdown": _("Notes, Markdown"),
        "notes-org": _("Notes, Org"),
        "notes-obsidian": _("Notes, Obsidian"),
    }.get(form, form)


def loss_words(found: Tally | Iterable[Loss]) -> tuple[LossWords, ...]:
    """One sentence a fact and fate, the gravest first; of several records their number."""
    if not isinstance(found, Tally):
        found = Tally(found)
    said = (_said(*kind, found.values[kind], count) for kind, count in found.counts.items())
    return tuple(sorted(said, key=lambda words: not words.severe))


def _said(fact: Fact, fate: Fate, place: str, values: tuple[str, ...], count: int) -> LossWords:
    if fact in {Fact.LANGUAGE, Fact.ORIGINAL_LANGUAGE}:
        values = tuple(language_name(tag) for tag in values)
    about = (
        ", ".join(values) if count == 1 else ngettext("{count} record", "{count} records", count).format(count=count)
    )
    sentence = _sentence(fact, fate, place).format(place=place, about=about.rstrip("."))
    return LossWords(_labels().get(fact, fact.value), sentence, fate in _GRAVE and fact not in _SMALL)


def _sentence(fact: Fact, fate: Fate, place: str) -> str:
    own = _own_sentences().get((fact, place))
    if own and fate is Fate.MISREAD:
        return own
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


def _own_sentences() -> dict[tuple[Fact, str], str]:
    """What is known of other programs, by fact and field."""
    passed_over = _("Kept in {place}, which most programs do not read: {about}.")
    return {
        (Fact.TRANSLATOR, "A4"): _("Most programs read A4 as one more author: {about}."),
        (Fact.TRANSLATOR, "subsidiary-authors"): _("EndNote shows it for books and chapters alone: {about}."),
        **{(fact, field): passed_over for fact in _ORIGINAL for field in ("OP", "orig-pub")},
    }


_ORIGINAL = (Fact.ORIGINAL_TITLE, Fact.ORIGINAL_OUTLET, Fact.ORIGINAL_DATE)


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
