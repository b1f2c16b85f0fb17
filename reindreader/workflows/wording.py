"""Facts, problems and steps in words for people; errors are worded in ``error_words``."""

import datetime

from reindreader.model.articles import Problem, ProblemKind
from reindreader.model.claims import Certainty, Value
from reindreader.model.contributors import Contributor
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.fields import APPEARANCE, ORIGINAL, UNKNOWN, VARIABLE
from reindreader.model.highlights import Locator
from reindreader.model.records import Appearance, Title
from reindreader.workflows.catalogue import _, ngettext
from reindreader.workflows.error_words import error_sentence, one_line, unreadable_reason
from reindreader.workflows.languages import language_name
from reindreader.workflows.progress import Part, Unit

__all__ = [
    "_",
    "certainty_word",
    "date_words",
    "error_sentence",
    "field_label",
    "ngettext",
    "one_line",
    "problem_sentence",
    "unreadable_reason",
    "value_words",
]


def certainty_word(certainty: Certainty) -> str:
    """The word beside a fact that says how it is known."""
    return {
        Certainty.STATED: _("stated"),
        Certainty.DECLARED: _("declared"),
        Certainty.INFERRED: _("inferred"),
        Certainty.USER: _("yours"),
    }[certainty]


def field_label(field: str) -> str:
    """A field's name for people, such as "Translator"; the side of the card is not in it."""
    plain = field.removeprefix(ORIGINAL).removeprefix(APPEARANCE).removeprefix("published.")
    plain = plain.removeprefix(VARIABLE).removeprefix(UNKNOWN)
    return _labels().get(plain, plain)


def gap_label(field: str) -> str:
    """A missing fact within a sentence: ``place``, ``place of the original``."""
    label = field_label(field).lower()
    return _("{fact} of the original").format(fact=label) if field.startswith(ORIGINAL) else label


def _labels() -> dict[str, str]:
    return {
        "title": _("Title"),
        "author": _("Author"),
        "translator": _("Translator"),
        "editor": _("Editor"),
        "proofreader": _("Proofreader"),
        "photographer": _("Photographs"),
        "adapter": _("Adapted by"),
        "illustrator": _("Illustrator"),
        "interviewer": _("Interviewer"),
        "interviewee": _("Interviewee"),
        "introducer": _("Introduction"),
        "commentator": _("Commentary"),
        "compiler": _("Compiler"),
        "contributor": _("Contributor"),
        "publisher-name": _("Publisher"),
        "publisher": _("Publisher"),
        "language": _("Language"),
        "publication": _("Published in"),
        "date": _("Date"),
        "year": _("Year"),
        "place": _("Place"),
        "url": _("Web address"),
        "accessed": _("Read on"),
        "archived": _("Kept copy"),
        "relation": _("Which text"),
        "license": _("Licence"),
        "type": _("Type"),
        "translation.kind": _("Translation"),
        "translation.tool": _("Translated with"),
        "translation.authorised": _("Authorised"),
        "volume": _("Volume"),
        "issue": _("Issue"),
        "page": _("Pages"),
        "section": _("Section"),
        "edition": _("Edition"),
        "genre": _("Genre"),
        "html:versions": _("In other languages"),
    }


def value_words(value: Value, field: str = "") -> str:
    """A value for people."""
    if field.endswith("language") and isinstance(value, str):
        return language_name(value)
    match value:
        case Title():
            return value.text
        case Contributor():
            return value.name.literal
        case PartialDate() | DateRange():
            return date_words(value)
    return str(value)


def date_words(date: Date) -> str:
    """A date for people, of what is known of it: ``30 November 2015``, ``30 November``, ``2015``, ``about 2015``."""
    if isinstance(date, DateRange):
        return " – ".join(date_words(end) if end else "…" for end in (date.start, date.end))
    if date.season is not None:
        season = (_("spring"), _("summer"), _("autumn"), _("winter"))[date.season - 1]
        return f"{season} {date.year}" if date.year is not None else season
    words = _day_words(date)
    return _("about {date}").format(date=words) if date.approximate else words


def _day_words(date: PartialDate) -> str:
    if date.year is not None and not 1 <= date.year <= 9999:
        return date.iso
    known = "".join(
        letter for letter, part in (("d", date.day), ("m", date.month), ("y", date.year)) if part is not None
    )
    pattern = {"dmy": _("d MMMM y"), "my": _("MMMM y"), "dm": _("d MMMM"), "m": "MMMM", "y": "y"}.get(known)
    if pattern is None:
        return date.printed
    # 2000 was a leap year: it has every month and day, and is not printed where the year is unknown.
    day = datetime.date(date.year or 2000, date.month or 1, date.day or 1)
    from babel.dates import format_date  # noqa: PLC0415  slow to load

    return format_date(day, pattern, locale="en_GB")


def appearance_words(appearance: Appearance) -> str:
    """Where and when something appeared: ``Harbour Evening Post, 14 March``."""
    date = date_words(appearance.date) if appearance.date else None
    return ", ".join(part for part in (appearance.publication, appearance.place, date, appearance.url) if part)


def problem_sentence(problem: Problem) -> str:
    """What was wrong with a file that was read all the same."""
    return {
        ProblemKind.EMPTY: _("There is no text in it."),
        ProblemKind.ENCODING_GUESSED: _("Its encoding is a guess: {detail}. Choose another if letters look wrong."),
        ProblemKind.ENCODING_DAMAGED: _("Some of its letters are damaged and are shown as �."),
        ProblemKind.BINARY: _("It is not a text."),
        ProblemKind.NO_TITLE: _("It has no line that looks like a title."),
        ProblemKind.NO_TEXT_LAYER: _("These pages are pictures, with no text in them: {detail}.")
        if problem.detail
        else _("Its pages are pictures; there is no text in them."),
        ProblemKind.TRUNCATED: _("It ends before its end."),
        ProblemKind.NOT_SEARCHED: _("It could not be searched for who wrote and translated it."),
        ProblemKind.NOTES_LOST: _("It has highlights that could not be read."),
    }[problem.kind].format(detail=problem.detail)


def part_words(part: Part) -> str:
    """How far a step is: ``page 25 of 300``, ``1.2 of 4.0 MB``; "" where nothing is known."""
    if part.unit is Unit.PAGES:
        return _("page {done} of {total}").format(done=part.done + 1, total=part.total) if part.total else ""
    if part.total:
        return _("{done:.1f} of {total:.1f} MB").format(done=part.done / 1e6, total=part.total / 1e6)
    return _("{done:.1f} MB").format(done=part.done / 1e6) if part.done else ""


def locator_words(locator: Locator) -> str:
    """Where a quotation stands, in short: ``¶ 4``, ``p. 117``, with spaces that do not break."""
    if locator.label == "page":
        several = "–" in locator.value
        return (_("pp. {pages}") if several else _("p. {pages}")).format(pages=locator.value).replace(" ", "\u00a0")
    return f"¶\u00a0{locator.value}"
