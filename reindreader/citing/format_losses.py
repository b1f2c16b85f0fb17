"""What each format beside BibTeX leaves out of a record, or says in another way: one table a format."""

from reindreader.citing.carrying import losses_table
from reindreader.citing.csl_tables import NAME_VARIABLES
from reindreader.citing.facts import FINDERS, Fact, Values, further_addresses, further_copies, lost_addresses, roles_but
from reindreader.citing.hayagriva import typst_reads
from reindreader.citing.hayagriva_tables import VARIABLES as HAYAGRIVA_VARIABLES
from reindreader.citing.hayagriva_tables import WORDED_ROLES as HAYAGRIVA_WORDED
from reindreader.citing.losses import Fate, Losses, Rule
from reindreader.citing.ris.tables import VARIABLES as RIS_VARIABLES
from reindreader.citing.ris.tables import WORDED_ROLES as RIS_WORDED
from reindreader.citing.schema_org_tables import VARIABLES as SCHEMA_ORG_VARIABLES
from reindreader.citing.versions import outlets
from reindreader.citing.xml.endnote_tables import TRANSLATED
from reindreader.citing.xml.endnote_tables import VARIABLES as ENDNOTE_VARIABLES
from reindreader.citing.xml.endnote_tables import WORDED_ROLES as ENDNOTE_WORDED
from reindreader.citing.xml.mods_tables import VARIABLES as MODS_VARIABLES
from reindreader.citing.xml.word_tables import VARIABLES as WORD_VARIABLES
from reindreader.citing.xml.word_tables import WORDED_ROLES as WORD_WORDED
from reindreader.model.contributors import Role
from reindreader.model.records import Record

CSL_JSON: Losses = {
    fact: Rule(Fate.PRIVATE, "custom", finder)
    for fact, finder in {
        **dict.fromkeys((Fact.APPEARANCE, Fact.YEAR, Fact.ORIGINAL_LANGUAGE, Fact.OTHER_APPEARANCE, Fact.LINK), None),
        Fact.ROLE: roles_but(*NAME_VARIABLES, Role.PUBLISHER),
        **dict.fromkeys((Fact.ROLE_TITLE, Fact.NAME_FORM, Fact.TITLE_FORM, Fact.ARCHIVED), None),
        **dict.fromkeys((Fact.TRANSLATION, Fact.LICENSE), None),
        Fact.URL: lost_addresses,
    }.items()
}

RIS = losses_table(
    "N1",
    variables=RIS_VARIABLES,
    worded_roles=RIS_WORDED,
    misread={
        Fact.TRANSLATOR: "A4",
        Fact.ORIGINAL_TITLE: "OP",
        Fact.ORIGINAL_OUTLET: "OP",
        Fact.ORIGINAL_DATE: "OP",
    },
)
"""Most programs take A4 for one more author, and pass OP over."""

_OF_TRANSLATIONS = {
    Fact.ORIGINAL_AUTHOR, Fact.ORIGINAL_LANGUAGE, Fact.ROLE_TITLE, Fact.NAME_FORM, Fact.TITLE_FORM, Fact.LICENSE,
}  # fmt: skip
_OF_TWO_APPEARANCES: Losses = {
    Fact.URL: Rule(Fate.LEFT_OUT, "", further_addresses),
    Fact.ARCHIVED: Rule(Fate.LEFT_OUT, "", further_copies),
}
"""What is lost where this version and its original have an address each, and no other appearance has."""


def _seen_nowhere(record: Record) -> Values:
    """The date of access where no address is known."""
    own = outlets(record).own
    return FINDERS[Fact.ACCESSED](record) if own and not own.url else ()


MODS: Losses = {
    **losses_table("note", variables=MODS_VARIABLES, marked_dates=True, carried=_OF_TRANSLATIONS),
    **_OF_TWO_APPEARANCES,
    Fact.ACCESSED: Rule(Fate.LEFT_OUT, "", _seen_nowhere),
}


def _misread_translator(record: Record) -> Values:
    return () if record.kind in TRANSLATED else FINDERS[Fact.TRANSLATOR](record)


ENDNOTE: Losses = {
    **losses_table(
        "research-notes",
        variables=ENDNOTE_VARIABLES,
        worded_roles=ENDNOTE_WORDED,
        misread={Fact.ORIGINAL_OUTLET: "orig-pub", Fact.ORIGINAL_DATE: "orig-pub"},
    ),
    Fact.TRANSLATOR: Rule(Fate.MISREAD, "subsidiary-authors", _misread_translator),
    Fact.ORIGINAL_TITLE: Rule(Fate.PRIVATE, "translated-title"),
    Fact.ACCESSED: Rule(Fate.PRIVATE, "access-date"),
}
"""bibutils reads none of the last two fields."""

WORD = losses_table(
    "Comments",
    variables=WORD_VARIABLES,
    worded_roles=WORD_WORDED,
    worded=(Fact.ORIGINAL_TITLE, Fact.ORIGINAL_OUTLET, Fact.ORIGINAL_DATE),
    left_out=(Fact.LANGUAGE,),
)


def _unread_address(record: Record) -> Values:
    """Addresses that Typst would refuse, and those of further appearances."""
    own = outlets(record).own
    refused = (own.url,) if own and own.url and not typst_reads(own.url) else ()
    return refused + lost_addresses(record)


HAYAGRIVA: Losses = {
    **losses_table(
        "note",
        variables=HAYAGRIVA_VARIABLES,
        worded_roles=HAYAGRIVA_WORDED,
        carried={Fact.ORIGINAL_AUTHOR, Fact.ORIGINAL_LANGUAGE},
    ),
    Fact.URL: Rule(Fate.LEFT_OUT, "", _unread_address),
}

SCHEMA_ORG: Losses = {
    **losses_table("creditText", variables=SCHEMA_ORG_VARIABLES, left_out=(Fact.ACCESSED,), carried=_OF_TRANSLATIONS),
    **_OF_TWO_APPEARANCES,
}

_SEEN_BY_STYLES = frozenset(FINDERS) - {
    Fact.TRANSLATOR, Fact.ORIGINAL_TITLE, Fact.ORIGINAL_OUTLET, Fact.ORIGINAL_DATE, Fact.ORIGINAL_AUTHOR, Fact.LANGUAGE,
    Fact.DATE_RANGE, Fact.DAY, Fact.URL, Fact.ACCESSED, Fact.SCRIPT, Fact.ROLE, Fact.VARIABLE,
}  # fmt: skip
BIBLIOGRAPHY: Losses = {
    **{fact: Rule(Fate.LEFT_OUT) for fact in Fact if fact in _SEEN_BY_STYLES},
    Fact.ROLE: Rule(Fate.LEFT_OUT, "", roles_but(*NAME_VARIABLES, Role.PUBLISHER)),
    Fact.URL: Rule(Fate.LEFT_OUT, "", lost_addresses),
}
"""Facts that no style sees. What a style does not print of the others is told by ``citing.warnings``."""

NOTES: Losses = {}
"""Notes are about the highlights; which article they are from is said by its key, and that loses nothing."""
