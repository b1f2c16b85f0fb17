"""What the formats beside BibTeX leave out of a record or say in words: built from their field tables."""

from collections.abc import Collection, Iterable, Mapping

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
from reindreader.citing.versions import outlets, yearless
from reindreader.model.contributors import Role
from reindreader.model.dates import DateRange
from reindreader.model.records import Record

_ALWAYS_LOST = (
    Fact.ORIGINAL_AUTHOR, Fact.ORIGINAL_LANGUAGE, Fact.LINK, Fact.ROLE_TITLE, Fact.NAME_FORM, Fact.TITLE_FORM, Fact.ARCHIVED,
    Fact.LICENSE,
)  # fmt: skip
"""Facts that only few formats have a place for."""


def losses_table(
    note: str,
    *,
    variables: Collection[str],
    worded_roles: Collection[Role] = (),
    carried: Collection[Fact] = (),
    worded: Iterable[Fact] = (),
    left_out: Iterable[Fact] = (),
    misread: Mapping[Fact, str] | None = None,
    marked_dates: bool = False,
) -> Losses:
    """A format's table. ``note``: the field of what is said in words; ``variables``: the CSL variables it has fields for;
    ``carried``: facts it has fields for that most formats have not; ``worded``, ``left_out``: further facts said in
    words, or lost; ``misread``: fact -> the field that other programs read as something else; ``marked_dates``: its dates
    have ranges, seasons and marks."""
    table: dict[Fact, Rule] = {
        Fact.APPEARANCE: Rule(Fate.IN_WORDS, note),
        Fact.YEAR: Rule(Fate.LEFT_OUT),
        Fact.OTHER_APPEARANCE: Rule(Fate.IN_WORDS, note),
    }
    table |= {fact: Rule(Fate.MISREAD, place) for fact, place in (misread or {}).items()}
    table |= {fact: Rule(Fate.IN_WORDS, note) for fact in worded}
    if worded_roles:
        table[Fact.ROLE] = Rule(Fate.IN_WORDS, note, roles_but(*(role for role in Role if role not in worded_roles)))
    if not marked_dates:
        table[Fact.DATE_RANGE] = Rule(Fate.IN_WORDS, note, shortened_date)
    table |= {fact: Rule(Fate.LEFT_OUT) for fact in (*_ALWAYS_LOST, *left_out) if fact not in table}
    table[Fact.URL] = Rule(Fate.LEFT_OUT, "", lost_addresses) if Fact.URL not in left_out else Rule(Fate.LEFT_OUT)
    table[Fact.TRANSLATION] = Rule(Fate.LEFT_OUT, "", unspoken_translation)
    table[Fact.VARIABLE] = Rule(Fate.LEFT_OUT, "", variables_but(variables))
    return {fact: rule for fact, rule in table.items() if fact not in carried}


def shortened_date(record: Record) -> Values:
    """A date of publication that year, month and day do not say all of: a range, a season, "about"."""
    own = outlets(record).own
    date = own.date if own else None
    if date is None or yearless(date):
        return ()
    if isinstance(date, DateRange):
        return FINDERS[Fact.DATE_RANGE](record)
    marked = date.approximate or date.uncertain or date.season
    return (date.edtf,) if marked and date.year is not None else ()
