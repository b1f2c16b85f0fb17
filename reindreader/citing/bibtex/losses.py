"""What BibLaTeX and classic BibTeX leave out or say in words: one table each."""

from reindreader.citing.bibtex.tables import (
    BIBLATEX_VARIABLES,
    CLASSIC_NAMES,
    CLASSIC_VARIABLES,
    LANGIDS,
    WORDED_ROLES,
    origlanguage,
)
from reindreader.citing.bibtex.values import beyond_classic
from reindreader.citing.facts import (
    FINDERS,
    Fact,
    Values,
    lost_addresses,
    roles_but,
    unspoken_translation,
    variables_but,
)
from reindreader.citing.losses import Fate, Losses, Rule
from reindreader.citing.versions import original_of, outlets, yearless
from reindreader.model.contributors import Role
from reindreader.model.dates import PartialDate
from reindreader.model.records import Record

_WORDED = tuple(role for role in Role if role not in WORDED_ROLES)
"""The roles that are not said in words: those with fields."""


def _unlisted_original_language(record: Record) -> Values:
    tag = original_of(record).language
    return (tag,) if tag and not origlanguage(tag) else ()


def _language(record: Record) -> Values:
    """The record's tag where ``langid`` does not say all of it."""
    tag = record.language
    return (tag,) if tag and tag.lower() not in LANGIDS else ()


def _not_latin(record: Record) -> Values:
    """The letters that no command of LaTeX stands for, of what the entry prints."""
    original = original_of(record)
    parts = [record.title.text if record.title else "", original.title.text if original.title else ""]
    parts += [c.name.form.text for c in record.contributors]
    parts += [word for a in record.appearances for word in (a.publication, a.place) if word]
    letters = beyond_classic("".join(parts))
    return (letters,) if letters else ()


def _marked_date(record: Record) -> Values:
    """An approximate or uncertain date of publication: classic BibTeX has no mark for it."""
    own = outlets(record).own
    date = own.date if own else None
    marked = (
        isinstance(date, PartialDate) and (date.approximate or date.uncertain or date.season) and not yearless(date)
    )
    return (date.edtf,) if marked and date else ()


def _classic_dates(record: Record) -> Values:
    return FINDERS[Fact.DATE_RANGE](record) or _marked_date(record)


BIBLATEX: Losses = {
    Fact.APPEARANCE: Rule(Fate.IN_WORDS, "addendum"),
    Fact.YEAR: Rule(Fate.LEFT_OUT),
    Fact.OTHER_APPEARANCE: Rule(Fate.IN_WORDS, "addendum"),
    Fact.ROLE: Rule(Fate.IN_WORDS, "addendum", roles_but(*_WORDED)),
    Fact.ORIGINAL_AUTHOR: Rule(Fate.LEFT_OUT),
    Fact.ORIGINAL_LANGUAGE: Rule(Fate.LEFT_OUT, "", _unlisted_original_language),
    Fact.LANGUAGE: Rule(Fate.LEFT_OUT, "", _language),
    Fact.LINK: Rule(Fate.LEFT_OUT),
    Fact.ROLE_TITLE: Rule(Fate.LEFT_OUT),
    Fact.NAME_FORM: Rule(Fate.LEFT_OUT),
    Fact.TITLE_FORM: Rule(Fate.LEFT_OUT),
    Fact.URL: Rule(Fate.LEFT_OUT, "", lost_addresses),
    Fact.ARCHIVED: Rule(Fate.LEFT_OUT),
    Fact.TRANSLATION: Rule(Fate.LEFT_OUT, "", unspoken_translation),
    Fact.LICENSE: Rule(Fate.LEFT_OUT),
    Fact.VARIABLE: Rule(Fate.LEFT_OUT, "", variables_but(BIBLATEX_VARIABLES)),
}

CLASSIC: Losses = {
    **BIBLATEX,
    Fact.APPEARANCE: Rule(Fate.IN_WORDS, "note"),
    Fact.TRANSLATOR: Rule(Fate.IN_WORDS, "note"),
    Fact.ORIGINAL_TITLE: Rule(Fate.IN_WORDS, "note"),
    Fact.ORIGINAL_OUTLET: Rule(Fate.IN_WORDS, "note"),
    Fact.ORIGINAL_DATE: Rule(Fate.IN_WORDS, "note"),
    Fact.OTHER_APPEARANCE: Rule(Fate.IN_WORDS, "note"),
    Fact.ROLE: Rule(Fate.IN_WORDS, "note", roles_but(*CLASSIC_NAMES, Role.TRANSLATOR, Role.PUBLISHER)),
    Fact.ORIGINAL_LANGUAGE: Rule(Fate.LEFT_OUT),
    Fact.LANGUAGE: Rule(Fate.LEFT_OUT),
    Fact.DATE_RANGE: Rule(Fate.SHORTENED, "year", _classic_dates),
    Fact.DAY: Rule(Fate.PRIVATE, "day"),
    Fact.ACCESSED: Rule(Fate.LEFT_OUT),
    Fact.VARIABLE: Rule(Fate.LEFT_OUT, "", variables_but(CLASSIC_VARIABLES)),
    Fact.SCRIPT: Rule(Fate.MISREAD, "", _not_latin),
}

APA: Losses = {**BIBLATEX, Fact.ORIGINAL_TITLE: Rule(Fate.IN_WORDS, "addendum")}
"""biblatex-apa prints ``origtitle`` as the title, so it is said in words."""
