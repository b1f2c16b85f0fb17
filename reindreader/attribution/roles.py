"""Credits as (role, value) pairs, the shape in which lines of credits are measured and printed."""

from collections.abc import Iterator

from reindreader.attribution.calendars import counted_in
from reindreader.attribution.credits import Credit
from reindreader.attribution.lines import credits_of
from reindreader.model.dates import Date, PartialDate

_PLAIN = {
    "original-title": "original_title",
    "original-url": "original_url",
    "license": "license",
    "publisher": "publisher",
    "author-position": "author_role",
}
_PEOPLE = {"photographer": "photo"}
_POSITIONS = {"author": "author_role"}

_CHINESE = "zh"
"""Only Chinese lines have years of three figures; where they were printed a line does not tell."""

RoleValue = tuple[str, str | tuple[str, ...]]


def credit_line(text: str, language: str | None = None) -> tuple[RoleValue, ...]:
    """What a single line credits: pairs of a role and a value, of people a tuple of names as printed.

    Roles: the contributors' (``translator``, ``author``, ``editor`` …), ``photo``, ``author_role``,
    ``original_publication``, ``original_date`` (ISO-like, ``--11-30`` without a year, of a season its year), ``original_title``,
    ``original_language``, ``original_url``, ``publisher``, ``license``. ``language``: the line's, if known.
    """
    return tuple(pair for credit in credits_of(text) for pair in _pairs(credit))


def _pairs(credit: Credit) -> Iterator[RoleValue]:
    if credit.people:
        yield _PEOPLE.get(credit.role, credit.role), tuple(person.name.literal for person in credit.people)
        yield from (("author_role", p.position) for p in credit.people if p.position and credit.role == "author")
    if credit.words and credit.role in _PLAIN:
        yield _PLAIN[credit.role], credit.words.text
    if credit.words and credit.role == "machine":
        yield "translator", (credit.words.text,)
    if credit.publication:
        yield ("publisher" if credit.relation == "translation" else "original_publication"), credit.publication.text
    date = counted_in(credit.date.date, _CHINESE) if credit.date else None
    if date and credit.relation != "translation":
        yield "original_date", _plain_date(date)
    if credit.words and credit.role == "appearance":
        yield "original_url", credit.words.text
    if credit.tag:
        yield "original_language", credit.tag


def _plain_date(date: Date) -> str:
    """ISO 8601 has no seasons: of one the year."""
    return str(date.year) if isinstance(date, PartialDate) and date.season and date.year else date.iso
